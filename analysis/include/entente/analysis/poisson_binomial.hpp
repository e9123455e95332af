#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// `events` independent events that each happen with `probability`.
struct EqualTrials {
  double probability;  ///< from 0 to 1
  std::uint32_t events;
};

/// ln P(X ≥ x) and ln P(X ≤ x) of a number X of events that happen (Poisson-binomial distribution).
struct LogTails {
  double upper;
  double lower;
};

/// For x = 0 … `most`, [most + 1]. The probabilities of all numbers are convolved from the classes: no term is
/// negative, so that both tails keep their relative accuracy (some 1e-13), however small they are. O(classes · n²) with
/// n = `most` and as many beyond it as still count.
[[nodiscard]] std::vector<LogTails> log_tails(std::span<const EqualTrials> trials, std::uint32_t most);

/// For one x, also where numbers are large: the distribution is tilted so that x is what is expected (Esscher 1932,
/// doi:10.1080/03461238.1932.10405883), which makes it safe to leave out numbers that are far from x.
[[nodiscard]] LogTails log_tails_at(std::span<const EqualTrials> trials, std::uint32_t x);

/// Σ probability · events.
[[nodiscard]] double expected_events(std::span<const EqualTrials> trials);

}  // namespace entente
