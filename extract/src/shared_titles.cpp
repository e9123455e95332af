#include "shared_titles.hpp"

#include "name_words.hpp"

#include <algorithm>
#include <set>

namespace entente::extract {
namespace {

/// True if the tokens between two names only list them: "X and Y", "X (France), Y (US)".
bool lists(const Document& document, std::uint32_t begin, std::uint32_t end) {
  if (begin + 2 < end && document.is(begin, "(")) {
    const auto state = country_at(document, begin + 1);
    if (state && document.is(begin + 1 + state->length, ")")) begin += state->length + 2;
  }
  for (auto i = begin; i < end; ++i) {
    if (!document.is(i, ",") && !document.is(i, "and") && !document.is(i, "&") && !document.is(i, "as") &&
        !document.is(i, "well") && !document.is(i, "with") && !document.is(i, "both")) {
      return false;
    }
  }
  return true;
}

std::string singular(const Document& document, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  for (auto i = begin; i < end; ++i) {
    if (i > begin && document.tokens[i].space_before) out.push_back(' ');
    auto word = document.text_of(i, i + 1);
    if (document.has(i, Tag::plural_head) && word.ends_with("s") && document.find(i, Tag::plural_head)->length == 1)
      word.pop_back();
    out += word;
  }
  return out;
}

struct StateBefore {
  std::string code;
  std::uint32_t begin = 0;
};

/// The state whose name ends directly before `end`, at `begin` or later; no code where none does.
StateBefore state_before(const Document& document, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t longest = 5;
  for (std::uint32_t length = 1; length <= longest && begin + length <= end; ++length) {
    const auto country = country_at(document, end - length);
    if (country && country->length == length && !country->adjective) return {country->code, end - length};
  }
  return {};
}

/// "W, X and Y, the presidents of Peru, Norway and Chile, …": the names that end before the title at `begin` have the
/// countries in their order.
void share_with_names_before(const Document& document, std::vector<NameMention>& names, std::size_t behind,
                             std::uint32_t begin, const std::vector<std::string>& countries, std::uint16_t head) {
  if (document.is(begin - 1, "the")) --begin;
  if (behind < countries.size() || !document.is(begin - 1, ",") || names[behind - 1].outer_end + 1 != begin) return;
  const auto first = behind - countries.size();
  for (auto k = first; k + 1 < behind; ++k) {
    if (!lists(document, names[k].outer_end, names[k + 1].outer_begin)) return;
  }
  for (auto k = first; k < behind; ++k) {
    if (!names[k].before.heads.empty() || !names[k].after.heads.empty()) return;
  }
  for (auto k = first; k < behind; ++k) {
    names[k].weak = false;
    names[k].country = countries[k - first];
    names[k].heads.push_back(document.lexicon->head(head));
  }
}

}  // namespace

void share_plural_titles(const Document& document, std::vector<NameMention>& names) {
  for (const auto& sentence : document.sentences) {
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      const auto* plural = document.find(i, Tag::plural_head);
      if (plural == nullptr) continue;
      const auto head_end = i + plural->length;
      auto begin = i;
      while (begin > sentence.begin && document.has(begin - 1, Tag::modifier)) --begin;
      std::vector<std::string> countries;
      auto left = begin;
      while (left > sentence.begin) {
        bool found = false;
        for (std::uint32_t length = 1; length <= 3 && sentence.begin + length <= left; ++length) {
          if (const auto country = country_at(document, left - length); country && country->length == length) {
            countries.insert(countries.begin(), country->code);
            left -= length;
            found = true;
            break;
          }
        }
        if (found) continue;
        if (!countries.empty() && (document.is(left - 1, ",") || document.is(left - 1, "and"))) {
          --left;
          continue;
        }
        break;
      }
      auto end = head_end;
      auto office_end = head_end;
      std::uint32_t shared = 0;  // where "of the two states" ends
      while (end < sentence.end) {
        if (const auto country = country_at(document, end)) {
          if (countries.empty()) office_end = end;
          if (left == begin || countries.empty() || end > head_end) countries.push_back(country->code);
          end += country->length;
        } else if (document.has(end, Tag::modifier) || document.is(end, "of") || document.is(end, "the") ||
                   document.is(end, "for") || document.is(end, "from") || document.is(end, "and") ||
                   document.has(end, Tag::organisation) ||
                   (document.is(end, ",") && country_at(document, end + 1) &&
                    !country_at(document, end + 1)->adjective)) {
          ++end;
        } else if (end > head_end && document.is_any(end, Word("two"), Word("three"), Word("four"), Word("both")) &&
                   document.is_any(end + 1, Word("countries"), Word("states"), Word("nations"), Word("sides"),
                                   Word("neighbours"), Word("neighbors"), Word("governments"), Word("parties"))) {
          end += 2;  // "the foreign ministers of the two states, X and Y"
          if (shared == 0) shared = end;
        } else if (document.is(end, "'s") || (document.has(end, Tag::thing) && document.tokens[end].capital)) {
          ++end;
        } else {
          break;
        }
      }
      if (countries.empty()) office_end = shared > 0 ? head_end : end;
      while (office_end > head_end && (document.has(office_end - 1, Tag::link) || document.is(office_end - 1, "from") ||
                                       document.is_punctuation(office_end - 1)))
        --office_end;
      // The names begin within a mark of it.
      const auto found =
          std::lower_bound(names.begin(), names.end(), end,
                           [](const NameMention& name, std::uint32_t token) { return name.begin < token; });
      const auto first = static_cast<std::size_t>(found - names.begin());
      if (countries.size() > 1 && left == begin)
        share_with_names_before(document, names, first, begin, countries, plural->entry.value);
      if (first == names.size() || names[first].begin >= sentence.end) continue;
      const auto gap = names[first].outer_begin > end ? names[first].outer_begin - end : 0;
      bool plain = gap <= 2;
      for (auto k = end; k < std::min(names[first].outer_begin, end + 2); ++k)
        plain = plain && document.is_punctuation(k);
      if (!plain) continue;
      std::vector<std::size_t> listed{first};
      while (listed.back() + 1 < names.size() && names[listed.back() + 1].begin < sentence.end) {
        const auto gap_begin = names[listed.back()].outer_end;
        const auto& next = names[listed.back() + 1];
        auto gap_end = next.outer_begin;
        // "the foreign ministers of Norway X and Peru Y", "of Norway, X, Peru, Y, and the Netherlands, Z"
        if (countries.size() == listed.size() && end + 1 >= names[first].begin) {
          const auto behind_state = document.is(gap_end - 1, ",") && gap_end > gap_begin + 1 ? gap_end - 1 : gap_end;
          if (const auto state = state_before(document, gap_begin, behind_state); !state.code.empty()) {
            gap_end = document.is(state.begin - 1, "the") ? state.begin - 1 : state.begin;
            countries.push_back(state.code);
          }
        }
        if (!lists(document, gap_begin, gap_end)) break;
        if (!next.before.heads.empty() && (!next.before.plural || listed.size() == countries.size())) break;
        listed.push_back(listed.back() + 1);
      }
      if (listed.size() < 2) continue;
      auto outer = left;
      while (outer > sentence.begin && document.is(outer - 1, "the")) --outer;
      if (outer < names[first].outer_begin) names[first].outer_begin = outer;
      while (document.is_any(begin, Word("his"), Word("her"), Word("their"))) ++begin;
      const auto office = singular(document, begin, office_end);
      for (std::size_t k = 0; k < listed.size(); ++k) {
        auto& name = names[listed[k]];
        name.weak = false;
        if (name.office.empty()) name.office = office;
        name.heads.push_back(document.lexicon->head(plural->entry.value));
        if (countries.size() == listed.size())
          name.country = countries[k];
        else if (countries.size() == 1 && name.country.empty())
          name.country = countries[0];
        if (name.before.plural) name.before.country.clear();
        if (name.before.plural) name.before.office.clear();
      }
    }
  }
}

