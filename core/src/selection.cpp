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

}  // namespace

RecordSelector::RecordSelector(const Selection& selection) : selection_(selection) {
  require_year(selection.since, "since");
  require_year(selection.until, "until");
  if (selection.since && selection.until && *selection.since->first_day() > *selection.until->last_day()) {
    throw Error(ErrorCode::bad_option,
                "since '" + selection.since->to_string() + "' is after until '" + selection.until->to_string() + "'");
  }
  for (const std::string& place : selection.places) places_.push_back(fold(place));
  for (const std::string& person : selection.persons) persons_.push_back(fold(person));
}

bool RecordSelector::has_type(const Record& record) const {
  if (selection_.types.empty()) return record.type != EventType::co_mention;
  return std::ranges::find(selection_.types, record.type) != selection_.types.end();
}

bool RecordSelector::in_time(const Record& record) const {
  if (!selection_.since && !selection_.until) return true;
  if (!record.date || !record.date->has_year()) return false;
  return (!selection_.since || *record.date->first_day() >= *selection_.since->first_day()) &&
         (!selection_.until || *record.date->last_day() <= *selection_.until->last_day());
}

// True if some, but not all, of the days that the date can mean lie in the time chosen.
bool RecordSelector::may_be_in_time(const Record& record) const {
  if (!record.date || !record.date->has_year()) return true;
  return (!selection_.since || *record.date->last_day() >= *selection_.since->first_day()) &&
         (!selection_.until || *record.date->first_day() <= *selection_.until->last_day());
}

bool RecordSelector::in_place(const Record& record) const {
  if (places_.empty()) return true;
  const std::string place = fold(record.place);
  return std::ranges::any_of(places_,
                             [&](const std::string& wanted) { return place.find(wanted) != std::string::npos; });
}

bool RecordSelector::names(const Participant& participant) const {
  const bool country =
      selection_.countries.empty() || std::ranges::any_of(selection_.countries, [&](const std::string& wanted) {
        return same_letters(participant.country, wanted);
      });
  if (!country || persons_.empty()) return country;
  if (std::ranges::find(selection_.persons, participant.id) != selection_.persons.end()) return true;
  return std::ranges::find(persons_, fold(participant.name)) != persons_.end();
}

bool RecordSelector::choose(Record& record) {
  const auto is_named = [this](const Participant& participant) { return names(participant); };
  const bool names_persons = !selection_.countries.empty() || !persons_.empty();
  bool keep = true;
  if (!has_type(record)) {
    keep = false;
    if (record.type == EventType::co_mention) ++counts_.co_mentions;
  } else if (!in_place(record) || (names_persons && std::ranges::none_of(record.participants, is_named))) {
    keep = false;
  } else if (!in_time(record)) {
    keep = false;
    if (may_be_in_time(record)) ++counts_.undated;
  }
  ++(keep ? counts_.kept : counts_.left_out);
  if (keep && selection_.only) {
    std::erase_if(record.participants, [&](const Participant& participant) { return !is_named(participant); });
  }
  return keep;
}

std::vector<Record> select(std::vector<Record> records, const Selection& selection, SelectionCounts* counts) {
  RecordSelector selector(selection);
  std::erase_if(records, [&selector](Record& record) { return !selector.choose(record); });
  if (counts != nullptr) *counts = selector.counts();
  return records;
}

}  // namespace entente
