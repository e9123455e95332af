#pragma once

#include "population.hpp"

#include <entente/core/string_column.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::generate {

/// What a person is called, in parts.
struct NameParts {
  std::string given = {};  ///< with a second given name where the names of a region would not do otherwise
  std::string surname = {};
  bool female = false;

  [[nodiscard]] std::string full() const { return given + " " + surname; }
};

/// Names of persons, found from their numbers; the full ones are kept, for each is told many times. No two persons bear
/// the same one, but for namesakes in other countries at the rate that is asked for.
class PersonNames {
 public:
  /// Tables and population are borrowed.
  PersonNames(const Tables& tables, const Population& population, double namesakes, std::uint64_t seed);

  [[nodiscard]] std::string_view full(std::uint32_t person) const { return full_[person]; }
  [[nodiscard]] NameParts parts(std::uint32_t person) const;
  [[nodiscard]] const NameRegion& region_of(std::uint32_t person) const;
  /// Whose name the person bears: the own number, or that of somebody in another country.
  [[nodiscard]] std::uint32_t bearer(std::uint32_t person) const;
  /// A middle name, patronymic or second surname, as is usual where the person comes from; without blanks around.
  [[nodiscard]] std::string middle(std::uint32_t person) const;

 private:
  [[nodiscard]] bool is_namesake(std::uint32_t person) const;

  const Tables& tables_;
  const Population& population_;
  Share namesakes_;
  std::uint64_t seed_;
  StringColumn full_;
  std::vector<std::uint64_t> offsets_;  // of each community among the persons of its region
};

}  // namespace entente::generate