void name_lead_office(const Document& document, std::vector<NameMention>& names) {
  const Sentence* lead = nullptr;
  for (const auto& sentence : document.sentences) {
    if (sentence.kind != SentenceKind::text) continue;
    if (lead == nullptr) {
      lead = &sentence;
      continue;
    }
    const auto title = title_after(document, lead->begin, lead->end);
    if (title.heads.empty() || title.plural || title.possessive || title.country.empty()) return;
    for (auto& name : names) {
      if (name.begin >= lead->begin && name.outer_begin <= title.end + 1) return;
      if (name.begin < sentence.begin) continue;
      // "Iran's foreign minister has arrived in Oman. The agency reported that X …"
      const bool reported = name.begin > sentence.begin && document.is(name.begin - 1, "that");
      if ((name.begin != sentence.begin && !reported) || name.parts.size() < 2 || !name.before.empty() ||
          !name.after.empty())
        return;
      name.office = title.office;
      name.heads = title.heads;
      name.country = title.country;
      name.weak = false;
      return;
    }
    return;
  }
}

void strip_abbreviated_offices(const Document& document, std::vector<NameMention>& names) {
  constexpr std::uint32_t shortest = 3;
  constexpr std::uint32_t longest = 5;
  std::set<std::string> known;
  for (const auto& name : names) {
    if (!document.tokens[name.begin].upper && name.parts.size() > 1) known.insert(name.parts.begin(), name.parts.end());
  }
  for (auto& name : names) {
    const auto& first = document.tokens[name.begin];
    if (name.parts.size() < 2 || !first.upper || first.initial || document.length(name.begin) < shortest ||
        document.length(name.begin) > longest || document.tokens[name.begin + 1].upper ||
        !known.contains(name.parts[1]))
      continue;
    ++name.begin;
    name.parts.erase(name.parts.begin());
    name.weak = false;
  }
}

}  // namespace entente::extract
