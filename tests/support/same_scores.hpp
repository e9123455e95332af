#pragma once

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace entente {

/// Matches values that agree with the expected ones within tolerance·max(1, |expected|), one by one.
class SameScores : public Catch::MatcherBase<std::vector<double>> {
 public:
  SameScores(std::vector<double> expected, double tolerance) : expected_(std::move(expected)), tolerance_(tolerance) {}

  bool match(const std::vector<double>& scores) const override {
    if (scores.size() != expected_.size()) {
      worst_ = "there are " + std::to_string(scores.size()) + " values";
      return false;
    }
    for (std::size_t person = 0; person < scores.size(); ++person) {
      const double expected = expected_[person];
      // Not ">": a NaN must not pass.
      if (std::abs(scores[person] - expected) <= tolerance_ * std::max(1.0, std::abs(expected))) continue;
      std::ostringstream text;
      text.precision(17);
      text << "person " << person << " has " << scores[person] << " instead of " << expected;
      worst_ = text.str();
      return false;
    }
    return true;
  }

  std::string describe() const override {
    std::ostringstream text;
    text << "equals the " << expected_.size() << " expected values within " << tolerance_ << ": " << worst_;
    return text.str();
  }

 private:
  std::vector<double> expected_;
  double tolerance_;
  mutable std::string worst_;
};

}  // namespace entente
