#pragma once

#include "document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace entente::extract {

/// Rank, office and country that stand before or behind a name; tokens [begin, end).
struct Title {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string office;              ///< as worded, without the country before and behind it
  std::string rank;                ///< as worded
  std::string country;             ///< code
  std::vector<std::string> heads;  ///< heads of the office, small, singular
  bool honorific = false;
  bool plural = false;      ///< "Presidents", "ministers": shared by several names
  bool possessive = false;  ///< "his counterpart", "its head"
  bool comma = false;       ///< a comma stands between office and name
  bool adjacent = false;    ///< a head, a rank or a word of respect stands directly before the name

  [[nodiscard]] bool empty() const { return heads.empty() && rank.empty() && !honorific; }
};

/// The title that ends directly before `token` and begins at `limit` or later; empty where none does.
[[nodiscard]] Title title_before(const Document& document, std::uint32_t token, std::uint32_t limit);

/// The title that stands behind a name as its apposition: at `token`, where articles may come first. It ends before
/// `limit`. Empty where no office stands there.
[[nodiscard]] Title title_after(const Document& document, std::uint32_t token, std::uint32_t limit);

/// Of the names, adjectives and seats of countries at `token`, of which there is one at least.
[[nodiscard]] const Match& longest_country(const Document& document, std::uint32_t token);

/// The code of the country whose name, adjective or seat begins at `token`, and how long it is.
struct CountryAt {
  const std::string& code;
  std::uint32_t length;
  bool adjective;
};
[[nodiscard]] inline std::optional<CountryAt> country_at(const Document& document, std::uint32_t token) {
  constexpr auto national = bit(Tag::country) | bit(Tag::organisation) | bit(Tag::seat) | bit(Tag::adjective);
  if (token >= document.size() || !document.has_any(token, national)) return std::nullopt;
  const auto& match = longest_country(document, token);
  return CountryAt{document.lexicon->code(match.entry.value), match.length, match.entry.tag == Tag::adjective};
}

/// Takes text, heads and country of an office from tokens [begin, end) into `title`.
void read_office(const Document& document, std::uint32_t begin, std::uint32_t end, Title& title);

}  // namespace entente::extract
