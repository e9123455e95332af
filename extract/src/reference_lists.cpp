#include "reference_lists.hpp"

#include <algorithm>
#include <string_view>

namespace entente::extract {
namespace {

/// True if a preposition phrase that begins the sentence ends with reference a: "With X,", "In a meeting with X,".
bool fronted(const SentenceReading& sentence, std::size_t a) {
  const auto& document = sentence.document;
  if (plain_preposition(sentence, a).empty() || a != 0) return false;
  const bool opened = document.is(sentence.begin, "with") || document.is(sentence.begin, "in") ||
                      document.is(sentence.begin, "at") || document.is(sentence.begin, "during") ||
                      document.is(sentence.begin, "after") || document.is(sentence.begin, "following") ||
                      document.is(sentence.begin, "before") ||
                      document.is_any(sentence.begin, Word("prior"), Word("ahead"), Word("on"), Word("upon"),
                                      Word("under"), Word("for"), Word("from"));
  if (!opened) return false;
  for (auto i = sentence.begin; i < sentence.references[a].begin; ++i) {
    const bool verb = document.has(i, Tag::verb) && !document.has(i, Tag::noun);
    if (verb || document.has(i, Tag::light) || document.is(i, ",")) return false;
  }
  return true;
}

/// True if a comma alone between a and b lists them: "A, B and C", and not "After meeting A, B left" or "…, B said".
bool list_goes_on(const SentenceReading& sentence, std::size_t a, std::size_t b) {
  const auto& document = sentence.document;
  const auto end = sentence.references[b].end;
  constexpr auto verbal = bit(Tag::speech) | bit(Tag::light) | bit(Tag::verb) | bit(Tag::motion);
  if (end < sentence.end && document.has_any(end, verbal) && !document.has(end, Tag::noun)) return false;
  for (auto i = sentence.begin; i < sentence.references[a].begin; ++i) {
    if (document.is(i, ":")) return true;
  }
  constexpr std::uint32_t far = 80;
  for (auto i = end; i < std::min(sentence.end, end + far); ++i) {
    if (document.is_any(i, Word("and"), Word("&"), Word(";"), Word("well"))) return true;
    if (!sentence.in_any_reference(i) && (document.has(i, Tag::verb) || document.has(i, Tag::speech)) &&
        !document.has(i, Tag::noun)) {
      return false;
    }
  }
  return false;
}

/// True if "(NEC)" ends before `i`.
bool closes_abbreviation(const SentenceReading& sentence, std::uint32_t i) {
  const auto& document = sentence.document;
  return i > sentence.begin + 3 && document.is(i - 1, ")") && document.tokens[i - 2].upper && document.is(i - 3, "(");
}

/// "with A; B, and C as well.": nothing but one more of the list, and no verb, stands behind b.
bool ends_list(const SentenceReading& sentence, std::size_t b) {
  const auto& document = sentence.document;
  if (b + 2 != sentence.references.size()) return false;
  const auto& next = sentence.references[b + 1];
  if (!document.is(next.begin - 1, "and")) return false;
  for (auto i = next.end; i < sentence.end; ++i) {
    if (sentence.is_be(i) || document.has_any(i, bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech))) return false;
  }
  return true;
}

/// "A, the adviser; B; and C": the semicolon between a and b = a + 1 is one of a list's, not the end of a clause.
bool is_semicolon_list(const SentenceReading& sentence, std::size_t a, std::size_t b) {
  const auto& document = sentence.document;
  const auto stands_before = [&](std::size_t r) {
    auto i = sentence.references[r].begin;
    while (i > sentence.begin && document.is_any(i - 1, Word("and"), Word("the"))) --i;
    return i > sentence.begin && document.is(i - 1, ";");
  };
  if (!stands_before(b)) return false;
  return stands_before(a) || (b + 1 < sentence.references.size() && stands_before(b + 1)) || ends_list(sentence, b);
}

/// "his counterparts from Peru, A, Norway, B, and Kenya, C": only a state, with its marks, stands between a and b = a
/// + 1.
bool names_next_state(const Document& document, std::uint32_t begin, std::uint32_t end) {
  if (!document.is(begin, ",") || !document.is(end - 1, ",") || end < begin + 3) return false;
  auto i = begin + 1;
  if (document.is(i, "and")) ++i;
  if (document.is(i, "the")) ++i;
  const auto country = country_at(document, i);
  return country && !country->adjective && i + country->length + 1 == end;
}

/// Where a remark in brackets ends that begins at `i`; `i` where none does, or where it is a long one.
std::uint32_t behind_brackets(const Document& document, std::uint32_t i, std::uint32_t limit) {
  constexpr std::uint32_t longest = 8;
  if (!document.is(i, "(")) return i;
  for (auto k = i + 1; k < std::min(limit, i + longest); ++k) {
    if (document.is(k, ")")) return k + 1;
  }
  return i;
}

/// "Before the talks with A, B and C met": B, who acts with whom "and" adds to him, is no member of A's list.
bool acts_behind_and(const SentenceReading& sentence, std::size_t b) {
  const auto& document = sentence.document;
  const auto& references = sentence.references;
  if (b + 1 >= references.size() || !document.is(references[b + 1].begin - 1, "and") ||
      references[b + 1].begin > references[b].end + 2)
    return false;
  const auto behind = references[b + 1].end;
  constexpr auto verbal = bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech) | bit(Tag::motion) | bit(Tag::action);
  return behind < sentence.end && (document.has_any(behind, verbal) || sentence.is_be(behind)) &&
         !document.has(behind, Tag::noun);
}

