#pragma once

#include <entente/core/record.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace entente::test {

/// A plain linear congruential stream (Knuth's MMIX constants): the tests' own, shared with nothing of the library.
class TestRandom {
 public:
  explicit TestRandom(std::uint64_t seed) : state_(seed) {}
  /// A number in [0, bound).
  std::uint64_t below(std::uint64_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33U) % bound;
  }

 private:
  std::uint64_t state_;
};

/// Resolved records `e0`, `e1`, … of persons `p0`, `p1`, …: 0 to `largest` participants each, every second one dated,
/// types varied.
inline std::vector<Record> random_records(std::size_t num_persons, std::size_t num_events, std::size_t largest,
                                          std::uint64_t seed) {
  TestRandom random(seed);
  std::vector<Record> records(num_events);
  for (std::size_t event = 0; event < num_events; ++event) {
    Record& record = records[event];
    record.id = "e" + std::to_string(event);
    record.type = static_cast<EventType>(random.below(7));
    if (random.below(2) == 0) record.date = Date::from_day(static_cast<Day>(15000 + random.below(4000)));
    const std::uint64_t size = random.below(largest + 1);
    for (std::uint64_t i = 0; i < size; ++i) {
      Participant participant;
      participant.id = "p" + std::to_string(random.below(num_persons));
      participant.name = "Person " + participant.id;
      participant.country = random.below(3) == 0 ? "TR" : "AZ";
      record.participants.push_back(participant);
    }
  }
  return records;
}

/// Resolved records with the given participants, `e0`, `e1`, …
inline std::vector<Record> meetings(const std::vector<std::vector<std::string>>& participants) {
  std::vector<Record> records;
  for (const auto& names : participants) {
    Record record;
    record.id = "e" + std::to_string(records.size());
    record.type = EventType::meeting;
    for (const std::string& name : names) {
      Participant participant;
      participant.id = name;
      participant.name = name;
      record.participants.push_back(participant);
    }
    records.push_back(record);
  }
  return records;
}

}  // namespace entente::test
