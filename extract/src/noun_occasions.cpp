#include "noun_occasions.hpp"

#include "attendees.hpp"
#include "company.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"
#include "telling.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// How a noun of meeting stands to the verb of its clause.
enum class Place : std::uint8_t { subject, object, framed, alone };

Place place_of(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup* verb) {
  const auto& document = sentence.document;
  if (verb == nullptr) return Place::alone;
  for (std::uint32_t back = 1; back <= 9 && trigger.begin >= sentence.begin + back; ++back) {
    const auto i = trigger.begin - back;
    if (sentence.in_name(i) && !document.is(i + 1, "'s")) break;
    // "In Oslo talks were held", "Earlier in the day talks took place"
    if (back == 1 &&
        (document.ends_before(trigger.begin, Tag::city) || document.ends_before(trigger.begin, Tag::seat) ||
         document.has_any(i, bit(Tag::weekday) | bit(Tag::month)) ||
         document.is_any(i, Word("day"), Word("morning"), Word("afternoon"), Word("evening"))))
      break;
    // "two days of talks", "a series of meetings"
    if (document.is(i, "of") && i > sentence.begin &&
        document.is_any(i - 1, Word("days"), Word("day"), Word("hours"), Word("hour"), Word("minutes"), Word("series"),
                        Word("round"), Word("rounds"), Word("set"), Word("evening"), Word("week"))) {
      ++back;
      continue;
    }
    if (i < verb->end && i >= verb->begin) break;
    if (document.is_any(i, Word("a"), Word("an")) && i > sentence.begin &&
        document.has_any(i - 1, bit(Tag::weekday) | bit(Tag::month) | bit(Tag::day_words)))
      break;  // "hosted on Monday a meeting"
    if (document.is_any(i, Word("in"), Word("at"), Word("during"), Word("after"), Word("following"), Word("before"),
                        Word("for"), Word("from"), Word("of"), Word("on"), Word("into"), Word("through"), Word("by"),
                        Word("to"), Word("over"), Word("with"), Word("between"), Word("ahead"), Word("since"),
                        Word("within"), Word("amid"), Word("upon"))) {
      return Place::framed;
    }
    if (document.is_any(i, Word(","), Word(";"), Word(":"), Word("—"))) break;
  }
  return verb->begin > trigger.begin ? Place::subject : Place::object;
}

/// "A and B's meeting" that is with nobody else: of both.
bool shares_possession(const SentenceReading& sentence, const Trigger& trigger, std::size_t r) {
  return sentence.lists[r].first < r && sentence.prepositions[r].empty() &&
         sentence.document.is(sentence.references[r].begin - 1, "and") && !sentence.document.is(trigger.end, "with");
}

/// All of the list that ends with reference `last`, possessors too.
Persons persons_listed(const SentenceReading& sentence, std::size_t last) {
  Persons out;
  for (auto r = sentence.lists[last].first; r <= last; ++r) add_all(out, sentence.references[r].persons);
  return out;
}

/// The possessor of the noun: "X's talks", "his meeting", "their meeting".
Persons possessor(const Story& story, const SentenceReading& sentence, const Trigger& trigger, const Clause& clause) {
  const auto& document = sentence.document;
  for (std::uint32_t back = 1; back <= 4 && trigger.begin >= sentence.begin + back; ++back) {
    const auto i = trigger.begin - back;
    if (document.is(i, "their")) {
      // "the agreement reached by X and Y at their meeting"
      for (auto r = sentence.references.size(); r-- > 1;) {
        if (sentence.references[r].end > i || sentence.lists[r].first == r) continue;
        if (auto pair = persons_of(sentence, sentence.lists[r].first, r);
            pair.size() > 1 && sentence.prepositions[r] == "by")
          return pair;
        break;
      }
      if (clause.subject.size() > 1) return clause.subject;
      // "X spoke with Y to follow up on their conversation"
      Persons here;
      for (const auto& reference : sentence.references) {
        if (reference.begin < i && !reference.outside && !reference.possessive) add_all(here, reference.persons);
      }
      if (here.size() == 2) return here;
      return story.focus.subject.size() > 1 ? story.focus.subject : story.focus.participants;
    }
    if (document.is_any(i, Word("his"), Word("her"))) {
      if (clause.subject.size() == 1) return clause.subject;
      if (story.focus.subject.size() == 1) return story.focus.subject;
      return story.focus.named.size() == 1 ? story.focus.named : Persons{};
    }
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      const auto& reference = sentence.references[r];
      if (!reference.possessive || reference.end != i) continue;
      return shares_possession(sentence, trigger, r) ? persons_listed(sentence, r) : reference.persons;
    }
    if (document.is_punctuation(i) && !document.is(i, "'s") && !document.is(i, "'")) break;
    if (document.is_any(i, Word("in"), Word("at"), Word("for"), Word("to"), Word("during"), Word("after"))) break;
  }
  return {};
}