/// True if references a and b = a + 1 are members of one list: between them stand commas, "and" and at most an
/// apposition or a clause without a verb of meeting.
bool are_listed(const SentenceReading& sentence, std::size_t a, std::size_t b) {
  const auto& document = sentence.document;
  const auto begin = sentence.references[a].end;
  auto end = sentence.references[b].begin;
  if (end < begin) return true;
  if (names_next_state(document, begin, end) && plain_preposition(sentence, a) != "with" &&
      sentence.has(Tag::plural_head, sentence.begin, begin))
    return true;
  // "A and Taliban deputy leader B", "A and the North's ceremonial head of state": words of a title that no lexicon
  // has.
  auto title = end;
  const auto of_title = [&](std::uint32_t i) {
    if (document.tokens[i].kind != TokenKind::word) return document.is(i, "'s");
    const bool unknown = document.tags[i] == 0 && document.length(i) > 3 && !document.ends_with(i, "ed") &&
                         !document.ends_with(i, "ing") && !document.ends_with(i, "ly") && end < i + 3;
    return document.tokens[i].capital || unknown || (document.is(i, "the") && end > i + 1);
  };
  while (title > begin && (of_title(title - 1) || (title > begin + 3 && closes_abbreviation(sentence, title))))
    title -= of_title(title - 1) ? 1U : 3U;
  if (title > begin && document.is_any(title - 1, Word("and"), Word(","))) end = title;
  if (sentence.references[a].possessive) return false;
  if (sentence.references[a].kind == ReferenceKind::group && document.is(begin, ",") &&
      document.is(sentence.references[b].begin - 1, ",") && plain_preposition(sentence, a) == "for") {
    return false;  // "present were, for the visitors, A and B"
  }
  if (sentence.references[a].outside && !sentence.references[b].outside && end == begin + 1 && document.is(begin, ","))
    return false;
  if (document.is(begin, ",") && fronted(sentence, a)) {
    // "In the presence of A, Ministers B and C signed": a title of several begins a list.
    if (document.has(sentence.references[b].begin, Tag::plural_head)) return false;
    // "With X, Y had talked": a comma ends what stands in front, unless the list goes on with "and" before the verb.
    bool goes_on = false;
    for (auto i = end; i < std::min(sentence.end, end + 30) && !goes_on; ++i) {
      if (document.has(i, Tag::verb) || document.has(i, Tag::light) || document.has(i, Tag::speech)) break;
      goes_on = document.is(i, "and") && i >= sentence.references[b].end;
    }
    if (!goes_on || end > begin + 1 || acts_behind_and(sentence, b)) return false;
  }
  bool joined = false;
  bool plain = true;
  for (auto i = begin; i < end; ++i) {
    if (const auto behind = behind_brackets(document, i, end); behind > i) {
      i = behind - 1;  // "A, Minister of Commerce (accompanying minister); B"
      continue;
    }
    const bool connector = (document.is(i, ";") && is_semicolon_list(sentence, a, b)) || document.is(i, ",") ||
                           document.is(i, "and") || document.is(i, "&") || document.is(i, "as") ||
                           document.is(i, "well") || document.is(i, "also") || document.is(i, "both") ||
                           document.is(i, "with") || document.is(i, "along") || document.is(i, "together") ||
                           document.is(i, "plus") || document.is(i, "the") || document.is(i, "to") ||
                           document.is(i, "by") || document.is(i, "then") || document.is(i, "separately") ||
                           document.is(i, "alongside") || document.is(i, "including") || document.is(i, "for") ||
                           document.is_any(i, Word("his"), Word("her"), Word("their")) ||
                           document.is_any(i, Word("–"), Word("-"), Word("•"), Word("*"), Word("·")) ||
                           (document.is(i, "of") && i > begin && document.is_any(i - 1, Word("and"), Word(",")));
    joined = joined || document.is_any(i, Word("–"), Word("•"), Word("*"), Word("·")) ||
             document.is_any(i, Word(","), Word(";")) || document.is(i, "and") || document.is(i, "&") ||
             document.is(i, "with");
    plain = plain && connector;
  }
  if (plain) return joined && (end != begin + 1 || !document.is(begin, ",") || list_goes_on(sentence, a, b));
  // "talks with X, the candidate, Y told reporters": who speaks is in no list.
  const auto behind = sentence.references[b].end;
  if (behind < sentence.end && document.has(behind, Tag::speech) && !document.is(end - 1, "and")) return false;
  // An insertion: begins with a comma or dash, ends with a comma or "and", tells of no event.
  if (end - begin > 24 || end == begin) return false;
  const bool opens = (document.is(begin, "and") && document.is(begin + 1, ",")) ||
                     document.is_any(begin, Word(","), Word(";")) || document.is(begin, "-") ||
                     document.is(begin, "–") || document.is(begin, "of") || document.is(begin, "(") ||
                     document.is(begin, "for");
  const auto last = end - 1;
  // "A, and the ministers of several states, including B"
  const bool includes = document.is(last, "including") || (document.is(last, "them") && document.is(last - 1, "among"));
  bool closes = document.is(last, "and") || document.is(last, ",") || includes ||
                ((document.is(last, "to") || document.is(last, "with") || document.is(last, "by")) && last > begin &&
                 (document.is(last - 1, "and") || document.is(last - 1, ",")));
  if (!opens || !closes) return false;
  const bool aside = document.is(begin, ",") &&
                     document.is_any(begin + 1, Word("on"), Word("in"), Word("at"), Word("after"), Word("before"),
                                     Word("during"), Word("about"), Word("over"), Word("from"), Word("to"));
  if (aside && !document.is(last, "and")) return false;
  const bool relative = document.is(begin + 1, "who") || document.is(begin + 1, "whose") ||
                        document.is(begin + 1, "then") || document.is(begin + 1, "at");
  for (auto i = begin; i < end; ++i) {
    // "between A, who is on a visit to Peru, and B"
    const bool noun = relative && document.has(i, Tag::noun);
    if ((document.has(i, Tag::verb) && !noun) || document.has(i, Tag::happened) || (document.is(i, ";") && i > begin))
      return false;
    if (relative) continue;
    if (document.has(i, Tag::light) || document.has(i, Tag::speech) || sentence.is_be(i) ||
        document.has(i, Tag::attending_before) || document.has(i, Tag::attending_after) ||
        document.has(i, Tag::planned)) {
      return false;
    }
    if (document.ends_with(i, "ed") && !document.tokens[i].capital && document.length(i) > 4) return false;
  }
  return true;
}

