#pragma once

#include "names.hpp"
#include "person_list.hpp"
#include "persons.hpp"

#include <map>
#include <string>
#include <vector>

namespace entente::extract {

enum class ReferenceKind : std::uint8_t { name, office, pronoun, group };

/// A place in a sentence that stands for one or several persons.
struct Reference {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  ReferenceKind kind = ReferenceKind::name;
  Persons persons;          ///< empty where nobody knows
  bool outside = false;     ///< only spoken of
  bool possessive = false;  ///< "X's …"
  bool plural = false;
};

/// Whom the text has been about: what offices, pronouns and groups are resolved by. Changes from sentence to sentence.
struct Focus {
  Persons participants;       ///< of the last event
  Persons core;               ///< of them those who were told to meet, without attendees
  Persons core_before;        ///< that of the event before, where it was another one
  bool looking_back = false;  ///< the last event is of a time long past
  Persons pair;               ///< the last two who met or were spoken of as two
  Persons two;                ///< of whom the last sentence spoke as of two
  Persons guests;
  Persons hosts;
  Persons named;     ///< in the last sentence that names anybody who may take part
  Persons subject;   ///< of the last sentence
  Persons referred;  ///< whom pronouns of the last sentence mean
  int centre = -1;   ///< of whom the last sentence spoke most often, twice at least
  int speaker = -1;  ///< who is said to have said the last sentence, -1 for nobody
  int topic = -1;    ///< the first subject of the text, -1 before there is one, -2 where it is several
  int common = -1;   ///< who took part in both of the last two events, -1 where it is nobody or several
  int inviter = -1;  ///< at whose invitation somebody came, -1 for nobody
  int author = -1;   ///< who says "I", -1 where nobody knows
  std::map<std::string, Persons> delegations;  ///< by country
  Persons last_delegation;
  std::map<std::string, int> called;  ///< office → person whose office is not told, but who was meant by it before
  std::map<int, std::uint32_t> seen;  ///< person → last token where somebody spoke of him; the last ones only

  /// Notes that `person` is spoken of at `token` and forgets who was not spoken of for long.
  void see(int person, std::uint32_t token);
};

/// The references of tokens [begin, end) in order of the text; `focus` says what came before.
[[nodiscard]] std::vector<Reference> find_references(const Document& document, const Sentence& sentence,
                                                     const std::vector<NameMention>& names,
                                                     const std::vector<Person>& persons, Focus& focus);

}  // namespace entente::extract
