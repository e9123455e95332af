#include "graph_assembly.hpp"

#include <entente/core/event_graph.hpp>
#include <entente/core/event_graph_builder.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <utility>

namespace entente {

PersonId EventGraph::find_person(std::string_view id) const {
  std::size_t low = 0;
  std::size_t high = num_persons();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (persons_.id[middle] < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < num_persons() && persons_.id[low] == id ? PersonId(low) : PersonId::invalid();
}

std::vector<EventId> EventGraph::shared_events(PersonId a, PersonId b) const {
  std::vector<EventId> shared;
  std::ranges::set_intersection(events_of(a), events_of(b), std::back_inserter(shared));
  return shared;
}

std::optional<Day> EventGraph::last_day() const {
  std::optional<Day> last;
  for (const auto& date : columns_.date) {
    if (date && date->is_day()) last = std::max(last, date->last_day());
  }
  return last;
}

EventGraph build_event_graph(std::span<const Record> records, const Run& run) {
  EventGraphBuilder builder;
  for (const Record& record : records) {
    check_stop(run);
    builder.add(record);
  }
  return builder.finish(run);
}

namespace {

// The groups of an attribute: spellings that differ in case or diacritics are one, under the spelling of most persons
// (of equally many, the first in byte order).
struct Groups {
  std::vector<std::string_view> names;  // ascending
  std::map<std::string_view, std::uint32_t> of_spelling;
};

Groups groups_of(const StringColumn& values) {
  std::map<std::string_view, std::size_t> bearers;
  for (std::size_t person = 0; person < values.size(); ++person) {
    if (!values[person].empty()) ++bearers[values[person]];
  }
  std::map<std::string, std::vector<std::string_view>> spellings;
  for (const auto& [spelling, count] : bearers) spellings[fold(spelling)].push_back(spelling);
  std::map<std::string_view, std::span<const std::string_view>> by_name;
  for (const auto& [folded, alike] : spellings) {
    const auto usual = std::ranges::max_element(
        alike, {}, [&bearers](std::string_view spelling) { return bearers.find(spelling)->second; });
    by_name.emplace(*usual, alike);
  }
  Groups groups;
  for (const auto& [name, alike] : by_name) {
    for (const std::string_view spelling : alike) {
      groups.of_spelling.emplace(spelling, static_cast<std::uint32_t>(groups.names.size()));
    }
    groups.names.push_back(name);
  }
  return groups;
}

}  // namespace

EventGraph aggregate(const EventGraph& graph, Attribute by, const Run& run) {
  const PersonColumns& persons = graph.persons();
  const StringColumn& values = by == Attribute::country    ? persons.country
                               : by == Attribute::position ? persons.position
                                                           : persons.organisation;
  const Groups groups = groups_of(values);
  PersonColumns columns;
  for (const std::string_view name : groups.names) {
    columns.id.push_back(name);
    columns.name.push_back(name);
    columns.country.push_back(by == Attribute::country ? name : std::string_view());
    columns.organisation.push_back(by == Attribute::organisation ? name : std::string_view());
    columns.position.push_back(by == Attribute::position ? name : std::string_view());
    columns.rank.push_back({});
  }
  std::vector<PersonId> group_of(values.size());
  for (std::size_t person = 0; person < values.size(); ++person) {
    if (!values[person].empty()) group_of[person] = PersonId(groups.of_spelling.at(values[person]));
  }
  ToldParticipations told;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    for (const PersonId person : graph.participants_of(EventId(event))) {
      if (values[person.index()].empty()) continue;
      told.persons.push_back(group_of[person.index()]);
      told.roles.emplace_back(std::nullopt);
    }
    told.offsets.push_back(told.persons.size());
  }
  return assemble(std::move(columns), graph.events(), std::move(told), {}, run);
}

}  // namespace entente
