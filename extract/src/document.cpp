#include "document.hpp"

#include "dates.hpp"
#include "places.hpp"
#include "spelling.hpp"

#include <entente/extract/extractor.hpp>

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::uint32_t longest_byline = 16;
constexpr std::uint32_t longest_dateline = 26;

bool written_as(const Document& document, Letters letters, std::uint32_t begin, std::uint32_t end) {
  if (letters == Letters::any) return true;
  if (!document.tokens[begin].capital) return false;
  if (letters == Letters::capital) return true;
  for (auto i = begin; i < end; ++i) {
    const auto& token = document.tokens[i];
    if (token.kind == TokenKind::word && !token.upper && !token.initial) return false;
  }
  return true;
}

void look_phrases_up(Document& document) {
  const auto& lexicon = *document.lexicon;
  const auto size = document.size();
  document.matches.reserve(size);
  document.tags.assign(size, 0);
  document.end_tags.assign(size, 0);
  document.match_begin.resize(size + 1);
  for (std::uint32_t i = 0; i < size; ++i) {
    document.match_begin[i] = static_cast<std::uint32_t>(document.matches.size());
    const auto* node = lexicon.begin(document.word(i));
    std::uint64_t tags = 0;
    for (auto j = i; node != nullptr;) {
      std::uint64_t end_tags = 0;
      for (const auto& entry : lexicon.entries(*node)) {
        if (!written_as(document, entry.letters, i, j + 1)) continue;
        document.matches.push_back({entry, j + 1 - i});
        end_tags |= bit(entry.tag);
      }
      tags |= end_tags;
      document.end_tags[j] |= end_tags;
      if (!node->goes_on || ++j == size) break;
      if (document.tokens[j].paragraph_before && document.tokens[j].capital) break;
      node = lexicon.step(*node, document.word(j));
    }
    document.tags[i] = tags;
  }
  document.match_begin[size] = static_cast<std::uint32_t>(document.matches.size());
}

/// ""The minister met X on Friday," the statement said": quoted at tokens [begin, end) is a text that tells of others,
/// and nobody's own words.
bool quotes_report(const Document& document, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin; i < end; ++i) {
    if (document.is_any(i, Word("i"), Word("we"), Word("our"), Word("us"), Word("my"), Word("me"), Word("you")))
      return false;
  }
  constexpr std::uint32_t far = 9;
  const auto says = [&](std::uint32_t i) {
    return document.is_any(i, Word("said"), Word("says"), Word("read"), Word("reads"), Word("added"), Word("noted"));
  };
  bool said = false;
  for (auto i = end + 1; i < std::min(document.size(), end + far) && !document.tokens[i].paragraph_before; ++i) {
    if (document.is_any(i, Word("."), Word("\""), Word("“"))) return false;
    if (document.is_any(i, Word("statement"), Word("release"), Word("communique"), Word("communiqué"), Word("readout")))
      return said || says(i + 1);
    // "said X in a statement": X's own words.
    said = said || says(i) || document.is(i, "according");
    if (document.tokens[i].capital) return false;
  }
  return false;
}

void mark_quotes(Document& document) {
  document.quoted.assign(document.size(), 0);
  constexpr std::uint32_t longest_quote = 120;
  bool inside = false;
  std::uint32_t opened = 0;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    const auto& token = document.tokens[i];
    if (!inside && token.kind != TokenKind::punctuation) continue;
    const auto mark = token.word;
    if (inside && (token.paragraph_before || i - opened > longest_quote)) inside = false;
    if (mark == "“" || (mark == "\"" && !inside)) {
      inside = true;
      opened = i;
    } else if (mark == "”" || mark == "\"") {
      // Names of exercises and titles stand within quotation marks, too: only what is long enough to be said counts.
      if (inside && i - opened > 4 && !quotes_report(document, opened, i))
        std::fill(document.quoted.begin() + opened, document.quoted.begin() + i, std::uint8_t{1});
      inside = false;
    }
  }
}

