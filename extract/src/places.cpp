#include "places.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

bool is_place_word(const Document& document, std::uint32_t i) {
  const auto& token = document.tokens[i];
  if (token.kind == TokenKind::punctuation) return document.is(i, "'s") || document.is(i, "'");
  if (token.kind != TokenKind::word) return false;
  if (document.has(i, Tag::weekday) || (document.has(i, Tag::month) && token.capital)) return false;
  return token.capital || document.has(i, Tag::particle);
}

}  // namespace

std::string place_in(const Document& document, std::uint32_t begin, std::uint32_t end, std::uint32_t token) {
  std::string best;
  int best_score = -1000;
  for (auto i = begin; i + 1 < end; ++i) {
    if (document.quoted[i] != 0) continue;
    const bool in = document.is(i, "in");
    const bool at = document.is(i, "at");
    const bool to = (document.is(i, "to") || document.is(i, "outside")) && document.has(i + 1, Tag::city);
    if (!in && !at && !to) continue;
    auto first = i + 1;
    if (document.is(first, "the")) ++first;
    auto last = first;
    bool venue = false;
    bool city = false;
    while (last < end && last < first + 10) {
      if (is_place_word(document, last)) {
        venue = venue || document.has(last, Tag::thing) || document.has(last, Tag::seat);
        city = city || document.has(last, Tag::city) || document.has(last, Tag::seat);
        ++last;
      } else if ((document.is(last, "of") || (document.is(last, "the") && document.is(last - 1, "of"))) &&
                 last > first && last + 1 < end &&
                 (document.tokens[last + 1].capital || document.is(last + 1, "the"))) {
        ++last;
      } else if (document.has(last, Tag::thing) && (at || last > first)) {
        venue = true;
        ++last;
      } else {
        break;
      }
    }
    while (last > first && (document.has(last - 1, Tag::link) || document.is_punctuation(last - 1)) &&
           !document.tokens[last - 1].capital)
      --last;
    if (last == first) continue;
    if (const auto* country = document.find(first, Tag::country);
        country != nullptr && first + country->length == last && !city)
      continue;
    const bool noun = document.has(first, Tag::noun) && last == first + 1 && !document.tokens[first].capital;
    if (noun || document.is(first, "end") || (in && !city && !document.tokens[first].capital)) continue;
    if (document.has(first, Tag::common) && last == first + 1 && !city) continue;
    const auto distance = i > token ? i - token : token - i;
    const int score = (venue ? 40 : 0) + (at ? 20 : 0) + (city ? 15 : 0) -
                      static_cast<int>(std::min<std::uint32_t>(distance, 60)) / 2;
    if (score > best_score) {
      best_score = score;
      best = document.text_of(first, last);
    }
  }
  if (!best.empty() && best_score > -20) return best;
  for (auto i = begin; i < end; ++i) {
    const bool here = document.is(i, "here") || (document.is(i, "this") && document.is(i + 1, "city"));
    if (here && document.quoted[i] == 0) return document.dateline_city;
  }
  return {};
}

}  // namespace entente::extract
