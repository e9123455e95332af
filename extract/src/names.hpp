#pragma once

#include "document.hpp"
#include "titles.hpp"

#include <string>
#include <vector>

namespace entente::extract {

/// A place where somebody is named.
struct NameMention {
  std::uint32_t begin = 0;  ///< of the name
  std::uint32_t end = 0;
  std::uint32_t outer_begin = 0;   ///< with title before …
  std::uint32_t outer_end = 0;     ///< … and apposition behind
  std::vector<std::string> parts;  ///< folded words of the name
  Title before;
  Title after;
  std::string country;  ///< told beside the name: "X of Y", the plural title of a list
  std::string office;   ///< from the plural title of a list
  std::vector<std::string> heads;
  bool weak = false;  ///< nothing but capital letters speaks for a person
  int person = -1;    ///< index into the persons of the document
};

/// All names of the text, in its order.
[[nodiscard]] std::vector<NameMention> find_names(const Document& document);

/// All names of the headlines that are not in capitals throughout.
[[nodiscard]] std::vector<NameMention> find_headline_names(const Document& document);

}  // namespace entente::extract
