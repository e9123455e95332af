#include "attendance.hpp"

#include "antecedents.hpp"
#include "attendees.hpp"
#include "company.hpp"
#include "half_told.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "partners.hpp"
#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

bool has_subject_reference(const Clause& clause, std::size_t r) {
  return clause.has_subject && static_cast<int>(r) >= clause.subject_first &&
         static_cast<int>(r) <= clause.subject_last;
}

/// "accompanied by five members of the House: A; B; and C": those listed behind the colon that ends the clause.
Persons behind_colon(const SentenceReading& sentence, const Clause& clause) {
  Persons out;
  const auto index = static_cast<std::size_t>(&clause - sentence.clauses.data());
  for (auto c = index + 1; c < sentence.clauses.size(); ++c) {
    const auto& item = sentence.clauses[c];
    const bool first = c == index + 1;
    if (item.verb >= 0 || !item.coordinate) break;
    if (first ? !sentence.document.is(item.begin - 1, ":") : !sentence.document.is(item.begin - 1, ";")) break;
    for (const auto r : item.references) add_all(out, persons_of(sentence, r, r));
  }
  return out;
}

/// Those behind the verb of the clause: "attended by X and Y", "were X and Y".
Persons behind_verb(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  Persons out;
  for (const auto r : clause.references) {
    if (sentence.references[r].begin < verb.end || has_subject_reference(clause, r)) continue;
    const auto preposition = sentence.prepositions[r];
    const bool sat = sentence.document.is_any(verb.head, Word("sat"), Word("stood"), Word("seated")) &&
                     (preposition == "between" || preposition == "opposite" || preposition == "beside");
    const bool restricted = preposition == "to" &&
                            sentence.document.is_any(verb.head, Word("restricted"), Word("limited"), Word("confined"));
    if (preposition.empty() || preposition == "by" || preposition == "with" || preposition == "alongside" || sat ||
        restricted)
      add_all(out, persons_of(sentence, r, r));
  }
  return out;
}

/// A word of presence beside a form of "be": "was also present", "on hand were".
bool says_presence(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  const auto from = verb.begin > clause.begin + 12 ? verb.begin - 12 : clause.begin;
  if (document.is(verb.end, "absent")) return false;
  for (auto i = from; i < std::min(sentence.end, verb.end + 8); ++i) {
    if (document.has(i, Tag::presence) && !sentence.in_name(i)) return true;
  }
  return false;
}

/// "There was also a meeting with X", "It was followed by talks with X": whoever follows was at another meeting.
bool tells_of_talks(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  // "A meeting with X is on the schedule there."
  const auto schedules = [&](const Trigger& trigger) {
    return trigger.noun && trigger.end < verb.begin && sentence.document.is(trigger.end, "with");
  };
  if (verb.copula && sentence.document.is_any(verb.begin, Word("is"), Word("are")) &&
      std::any_of(sentence.triggers.begin(), sentence.triggers.end(), schedules))
    return true;
  for (const auto r : clause.references) {
    const auto begin = sentence.references[r].begin;
    if (begin < verb.end) continue;
    return sentence.prepositions[r] == "with" &&
           std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& trigger) {
             return trigger.noun && trigger.begin >= verb.end && trigger.end <= begin;
           });
  }
  return false;
}

