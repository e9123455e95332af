#pragma once

#include "person_list.hpp"
#include "references.hpp"

#include <entente/core/record.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace entente::extract {

struct Trace;

/// An occasion as the document tells of it.
struct Occasion {
  Persons persons;  ///< in order of mention
  Persons core;     ///< those whom the words of meeting themselves tell, without attendees
  std::map<int, Role> roles;
  EventType type = EventType::meeting;
  std::optional<Date> date;
  bool date_told = false;   ///< in its own sentence
  bool separate = false;    ///< told as one of several
  bool indefinite = false;  ///< "a meeting": one that was not told of before
  bool anaphoric = false;   ///< "the meeting": one that was told of before
  bool spoken = false;      ///< told by a verb of speaking, which a call may be as well
  bool alone = false;       ///< "face to face", "one-on-one": nobody else was there
  bool arrival = false;     ///< a welcome at an airport or border
  bool flashback = false;   ///< told in the past perfect: the text does not go on from its day
  bool undated = false;     ///< recalled without a word on its time
  bool venue = false;       ///< its place is a venue and not a city
  std::string place;
  int scene = 0;       ///< of the story when the occasion was told
  std::string around;  ///< the city where the text is when it tells of the occasion
  std::string rule;    ///< the words that told of it, after what they are: "verb: met"
  int guessed = 0;     ///< how many of the core were told by an office, a pronoun or a group
  std::vector<std::uint32_t> sentences;
};

/// The occasions of the document, in its order, each once however many sentences tell of it. `trace` gets what was
/// seen on the way; null where nobody asks.
[[nodiscard]] std::vector<Occasion> find_occasions(const Document& document, const std::vector<NameMention>& names,
                                                   const std::vector<Person>& persons, Trace* trace = nullptr);

}  // namespace entente::extract
