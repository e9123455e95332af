#include "random_records.hpp"

#include <entente/core/linear_algebra.hpp>
#include <entente/core/projection.hpp>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("a projection has the same bytes for any number of threads", "[core][threads]") {
  const EventGraph graph = build_event_graph(random_records(2000, 6000, 8, 3));
  const auto weight = GENERATE(Weight::newman, Weight::cosine);
  const ProjectionOptions options{.weight = weight, .half_life_days = 100};
  const PersonNetwork once = project(graph, options, {.threads = 1});
  REQUIRE(once.num_ties() > 1000);
  for (const unsigned threads : {2U, 3U, 8U}) {
    CHECK(project(graph, options, {.threads = threads}) == once);
    CHECK(projection_size(graph, {.threads = threads}).ties == projection_size(graph, {.threads = 1}).ties);
  }
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(static_cast<Eigen::Index>(once.num_persons()));
  const Eigen::VectorXd strengths = AdjacencyProduct(once, true, {.threads = 1}) * ones;
  for (const unsigned threads : {2U, 8U})
    CHECK(Eigen::VectorXd(AdjacencyProduct(once, true, {.threads = threads}) * ones) == strengths);
}