/// A noun whose one side is told: the other is whom the text is about.
Persons other_side(const Story& story, const Persons& told) {
  const auto& focus = story.focus;
  if (focus.last_delegation.empty() && focus.guests.empty() && story.occasions.size() > 1) {
    // Whoever was at the last two occasions is whom the text accompanies.
    const auto& last = story.occasions[story.occasions.size() - 1].core;
    const auto& before = story.occasions[story.occasions.size() - 2].core;
    Persons common;
    for (const auto person : last) {
      if (contains(before, person)) common.push_back(person);
    }
    if (common.size() == 1 && !contains(told, common[0])) return common;
  }
  for (const auto* candidates : {&focus.last_delegation, &focus.guests, &focus.subject}) {
    if (!candidates->empty() && !subset(told, *candidates) && candidates->size() <= 3) return *candidates;
  }
  return {};
}

/// "The programme was concluded with a meeting with X", "the visit began with talks with X"
bool is_programme(const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  bool programme = false;
  for (auto i = sentence.begin; i < verb.begin; ++i) {
    programme = programme || document.is_any(i, Word("programme"), Word("program"), Word("visit"), Word("day"),
                                             Word("trip"), Word("stay"), Word("agenda"), Word("tour"));
  }
  // "a day that had begun, at a guesthouse, with talks with X"
  auto with = verb.end;
  constexpr std::uint32_t longest_aside = 8;
  if (document.is(with, ",")) {
    while (with < std::min(sentence.end, verb.end + longest_aside) && !document.is(with, "with")) ++with;
  }
  return programme && document.is(with, "with") &&
         document.is_any(verb.head, Word("concluded"), Word("ended"), Word("continued"), Word("began"), Word("begun"),
                         Word("started"), Word("opened"), Word("closed"), Word("finished"), Word("culminated"));
}

/// Whose visit the text tells of: the guests, else those who were at the last two occasions.
Persons visiting_side(const Story& story, const Document& document, const Persons& told) {
  if (!story.focus.guests.empty() && !subset(told, story.focus.guests)) return story.focus.guests;
  Persons foreign;
  for (const auto person : story.focus.core) {
    const auto& country = story.persons[static_cast<std::size_t>(person)].country;
    if (!country.empty() && !document.home.empty() && country != document.home) foreign.push_back(person);
  }
  if (foreign.size() == 1 && !contains(told, foreign.front())) return foreign;
  if (story.occasions.size() > 1) {
    const auto& last = story.occasions[story.occasions.size() - 1].core;
    const auto& before = story.occasions[story.occasions.size() - 2].core;
    Persons common;
    for (const auto person : last) {
      if (contains(before, person)) common.push_back(person);
    }
    if (!common.empty() && !subset(told, common)) return common;
  }
  return other_side(story, told);
}

/// Who received one after the other: the host of before, else whom the text is about.
Persons receiving_side(const Story& story, const Persons& told) {
  const auto& focus = story.focus;
  if (!focus.hosts.empty() && !subset(told, focus.hosts)) return focus.hosts;
  if (focus.topic >= 0 && !contains(told, focus.topic)) return {focus.topic};
  return other_side(story, told);
}

/// "There was also a meeting with X", "then followed talks with X", "next on the agenda was a meeting with X", "it was
/// followed by talks with X"
bool comes_next(const SentenceReading& sentence, const Trigger& trigger, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  // "X spoke to Y; then followed a meeting with Z": of nobody who stands before.
  const bool none = clause.subject.empty() || (clause.inherited && document.is(verb.head, "followed") && !verb.passive);
  if (!none || trigger.begin < verb.end) return false;
  return document.is(verb.head, "followed") || (!verb.passive && (verb.copula || document.is(verb.head, "came")));
}

