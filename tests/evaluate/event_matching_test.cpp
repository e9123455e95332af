#include "event_matching.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

using Matches = std::vector<std::optional<std::size_t>>;

Matches match(const std::vector<Members>& wanted, const std::vector<Members>& given) {
  return match_events(wanted, given);
}

}  // namespace

TEST_CASE("events match one to one by the share in common", "[evaluate]") {
  CHECK(match({}, {}).empty());
  CHECK(match({{"a", "b"}}, {}) == Matches{std::nullopt});
  CHECK(match({{"a", "b"}}, {{"a", "b", "c"}, {"a", "b"}}) == Matches{1});
  CHECK(match({{"a", "b"}, {"a", "b"}}, {{"a", "b"}}) == Matches{0, std::nullopt});
  CHECK(match({{"a", "b"}}, {{"a", "b"}, {"b", "a"}}) == Matches{0});
}

TEST_CASE("fewer than two in common are no match", "[evaluate]") {
  CHECK(match({{"a", "b"}}, {{"a", "x"}}) == Matches{std::nullopt});
}

TEST_CASE("the largest overlap chooses first", "[evaluate]") {
  CHECK(match({{"a", "b"}, {"a", "b", "c"}}, {{"a", "b", "c"}}) == Matches{std::nullopt, 0});
}
