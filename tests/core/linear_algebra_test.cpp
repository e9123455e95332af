#include "random_records.hpp"

#include <entente/core/error.hpp>
#include <entente/core/linear_algebra.hpp>
#include <entente/core/projection.hpp>

#include <utility>

#include <Eigen/Dense>
#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("matrix-free products equal those of the matrices", "[core][oracle]") {
  const EventGraph graph = build_event_graph(random_records(20, 50, 6, 9));
  const PersonNetwork network = project(graph, {.weight = Weight::newman});
  const auto persons = static_cast<Eigen::Index>(graph.num_persons());
  const auto events = static_cast<Eigen::Index>(graph.num_events());
  Eigen::MatrixXd adjacency = Eigen::MatrixXd::Zero(persons, persons);
  for (const Tie& tie : network.ties()) {
    const auto a = static_cast<Eigen::Index>(tie.a.index());
    const auto b = static_cast<Eigen::Index>(tie.b.index());
    adjacency(a, b) = adjacency(b, a) = tie.weight;
  }
  Eigen::MatrixXd incidence = Eigen::MatrixXd::Zero(persons, events);
  for (Eigen::Index event = 0; event < events; ++event) {
    for (const PersonId person : graph.participants_of(EventId(static_cast<std::size_t>(event)))) {
      incidence(static_cast<Eigen::Index>(person.index()), event) = 1;
    }
  }
  const Eigen::VectorXd x = Eigen::VectorXd::LinSpaced(persons, -1, 2);
  const Eigen::VectorXd z = Eigen::VectorXd::LinSpaced(events, 3, 5);
  CHECK((AdjacencyProduct(network, true) * x).isApprox(adjacency * x, 1e-12));
  CHECK((AdjacencyProduct(network, false) * x)
            .isApprox(adjacency.unaryExpr([](double w) { return w > 0 ? 1.0 : 0.0; }) * x, 1e-12));
  CHECK((IncidenceProduct(graph) * z).isApprox(incidence * z, 1e-12));
  CHECK(IncidenceProduct(graph).transposed_times(x).isApprox(incidence.transpose() * x, 1e-12));
  CHECK(Eigen::MatrixXd(to_sparse_matrix(network)) == adjacency);
}

TEST_CASE("the product without ties equals that with the ties of the projection", "[core][oracle]") {
  const auto weight = GENERATE(Weight::count, Weight::newman, Weight::fractional);
  const auto half_life = GENERATE(0.0, 365.0);
  const auto [most, large] = GENERATE(std::pair(0U, LargeEvents::leave_out), std::pair(3U, LargeEvents::leave_out),
                                      std::pair(3U, LargeEvents::weigh));
  const EventGraph graph = build_event_graph(random_records(40, 90, 6, 9));
  const ProjectionOptions options{
      .weight = weight, .half_life_days = half_life, .max_event_size = most, .large_events = large};
  const PersonNetwork network = project(graph, options);
  const auto persons = static_cast<Eigen::Index>(graph.num_persons());
  const Eigen::VectorXd x = Eigen::VectorXd::LinSpaced(persons, -1, 2);
  const CoparticipationProduct product(graph, options);
  Eigen::VectorXd y(persons);
  product.perform_op(x.data(), y.data());
  CHECK(y.isApprox(AdjacencyProduct(network, true) * x, 1e-12));
  const Eigen::VectorXd sums = AdjacencyProduct(network, true) * Eigen::VectorXd::Ones(persons);
  CHECK(Eigen::Map<const Eigen::VectorXd>(product.strengths().data(), persons).isApprox(sums, 1e-12));
}

TEST_CASE("what is no sum over events cannot be had without ties", "[core][bad input]") {
  const EventGraph graph = build_event_graph(random_records(5, 9, 3, 1));
  for (const Weight weight : {Weight::jaccard, Weight::cosine, Weight::overlap}) {
    CHECK_THROWS_WITH(CoparticipationProduct(graph, {.weight = weight}), Catch::Contains("is not a sum over events"));
  }
  CHECK_THROWS_WITH(CoparticipationProduct(graph, {.min_events = 2}), Catch::Contains("they must be made"));
  CHECK_THROWS_AS(CoparticipationProduct(graph, {.min_weight = 0.5}), Error);
  CHECK_THROWS_AS(CoparticipationProduct(graph, {.keep = [](PersonId, PersonId, std::uint32_t) { return true; }}),
                  Error);
}

TEST_CASE("the product without ties of a graph of nobody is empty", "[core]") {
  const CoparticipationProduct product(EventGraph(), {});
  CHECK(product.size() == 0);
  product.perform_op(nullptr, nullptr);
}
