#include "command.hpp"
#include "compared_weights.hpp"
#include "material.hpp"
#include "output.hpp"
#include "pair_columns.hpp"
#include "result_tables.hpp"
#include "summary.hpp"
#include "terminal_table.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t first_pairs_compared = 20;

/// Each pair with its events, the latest first.
void print_evidence(std::ostream& out, const Session& session, const Material& material,
                    const std::vector<RecurringPair>& pairs) {
  const PersonColumns& persons = material.graph.persons();
  const EventColumns& events = material.graph.events();
  for (const RecurringPair& pair : pairs) {
    out << terminal_safe(fmt::format("{} and {}: {} {}", persons.name[pair.a.index()], persons.name[pair.b.index()],
                                     pair.events, pair.events == 1 ? "event" : "events"))
        << '\n';
    std::vector<EventId> shared = pair.shared;
    std::ranges::stable_sort(shared,
                             [&](EventId a, EventId b) { return events.date[a.index()] > events.date[b.index()]; });
    for (const EventId event : shared) {
      const std::size_t index = event.index();
      const std::string date = date_text(events.date[index]);
      std::string line = fmt::format("  {:<10}  {}", date.empty() ? "undated" : date, to_string(events.type[index]));
      if (!events.place[index].empty()) line += fmt::format(", {}", events.place[index]);
      line += fmt::format("  [{}]", events.documents[index].empty() ? events.id[index] : events.documents[index]);
      out << terminal_safe(line) << '\n';
      const std::string_view sentence = events.sentence[index];
      if (session.study.evidence.quotes && !sentence.empty())
        out << "              " << terminal_safe(sentence) << '\n';
    }
  }
}

}  // namespace

ExitStatus show_pairs(Session& session) {
  const ReadMaterial read = read_material(session);
  const Material& material = read.material;
  if (session.request.compare_weights) {
    const ComparedWeights compared =
        compared_weights(session, material, session.request.top.value_or(first_pairs_compared));
    write_table(session, compared.table, compared.table);
    print_summary(session, summarise(read.counts, material));
    if (!session.request.quiet) session.streams.err << compared.sentences;
    return status_of(read.counts);
  }
  FoundPairs found = find_pairs(session, material, session.request.top.value_or(0));
  if (session.request.top) found.pairs.resize(std::min(found.pairs.size(), *session.request.top));
  const bool is_table = session.request.format == TableFormat::table;
  if (session.request.evidence && is_table) {
    write_output(session, [&](std::ostream& out) { print_evidence(out, session, material, found.pairs); });
  } else {
    const auto columns = is_table ? columns_for_terminal(session, found) : columns_for_files(session, found);
    const Table table = pairs_table(material, found, columns, is_table, 0, found.pairs.size());
    write_table(session, table, table);
  }
  Summary summary = summarise(read.counts, material);
  summary.test = found.test_sentence;
  print_summary(session, summary);
  return status_of(read.counts);
}

}  // namespace entente::cli