/// "Also there were X and Y", "Seated beside the President was X": whoever follows was there.
bool is_inverted(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  // "X and Y were at the talks, too."
  if (!clause.subject.empty() && document.is_any(verb.end, Word("at"), Word("in"))) {
    const auto far = document.is(verb.end, "at") ? 4U : 2U;
    for (const auto& trigger : sentence.triggers) {
      if (trigger.noun && trigger.begin > verb.end && trigger.begin <= verb.end + far) return true;
    }
  }
  const bool no_subject = clause.subject.empty() || (clause.inherited && clause.coordinate);
  if (!no_subject || clause.references.empty()) return false;
  // "Also due in Oslo is X"
  for (auto i = clause.begin; i < verb.begin; ++i) {
    if (document.is_any(i, Word("due"), Word("expected"), Word("scheduled"))) return false;
  }
  bool attending = false;
  for (const auto r : clause.references) {
    // "Their hosts were X and Y."
    const auto& reference = sentence.references[r];
    attending = attending || (reference.end <= verb.begin && reference.kind == ReferenceKind::group);
  }
  for (auto i = clause.begin; i < verb.begin; ++i)
    attending = attending || document.has_any(i, bit(Tag::attending_before) | bit(Tag::presence));
  const bool opened =
      (document.is(sentence.begin, "next") && document.is(sentence.begin + 1, "to")) ||
      document.is_any(sentence.begin, Word("also"), Word("present"), Word("among"), Word("attending"), Word("seated"),
                      Word("with"), Word("taking"), Word("beside"), Word("on"), Word("accompanying"), Word("joining"),
                      Word("alongside"), Word("standing"), Word("behind"), Word("opposite"), Word("facing"),
                      Word("flanking"), Word("travelling"), Word("traveling"), Word("around"), Word("at"),
                      Word("gathered"), Word("assembled")) ||
      (document.is(sentence.begin, "in") && document.is(sentence.begin + 2, "chair")) ||
      document.is_any(clause.begin, Word("opposite"), Word("alongside"), Word("beside"), Word("behind"),
                      Word("facing"));
  // "Attending for Peru were, along with A, B and C"
  const bool aside = document.is(verb.end, ",") &&
                     document.is_any(verb.end + 1, Word("along"), Word("together"), Word("besides"), Word("alongside"));
  for (const auto r : clause.references) {
    const auto begin = sentence.references[r].begin;
    if (begin >= verb.end && begin <= verb.end + (document.is(verb.end, ":") || aside ? 4U : 2U))
      return opened || attending;
    // "Also taking part were the chief adviser to the presidency, X, and Y"
    constexpr std::uint32_t longest_office = 10;
    if (begin > verb.end && begin <= verb.end + longest_office && document.is(begin - 1, ",") &&
        document.is(verb.end, "the") && sentence.prepositions[r].empty())
      return opened && attending;
  }
  return false;
}

/// "X was with the President", who took part in what the text goes on about.
bool stands_by(const Story& story, const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  if (story.last < 0 || clause.subject.empty() || !sentence.document.is(verb.end, "with")) return false;
  const auto& persons = story.occasions[static_cast<std::size_t>(story.last)].persons;
  return std::any_of(sentence.references.begin(), sentence.references.end(), [&](const Reference& reference) {
    return reference.begin == verb.end + 1 && !reference.persons.empty() && !reference.possessive &&
           subset(reference.persons, persons);
  });
}

/// The one person who took part in all of several occasions: whose journey the text tells of.
Persons traveller(const Story& story) {
  Persons common;
  std::size_t count = 0;
  for (const auto& occasion : story.occasions) {
    if (occasion.undated) continue;
    if (count++ == 0) common = occasion.core;
    common.erase(
        std::remove_if(common.begin(), common.end(), [&](int person) { return !contains(occasion.core, person); }),
        common.end());
  }
  return count > 1 && common.size() == 1 ? common : Persons{};
}

/// "X's delegation included Y": who comes with X, as far as the text says.
void remember_members(Story& story, const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto members = behind_verb(sentence, clause, verb);
  Persons heads = clause.subject;
  for (const auto r : clause.references) {
    const auto& reference = sentence.references[r];
    if (reference.begin < verb.begin && !reference.outside) add_all(heads, reference.persons);
    if (reference.begin < verb.begin && reference.possessive) add_all(heads, reference.persons);
  }
  if (clause.marker == "whose") add_all(heads, clause.antecedent);
  if (heads.empty()) heads = traveller(story);
  for (const auto head : heads) add_company(story, head, members);
  const bool on_mission = members.size() > 1 && story.last < 0 && story.focus.last_delegation.empty() &&
                          sentence.document.is(sentence.begin, "it");
  if (heads.empty() && !on_mission) add_attendees(story, sentence, members);
  // "A joint mission was in Lima. It comprised X and Y. The mission …"
  if (heads.empty() && members.size() > 1 && story.focus.last_delegation.empty()) story.focus.last_delegation = members;
  if (story.last < 0) return;
  auto& occasion = story.occasions[static_cast<std::size_t>(story.last)];
  if (heads.empty() || !subset(heads, occasion.persons)) return;
  for (const auto member : members) {
    if (contains(occasion.persons, member)) continue;
    occasion.persons.push_back(member);
    occasion.roles.emplace(member, Role::member);
  }
}

