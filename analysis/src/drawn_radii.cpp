#include <entente/analysis/degree.hpp>
#include <entente/analysis/layout.hpp>

#include <algorithm>
#include <cmath>

namespace entente {

std::vector<double> drawn_radii(const PersonNetwork& net) {
  constexpr double smallest = 4;
  constexpr double largest = 20;
  std::vector<double> radii = strength(net);
  const double most = radii.empty() ? 0 : *std::ranges::max_element(radii);
  for (double& radius : radii) {
    const double share = most > 0 ? std::sqrt(radius / most) : 0;
    radius = std::round((smallest + (largest - smallest) * share) * 1000) / 1000;
  }
  return radii;
}

}  // namespace entente
