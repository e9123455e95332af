#pragma once

#include <entente/analysis/communities.hpp>
#include <entente/analysis/layout.hpp>
#include <entente/analysis/tie_tests.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/selection.hpp>
#include <entente/generate/options.hpp>
#include <entente/io/gexf.hpp>
#include <entente/resolve/occasions.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// Whether ties are tested, and by which null model, in the order of `NullModel`.
enum class PairTest : std::uint8_t { none, hypergeometric, sdsm, fdsm };
/// What the table of pairs begins with.
enum class PairOrder : std::uint8_t { events, p, ratio, weight };
/// The ties that everything else looks at: all, those that the disparity filter keeps, or those that a test keeps.
enum class Backbone : std::uint8_t { none, disparity, hypergeometric, sdsm, fdsm };

/// Where persons stand in network files.
enum class LayoutMethod : std::uint8_t { forceatlas2, circular, none };

/// Every option that bears on a result: the tree that a study file writes down and flags fill in. Each field is
/// described once, in study_fields.cpp; from there come the YAML, the flags, their help and the documentation.
struct Study {
  struct Input {
    std::vector<std::string> paths;  ///< files, folders or `-`
  } input;
  struct Extract {
    std::string lexicon;  ///< a folder; empty: the one that comes with entente
  } extract;
  struct Evidence {
    bool quotes = true;
  } evidence;
  struct Persons {
    bool resolve = true;  ///< false: persons and events as the records tell of them
  } persons;
  struct Merging {
    bool merge = true;  ///< false: every record is an event of its own
    OccasionOptions options;
  } occasions;
  std::string corrections;         ///< a file; empty: none
  std::vector<std::string> known;  ///< files or folders of records that were resolved earlier
  Selection selection;
  struct Network {
    ProjectionOptions projection;
    std::optional<Attribute> by;
    Backbone backbone = Backbone::none;
  } network;
  /// How a null model tests ties, for the table of pairs and for the backbone.
  struct Testing {
    Tail tail = Tail::upper;
    std::vector<std::string> strata;
    Correction correction = Correction::bh;
    double alpha = .05;
    std::uint32_t samples = 1000;
  } testing;
  struct Measures {
    std::vector<std::string> names = {"auto"};
    /// `auto` computes a measure of quadratic cost only where persons × ties is at most this.
    std::uint64_t auto_limit = 500'000'000;
  } measures;
  CommunitiesOptions communities{.runs = 0};  ///< runs = 0: one on large networks, see find_communities()
  struct Pairs {
    std::uint32_t min_events = 1;
    PairTest test = PairTest::none;
    bool significant = false;
    PairOrder sort = PairOrder::events;
    std::string between;         ///< two codes with a colon between them; empty: all pairs
    std::uint32_t window = 365;  ///< days, of the trend
    std::vector<std::string> columns;
  } pairs;
  struct Files {
    bool all_ties = false;              ///< false: above a million ties, network files hold the backbone
    std::optional<GexfWindow> windows;  ///< with the weight of each tie in each window
    bool raw_cells = false;             ///< CSV for Gephi: texts that a spreadsheet would run stay as they are
  } files;
  struct Layout {
    LayoutMethod method = LayoutMethod::forceatlas2;
    ForceAtlasOptions options{.gravity = 10};
  } layout;
  struct Drawing {
    std::size_t max_persons = 0;
    bool clusters = false;
  } drawing;
  struct Generate {
    generate::GenerateOptions options;
    bool articles = false;  ///< texts instead of records
    std::string tables;     ///< a folder; empty: the one that comes with entente
  } generate;
  struct PseudonymOptions {
    bool use = false;
    std::string key;  ///< a file; empty: tokens are the same for everybody
  } pseudonyms;
  std::uint64_t seed = 1;
};

/// Reads a study file over `study`: what the file does not tell stays. Paths in it are relative to its folder. Throws
/// `Error`
/// (`bad_study`) with file, line, column and field. Returns the version of entente that the file names, or nothing.
std::string read_study(const std::filesystem::path& file, Study& study);

/// Throws `Error` (`bad_option`) where options contradict each other, before anything is read.
void validate(const Study& study);

struct StudyYamlOptions {
  bool comments = true;                            ///< with the sentence, the range and the default of each field
  std::optional<std::filesystem::path> base = {};  ///< make paths relative to this folder
};

/// The whole study as YAML that `read_study` reads back.
[[nodiscard]] std::string to_yaml(const Study& study, const StudyYamlOptions& options = {});

/// The fields as a table in Markdown, for docs/study.md.
[[nodiscard]] std::string study_reference();

/// The version of this program.
[[nodiscard]] std::string_view version();

}  // namespace entente::cli
