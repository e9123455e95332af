#include "english.hpp"

#include <entente/core/eight_bytes.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace entente {

namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 10U;
constexpr std::size_t most_words = 300;
constexpr std::size_t least_words = 20;
// In English news a third of such words and more are of the list, in other languages hardly any.
constexpr double least_share = 0.12;
constexpr std::size_t enough_frequent_words = 36;  // whatever follows, their share of the 300 is no less

// At most eight ASCII letters in lower case, one in each byte, the first one lowest.
using ShortWord = std::uint64_t;

constexpr ShortWord short_word(std::string_view letters) {
  ShortWord word = 0;
  for (std::size_t i = letters.size(); i-- > 0;) word = (word << 8U) | static_cast<unsigned char>(letters[i]);
  return word;
}

// A few words in a table of open addressing, empty where 0.
class WordTable {
 public:
  template <std::size_t count>
  explicit constexpr WordTable(const std::array<std::string_view, count>& words) {
    static_assert(count * 2 < size);
    for (const std::string_view word : words) {
      const ShortWord spelling = short_word(word);
      std::size_t slot = slot_of(spelling);
      while (slots_[slot] != 0) slot = next(slot);
      slots_[slot] = spelling;
    }
  }

  [[nodiscard]] constexpr bool contains(ShortWord spelling) const {
    for (std::size_t slot = slot_of(spelling); slots_[slot] != 0; slot = next(slot)) {
      if (slots_[slot] == spelling) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t size = 256;

  static constexpr std::size_t slot_of(ShortWord spelling) { return (spelling * 0x9E3779B97F4A7C15U) >> 56U; }
  static constexpr std::size_t next(std::size_t slot) { return (slot + 1) % size; }

  std::array<ShortWord, size> slots_{};
};

// The most frequent words of English, but for those that other languages have as well (a, an, as, at, i, in, is, on,
// was).
constexpr WordTable frequent_words(std::to_array<std::string_view>(
    {"about",  "after", "also", "and",  "are",   "be",    "been",   "before", "between", "but",   "by",   "could",
     "during", "for",   "from", "had",  "has",   "have",  "he",     "her",    "his",     "how",   "into", "it",
     "its",    "more",  "not",  "of",   "our",   "she",   "should", "that",   "the",     "their", "them", "there",
     "these",  "they",  "this", "to",   "under", "up",    "us",     "we",     "were",    "what",  "when", "where",
     "which",  "while", "who",  "will", "with",  "would", "you",    "your"}));

struct Word {
  ShortWord spelling = 0;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool is_ascii = true;
  bool begins_capital = false;

  // `more`: further letters of ASCII; those beyond the eighth of the word are not kept.
  void append(ShortWord more) {
    if (letters < sizeof(ShortWord)) spelling |= more << (8 * letters);
  }
  void add(std::size_t num_letters, std::size_t num_capitals, bool first_is_capital) {
    begins_capital = letters == 0 ? first_is_capital : begins_capital;
    capitals += num_capitals;
    letters += num_letters;
  }
  // What begins with a capital letter and goes on in small ones may be a name, which tells nothing of the language.
  [[nodiscard]] bool may_be_name() const { return begins_capital && (capitals < letters || letters == 1); }
  [[nodiscard]] bool is_frequent() const {
    return is_ascii && letters <= sizeof(ShortWord) && frequent_words.contains(spelling);
  }
};

class Sample {
 public:
  explicit Sample(std::string_view text) {
    const std::string_view sample = text.substr(0, most_bytes);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(sample.data());
    const auto size = static_cast<std::int32_t>(sample.size());
    for (std::int32_t offset = 0; offset < size && num_words_ < most_words && num_frequent_ < enough_frequent_words;) {
      if (const std::int32_t num_letters = read_letters(sample, offset); num_letters > 0) {
        offset += num_letters;
        continue;
      }
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(bytes, offset, size, c);
      if (c < 0x80) {
        end_word();
      } else {
        read_other(c);
      }
    }
    end_word();
  }

  [[nodiscard]] std::string why_not_english() const {
    const std::string reason = "the text does not look like English: ";
    if (num_latin_ * 2 < num_letters_) return reason + "most of its letters are " + most_frequent_script();
    if (num_words_ < least_words) return {};
    const double share = static_cast<double>(num_frequent_) / static_cast<double>(num_words_);
    if (share >= least_share) return {};
    return reason + "of its first " + std::to_string(num_words_) + " words that are no names, " +
           std::to_string(num_frequent_) + (num_frequent_ == 1 ? " is a" : " are") + " frequent English " +
           (num_frequent_ == 1 ? "one" : "ones");
  }

 private:
  // Takes the ASCII letters among the eight bytes at `offset`, up to the first other byte; how many these are.
  std::int32_t read_letters(std::string_view sample, std::int32_t offset) {
    const EightBytes bytes(sample, static_cast<std::size_t>(offset));
    const std::size_t num_letters = EightBytes::first_of(bytes.letters);
    if (num_letters == 0) return 0;
    const std::uint64_t part = EightBytes::part(num_letters);
    const auto num_capitals = static_cast<std::size_t>(std::popcount(bytes.capitals & part));
    word_.append(bytes.folded & part);
    word_.add(num_letters, num_capitals, (bytes.capitals & 0x80U) != 0);
    num_letters_ += num_letters;
    num_latin_ += num_letters;
    return static_cast<std::int32_t>(num_letters);
  }

  void read_other(UChar32 c) {
    const bool is_letter = u_isalpha(c) != 0 || c == 0xFFFD;
    if (!is_letter && u_charType(c) != U_NON_SPACING_MARK) return end_word();
    if (!is_letter) return;
    const bool is_capital = u_isupper(c) != 0;
    word_.add(1, is_capital ? 1 : 0, is_capital);
    word_.is_ascii = false;
    ++num_letters_;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    ++(script == USCRIPT_LATIN ? num_latin_ : num_of_script_[script]);
  }

  void end_word() {
    if (word_.letters > 0 && !word_.may_be_name()) {
      ++num_words_;
      num_frequent_ += word_.is_frequent() ? 1U : 0U;
    }
    word_ = {};
  }

  [[nodiscard]] std::string most_frequent_script() const {
    const auto most = std::ranges::max_element(num_of_script_, {},
                                               [](const auto& script_and_number) { return script_and_number.second; });
    if (most->first == USCRIPT_COMMON) return "unreadable";
    return uscript_getName(most->first);
  }

  Word word_;
  std::size_t num_letters_ = 0;
  std::size_t num_latin_ = 0;
  std::size_t num_words_ = 0;
  std::size_t num_frequent_ = 0;
  std::map<UScriptCode, std::size_t> num_of_script_;
};

}  // namespace

std::string why_not_english(std::string_view text) { return Sample(text).why_not_english(); }

}  // namespace entente
