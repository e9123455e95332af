#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// Small networks whose measures are known, or that a test needs a thousand of.
namespace entente::toy {

struct WeightedPair {
  std::size_t a;
  std::size_t b;
  double weight = 1;
};

PersonNetwork network(std::size_t num_persons, const std::vector<WeightedPair>& pairs);

/// Person 0 with a tie to everybody else, who have none among themselves.
PersonNetwork star(std::size_t num_persons);
/// 0 – 1 – 2 – …
PersonNetwork path(std::size_t num_persons);
/// Persons at (row, column), numbered by rows, tied to those beside, above and below.
PersonNetwork grid(std::size_t rows, std::size_t columns);
/// Everybody tied to everybody, as after one event of all.
PersonNetwork complete(std::size_t num_persons, double weight = 1);
/// Two complete networks of `size`, one tie between the last person of one and the first of the other.
PersonNetwork two_cliques(std::size_t size);
/// Persons without ties.
PersonNetwork strangers(std::size_t num_persons);
/// Zachary's karate club (1977, doi:10.1086/jar.33.4.3629752), unweighted: 34 persons, 78 ties.
PersonNetwork karate_club();

struct RandomOptions {
  std::size_t persons = 40;
  std::uint64_t seed = 1;
  double mean_degree = 4;        ///< leaves some persons isolated
  std::uint32_t max_weight = 4;  ///< weights are whole numbers, so that many paths are equally long
};
PersonNetwork random_network(const RandomOptions& options);

struct PlantedOptions {
  std::size_t persons = 9000;
  std::size_t circles = 30;  ///< person v is in circle v % circles
  std::uint64_t seed = 1;
  std::size_t ties_within = 10;  ///< that each person begins, with others of the circle
  std::size_t ties_across = 6;   ///< and with anybody
};
/// More weight within circles than across, in fractions of which sums depend on the order.
PersonNetwork planted_circles(const PlantedOptions& options);

/// The same network, person v under the number to[v].
PersonNetwork renumbered(const PersonNetwork& net, std::span<const std::size_t> to);
/// The same network, all weights multiplied.
PersonNetwork scaled(const PersonNetwork& net, double factor);
/// A random order of 0 … n−1.
std::vector<std::size_t> random_order(std::size_t n, std::uint64_t seed);

/// One event for each list of persons, named so that they keep their order.
EventGraph events_of(const std::vector<std::vector<std::string>>& participants);
/// Random events of 1 to 6 of the persons p000, p001 …
EventGraph random_events(std::size_t num_persons, std::size_t num_events, std::uint64_t seed);

}  // namespace entente::toy
