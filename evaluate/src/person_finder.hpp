#pragma once

#include <entente/evaluate/gold.hpp>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Whom the gold calls by a name of two words or more, in any document.
using KeysByName = std::map<std::string, std::set<std::string>, std::less<>>;
[[nodiscard]] KeysByName keys_by_name(const Gold& gold);

/// Tells for whom of one document a name stands.
class PersonFinder {
 public:
  /// Both are borrowed.
  PersonFinder(const GoldDocument& document, const KeysByName& everywhere);

  /// The person who bears the name in the document; else one of the document who bears it in another; else the only
  /// one with a compatible name. Null where there is none.
  [[nodiscard]] const GoldPerson* find(std::string_view name) const;

 private:
  [[nodiscard]] const GoldPerson* with_key(std::string_view key) const;

  const GoldDocument& document_;
  const KeysByName& everywhere_;
  std::vector<std::vector<std::string>> names_;  // of each person, plain, the fullest first
};

}  // namespace entente