/// The noun of "joined X for a tour".
const Trigger* joined_for(const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || trigger.begin < verb.end || trigger.begin > verb.end + 24) continue;
    // "joined X at the inauguration"
    if (trigger.word.type != EventType::meeting && document.is(trigger.begin - 2, "at")) return &trigger;
    for (std::uint32_t back = 1; back <= 9 && trigger.begin >= verb.end + back; ++back) {
      const auto i = trigger.begin - back;
      if (document.is(i, "for") && document.is_any(i + 1, Word("a"), Word("an"), Word("the"))) return &trigger;
    }
  }
  return nullptr;
}

bool contains_any(const Persons& list, const Persons& some) {
  return std::any_of(some.begin(), some.end(), [&](int person) { return contains(list, person); });
}

/// True if the verb has a person as its object: "joined the minister".
bool joins_person(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb, const Persons& object) {
  if (!sentence.document.is_any(verb.head, Word("joined"), Word("joins"), Word("joining"), Word("join")) ||
      object.empty())
    return false;
  for (const auto r : clause.references) {
    if (sentence.references[r].begin >= verb.end) {
      // "joining their hosts, X and Y"
      const auto begin = sentence.references[r].begin;
      return begin <= verb.end + 1 || (begin <= verb.end + 4 && sentence.document.is(begin - 1, ","));
    }
  }
  return false;
}

/// "joined the foreign service in his twenties"
bool joins_body(const SentenceReading& sentence, const VerbGroup& verb) {
  return sentence.document.is_any(verb.head, Word("joined"), Word("joins"), Word("joining"), Word("join")) &&
         sentence.has(Tag::body, verb.end, std::min(sentence.end, verb.end + 4));
}

/// The noun of the occasion that somebody attended: "attended the ceremony".
const Trigger* noun_behind(const SentenceReading& sentence, const VerbGroup& verb) {
  for (const auto& trigger : sentence.triggers) {
    if (trigger.noun && trigger.begin >= verb.end && trigger.begin <= verb.end + 14) return &trigger;
  }
  return nullptr;
}

/// The noun of an occasion that somebody attended, where the text has not told of it before: "attended a ceremony".
const Trigger* new_noun(const Story& story, const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || trigger.begin < verb.end || trigger.begin > verb.end + 10) continue;
    const bool known =
        story.last >= 0 && story.occasions[static_cast<std::size_t>(story.last)].type == trigger.word.type;
    const bool plain = trigger.word.type == EventType::meeting;
    bool definite = false;
    // "the talks", "Tuesday's talks"
    for (auto i = verb.end; i < trigger.begin; ++i)
      definite = definite || document.is(i, "the") || (document.is(i, "'s") && document.has(i - 1, Tag::weekday));
    const bool just_told = story.last >= 0 && trigger.word.type == EventType::ceremony &&
                           story.occasions[static_cast<std::size_t>(story.last)].sentences.back() + 1 >= sentence.index;
    if (definite && (known || plain || just_told) && story.last >= 0) return nullptr;
    return &trigger;
  }
  return nullptr;
}

/// "participated in the 31st meeting of the Committee", "has been in Oslo, participating in a meeting": none that the
/// text has told of.
bool attends_one_of_many(const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  const auto* noun = noun_behind(sentence, verb);
  for (auto i = verb.end; noun != nullptr && i < noun->begin; ++i) {
    if (verb.form == VerbForm::gerund && document.is_any(i, Word("a"), Word("an"), Word("several"))) return true;
    const bool ordinal = document.tokens[i].kind == TokenKind::number && document.length(i) > 2;
    if (ordinal && document.ends_with(i, "th") && document.is(noun->end, "of")) return true;
    if (ordinal && document.is(noun->end, "of") &&
        (document.ends_with(i, "st") || document.ends_with(i, "nd") || document.ends_with(i, "rd")))
      return true;
  }
  return false;
}

bool begins_with_company(const SentenceReading& sentence, const VerbGroup& verb) {
  return sentence.document.is(verb.head, "accompanied") || sentence.document.is(verb.head, "flanked") ||
         sentence.document.is(verb.head, "accompanying");
}

