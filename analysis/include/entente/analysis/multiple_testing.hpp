#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// How p-values are adjusted for the number of tests, so that one may be compared with a level as if it stood alone.
enum class Correction : std::uint8_t {
  bh,    ///< expected share of false discoveries, Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x
  by,    ///< the same under any dependence, Benjamini and Yekutieli 2001, doi:10.1214/aos/1013699998
  holm,  ///< probability of any false discovery, Holm 1979, jstor:4615733
  bonferroni,  ///< the same, p·m
  none,        ///< p itself
};
/// By value of `Correction`, as studies and flags write them.
[[nodiscard]] std::span<const std::string_view> correction_names();

/// Tests that share one p-value.
struct EqualTests {
  double log_p;
  std::uint64_t tests;
};

/// ln of the adjusted p-values of the tests whose ln p are given, [log_p]; `others` are further tests that were made,
/// and what remains of `tests` had p = 1. Equal p-values get equal ones. O(n log n). Throws `Error` (`bad_option`)
/// where there are more tests than `tests`.
[[nodiscard]] std::vector<double> adjust(std::span<const double> log_p, std::uint64_t tests, Correction correction,
                                         std::span<const EqualTests> others = {});

}  // namespace entente
