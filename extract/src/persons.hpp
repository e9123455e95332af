#pragma once

#include "names.hpp"

#include <string>
#include <vector>

namespace entente::extract {

enum class Sex : std::uint8_t { unknown, male, female };

/// Somebody whom the document names.
struct Person {
  std::string name;  ///< the fullest form, as worded
  std::vector<std::string> parts;
  std::string country;
  std::string office;
  std::string rank;
  std::vector<std::string> heads;
  std::vector<std::size_t> mentions;  ///< indexes of names
  Sex sex = Sex::unknown;
  bool only_outside = true;  ///< all mentions stand where nobody takes part: "the grave of X"
};

/// Who is the same person: full names first, then initials, surnames and given names. Sets `NameMention::person`;
/// names that stay without a person (capital words that are none) keep -1.
[[nodiscard]] std::vector<Person> find_persons(const Document& document, std::vector<NameMention>& names);

/// True if somebody at tokens [begin, end) is only spoken of: "the grave of X", "X's invitation", "according to X".
[[nodiscard]] bool stands_outside(const Document& document, std::uint32_t begin, std::uint32_t end);

}  // namespace entente::extract