/// True if the subject of the clause is "the sides", and none of them is `told`.
bool is_told_of_sides(const SentenceReading& sentence, const Clause& clause, const Persons& told) {
  if (clause.subject_first < 0 || told.empty()) return false;
  const auto& reference = sentence.references[static_cast<std::size_t>(clause.subject_first)];
  return sentence.document.is_any(reference.end - 1, Word("sides"), Word("parties"), Word("interlocutors")) &&
         std::none_of(told.begin(), told.end(), [&](int person) { return contains(clause.subject, person); });
}

/// Whom the text accompanies from one occasion to the next: whom it is about, if he was at the last one, else whoever
/// was at the last two.
Persons accompanied_side(const Story& story, const Persons& told) {
  const auto& focus = story.focus;
  if (focus.topic >= 0 && !contains(told, focus.topic) && contains(focus.core, focus.topic)) return {focus.topic};
  return other_side(story, told);
}

/// "a luncheon in his honour"
bool is_in_honour(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  return document.is(trigger.end, "in") && document.is_any(trigger.end + 1, Word("his"), Word("her"), Word("their")) &&
         document.is_any(trigger.end + 2, Word("honour"), Word("honor"));
}

/// "no date for his meeting with X": what somebody does something for lies ahead, unless he came for it.
bool is_purpose(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup& verb) {
  const auto& document = sentence.document;
  bool purpose = false;
  for (std::uint32_t back = 1; back <= 5 && trigger.begin >= sentence.begin + back && !purpose; ++back) {
    // "thanked Y for the help during a meeting"
    if (document.is_any(trigger.begin - back, Word("during"), Word("at"), Word("after"), Word("following"))) break;
    purpose = document.is(trigger.begin - back, "for");
  }
  if (!purpose || verb.event != nullptr) return false;
  // "X was in Ankara for talks with Y"
  if (verb.copula && document.is_any(verb.begin, Word("was"), Word("were")) &&
      document.is_any(verb.end, Word("in"), Word("at"), Word("here"), Word("there"))) {
    return false;
  }
  return !document.has_any(verb.head, bit(Tag::motion) | bit(Tag::attending_before) | bit(Tag::light));
}

/// "X spoke at the ceremony" that the text has just told of.
bool speaks_there(const Story& story, const SentenceReading& sentence, const Trigger& trigger, const VerbGroup& verb) {
  if (story.last < 0 || trigger.word.type == EventType::meeting || trigger.word.type == EventType::call) return false;
  return story.occasions[static_cast<std::size_t>(story.last)].type == trigger.word.type &&
         sentence.document.is_any(verb.head, Word("spoke"), Word("speaking"), Word("spoken"));
}

/// "the talks led by X": who leads is no side of what somebody only speaks of.
bool is_led(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  return trigger.end < sentence.end &&
         (document.has(trigger.end, Tag::led) ||
          document.is_any(trigger.end, Word("mediated"), Word("brokered"), Word("facilitated"), Word("sponsored")));
}

/// "In another meeting, X told Y that …": Y.
Persons whom_he_told(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  if (!sentence.document.is_any(verb.head, Word("told"), Word("assured"), Word("informed"), Word("thanked"),
                                Word("urged"), Word("congratulated"), Word("asked")))
    return {};
  for (const auto r : clause.references) {
    const auto& reference = sentence.references[r];
    if (reference.begin == verb.end && !reference.possessive) return reference.persons;
  }
  return {};
}

/// "the meeting which X held with Y": X and Y.
Persons sides_of_relative(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (clause.begin != trigger.end + 1 || !document.is_any(trigger.end, Word("which"), Word("that"))) continue;
    if (verb == nullptr || verb->unreal || verb->event != nullptr || !document.has(verb->head, Tag::light)) return {};
    Persons out;
    for (const auto r : clause.references) {
      const auto preposition = sentence.prepositions[r];
      if (preposition.empty() || preposition == "with") add_all(out, persons_of(sentence, r, r));
    }
    return out;
  }
  return {};
}

/// "X said the state had agreed, after a meeting with Y": X, since nobody takes part in what he says.
Persons speaker(const SentenceReading& sentence, const Clause& clause) {
  const auto* around = sentence.parent_of(clause);
  const auto* verb = around == nullptr ? nullptr : sentence.verb_of(*around);
  if (verb == nullptr || verb->unreal || around->subject.size() != 1 || !sentence.document.has(verb->head, Tag::speech))
    return {};
  return around->subject;
}

