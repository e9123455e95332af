#include "command.hpp"
#include "corpus.hpp"
#include "material.hpp"
#include "network_files.hpp"
#include "pair_columns.hpp"
#include "positions.hpp"
#include "record_lines.hpp"
#include "rejections.hpp"
#include "report_page.hpp"
#include "result_folder.hpp"
#include "result_tables.hpp"
#include "run_log.hpp"
#include "shown_study.hpp"
#include "summary.hpp"
#include "terminal_table.hpp"

#include <entente/analysis/layout.hpp>
#include <entente/core/parallel.hpp>
#include <entente/io/graphml.hpp>
#include <entente/io/ordered_blocks.hpp>

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t pairs_per_block = 4096;
constexpr std::size_t pairs_printed = 10;

bool lies_within(const fs::path& path, const fs::path& folder) {
  const auto full = [](const fs::path& one) { return fs::weakly_canonical(fs::absolute(one)); };
  const fs::path from_folder = full(path).lexically_relative(full(folder));
  return !from_folder.empty() && *from_folder.begin() != "..";
}

/// Whoever is given the results must not be given with them what undoes the pseudonyms.
void require_secrets_outside_folder(const Session& session) {
  for (const std::string& file : {session.study.pseudonyms.key, session.request.pseudonym_table}) {
    if (file.empty() || !lies_within(file, session.request.folder)) continue;
    throw Error(ErrorCode::bad_usage, "tells who the pseudonyms stand for, and lies in the folder of the results",
                {.source = file}, "keep it elsewhere");
  }
}

/// Results within a folder that is read would be read themselves the next time.
void require_folder_outside_inputs(const Session& session) {
  for (const std::string& input : input_paths(session)) {
    std::error_code problem;
    if (input == "-" || !fs::is_directory(input, problem)) continue;
    if (lies_within(session.request.folder, input)) {
      throw Error(ErrorCode::bad_usage, fmt::format("the folder lies within the input '{}'", input),
                  {session.request.folder, 0, 0, "--out"},
                  "the results would be read the next time; name another folder");
    }
  }
}

std::string csv_text(const Table& table) {
  std::ostringstream text;
  write_csv(text, table);
  return std::move(text).str();
}

/// pairs.csv, a block of rows at a time: all rows with their sentences would take more memory than the network.
void write_pairs(std::ostream& out, const Session& session, const Material& material, const FoundPairs& found) {
  const std::vector<const PairColumn*> columns = columns_for_files(session, found);
  const std::string header = csv_text(pairs_table(material, found, columns, false, 0, 0));
  out << header;
  write_blocks(out, found.pairs.size(), pairs_per_block, session.run, [&](std::size_t begin, std::size_t end) {
    const std::string text = csv_text(pairs_table(material, found, columns, false, begin, end));
    return text.substr(header.size());
  });
}

std::string log_text(const Session& session, RunLog& log) {
  return fmt::format("entente {}\nout      {}\nthreads  {}\n\n{}", version(), session.request.folder,
                     num_workers(session.run), log.text());
}

/// The stages of a run, each of which leaves its files.
class StudyRun {
 public:
  explicit StudyRun(Session& session) : session_(session), results_(session.request.folder) {}

  ExitStatus execute() {
    read();
    build();
    analyse();
    finish();
    return status_of(read_counts_);
  }

 private:
  void read() {
    log_.begin("read and resolve");
    ResolvedCorpus corpus = read_corpus(session_);
    const ResolvedRecords& resolved = corpus.resolved;
    log_.begin("write records");
    results_.write("records.jsonl", "the events", [&](std::ostream& out) { write_records(out, resolved, session_); });
    results_.write("rejected.jsonl", "what could not be used, and why", [&](std::ostream& out) {
      write_rejected(out, corpus.rejected, session_.study.input.paths, results_.path());
    });
    results_.write("identities.csv", "which names were taken for which person",
                   [&](std::ostream& out) { write_csv(out, identities_table(resolved.identities)); });
    results_.write("doubtful_identities.csv", "persons who may be one, the most consequential first",
                   [&](std::ostream& out) { write_csv(out, doubts_table(resolved.doubts)); });
    results_.write("occasions.csv", "which records were taken for one event, and which are doubtful",
                   [&](std::ostream& out) { write_csv(out, occasions_table(resolved.occasions)); });
    read_counts_ = corpus.counts;
    resolved_ = std::move(corpus.resolved);
  }

  void build() {
    log_.begin("build the network");
    material_ = build_material(session_, resolved_);
    summary_ = summarise(session_, read_counts_, material_);
    summary_.records = resolved_.size();
    summary_.merging = merging_of(resolved_);
    log_.begin("write events.graphml");
    results_.write("events.graphml", "the graph of persons and events",
                   [&](std::ostream& out) { write_graphml(out, material_.graph); });
  }