/// "with his counterparts from Peru, X": where the words begin that say of several, state by state, what they are; `i`
/// where none stand before it.
std::uint32_t before_counterparts(const SentenceReading& sentence, std::uint32_t i) {
  const auto& document = sentence.document;
  constexpr std::uint32_t longest = 5;
  if (i < sentence.begin + 4 || !document.is(i - 1, ",")) return i;
  for (auto k = i - 2; k > sentence.begin + 1 && k + longest > i; --k) {
    if (!document.is_any(k - 1, Word("from"), Word("of"))) continue;
    const auto country = country_at(document, k + (document.is(k, "the") ? 1U : 0U));
    if (!country || country->adjective || !document.has(k - 2, Tag::plural_head)) return i;
    auto first = k - 2;
    while (first > sentence.begin && (document.has(first - 1, Tag::modifier) ||
                                      document.is_any(first - 1, Word("the"), Word("his"), Word("her"), Word("their"))))
      --first;
    return document.is_any(first - 1, Word("with"), Word("between"), Word("by")) ? first : i;
  }
  return i;
}

}  // namespace

/// "as X looked on", "after Y had arrived": the word before the reference is a conjunction.
bool begins_clause(const SentenceReading& sentence, std::size_t r, Word before) {
  if (before != "as" && before != "after" && before != "before" && before != "since" && before != "until") return false;
  const auto& document = sentence.document;
  auto end = sentence.references[r].end;
  // "as Presidents X, Y and Z watched": behind the whole list.
  for (auto next = r + 1; next < sentence.references.size() && document.is_any(end, Word(","), Word("and")); ++next) {
    if (sentence.references[next].begin > end + 2) break;
    end = sentence.references[next].end;
  }
  constexpr auto verbal = bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech) | bit(Tag::action) | bit(Tag::motion);
  return end < sentence.end && (document.has_any(end, verbal) || sentence.is_be(end) || document.ends_with(end, "ed") ||
                                document.is_any(end, Word("had"), Word("has"), Word("have")));
}

