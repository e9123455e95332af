#pragma once

#include "bearers.hpp"
#include "person_ids.hpp"

#include <entente/resolve/person_corrections.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// The bearers that a reference means.
struct MeantBearers {
  std::vector<std::uint32_t> bearers;  ///< ascending, never empty
  bool whole = false;                  ///< all of a person, by the identifier
};

/// Looks up persons by identifier and name.
class PersonReferences {
 public:
  /// Both must outlive the object.
  PersonReferences(const Bearers& bearers, const NamedPersons& known);

  /// Throws `Error` (`bad_corrections`) at the place of a reference that means nobody, with a suggestion, or several
  /// persons.
  [[nodiscard]] MeantBearers find(const PersonReference& reference) const;
  /// False where `find` would throw because nobody has the identifier or name.
  [[nodiscard]] bool knows(const PersonReference& reference) const;

 private:
  [[nodiscard]] std::optional<std::size_t> number_of_name(const PersonReference& reference) const;
  [[nodiscard]] MeantBearers find_name(const PersonReference& reference) const;
  [[noreturn]] void fail_unknown(const PersonReference& reference) const;

  const Bearers& bearers_;
  const NamedPersons& known_;
  std::unordered_map<std::string_view, std::uint32_t> person_of_id_;
};

}  // namespace entente
