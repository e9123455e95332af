#include <entente/analysis/bicm.hpp>
#include <entente/core/error.hpp>

#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// Expected margins, from the classes back to persons and events.
void check_margins(const std::vector<std::uint32_t>& degrees, const std::vector<std::uint32_t>& sizes) {
  const Bicm model = fit_bicm(degrees, sizes);
  CHECK(model.margin_error <= 1e-8);
  for (std::size_t person = 0; person < degrees.size(); ++person) {
    const std::uint32_t own = model.class_of_person[person];
    REQUIRE(model.degrees[own] == degrees[person]);
    double expected = 0;
    for (std::size_t j = 0; j < model.sizes.size(); ++j) {
      const double p = model.probability(own, static_cast<Eigen::Index>(j));
      CHECK(p >= 0);
      CHECK(p <= 1);
      expected += p * model.events[j];
    }
    CHECK(expected == Approx(degrees[person]).margin(1e-8));
  }
  for (std::size_t j = 0; j < model.sizes.size(); ++j) {
    double expected = 0;
    for (std::size_t i = 0; i < model.degrees.size(); ++i) {
      expected += model.probability(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) * model.persons[i];
    }
    CHECK(expected == Approx(model.sizes[j]).margin(1e-8));
  }
}

}  // namespace

TEST_CASE("the configuration model has the margins that were observed", "[analysis][oracle]") {
  // Southern Women (Davis, Gardner and Gardner 1941).
  check_margins({8, 7, 8, 7, 4, 4, 4, 3, 4, 4, 4, 6, 7, 8, 5, 2, 2, 2}, {3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3});
  check_margins({1, 1, 1}, {1, 1, 1});
  check_margins({2, 1}, {1, 1, 1});
  check_margins({5, 5, 5, 5, 5, 5}, {3, 3, 3, 3, 3, 3, 3, 3, 3, 3});
  // Heavy tails: one takes part in nearly all, most in one.
  std::vector<std::uint32_t> degrees(200, 1);
  degrees[0] = 99;
  degrees[1] = 60;
  std::vector<std::uint32_t> sizes(100, 3);
  sizes[0] = 60;
  check_margins(degrees, [&] {
    std::uint32_t left = std::accumulate(degrees.begin(), degrees.end(), 0U);
    for (std::uint32_t& size : sizes) {
      size = std::min(size, left);
      left -= size;
    }
    sizes[0] += left;
    return sizes;
  }());
}

TEST_CASE("probabilities of the configuration model have the form of greatest entropy", "[analysis][property]") {
  const Bicm model = fit_bicm(std::vector<std::uint32_t>{8, 7, 8, 7, 4, 4, 4, 3, 4, 4, 4, 6, 7, 8, 5, 2, 2, 2},
                              std::vector<std::uint32_t>{3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3});
  // p/(1 − p) = x·y: of two persons and two events, the products across are equal.
  const auto odds = [&](Eigen::Index i, Eigen::Index j) {
    return model.probability(i, j) / (1 - model.probability(i, j));
  };
  for (Eigen::Index i = 1; i < model.probability.rows(); ++i) {
    for (Eigen::Index j = 1; j < model.probability.cols(); ++j) {
      CHECK(odds(0, 0) * odds(i, j) == Approx(odds(i, 0) * odds(0, j)).epsilon(1e-9));
    }
  }
}

TEST_CASE("what margins determine is sure", "[analysis]") {
  // Person 0 takes part in everything, event 3 has nobody else.
  const Bicm model = fit_bicm(std::vector<std::uint32_t>{4, 2, 2, 2, 0}, std::vector<std::uint32_t>{3, 3, 3, 1});
  CHECK(model.degrees == std::vector<std::uint32_t>{0, 2, 4});
  CHECK(model.sizes == std::vector<std::uint32_t>{1, 3});
  CHECK(model.probability(0, 0) == 0);
  CHECK(model.probability(0, 1) == 0);
  CHECK(model.probability(1, 0) == 0);
  CHECK(model.probability(1, 1) == Approx(2.0 / 3));
  CHECK(model.probability(2, 0) == 1);
  CHECK(model.probability(2, 1) == 1);
  CHECK(model.margin_error <= 1e-9);
}

TEST_CASE("margins of different sums are refused, none give an empty model", "[analysis][bad input]") {
  CHECK_THROWS_AS(fit_bicm(std::vector<std::uint32_t>{1}, std::vector<std::uint32_t>{2}), Error);
  CHECK(fit_bicm({}, {}).probability.size() == 0);
}
