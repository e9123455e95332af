#pragma once

#include <entente/core/record.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace entente::test {

/// Records as documents tell them, and which occasion each of them tells of.
struct GeneratedOccasions {
  std::vector<Record> records;
  std::map<std::string, std::size_t> occasion_of;  ///< by the id of the record
};

/// Made-up diplomacy: occasions of two or three countries' ministers with their aides, each told by one to five
/// documents. A telling leaves out aides, tells a partial date or only the day on which it was published, a town or a
/// building or neither, or another type; every fifth is a near-copy of one before. Beside talks of three stand talks of
/// two of them on the same day, beside talks a second round in another building, or a farewell on the next day.
[[nodiscard]] GeneratedOccasions generated_occasions(std::size_t num_occasions, std::uint64_t seed);

}  // namespace entente::test
