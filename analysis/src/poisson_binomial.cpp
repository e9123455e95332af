#include <entente/analysis/poisson_binomial.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace entente {

namespace {

constexpr double negligible = 1e-17;        // of a sum
constexpr double greatest_plain_mean = 32;  // beyond, the probability of 0 nears what a number can hold
constexpr double safely_representable = 1e-280;
constexpr double impossible = -std::numeric_limits<double>::infinity();

// P(first), P(first + 1) … of a number, as far as they count.
struct Distribution {
  std::uint64_t first = 0;
  std::vector<double> probability{1.0};

  [[nodiscard]] std::uint64_t end() const { return first + probability.size(); }
};

// From the most likely number on to both sides as far as terms count, and no farther than `most`.
Distribution binomial(double p, std::uint64_t n, std::uint64_t most, double least_share) {
  if (p >= 1) return {n, {1.0}};
  const auto mode =
      std::min(most, static_cast<std::uint64_t>(std::min(static_cast<double>(n), static_cast<double>(n + 1) * p)));
  const double odds = p / (1 - p);
  double log_at_mode = static_cast<double>(n) * std::log1p(-p);
  for (std::uint64_t s = 0; s < mode; ++s) {
    log_at_mode += std::log(static_cast<double>(n - s) / static_cast<double>(s + 1) * odds);
  }
  const double at_mode = std::exp(log_at_mode);
  std::vector<double> below;
  double term = at_mode;
  for (std::uint64_t s = mode; s > 0; --s) {
    term *= static_cast<double>(s) / (static_cast<double>(n - s + 1) * odds);
    if (term < least_share * at_mode) break;
    below.push_back(term);
  }
  Distribution result{mode - below.size(), {below.rbegin(), below.rend()}};
  result.probability.push_back(at_mode);
  term = at_mode;
  for (std::uint64_t s = mode; s < std::min(n, most); ++s) {
    term *= static_cast<double>(n - s) / static_cast<double>(s + 1) * odds;
    if (term < least_share * at_mode || term == 0) break;
    result.probability.push_back(term);
  }
  return result;
}

// The sum of two independent numbers, up to `most`.
void add(Distribution& sum, const Distribution& other, std::uint64_t most, double least_share) {
  const std::uint64_t first = sum.first + other.first;
  if (first > most) {
    sum = {first, {}};
    return;
  }
  const std::size_t size =
      std::min<std::uint64_t>(sum.probability.size() + other.probability.size() - 1, most - first + 1);
  std::vector<double> convolved(size, 0.0);
  for (std::size_t s = 0; s < std::min(other.probability.size(), size); ++s) {
    const double share = other.probability[s];
    const std::size_t reach = std::min(sum.probability.size(), size - s);
    for (std::size_t t = 0; t < reach; ++t) convolved[s + t] += share * sum.probability[t];
  }
  sum = {first, std::move(convolved)};
  if (least_share <= 0) return;
  const double least = least_share * std::ranges::max(sum.probability);
  std::size_t drop = 0;
  while (sum.probability[drop] < least) ++drop;
  sum.first += drop;
  sum.probability.erase(sum.probability.begin(), sum.probability.begin() + static_cast<std::ptrdiff_t>(drop));
  while (sum.probability.back() < least) sum.probability.pop_back();
}

std::uint64_t num_trials(std::span<const EqualTrials> trials) {
  std::uint64_t sum = 0;
  for (const EqualTrials& one : trials) sum += one.probability > 0 ? one.events : 0;
  return sum;
}

std::uint64_t num_sure(std::span<const EqualTrials> trials) {
  std::uint64_t sum = 0;
  for (const EqualTrials& one : trials) sum += one.probability >= 1 ? one.events : 0;
  return sum;
}

// P(0) … P(most) of the trials that are not sure: each class is convolved in place, from the greatest number down.
class FirstNumbers {
 public:
  FirstNumbers(std::span<const EqualTrials> trials, std::size_t most) : probability_(most + 1, 0.0), share_(most + 1) {
    probability_[0] = 1;
    for (const EqualTrials& one : trials) {
      if (one.probability > 0 && one.probability < 1 && one.events > 0) add(one);
    }
  }
  [[nodiscard]] const std::vector<double>& probability() const { return probability_; }

 private:
  void add(const EqualTrials& trial) {
    const std::size_t most = std::min<std::size_t>(probability_.size() - 1, trial.events);
    const double odds = trial.probability / (1 - trial.probability);
    share_[0] = std::exp(trial.events * std::log1p(-trial.probability));
    for (std::size_t s = 0; s < most; ++s) {
      share_[s + 1] = share_[s] * (static_cast<double>(trial.events - s) / static_cast<double>(s + 1)) * odds;
    }
    reached_ = std::min(probability_.size() - 1, reached_ + most);
    for (std::size_t x = reached_ + 1; x-- > 0;) {
      double sum = 0;
      for (std::size_t s = 0; s <= std::min(x, most); ++s) sum += share_[s] * probability_[x - s];
      probability_[x] = sum;
    }
  }