bool ends_sentence(const Document& document, std::uint32_t i) {
  const auto& token = document.tokens[i];
  if (token.kind == TokenKind::word && !token.abbreviation) return false;
  const auto next = i + 1;
  const auto& following = document.tokens[next];
  const auto mark = token.word;
  const bool stop = mark == "." || mark == "!" || mark == "?" || mark == "…";
  if (stop) {
    // "15. May 2024"
    if (mark == "." && i > 0 && document.tokens[i - 1].kind == TokenKind::number && document.length(i - 1) <= 2 &&
        document.has(next, Tag::month))
      return false;
    // "at 10:43 p.m. Tuesday"
    if (mark == "." && i > 2 && document.is(i - 1, "m") && document.is_any(i - 3, Word("p"), Word("a")) &&
        document.has_any(next, bit(Tag::weekday) | bit(Tag::month)))
      return false;
    // "News.Az reports"
    if (!following.space_before && document.is_any(next, Word("az"), Word("ge"), Word("kz"), Word("uz"), Word("ru"),
                                                   Word("ua"), Word("kg"), Word("tm"), Word("com"), Word("net")))
      return false;
    if (following.capital || following.kind == TokenKind::number) {
      return following.space_before ||
             (following.capital && i > 0 && document.tokens[i - 1].kind != TokenKind::punctuation);
    }
    return following.kind == TokenKind::punctuation && following.space_before;
  }
  if (mark == "”" || mark == "\"" || mark == ")") {
    return i > 0 && document.is(i - 1, ".") && following.space_before && following.capital;
  }
  // "… with Ferdinand Marcos Jr. Marles then flew on": nothing of the name follows.
  if (token.abbreviation && document.is_any(i, Word("jr"), Word("sr")) && following.capital && following.space_before &&
      i > 0 && document.tokens[i - 1].capital)
    return true;
  if (following.capital && following.space_before && document.raw(i) == "D.C.") return true;
  if (document.has(i, Tag::honorific)) return false;
  if (token.abbreviation && following.capital && following.space_before && document.has(next, Tag::common)) {
    // "… Ferdinand Marcos Jr. The meeting …", "… of the U.S. They …"
    const bool ends = document.has(i, Tag::suffix) || (token.initial && token.upper);
    constexpr auto of_phrase = bit(Tag::country) | bit(Tag::head) | bit(Tag::modifier) | bit(Tag::delegations) |
                               bit(Tag::plural_head) | bit(Tag::all) | bit(Tag::noun);
    return ends && !document.has_any(next, of_phrase);
  }
  return false;
}

/// True if a program broke the lines of the text: some begin within a sentence.
bool is_wrapped(const Document& document) {
  constexpr int enough = 3;
  int lines = 0;
  for (const auto& token : document.tokens) {
    if (!token.line_before || token.paragraph_before) continue;
    if (token.kind == TokenKind::word && !token.capital) return true;
    ++lines;
  }
  return lines < enough;
}

/// True if a line of nothing but a date, with its weekday and hour, begins at `i` near the top of the text.
bool is_date_line(const Document& document, std::uint32_t i) {
  constexpr std::uint32_t top = 80;
  constexpr std::uint32_t hour = 5;
  if (i >= top || (i > 0 && !document.tokens[i].line_before && !document.tokens[i].paragraph_before)) return false;
  const auto words = date_at(document, i);
  if (!words || words->anchor != Anchor::calendar || words->day == 0 || words->year == 0) return false;
  for (auto k = words->end; k < std::min(document.size(), words->end + hour); ++k) {
    const auto& token = document.tokens[k];
    if (token.line_before || token.paragraph_before) return true;
    if (token.kind == TokenKind::word && !token.upper && !document.is_any(k, Word("am"), Word("pm"))) return false;
  }
  return words->end >= document.size();
}

bool begins_paragraph(const Document& document, std::uint32_t i, bool wrapped) {
  if (is_date_line(document, i)) return true;
  if (document.tokens[i].line_before && !document.tokens[i].paragraph_before) {
    auto line = i - 1;
    while (line > 0 && !document.tokens[line].line_before && i - line < 12) --line;
    if (is_date_line(document, line)) return true;
  }
  const auto& token = document.tokens[i];
  const auto& before = document.tokens[i - 1];
  if (token.paragraph_before) {
    // A blank line within a sentence is a wire's accident.
    return token.capital || token.kind != TokenKind::word || before.kind == TokenKind::punctuation;
  }
  if (!token.line_before) return false;
  if (!wrapped) return token.capital || token.kind != TokenKind::word;
  // A short line is one of a head or a list; a long one was broken by a program.
  std::uint32_t line = i - 1;
  while (line > 0 && !document.tokens[line].line_before && i - line < 30) --line;
  return before.end - document.tokens[line].begin < 45 && (token.capital || token.kind != TokenKind::word);
}

/// A bullet or number that begins a line.
bool is_bullet(const Document& document, std::uint32_t i) {
  if (!document.tokens[i].line_before) return false;
  if (document.is_any(i, Word("–"), Word("-"), Word("—"), Word("•"), Word("*"), Word("·"), Word("▪"), Word("●")))
    return true;
  return document.tokens[i].kind == TokenKind::number && document.length(i) <= 2 &&
         document.is_any(i + 1, Word(")"), Word("."));
}

