#pragma once

#include "random_stream.hpp"

#include <entente/core/run.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// A matrix of zeros and ones, as the columns of the ones of each row, each once and in any order.
struct BinaryMatrix {
  std::vector<std::uint64_t> offsets{0};  ///< [num_rows + 1] into columns
  std::vector<std::uint32_t> columns;
  std::size_t num_columns = 0;

  [[nodiscard]] std::size_t num_rows() const { return offsets.size() - 1; }
};

/// What one thread draws matrices on.
struct FastballSheet {
  std::vector<std::uint32_t> columns;  ///< of the last matrix drawn, in the rows of the observed one
  std::vector<bool> marks;             ///< [num_columns], none between trades
};

/// Draws matrices with the margins of an observed one by trades. `const` means safe to share between threads.
class Fastball {
 public:
  /// Refers to `observed`, which must live longer.
  explicit Fastball(const BinaryMatrix& observed);

  /// Draws a matrix onto `sheet`: the observed one after `trades_per_row` trades for every row that has a one.
  void draw(std::uint64_t trades_per_row, RandomStream random, FastballSheet& sheet, const Run& run) const;

 private:
  void trade(std::size_t a, std::size_t b, RandomStream& random, FastballSheet& sheet) const;
  [[nodiscard]] std::span<std::uint32_t> row(std::size_t index, FastballSheet& sheet) const;

  const BinaryMatrix& observed_;
  std::vector<std::uint64_t> offsets_;     // of the rows that have a one: the others have nothing to trade
  std::vector<std::uint32_t> row_of_one_;  // [num_ones], numbered by these
};

}  // namespace entente