  std::vector<double> probability_;
  std::vector<double> share_;
  std::size_t reached_ = 0;  // the greatest number that is possible so far
};

// How far beyond `most` numbers are likely to count in the tail from there: until the Poisson distribution of that mean
// has fallen to nothing. Whether that is far enough is seen from the numbers themselves.
std::uint64_t numbers_that_count(double mean, std::uint64_t most) {
  double share = 1;
  std::uint64_t number = std::max(most, static_cast<std::uint64_t>(mean) + 1);
  while (share > negligible) share *= mean / static_cast<double>(++number);
  return number;
}

// Whether what lies beyond the last number is nothing beside the tail from `from` on. Probabilities of a sum of
// independent trials are log-concave (Newton's inequalities): from the last two on they fall at least as fast.
bool is_tail_complete(const std::vector<double>& probability, std::uint64_t from) {
  const double last = probability.back();
  const double before = probability[probability.size() - 2];
  if (last == 0) return true;
  if (last >= before) return false;
  const double beyond = last * last / (before - last);
  const double tail = std::accumulate(probability.begin() + static_cast<std::ptrdiff_t>(from), probability.end(), 0.0);
  return beyond <= 1e-15 * tail;
}

// The tilt with which `x` is expected, by Newton's method with bisection; x lies strictly between what is sure and what
// is possible.
double tilt_to(std::span<const EqualTrials> trials, double x) {
  double low = -800;
  double high = 800;
  double tilt = std::log(x / expected_events(trials));
  for (int step = 0; step < 200; ++step) {
    double mean = 0;
    double variance = 0;
    for (const EqualTrials& one : trials) {
      if (!(one.probability > 0)) continue;
      const double p = one.probability >= 1 ? 1 : 1 / (1 + (1 - one.probability) / one.probability * std::exp(-tilt));
      mean += p * one.events;
      variance += p * (1 - p) * one.events;
    }
    (mean < x ? low : high) = tilt;
    if (std::abs(mean - x) < 1e-3) break;
    const double next = tilt + (x - mean) / variance;
    tilt = next > low && next < high ? next : (low + high) / 2;
  }
  return tilt;
}

}  // namespace

double expected_events(std::span<const EqualTrials> trials) {
  double sum = 0;
  for (const EqualTrials& one : trials) sum += one.probability * one.events;
  return sum;
}

std::vector<LogTails> log_tails(std::span<const EqualTrials> trials, std::uint32_t most) {
  const std::uint64_t possible = num_trials(trials);
  const std::uint64_t sure = num_sure(trials);
  const double mean = expected_events(trials) - static_cast<double>(sure);
  std::vector<LogTails> tails(most + std::size_t{1});
  if (mean > greatest_plain_mean || most < sure) {
    for (std::uint32_t x = 0; x <= most; ++x) tails[x] = log_tails_at(trials, x);
    return tails;
  }
  std::uint64_t reach = std::min(possible - sure, numbers_that_count(mean, most - sure));
  FirstNumbers numbers(trials, reach);
  while (reach < possible - sure &&
         !is_tail_complete(numbers.probability(), std::min<std::uint64_t>(most - sure, reach))) {
    reach = std::min(possible - sure, 2 * reach);
    numbers = FirstNumbers(trials, reach);
  }
  double upper = 0;
  for (std::uint64_t number = reach + 1; number-- > 0;) {
    upper += numbers.probability()[number];
    const std::uint64_t x = number + sure;
    if (x <= most) tails[x].upper = number == 0 ? 0 : std::log(std::min(upper, 1.0));
    if (x <= most && upper < safely_representable) {
      tails[x].upper = log_tails_at(trials, static_cast<std::uint32_t>(x)).upper;
    }
  }
  double lower = 0;
  for (std::uint64_t x = 0; x <= most; ++x) {
    if (x < sure) {
      tails[x] = {0, impossible};
    } else if (x >= possible) {
      tails[x] = {x > possible ? impossible : tails[x].upper, 0};
    } else {
      lower += numbers.probability()[x - sure];
      tails[x].lower = std::log(std::min(lower, 1.0));
    }
  }
  return tails;
}

LogTails log_tails_at(std::span<const EqualTrials> trials, std::uint32_t x) {
  const std::uint64_t possible = num_trials(trials);
  const std::uint64_t sure = num_sure(trials);
  if (x > possible) return {impossible, 0};
  if (x < sure) return {0, impossible};
  if (possible == sure) return {0, 0};
  // At the ends the tilt is without bound; next to them it serves as well.
  const double aim =
      std::clamp(static_cast<double>(x), static_cast<double>(sure) + .5, static_cast<double>(possible) - .5);
  const double tilt = tilt_to(trials, aim);
  double log_factor = 0;
  Distribution sum;
  std::vector<EqualTrials> tilted;
  for (const EqualTrials& one : trials) {
    if (!(one.probability > 0) || one.events == 0) continue;
    // (1 − p) + p·e^tilt is what each trial is divided by.
    const double moved = one.probability >= 1 ? 1 : 1 / (1 + (1 - one.probability) / one.probability * std::exp(-tilt));
    log_factor += one.events * (one.probability >= 1 ? tilt : std::log1p(one.probability * std::expm1(tilt)));
    tilted.push_back({moved, one.events});
  }
  std::ranges::stable_sort(tilted, {}, [](const EqualTrials& one) { return one.probability * one.events; });
  for (const EqualTrials& one : tilted) {
    add(sum, binomial(one.probability, one.events, possible, negligible), possible, negligible);
  }
  // The tail from x away from what is expected; the other one is what that leaves, and x itself.
  double tail = 0;
  double own = 0;
  const bool is_upper = tilt >= 0;
  for (std::size_t i = 0; i < sum.probability.size(); ++i) {
    const double beyond = static_cast<double>(sum.first + i) - static_cast<double>(x);
    if (beyond == 0) own = sum.probability[i];
    if (is_upper ? beyond >= 0 : beyond <= 0) tail += sum.probability[i] * std::exp(-tilt * beyond);
  }
  const double at = log_factor - tilt * static_cast<double>(x);
  const double near = std::min(0.0, at + std::log(tail));
  const double far = std::log1p(-std::min(1.0, std::exp(at) * (tail - own)));
  return is_upper ? LogTails{near, far} : LogTails{far, near};
}

}  // namespace entente
