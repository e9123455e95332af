// Newton's method on the convex function Σ ln(1 + x·y) − Σ degree·ln x − Σ size·ln y of the logarithms. The Hessian has
// the form [D W; Wᵀ E] with diagonal D and E: the larger side is eliminated, and what remains is solved densely. One
// direction is free (x·c, y/c): a small number on the diagonal holds it.
#include <entente/analysis/bicm.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <Eigen/Cholesky>
#include <fmt/format.h>

namespace entente {

namespace {

constexpr int most_newton_steps = 300;
constexpr double enough_margin_error = 1e-10;
constexpr double greatest_margin_error = 1e-8;
constexpr double longest_newton_step = 4;  // in the logarithms

struct MarginClasses {
  std::vector<std::uint32_t> values;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint32_t> class_of;
};

MarginClasses classes_of(std::span<const std::uint32_t> margins) {
  MarginClasses classes;
  classes.values.assign(margins.begin(), margins.end());
  std::ranges::sort(classes.values);
  classes.values.erase(std::ranges::unique(classes.values).begin(), classes.values.end());
  classes.counts.assign(classes.values.size(), 0);
  classes.class_of.reserve(margins.size());
  for (const std::uint32_t margin : margins) {
    const auto place = std::ranges::lower_bound(classes.values, margin) - classes.values.begin();
    ++classes.counts[static_cast<std::size_t>(place)];
    classes.class_of.push_back(static_cast<std::uint32_t>(place));
  }
  return classes;
}

/// One side of the matrix: what its active classes have still to reach.
struct Side {
  std::vector<double> left;   // [classes]
  std::vector<double> count;  // [classes]
  std::vector<std::size_t> active;

  explicit Side(const MarginClasses& classes)
      : left(classes.values.begin(), classes.values.end()),
        count(classes.counts.begin(), classes.counts.end()),
        active(classes.values.size()) {
    std::iota(active.begin(), active.end(), std::size_t{0});
  }
  [[nodiscard]] double num_active() const {
    double sum = 0;
    for (const std::size_t one : active) sum += count[one];
    return sum;
  }
};

class BicmFit {
 public:
  BicmFit(const MarginClasses& persons, const MarginClasses& events)
      : rows_(persons), columns_(events), probability_(Eigen::MatrixXd::Zero(size_of(rows_), size_of(columns_))) {}

  Eigen::MatrixXd fit() {
    while (take_out(rows_, columns_, false) || take_out(columns_, rows_, true)) {
    }
    if (!rows_.active.empty() && !columns_.active.empty()) solve();
    return std::move(probability_);
  }

 private:
  static Eigen::Index size_of(const Side& side) { return static_cast<Eigen::Index>(side.left.size()); }
  static Eigen::VectorXd of_active(const Side& side, const std::vector<double>& values) {
    Eigen::VectorXd vector(static_cast<Eigen::Index>(side.active.size()));
    for (std::size_t i = 0; i < side.active.size(); ++i) vector[static_cast<Eigen::Index>(i)] = values[side.active[i]];
    return vector;
  }

  // Takes classes out that have nobody or everybody of the other side; true if there was one.
  bool take_out(Side& side, Side& other, bool is_column) {
    const double all = other.num_active();
    const auto is_determined = [&](std::size_t one) { return side.left[one] <= 0 || side.left[one] >= all; };
    const auto found = std::ranges::find_if(side.active, is_determined);
    if (found == side.active.end()) return false;
    const std::size_t one = *found;
    side.active.erase(found);
    if (side.left[one] > 0) {
      for (const std::size_t met : other.active) {
        const auto row = static_cast<Eigen::Index>(is_column ? met : one);
        const auto column = static_cast<Eigen::Index>(is_column ? one : met);
        probability_(row, column) = 1;
        other.left[met] -= side.count[one];
      }
    }
    return true;
  }