/// "received at Ittehadiya Palace Russian Foreign Minister X", "hosted in Aqaba Egyptian President Y": the preposition
/// before `i` governs a place that ends where the reference begins.
static bool follows_place(const SentenceReading& sentence, std::size_t r, std::uint32_t i) {
  const auto& document = sentence.document;
  const auto begin = sentence.references[r].begin;
  if (i < begin) return document.has_any(begin - 1, bit(Tag::thing) | bit(Tag::venue) | bit(Tag::city));
  const auto* city = document.find(i, Tag::city);
  return city != nullptr && i + city->length < sentence.references[r].end &&
         document.has_any(i + city->length, bit(Tag::city) | bit(Tag::seat) | bit(Tag::country) | bit(Tag::adjective));
}

/// "with Tiananmen student leader X", "by Oslo-based publisher Y": where the words begin that no lexicon has and that
/// say who somebody is, behind a preposition of company; `i` where none stand before it.
static std::uint32_t before_epithet(const SentenceReading& sentence, std::uint32_t i) {
  const auto& document = sentence.document;
  constexpr std::uint32_t longest = 4;
  for (auto k = i; k > sentence.begin + 1 && k + longest > i; --k) {
    if (k < i && document.is_any(k - 1, Word("with"), Word("between"), Word("by"), Word("alongside"))) return k;
    const auto word = k - 1;
    const bool plain = document.tokens[word].kind == TokenKind::word && !sentence.in_any_reference(word) &&
                       (document.tags[word] == 0 || document.tokens[word].capital) && !document.ends_with(word, "ly") &&
                       !document.ends_with(word, "ed") && !document.ends_with(word, "ing") && document.length(word) > 2;
    if (!plain) return i;
  }
  return i;
}

