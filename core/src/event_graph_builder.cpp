// Texts are numbered as they come; at the end identifiers are sorted, and every dense id is the rank of its identifier,
// so that the order of the records leaves no trace.
#include "graph_assembly.hpp"
#include "text_order.hpp"

#include <entente/core/error.hpp>
#include <entente/core/event_graph_builder.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t longest_sentence = 300;
constexpr std::string_view separator = " | ";

std::string documents_of(const Record& record) {
  std::set<std::string_view> names;
  for (const Source& source : record.sources) {
    if (!source.document.empty()) names.insert(source.document);
  }
  std::string joined;
  for (const std::string_view one : names) {
    if (!joined.empty()) joined += separator;
    joined += one;
  }
  return joined;
}

void require_countable(std::size_t count, const char* what) {
  if (count < PersonId::max_count()) return;
  throw Error(ErrorCode::limit_exceeded, std::string("there are more than 4,294,967,294 ") + what, {},
              "choose fewer with --since, --until or --type");
}

// The rows of `ids` by their texts.
std::vector<std::uint32_t> sorted_rows(const StringColumn& ids, const Run& run) {
  return order_by_text(ids.size(), [&ids](std::uint32_t row) { return ids[row]; }, run);
}

template <typename Column>
void reorder(Column& column, const std::vector<std::uint32_t>& order) {
  Column sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t row : order) sorted.push_back(column[row]);
  column = std::move(sorted);
}

}  // namespace

RecordBatch::Text EventGraphBuilder::value_of(Attribute attribute, const RecordBatch::Details& details) {
  switch (attribute) {
    case name:
      return details.name;
    case country:
      return details.country;
    case organisation:
      return details.organisation;
    case position:
      return details.position;
    case rank:
      return details.rank;
  }
  return {};
}

// What batches tell of an attribute; their events were added from `first_event` on.
void EventGraphBuilder::tell(Attribute attribute, std::span<const RecordBatch> batches, std::size_t first_event) {
  std::size_t participation = event_offsets_[first_event];
  for (const RecordBatch& batch : batches) {
    if (batch.details.empty()) {
      participation += batch.persons.size();
      continue;
    }
    std::uint32_t next = 0;
    for (const RecordBatch::Event& event : batch.events) {
      for (; next < event.persons_end; ++next, ++participation) {
        const std::uint32_t details = batch.persons[next].details;
        if (details == RecordBatch::no_details) continue;
        told_[attribute].add(participants_[participation], batch[value_of(attribute, batch.details[details])],
                             event.date);
      }
    }
  }
}

// Bare names are names like others where somebody has others too; who has none is named by them.
void EventGraphBuilder::join_bare_names() {
  if (told_[name].supports.empty()) return;
  std::vector<bool> is_named(persons_.size(), false);
  for (const auto& [key, support] : told_[name].supports) is_named[key >> 32U] = true;
  std::size_t participation = 0;
  for (std::size_t event = 0; event < num_events(); ++event) {
    for (; participation < event_offsets_[event + 1]; ++participation) {
      const PersonId person = participants_[participation];
      if (!are_bare_names_[participation] || !is_named[person.index()]) continue;
      told_[name].add(person, persons_.text(static_cast<std::uint32_t>(person.index())),
                      CompactDate(events_.date[event]));
    }
  }
}

void EventGraphBuilder::add_id(std::string_view id) {
  const std::size_t last = events_.id.size();
  events_ascend_ = events_ascend_ && (last == 0 || events_.id[last - 1] < id);
  events_.id.push_back(id);
}

void EventGraphBuilder::participate(PersonId person, std::optional<Role> role, bool is_bare_name) {
  participants_.push_back(person);
  roles_.push_back(role);
  are_bare_names_.push_back(is_bare_name);
}

void EventGraphBuilder::add_event(std::string_view id, EventType type, CompactDate date, std::string_view place,
                                  std::size_t reports, std::string_view documents, std::string_view sentence) {
  add_id(id);
  events_.type.push_back(type);
  events_.date.push_back(date.date());
  events_.place.push_back(place);
  events_.reports.push_back(static_cast<std::uint32_t>(std::max<std::size_t>(1, reports)));
  events_.documents.push_back(documents);
  events_.sentence.push_back(sentence);
  event_offsets_.push_back(participants_.size());
}

