#include "result_tables.hpp"

#include <entente/analysis/degree.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t members_shown = 8;

Cell whole(std::uint64_t value) { return static_cast<std::int64_t>(value); }
Cell words(std::string_view text) { return std::string(text); }

Cell figure(const MeasureColumn& measure, PersonId person) {
  const double value = measure.values[person.index()];
  if (std::isnan(value)) return {};
  if (measure.integral) return static_cast<std::int64_t>(value);
  return value;
}

/// The number of events stands in all tables of persons, whether or not it was asked for as a measure.
bool has_column_of_its_own(const MeasureColumn& measure) { return measure.name != "events"; }

void add_columns(Table& table, const std::vector<MeasureColumn>& measures) {
  for (const MeasureColumn& measure : measures) {
    if (has_column_of_its_own(measure)) table.columns.push_back({measure.name});
  }
}

void add_figures(std::vector<Cell>& row, const std::vector<MeasureColumn>& measures, PersonId person) {
  for (const MeasureColumn& measure : measures) {
    if (has_column_of_its_own(measure)) row.push_back(figure(measure, person));
  }
}

void join(std::string& list, std::string_view item, std::string_view separator) {
  if (!list.empty()) list += separator;
  list += item;
}

struct CommunityFigures {
  std::vector<PersonId> members;  ///< by descending strength
  std::uint64_t ties = 0;
  double weight_within = 0;
  double weight_across = 0;
};

std::vector<CommunityFigures> community_figures(const Material& material, const Communities& found) {
  std::vector<CommunityFigures> figures(found.num_communities);
  for (const PersonId person : ranked(strength(material.network))) {
    figures[found.labels[person.index()]].members.push_back(person);
  }
  // Ties are walked by ascending persons: sums do not depend on anything else.
  for (std::size_t index = 0; index < material.network.num_persons(); ++index) {
    const PersonId person(index);
    const auto neighbours = material.network.neighbours_of(person);
    const auto weights = material.network.weights_of(person);
    CommunityFigures& own = figures[found.labels[index]];
    for (std::size_t arc = 0; arc < neighbours.size(); ++arc) {
      if (found.labels[neighbours[arc].index()] != found.labels[index]) {
        own.weight_across += weights[arc];
      } else if (person < neighbours[arc]) {
        ++own.ties;
        own.weight_within += weights[arc];
      }
    }
  }
  return figures;
}

}  // namespace

