#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

#include <memory>

#include <Eigen/Core>
#include <Eigen/SparseCore>

namespace entente {

/// y = A·x for the adjacency matrix A of a network, without making A; fits Eigen's iterative solvers, and Spectra's.
/// Dense vectors are mapped, not copied. The network must outlive it. O(ties) a product, the same bytes for any number
/// of threads.
class AdjacencyProduct {
 public:
  /// As solvers ask.
  using Scalar = double;

  /// With the weights of the ties, or with 1 for each tie.
  AdjacencyProduct(const PersonNetwork& network, bool weighted, Run run = {});

  /// Persons.
  [[nodiscard]] Eigen::Index rows() const;
  /// Persons.
  [[nodiscard]] Eigen::Index cols() const { return rows(); }
  /// x and y are [num_persons].
  void perform_op(const double* x, double* y) const;
  /// `x` and the result are [num_persons].
  [[nodiscard]] Eigen::VectorXd operator*(const Eigen::Ref<const Eigen::VectorXd>& x) const;

 private:
  struct Threads;

  const PersonNetwork* network_;
  bool weighted_;
  std::shared_ptr<Threads> threads_;  // of all copies, which are not to be used at the same time
};

/// y = B·x and x = Bᵀ·y for the incidence matrix B [num_persons × num_events] of a graph, without making B.
class IncidenceProduct {
 public:
  /// `graph` must outlive it.
  explicit IncidenceProduct(const EventGraph& graph, Run run = {});

  /// Persons.
  [[nodiscard]] Eigen::Index rows() const;
  /// Events.
  [[nodiscard]] Eigen::Index cols() const;
  /// From events to persons.
  [[nodiscard]] Eigen::VectorXd operator*(const Eigen::Ref<const Eigen::VectorXd>& of_events) const;
  /// From persons to events.
  [[nodiscard]] Eigen::VectorXd transposed_times(const Eigen::Ref<const Eigen::VectorXd>& of_persons) const;

 private:
  const EventGraph* graph_;
  Run run_;
};

/// The weights as a matrix, for users who need one: costs 16 bytes an arc beside the network.
[[nodiscard]] Eigen::SparseMatrix<double> to_sparse_matrix(const PersonNetwork& network);

}  // namespace entente
