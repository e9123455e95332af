#include <entente/extract/extractor.hpp>

namespace entente {

std::optional<LeadingDate> leading_date(std::string_view text) {
  constexpr std::string_view word = "date ";
  constexpr std::size_t length = 10;
  std::size_t i = 0;
  while (i < text.size()) {
    // An empty paragraph of markup may stand before it.
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t')
      ++i;
    else if (text.substr(i).starts_with("<p>"))
      i += 3;
    else if (text.substr(i).starts_with("</p>"))
      i += 4;
    else
      break;
  }
  if (!text.substr(i).starts_with(word)) return std::nullopt;
  i += word.size();
  const auto date = Date::parse(text.substr(i, length));
  if (!date || !date->is_day()) return std::nullopt;
  i += length;
  if (i < text.size() && text[i] == ' ') ++i;
  return LeadingDate{*date, i};
}

}  // namespace entente