/// "took part in the meeting hosted by X", "… which X hosted": X was there.
Persons hosts_of(const SentenceReading& sentence, const Trigger& noun) {
  const auto& document = sentence.document;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->begin < noun.end || verb->unreal || clause.begin > noun.end + 8) continue;
    const bool hosts = document.is_any(verb->head, Word("hosted"), Word("chaired"), Word("convened"), Word("opened"),
                                       Word("led"), Word("organised"), Word("organized"), Word("co-chaired"));
    if (!hosts) continue;
    if (verb->passive) return behind_verb(sentence, clause, *verb);
    if (clause.marker == "which" || clause.marker == "that") {
      Persons out;
      for (const auto r : clause.references) {
        if (sentence.references[r].begin < verb->begin) add_all(out, persons_of(sentence, r, r));
      }
      return out;
    }
  }
  return {};
}

/// "X presided as Y took charge of the command": Y.
Persons watched_doing(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto index = static_cast<int>(&clause - sentence.clauses.data());
  for (const auto& other : sentence.clauses) {
    if (other.parent == index && other.begin > verb.end && (other.marker == "as" || other.marker == "while") &&
        !is_unreal(sentence, other))
      return other.subject;
  }
  return {};
}

/// "With him came Y", "with X flew Y": him or X; -1 where the clause says nothing of the kind.
int led_by_company(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (verb.passive || !document.is(clause.begin, "with") ||
      !document.is_any(verb.head, Word("came"), Word("flew"), Word("travelled"), Word("traveled"), Word("arrived")))
    return -1;
  for (const auto& reference : sentence.references) {
    if (reference.begin == clause.begin + 1 && reference.end == verb.begin && reference.persons.size() == 1)
      return reference.persons.front();
  }
  return -1;
}

/// "For Norway, A; B; and C were also present": those of a list that semicolons divide before the clause of the verb.
Persons before_semicolons(const SentenceReading& sentence, const Clause& clause) {
  const auto& document = sentence.document;
  Persons out;
  for (auto c = static_cast<std::size_t>(&clause - sentence.clauses.data()); c > 0; --c) {
    const auto& item = sentence.clauses[c - 1];
    if (item.verb >= 0 || !document.is(sentence.clauses[c].begin - 1, ";")) break;
    for (const auto r : item.references) {
      const auto preposition = sentence.prepositions[r];
      if (preposition.empty() || preposition == "for") add_all(out, persons_of(sentence, r, r));
    }
  }
  return out;
}

/// "X laid flowers at the monument. Y accompanied him": an occasion of the two; false where the text tells of none.
bool accompanied_what_one_did(Story& story, const SentenceReading& sentence, const Persons& head,
                              const Persons& company) {
  if (!story.half_told || company.empty() || !same_set(story.half_told->persons, head) ||
      story.half_told->sentences.back() + 1 != sentence.index)
    return false;
  auto whole = *story.half_told;
  story.half_told.reset();
  add_all(whole.persons, company);
  whole.sentences.push_back(sentence.index);
  whole.separate = true;
  add_occasion(story, sentence, std::move(whole));
  return true;
}

/// "a summit", "a regional summit"
bool is_indefinite(const SentenceReading& sentence, const Trigger& noun) {
  for (std::uint32_t back = 1; back <= 3 && noun.begin >= sentence.begin + back; ++back) {
    if (sentence.document.is_any(noun.begin - back, Word("a"), Word("an"))) return true;
  }
  return false;
}

/// True if the sentence tells of an occasion on another day than all that the text told of before.
bool on_day_of_its_own(const Story& story) {
  if (story.touched < 1) return false;
  const auto& here = story.occasions[static_cast<std::size_t>(story.touched)];
  return here.date_told && std::all_of(story.occasions.begin(), story.occasions.begin() + story.touched,
                                       [&](const Occasion& earlier) { return earlier.date != here.date; });
}

