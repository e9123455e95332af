#pragma once

#include <entente/core/error.hpp>

#include <string>
#include <vector>

namespace entente {

/// Whom a correction means: a person, or some of the names that a person is called by.
struct PersonReference {
  std::string text;           ///< an identifier that resolving without corrections gives, or a name as worded
  bool is_name = false;       ///< surely a name
  std::string country = {};   ///< only bearers of the name from there; empty: from anywhere
  std::string position = {};  ///< only bearers of the name in an office of this class; empty: in any
  Place place = {};
};

/// References to one person, or each to another one.
struct PersonGroup {
  std::vector<PersonReference> persons;  ///< two or more
  Place place = {};
};

/// The name to show for a person; the identifier stays.
struct PersonRename {
  PersonReference person;
  std::string name;
  Place place = {};
};

/// What a reader knows better about persons. Names are compared without case, diacritics and script.
struct PersonCorrections {
  std::vector<PersonGroup> same;
  std::vector<PersonGroup> different;
  std::vector<PersonRename> renames;
  /// Records were resolved by these corrections earlier: whoever is unknown was settled then and is left out.
  bool were_applied = false;

  /// Whether nothing is corrected.
  [[nodiscard]] bool empty() const { return same.empty() && different.empty() && renames.empty(); }
};

}  // namespace entente
