#include "random_records.hpp"

#include <entente/core/linear_algebra.hpp>
#include <entente/core/projection.hpp>

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