/// "with three other leaders of the region – A; B; and C": the mark at `i` opens the list of those whom a plural
/// counts.
static bool opens_enumeration(const SentenceReading& sentence, std::uint32_t i) {
  const auto& document = sentence.document;
  if (!document.is_any(i, Word("–"), Word("—"), Word(":"))) return false;
  constexpr std::uint32_t longest = 8;
  for (auto k = i; k > sentence.begin && k + longest > i; --k) {
    if (document.is_punctuation(k - 1) || document.is(k - 1, "with")) return false;
    if (document.has_any(k - 1, bit(Tag::plural_head) | bit(Tag::all)) && !document.has(k - 1, Tag::modifier))
      return true;
  }
  return false;
}

Word plain_preposition(const SentenceReading& sentence, std::size_t r) {
  const auto& document = sentence.document;
  auto i = sentence.references[r].begin;
  if (r > 0 && sentence.references[r - 1].possessive && i < sentence.references[r - 1].end + 7) {
    // "by X's envoy, Y": what governs the possessor governs whom he has.
    // "by X's influential adviser Y"
    const bool epithet = i > sentence.references[r - 1].end + 1 && i <= sentence.references[r - 1].end + 3 &&
                         document.tokens[i - 1].kind == TokenKind::word && !document.has(i - 1, Tag::link) &&
                         !document.is(i, "the");
    bool apposition = document.is(i - 1, ",") || document.is(i, "'s") || epithet;
    for (auto k = sentence.references[r - 1].end; k < i; ++k)
      apposition = apposition && !document.has_any(k, bit(Tag::verb) | bit(Tag::noun) | bit(Tag::light));
    if (apposition) i = sentence.references[r - 1].begin;
  }
  // "with United Nations Secretary-General X": an organisation, or words that no lexicon has, before the title.
  // "Department of National Defence (DND) Secretary X": what a body is of.
  const auto links = [&](std::uint32_t k) {
    const bool article = document.is(k, "the");
    const auto of = article && k > sentence.begin ? k - 1 : k;
    return document.is(of, "of") && of > sentence.begin && document.tokens[of - 1].capital &&
           document.has(of - 1, Tag::thing) && !sentence.in_any_reference(of - 1);
  };
  const auto belongs = [&](std::uint32_t k) {
    if (i < sentence.references[r].begin && links(k)) return true;
    return document.tokens[k].kind == TokenKind::word && document.tokens[k].capital && !sentence.in_any_reference(k) &&
           (document.tags[k] == 0 || document.has(k, Tag::thing) || document.ends_before(k + 1, Tag::organisation) ||
            (i == sentence.references[r].begin && k > sentence.begin + 1 && document.tokens[k - 1].capital &&
             document.has(k, Tag::common) && !document.has_any(k, bit(Tag::month) | bit(Tag::weekday))));
  };
  // "with that country's President X"
  if (document.is(i, "'s") && i > sentence.begin + 2 &&
      document.is_any(i - 2, Word("that"), Word("the"), Word("his"), Word("her")))
    i -= 2;
  // "with his Brazilian and Paraguayan colleagues X and Y"
  if (i > sentence.begin && document.is_any(i - 1, Word("his"), Word("her"), Word("their"), Word("its"))) --i;
  // "At Camp Smith the Secretary met …": an article begins what stands by itself.
  const bool article = document.is_any(i, Word("the"), Word("his"), Word("her"), Word("their"), Word("its"));
  // "including Google's X"
  const auto owned = [&](std::uint32_t k) {
    return document.is(k, "'s") && k > sentence.begin + 1 && document.tokens[k - 1].capital &&
           document.tags[k - 1] == 0 && !sentence.in_any_reference(k - 1);
  };
  if (!article && owned(i - 1)) i -= 2;
  while (!article && i > sentence.begin + 1 && (belongs(i - 1) || closes_abbreviation(sentence, i))) {
    if (closes_abbreviation(sentence, i)) i -= 2;
    --i;
    while (i > sentence.begin && document.ends_before(i + 1, Tag::organisation) && document.tokens[i - 1].capital) --i;
  }
  i = before_epithet(sentence, i);
  while (i > sentence.begin &&
         (document.is(i - 1, "both") || document.is(i - 1, "the") || document.is(i - 1, "also") ||
          document.is(i - 1, "first") || document.is(i - 1, "then") || document.is(i - 1, "separately"))) {
    --i;
  }
  i = before_counterparts(sentence, i);
  // "with each of the ministers"
  if (i >= sentence.begin + 2 && document.is(i - 1, "of") &&
      document.is_any(i - 2, Word("each"), Word("both"), Word("all"), Word("one"))) {
    i -= 2;
  }
  // "received members of a delegation"
  if (sentence.references[r].kind == ReferenceKind::group && i > sentence.begin + 2 && document.is(i - 1, "of") &&
      document.is(i - 2, "members")) {
    i -= 2;
    if (document.is(i - 1, "the")) --i;
  }
  // "with ambassadors, including X", "with ambassadors, among them X", "with allies as well as X", "with members led by
  // X"
  if (i > sentence.begin + 2 &&
      (document.is(i - 1, "including") || (document.is(i - 1, "them") && document.is(i - 2, "among")) ||
       (document.is(i - 1, "as") && document.is(i - 2, "well")) || document.ends_before(i, Tag::led) ||
       opens_enumeration(sentence, i - 1))) {
    const auto floor = std::max(r > 0 ? sentence.references[r - 1].end : sentence.begin, i > 18 ? i - 18 : 0);
    for (auto k = i - 1; k > floor; --k) {
      if (document.has_any(k - 1, bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech)) || document.is(k - 1, ";"))
        break;
      if (document.is(k - 1, "with") || (document.is(k - 1, "by") && document.has(k, Tag::all)) ||
          document.ends_before(k, Tag::attending_after))
        return document.is(k - 1, "with") ? document.word(k - 1) : Word("by");
    }
    if (document.is(i - 1, "as")) return {};
  }
  // "with United Nations Secretary-General X"
  for (std::uint32_t length = 1; length <= 4 && sentence.begin + length <= i; ++length) {
    const auto* match = document.find(i - length, Tag::organisation);
    if (match != nullptr && match->length == length) {
      i -= length;
      if (i > sentence.begin && document.is(i - 1, "the")) --i;
      break;
    }
  }
  if (i == sentence.begin) return {};
  const auto word = document.word(i - 1);
  if (word == "between" && i > sentence.begin + 1 && document.is(i - 2, "in")) return {};
  static constexpr Word known[] = {"with",  "by",        "of",     "between", "among",   "to",      "for",   "from",
                                   "on",    "in",        "at",     "under",   "about",   "as",      "after", "before",
                                   "than",  "alongside", "via",    "over",    "against", "through", "since", "without",
                                   "until", "opposite",  "beside", "into",    "behind",  "like"};
  if (begins_clause(sentence, r, word)) return {};
  if (document.is_any(i - 1, Word("in"), Word("at")) && follows_place(sentence, r, i)) return {};
  for (const auto preposition : known) {
    if (word == preposition) return word;
  }
  return {};
}

void relate_references(SentenceReading& sentence) {
  sentence.named.assign(sentence.end - sentence.begin, 0);
  for (const auto& reference : sentence.references) {
    if (reference.kind != ReferenceKind::name) continue;
    for (auto i = reference.begin; i < std::min(reference.end, sentence.end); ++i)
      sentence.named[i - sentence.begin] = 1;
  }
  const auto count = sentence.references.size();
  std::vector<std::uint8_t> listed(count, 0);
  for (std::size_t r = 0; r + 1 < count; ++r) listed[r] = are_listed(sentence, r, r + 1) ? 1 : 0;
  sentence.lists.resize(count);
  sentence.prepositions.resize(count);
  std::size_t first = 0;
  for (std::size_t r = 0; r < count; ++r) {
    if (r > 0 && listed[r - 1] == 0) first = r;
    sentence.lists[r].first = first;
    sentence.prepositions[r] = plain_preposition(sentence, r);
    if (sentence.prepositions[r].empty() && r > first) sentence.prepositions[r] = sentence.prepositions[r - 1];
  }
  for (std::size_t r = count; r-- > 0;) sentence.lists[r].second = listed[r] != 0 ? sentence.lists[r + 1].second : r;
}

}  // namespace entente::extract
