#include <entente/core/error.hpp>
#include <entente/core/huge_pages.hpp>
#include <entente/core/linear_algebra.hpp>
#include <entente/core/parallel.hpp>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t sums_a_block = 1024;

std::size_t row_of(Eigen::Index index) { return static_cast<std::size_t>(index); }

void require_sums_over_events(const ProjectionOptions& options) {
  if (options.weight == Weight::jaccard || options.weight == Weight::cosine || options.weight == Weight::overlap) {
    throw Error(ErrorCode::bad_option,
                "the weight '" + std::string(weight_names()[static_cast<std::size_t>(options.weight)]) +
                    "' is not a sum over events, so that ties must be made",
                {}, "without ties the weights are count, newman and fractional");
  }
  if (options.min_events > 1 || options.min_weight > 0 || options.keep) {
    throw Error(ErrorCode::bad_option, "to keep some ties and not others they must be made", {},
                "without ties leave thresholds out");
  }
}

// Σ of the values at the places in a row. Rows follow each other in memory up to `end`: values of later rows are asked
// of the memory ahead, for rows are too short to keep it busy.
template <typename Id>
double gathered(std::span<const Id> row, const Id* end, const double* values) {
  constexpr std::ptrdiff_t ahead = 32;
  double sum = 0;
  for (const Id& id : row) {
    if (end - &id > ahead) __builtin_prefetch(values + (&id)[ahead].index());
    sum += values[id.index()];
  }
  return sum;
}

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

struct CoparticipationProduct::Threads {
  Threads(Run of_run, std::size_t num_events) : run(std::move(of_run)), workers(run), totals(num_events) {}

  Run run;
  Workers workers;
  HugeVector<double> totals;  // c∘Bᵀx
};

CoparticipationProduct::CoparticipationProduct(const EventGraph& graph, const ProjectionOptions& options, Run run)
    : graph_(&graph), strengths_(graph.num_persons()), own_(graph.num_persons()) {
  require_sums_over_events(options);
  amounts_ = event_amounts(graph, options);
  threads_ = std::make_shared<Threads>(std::move(run), graph.num_events());
  if (graph.num_events() > 0) {
    const auto last = graph.participants_of(EventId(graph.num_events() - 1));
    end_of_participants_ = last.data() + last.size();
  }
  if (graph.num_persons() > 0) {
    const auto last = graph.events_of(PersonId(graph.num_persons() - 1));
    end_of_events_ = last.data() + last.size();
  }
  threads_->workers.for_blocks(size(), sums_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t person = begin; person < end; ++person) {
      for (const EventId event : graph.events_of(PersonId(person))) {
        const double amount = amounts_[event.index()];
        own_[person] += amount;
        strengths_[person] += amount * static_cast<double>(graph.participants_of(event).size() - 1);
      }
    }
  });
}

void CoparticipationProduct::perform_op(const double* x, double* y) const {
  HugeVector<double>& totals = threads_->totals;
  threads_->workers.for_blocks(totals.size(), sums_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t event = begin; event < end; ++event) {
      totals[event] = amounts_[event] * gathered(graph_->participants_of(EventId(event)), end_of_participants_, x);
    }
  });
  threads_->workers.for_blocks(size(), sums_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t person = begin; person < end; ++person) {
      const double sum = gathered(graph_->events_of(PersonId(person)), end_of_events_, totals.data());
      y[person] = sum - own_[person] * x[person];
    }
  });
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
