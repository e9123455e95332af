#pragma once

#include "telling.hpp"

#include <string_view>
#include <vector>

namespace entente {

/// One piece of evidence on whether two records tell of one occasion, and what it weighs: binary digits, so that +1
/// doubles the odds and -1 halves them.
struct Weighed {
  double bits = 0;
  std::string_view words = {};
};

/// How alike the wording is of which two records are known.
struct Wording {
  double resemblance = 0;  ///< of the evidence of the two records, 0 where there is none
  bool copies = false;     ///< the documents are copies of each other
};

/// All that speaks for and against; nothing where something rules out that the two are one.
class OccasionScore {
 public:
  static OccasionScore ruled_out() { return {}; }
  /// Before anything is known of the two.
  static OccasionScore beginning_with(double bits);

  void add(double bits, std::string_view words);
  [[nodiscard]] bool possible() const { return possible_; }
  [[nodiscard]] double bits() const { return bits_; }
  /// 1 / (1 + 2^-bits), 0 where ruled out.
  [[nodiscard]] double share() const;
  [[nodiscard]] const std::vector<Weighed>& evidence() const { return evidence_; }

 private:
  bool possible_ = false;
  double bits_ = 0;
  std::vector<Weighed> evidence_;
};

/// What the wording can add at most.
inline constexpr double most_bits_of_wording = 9;

/// Weighs what two records, or two sets of records, tell. O(participants + places of a × places of b).
[[nodiscard]] OccasionScore weigh(const Telling& a, const Telling& b, const Wording& wording);

}  // namespace entente