/// True if the token is a mark that closes what stands before it.
bool closes(const Document& document, std::uint32_t i) {
  return document.is_punctuation(i) && !document.tokens[i].space_before &&
         document.is_any(i, Word("”"), Word("\""), Word(")"));
}

void cut_sentences(Document& document) {
  std::uint32_t begin = 0;
  bool listing = false;
  const bool wrapped = is_wrapped(document);
  constexpr std::uint32_t longest = 400;
  for (std::uint32_t i = 0; i + 1 < document.size(); ++i) {
    const bool end = (ends_sentence(document, i) && !closes(document, i + 1)) ||
                     begins_paragraph(document, i + 1, wrapped) || i + 1 - begin > longest;
    if (!end) continue;
    // The items of a list that a colon opens belong to the sentence.
    if (is_bullet(document, i + 1) && i + 1 - begin < longest && (listing || document.is(i, ":"))) {
      listing = true;
      continue;
    }
    listing = false;
    document.sentences.push_back({begin, i + 1, SentenceKind::text});
    begin = i + 1;
  }
  if (begin < document.size()) document.sentences.push_back({begin, document.size(), SentenceKind::text});
}

void leave_out(Document& document, std::uint32_t begin, std::uint32_t end) {
  std::fill(document.outside.begin() + begin, document.outside.begin() + end, std::uint8_t{1});
}

/// "X (left) and Y (Photo: Agency)": a line that ends with the credit of a picture.
bool is_caption(const Document& document, const Sentence& sentence) {
  if (!document.is(sentence.end - 1, ")")) return false;
  auto open = sentence.end - 1;
  while (open > sentence.begin && sentence.end - open < longest_byline && !document.is(open, "(")) --open;
  if (!document.is(open, "(")) return false;
  for (auto i = open; i < sentence.end; ++i) {
    if (document.is_any(i, Word("photo"), Word("photos"), Word("picture"), Word("image"), Word("pic"))) return true;
  }
  return false;
}

/// "Related News", "You might also like" in a line of its own: headlines of other articles follow.
bool leads_elsewhere(const Document& document, const Sentence& sentence) {
  const auto i = sentence.begin;
  const auto stop = std::min(sentence.end, i + 5);
  const bool alone = i > 0 && document.tokens[i].line_before &&
                     (sentence.end <= i + 5 || document.tokens[std::min(i + 2, document.size() - 1)].line_before ||
                      document.tokens[std::min(i + 3, document.size() - 1)].line_before);
  if (!alone) return false;
  const auto news = [&](std::uint32_t k) {
    return document.is_any(k, Word("news"), Word("articles"), Word("stories"), Word("posts"), Word("items"),
                           Word("topics"), Word("content"));
  };
  if (document.is_any(i, Word("related"), Word("latest"), Word("recommended"), Word("other"))) return news(i + 1);
  if (document.is(i, "more") && document.is(i + 1, "related")) return news(i + 2);
  if (document.is(i, "must") && document.is(i + 1, "read")) return stop == i + 2 || document.tokens[i + 2].line_before;
  return document.is(i, "you") && document.is_any(i + 1, Word("might"), Word("may")) && document.is(i + 2, "also") &&
         document.is(i + 3, "like");
}

/// "Tags: A  B", and "TAGS" above a line of such words: what a page files the text under.
bool files_under(const Document& document, const Sentence& sentence) {
  const auto next = sentence.begin + 1;
  if (!document.is_any(sentence.begin, Word("tags"), Word("tag"), Word("topics"), Word("keywords"), Word("categories")))
    return false;
  return next == sentence.end || document.is(next, ":") || document.tokens[next].line_before;
}

bool is_byline(const Document& document, const Sentence& sentence) {
  const auto length = sentence.end - sentence.begin;
  const auto first = sentence.begin;
  const bool credit = document.is_any(first, Word("photo"), Word("photos"), Word("image"), Word("source"), Word("from"),
                                      Word("caption"), Word("editor"), Word("credit"));
  if (credit && document.is(first + 1, ":")) return true;
  for (auto i = sentence.begin; i < sentence.end && length < 24; ++i) {
    if (document.is(i, "|") || document.is(i, "©") || (document.is(i, "photo") && document.is(i + 1, "/"))) return true;
  }
  if (is_caption(document, sentence)) return true;
  if (length > longest_byline) return false;
  if ((document.is(first, "by") || document.is(first, "author") || document.is(first, "reporter")) &&
      first + 1 < sentence.end && (document.tokens[first + 1].capital || document.is(first + 1, ":"))) {
    return true;
  }
  if (document.is(first, "(")) {
    for (auto i = first; i < sentence.end; ++i) {
      if (document.is(i, "photo") || document.is(i, "reporting") || document.is(i, "attn")) return true;
    }
  }
  return false;
}

