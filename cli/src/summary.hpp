#pragma once

#include "corpus.hpp"
#include "material.hpp"
#include "session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace entente::cli {

/// How many records tell of how many events.
struct Merging {
  std::uint64_t told = 0;      ///< records before those of one occasion were merged
  std::uint64_t events = 0;    ///< after
  std::uint64_t doubtful = 0;  ///< pairs of events that may be one
};

[[nodiscard]] Merging merging_of(const ResolvedRecords& resolved);

/// What a run came to: the counts add up, so that nothing is lost silently.
struct Summary {
  ReadCounts read;
  std::uint64_t records = 0;  ///< resolved, before the selection
  Merging merging;
  std::optional<SelectionCounts> selection;
  std::uint64_t persons = 0;
  std::uint64_t events = 0;
  std::uint64_t participations = 0;
  std::uint64_t ties = 0;
  bool ties_made = true;
  LargeEventCounts large_events;
  std::string large_events_rule;  ///< what became of them; empty where none was large
  std::uint64_t undated = 0;      ///< events without a date
  std::uint64_t partial = 0;      ///< events that are dated, but not to the day
  std::uint64_t components = 0;
  std::optional<std::uint64_t> communities;
  std::optional<double> modularity;
  std::vector<std::string> measures_left_out;
  std::optional<std::uint64_t> ties_projected;  ///< where a backbone of them was kept
  std::string test;                             ///< how ties were tested; empty where they were not
  std::uint64_t ties_left_out = 0;              ///< of network files, which then hold the backbone
  bool pseudonyms = false;                      ///< in use
  std::string layout;                           ///< how persons got their positions; empty where they have none
};

[[nodiscard]] Summary summarise(const Session& session, const ReadCounts& read, const Material& material);

/// A few lines on the error output, unless the user wants quiet.
void print_summary(const Session& session, const Summary& summary);

/// summary.json. No timings and nothing of the machine: the same input gives the same bytes.
[[nodiscard]] std::string to_json(const Summary& summary);

}  // namespace entente::cli
