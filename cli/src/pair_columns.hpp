#pragma once

#include "found_pairs.hpp"

#include <entente/io/table.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// What a column of pairs tells of, beside what is known of every pair.
enum class PairColumnNeeds : std::uint8_t { nothing, test, strata };

/// A column of the table of pairs: one row of the table from which tables, options, help and documentation take theirs.
struct PairColumn {
  std::string_view name;      ///< in files and as an option
  std::string_view title;     ///< on the terminal
  std::string_view sentence;  ///< what it says, for users
  PairColumnNeeds needs;      ///< stands only where there is this
  Cell (*cell)(const Material& material, const FoundPairs& found, std::size_t pair);
};

/// All columns, in the order of files; those of the evidence (event_ids, documents, sentence) come last.
[[nodiscard]] std::span<const PairColumn> pair_columns();

/// The columns that the study names, or else those that suit: all that there are for files, those that fit for a
/// terminal.
[[nodiscard]] std::vector<const PairColumn*> columns_for_files(const Session& session, const FoundPairs& found);
[[nodiscard]] std::vector<const PairColumn*> columns_for_terminal(const Session& session, const FoundPairs& found);

/// Rows `begin` to `end` of the pairs.
[[nodiscard]] Table pairs_table(const Material& material, const FoundPairs& found,
                                std::span<const PairColumn* const> columns, bool titles, std::size_t begin,
                                std::size_t end);

/// The columns with their sentences, for the help.
[[nodiscard]] std::string pair_columns_help();

}  // namespace entente::cli
