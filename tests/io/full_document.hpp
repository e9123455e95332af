#pragma once

#include "sample_network.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace entente::test {

/// With all that a network file can tell: communities of four, positions, and measures, of which one value is not a
/// number and two names are not fit for a file.
inline NetworkDocument full_document(const SampleNetwork& sample) {
  NetworkDocument document = sample.document();
  const std::size_t num_persons = sample.network.num_persons();
  MeasureColumn betweenness{.name = "betweenness", .values = {}};
  MeasureColumn core{.name = "core", .values = {}, .integral = true};
  for (std::size_t row = 0; row < num_persons; ++row) {
    document.communities.push_back(static_cast<std::uint32_t>(row / 4));
    document.positions.push_back({.x = static_cast<double>(row) - 2.5, .y = static_cast<double>(row * row)});
    betweenness.values.push_back(row == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(row) / 3);
    core.values.push_back(static_cast<double>(row));
  }
  document.measures = {
      betweenness, core, {.name = "size", .values = core.values}, {.name = "1 odd name", .values = core.values}};
  return document;
}

}  // namespace entente::test
