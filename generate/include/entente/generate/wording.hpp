#pragma once

#include <entente/core/record.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace entente::generate {

/// What a text puts in the place of a slot.
enum class Slot : std::uint8_t {
  none,  ///< the words alone
  first,
  second,
  first_surname,
  second_surname,
  first_adjective,
  second_adjective,
  first_country,
  second_country,
  place,
  day,
  others,
  list,
  topic,
  capital_topic,
  second_topic,
  mentioned,
};

/// A sentence or more with slots: words, then a slot, then words …
struct Template {
  /// Words, and the slot behind them.
  struct Piece {
    std::string words = {};
    Slot slot = Slot::none;
  };
  std::vector<Piece> pieces = {};

  /// Whether any of the pieces has this slot.
  [[nodiscard]] bool has(Slot slot) const;
};

/// How an outlet words the day of an event.
enum class DayStyle : std::uint8_t { weekday, today, day_month, month_day, full };
/// How an outlet words a person with country and office.
enum class PersonStyle : std::uint8_t { adjective, title, comma };

/// How an outlet writes.
struct Manner {
  std::string dateline = {};
  std::vector<DayStyle> days = {};
  std::vector<PersonStyle> persons = {};
};

/// A text in which nobody meets.
struct EventlessText {
  Template headline = {};
  Template text = {};
};

/// How articles are worded: what stands in `articles.yaml`.
struct Wording {
  std::vector<Manner> manners = {};
  std::vector<Template> headlines = {};
  std::array<std::vector<Template>, 9> openings = {};  ///< by type of event; as those of meetings where there are none
  std::vector<Template> company = {};
  std::vector<Template> company_of_two = {};
  std::vector<Template> lists = {};
  std::vector<Template> follow_ups = {};
  std::vector<Template> mentions = {};
  std::vector<EventlessText> without_event = {};
  std::vector<std::string> topics = {};

  /// Those of meetings where the type has none of its own.
  [[nodiscard]] const std::vector<Template>& openings_of(EventType type) const {
    const std::vector<Template>& own = openings.at(static_cast<std::size_t>(type));
    return own.empty() ? openings.front() : own;
  }
};

/// Reads `articles.yaml`. Throws `Error` (`bad_lexicon`) with file, line and field, for slots that there are not, too.
[[nodiscard]] Wording read_wording(const std::filesystem::path& file);

}  // namespace entente::generate