/// "10.10.2009 - " behind the mark that ends a dateline belongs to it.
std::uint32_t behind_date(const Document& document, std::uint32_t i, std::uint32_t end) {
  const auto words = date_at(document, i);
  if (!words || words->anchor != Anchor::calendar || words->day == 0 || words->end >= end) return i;
  return document.is_any(words->end, Word("—"), Word("–"), Word("--"), Word("-"), Word(":")) ? words->end + 1 : i;
}

/// True if the bracket that ends at `i` holds an agency and text goes on behind it: "July 9/2018 (ENA) The state of …".
bool closes_agency(const Document& document, std::uint32_t i, std::uint32_t end) {
  // "(Agency / News - 25th Nov, 2020) Minister X …"
  if (i >= 4 && i + 1 < end && document.tokens[i + 1].capital && !document.tokens[i + 1].upper) {
    for (std::uint32_t back = 2; back <= 4; ++back) {
      if (const auto words = date_at(document, i - back); words && words->end == i && words->year != 0) return true;
    }
  }
  return i >= 2 && document.tokens[i - 1].upper && document.is(i - 2, "(") && i + 1 < end &&
         document.tokens[i + 1].capital &&
         (!document.tokens[i + 1].upper || document.raw(i + 1).find('.') != std::string_view::npos);
}

/// The end of the dateline that the sentence begins with ("BAKU, Azerbaijan, May 21 (Agency) --"), or its begin.
std::uint32_t dateline_end(const Document& document, const Sentence& sentence, bool first) {
  const auto limit = std::min(sentence.end, sentence.begin + longest_dateline);
  if (const auto words = date_at(document, sentence.begin);
      words && words->anchor == Anchor::calendar && words->day != 0 && words->month != 0 && words->end + 1 < limit) {
    const auto& behind = document.tokens[words->end];
    // "March 06, 2024State Minister X …"
    if (behind.capital && !behind.space_before) return words->end;
    // "Dec. 7, 2010 - Foreign Minister X …"
    const auto& next = document.tokens[words->end + 1];
    if (document.is_any(words->end, Word("-"), Word("–"), Word("—"), Word("--")) && behind.space_before &&
        next.space_before && next.kind == TokenKind::word)
      return words->end + 1;
  }
  bool place = false;
  bool dated = false;
  bool brackets = false;
  bool unknown = false;
  for (auto i = sentence.begin; i < limit; ++i) {
    const auto& token = document.tokens[i];
    const auto mark = token.word;
    if (mark == "(") brackets = true;
    dated = dated || document.has(i, Tag::month);
    if (mark == ")" && place && dated && closes_agency(document, i, sentence.end)) return i + 1;
    const bool inside = brackets && !document.is_any(i, Word(")"), Word("--"), Word("—"));
    if (!inside && (mark == "—" || mark == "–" || mark == "--" || mark == "-" || mark == ":" ||
                    (mark == ")" && !place && first))) {
      if (mark == ")") {
        // "MENAFN - Trend News Agency)Minister …"
        brackets = false;
        if (i + 1 < sentence.end && !document.tokens[i + 1].space_before) return i + 1;
        continue;
      }
      // "MADRID, Apr 3 (EFE).- "
      const bool stopped = i > sentence.begin && document.is_any(i - 1, Word("."), Word(")"));
      if (mark == "-" && !token.space_before && !stopped) continue;
      return place && (!unknown || dated) ? behind_date(document, i + 1, sentence.end) : sentence.begin;
    }
    if (brackets) {
      brackets = mark != ")";
      continue;
    }
    const bool letters = token.upper && !token.has_digit;
    if (document.has(i, Tag::seat) || document.has(i, Tag::city) || letters || document.has(i, Tag::country))
      place = true;
    // "Jeddah, Dhu al-Hijjah 28, 1444, corresponding to July 16, 2023, SPA --"
    const bool hijri = place && (document.is_any(i, Word("corresponding"), Word("to")) ||
                                 document.raw(i).starts_with("al-") || document.raw(i).starts_with("Al-"));
    if (token.kind == TokenKind::word && !token.capital && !hijri && !document.has(i, Tag::month) &&
        !document.is(i, "date")) {
      return sentence.begin;
    }
    const bool known = token.upper || document.has_any(i, bit(Tag::seat) | bit(Tag::city) | bit(Tag::country) |
                                                              bit(Tag::month) | bit(Tag::weekday));
    if (token.kind == TokenKind::word && token.capital && !known && !place) {
      // "Zheleznovodsk, Soviet Union, July 16": a town that no lexicon has, before its state.
      unknown = unknown || (i == sentence.begin && document.is(i + 1, ","));
      if (!unknown || i != sentence.begin) return sentence.begin;
    }
  }
  // "BAKU, Azerbaijan, May 21." and "ASTANA." are sentences of their own.
  if (limit == sentence.end && sentence.end - sentence.begin <= 9 && place &&
      (document.tokens[sentence.begin].upper || date_at(document, sentence.end - 2).has_value())) {
    return sentence.end;
  }
  return sentence.begin;
}

