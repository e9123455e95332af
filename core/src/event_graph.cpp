// Both directions of the bipartite graph are made by counting sorts over the participations. Texts are interned while
// the records are read; identifiers are then sorted, and every dense id is the rank of its identifier, so that the
// order of the records leaves no trace.
#include <entente/core/error.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/interner.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t longest_sentence = 300;
constexpr std::string_view separator = " | ";

struct Participation {
  std::uint32_t person;  // number in the interner, then dense id
  std::uint32_t event;   // likewise
  std::optional<Role> role;
};

// A value that one participation tells of a person.
struct Told {
  std::uint32_t person;
  std::uint32_t value;
  std::optional<Date> date;
};

// The value told most often of each person; of equally frequent ones the last by date, then the first by letters.
StringColumn usual_values(std::size_t num_persons, std::vector<Told> told, const Interner& texts) {
  std::ranges::sort(told, [&](const Told& a, const Told& b) {
    return std::tie(a.person, texts.text(a.value), a.date) < std::tie(b.person, texts.text(b.value), b.date);
  });
  StringColumn column;
  column.reserve(num_persons);
  auto next = told.cbegin();
  for (std::uint32_t person = 0; person < num_persons; ++person) {
    std::string_view best;
    std::pair<std::ptrdiff_t, std::optional<Date>> best_support{0, std::nullopt};
    while (next != told.cend() && next->person == person) {
      const auto end = std::find_if(
          next, told.cend(), [&](const Told& other) { return other.person != person || other.value != next->value; });
      const std::pair support{end - next, (end - 1)->date};
      if (support > best_support) {
        best = texts.text(next->value);
        best_support = support;
      }
      next = end;
    }
    column.push_back(best);
  }
  return column;
}

std::vector<std::uint32_t> ranks_by_text(const std::vector<std::string_view>& texts) {
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) { return texts[number]; });
  std::vector<std::uint32_t> ranks(texts.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

std::string documents_of(const Record& record) {
  std::set<std::string_view> names;
  for (const Source& source : record.sources) {
    if (!source.document.empty()) names.insert(source.document);
  }
  std::string joined;
  for (const std::string_view name : names) {
    if (!joined.empty()) joined += separator;
    joined += name;
  }
  return joined;
}

HugeVector<std::uint64_t> running_sums(const std::vector<std::uint64_t>& counts) {
  HugeVector<std::uint64_t> offsets(counts.size() + 1, 0);
  std::partial_sum(counts.begin(), counts.end(), offsets.begin() + 1);
  return offsets;
}

void require_countable(std::size_t count, const char* what) {
  if (count < PersonId::max_count()) return;
  throw Error(ErrorCode::limit_exceeded, std::string("there are more than 4,294,967,294 ") + what, {},
              "choose fewer with --since, --until or --type");
}

}  // namespace