std::string date_text(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

Table persons_table(const Material& material, std::span<const Identity> identities,
                    const std::vector<MeasureColumn>& measures, const std::vector<std::uint32_t>& labels) {
  Table table{{{"id"}, {"name"}, {"country"}, {"organisation"}, {"position"}, {"rank"}, {"names_used"}, {"events"}},
              {}};
  add_columns(table, measures);
  if (!labels.empty()) table.columns.push_back({"community"});
  const PersonColumns& persons = material.graph.persons();
  table.rows.reserve(material.graph.num_persons());
  auto identity = identities.begin();  // both are sorted by person
  for (std::size_t index = 0; index < material.graph.num_persons(); ++index) {
    const PersonId person(index);
    while (identity != identities.end() && identity->person < persons.id[index]) ++identity;
    std::string names;
    for (; identity != identities.end() && identity->person == persons.id[index]; ++identity)
      join(names, identity->form, " | ");
    std::vector<Cell> row{words(persons.id[index]),
                          words(persons.name[index]),
                          words(persons.country[index]),
                          words(persons.organisation[index]),
                          words(persons.position[index]),
                          words(persons.rank[index]),
                          std::move(names),
                          whole(material.graph.events_of(person).size())};
    add_figures(row, measures, person);
    if (!labels.empty()) row.push_back(whole(labels[index]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table ranking_table(const Material& material, const std::vector<MeasureColumn>& measures,
                    std::span<const PersonId> order) {
  Table table{{{"no"}, {"id"}, {"name"}, {"country"}, {"organisation"}, {"position"}, {"events"}}, {}};
  add_columns(table, measures);
  const PersonColumns& persons = material.graph.persons();
  for (const PersonId person : order) {
    const std::size_t index = person.index();
    std::vector<Cell> row{whole(table.rows.size() + 1),
                          words(persons.id[index]),
                          words(persons.name[index]),
                          words(persons.country[index]),
                          words(persons.organisation[index]),
                          words(persons.position[index]),
                          whole(material.graph.events_of(person).size())};
    add_figures(row, measures, person);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table ranking_overview(const Material& material, const std::vector<MeasureColumn>& measures,
                       std::span<const PersonId> order) {
  Table table{{{"#"}, {"person"}, {"country"}, {"events"}}, {}};
  add_columns(table, measures);
  const PersonColumns& persons = material.graph.persons();
  for (const PersonId person : order) {
    std::vector<Cell> row{whole(table.rows.size() + 1), words(persons.name[person.index()]),
                          words(persons.country[person.index()]), whole(material.graph.events_of(person).size())};
    add_figures(row, measures, person);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table communities_table(const Material& material, const Communities& found) {
  Table table{{{"community"}, {"persons"}, {"ties"}, {"weight_within"}, {"weight_across"}, {"members"}, {"names"}}, {}};
  const PersonColumns& persons = material.graph.persons();
  for (const CommunityFigures& one : community_figures(material, found)) {
    std::string members;
    std::string names;
    for (const PersonId person : one.members) {
      join(members, persons.id[person.index()], " | ");
      join(names, persons.name[person.index()], " | ");
    }
    table.rows.push_back({whole(table.rows.size()), whole(one.members.size()), whole(one.ties), one.weight_within,
                          one.weight_across, std::move(members), std::move(names)});
  }
  return table;
}

Table communities_overview(const Material& material, const Communities& found) {
  Table table{{{"community"}, {"persons"}, {"ties"}, {"weight"}, {"members by strength"}}, {}};
  const PersonColumns& persons = material.graph.persons();
  for (const CommunityFigures& one : community_figures(material, found)) {
    std::string names;
    const std::size_t shown = std::min(one.members.size(), members_shown);
    for (const PersonId person : std::span(one.members).first(shown)) join(names, persons.name[person.index()], ", ");
    if (shown < one.members.size()) names += fmt::format(" and {} more", one.members.size() - shown);
    table.rows.push_back(
        {whole(table.rows.size()), whole(one.members.size()), whole(one.ties), one.weight_within, std::move(names)});
  }
  return table;
}

Table identities_table(std::span<const Identity> identities) {
  Table table{{{"person"}, {"form"}, {"usual"}, {"participations"}, {"score"}, {"reason"}, {"against"}}, {}};
  table.rows.reserve(identities.size());
  for (const Identity& one : identities) {
    table.rows.push_back(
        {one.person, one.form, one.usual, whole(one.participations), one.score, one.reason, one.against});
  }
  return table;
}

Table doubts_table(std::span<const Doubt> doubts) {
  Table table{{{"person"}, {"name"}, {"other"}, {"other_name"}, {"ties"}, {"score"}, {"reason"}, {"against"}}, {}};
  table.rows.reserve(doubts.size());
  for (const Doubt& one : doubts) {
    table.rows.push_back(
        {one.person, one.name, one.other, one.other_name, whole(one.ties), one.score, one.reason, one.against});
  }
  return table;
}

Table occasions_table(std::span<const OccasionDecision> decisions) {
  Table table{{{"verdict"},
               {"ties"},
               {"score"},
               {"event"},
               {"other_event"},
               {"record"},
               {"other_record"},
               {"document"},
               {"other_document"},
               {"persons"},
               {"reason"},
               {"against"}},
              {}};
  table.rows.reserve(decisions.size());
  for (const OccasionDecision& one : decisions) {
    const bool merged = one.verdict == OccasionVerdict::merged;
    std::string persons;
    for (const std::string& person : one.persons) join(persons, person, " | ");
    const double score = std::round(one.score * 1e4) / 1e4;
    table.rows.push_back({words(merged ? "merged" : "doubtful"), whole(one.ties), score, one.a_event, one.b_event,
                          one.a, one.b, one.a_document, one.b_document, std::move(persons), one.reason, one.against});
  }
  return table;
}

}  // namespace entente::cli