/// Reads city, country and date of a dateline.
void read_dateline(Document& document, std::uint32_t begin, std::uint32_t end, std::optional<Date>& date) {
  for (auto i = begin; i < end; ++i) {
    for (const auto& match : document.at(i)) {
      const auto tag = match.entry.tag;
      if (tag == Tag::seat || tag == Tag::city || tag == Tag::country) {
        if (document.home.empty() || tag == Tag::country) {
          if (document.home.empty()) document.home = document.lexicon->code(match.entry.value);
        }
        if (tag != Tag::country && document.dateline_city.empty()) {
          document.dateline_city = document.text_of(i, i + match.length);
        }
      }
    }
    if (const auto words = date_at(document, i); words && words->anchor == Anchor::calendar && words->month != 0) {
      if (!date) date = resolve(*words, document.base, std::nullopt);
      i = words->end - 1;
    }
  }
  if (document.dateline_city.empty()) document.dateline_city = dateline_place(document, begin, end);
}

/// The day of a dateline with its year, where it lies up to three days before the date published.
std::optional<Date> dateline_day(const Date& published, const Date& dateline) {
  if (!published.is_day()) return std::nullopt;
  for (int back = 0; back <= 3; ++back) {
    const auto day = Date::from_day(*published.first_day() - back);
    if (day.month() == dateline.month() && day.day() == dateline.day() &&
        (!dateline.has_year() || day.year() == dateline.year()))
      return day;
  }
  return std::nullopt;
}

/// "08/03/2022" above a dateline of "Aug. 3": the date published with the month first, where the dateline is only near
/// it so.
Date in_order_of(const Date& published, const Date& dateline) {
  if (!published.is_day() || !dateline.has_day() || dateline_day(published, dateline)) return published;
  const auto swapped = Date::from_parts(published.year(), published.day(), published.month());
  return swapped && dateline_day(*swapped, dateline) ? *swapped : published;
}

int plain_number(const Document& document, std::uint32_t i) {
  int value = 0;
  if (document.tokens[i].kind != TokenKind::number || document.length(i) > 9) return 0;
  for (const char digit : document.raw(i)) {
    if (digit < '0' || digit > '9') return 0;
    value = value * 10 + (digit - '0');
  }
  return value;
}

/// The number that two digits at `begin` of a text make; -1 where they are none.
int two_digits(std::string_view text, std::size_t begin) {
  if (begin + 2 > text.size()) return -1;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return digit(text[begin]) && digit(text[begin + 1]) ? (text[begin] - '0') * 10 + (text[begin + 1] - '0') : -1;
}

/// The date at the end of the letters of a wire: month, day, year ("AP-WS-09-28-95").
std::optional<Date> wire_code_date(std::string_view code) {
  constexpr std::string_view shape = "-00-00-00";
  if (code.size() <= shape.size() || !code.starts_with("AP-")) return std::nullopt;
  const auto date = code.substr(code.size() - shape.size());
  const int month = two_digits(date, 1);
  const int day = two_digits(date, 4);
  const int year = two_digits(date, 7);
  if (date[0] != '-' || date[3] != '-' || date[6] != '-' || month < 0 || day < 0 || year < 0) return std::nullopt;
  constexpr int first_year = 70;
  return Date::from_parts(year < first_year ? 2000 + year : 1900 + year, month, day);
}

