#include <entente/core/error.hpp>
#include <entente/core/selection.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace entente {

namespace {

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) {
    const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(x) == lower(y);
  });
}

void require_year(const std::optional<Date>& date, const char* option) {
  if (!date || date->has_year()) return;
  throw Error(ErrorCode::bad_option, std::string(option) + " '" + date->to_string() + "' has no year", {},
              "write YYYY, YYYY-MM or YYYY-MM-DD");
}

// The selection with everything that is compared folded once.
class Chooser {
 public:
  explicit Chooser(const Selection& selection) : selection_(selection) {
    require_year(selection.since, "since");
    require_year(selection.until, "until");
    if (selection.since && selection.until && *selection.since->first_day() > *selection.until->last_day()) {
      throw Error(ErrorCode::bad_option,
                  "since '" + selection.since->to_string() + "' is after until '" + selection.until->to_string() + "'");
    }
    for (const std::string& place : selection.places) places_.push_back(fold(place));
    for (const std::string& person : selection.persons) persons_.push_back(fold(person));
  }

  [[nodiscard]] bool has_type(const Record& record) const {
    if (selection_.types.empty()) return record.type != EventType::co_mention;
    return std::ranges::find(selection_.types, record.type) != selection_.types.end();
  }

  [[nodiscard]] bool in_time(const Record& record) const {
    if (!selection_.since && !selection_.until) return true;
    if (!record.date || !record.date->has_year()) return false;
    return (!selection_.since || *record.date->first_day() >= *selection_.since->first_day()) &&
           (!selection_.until || *record.date->last_day() <= *selection_.until->last_day());
  }

  // True if some, but not all, of the days that the date can mean lie in the time chosen.
  [[nodiscard]] bool may_be_in_time(const Record& record) const {
    if (!record.date || !record.date->has_year()) return true;
    return (!selection_.since || *record.date->last_day() >= *selection_.since->first_day()) &&
           (!selection_.until || *record.date->first_day() <= *selection_.until->last_day());
  }

  [[nodiscard]] bool in_place(const Record& record) const {
    if (places_.empty()) return true;
    const std::string place = fold(record.place);
    return std::ranges::any_of(places_,
                               [&](const std::string& wanted) { return place.find(wanted) != std::string::npos; });
  }

  [[nodiscard]] bool names(const Participant& participant) const {
    const bool country =
        selection_.countries.empty() || std::ranges::any_of(selection_.countries, [&](const std::string& wanted) {
          return same_letters(participant.country, wanted);
        });
    if (!country || persons_.empty()) return country;
    if (std::ranges::find(selection_.persons, participant.id) != selection_.persons.end()) return true;
    return std::ranges::find(persons_, fold(participant.name)) != persons_.end();
  }

  [[nodiscard]] bool names_persons() const { return !selection_.countries.empty() || !persons_.empty(); }

 private:
  const Selection& selection_;
  std::vector<std::string> places_;
  std::vector<std::string> persons_;
};

}  // namespace

std::vector<Record> select(std::vector<Record> records, const Selection& selection, SelectionCounts* counts) {
  const Chooser chooser(selection);
  SelectionCounts done;
  std::vector<Record> chosen;
  for (Record& record : records) {
    const auto is_named = [&](const Participant& participant) { return chooser.names(participant); };
    bool keep = true;
    if (!chooser.has_type(record)) {
      keep = false;
      if (record.type == EventType::co_mention) ++done.co_mentions;
    } else if (!chooser.in_place(record) ||
               (chooser.names_persons() && std::ranges::none_of(record.participants, is_named))) {
      keep = false;
    } else if (!chooser.in_time(record)) {
      keep = false;
      if (chooser.may_be_in_time(record)) ++done.undated;
    }
    if (!keep) {
      ++done.left_out;
      continue;
    }
    ++done.kept;
    if (selection.only)
      std::erase_if(record.participants, [&](const Participant& participant) { return !is_named(participant); });
    chosen.push_back(std::move(record));
  }
  if (counts != nullptr) *counts = done;
  return chosen;
}

}  // namespace entente
