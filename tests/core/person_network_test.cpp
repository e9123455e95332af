#include <entente/core/error.hpp>
#include <entente/core/person_network.hpp>

#include <limits>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("a network gives back its ties, sorted", "[core]") {
  const PersonNetwork network(
      5, {{PersonId(3), PersonId(1), 2.5, 2, {}, {}}, {PersonId(0), PersonId(1)}, {PersonId(1), PersonId(4)}});
  const auto ties = network.ties();
  REQUIRE(ties.size() == 3);
  CHECK(ties[0] == Tie{PersonId(0), PersonId(1)});
  CHECK(ties[1] == Tie{PersonId(1), PersonId(3), 2.5, 2, {}, {}});
  CHECK(network.num_ties() == 3);
  CHECK(network.degree(PersonId(1)) == 3);
  CHECK(network.degree(PersonId(2)) == 0);
  CHECK(network.total_weight() == 4.5);
  CHECK(network.tie(PersonId(3), PersonId(1)) == network.tie(PersonId(1), PersonId(3)));
  CHECK(network.tie(PersonId(3), PersonId(1))->weight == 2.5);
  CHECK_FALSE(network.tie(PersonId(0), PersonId(4)));
  CHECK(PersonNetwork(5, network.ties()) == network);
}

TEST_CASE("what is no tie is refused", "[core]") {
  const auto make = [](const Tie& tie) { return PersonNetwork(3, {tie}); };
  CHECK_THROWS_AS(make({PersonId(1), PersonId(1)}), Error);
  CHECK_THROWS_AS(make({PersonId(1), PersonId(3)}), Error);
  CHECK_THROWS_AS(make({PersonId(1), PersonId(2), 0}), Error);
  CHECK_THROWS_AS(make({PersonId(1), PersonId(2), -1}), Error);
  CHECK_THROWS_AS(make({PersonId(1), PersonId(2), std::numeric_limits<double>::quiet_NaN()}), Error);
  CHECK_THROWS_AS(PersonNetwork(3, {{PersonId(0), PersonId(1)}, {PersonId(1), PersonId(0)}}), Error);
}

TEST_CASE("an empty network", "[core]") {
  CHECK(PersonNetwork().num_persons() == 0);
  CHECK(PersonNetwork(0, {}).num_ties() == 0);
  CHECK(PersonNetwork(3, {}).ties().empty());
}