/// The date of an agency's signature: day and time, month, year ("KUNA 291957 Jul 21", "Jan 25GMT"), or as letters of
/// the wire have it.
std::optional<Date> signature_date(const Document& document, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin; i < end; ++i) {
    if (auto date = wire_code_date(document.raw(i))) return date;
    if (i + 2 >= end || document.length(i) != 6) continue;
    const auto* month = document.find(i + 1, Tag::month);
    const auto behind = document.raw(i + 2);
    if (month == nullptr || !(behind.size() == 2 || behind.ends_with("GMT"))) continue;
    const auto time = plain_number(document, i);
    const auto year = two_digits(behind, 0);
    if (time != 0 && year > 0) return Date::from_parts(2000 + year, month->entry.value, time / 10000);
  }
  return std::nullopt;
}

/// True if the line says who holds the rights: a year that stands in it is that of the document.
bool is_copyright(const Document& document, const Sentence& sentence) {
  const auto i = sentence.begin;
  return document.is_any(i, Word("©"), Word("copyright"), Word("(c)")) ||
         (document.is(i, "(") && document.is(i + 1, "c") && document.is(i + 2, ")"));
}

/// The day, with its year, that tokens [begin, end) name, if they do.
std::optional<Date> full_date(const Document& document, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin; i < end; ++i) {
    if (const auto words = date_at(document, i);
        words && words->anchor == Anchor::calendar && words->year != 0 && words->day != 0) {
      return resolve(*words, std::nullopt, std::nullopt);
    }
  }
  return std::nullopt;
}

/// Looks for the date of a document whose dateline has none, or none with a year: in what stands above and below the
/// text, then in brackets of its first sentence.
void complete_date(const Document& document, std::optional<Date>& date) {
  const auto fits = [&](const std::optional<Date>& found) { return found && (!date || dateline_day(*found, *date)); };
  const auto count = document.sentences.size();
  for (std::size_t s = 0; s < count; ++s) {
    const auto& sentence = document.sentences[s];
    const bool end_matter = s + 2 >= count && sentence.end - sentence.begin < 24;
    if (sentence.kind == SentenceKind::text && !end_matter) continue;
    for (const auto& found :
         {full_date(document, sentence.begin, sentence.end), signature_date(document, sentence.begin, sentence.end)}) {
      if (!fits(found)) continue;
      date = found;
      return;
    }
  }
  for (const auto& sentence : document.sentences) {
    if (sentence.kind != SentenceKind::text || is_copyright(document, sentence)) {
      if (!date) continue;
      // "Pyongyang, July 27 Juche 112 (2023)": the year stands apart.
      for (auto i = sentence.begin; i < sentence.end; ++i) {
        const auto raw = document.raw(i);
        if (raw.size() != 4 || !(raw.starts_with("19") || raw.starts_with("20")) ||
            document.tokens[i].kind != TokenKind::number) {
          continue;
        }
        int year = 0;
        for (const char digit : raw) year = year * 10 + (digit - '0');
        if (const auto found = Date::from_parts(year, date->month(), date->day())) {
          date = found;
          return;
        }
      }
      continue;
    }
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      if (!document.is(i, "(") && !document.is(i, "[")) continue;
      if (const auto found = full_date(document, i, std::min(sentence.end, i + 10)); fits(found)) date = found;
    }
    if (!date || date->has_year()) return;
  }
}

/// "Friday, May 3" in a line of its own: what follows is of that day.
bool is_day_heading(const Document& document, const Sentence& sentence) {
  const auto words = date_at(document, sentence.begin);
  if (!words || words->anchor != Anchor::calendar || words->day == 0 || words->month == 0) return false;
  auto end = words->end;
  while (end < sentence.end && document.is_punctuation(end)) ++end;
  return end == sentence.end && document.tokens[sentence.begin].paragraph_before && end < document.size() &&
         document.tokens[end].paragraph_before;
}

/// "Bilateral meetings with the hosts" above a paragraph: a line of its own that names nobody.
bool is_section_heading(const Document& document, const Sentence& sentence) {
  constexpr std::uint32_t longest = 8;
  constexpr auto of_person = bit(Tag::given) | bit(Tag::honorific) | bit(Tag::head) | bit(Tag::rank) | bit(Tag::city) |
                             bit(Tag::seat) | bit(Tag::country) | bit(Tag::month) | bit(Tag::weekday);
  if (sentence.end > sentence.begin + longest || !document.tokens[sentence.begin].paragraph_before ||
      sentence.begin == 0 ||
      !document.is_any(sentence.begin - 1, Word("."), Word("!"), Word("?"), Word("\""), Word("”")))
    return false;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.has_any(i, of_person) || document.tokens[i].kind == TokenKind::number) return false;
    if (i > sentence.begin && document.tokens[i].capital && document.tags[i] == 0) return false;
  }
  return document.tokens[sentence.end].paragraph_before;
}

