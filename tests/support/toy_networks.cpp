#include "toy_networks.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <set>
#include <utility>

namespace entente::toy {

namespace {

/// SplitMix64: enough for tests, and the same everywhere.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U) {}

  std::size_t below(std::size_t bound) {
    std::uint64_t value = state_ += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return (value ^ (value >> 31U)) % bound;
  }

 private:
  std::uint64_t state_;
};

std::string numbered(char letter, std::size_t number) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%c%05zu", letter, number);
  return text.data();
}

}  // namespace

PersonNetwork network(std::size_t num_persons, const std::vector<WeightedPair>& pairs) {
  std::vector<Tie> ties;
  for (const WeightedPair& pair : pairs) {
    Tie tie;
    tie.a = PersonId(pair.a);
    tie.b = PersonId(pair.b);
    tie.weight = pair.weight;
    ties.push_back(tie);
  }
  return {num_persons, std::move(ties)};
}

PersonNetwork star(std::size_t num_persons) {
  std::vector<WeightedPair> pairs;
  for (std::size_t leaf = 1; leaf < num_persons; ++leaf) pairs.push_back({0, leaf});
  return network(num_persons, pairs);
}

PersonNetwork path(std::size_t num_persons) {
  std::vector<WeightedPair> pairs;
  for (std::size_t person = 1; person < num_persons; ++person) pairs.push_back({person - 1, person});
  return network(num_persons, pairs);
}

PersonNetwork grid(std::size_t rows, std::size_t columns) {
  std::vector<WeightedPair> pairs;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t person = row * columns + column;
      if (column + 1 < columns) pairs.push_back({person, person + 1});
      if (row + 1 < rows) pairs.push_back({person, person + columns});
    }
  }
  return network(rows * columns, pairs);
}

PersonNetwork complete(std::size_t num_persons, double weight) {
  std::vector<WeightedPair> pairs;
  for (std::size_t a = 0; a < num_persons; ++a) {
    for (std::size_t b = a + 1; b < num_persons; ++b) pairs.push_back({a, b, weight});
  }
  return network(num_persons, pairs);
}

PersonNetwork two_cliques(std::size_t size) {
  std::vector<WeightedPair> pairs{{size - 1, size}};
  for (std::size_t a = 0; a < size; ++a) {
    for (std::size_t b = a + 1; b < size; ++b) {
      pairs.push_back({a, b});
      pairs.push_back({size + a, size + b});
    }
  }
  return network(2 * size, pairs);
}

PersonNetwork strangers(std::size_t num_persons) { return network(num_persons, {}); }

PersonNetwork karate_club() {
  // For each person, counted from 1, the neighbours with a smaller number.
  const std::vector<std::pair<std::size_t, std::vector<std::size_t>>> rows{
      {2, {1}},
      {3, {1, 2}},
      {4, {1, 2, 3}},
      {5, {1}},
      {6, {1}},
      {7, {1, 5, 6}},
      {8, {1, 2, 3, 4}},
      {9, {1, 3}},
      {10, {3}},
      {11, {1, 5, 6}},
      {12, {1}},
      {13, {1, 4}},
      {14, {1, 2, 3, 4}},
      {17, {6, 7}},
      {18, {1, 2}},
      {20, {1, 2}},
      {22, {1, 2}},
      {26, {24, 25}},
      {28, {3, 24, 25}},
      {29, {3}},
      {30, {24, 27}},
      {31, {2, 9}},
      {32, {1, 25, 26, 29}},
      {33, {3, 9, 15, 16, 19, 21, 23, 24, 30, 31, 32}},
      {34, {9, 10, 14, 15, 16, 19, 20, 21, 23, 24, 27, 28, 29, 30, 31, 32, 33}}};
  std::vector<WeightedPair> pairs;
  for (const auto& [person, neighbours] : rows) {
    for (const std::size_t neighbour : neighbours) pairs.push_back({neighbour - 1, person - 1});
  }
  return network(34, pairs);
}

PersonNetwork random_network(const RandomOptions& options) {
  Numbers numbers(options.seed);
  const std::size_t n = options.persons;
  std::vector<WeightedPair> pairs;
  if (n < 2) return network(n, pairs);
  const std::size_t possible = n * (n - 1) / 2;
  const auto wanted = static_cast<std::size_t>(options.mean_degree * static_cast<double>(n) / 2);
  std::set<std::pair<std::size_t, std::size_t>> taken;
  while (taken.size() < std::min(wanted, possible)) {
    const std::size_t a = numbers.below(n);
    const std::size_t b = numbers.below(n);
    if (a != b && taken.emplace(std::minmax(a, b)).second) {
      pairs.push_back({a, b, static_cast<double>(1 + numbers.below(options.max_weight))});
    }
  }
  return network(n, pairs);
}

PersonNetwork planted_circles(const PlantedOptions& options) {
  Numbers numbers(options.seed);
  const std::size_t circle_size = options.persons / options.circles;
  std::set<std::pair<std::size_t, std::size_t>> taken;
  std::vector<WeightedPair> pairs;
  for (std::size_t a = 0; a < options.persons; ++a) {
    for (std::size_t i = 0; i < options.ties_within + options.ties_across; ++i) {
      const std::size_t b = i < options.ties_within ? a % options.circles + options.circles * numbers.below(circle_size)
                                                    : numbers.below(options.persons);
      if (a == b || !taken.emplace(std::minmax(a, b)).second) continue;
      pairs.push_back({a, b, 0.1 * static_cast<double>(1 + numbers.below(9))});
    }
  }
  return network(options.persons, pairs);
}

PersonNetwork renumbered(const PersonNetwork& net, std::span<const std::size_t> to) {
  std::vector<WeightedPair> pairs;
  for (const Tie& tie : net.ties()) pairs.push_back({to[tie.a.index()], to[tie.b.index()], tie.weight});
  return network(net.num_persons(), pairs);
}

PersonNetwork scaled(const PersonNetwork& net, double factor) {
  std::vector<Tie> ties = net.ties();
  for (Tie& tie : ties) tie.weight *= factor;
  return {net.num_persons(), std::move(ties)};
}

std::vector<std::size_t> random_order(std::size_t n, std::uint64_t seed) {
  Numbers numbers(seed);
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[numbers.below(i)]);
  return order;
}

EventGraph events_of(const std::vector<std::vector<std::string>>& participants) {
  std::vector<Record> records;
  for (const std::vector<std::string>& persons : participants) {
    Record record;
    record.id = numbered('e', records.size());
    record.type = EventType::meeting;
    for (const std::string& person : persons) {
      Participant participant;
      participant.id = person;
      participant.name = person;
      record.participants.push_back(participant);
    }
    records.push_back(std::move(record));
  }
  return build_event_graph(records);
}

EventGraph random_events(std::size_t num_persons, std::size_t num_events, std::uint64_t seed) {
  Numbers numbers(seed);
  std::vector<std::vector<std::string>> participants(num_events);
  for (auto& persons : participants) {
    std::set<std::string> chosen;
    const std::size_t size = 1 + numbers.below(6);
    for (std::size_t i = 0; i < size; ++i) chosen.insert(numbered('p', numbers.below(num_persons)));
    persons.assign(chosen.begin(), chosen.end());
  }
  return events_of(participants);
}

}  // namespace entente::toy
