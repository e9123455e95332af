#pragma once

namespace entente {

/// Where a person stands in a drawing; y grows upwards.
struct Position {
  double x = 0;
  double y = 0;
};

}  // namespace entente