void sort_sentences(Document& document) {
  document.outside.assign(document.size(), 0);
  std::optional<Date> dateline;
  std::optional<Date> wire;
  bool body = false;
  std::uint32_t seen = 0;
  const bool wrapped = is_wrapped(document);
  std::vector<Sentence> split;
  bool over = false;   // what follows are the headlines of other articles
  bool filed = false;  // the line above says that this one holds nothing but tags
  for (auto sentence : document.sentences) {
    over = over || (body && leads_elsewhere(document, sentence));
    if (over) {
      leave_out(document, sentence.begin, sentence.end);
      continue;
    }
    const bool files = files_under(document, sentence);
    const bool tags = files || filed;
    filed = files && sentence.end == sentence.begin + 1;
    if (is_byline(document, sentence) || tags) {
      sentence.kind = SentenceKind::byline;
      leave_out(document, sentence.begin, sentence.end);
      if (!body) {
        for (auto i = sentence.begin; i < sentence.end; ++i) {
          if (const auto words = date_at(document, i); words && words->year != 0 && words->day != 0 && !dateline) {
            dateline = resolve(*words, document.base, std::nullopt);
          }
        }
      }
      split.push_back(sentence);
      continue;
    }
    constexpr std::uint32_t most_lines_above = 6;
    if (seen < most_lines_above) {
      const auto end = dateline_end(document, sentence, seen == 0);
      if (end > sentence.begin) {
        read_dateline(document, sentence.begin, end, wire);
        if (!dateline) dateline = wire;
        leave_out(document, sentence.begin, end);
        split.push_back({sentence.begin, end, SentenceKind::dateline});
        sentence.begin = end;
      }
    }
    if (seen < most_lines_above || (seen < 2 * most_lines_above && !dateline)) {
      // "2 March 2026 15:52 (UTC+04:00)", "February 16, 2024": a line of its own with the date of the document.
      if (sentence.begin < sentence.end && sentence.end - sentence.begin < 16) {
        std::uint32_t letters = 0;
        std::optional<DateWords> found;
        for (auto i = sentence.begin; i < sentence.end; ++i) {
          if (const auto words = date_at(document, i); words && words->anchor == Anchor::calendar && words->day != 0) {
            if (!found) found = words;
            i = words->end - 1;
          } else {
            letters += document.tokens[i].kind == TokenKind::word && !document.has(i, Tag::weekday) ? 1U : 0U;
          }
        }
        if (found && letters <= 5) {
          const auto date = resolve(*found, document.base, std::nullopt);
          if (date && (!dateline || (date->has_year() && !dateline->has_year()))) dateline = date;
          leave_out(document, sentence.begin, sentence.end);
          split.push_back({sentence.begin, sentence.end, SentenceKind::dateline});
          sentence.begin = sentence.end;
        }
      }
    }
    if (seen >= most_lines_above && is_day_heading(document, sentence)) {
      leave_out(document, sentence.begin, sentence.end);
      sentence.kind = SentenceKind::dateline;
      split.push_back(sentence);
      continue;
    }
    ++seen;
    if (sentence.begin == sentence.end) continue;
    const auto last = sentence.end - 1;
    const auto mark = document.word(last);
    const bool stopped = mark == "." || mark == "!" || mark == "?" || mark == "”" || mark == "\"" || mark == ":" ||
                         document.tokens[last].abbreviation;
    const bool paragraph_follows =
        sentence.end < document.size() &&
        (document.tokens[sentence.end].paragraph_before || (document.tokens[sentence.end].line_before && !wrapped));
    const bool heads_section = body && !stopped && paragraph_follows && is_section_heading(document, sentence);
    if ((!body && !stopped && paragraph_follows && sentence.end - sentence.begin < 30) || heads_section) {
      sentence.kind = SentenceKind::headline;
    } else {
      body = true;
    }
    split.push_back(sentence);
  }
  document.sentences = std::move(split);
  if (!document.base) {
    if (!dateline || !dateline->has_year()) complete_date(document, dateline);
    if (dateline && wire) dateline = in_order_of(*dateline, *wire);
    document.base = dateline;
    if (dateline && dateline->is_day()) document.published = dateline;
  }
  if (wire && wire->has_day() && document.published) {
    if (const auto day = dateline_day(*document.published, *wire)) document.base = day;
  }
}

/// True if the text begins at the assembly of the United Nations: the city of its dateline is nobody's home.
bool begins_at_assembly(const Document& document) {
  constexpr std::uint32_t beginning = 120;
  for (std::uint32_t i = 0; i < std::min(document.size(), beginning); ++i) {
    if (document.is(i, "unga") || (document.is(i, "general") && document.is(i + 1, "assembly"))) return true;
  }
  return false;
}

