#include "travels.hpp"

#include <algorithm>
#include <optional>

namespace entente::extract {
namespace {

constexpr std::uint32_t longest_way = 16;  ///< words between a name and where its bearer goes

/// The state that is named at `i` or whose city is; an article may come first.
std::optional<std::string> state_at(const Document& document, std::uint32_t i) {
  if (document.is(i, "the")) ++i;
  if (document.has(i, Tag::organisation)) return std::nullopt;
  if (const auto country = country_at(document, i)) {
    const bool seat = document.has(i, Tag::seat);
    return country->adjective && !seat ? std::nullopt : std::optional(country->code);
  }
  const auto* city = document.find(i, Tag::city);
  return city != nullptr ? std::optional(document.lexicon->code(city->entry.value)) : std::nullopt;
}

/// A verb or noun of going somewhere, and not of coming home.
bool goes(const Document& document, std::uint32_t i) {
  if (document.is_any(i, Word("returned"), Word("returns"), Word("returning"), Word("brought"))) return false;
  return document.is_any(i, Word("visit"), Word("visits"), Word("visited"), Word("visiting"), Word("trip"),
                         Word("journey"), Word("tour"), Word("travel"), Word("delegation"), Word("mission")) ||
         document.has(i, Tag::motion);
}

/// Where whoever is named before `from` goes, as told before anybody else is named.
std::optional<std::string> destination(const Document& document, std::uint32_t from, std::uint32_t end) {
  bool going = false;
  for (auto i = from; i + 1 < std::min(end, from + longest_way); ++i) {
    if (document.is_any(i, Word(";"), Word("from"), Word("received"), Word("hosted"), Word("welcomed"),
                        Word("ambassador"), Word("back"), Word("home")))
      return std::nullopt;
    const bool to = document.is_any(i, Word("to"), Word("in"), Word("for")) && going;
    const bool object = document.is_any(i, Word("visited"), Word("visiting"), Word("visit"));
    // "X, who was in Osaka, Japan, for the summit"
    const bool there = document.is(i, "in") && i >= from + 2 && document.is_any(i - 1, Word("was"), Word("is")) &&
                       document.is(i - 2, "who");
    if (there) {
      if (auto state = state_at(document, i + 1)) return state;
    }
    going = going || goes(document, i);
    if (!to && !object) continue;
    if (auto state = state_at(document, i + 1)) return state;
  }
  return std::nullopt;
}

/// "While in Peru, X …", "During his visit to Peru, X …": where the first one named behind the comma is.
std::optional<std::string> setting(const Document& document, std::uint32_t begin, std::uint32_t end) {
  if (!document.is_any(begin, Word("while"), Word("during"), Word("on"))) return std::nullopt;
  const bool visiting = document.is(begin, "while") && document.is(begin + 1, "in");
  for (auto i = begin + 1; i + 1 < end && !document.is(i, ","); ++i) {
    const bool visit =
        document.is_any(i - 1, Word("visit"), Word("trip"), Word("stay")) && document.is_any(i, Word("to"), Word("in"));
    if (!visit && !(visiting && i == begin + 1)) continue;
    return state_at(document, i + 1);
  }
  return std::nullopt;
}

}  // namespace

Travels find_travels(const Document& document, const std::vector<NameMention>& names) {
  Travels travels;
  std::size_t n = 0;
  for (const auto& sentence : document.sentences) {
    if (sentence.kind != SentenceKind::text) continue;
    while (n < names.size() && names[n].begin < sentence.begin) ++n;
    bool first = true;
    for (; n < names.size() && names[n].begin < sentence.end; ++n) {
      const auto& name = names[n];
      if (name.person < 0) continue;
      const auto next = n + 1 < names.size() ? std::min(sentence.end, names[n + 1].outer_begin) : sentence.end;
      if (const auto state = destination(document, std::max(name.end, name.outer_end), next))
        travels[name.person].insert(*state);
      const bool opened = first && name.outer_begin > sentence.begin && document.is(name.outer_begin - 1, ",");
      if (const auto state = opened ? setting(document, sentence.begin, name.outer_begin) : std::nullopt)
        travels[name.person].insert(*state);
      first = false;
    }
  }
  return travels;
}

}  // namespace entente::extract
