#include "command.hpp"
#include "material.hpp"
#include "output.hpp"
#include "result_tables.hpp"
#include "summary.hpp"
#include "terminal_table.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>

#include <fmt/format.h>

namespace entente::cli {

namespace {

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
  const RecurringPairsOptions options{.min_events = session.study.pairs.min_events,
                                      .top = session.request.top.value_or(0),
                                      .projection = projection_options(session.study)};
  std::vector<RecurringPair> pairs = recurring_pairs(material.graph, material.network, options, session.run);
  if (session.request.top) pairs.resize(std::min(pairs.size(), *session.request.top));
  if (session.request.evidence && session.request.format == TableFormat::table) {
    write_output(session, [&](std::ostream& out) { print_evidence(out, session, material, pairs); });
  } else if (session.request.format == TableFormat::table) {
    write_table(session, {}, pairs_overview(material, pairs));
  } else {
    write_table(session, pairs_table(material, pairs, session.study.evidence.quotes), {});
  }
  print_summary(session, summarise(read.counts, material));
  return status_of(read.counts);
}

}  // namespace entente::cli
