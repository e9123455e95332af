#include <entente/core/content_hash.hpp>
#include <entente/core/error.hpp>
#include <entente/resolve/unique_events.hpp>

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace entente {

namespace {

std::string id_by_content(const Record& record) {
  ContentHash hash;
  hash.add(to_string(record.type));
  hash.add(record.date ? record.date->to_string() : std::string());
  hash.add(record.place);
  for (const Participant& participant : record.participants) {
    hash.add(participant.id);
    hash.add(participant.name);
  }
  for (const Source& source : record.sources) hash.add(source.document);
  return "r-" + hash.hex();
}

[[noreturn]] void refuse_known(const std::string& message, Place place, const char* field) {
  place.field = field;
  throw Error(ErrorCode::bad_known, message, std::move(place), "name a file that `entente resolve` wrote");
}

}  // namespace

std::string_view UniqueEvents::id(std::size_t place) const {
  const auto numbered = numbered_.find(order_[place]);
  return numbered == numbered_.end() ? store_.id(order_[place]) : std::string_view(numbered->second);
}

Record UniqueEvents::operator[](std::size_t place) const {
  Record record = store_[order_[place]];
  record.id = id(place);
  return record;
}

std::vector<std::uint32_t> UniqueEvents::by_arrival() const {
  constexpr std::uint32_t none = ~std::uint32_t{0};
  std::vector<std::uint32_t> places(store_.size(), none);
  for (std::uint32_t place = 0; place < order_.size(); ++place) places[order_[place]] = place;
  std::erase(places, none);
  return places;
}

std::vector<Record> UniqueEvents::records() const {
  std::vector<Record> all;
  all.reserve(size());
  for (std::size_t place = 0; place < size(); ++place) all.push_back((*this)[place]);
  return all;
}

void EventCollector::add_known(const Record& record, const Place& place) {
  if (record.id.empty()) refuse_known("lacks an identifier", place, "id");
  for (const Participant& participant : record.participants) {
    if (participant.id.empty()) refuse_known("a participant lacks an identifier", place, "participants");
  }
  if (!known_ids_.insert(record.id).second) refuse_known("the event id '" + record.id + "' stands twice", place, "id");
  for (const Source& source : record.sources) known_documents_.insert(source.document);
  known_documents_.erase("");
  keep(record, place);
  made_.push_back(false);
  ++events_.num_known_;
}

bool EventCollector::add(Record record, const Place& place) {
  if (!record.id.empty() && known_ids_.contains(record.id)) return false;
  for (const Source& source : record.sources) {
    if (known_documents_.contains(source.document)) return false;
  }
  made_.push_back(record.id.empty());
  if (record.id.empty()) record.id = id_by_content(record);
  keep(record, place);
  return true;
}

void EventCollector::keep(const Record& record, const Place& place) {
  source_of_.push_back(sources_.number(place.source));
  line_of_.push_back(place.line);
  events_.store_.add(record);
}

// By id; of one id those that were told before those that were made, then by content.
bool EventCollector::precedes(std::uint32_t a, std::uint32_t b) const {
  const RecordStore& store = events_.store_;
  if (const auto order = store.id(a) <=> store.id(b); order != 0) return order < 0;
  if (made_[a] != made_[b]) return made_[b];
  const auto where = [this](std::uint32_t number) {
    return std::tuple(sources_.text(source_of_[number]), line_of_[number]);
  };
  const Record of_a = store[a];
  const Record of_b = store[b];
  return of_a != of_b ? of_a < of_b : where(a) < where(b);
}

Place EventCollector::place_of(std::uint32_t number) const {
  return {.source = std::string(sources_.text(source_of_[number])), .line = line_of_[number]};
}

bool EventCollector::is_told(const std::string& id) const {
  const auto first = std::ranges::lower_bound(events_.order_, std::string_view(id), {},
                                              [this](std::uint32_t number) { return events_.store_.id(number); });
  return first != events_.order_.end() && events_.store_.id(*first) == id && !made_[*first];
}

// Of those with a told id all but the first are rejected, those with a made one are numbered.
void EventCollector::settle(std::span<const std::uint32_t> same_id) {
  const std::uint32_t first = same_id.front();
  const std::string id(events_.store_.id(first));
  std::uint64_t number = made_[first] ? 1 : 0;
  for (const std::uint32_t other : same_id.subspan(1)) {
    if (!made_[other]) {
      Place place = place_of(other);
      place.field = "id";
      events_.rejected_.push_back({std::move(place), Defect::duplicate_event,
                                   "the event id '" + id + "' stands at " + to_string(place_of(first)) + " already",
                                   id});
      continue;
    }
    if (number == 0) number = 1;
    std::string numbered;
    do numbered = id + "-" + std::to_string(++number);
    while (is_told(numbered));
    events_.numbered_.emplace(other, std::move(numbered));
  }
}

// Mostly by the first letters of the ids, which lie at hand.
void EventCollector::sort_by_id() {
  struct Key {
    std::uint64_t letters;
    std::uint32_t number;
  };
  std::vector<Key> keys;
  keys.reserve(events_.store_.size());
  for (std::uint32_t number = 0; number < events_.store_.size(); ++number) {
    keys.push_back({first_letters(events_.store_.id(number)), number});
  }
  std::ranges::sort(keys, [this](const Key& a, const Key& b) {
    return a.letters != b.letters ? a.letters < b.letters : precedes(a.number, b.number);
  });
  events_.order_.reserve(keys.size());
  for (const Key& key : keys) events_.order_.push_back(key.number);
}

UniqueEvents EventCollector::finish() {
  sort_by_id();
  std::vector<std::uint32_t>& order = events_.order_;

  const auto have_one_id = [this](std::uint32_t a, std::uint32_t b) {
    return events_.store_.id(a) == events_.store_.id(b);
  };
  std::vector<std::uint32_t> kept;
  for (auto begin = order.begin(); begin != order.end();) {
    const auto end =
        std::find_if_not(begin + 1, order.end(), [&](std::uint32_t number) { return have_one_id(*begin, number); });
    if (end - begin > 1) settle({begin, end});
    begin = end;
  }
  std::uint32_t before = 0;
  std::erase_if(order, [&, first = true](std::uint32_t number) mutable {
    const bool repeated = !first && !made_[number] && have_one_id(before, number);
    first = false;
    before = number;
    return repeated;
  });
  if (!events_.numbered_.empty()) {
    const auto final_id = [this](std::uint32_t number) {
      const auto numbered = events_.numbered_.find(number);
      return numbered == events_.numbered_.end() ? events_.store_.id(number) : std::string_view(numbered->second);
    };
    std::ranges::sort(order, {}, final_id);
  }
  return std::move(events_);
}

}  // namespace entente
