#include "toy_networks.hpp"

#include <entente/analysis/weight_comparison.hpp>

#include <cmath>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("weights order ties as their definitions do", "[analysis][oracle]") {
  const EventGraph graph = toy::random_events(25, 60, 3);
  const std::vector<WeightOrder> orders = compare_weights(graph, {.weight = Weight::newman});
  REQUIRE(orders.size() == 6);
  CHECK(orders[0].weight == Weight::newman);
  CHECK(orders[0].correlation == Approx(1));
  for (const WeightOrder& order : orders) {
    const std::vector<Tie> ties = project(graph, {.weight = order.weight}).ties();
    REQUIRE(order.places.size() == ties.size());
    double products = 0;
    double squares = 0;
    double first_squares = 0;
    const double mean = static_cast<double>(ties.size() + 1) / 2;
    for (std::size_t tie = 0; tie < ties.size(); ++tie) {
      double heavier = 0;
      double equal = 0;
      for (const Tie& other : ties) {
        const bool is_equal = std::abs(other.weight - ties[tie].weight) < 1e-9;
        equal += is_equal ? 1 : 0;
        heavier += !is_equal && other.weight > ties[tie].weight ? 1 : 0;
      }
      CHECK(order.places[tie] == heavier + (equal + 1) / 2);
      products += (order.places[tie] - mean) * (orders[0].places[tie] - mean);
      squares += (order.places[tie] - mean) * (order.places[tie] - mean);
      first_squares += (orders[0].places[tie] - mean) * (orders[0].places[tie] - mean);
    }
    CHECK(order.correlation == Approx(products / std::sqrt(squares * first_squares)));
  }
}

TEST_CASE("weights of ties that are all alike, and of none", "[analysis]") {
  for (const WeightOrder& order : compare_weights(toy::events_of({{"a", "b"}, {"c", "d"}}))) {
    CHECK(order.places == std::vector<double>{1.5, 1.5});
    CHECK(std::isnan(order.correlation));
  }
  CHECK(compare_weights(toy::events_of({})).front().places.empty());
}
