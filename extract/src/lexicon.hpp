#pragma once

#include <entente/core/record.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::extract {

/// A word of the lexicons, small and without diacritics; 0 is no word.
using WordId = std::uint32_t;

/// What a phrase of the lexicons tells.
enum class Tag : std::uint8_t {
  country,
  adjective,
  seat,
  city,
  organisation,
  rank,
  head,
  plural_head,
  modifier,
  link,
  honorific,
  particle,
  suffix,
  given,
  thing,
  common,
  phrase,
  verb,
  noun,
  light,
  happened,
  attending_before,
  attending_after,
  planned,
  denied,
  outside_noun,
  outside_preposition,
  outside_verb,
  speech,
  separate,
  several,
  arrival,
  remote,
  guests,
  hosts,
  delegations,
  all,
  led,
  month,
  weekday,
  abbreviation,
};

/// How the participants of an event stand around its verb.
enum class Frame : std::uint8_t { mutual, host, guest, joint };

/// How a phrase must be written to count.
enum class Letters : std::uint8_t { any, capital, upper };

/// One meaning of a phrase; `value` is an index that depends on the tag (a code, a verb, a noun, a head, a month).
struct Entry {
  Tag tag;
  Letters letters;
  std::uint16_t value;
};

/// A phrase found in a document.
struct Match {
  Entry entry;
  std::uint32_t length;  ///< in tokens
};

/// A verb or a noun of meeting.
struct EventWord {
  Frame frame = Frame::mutual;
  EventType type = EventType::meeting;
};

/// Looks words up without making a string of each.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// All that the YAML files of one folder say; immutable once loaded.
class Lexicon {
 public:
  /// Throws `Error` (`bad_lexicon`) with file, line and column.
  static Lexicon load(const std::filesystem::path& folder);

  /// The id of a folded word, 0 where no lexicon has it.
  [[nodiscard]] WordId word(std::string_view folded) const;
  [[nodiscard]] WordId num_words() const { return static_cast<WordId>(words_.size()) + 1; }

  /// The node behind `node` and `word`, 0 where no phrase goes on like that. The root is 0, too.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const;
  [[nodiscard]] const std::vector<Entry>& entries(std::uint32_t node) const { return entries_[node]; }

  /// The code of a country or an organisation.
  [[nodiscard]] const std::string& code(std::uint16_t value) const { return codes_[value]; }
  [[nodiscard]] const EventWord& event_word(std::uint16_t value) const { return event_words_[value]; }
  /// The text of a head of office.
  [[nodiscard]] const std::string& head(std::uint16_t value) const { return heads_[value]; }
  /// The heads that `head` may stand for where it is used alone.
  [[nodiscard]] const std::vector<std::string>& synonyms(const std::string& head) const;

 private:
  friend class LexiconLoader;

  std::unordered_map<std::string, WordId, TextHash, std::equal_to<>> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::vector<Entry>> entries_{1};
  std::vector<std::string> codes_;
  std::vector<std::string> heads_;
  std::vector<EventWord> event_words_;
  std::unordered_map<std::string, std::vector<std::string>> synonyms_;
};

}  // namespace entente::extract
