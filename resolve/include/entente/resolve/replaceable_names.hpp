#pragma once

#include <entente/core/record.hpp>
#include <entente/resolve/occasions.hpp>
#include <entente/resolve/persons.hpp>
#include <entente/resolve/pseudonyms.hpp>

#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace entente {

/// Collects what pseudonyms replace. Each thing is kept once, however often it is told.
class ReplaceableNames {
 public:
  /// Its participants, documents, identifier, and the texts in which a name may stand. O(participants · log(forms)).
  void add(Record record);
  /// A form of a person's name.
  void add(const Identity& identity);
  /// The records, events and documents that it is about.
  void add(const OccasionDecision& decision);
  /// All of it; nothing is left for another call. O(forms + events + documents + texts).
  [[nodiscard]] Pseudonymised finish();

 private:
  std::set<std::pair<std::string, std::string>> forms_;  // identifier of a person, form of the name
  std::vector<std::string> events_;
  std::unordered_set<std::string> documents_;
  std::unordered_set<std::string> texts_;
};

}  // namespace entente