  void solve() {
    const Eigen::VectorXd degrees = of_active(rows_, rows_.left);
    const Eigen::VectorXd persons = of_active(rows_, rows_.count);
    const Eigen::VectorXd sizes = of_active(columns_, columns_.left);
    const Eigen::VectorXd events = of_active(columns_, columns_.count);
    const double root = std::sqrt(degrees.dot(persons));
    Eigen::VectorXd x = (degrees / root).array().log();
    Eigen::VectorXd y = (sizes / root).array().log();
    Eigen::MatrixXd p = probabilities(x, y);
    for (int step = 0; step < most_newton_steps; ++step) {
      const Eigen::VectorXd row_error = p * events - degrees;
      const Eigen::VectorXd column_error = p.transpose() * persons - sizes;
      const double error = std::max(row_error.cwiseAbs().maxCoeff(), column_error.cwiseAbs().maxCoeff());
      if (error <= enough_margin_error) break;
      const auto [dx, dy] = newton_step(p, persons, events, row_error, column_error);
      const double longest = std::max(dx.cwiseAbs().maxCoeff(), dy.cwiseAbs().maxCoeff());
      double length = std::min(1.0, longest_newton_step / longest);
      const double before = function(x, y, persons, events, degrees, sizes);
      const double slope = (persons.cwiseProduct(row_error)).dot(dx) + (events.cwiseProduct(column_error)).dot(dy);
      // Near the minimum rounding hides the descent: there full steps are right.
      while (length > 1e-6 && slope * length < -1e-9 * std::abs(before) &&
             function(x + length * dx, y + length * dy, persons, events, degrees, sizes) >
                 before + 1e-4 * length * slope) {
        length /= 2;
      }
      x += length * dx;
      y += length * dy;
      p = probabilities(x, y);
    }
    for (std::size_t i = 0; i < rows_.active.size(); ++i) {
      for (std::size_t j = 0; j < columns_.active.size(); ++j) {
        probability_(static_cast<Eigen::Index>(rows_.active[i]), static_cast<Eigen::Index>(columns_.active[j])) =
            p(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      }
    }
  }

  static Eigen::MatrixXd probabilities(const Eigen::VectorXd& x, const Eigen::VectorXd& y) {
    return Eigen::MatrixXd::NullaryExpr(
        x.size(), y.size(), [&](Eigen::Index i, Eigen::Index j) { return 1 / (1 + std::exp(-(x[i] + y[j]))); });
  }

  static double function(const Eigen::VectorXd& x, const Eigen::VectorXd& y, const Eigen::VectorXd& persons,
                         const Eigen::VectorXd& events, const Eigen::VectorXd& degrees, const Eigen::VectorXd& sizes) {
    double sum = -persons.cwiseProduct(degrees).dot(x) - events.cwiseProduct(sizes).dot(y);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
      for (Eigen::Index j = 0; j < y.size(); ++j) {
        const double z = x[i] + y[j];
        sum += persons[i] * events[j] * (std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z))));
      }
    }
    return sum;
  }

  // Solves with the larger side eliminated.
  static std::pair<Eigen::VectorXd, Eigen::VectorXd> newton_step(const Eigen::MatrixXd& p,
                                                                 const Eigen::VectorXd& persons,
                                                                 const Eigen::VectorXd& events,
                                                                 const Eigen::VectorXd& row_error,
                                                                 const Eigen::VectorXd& column_error) {
    if (p.rows() < p.cols()) {
      auto [dy, dx] = newton_step(p.transpose(), events, persons, column_error, row_error);
      return {std::move(dx), std::move(dy)};
    }
    constexpr double least = 1e-300;
    const Eigen::MatrixXd spread = persons.asDiagonal() * (p.array() * (1 - p.array())).matrix() * events.asDiagonal();
    const Eigen::VectorXd row_sums = spread.rowwise().sum().cwiseMax(least);
    const Eigen::VectorXd column_sums = spread.colwise().sum().transpose().cwiseMax(least);
    const Eigen::VectorXd row_gradient = persons.cwiseProduct(row_error);
    const Eigen::VectorXd column_gradient = events.cwiseProduct(column_error);
    const Eigen::MatrixXd scaled = row_sums.cwiseInverse().asDiagonal() * spread;
    Eigen::MatrixXd rest = -(spread.transpose() * scaled);
    rest.diagonal() += column_sums;
    rest.diagonal() *= 1 + 1e-13;
    rest.diagonal().array() += 1e-13 * column_sums.maxCoeff();
    const Eigen::VectorXd dy = rest.ldlt().solve(scaled.transpose() * row_gradient - column_gradient);
    const Eigen::VectorXd dx = (-(row_gradient + spread * dy)).cwiseQuotient(row_sums);
    return {dx, dy};
  }

  Side rows_;
  Side columns_;
  Eigen::MatrixXd probability_;
};

double margin_error_of(const Bicm& model) {
  const auto vector = [](const std::vector<std::uint32_t>& values) {
    return Eigen::Map<const Eigen::Matrix<std::uint32_t, Eigen::Dynamic, 1>>(values.data(),
                                                                             static_cast<Eigen::Index>(values.size()))
        .cast<double>();
  };
  if (model.degrees.empty() || model.sizes.empty()) return 0;
  const Eigen::VectorXd of_persons = model.probability * vector(model.events) - vector(model.degrees);
  const Eigen::VectorXd of_events = model.probability.transpose() * vector(model.persons) - vector(model.sizes);
  return std::max(of_persons.cwiseAbs().maxCoeff(), of_events.cwiseAbs().maxCoeff());
}

}  // namespace

Bicm fit_bicm(std::span<const std::uint32_t> degrees, std::span<const std::uint32_t> sizes) {
  const std::uint64_t by_persons = std::accumulate(degrees.begin(), degrees.end(), std::uint64_t{0});
  const std::uint64_t by_events = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  if (by_persons != by_events) {
    throw Error(ErrorCode::bad_option,
                fmt::format("persons take part {} times, but events have {} participants", by_persons, by_events));
  }
  MarginClasses persons = classes_of(degrees);
  MarginClasses events = classes_of(sizes);
  Bicm model;
  model.probability = BicmFit(persons, events).fit();
  model.degrees = std::move(persons.values);
  model.persons = std::move(persons.counts);
  model.class_of_person = std::move(persons.class_of);
  model.sizes = std::move(events.values);
  model.events = std::move(events.counts);
  model.margin_error = margin_error_of(model);
  if (!(model.margin_error <= greatest_margin_error)) {
    throw Error(
        ErrorCode::limit_exceeded,
        fmt::format("the null model does not reach the margins: {:.3g} off where 1e-8 are allowed", model.margin_error),
        {}, "test with the hypergeometric model or fdsm instead");
  }
  return model;
}

}  // namespace entente
