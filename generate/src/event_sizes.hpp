#pragma once

#include "alias_table.hpp"

#include <cstdint>

namespace entente::generate {

/// How many persons take part in an event: two to six mostly, in 4 % of the events more, up to 60, with the exponent
/// 2.2 of the density.
class EventSizes {
 public:
  EventSizes();

  [[nodiscard]] std::uint32_t draw(RandomStream& random) const { return 2 + table_.draw(random); }
  [[nodiscard]] double mean() const { return mean_; }

 private:
  AliasTable table_;
  double mean_ = 0.0;
};

}  // namespace entente::generate
