#pragma once

#include <entente/core/date.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace entente {

/// Days from the first to the last, both included.
struct Spell {
  Day first;
  Day last;
};

/// Calls `use(Spell)` for the times of `events`, given by date: from the first to the last day that a date can mean,
/// those that share a day as one. Dates without a year have no time.
template <typename Use>
void for_spells(const EventGraph& graph, std::span<const EventId> events, const Use& use) {
  bool is_open = false;
  Spell spell{};
  for (const EventId event : events) {
    const auto& date = graph.events().date[event.index()];
    if (!date || !date->has_year()) continue;
    const Spell next{*date->first_day(), *date->last_day()};
    if (is_open && next.first <= spell.last) {
      spell.last = std::max(spell.last, next.last);
      continue;
    }
    if (is_open) use(spell);
    spell = next;
    is_open = true;
  }
  if (is_open) use(spell);
}

/// `YYYY-MM-DD`
inline void append_day(std::string& out, Day day) {
  const Date date = Date::from_day(day);
  std::array<char, 10> text{};
  const auto put = [&text](std::size_t end, int digits, int value) {
    for (; digits > 0; --digits, value /= 10) text[--end] = static_cast<char>('0' + value % 10);
  };
  put(4, 4, date.year());
  put(7, 2, date.month());
  put(10, 2, date.day());
  text[4] = text[7] = '-';
  out.append(text.data(), text.size());
}

}  // namespace entente
