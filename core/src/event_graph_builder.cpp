// Texts are numbered as they come; at the end identifiers are sorted, and every dense id is the rank of its identifier,
// so that the order of the records leaves no trace.
#include "graph_assembly.hpp"

#include <entente/core/error.hpp>
#include <entente/core/event_graph_builder.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <numeric>
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
std::vector<std::uint32_t> sorted_rows(const StringColumn& ids) {
  std::vector<std::uint32_t> order(ids.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&ids](std::uint32_t row) { return std::pair(first_letters(ids[row]), ids[row]); });
  return order;
}

template <typename Column>
void reorder(Column& column, const std::vector<std::uint32_t>& order) {
  Column sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t row : order) sorted.push_back(column[row]);
  column = std::move(sorted);
}

}  // namespace

void EventGraphBuilder::tell(Told attribute, std::uint32_t person, std::string_view value, CompactDate date) {
  if (value.empty()) return;
  told_[attribute][std::uint64_t{person} << 32U | texts_.number(value)].add(1, date);
}

void EventGraphBuilder::tell_bare_name(std::uint32_t person, CompactDate date) {
  if (bare_names_.size() <= person) bare_names_.resize(std::max<std::size_t>(person + 1, 2 * bare_names_.size()));
  bare_names_[person].add(1, date);
}

// Bare names are names like others where somebody has others too; who has none is named by them.
void EventGraphBuilder::join_bare_names() {
  std::vector<std::uint32_t> named;
  for (const auto& [key, support] : told_[name]) named.push_back(static_cast<std::uint32_t>(key >> 32U));
  std::ranges::sort(named);
  named.erase(std::ranges::unique(named).begin(), named.end());
  for (const std::uint32_t person : named) {
    if (person >= bare_names_.size() || bare_names_[person].times == 0) continue;
    told_[name][std::uint64_t{person} << 32U | texts_.number(persons_.text(person))].add(bare_names_[person].times,
                                                                                         bare_names_[person].last);
  }
}

void EventGraphBuilder::participate(std::uint32_t person, std::optional<Role> role) {
  participants_.push_back(person);
  roles_.push_back(role);
}

void EventGraphBuilder::add_event(std::string_view id, EventType type, const std::optional<Date>& date,
                                  std::string_view place, std::size_t reports, std::string_view documents,
                                  std::string_view sentence) {
  const std::size_t last = events_.id.size();
  events_ascend_ = events_ascend_ && (last == 0 || events_.id[last - 1] < id);
  events_.id.push_back(id);
  events_.type.push_back(type);
  events_.date.push_back(date);
  events_.place.push_back(place);
  events_.reports.push_back(static_cast<std::uint32_t>(std::max<std::size_t>(1, reports)));
  events_.documents.push_back(documents);
  events_.sentence.push_back(sentence);
  event_ends_.push_back(participants_.size());
}

void EventGraphBuilder::add(const Record& record) {
  const CompactDate date(record.date);
  for (const Participant& participant : record.participants) {
    const std::uint32_t person = persons_.number(participant.id);
    participate(person, participant.role);
    tell(name, person, participant.name, date);
    tell(country, person, participant.country, date);
    tell(organisation, person, participant.organisation, date);
    tell(position, person, participant.position, date);
    tell(rank, person, participant.rank, date);
  }
  add_event(record.id, record.type, record.date, record.place, record.sources.size(), documents_of(record),
            record.evidence.empty() ? std::string() : shorten(record.evidence.front().text, longest_sentence));
}

void EventGraphBuilder::add(std::span<const RecordBatch> batches, Workers& workers) {
  // Most names came before: they are looked up together, and only the new ones are then numbered in their order.
  std::vector<std::vector<std::uint32_t>> persons(batches.size());
  workers.for_blocks(batches.size(), 1, [&](std::size_t number, std::size_t, std::size_t) {
    const RecordBatch& batch = batches[number];
    std::vector<std::string_view> keys;
    keys.reserve(batch.persons.size());
    for (const RecordBatch::Person& one : batch.persons) keys.push_back(batch[one.key]);
    persons[number].resize(keys.size());
    persons_.find(keys, persons[number]);
  });
  for (std::size_t number = 0; number < batches.size(); ++number) {
    const RecordBatch& batch = batches[number];
    std::uint32_t next = 0;
    for (const RecordBatch::Event& event : batch.events) {
      for (; next < event.persons_end; ++next) {
        const RecordBatch::Person& one = batch.persons[next];
        std::uint32_t person = persons[number][next];
        if (person == Interner::none) person = persons_.number(batch[one.key]);
        if (one.details == RecordBatch::no_details) {
          participate(person, std::nullopt);
          tell_bare_name(person, event.date);
          continue;
        }
        const RecordBatch::Details& details = batch.details[one.details];
        participate(person, details.role);
        tell(name, person, batch[details.name], event.date);
        tell(country, person, batch[details.country], event.date);
        tell(organisation, person, batch[details.organisation], event.date);
        tell(position, person, batch[details.position], event.date);
        tell(rank, person, batch[details.rank], event.date);
      }
      add_event(batch[event.id], event.type, event.date.date(), batch[event.place], 1, batch[event.document],
                shorten(batch[event.sentence], longest_sentence));
    }
  }
}

