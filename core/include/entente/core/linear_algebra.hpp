#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <cstddef>
#include <memory>
#include <vector>

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

/// y = A·x for the adjacency matrix A of `project(graph, options)` without its ties being made: with amounts c of the
/// events, A·x = B·(c∘Bᵀx) − (B·c)∘x. Two sums over participations instead of one over ties: for corpora of large
/// events the faster way, and the only one where ties would not fit into memory. As `AdjacencyProduct` in all else; the
/// graph must outlive it. Memory: 16 bytes an event and 16 a person.
class CoparticipationProduct {
 public:
  /// O(participations). Throws `Error` (`bad_option`) as `event_factors` does, and for options by which a weight is not
  /// the sum over shared events (jaccard, cosine, overlap) or some ties are not made (min_events, min_weight, keep).
  CoparticipationProduct(const EventGraph& graph, const ProjectionOptions& options, Run run = {});

  /// Persons.
  [[nodiscard]] std::size_t size() const { return strengths_.size(); }
  /// [num_persons], the sum of the weights of a person's ties.
  [[nodiscard]] const std::vector<double>& strengths() const { return strengths_; }
  /// x and y are [num_persons]. Not to be called by two threads at the same time.
  void perform_op(const double* x, double* y) const;

 private:
  struct Threads;

  const EventGraph* graph_;
  const PersonId* end_of_participants_ = nullptr;
  const EventId* end_of_events_ = nullptr;
  std::vector<double> amounts_;
  std::vector<double> strengths_;
  std::vector<double> own_;  // [num_persons], what B·(c∘Bᵀx) has of a person's own x
  std::shared_ptr<Threads> threads_;
};

/// The weights as a matrix, for users who need one: costs 16 bytes an arc beside the network.
[[nodiscard]] Eigen::SparseMatrix<double> to_sparse_matrix(const PersonNetwork& network);

}  // namespace entente
