#include "occasion_decisions.hpp"

#include <algorithm>
#include <tuple>

namespace entente {

std::uint64_t pairs_among(std::uint64_t persons) {
  return persons * (persons - std::min<std::uint64_t>(persons, 1)) / 2;
}

void arrange(std::vector<OccasionDecision>& decisions) {
  std::ranges::sort(decisions, [](const OccasionDecision& a, const OccasionDecision& b) {
    if (a.verdict != b.verdict) return a.verdict == OccasionVerdict::doubtful;
    if (a.verdict == OccasionVerdict::doubtful) {
      return std::tuple(b.ties, b.score, std::tie(a.a, a.b)) < std::tuple(a.ties, a.score, std::tie(b.a, b.b));
    }
    return std::tie(a.a_event, a.a, a.b) < std::tie(b.a_event, b.a, b.b);
  });
}

}  // namespace entente