/// "X's meeting was attended by Y": Y.
Persons attendees_of(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  Persons out;
  if (!verb.passive || !sentence.document.is(verb.head, "attended")) return out;
  for (const auto r : clause.references) {
    if (sentence.references[r].begin >= verb.end && sentence.prepositions[r] == "by")
      add_all(out, persons_of(sentence, r, r));
  }
  return out;
}

/// "The talks were hosted by X and attended by Y": Y.
Persons attendees_beside(const SentenceReading& sentence, const Trigger& trigger) {
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->begin < trigger.end || !sentence.document.is(verb->begin - 1, "and")) continue;
    if (auto others = attendees_of(sentence, clause, *verb); !others.empty()) return others;
  }
  return {};
}

/// "The only earlier contact between X and Y was a video call": X and Y.
Persons sides_of_subject(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  Persons out;
  for (const auto r : clause.references) {
    if (sentence.references[r].end > verb.begin || sentence.prepositions[r] != "between") continue;
    add_all(out, persons_of(sentence, r, r));
  }
  return out;
}

/// "chaired a meeting of the council attended by X and Y": X and Y.
Persons attendees_behind(const SentenceReading& sentence, const Trigger& trigger) {
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->form != VerbForm::participle || verb->begin < trigger.end ||
        clause.parent != static_cast<int>(trigger.clause))
      continue;
    if (auto others = attendees_of(sentence, clause, *verb); !others.empty()) return others;
  }
  return {};
}

/// "the meeting", "this meeting"
bool is_definite(const SentenceReading& sentence, const Trigger& trigger) {
  for (std::uint32_t back = 1; back <= 3 && trigger.begin >= sentence.begin + back; ++back) {
    if (sentence.document.is_any(trigger.begin - back, Word("the"), Word("this"), Word("those"), Word("these")))
      return true;
    if (sentence.document.is_punctuation(trigger.begin - back)) break;
  }
  return false;
}

/// "after talks", "in official talks", "following hours of negotiations": talks that were not told of before.
bool is_bare_plural(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (trigger.begin > sentence.begin && document.is(trigger.begin - 1, "over")) return true;  // "over lunch"
  if (!document.ends_with(trigger.end - 1, "s") || trigger.word.type != EventType::meeting) return false;
  for (std::uint32_t back = 1; back <= 5 && trigger.begin >= sentence.begin + back; ++back) {
    const auto i = trigger.begin - back;
    if (document.is_any(i, Word("after"), Word("in"), Word("at"), Word("following"), Word("for"))) return true;
    if (document.is_punctuation(i) || sentence.in_any_reference(i) ||
        document.is_any(i, Word("the"), Word("their"), Word("his"), Word("her"), Word("these"), Word("those"),
                        Word("'s"))) {
      return false;
    }
  }
  return false;
}

/// The last of the latest occasions that `persons` took part in, -1 for none: "the talks with X" were told of before.
int told_before(const Story& story, const Persons& persons) {
  constexpr int latest = 4;
  const auto count = static_cast<int>(story.occasions.size());
  if (story.last >= 0 && subset(persons, story.occasions[static_cast<std::size_t>(story.last)].persons))
    return story.last;
  for (auto e = count - 1; e >= std::max(0, count - latest); --e) {
    if (subset(persons, story.occasions[static_cast<std::size_t>(e)].persons)) return e;
  }
  return -1;
}

/// "meetings of X with A and B": X.
Persons side_before_with(const SentenceReading& sentence, const Trigger& trigger) {
  for (std::size_t r = 0; r + 1 < sentence.references.size(); ++r) {
    if (sentence.references[r].begin < trigger.end) continue;
    return sentence.prepositions[r] == "of" && sentence.document.is(sentence.references[r].end, "with")
               ? persons_of(sentence, r, r)
               : Persons{};
  }
  return {};
}

/// "X and Y commended the signing of the accords": an occasion that they only speak of.
bool speaks_of_others(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup& verb) {
  const auto& document = sentence.document;
  for (auto i = verb.end; i < trigger.begin; ++i) {
    if (document.is_any(i, Word("their"), Word("his"), Word("her"))) return false;
  }
  return document.is_any(verb.end, Word("the"), Word("this"), Word("that"));
}