/// Adds to `present_here` whom a clause says to have been there; false where it says nothing of the kind.
bool read_clause(Story& story, const SentenceReading& sentence, const Clause& clause, Persons& present_here) {
  const auto& document = sentence.document;
  const auto* verb = sentence.verb_of(clause);
  if (verb == nullptr || is_unreal(sentence, clause)) return false;
  if (document.has(verb->head, Tag::includes)) {
    bool group = false;
    // "a delegation that included X"
    const auto from =
        clause.marker == "that" || clause.relative || clause.shares_subject ? sentence.begin : clause.begin;
    group = document.is(sentence.begin, "it");
    // "Some of the heads of state attending include X"
    const auto says_present = [&](std::uint32_t i) {
      return document.has(i, Tag::presence) || document.is(i, "attending");
    };
    for (auto i = from; i < verb->begin; ++i) group = group || document.has(i, Tag::delegations) || says_present(i);
    if (!group) return complete_with_listed(story, sentence, *verb, behind_verb(sentence, clause, *verb));
    bool present = false;
    for (auto i = clause.begin; i < verb->begin; ++i) present = present || says_present(i);
    // "Members of the delegation included X": on the whole journey.
    for (auto i = clause.begin; i < verb->begin; ++i) present = present && !document.has(i, Tag::delegations);
    if (present)
      add_all(present_here, behind_verb(sentence, clause, *verb));
    else
      remember_members(story, sentence, clause, *verb);
    return true;
  }
  if (read_partners(story, sentence, clause, *verb)) return false;
  if (const auto head = led_by_company(sentence, clause, *verb); head >= 0) {
    const auto present = behind_verb(sentence, clause, *verb);
    add_company(story, head, present);
    if (story.last >= 0 && contains(story.occasions[static_cast<std::size_t>(story.last)].persons, head))
      add_all(present_here, present);
    return true;
  }
  const bool attends =
      document.has(verb->head, Tag::attending_before) || document.has(verb->head, Tag::attending_after);
  const bool presence =
      verb->copula && (stands_by(story, sentence, clause, *verb) || says_presence(sentence, clause, *verb) ||
                       is_inverted(sentence, clause, *verb));
  // "A and B assisted the minister in the talks"
  const bool assists = !verb->passive && !clause.subject.empty() &&
                       document.is_any(verb->head, Word("assisted"), Word("supported"), Word("advised")) &&
                       noun_behind(sentence, *verb) != nullptr &&
                       document.is_any(noun_behind(sentence, *verb)->begin - 1, Word("the"), Word("these"));
  if (!attends && !presence && !assists) return false;
  if (attends && is_on_screen(sentence, verb->end)) return false;
  if (attends && !verb->passive && clause.subject.size() < 2 && attends_one_of_many(sentence, *verb)) return false;
  if (joins_body(sentence, *verb)) return false;
  // "arrived to attend the dialogue scheduled later today"
  if (const auto* noun = noun_behind(sentence, *verb);
      verb->form == VerbForm::infinitive && noun != nullptr &&
      document.is_any(noun->end, Word("scheduled"), Word("slated"), Word("due"), Word("beginning"), Word("starting")))
    return false;
  // "stood ready to help", "stood by their ally"
  if (document.is(verb->head, "stood") && document.is_any(verb->end, Word("ready"), Word("firm"), Word("by"),
                                                          Word("for"), Word("united"), Word("up"), Word("with")))
    return false;
  if ((presence || verb->passive) && tells_of_talks(sentence, clause, *verb)) return false;
  // "twice represented the country"
  if (story.last < 0 && !verb->passive && document.is(verb->head, "represented")) return false;
  // "X spoke at the ceremony": the one that the text has just told of.
  const bool speaks = document.is_any(verb->head, Word("spoke"), Word("addressed"), Word("delivered"), Word("gave"),
                                      Word("made"), Word("proposed"), Word("raised"), Word("offered"));
  if (speaks && !verb->passive && story.touched < 0 &&
      (story.last < 0 || story.occasions[static_cast<std::size_t>(story.last)].sentences.back() + 3 < sentence.index)) {
    return false;
  }
  const bool company = begins_with_company(sentence, *verb);
  if (attends && company) {
    // "X, accompanied by Y", "Y accompanied X", "accompanying X was Y"
    auto present = behind_verb(sentence, clause, *verb);
    if (present.empty()) present = behind_colon(sentence, clause);
    auto heads = clause.subject;
    // "whom Y accompanied"
    if (clause.marker == "whom" && !verb->passive && present.empty()) present = clause.antecedent;
    if (verb->form == VerbForm::participle && document.is(verb->head, "accompanied")) {
      // "received X, accompanied by Y": who stands right before.
      for (const auto& reference : sentence.references) {
        const bool before =
            reference.end == verb->begin || (reference.end + 1 == verb->begin && document.is(reference.end, ","));
        if (before && reference.kind == ReferenceKind::name && reference.persons.size() == 1 && !reference.outside &&
            !subset(reference.persons, heads))
          heads = reference.persons;
      }
    }
    // "accompanied at it by X", "flanked by X": there and nowhere else.
    // "On Tuesday X had talks with Y, who was accompanied by Z"
    const bool on_that_day = clause.relative && verb->passive && on_day_of_its_own(story);
    const bool there = document.is_any(verb->end, Word("at"), Word("in"), Word("during")) ||
                       document.is(verb->head, "flanked") || on_that_day;
    // Whom the hosts send along comes along no further: "They were accompanied by the Norwegian envoy."
    bool throughout = false;
    for (auto i = verb->begin; i < sentence.end; ++i)
      throughout = throughout || document.is_any(i, Word("throughout"), Word("all"));
    const auto country = [&](int person) { return story.persons[static_cast<std::size_t>(person)].country; };
    const auto come_along = [&](const Persons& led, const Persons& others) {
      Persons own;
      for (const auto other : others) {
        const bool foreign = std::any_of(led.begin(), led.end(), [&](int head) {
          return !country(head).empty() && !country(other).empty() && country(head) != country(other);
        });
        if (!foreign || throughout) own.push_back(other);
      }
      for (const auto head : led) add_company(story, head, own);
    };
    if (verb->passive && !there) come_along(heads, present);
    if (!verb->passive) come_along(present, heads);
    if (story.touched < 0 &&
        accompanied_what_one_did(story, sentence, verb->passive ? heads : present, verb->passive ? present : heads))
      return true;
    if (verb->passive && !there && heads.size() == 1 && present.size() > 1) {
      story.focus.last_delegation = heads;
      add_all(story.focus.last_delegation, present);
    }
    if (story.touched < 0 && document.is(verb->head, "flanked") && heads.size() == 1 && !present.empty() &&
        (story.last < 0 || !contains(story.occasions[static_cast<std::size_t>(story.last)].persons, heads.front()))) {
      // "Flanked by X and Y, Z announced …": they stood there together.
      add_all(present, heads);
      begin_by_date(story, sentence, present);
      return true;
    }
    // "They lit candles at the church. They were accompanied by the Norwegian envoy": at what was told right before.
    const bool right_before =
        verb->passive && verb->form == VerbForm::finite && story.last >= 0 &&
        story.occasions[static_cast<std::size_t>(story.last)].sentences.back() + 1 == sentence.index;
    if (const auto at = (there || right_before) && story.touched < 0 ? story.last : story.touched; at >= 0) {
      const auto& occasion = story.occasions[static_cast<std::size_t>(at)];
      if (std::any_of(heads.begin(), heads.end(), [&](int head) { return contains(occasion.persons, head); }))
        add_all(present_here, present);
      if (clause.marker == "whom" && !present.empty() && subset(present, occasion.persons))
        add_all(present_here, heads);
    }
    return false;
  }
  Persons present = behind_verb(sentence, clause, *verb);
  const bool somewhere =
      noun_behind(sentence, *verb) != nullptr || document.ends_before(verb->end, Tag::attending_before);
  if (attends && !verb->passive && present.empty() && clause.subject.empty() && somewhere)
    present = behind_colon(sentence, clause);
  if (document.is_any(verb->head, Word("presided"), Word("watched"), Word("looked")))
    add_all(present, watched_doing(sentence, clause, *verb));
  if (presence && !sentence.has(Tag::noun, sentence.begin, verb->begin)) {
    // "Also on the Malaysian team were X and Y": those who lead it have them along.
    for (const auto& reference : sentence.references) {
      if (reference.end > verb->begin || reference.kind != ReferenceKind::group ||
          !document.has(reference.end - 1, Tag::delegations))
        continue;
      for (const auto head : reference.persons.empty() ? story.focus.subject : reference.persons)
        add_company(story, head, present);
    }
  }
  if (presence && clause.subject.empty() &&
      document.is_any(sentence.begin, Word("travelling"), Word("traveling"), Word("accompanying")) &&
      !sentence.has(Tag::noun, sentence.begin, verb->begin)) {
    // "Travelling with him is X", "Accompanying the minister were X and Y": on the whole journey.
    for (const auto& reference : sentence.references) {
      if (reference.end > verb->begin || reference.outside || reference.persons.size() != 1) continue;
      add_company(story, reference.persons.front(), present);
    }
  }
  if (attends && !verb->passive && joins_person(sentence, clause, *verb, present) && story.last >= 0 &&
      !contains_any(story.occasions[static_cast<std::size_t>(story.touched >= 0 ? story.touched : story.last)].persons,
                    present)) {
    // whom he joined was at something else
    const bool for_it = joined_for(sentence, *verb) != nullptr;
    // "The two conferred before joining X and Y for the summit."
    const bool next = verb->form == VerbForm::gerund && for_it && document.is(verb->begin - 1, "before");
    if (((verb->form != VerbForm::finite || clause.nonfinite) && !next) || clause.subject.empty() ||
        (sentence.places.empty() && !for_it) || sentence.references[clause.references.back()].begin < verb->end)
      return false;
    Occasion occasion;
    occasion.persons = clause.subject;
    add_all(occasion.persons, present);
    Trigger joins;
    joins.begin = verb->head;
    joins.end = verb->end;
    joins.clause = sentence.clause_of[verb->head - sentence.begin];
    describe_occasion(story, sentence, occasion, joins, clause.begin, sentence.end);
    for (const auto& trigger : sentence.triggers) {
      if (trigger.noun && trigger.begin > verb->end) occasion.type = trigger.word.type;
    }
    occasion.separate = true;
    add_occasion(story, sentence, std::move(occasion));
    return true;
  }
  if (const auto* noun = attends && !verb->passive && joins_person(sentence, clause, *verb, present)
                             ? joined_for(sentence, *verb)
                             : nullptr;
      noun != nullptr && !clause.subject.empty()) {
    // "before joining X for the summit": an occasion of its own.
    Occasion occasion;
    occasion.type = noun->word.type;
    occasion.persons = clause.subject;
    add_all(occasion.persons, present);
    describe_occasion(story, sentence, occasion, *noun, clause.begin, std::max(clause.end, noun->end));
    occasion.separate = true;
    add_occasion(story, sentence, std::move(occasion));
    return true;
  }
  if (attends &&
      document.is_any(verb->head, Word("came"), Word("travelled"), Word("traveled"), Word("travelling"),
                      Word("traveling"), Word("arrived"), Word("flew")) &&
      story.touched < 0) {
    // "The chiefs of staff came along: X and Y" on the journey of whom the text is about.
    // "X and Y travelled with Z"
    const bool told = verb->form == VerbForm::finite && !present.empty() && !clause.subject.empty();
    const auto heads = told ? present : story.focus.subject;
    // "X arrived with Y": each is the other's company.
    if (told && clause.subject.size() == 1) add_company(story, clause.subject.front(), present);
    add_all(present, clause.subject);
    for (const auto head : heads) add_company(story, head, present);
    return true;
  }
  if (!verb->passive || presence) {
    add_all(present, clause.subject);
    if (presence && !verb->passive) {
      // "With X on the American side of the table were …"
      for (const auto r : clause.references) {
        const auto preposition = sentence.prepositions[r];
        if (sentence.references[r].end <= verb->begin && (preposition == "with" || preposition == "beside"))
          add_all(present, persons_of(sentence, r, r));
      }
    }
    add_all(present, before_semicolons(sentence, clause));
    // "A from the one side and B from the other participated."
    for (const auto r : clause.references) {
      if (clause.has_subject && !clause.inherited && sentence.references[r].end <= verb->begin &&
          sentence.prepositions[r].empty())
        add_all(present, persons_of(sentence, r, r));
    }
  }
  // "X joined by video link."
  if (document.is_any(verb->head, Word("joined"), Word("participated")) && verb->end + 1 < sentence.end &&
      document.is_any(verb->end, Word("by"), Word("via"), Word("through")) &&
      document.has(verb->end + 1, Tag::remote)) {
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      const auto end = sentence.references[r].end;
      if (end == verb->begin || (end + 1 == verb->begin && document.is(end, ",")))
        add_all(present, persons_of(sentence, sentence.lists[r].first, r));
    }
  }
  // "X and Y were associated with the discussions."
  // "X was seen among the guests."
  const bool seen =
      document.is(verb->head, "seen") && document.is_any(verb->end, Word("among"), Word("amongst"), Word("beside"));
  if (verb->passive && (seen || document.is_any(verb->head, Word("seated"), Word("associated"))))
    add_all(present, clause.subject);
  if (verb->passive && verb->form == VerbForm::finite && !document.is(verb->head, "joined") && present.empty())
    return false;
  if (const auto* noun = attends && !verb->passive ? noun_behind(sentence, *verb) : nullptr; noun != nullptr) {
    if (const auto hosts = hosts_of(sentence, *noun); !hosts.empty() && !subset(hosts, present)) {
      add_all(present, hosts);
      Occasion occasion;
      occasion.type = noun->word.type;
      occasion.persons = present;
      describe_occasion(story, sentence, occasion, *noun, clause.begin, std::max(clause.end, noun->end));
      add_occasion(story, sentence, std::move(occasion));
      return true;
    }
  }
  if (const auto* noun = attends ? new_noun(story, sentence, *verb) : nullptr;
      noun != nullptr && story.touched < 0 && present.size() >= 2 && !verb->passive) {
    Occasion occasion;
    occasion.type = noun->word.type;
    occasion.persons = present;
    describe_occasion(story, sentence, occasion, *noun, clause.begin, std::max(clause.end, noun->end));
    add_occasion(story, sentence, std::move(occasion));
    return true;
  }
  if (attends && story.touched < 0 && story.last >= 0 && present.size() == 1 && !verb->passive &&
      subset(present, story.occasions[static_cast<std::size_t>(story.last)].persons)) {
    if (const auto* noun = new_noun(story, sentence, *verb); noun != nullptr && is_indefinite(sentence, *noun)) {
      // "X then took part in a summit. Around the table were …"
      Occasion half;
      half.type = noun->word.type;
      half.persons = present;
      describe_occasion(story, sentence, half, *noun, clause.begin, std::max(clause.end, noun->end));
      keep_half_told(story, half);
      story.list_awaited_at = sentence.index + 1;
      return true;
    }
  }
  if (verb->passive && present.size() > 1 && story.touched < 0) {
    // "The drill was attended by …", where the text was about something else.
    for (const auto& trigger : sentence.triggers) {
      if (!trigger.noun || trigger.end > verb->begin || trigger.word.type == EventType::meeting) continue;
      if (story.last >= 0 && story.occasions[static_cast<std::size_t>(story.last)].type == trigger.word.type) continue;
      Occasion occasion;
      occasion.type = trigger.word.type;
      occasion.persons = present;
      describe_occasion(story, sentence, occasion, trigger, clause.begin, clause.end);
      if (story.last >= 0 && trigger.word.type == EventType::ceremony &&
          story.occasions[static_cast<std::size_t>(story.last)].type == EventType::signing)
        break;  // the ceremony of the signing
      add_occasion(story, sentence, std::move(occasion));
      return true;
    }
  }
  add_all(present_here, present);
  return true;
}

/// "Taking part on the Chinese side were A and B; on the Soviet side, C": what follows without a verb goes on.
void read_rest(const SentenceReading& sentence, const Clause& clause, Persons& present) {
  for (const auto r : clause.references) {
    const auto preposition = sentence.prepositions[r];
    if (preposition.empty() || preposition == "by" || preposition == "with")
      add_all(present, persons_of(sentence, r, r));
  }
}

}  // namespace

void read_attendance(Story& story, const SentenceReading& sentence) {
  bool told = false;
  Persons present;
  for (const auto& clause : sentence.clauses) {
    const bool verbless = clause.verb < 0 && clause.coordinate;
    // "A, Minister of Commerce (accompanying minister); B"
    const auto* verb = sentence.verb_of(clause);
    const bool bracketed =
        verb != nullptr && verb->begin > sentence.begin && sentence.document.is(verb->begin - 1, "(");
    if (told && (verbless || bracketed)) {
      read_rest(sentence, clause, present);
      continue;
    }
    told = read_clause(story, sentence, clause, present) || (told && clause.verb < 0);
  }
  add_attendees(story, sentence, present);
  read_company_phrases(story, sentence);
}

}  // namespace entente::extract
