#pragma once

#include <entente/core/date.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>

#include <algorithm>
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
inline void append_day(std::string& out, Day day) { out += Date::from_day(day).to_string(); }

}  // namespace entente