/// "X and Y gave a press conference": it belongs to the meeting that the text has told of.
bool is_before_press(const SentenceReading& sentence, const Trigger& trigger) {
  return sentence.document.is(trigger.begin, "joint") &&
         sentence.document.is_any(trigger.end - 1, Word("conference"), Word("briefing"), Word("statement"));
}

/// "talks with X": of whom only one side is told, in contrast to "talks between X and Y".
bool is_one_side(const SentenceReading& sentence, const Trigger& trigger) {
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.references[r].begin >= trigger.end) return sentence.prepositions[r] == "with";
  }
  return false;
}

/// "for talks", "to a family dinner", "in private audience": a meal or talks that were not told of before.
bool is_occasion_for(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (trigger.word.type != EventType::meeting) return false;
  for (std::uint32_t back = 1; back <= 4 && trigger.begin >= sentence.begin + back; ++back) {
    const auto i = trigger.begin - back;
    if (document.is_any(i, Word("for"), Word("to"), Word("in"), Word("over"), Word("at"))) return true;
    if (document.is_punctuation(i) || sentence.in_any_reference(i) ||
        document.is_any(i, Word("the"), Word("this"), Word("his"), Word("her"), Word("their"), Word("future"),
                        Word("further"), Word("more"), Word("new"), Word("peace"), Word("direct"))) {
      return false;
    }
  }
  return false;
}

/// Whom somebody speaks to at a meeting: "In a phone call, X told Y that …", "At the talks X thanked Y for …"; whom he
/// has for one: "X had Y and Z to dinner", "X kept Y for talks".
std::vector<Persons> addressed(const SentenceReading& sentence, const Trigger& trigger, const Clause& clause,
                               const VerbGroup& verb) {
  const auto& document = sentence.document;
  const bool guests =
      is_occasion_for(sentence, trigger) && trigger.begin >= verb.end && !verb.passive &&
      document.is_any(verb.head, Word("had"), Word("has"), Word("took"), Word("kept"), Word("joined"), Word("treated"),
                      Word("entertained"), Word("drew"), Word("saw"), Word("sat"), Word("met"), Word("brought"),
                      Word("engaged"), Word("held"), Word("flew"), Word("drove"), Word("accompanied"));
  const bool to_somebody =
      guests || document.is_any(verb.head, Word("told"), Word("informed"), Word("assured"), Word("thanked"),
                                Word("congratulated"), Word("briefed"), Word("asked"), Word("urged"));
  std::vector<Persons> out;
  for (std::size_t k = 0; to_somebody && k < clause.references.size(); ++k) {
    const auto& reference = sentence.references[clause.references[k]];
    if (reference.begin != verb.end || reference.possessive) continue;
    for (auto r = clause.references[k]; r <= sentence.lists[clause.references[k]].second; ++r) {
      if (!sentence.references[r].possessive && !sentence.references[r].persons.empty())
        out.push_back(sentence.references[r].persons);
    }
  }
  return out;
}

/// "X's visit to Oslo began with talks with Y", "The visit of X ended with …": X.
Persons visitors(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup& verb) {
  const bool includes = sentence.document.has(verb.head, Tag::includes);
  if (!(includes || sentence.document.is(verb.end, "with")) || trigger.begin < verb.end) return {};
  // "The minister's programme also included a meeting with Y."
  for (const auto& reference : sentence.references) {
    if (includes && reference.possessive && reference.end + 1 < verb.begin &&
        sentence.document.is_any(reference.end + 1, Word("programme"), Word("program"), Word("agenda"),
                                 Word("schedule"), Word("itinerary")))
      return reference.persons;
  }
  for (const auto& visit : sentence.triggers) {
    if (!visit.noun || visit.word.type != EventType::visit || visit.begin >= verb.begin) continue;
    Persons out;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      const auto& reference = sentence.references[r];
      const bool owns = reference.possessive && reference.end <= visit.begin && reference.end + 4 >= visit.begin;
      const bool visits = (sentence.prepositions[r] == "of" || sentence.prepositions[r] == "by") &&
                          reference.begin >= visit.end && reference.end <= verb.begin;
      if (owns || visits) add_all(out, reference.persons);
    }
    return out;
  }
  return {};
}

