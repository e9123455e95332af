#include "command.hpp"
#include "compared_weights.hpp"
#include "counted.hpp"
#include "material.hpp"
#include "output.hpp"
#include "pair_columns.hpp"
#include "person_lookup.hpp"
#include "result_tables.hpp"
#include "summary.hpp"
#include "terminal_table.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

constexpr std::size_t first_pairs_compared = 20;

/// Each pair with its events, the latest first.
void print_evidence(std::ostream& out, const Session& session, const Material& material,
                    const std::vector<RecurringPair>& pairs) {
  const PersonColumns& persons = material.graph.persons();
  const EventColumns& events = material.graph.events();
  const Look look = look_of_output(session);
  for (const RecurringPair& pair : pairs) {
    const std::string names =
        terminal_safe(fmt::format("{} and {}", persons.name[pair.a.index()], persons.name[pair.b.index()]));
    out << look.strong(names) << ": " << counted(pair.events, "event", "events") << '\n';
    std::vector<EventId> shared = pair.shared;
    std::ranges::stable_sort(shared,
                             [&](EventId a, EventId b) { return events.date[a.index()] > events.date[b.index()]; });
    for (const EventId event : shared) {
      const std::size_t index = event.index();
      const std::string date = date_text(events.date[index]);
      std::string line(to_string(events.type[index]));
      if (!events.place[index].empty()) line += fmt::format(", {}", events.place[index]);
      line += fmt::format("  [{}]", events.documents[index].empty() ? events.id[index] : events.documents[index]);
      out << indented(line, indent_of_sentences, look, fmt::format("  {}", date.empty() ? "undated" : date));
      const std::string_view sentence = events.sentence[index];
      if (session.study.evidence.quotes && !sentence.empty()) out << indented(sentence, indent_of_sentences, look);
    }
  }
}

ExitStatus show_compared_weights(const Session& session) {
  const ReadMaterial read = read_material(session);
  const ComparedWeights compared =
      compared_weights(session, read.material, session.request.top.value_or(first_pairs_compared));
  write_table(session, compared.table, compared.table);
  print_summary(session, summarise(session, read.counts, read.material));
  if (!session.request.quiet) session.streams.err << compared.sentences;
  return status_of(read.counts);
}

// Why a table has no row: a sentence for the user.
std::string reason_for_nothing(const Study& study, std::uint64_t ties, std::span<const std::string> persons) {
  const ProjectionOptions& projection = study.network.projection;
  if (ties == 0 && (projection.min_events > 1 || projection.max_event_size > 0)) return "no ties are left";
  if (ties == 0) return "nobody met anybody: no event that counts has two participants";
  std::vector<std::string> conditions;
  if (study.pairs.min_events > 1) conditions.push_back(fmt::format("--min-events {}", study.pairs.min_events));
  if (!study.pairs.between.empty()) conditions.push_back(fmt::format("--between {}", study.pairs.between));
  if (!persons.empty()) conditions.push_back(fmt::format("--person {}", fmt::join(persons, ", ")));
  if (study.pairs.significant) conditions.push_back(fmt::format("--significant at {}", study.testing.alpha));
  return fmt::format("none of the {} is as asked for by {}", counted(ties, "pair", "pairs"),
                     fmt::join(conditions, " and "));
}

// The partners of a person are looked for in all events: the person's own alone could not show what chance does.
std::vector<std::string> persons_asked_for(Session& session) {
  if (session.study.selection.only || session.study.network.by) return {};
  return std::exchange(session.study.selection.persons, {});
}

}  // namespace

ExitStatus show_pairs(Session& session) {
  if (session.request.compare_weights) return show_compared_weights(session);
  const std::vector<std::string> names = persons_asked_for(session);
  const std::size_t top = session.request.top.value_or(0);
  const bool is_first_pairs = top > 0 && !needs_network(session.study);
  const ReadMaterial read = is_first_pairs ? read_graph(session) : read_material(session);
  const Material& material = read.material;
  std::vector<PersonId> persons;
  for (const std::string& name : names) {
    persons.push_back(find_person(material.graph, read.identities, read.pseudonyms.get(), name));
  }
  const PairFilter filter(material.graph, session.study.pairs.between, persons);
  FoundPairs found =
      is_first_pairs ? find_first_pairs(session, material, filter, top) : find_pairs(session, material, filter, top);
  if (session.request.top == 0) found.pairs.clear();
  const bool is_table = session.request.format == TableFormat::table;
  if (session.request.evidence && is_table) {
    write_output(session, [&](std::ostream& out) { print_evidence(out, session, material, found.pairs); });
  } else {
    const auto columns = is_table ? columns_for_terminal(session, found) : columns_for_files(session, found);
    const Table table = pairs_table(material, found, columns, is_table, 0, found.pairs.size());
    write_table(session, table, table, "events");
  }
  Summary summary = summarise(session, read.counts, material);
  summary.ties = found.num_ties.value_or(summary.ties);
  summary.test = found.test_sentence;
  print_summary(session, summary);
  if (found.pairs.empty() && session.request.top != 0 && !session.request.quiet) {
    session.streams.err << indented(reason_for_nothing(session.study, summary.ties, names), 0,
                                    session.streams.err_look);
  }
  return status_of(read.counts);
}

}  // namespace entente::cli
