#include "event_sizes.hpp"

#include "powers.hpp"

#include <vector>

namespace entente::generate {

namespace {

constexpr std::uint32_t most = 60;
constexpr double whole = 1U << 24U;

}  // namespace

EventSizes::EventSizes() {
  std::vector<std::uint32_t> weights;
  for (const double share : {0.40, 0.28, 0.155, 0.08, 0.045})
    weights.push_back(static_cast<std::uint32_t>(share * whole));
  const auto beyond = [](std::uint32_t size) { return power(7.0 / size, 1.2); };
  for (std::uint32_t size = 7; size <= most; ++size) {
    const double share = 0.04 * (beyond(size) - (size < most ? beyond(size + 1) : 0.0));
    weights.push_back(static_cast<std::uint32_t>(share * whole));
  }
  double sum = 0.0;
  for (std::size_t index = 0; index < weights.size(); ++index) {
    sum += weights[index];
    mean_ += weights[index] * static_cast<double>(index + 2);
  }
  mean_ /= sum;
  table_ = AliasTable(weights);
}

}  // namespace entente::generate