class EventGraphBuilder {
 public:
  // `participations` have dense ids; sorts and merges them into both directions.
  static EventGraph build(PersonColumns persons, EventColumns events, std::vector<Participation> participations) {
    EventGraph graph;
    const std::size_t num_persons = persons.id.size();
    const std::size_t num_events = events.id.size();
    // Of a person who stands twice in one event, the told role stays; of two, the first of the enumeration.
    std::ranges::sort(participations, [](const Participation& a, const Participation& b) {
      return std::tuple(a.event, a.person, !a.role, a.role) < std::tuple(b.event, b.person, !b.role, b.role);
    });
    const auto repeated = std::ranges::unique(participations, [](const Participation& a, const Participation& b) {
      return a.event == b.event && a.person == b.person;
    });
    participations.erase(repeated.begin(), repeated.end());

    std::vector<std::uint64_t> by_event(num_events, 0);
    std::vector<std::uint64_t> by_person(num_persons, 0);
    graph.participants_.reserve(participations.size());
    graph.roles_.reserve(participations.size());
    for (const Participation& participation : participations) {
      graph.participants_.emplace_back(participation.person);
      graph.roles_.push_back(participation.role);
      ++by_event[participation.event];
      ++by_person[participation.person];
    }
    graph.event_offsets_ = running_sums(by_event);
    graph.person_offsets_ = running_sums(by_person);

    std::vector<std::uint64_t> next(graph.person_offsets_.begin(), graph.person_offsets_.end() - 1);
    graph.events_.resize(participations.size());
    for (const Participation& participation : participations) {
      graph.events_[next[participation.person]++] = EventId(participation.event);
    }
    graph.persons_ = std::move(persons);
    graph.columns_ = std::move(events);
    return graph;
  }
};

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
  require_countable(records.size(), "events");
  Interner persons;
  Interner texts;
  std::vector<Participation> participations;
  constexpr std::size_t num_attributes = 5;
  std::array<std::vector<Told>, num_attributes> told;
  std::vector<std::string_view> event_ids;
  event_ids.reserve(records.size());

  for (const Record& record : records) {
    check_stop(run);
    const auto event = static_cast<std::uint32_t>(event_ids.size());
    event_ids.emplace_back(record.id);
    for (const Participant& participant : record.participants) {
      const std::uint32_t person = persons.number(participant.id);
      participations.push_back({person, event, participant.role});
      const std::array<const std::string*, num_attributes> values{
          &participant.name, &participant.country, &participant.organisation, &participant.position, &participant.rank};
      for (std::size_t attribute = 0; attribute < num_attributes; ++attribute) {
        if (values[attribute]->empty()) continue;
        told[attribute].push_back({person, texts.number(*values[attribute]), record.date});
      }
    }
  }
  require_countable(persons.size(), "persons");

  std::vector<std::string_view> person_ids(persons.size());
  for (std::uint32_t person = 0; person < persons.size(); ++person) person_ids[person] = persons.text(person);
  const std::vector<std::uint32_t> person_rank = ranks_by_text(person_ids);
  const std::vector<std::uint32_t> event_rank = ranks_by_text(event_ids);
  for (Participation& participation : participations) {
    participation.person = person_rank[participation.person];
    participation.event = event_rank[participation.event];
  }

  PersonColumns person_columns;
  std::ranges::sort(person_ids);
  for (const std::string_view id : person_ids) person_columns.id.push_back(id);
  const std::array<StringColumn*, num_attributes> columns{&person_columns.name, &person_columns.country,
                                                          &person_columns.organisation, &person_columns.position,
                                                          &person_columns.rank};
  for (std::size_t attribute = 0; attribute < num_attributes; ++attribute) {
    for (Told& one : told[attribute]) one.person = person_rank[one.person];
    *columns[attribute] = usual_values(person_ids.size(), std::move(told[attribute]), texts);
  }

  std::vector<std::uint32_t> record_of(records.size());
  for (std::uint32_t record = 0; record < records.size(); ++record) record_of[event_rank[record]] = record;
  EventColumns event_columns;
  event_columns.type.reserve(records.size());
  event_columns.date.reserve(records.size());
  event_columns.reports.reserve(records.size());
  for (const std::uint32_t index : record_of) {
    const Record& record = records[index];
    event_columns.id.push_back(record.id);
    event_columns.type.push_back(record.type);
    event_columns.date.push_back(record.date);
    event_columns.place.push_back(record.place);
    event_columns.reports.push_back(static_cast<std::uint32_t>(std::max<std::size_t>(1, record.sources.size())));
    event_columns.documents.push_back(documents_of(record));
    event_columns.sentence.push_back(record.evidence.empty() ? std::string()
                                                             : shorten(record.evidence.front().text, longest_sentence));
  }
  return EventGraphBuilder::build(std::move(person_columns), std::move(event_columns), std::move(participations));
}

EventGraph aggregate(const EventGraph& graph, Attribute by, const Run& run) {
  const PersonColumns& persons = graph.persons();
  const StringColumn& values = by == Attribute::country    ? persons.country
                               : by == Attribute::position ? persons.position
                                                           : persons.organisation;
  std::map<std::string_view, std::uint32_t> groups;
  for (std::size_t person = 0; person < values.size(); ++person) {
    if (!values[person].empty()) groups.try_emplace(values[person], 0);
  }
  PersonColumns columns;
  std::uint32_t next = 0;
  for (auto& [value, number] : groups) {
    number = next++;
    columns.id.push_back(value);
    columns.name.push_back(value);
    columns.country.push_back(by == Attribute::country ? value : std::string_view());
    columns.organisation.push_back(by == Attribute::organisation ? value : std::string_view());
    columns.position.push_back(by == Attribute::position ? value : std::string_view());
    columns.rank.push_back({});
  }
  std::vector<Participation> participations;
  for (std::uint32_t event = 0; event < graph.num_events(); ++event) {
    check_stop(run);
    for (const PersonId person : graph.participants_of(EventId(event))) {
      const std::string_view value = values[person.index()];
      if (!value.empty()) participations.push_back({groups.at(value), event, std::nullopt});
    }
  }
  return EventGraphBuilder::build(std::move(columns), graph.events(), std::move(participations));
}

}  // namespace entente
