#include "command.hpp"
#include "corpus.hpp"
#include "counted.hpp"
#include "material.hpp"
#include "output.hpp"
#include "person_lookup.hpp"
#include "result_tables.hpp"
#include "summary.hpp"

#include <entente/analysis/shortest_path.hpp>
#include <entente/core/unicode.hpp>

#include <fmt/format.h>

namespace entente::cli {

namespace {

Table path_table(const Material& material, const std::vector<PersonId>& path, bool quotes) {
  Table table{{{"step"},
               {"from"},
               {"to"},
               {"from_name"},
               {"to_name"},
               {"weight"},
               {"events"},
               {"last"},
               {"event_ids"},
               {"documents"}},
              {}};
  if (quotes) table.columns.push_back({"sentence"});
  const PersonColumns& persons = material.graph.persons();
  for (std::size_t step = 1; step < path.size(); ++step) {
    const PersonId from = path[step - 1];
    const PersonId to = path[step];
    const Tie tie = material.network.tie(from, to).value();
    TieEvidence evidence = tie_evidence(material.graph, from, to, quotes);
    table.rows.push_back({static_cast<std::int64_t>(step), std::string(persons.id[from.index()]),
                          std::string(persons.id[to.index()]), std::string(persons.name[from.index()]),
                          std::string(persons.name[to.index()]), tie.weight, std::int64_t{tie.events},
                          date_text(tie.last), std::move(evidence.events), std::move(evidence.documents)});
    if (quotes) table.rows.back().emplace_back(std::move(evidence.sentence));
  }
  return table;
}

void print_path(std::ostream& out, const Material& material, const std::vector<PersonId>& path, bool quotes,
                const Look& look) {
  const auto write_name = [&](PersonId person) {
    out << look.strong(terminal_safe(material.graph.persons().name[person.index()])) << '\n';
  };
  write_name(path.front());
  for (std::size_t step = 1; step < path.size(); ++step) {
    const PersonId from = path[step - 1];
    const PersonId to = path[step];
    const Tie tie = material.network.tie(from, to).value();
    const TieEvidence evidence = tie_evidence(material.graph, from, to, quotes);
    std::string facts = fmt::format("weight {}, {}", tie.weight, counted(tie.events, "event", "events"));
    if (tie.last) facts += (tie.events == 1 ? ", " : ", the latest ") + tie.last->to_string();
    facts += fmt::format("  [{}]", evidence.documents.empty() ? evidence.events : evidence.documents);
    out << indented(facts, 2, look);
    if (!evidence.sentence.empty()) out << indented(evidence.sentence, 2, look);
    write_name(to);
  }
}

}  // namespace

ExitStatus show_path(Session& session) {
  const ResolvedCorpus corpus = read_corpus(session);
  const Material material = build_material(session, corpus.resolved);
  const auto named = [&](std::size_t place) {
    const ResolvedRecords& resolved = corpus.resolved;
    return find_person(material.graph, resolved.identities, resolved.pseudonyms().get(),
                       session.request.names.at(place));
  };
  const PersonId from = named(0);
  const PersonId to = named(1);
  const std::vector<PersonId> path = shortest_path(material.network, from, to);
  if (path.empty()) {
    throw Error(ErrorCode::no_path_between,
                fmt::format("nobody connects {} and {}", material.graph.persons().name[from.index()],
                            material.graph.persons().name[to.index()]));
  }
  const bool quotes = session.study.evidence.quotes;
  if (session.request.format == TableFormat::table) {
    write_output(session, [&](std::ostream& out) { print_path(out, material, path, quotes, look_of_output(session)); });
  } else {
    write_table(session, path_table(material, path, quotes), {});
  }
  print_summary(session, summarise(session, corpus.counts, material));
  return status_of(corpus.counts);
}

}  // namespace entente::cli