void EventGraphBuilder::add(const Record& record) {
  const CompactDate date(record.date);
  for (const Participant& participant : record.participants) {
    const PersonId person(persons_.number(participant.id));
    participate(person, participant.role, false);
    told_[name].add(person, participant.name, date);
    told_[country].add(person, participant.country, date);
    told_[organisation].add(person, participant.organisation, date);
    told_[position].add(person, participant.position, date);
    told_[rank].add(person, participant.rank, date);
  }
  add_event(record.id, record.type, date, record.place, record.sources.size(), documents_of(record),
            record.evidence.empty() ? std::string() : shorten(record.evidence.front().text, longest_sentence));
}

// The persons of each batch. Most came before: they are looked up together, and only the new ones are then numbered in
// their order.
std::vector<std::vector<std::uint32_t>> EventGraphBuilder::number_persons(std::span<const RecordBatch> batches,
                                                                          Workers& workers) {
  std::vector<std::vector<std::string_view>> keys(batches.size());
  std::vector<std::vector<std::uint32_t>> persons(batches.size());
  std::vector<std::vector<std::uint32_t>> unknown(batches.size());
  workers.for_blocks(batches.size(), 1, [&](std::size_t number, std::size_t, std::size_t) {
    const RecordBatch& batch = batches[number];
    keys[number].reserve(batch.persons.size());
    for (const RecordBatch::Person& one : batch.persons) keys[number].push_back(batch[one.key]);
    persons[number].resize(keys[number].size());
    unknown[number] = persons_.find(keys[number], persons[number]);
  });
  for (std::size_t number = 0; number < batches.size(); ++number) {
    persons_.number(keys[number], unknown[number], persons[number]);
  }
  return persons;
}

// What has one size an event or a participation is written where the batch begins.
void EventGraphBuilder::place(const RecordBatch& batch, std::span<const std::uint32_t> persons, std::size_t event,
                              std::size_t participation) {
  for (std::size_t i = 0; i < persons.size(); ++i) {
    const std::uint32_t details = batch.persons[i].details;
    participants_[participation + i] = PersonId(persons[i]);
    roles_[participation + i] = details == RecordBatch::no_details ? std::nullopt : batch.details[details].role;
  }
  for (std::size_t i = 0; i < batch.events.size(); ++i) {
    const RecordBatch::Event& one = batch.events[i];
    event_offsets_[event + i + 1] = participation + one.persons_end;
    events_.type[event + i] = one.type;
    events_.date[event + i] = one.date.date();
    events_.reports[event + i] = 1;
  }
}

void EventGraphBuilder::tell_ids(std::span<const RecordBatch> batches) {
  for (const RecordBatch& batch : batches) {
    for (const RecordBatch::Event& event : batch.events) add_id(batch[event.id]);
  }
}

void EventGraphBuilder::tell_bare_names(std::span<const RecordBatch> batches, std::size_t participation) {
  are_bare_names_.resize(participants_.size(), true);
  for (const RecordBatch& batch : batches) {
    for (std::size_t i = 0; i < batch.persons.size() && !batch.details.empty(); ++i) {
      if (batch.persons[i].details != RecordBatch::no_details) are_bare_names_[participation + i] = false;
    }
    participation += batch.persons.size();
  }
}

void EventGraphBuilder::add(std::span<const RecordBatch> batches, Workers& workers) {
  const std::vector<std::vector<std::uint32_t>> persons = number_persons(batches, workers);
  const std::size_t first_event = num_events();
  const std::size_t first_participation = participants_.size();
  std::vector<std::pair<std::size_t, std::size_t>> begins{{first_event, first_participation}};
  for (const RecordBatch& batch : batches) {
    const auto [event, participation] = begins.back();
    begins.emplace_back(event + batch.events.size(), participation + batch.persons.size());
  }
  const auto [num_events, num_participations] = begins.back();
  participants_.resize(num_participations);
  roles_.resize(num_participations);
  event_offsets_.resize(num_events + 1);
  events_.type.resize(num_events);
  events_.date.resize(num_events);
  events_.reports.resize(num_events);
  workers.for_blocks(batches.size(), 1, [&](std::size_t number, std::size_t, std::size_t) {
    place(batches[number], persons[number], begins[number].first, begins[number].second);
  });

  const auto append = [batches](StringColumn& column, const auto& text_of) {
    for (const RecordBatch& batch : batches) {
      for (const RecordBatch::Event& event : batch.events) column.push_back(text_of(batch, event));
    }
  };
  enum Task : std::uint8_t { ids = num_attributes, places, documents, sentences, bare_names, num_tasks };
  workers.for_blocks(num_tasks, 1, [&](std::size_t task, std::size_t, std::size_t) {
    switch (task) {
      case ids:
        return tell_ids(batches);
      case places:
        return append(events_.place, [](const auto& batch, const auto& event) { return batch[event.place]; });
      case documents:
        return append(events_.documents, [](const auto& batch, const auto& event) { return batch[event.document]; });
      case sentences:
        return append(events_.sentence, [](const auto& batch, const auto& event) {
          return shorten(batch[event.sentence], longest_sentence);
        });
      case bare_names:
        return tell_bare_names(batches, first_participation);
      default:
        return tell(static_cast<Attribute>(task), batches, first_event);
    }
  });
}

