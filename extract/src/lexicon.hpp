#pragma once

#include "word.hpp"

#include <entente/core/record.hpp>

#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace entente::extract {

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
  day_words,
  action,
  motion,
  wish,
  future,
  presence,
  participle,
  includes,
  face_to_face,
  noble,
  agency,
  national_office,  ///< an office that only one state has
  party,            ///< a party or movement of one country
  venue,
  address,
  body,     ///< what one joins for years: "army", "ministry"
  epithet,  ///< what a person may be called who has been named: "guerrilla", "businessman"
  joy,      ///< what somebody is who has met another: "pleased to meet", "a good meeting with"
};

/// The bit of a tag in a set of tags.
[[nodiscard]] constexpr std::uint64_t bit(Tag tag) { return std::uint64_t{1} << static_cast<unsigned>(tag); }

/// How the participants of an event stand around its verb.
enum class Frame : std::uint8_t { mutual, with, host, guest, joint };

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

/// What a date of the text counts from.
enum class Anchor : std::uint8_t {
  calendar,   ///< a day, month or year of the calendar
  weekday,    ///< the last such weekday
  published,  ///< days from the date published ("yesterday")
  current,    ///< days from the day that the text is at ("a day later", "the same day")
  month,      ///< months from the month published ("last month")
  year,       ///< years from the year published ("last year")
  week,       ///< weeks from the week published ("last week")
};

/// Words for a day that is counted from another ("the day before").
struct DayWords {
  Anchor anchor = Anchor::published;
  int offset = 0;
};

/// Countries that share their names, with the endings of their family names.
struct Origin {
  std::vector<Word> codes;  ///< as written
};

/// What the lexicon says of the parts of one name.
class NameOrigins {
 public:
  /// A part of the name or its ending is borne by `origins`, which must outlive this; `weight` says how much that
  /// tells.
  void add(const std::vector<const Origin*>& origins, int weight) { hints_.push_back({&origins, weight}); }

  /// How the name fits somebody of the country `code`: above 0 where it is borne there, below 0 where it is borne
  /// elsewhere, 0 where nothing is known of it.
  [[nodiscard]] int points(std::string_view code) const;

 private:
  struct Hint {
    const std::vector<const Origin*>* origins;
    int weight;
  };
  std::vector<Hint> hints_;
};

/// All that the YAML files of one folder say; immutable once loaded.
class Lexicon {
 public:
  /// Throws `Error` (`bad_lexicon`) with file, line and column.
  static Lexicon load(const std::filesystem::path& folder);

  /// A word of a phrase, in its place behind the words before it.
  struct Node {
    std::uint32_t id = 0;
    std::uint32_t first_entry = 0;
    std::uint16_t num_entries = 0;
    bool goes_on = false;  ///< longer phrases begin with the one that ends here
    Entry only = {};       ///< the meaning of a phrase that has a single one: most are read without a look elsewhere
  };

  /// The node of the phrases that begin with `word`, null where none does. O(1).
  [[nodiscard]] const Node* begin(Word word) const { return node(edge(0, word)); }
  /// The node behind `node` and `word`, null where no phrase goes on like that. O(1).
  [[nodiscard]] const Node* step(const Node& before, Word word) const { return node(edge(before.id, word)); }
  /// The meanings of the phrase that ends at `node`.
  [[nodiscard]] std::span<const Entry> entries(const Node& node) const {
    if (node.num_entries == 1) return {&node.only, 1};
    return std::span(entries_).subspan(node.first_entry, node.num_entries);
  }
  /// The meanings of `word` by itself.
  [[nodiscard]] std::span<const Entry> meanings(Word word) const {
    const auto* node = begin(word);
    return node == nullptr ? std::span<const Entry>() : entries(*node);
  }
  /// True if a full stop behind `word` belongs to it.
  [[nodiscard]] bool is_abbreviation(Word word) const;

  /// The code of a country or an organisation.
  [[nodiscard]] const std::string& code(std::uint16_t value) const { return codes_[value]; }
  [[nodiscard]] const EventWord& event_word(std::uint16_t value) const { return event_words_[value]; }
  [[nodiscard]] const DayWords& day_words(std::uint16_t value) const { return day_words_[value]; }
  /// The text of a head of office.
  [[nodiscard]] const std::string& head(std::uint16_t value) const { return heads_[value]; }
  /// The heads that `head` may stand for where it is used alone.
  [[nodiscard]] const std::vector<std::string>& synonyms(const std::string& head) const;
  /// Where a name of these parts is borne.
  [[nodiscard]] NameOrigins origins(const std::vector<std::string>& parts) const;

 private:
  friend class LexiconLoader;

  /// Hashes of spellings are spread already.
  struct EdgeHash {
    using is_avalanching = void;
    std::size_t operator()(std::uint64_t edge) const { return edge; }
  };

  /// A node only moves the hash of the word.
  static std::uint64_t edge(std::uint32_t node, Word word) { return word.hash() ^ (node * 0x9E3779B97F4A7C15ULL); }

  [[nodiscard]] const Node* node(std::uint64_t edge) const {
    const auto found = nodes_.find(edge);
    return found == nodes_.end() ? nullptr : &found->second;
  }

  boost::unordered_flat_map<std::uint64_t, Node, EdgeHash> nodes_;
  std::vector<Entry> entries_;
  std::vector<std::string> codes_;
  std::vector<std::string> heads_;
  std::vector<EventWord> event_words_;
  std::vector<DayWords> day_words_;
  std::unordered_map<std::string, std::vector<std::string>> synonyms_;

  std::deque<Origin> origins_;  ///< names point to them
  /// From the hash of a name, or of its ending, to the origins that have it.
  using OriginsOf = boost::unordered_flat_map<std::uint64_t, std::vector<const Origin*>, EdgeHash>;
  OriginsOf given_origins_;
  OriginsOf surname_origins_;
  OriginsOf ending_origins_;
};

}  // namespace entente::extract
