#include "telling.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>

namespace entente {

namespace {

// The country told most often, then the first by letters.
std::string_view usual_country(const std::map<std::string_view, std::uint64_t>& counts) {
  const auto best = std::ranges::max_element(counts, [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string_view() : best->first;
}

bool is_accompanying(const std::optional<Role>& role) { return role == Role::attendee || role == Role::member; }

}  // namespace

PersonNumbers::PersonNumbers(std::span<const Record> records) {
  std::vector<std::pair<std::string_view, std::string_view>> told;
  for (const Record& record : records) {
    for (const Participant& participant : record.participants) told.emplace_back(participant.id, participant.country);
  }
  std::ranges::sort(told);
  std::map<std::string_view, std::uint32_t> numbers;
  for (const auto& [id, country] : told) numbers.try_emplace(country, 0);
  std::uint32_t next = 0;
  numbers.try_emplace(std::string_view(), 0);  // the first by letters, and so 0
  for (auto& [country, number] : numbers) number = next++;
  for (auto begin = told.begin(); begin != told.end();) {
    std::map<std::string_view, std::uint64_t> counts;
    auto end = begin;
    for (; end != told.end() && end->first == begin->first; ++end) {
      if (!end->second.empty()) ++counts[end->second];
    }
    ids_.emplace_back(begin->first);
    countries_.push_back(numbers.at(usual_country(counts)));
    begin = end;
  }
}

std::uint32_t PersonNumbers::number_of(std::string_view id) const {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(ids_, id) - ids_.begin());
}

Telling read_telling(const Record& record, const PersonNumbers& persons) {
  Telling telling;
  for (const Participant& participant : record.participants) {
    const std::uint32_t number = persons.number_of(participant.id);
    telling.attendees.push_back({number, persons.country_of(number), is_accompanying(participant.role)});
  }
  std::ranges::sort(telling.attendees, {}, [](const Attendee& one) { return std::pair(one.person, one.attends); });
  const auto repeated = std::ranges::unique(telling.attendees, {}, &Attendee::person);
  telling.attendees.erase(repeated.begin(), repeated.end());
  telling.date.date = record.date;
  for (const Source& source : record.sources) {
    if (!source.published || !source.published->is_day()) continue;
    const Day day = *source.published->first_day();
    telling.date.published = telling.date.published ? std::min(*telling.date.published, day) : day;
  }
  telling.date.may_be_published =
      record.date && record.date->is_day() && telling.date.published == record.date->first_day();
  telling.types = static_cast<std::uint16_t>(1U << static_cast<unsigned>(record.type));
  ToldPlace place = read_place(record.place);
  if (!place.words.empty()) telling.places.push_back(std::move(place));
  return telling;
}

Telling together(const Telling& a, const Telling& b) {
  Telling both;
  both.attendees.reserve(a.attendees.size() + b.attendees.size());
  auto left = a.attendees.begin();
  auto right = b.attendees.begin();
  while (left != a.attendees.end() || right != b.attendees.end()) {
    if (right == b.attendees.end() || (left != a.attendees.end() && left->person < right->person)) {
      both.attendees.push_back(*left++);
    } else if (left == a.attendees.end() || right->person < left->person) {
      both.attendees.push_back(*right++);
    } else {
      both.attendees.push_back(*left++);
      both.attendees.back().attends = both.attendees.back().attends && right->attends;
      ++right;
    }
  }
  both.date = together(a.date, b.date);
  both.types = a.types | b.types;
  std::ranges::set_union(a.places, b.places, std::back_inserter(both.places));
  if (both.places.size() > most_places) both.places.resize(most_places);
  return both;
}

std::vector<std::uint32_t> shared_persons(const Telling& a, const Telling& b) {
  std::vector<std::uint32_t> shared;
  for (auto left = a.attendees.begin(), right = b.attendees.begin();
       left != a.attendees.end() && right != b.attendees.end();) {
    if (left->person == right->person) {
      shared.push_back(left->person);
      ++left;
      ++right;
    } else if (left->person < right->person) {
      ++left;
    } else {
      ++right;
    }
  }
  return shared;
}

}  // namespace entente