/// The country that the document was written in: that of the agency or ministry that signs it, else of its dateline.
void find_home(Document& document) {
  const auto count = document.sentences.size();
  for (std::size_t s = 0; s < count; ++s) {
    const auto& sentence = document.sentences[s];
    const bool edge = s < 4 || s + 2 >= count;
    if (!edge) continue;
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      const auto* agency = document.find(i, Tag::agency);
      if (agency == nullptr) continue;
      const bool signs = sentence.kind != SentenceKind::text || sentence.end - sentence.begin < 8 ||
                         (i > 0 && (document.is(i - 1, "(") || document.is(i - 1, "–") || document.is(i - 1, "--")));
      if (signs) {
        document.home = document.lexicon->code(agency->entry.value);
        return;
      }
    }
  }
  if (begins_at_assembly(document)) document.home.clear();
  for (std::size_t s = 0; s < std::min<std::size_t>(count, 3); ++s) {
    const auto& sentence = document.sentences[s];
    if (sentence.kind == SentenceKind::text) continue;
    bool ministry = false;
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      ministry = ministry || document.is_any(i, Word("ministry"), Word("embassy"), Word("department"));
      const auto* country = document.find(i, Tag::country);
      if (country != nullptr && ministry) {
        document.home = document.lexicon->code(country->entry.value);
        return;
      }
    }
  }
}

}  // namespace

const Match* Document::longest(std::uint32_t token, Tag tag) const {
  const Match* best = nullptr;
  for (const auto& match : at(token)) {
    if (match.entry.tag == tag && (best == nullptr || match.length > best->length)) best = &match;
  }
  return best;
}

std::string Document::text_of(std::uint32_t begin, std::uint32_t end) const {
  std::string out;
  if (begin >= end) return out;
  out.reserve(tokens[end - 1].end - tokens[begin].begin);
  // Tokens that stand as they are to be written are taken together.
  auto first = tokens[begin].begin;
  for (auto i = begin + 1; i < end; ++i) {
    const auto& token = tokens[i];
    const auto last = tokens[i - 1].end;
    const auto gap = token.begin - last;
    if (token.space_before ? gap == 1 && text[last] == ' ' : gap == 0) continue;
    out.append(text.substr(first, last - first));
    if (token.space_before) out.push_back(' ');
    first = token.begin;
  }
  out.append(text.substr(first, tokens[end - 1].end - first));
  return out;
}

ByteRange Document::bytes(std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return {};
  return {tokens[begin].begin, tokens[end - 1].end};
}

/// Takes out the brackets of what an editor put in: "President [of North Macedonia] X", "French President [Emmanuel]
/// Y".
static void open_insertions(std::vector<Token>& tokens) {
  constexpr std::size_t longest = 8;
  std::size_t kept = 0;
  std::size_t closing = tokens.size();  // of the insertion that is read
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].word == "[" && closing == tokens.size()) {
      auto end = i + 1;
      while (end < tokens.size() && end < i + longest &&
             (tokens[end].kind == TokenKind::word || tokens[end].word == ","))
        ++end;
      if (end > i + 1 && end < tokens.size() && tokens[end].word == "]") {
        closing = end;
        tokens[i + 1].space_before = tokens[i].space_before;
        continue;
      }
    }
    if (i == closing) {
      closing = tokens.size();
      continue;
    }
    tokens[kept++] = tokens[i];
  }
  tokens.resize(kept);
}

Document read_document(const Article& article, const Lexicon& lexicon) {
  Document document;
  document.article = &article;
  document.lexicon = &lexicon;
  document.text = article.text;
  document.published = article.published;
  std::size_t skipped = 0;
  if (const auto leading = leading_date(article.text)) {
    if (!document.published) document.published = leading->date;
    skipped = leading->text_begin;
  }
  document.base = document.published;
  document.tokens = tokenize(document.text, [&](Word word) { return lexicon.is_abbreviation(word); });
  if (skipped > 0) std::erase_if(document.tokens, [&](const Token& token) { return token.end <= skipped; });
  open_insertions(document.tokens);
  document.num_tokens = static_cast<std::uint32_t>(document.tokens.size());
  document.words.reserve(document.size());
  for (const auto& token : document.tokens) document.words.push_back(token.word);
  look_phrases_up(document);
  mark_quotes(document);
  cut_sentences(document);
  sort_sentences(document);
  find_home(document);
  return document;
}

}  // namespace entente::extract