bool EventGraphBuilder::ids_are_unique() const {
  if (events_ascend_) return num_events() == 0 || !events_.id[0].empty();
  const std::vector<std::uint32_t> order = sorted_rows(events_.id);
  return !events_.id[order.front()].empty() &&
         std::ranges::adjacent_find(order, {}, [this](std::uint32_t row) { return events_.id[row]; }) == order.end();
}

// The value told most often of each person; of equally frequent ones the last by date, then the first by letters.
StringColumn EventGraphBuilder::usual_values(Told attribute, const std::vector<std::uint32_t>& person_ranks) const {
  struct Value {
    std::uint32_t person;
    std::uint32_t value;
    Support support;
  };
  std::vector<Value> values;
  values.reserve(told_[attribute].size());
  for (const auto& [key, support] : told_[attribute]) {
    values.push_back({person_ranks[key >> 32U], static_cast<std::uint32_t>(key), support});
  }
  std::ranges::sort(values, [this](const Value& a, const Value& b) {
    if (a.person != b.person) return a.person < b.person;
    const std::pair of_a(a.support.times, a.support.last.bits());
    const std::pair of_b(b.support.times, b.support.last.bits());
    return of_a != of_b ? of_a > of_b : texts_.text(a.value) < texts_.text(b.value);
  });
  StringColumn column;
  column.reserve(person_ranks.size());
  auto next = values.cbegin();
  for (std::uint32_t person = 0; person < person_ranks.size(); ++person) {
    const bool is_told = next != values.cend() && next->person == person;
    column.push_back(is_told ? texts_.text(next->value) : std::string_view());
    while (next != values.cend() && next->person == person) ++next;
  }
  return column;
}

PersonColumns EventGraphBuilder::person_columns(const std::vector<std::uint32_t>& person_ranks) const {
  std::vector<std::uint32_t> by_rank(person_ranks.size());
  for (std::uint32_t number = 0; number < person_ranks.size(); ++number) by_rank[person_ranks[number]] = number;
  PersonColumns columns;
  columns.id.reserve(by_rank.size());
  for (const std::uint32_t number : by_rank) columns.id.push_back(persons_.text(number));
  const StringColumn names = usual_values(name, person_ranks);
  columns.name.reserve(by_rank.size());
  for (std::size_t person = 0; person < by_rank.size(); ++person) {
    columns.name.push_back(names[person].empty() ? columns.id[person] : names[person]);
  }
  columns.country = usual_values(country, person_ranks);
  columns.organisation = usual_values(organisation, person_ranks);
  columns.position = usual_values(position, person_ranks);
  columns.rank = usual_values(rank, person_ranks);
  return columns;
}

EventGraph EventGraphBuilder::finish(const Run& run) {
  EventGraphBuilder done = std::exchange(*this, EventGraphBuilder());
  require_countable(done.num_events(), "events");
  require_countable(done.persons_.size(), "persons");
  done.join_bare_names();
  const std::vector<std::uint32_t> person_ranks = ranks_of(done.persons_);
  for_blocks(run, done.participants_.size(), std::size_t{1} << 16U,
             [&](std::size_t begin, std::size_t end, std::size_t) {
               for (std::size_t i = begin; i < end; ++i) done.participants_[i] = person_ranks[done.participants_[i]];
             });
  std::vector<std::uint32_t> order;
  if (!done.events_ascend_) {
    order = sorted_rows(done.events_.id);
    EventColumns& events = done.events_;
    reorder(events.id, order);
    reorder(events.type, order);
    reorder(events.date, order);
    reorder(events.place, order);
    reorder(events.reports, order);
    reorder(events.documents, order);
    reorder(events.sentence, order);
  }
  PersonColumns persons = done.person_columns(person_ranks);
  const ToldParticipations told{std::move(done.event_ends_), std::move(done.participants_), std::move(done.roles_)};
  return assemble(std::move(persons), std::move(done.events_), told, order, run);
}

}  // namespace entente
