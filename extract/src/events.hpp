#pragma once

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
  std::vector<int> persons;  ///< in order of mention
  std::map<int, Role> roles;
  EventType type = EventType::meeting;
  std::optional<Date> date;
  bool date_told = false;   ///< in its own sentence
  bool separate = false;    ///< told as one of several
  bool indefinite = false;  ///< "a meeting": one that was not told of before
  bool anaphoric = false;   ///< "the meeting": one that was told of before
  bool arrival = false;     ///< a welcome at an airport or border
  std::string place;
  std::vector<std::uint32_t> sentences;
};

/// The occasions of the document, in its order, each once however many sentences tell of it. `trace` gets what was
/// seen on the way; null where nobody asks.
[[nodiscard]] std::vector<Occasion> find_occasions(const Document& document, const std::vector<NameMention>& names,
                                                   const std::vector<Person>& persons, Trace* trace = nullptr);

}  // namespace entente::extract