  void analyse() {
    log_.begin("communities");
    Communities found = find_communities(session_, material_);
    summary_.communities = found.num_communities;
    summary_.modularity = found.modularity;
    results_.write("communities.csv", "circles, with their members",
                   [&](std::ostream& out) { write_csv(out, communities_table(material_, found)); });
    log_.begin("measures");
    std::vector<MeasureColumn> measures =
        compute_measures(session_, material_, chosen_measures(session_, material_, {}, &summary_.measures_left_out));
    results_.write("persons.csv", "persons with facts, measures and community", [&](std::ostream& out) {
      write_csv(out, persons_table(material_, resolved_.identities, measures, found.labels));
    });
    const std::optional<PersonNetwork> reduced = network_for_files(session_, material_);
    if (reduced) summary_.ties_left_out = material_.network.num_ties() - reduced->num_ties();
    NetworkDocument document{.graph = material_.graph,
                             .network = reduced ? *reduced : material_.network,
                             .measures = std::move(measures),
                             .communities = std::move(found.labels),
                             .weight = weight_name(session_.study),
                             .ties_left_out = summary_.ties_left_out,
                             .quotes = session_.study.evidence.quotes};
    log_.begin("layout");
    lay_out(session_, document, summary_);
    write_network_files(document);
    write_page(std::move(document));
    log_.begin("pairs");
    pairs_ = find_pairs(session_, material_, PairFilter(material_.graph, session_.study.pairs.between, {}), 0);
    summary_.test = pairs_.test_sentence;
    results_.write("pairs.csv", "who meets whom, with the evidence",
                   [&](std::ostream& out) { write_pairs(out, session_, material_, pairs_); });
  }

  void write_network_files(const NetworkDocument& document) {
    check_stop(session_.run);
    log_.begin("write network.graphml");
    results_.write("network.graphml", "the network, for Gephi and others",
                   [&](std::ostream& out) { write_graphml(out, document); });
    check_stop(session_.run);
    log_.begin("write network.gexf");
    results_.write("network.gexf", "the network over time, for Gephi",
                   [&](std::ostream& out) { write_network_gexf(out, document, session_); });
    check_stop(session_.run);
    log_.begin("write network.dot");
    results_.write("network.dot", "the network, for Graphviz",
                   [&](std::ostream& out) { write_network_dot(out, document, session_); });
  }

  void write_page(NetworkDocument found) {
    if (!has_report_page()) return;
    check_stop(session_.run);
    log_.begin("write report.html");
    const std::optional<PersonNetwork> reduced = network_for_page(session_, material_);
    const PersonNetwork& shown = reduced ? *reduced : material_.network;
    if (found.positions.empty()) found.positions = circular_layout(shown, found.communities);
    const NetworkDocument document{.graph = found.graph,
                                   .network = shown,
                                   .measures = std::move(found.measures),
                                   .communities = std::move(found.communities),
                                   .positions = std::move(found.positions),
                                   .weight = std::move(found.weight),
                                   .ties_left_out = material_.network.num_ties() - shown.num_ties(),
                                   .quotes = found.quotes};
    const ReportDocument report = report_of(session_, material_, resolved_, document, summary_, results_.path());
    results_.write("report.html", "all of it, to explore in a browser",
                   [&](std::ostream& out) { write_report(out, report); });
  }

  void finish() {
    results_.write("summary.json", "counts", [&](std::ostream& out) { out << to_json(summary_); });
    results_.write("study.yaml", "every option: run it again for the same results", [&](std::ostream& out) {
      out << to_yaml(shown_study(session_.study, resolved_.pseudonyms().get()),
                     {.comments = false, .base = results_.path()});
    });
    results_.write("run.log", "threads, time and memory", [&](std::ostream& out) { out << log_text(session_, log_); });
    check_stop(session_.run);
    results_.commit();
    print_summary(session_, summary_);
    print_results();
  }

  void print_results() {
    std::ostream& out = session_.streams.out;
    clear_progress(session_);
    const std::size_t shown = std::min(pairs_.pairs.size(), session_.request.top.value_or(pairs_printed));
    print_table(out, pairs_table(material_, pairs_, columns_for_terminal(session_, pairs_), true, 0, shown),
                session_.streams.out_look, "events");
    Table files{{{"file"}, {"what it holds"}, {"bytes"}}, {}};
    for (const ResultFolder::File& file : results_.files()) {
      files.rows.push_back({(fs::path(session_.request.folder) / file.name).string(), file.sentence,
                            static_cast<std::int64_t>(file.bytes)});
    }
    out << '\n';
    print_table(out, files, session_.streams.out_look);
    if (!has_report_page()) out << "\nno report.html: this entente was built without the page\n";
    out.flush();
  }

  Session& session_;
  RunLog log_;
  ResultFolder results_;
  ResolvedRecords resolved_;
  ReadCounts read_counts_;
  Material material_;
  Summary summary_;
  FoundPairs pairs_;
};

}  // namespace

ExitStatus run_study(Session& session) {
  if (session.request.print_study) {
    session.streams.out << to_yaml(session.study);
    session.streams.out.flush();
    return ExitStatus::done;
  }
  if (session.request.folder.empty()) {
    throw Error(ErrorCode::bad_usage, "no folder for the results", {}, "name one by --out DIR");
  }
  require_folder_outside_inputs(session);
  require_secrets_outside_folder(session);
  return StudyRun(session).execute();
}

}  // namespace entente::cli
