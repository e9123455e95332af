#pragma once

#include "events.hpp"
#include "person_list.hpp"
#include "trace.hpp"

#include <map>
#include <optional>
#include <vector>

namespace entente::extract {

/// More than a text ever names at one occasion.
inline constexpr std::size_t most_participants = 200;

/// Where a list of dated entries is: "* Jan. 9, 2008 - …".
struct Timeline {
  int year = 0;  ///< of the last entry, 0 where the list has told none
  int month = 0;
  std::uint32_t until = 0;  ///< the last sentence that may belong to the entry
};

/// What the document has told up to the sentence that is read.
struct Story {
  Story(const std::vector<Person>& told_of, Trace* asked) : persons(told_of), trace(asked) {}

  const std::vector<Person>& persons;
  Trace* trace;  ///< null where nobody asks
  Focus focus;
  std::vector<Occasion> occasions;
  std::optional<Date> current;  ///< the day that the text is at
  std::optional<Date> pending;  ///< a day told by itself: that of the next sentences
  std::uint32_t pending_until = 0;
  int lead = 3;               ///< how many sentences of the text's beginning are still to come
  std::string city;           ///< where the text is
  std::string last_place;     ///< the place told last, for "there"
  std::string last_venue;     ///< the venue told last, for "the same palace"
  std::string pending_place;  ///< a venue told by itself: that of the next sentences
  std::uint32_t pending_place_until = 0;
  Persons sentence_subject;           ///< of the first event of the sentence
  std::map<int, Persons> companions;  ///< who came along with whom
  std::optional<Occasion> half_told;  ///< the last occasion of which a single person was named
  std::uint32_t list_awaited_at = 0;  ///< the sentence that may list who was at it, 0 for none
  Persons witnesses;                  ///< who saw the signing that the next sentences tell
  std::uint32_t witnesses_until = 0;
  int lone_attendee = -1;  ///< who alone is told to have been at a meeting of which the next sentence may tell
  std::uint32_t lone_attendee_until = 0;
  std::optional<Date> section_day;  ///< that of the heading above, for a few sentences
  std::uint32_t section_until = 0;
  Persons section_present;          ///< who is told to have been there on that day
  std::optional<Occasion> unnamed;  ///< the last talks of which nobody was named
  Persons led;                      ///< who led the sides of talks, as told lately
  std::uint32_t led_until = 0;      ///< the last sentence whose talks may be theirs
  Timeline timeline;
  int turns_of = -1;              ///< who has the several meetings that the text tells one after the other
  std::uint32_t turns_until = 0;  ///< the last sentence that may tell one of them
  int scene = 0;                  ///< how often the text has gone to another place
  EventType last_noun = EventType::meeting;
  int last = -1;     ///< the occasion that the text goes on about, -1 for none
  int touched = -1;  ///< the last occasion that the sentence itself tells of, -1 for none
};

}  // namespace entente::extract