bool EventGraphBuilder::ids_are_unique() const {
  if (events_ascend_) return num_events() == 0 || !events_.id[0].empty();
  const std::vector<std::uint32_t> order = sorted_rows(events_.id, Run{.threads = 1});
  return !events_.id[order.front()].empty() &&
         std::ranges::adjacent_find(order, {}, [this](std::uint32_t row) { return events_.id[row]; }) == order.end();
}

// The value told most often of each person; of equally frequent ones the last by date, then the first by letters.
StringColumn EventGraphBuilder::usual_values(Attribute attribute,
                                             const std::vector<std::uint32_t>& person_ranks) const {
  const Told& told = told_[attribute];
  struct Value {
    std::uint32_t person;
    std::uint32_t value;
    Support support;
  };
  std::vector<Value> values;
  values.reserve(told.supports.size());
  for (const auto& [key, support] : told.supports) {
    values.push_back({person_ranks[key >> 32U], static_cast<std::uint32_t>(key), support});
  }
  std::ranges::sort(values, [&told](const Value& a, const Value& b) {
    if (a.person != b.person) return a.person < b.person;
    const std::pair of_a(a.support.times, a.support.last.bits());
    const std::pair of_b(b.support.times, b.support.last.bits());
    return of_a != of_b ? of_a > of_b : told.values.text(a.value) < told.values.text(b.value);
  });
  StringColumn column;
  column.reserve(person_ranks.size());
  auto next = values.cbegin();
  for (std::uint32_t person = 0; person < person_ranks.size(); ++person) {
    const bool is_told = next != values.cend() && next->person == person;
    column.push_back(is_told ? told.values.text(next->value) : std::string_view());
    while (next != values.cend() && next->person == person) ++next;
  }
  return column;
}

PersonColumns EventGraphBuilder::person_columns(const std::vector<std::uint32_t>& person_ranks, const Run& run) const {
  std::vector<std::uint32_t> by_rank(person_ranks.size());
  for (std::uint32_t number = 0; number < person_ranks.size(); ++number) by_rank[person_ranks[number]] = number;
  PersonColumns columns;
  columns.id.reserve(by_rank.size());
  for (const std::uint32_t number : by_rank) columns.id.push_back(persons_.text(number));
  StringColumn names;
  const std::array usual{&names, &columns.country, &columns.organisation, &columns.position, &columns.rank};
  for_blocks(run, num_attributes, 1, [&](std::size_t attribute, std::size_t, std::size_t) {
    *usual[attribute] = usual_values(static_cast<Attribute>(attribute), person_ranks);
  });
  columns.name.reserve(by_rank.size());
  for (std::size_t person = 0; person < by_rank.size(); ++person) {
    columns.name.push_back(names[person].empty() ? columns.id[person] : names[person]);
  }
  return columns;
}

EventGraph EventGraphBuilder::finish(const Run& run) {
  EventGraphBuilder done = std::exchange(*this, EventGraphBuilder());
  require_countable(done.num_events(), "events");
  require_countable(done.persons_.size(), "persons");
  done.join_bare_names();
  const std::vector<std::uint32_t> person_ranks = ranks_of(done.persons_, run);
  for_blocks(run, done.participants_.size(), std::size_t{1} << 16U,
             [&](std::size_t begin, std::size_t end, std::size_t) {
               for (std::size_t i = begin; i < end; ++i)
                 done.participants_[i] = PersonId(person_ranks[done.participants_[i].index()]);
             });
  std::vector<std::uint32_t> order;
  if (!done.events_ascend_) {
    order = sorted_rows(done.events_.id, run);
    EventColumns& events = done.events_;
    reorder(events.id, order);
    reorder(events.type, order);
    reorder(events.date, order);
    reorder(events.place, order);
    reorder(events.reports, order);
    reorder(events.documents, order);
    reorder(events.sentence, order);
  }
  PersonColumns persons = done.person_columns(person_ranks, run);
  ToldParticipations told{std::move(done.event_offsets_), std::move(done.participants_), std::move(done.roles_)};
  return assemble(std::move(persons), std::move(done.events_), std::move(told), order, run);
}

}  // namespace entente
