#include <entente/core/suggestion.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using entente::closest;

TEST_CASE("the nearest candidate is suggested", "[core][suggestion]") {
  const std::vector<std::string> weights{"count", "newman", "fractional", "jaccard"};
  CHECK(closest("neuman", weights) == "newman");
  CHECK(closest("NEWMAN", weights) == "newman");
  CHECK(closest("jacard", weights) == "jaccard");
  CHECK(closest("conut", weights) == "count");
  CHECK(closest("xyzzy", weights).empty());
  CHECK(closest("", weights).empty());
  CHECK(closest("newman", {}).empty());
  CHECK(entente::did_you_mean("neuman", weights) == "; did you mean 'newman'?");
}
