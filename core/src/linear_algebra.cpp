#include <entente/core/linear_algebra.hpp>
#include <entente/core/parallel.hpp>

#include <utility>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t sums_a_block = 1024;

std::size_t row_of(Eigen::Index index) { return static_cast<std::size_t>(index); }

}  // namespace

struct AdjacencyProduct::Threads {
  explicit Threads(Run of_run) : run(std::move(of_run)), workers(run) {}

  Run run;
  Workers workers;
};

AdjacencyProduct::AdjacencyProduct(const PersonNetwork& network, bool weighted, Run run)
    : network_(&network), weighted_(weighted), threads_(std::make_shared<Threads>(std::move(run))) {}

Eigen::Index AdjacencyProduct::rows() const { return static_cast<Eigen::Index>(network_->num_persons()); }

void AdjacencyProduct::perform_op(const double* x, double* y) const {
  threads_->workers.for_blocks(
      network_->num_persons(), sums_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t person = begin; person < end; ++person) {
          const auto neighbours = network_->neighbours_of(PersonId(person));
          const auto weights = network_->weights_of(PersonId(person));
          double sum = 0;
          for (std::size_t i = 0; i < neighbours.size(); ++i) {
            sum += weighted_ ? weights[i] * x[neighbours[i].index()] : x[neighbours[i].index()];
          }
          y[person] = sum;
        }
      });
}

Eigen::VectorXd AdjacencyProduct::operator*(const Eigen::Ref<const Eigen::VectorXd>& x) const {
  Eigen::VectorXd y(rows());
  perform_op(x.data(), y.data());
  return y;
}

IncidenceProduct::IncidenceProduct(const EventGraph& graph, Run run) : graph_(&graph), run_(std::move(run)) {}

Eigen::Index IncidenceProduct::rows() const { return static_cast<Eigen::Index>(graph_->num_persons()); }
Eigen::Index IncidenceProduct::cols() const { return static_cast<Eigen::Index>(graph_->num_events()); }

Eigen::VectorXd IncidenceProduct::operator*(const Eigen::Ref<const Eigen::VectorXd>& of_events) const {
  Eigen::VectorXd of_persons = Eigen::VectorXd::Zero(rows());
  for_blocks(run_, row_of(rows()), sums_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t person = begin; person < end; ++person) {
      double sum = 0;
      for (const EventId event : graph_->events_of(PersonId(person)))
        sum += of_events[static_cast<Eigen::Index>(event.index())];
      of_persons[static_cast<Eigen::Index>(person)] = sum;
    }
  });
  return of_persons;
}

Eigen::VectorXd IncidenceProduct::transposed_times(const Eigen::Ref<const Eigen::VectorXd>& of_persons) const {
  Eigen::VectorXd of_events = Eigen::VectorXd::Zero(cols());
  for_blocks(run_, row_of(cols()), sums_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t event = begin; event < end; ++event) {
      double sum = 0;
      for (const PersonId person : graph_->participants_of(EventId(event)))
        sum += of_persons[static_cast<Eigen::Index>(person.index())];
      of_events[static_cast<Eigen::Index>(event)] = sum;
    }
  });
  return of_events;
}

Eigen::SparseMatrix<double> to_sparse_matrix(const PersonNetwork& network) {
  const auto size = static_cast<Eigen::Index>(network.num_persons());
  Eigen::SparseMatrix<double> matrix(size, size);
  std::vector<int> degrees(network.num_persons());
  for (std::size_t person = 0; person < degrees.size(); ++person)
    degrees[person] = static_cast<int>(network.degree(PersonId(person)));
  matrix.reserve(degrees);
  for (std::size_t person = 0; person < network.num_persons(); ++person) {
    const auto neighbours = network.neighbours_of(PersonId(person));
    const auto weights = network.weights_of(PersonId(person));
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      matrix.insert(static_cast<Eigen::Index>(neighbours[i].index()), static_cast<Eigen::Index>(person)) = weights[i];
    }
  }
  matrix.makeCompressed();
  return matrix;
}

}  // namespace entente
