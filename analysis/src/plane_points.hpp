#pragma once

#include <cstddef>
#include <vector>

namespace entente {

/// Points of a drawing that is being made, in single precision: twice as many fit in a vector register.
struct PlanePoints {
  std::vector<float> x;
  std::vector<float> y;

  explicit PlanePoints(std::size_t size = 0) : x(size), y(size) {}
  [[nodiscard]] std::size_t size() const { return x.size(); }
};

}  // namespace entente
