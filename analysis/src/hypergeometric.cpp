#include <entente/analysis/hypergeometric.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include <fmt/format.h>

namespace entente {

namespace {

// P(X = x) of the hypergeometric distribution by the ratios of neighbours. Sums are taken relative to the term that
// they begin with, so that nothing is too small for a number.
class HypergeometricTails {
 public:
  HypergeometricTails(std::uint64_t events, std::uint64_t marked, std::uint64_t drawn)
      : events_(events),
        marked_(marked),
        drawn_(drawn),
        least_(marked + drawn > events ? marked + drawn - events : 0),
        greatest_(std::min(marked, drawn)) {
    const double likely =
        static_cast<double>(marked + 1) * static_cast<double>(drawn + 1) / static_cast<double>(events + 2);
    mode_ = std::clamp(static_cast<std::uint64_t>(likely), least_, greatest_);
    const std::size_t size = greatest_ - least_ + 1;
    log_share_.assign(size, 0);
    from_.assign(size, 1);
    up_to_.assign(size, 1);
    for (std::uint64_t x = mode_; x < greatest_; ++x)
      log_share_[place(x + 1)] = log_share_[place(x)] + std::log(ratio(x));
    for (std::uint64_t x = mode_; x > least_; --x)
      log_share_[place(x - 1)] = log_share_[place(x)] - std::log(ratio(x - 1));
    for (std::uint64_t x = greatest_; x > mode_; --x) from_[place(x - 1)] = 1 + ratio(x - 1) * from_[place(x)];
    for (std::uint64_t x = least_; x < mode_; ++x) up_to_[place(x + 1)] = 1 + up_to_[place(x)] / ratio(x);
    log_whole_ = std::log(from_[place(mode_)] + up_to_[place(mode_)] - 1);
  }

  [[nodiscard]] double upper(std::uint64_t x) const {
    if (x <= least_) return 0;
    if (x > greatest_) return impossible_;
    return x > mode_ ? log_share(from_, x) : log_rest(log_share(up_to_, x - 1));
  }
  [[nodiscard]] double lower(std::uint64_t x) const {
    if (x >= greatest_) return 0;
    if (x < least_) return impossible_;
    return x < mode_ ? log_share(up_to_, x) : log_rest(log_share(from_, x + 1));
  }

 private:
  static constexpr double impossible_ = -std::numeric_limits<double>::infinity();

  // P(x + 1) / P(x)
  [[nodiscard]] long double ratio(std::uint64_t x) const {
    return static_cast<long double>(marked_ - x) * static_cast<long double>(drawn_ - x) /
           (static_cast<long double>(x + 1) * static_cast<long double>(events_ + x + 1 - marked_ - drawn_));
  }
  [[nodiscard]] std::size_t place(std::uint64_t x) const { return x - least_; }
  [[nodiscard]] double log_share(const std::vector<long double>& sums, std::uint64_t x) const {
    return static_cast<double>(log_share_[place(x)] + std::log(sums[place(x)]) - log_whole_);
  }
  static double log_rest(double log_part) { return std::log1p(-std::exp(log_part)); }

  std::uint64_t events_;
  std::uint64_t marked_;
  std::uint64_t drawn_;
  std::uint64_t least_;
  std::uint64_t greatest_;
  std::uint64_t mode_ = 0;
  std::vector<long double> log_share_;  // of P(x), relative to the mode
  std::vector<long double> from_;       // Σ P(t ≥ x) / P(x), from the mode on
  std::vector<long double> up_to_;      // Σ P(t ≤ x) / P(x), up to the mode
  long double log_whole_ = 0;
};

}  // namespace

std::vector<LogTails> hypergeometric_log_tails(std::uint64_t events, std::uint64_t marked, std::uint64_t drawn,
                                               std::uint32_t most) {
  if (marked > events || drawn > events) {
    throw Error(ErrorCode::bad_option, fmt::format("{} and {} of {} events cannot be drawn", marked, drawn, events));
  }
  const HypergeometricTails tails(events, marked, drawn);
  std::vector<LogTails> result;
  result.reserve(most + std::size_t{1});
  for (std::uint64_t x = 0; x <= most; ++x) result.push_back({tails.upper(x), tails.lower(x)});
  return result;
}

}  // namespace entente
