#pragma once

#include <entente/core/record.hpp>
#include <entente/evaluate/gold.hpp>

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace entente::test {

/// The gold as records that say all that it says, participants with its keys for identifiers.
[[nodiscard]] std::vector<Record> records_of(const Gold& gold);

/// A way in which records can be wrong.
struct Spoil {
  std::string_view name;
  std::function<void(std::vector<Record>& records, const Gold& gold)> apply;
};
[[nodiscard]] std::span<const Spoil> spoils();

}  // namespace entente::test
