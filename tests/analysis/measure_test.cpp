#include "toy_networks.hpp"

#include <entente/analysis/measure.hpp>
#include <entente/core/error.hpp>
#include <entente/core/projection.hpp>

#include <cmath>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("every measure has a name of its own, a sentence and a value a person", "[analysis]") {
  const EventGraph graph = toy::random_events(40, 50, 1);
  const PersonNetwork net = project(graph);
  std::set<std::string_view> names;
  for (const MeasureKind& kind : measure_kinds()) {
    INFO(kind.name);
    CHECK(names.insert(kind.name).second);
    CHECK(kind.sentence.ends_with('.'));
    CHECK(&measure_kind(kind.name) == &kind);
    const Scores scores = kind.compute(graph, net, {});
    REQUIRE(scores.size() == graph.num_persons());
    bool whole = true;
    for (const double score : scores) {
      CHECK(std::isfinite(score));
      CHECK(score >= 0);
      whole = whole && score == std::floor(score);
    }
    if (kind.integral) CHECK(whole);
    CHECK(kind.compute(toy::events_of({}), toy::strangers(0), {}).empty());
    CHECK(kind.compute(toy::events_of({{"ann"}}), toy::strangers(1), {}).size() == 1);
  }
  CHECK(names.size() == 18);
}

TEST_CASE("measures of different names are different", "[analysis]") {
  const EventGraph graph = toy::random_events(40, 80, 2);
  const PersonNetwork net = project(graph);
  std::set<Scores> all;
  for (const MeasureKind& kind : measure_kinds()) {
    INFO(kind.name);
    CHECK(all.insert(kind.compute(graph, net, {})).second);
  }
}

TEST_CASE("a measure that is not defined says NaN for everybody", "[analysis]") {
  const EventGraph graph = toy::events_of({{"ann", "bob"}, {"cy", "di"}});
  for (const double score : measure_kind("eigenvector").compute(graph, project(graph), {})) CHECK(std::isnan(score));
}

TEST_CASE("the measure of events counts those without company too", "[analysis]") {
  const EventGraph graph = toy::events_of({{"ann", "bob"}, {"ann"}, {"ann", "cy"}});
  CHECK(measure_kind("events").compute(graph, project(graph), {}) == Scores{3, 1, 1});
}

TEST_CASE("a mistyped measure gets a suggestion", "[analysis]") {
  try {
    (void)measure_kind("pagerang");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_option);
    CHECK_THAT(error.full_message(), Catch::Contains("did you mean 'pagerank'?"));
  }
}
