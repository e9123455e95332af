#include "generated_occasions.hpp"

#include <entente/resolve/occasions.hpp>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("occasions do not depend on the number of threads", "[resolve][occasions][determinism]") {
  const std::vector<Record> records = generated_occasions(1000, 6).records;
  const Occasions expected = merge_occasions(records, {}, {.threads = 1});
  for (const unsigned threads : {2U, 3U, 8U}) {
    const Occasions found = merge_occasions(records, {}, {.threads = threads});
    CHECK(found.records == expected.records);
    REQUIRE(found.decisions.size() == expected.decisions.size());
    for (std::size_t at = 0; at < expected.decisions.size(); ++at) {
      CHECK(found.decisions[at].a == expected.decisions[at].a);
      CHECK(found.decisions[at].b == expected.decisions[at].b);
      CHECK(found.decisions[at].score == expected.decisions[at].score);
    }
  }
}