/// "A, B and C opened the airport. Then the trilateral summit was held": A, B and C; empty where the last were not
/// three.
Persons the_same_several(const Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  std::size_t number = 0;
  for (std::uint32_t back = 1; back <= 2 && trigger.begin >= sentence.begin + back; ++back) {
    if (document.is_any(trigger.begin - back, Word("trilateral"), Word("three-way"), Word("tripartite"))) number = 3;
    if (document.is_any(trigger.begin - back, Word("quadrilateral"), Word("four-way"))) number = 4;
  }
  return number > 0 && story.focus.core.size() == number ? story.focus.core : Persons{};
}

}  // namespace

Verdict read_noun(Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto& clause = sentence.clauses[trigger.clause];
  const auto* verb = sentence.verb_of(clause);
  auto place = place_of(sentence, trigger, verb);
  // "His spokesman said a meeting with X had gone well": who speaks did not meet.
  if (place == Place::object && verb->event == nullptr && document.has(verb->head, Tag::speech) &&
      !document.has(verb->head, Tag::light) &&
      (clause.subject.size() < 2 || speaks_of_others(sentence, trigger, *verb)) && !is_before_press(sentence, trigger))
    place = Place::alone;
  // "approved the appointment of X"
  if (document.is_any(trigger.end - 1, Word("appointment"), Word("appointments")) && document.is(trigger.end, "of"))
    return Verdict::frames_speech;
  // "Like his meeting with X, the talks with Y …": told before.
  if (trigger.begin >= sentence.begin + 2 && document.is_any(trigger.begin - 2, Word("like"), Word("unlike")))
    return Verdict::frames_speech;
  // "It was the turn of X to meet Y": the verb tells of it.
  if (document.is(trigger.end - 2, "turn")) {
    for (const auto& other : sentence.triggers) {
      const auto* told = sentence.verb_of(sentence.clauses[other.clause]);
      if (!other.noun && other.begin > trigger.end && told != nullptr && told->form == VerbForm::infinitive)
        return Verdict::frames_speech;
    }
  }
  if (auto sides = sides_of_relative(sentence, trigger); sides.size() > 1) {
    Occasion occasion;
    occasion.type = trigger.word.type;
    occasion.persons = std::move(sides);
    // What is dated there is the meeting: "the call that X and Y held on May 3".
    auto told = trigger;
    for (const auto& relative : sentence.clauses) {
      if (relative.begin == trigger.end + 1)
        told.clause = static_cast<std::size_t>(&relative - sentence.clauses.data());
    }
    describe_occasion(story, sentence, occasion, told, trigger.begin, sentence.end);
    occasion.separate = true;
    return add_occasion(story, sentence, std::move(occasion)) ? Verdict::told : Verdict::one_alone;
  }
  // "X proposed a meeting" lies ahead; "After talks with Y, X will …" does not.
  const bool own = place != Place::framed;
  if (own ? is_unreal(sentence, trigger) : is_planned(sentence, trigger)) return Verdict::planned;
  if (!own && is_purpose(sentence, trigger, *verb)) return Verdict::planned;
  auto members = attached(sentence, trigger);
  if (verb != nullptr && place != Place::subject && document.has(verb->head, Tag::attending_before)) {
    if (members.empty()) return Verdict::attendance_only;
    if (const auto told = is_definite(sentence, trigger) ? told_before(story, joined(members)) : -1; told >= 0) {
      story.last = told;
      return Verdict::attendance_only;
    }
  }
  if (clause.marker == "whom" && place == Place::object && !clause.antecedent.empty())
    members.push_back(clause.antecedent);
  const bool one_side = !members.empty() && is_one_side(sentence, trigger);
  auto owner = possessor(story, sentence, trigger, clause);
  if (owner.empty() && members.size() > 1) owner = side_before_with(sentence, trigger);
  const auto& type = trigger.word.type;
  const bool large = type == EventType::visit || type == EventType::exercise || type == EventType::conference;
  Persons subject = owner.empty() && place == Place::framed ? visitors(sentence, trigger, *verb) : owner;
  switch (place) {
    case Place::object:
      if ((!verb->copula || clause.subject.size() > 1) &&
          !(clause.inherited && one_side && comes_next(sentence, trigger, clause, *verb)))
        add_all(subject, clause.subject);
      if (verb->copula && subject.empty() && members.empty()) subject = sides_of_subject(sentence, clause, *verb);
      // "The visit of X included talks with Y."
      if (subject.empty() && document.has(verb->head, Tag::includes)) subject = visitors(sentence, trigger, *verb);
      // "Then it was the turn of X."
      if (verb->copula && document.is(verb->head, "was") && (clause.subject.empty() || clause.inherited) &&
          owner.empty() && document.is(trigger.end - 2, "turn"))
        subject = clause.inherited && !clause.subject.empty() ? clause.subject : receiving_side(story, joined(members));
      if (subject.empty() && !members.empty() && one_side && comes_next(sentence, trigger, clause, *verb))
        subject = accompanied_side(story, joined(members));
      if (members.empty() && is_in_honour(sentence, trigger)) {
        const auto* around = sentence.parent_of(clause);
        const auto& guest = around != nullptr && around->has_subject && !around->subject.empty() ? around->subject
                                                                                                 : story.focus.subject;
        if (guest.size() == 1 && !subset(guest, subject)) members.push_back(guest);
      }
      if (type == EventType::visit && comes_together(sentence, trigger) && subject.size() == 1 && owner.empty()) {
        add_company(story, subject.front(), joined(members));
        story.focus.guests = subject;
        add_all(story.focus.guests, joined(members));
        story.focus.last_delegation = story.focus.guests;
        return Verdict::of_a_place;
      }
      if (type == EventType::visit && members.empty() && !subject.empty()) story.focus.guests = subject;
      if (members.empty() && subject.size() == 1) {
        if (auto others = attendees_behind(sentence, trigger); !others.empty()) members.push_back(std::move(others));
      }
      if (large && members.empty() && subject.size() < 2) return Verdict::one_alone;
      if (type == EventType::visit && members.empty()) return Verdict::of_a_place;
      if (verb->event != nullptr && members.empty() && owner.empty()) return Verdict::frames_speech;
      // "X and Y, who led the talks": those just told of
      if (members.empty() && owner.empty() && !verb->passive && story.last >= 0 && is_definite(sentence, trigger) &&
          !sentence.has(Tag::separate, sentence.begin, sentence.first_word() + 1) &&
          document.is_any(verb->head, Word("led"), Word("facilitated"), Word("mediated"), Word("moderated"),
                          Word("chaired")) &&
          story.occasions[static_cast<std::size_t>(story.last)].sentences.back() + 3 >= sentence.index) {
        add_attendees(story, sentence, clause.subject);
        return Verdict::attendance_only;
      }
      break;
    case Place::framed: {
      if (members.empty() && owner.empty() && !clause.subject.empty() && clause.subject.size() < 3 &&
          type != EventType::visit) {
        members = addressed(sentence, trigger, clause, *verb);
        if (!members.empty()) add_all(subject, clause.subject);
      }
      const bool both = joined(members).size() >= 2;
      if (type == EventType::visit) return Verdict::frames_speech;
      if (!members.empty() && is_led(sentence, trigger)) return Verdict::frames_speech;
      if (members.empty() && owner.empty() && type == EventType::meeting && !clause.subject.empty()) {
        if (auto told = whom_he_told(sentence, clause, *verb); !told.empty()) members.push_back(std::move(told));
      }
      if (members.empty() && owner.size() < 2) {
        // "X and Y spoke at a ceremony": with "a" an occasion that was not told of before.
        const bool indefinite =
            trigger.begin > sentence.begin &&
            (document.is_any(trigger.begin - 1, Word("a"), Word("an")) ||
             (trigger.begin > sentence.begin + 1 && document.is_any(trigger.begin - 2, Word("a"), Word("an"))) ||
             is_bare_plural(sentence, trigger));
        if (!indefinite && speaks_there(story, sentence, trigger, *verb)) {
          add_attendees(story, sentence, clause.subject);
          return Verdict::attendance_only;
        }
        if (!indefinite || clause.subject.size() < 2) return Verdict::frames_speech;
        // "In a separate meeting X and Y spoke with Z": the verb tells of it.
        for (const auto& other : sentence.triggers) {
          if (!other.noun && other.begin == verb->head && other.begin > trigger.end &&
              !complements(sentence, other).empty())
            return Verdict::frames_speech;
        }
        // "They drove to the palace for talks": those that the text goes on about.
        if (is_bare_plural(sentence, trigger) && sentence.dates.empty() && story.last >= 0 &&
            same_set(clause.subject, story.occasions[static_cast<std::size_t>(story.last)].core))
          return Verdict::frames_speech;
      }
      if (!both && verb->passive && verb->event == nullptr && owner.empty()) {
        // "was set out by X in a call with Y"
        for (const auto r : clause.references) {
          if (sentence.prepositions[r] == "by" && sentence.references[r].begin >= verb->end)
            add_all(subject, persons_of(sentence, r, r));
        }
      }
      if ((!both || one_side) && owner.empty()) {
        // "At the meeting with X the sides discussed …": X's side, and not those of the meeting before.
        auto sides =
            is_told_of_sides(sentence, clause, joined(members)) ? accompanied_side(story, joined(members)) : Persons{};
        add_all(subject, sides.empty() ? clause.subject : sides);
      }
      if (owner.size() == 1 && members.empty()) return Verdict::frames_speech;
      if (!both && subject.empty() && is_definite(sentence, trigger) &&
          return_to_occasion(story, document, joined(members)))
        return Verdict::frames_speech;
      if (!both && subject.empty() && verb != nullptr && is_programme(sentence, *verb))
        subject = visiting_side(story, document, joined(members));
      if (subject.empty() && one_side && comes_next(sentence, trigger, clause, *verb))
        subject = accompanied_side(story, joined(members));
      if (!both && subject.empty()) subject = speaker(sentence, clause);
      // "During the meeting with X, the focus was on …": of whom the text accompanies.
      if (!both && subject.empty() && one_side && clause.subject.empty() && story.focus.common >= 0 &&
          !contains(joined(members), story.focus.common))
        subject = {story.focus.common};
      if (!both && subject.empty()) return Verdict::nobody;
      break;
    }
    case Place::subject:
      for (auto& one : behind_subject(sentence, trigger)) members.push_back(std::move(one));
      if (joined(members).size() + owner.size() == 1) {
        if (auto others = attendees_beside(sentence, trigger); !others.empty()) members.push_back(std::move(others));
      }
      if (members.empty() && owner.size() == 1) members.push_back(attendees_of(sentence, clause, *verb));
      if (joined(members).empty() && owner.empty() && verb->passive)
        subject = the_same_several(story, sentence, trigger);
      if (joined(members).empty() && owner.size() < 2 && subject.empty()) return Verdict::nobody;
      if (joined(members).size() + owner.size() == 1 || (is_one_side(sentence, trigger) && owner.empty()))
        add_all(subject, other_side(story, joined(members)));
      // "Meetings were held with X and Y": each with somebody whom nobody names.
      if (owner.empty() && subject.empty() && is_one_side(sentence, trigger) &&
          document.ends_with(trigger.end - 1, "meetings"))
        return Verdict::nobody;
      break;
    case Place::alone:
      if (members.empty()) return Verdict::nobody;
      if ((joined(members).size() == 1 || one_side) && owner.empty()) subject = other_side(story, joined(members));
      // "Breakfast with X" of a diary
      if (trigger.begin == sentence.first_word() && document.is(trigger.end, "with") && story.focus.topic >= 0 &&
          !contains(joined(members), story.focus.topic) && owner.empty())
        subject = {story.focus.topic};
      break;
  }
  if (story.sentence_subject.empty() && place == Place::object) story.sentence_subject = clause.subject;
  const bool of_the_last = members.empty() && owner.size() > 1 && story.last >= 0 &&
                           same_set(owner, story.occasions[static_cast<std::size_t>(story.last)].core);
  Occasion occasion;
  // "had a visit from X"
  occasion.type = type == EventType::visit && document.is(trigger.end, "from") ? EventType::meeting : type;
  describe_occasion(story, sentence, occasion, trigger, std::min(clause.begin, trigger.begin),
                    std::max(clause.end, trigger.end));
  // "X's conversation with Y", who had phoned
  occasion.spoken = document.is_any(trigger.end - 1, Word("conversation"), Word("talk"), Word("discussion"));
  if (of_the_last && !occasion.date_told && occasion.place.empty()) {
    // "their discussions": those that the text has just told of
    occasion.anaphoric = true;
    occasion.separate = false;
  }
  if (is_before_press(sentence, trigger)) {
    auto all = subject;
    add_all(all, joined(members));
    if (const auto told = told_before(story, all); told >= 0) {
      story.last = told;
      return Verdict::attendance_only;
    }
  }
  return tell(story, sentence, trigger, subject, std::move(members), std::move(occasion));
}

}  // namespace entente::extract
