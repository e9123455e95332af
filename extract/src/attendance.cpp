#include "attendance.hpp"

#include "antecedents.hpp"
#include "half_told.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::size_t most_participants = 200;
constexpr std::uint32_t longest_item = 120;  // several items may stand in one line

/// Notes who came along with `head`; family does not sit in on talks.
void remember_company(Story& story, int head, const Persons& members) {
  for (const auto member : members) {
    const auto& heads = story.persons[static_cast<std::size_t>(member)].heads;
    const bool family = std::any_of(heads.begin(), heads.end(), [](const auto& one) {
      return one == "wife" || one == "husband" || one == "spouse" || one == "daughter" || one == "first lady" ||
             one == "son";
    });
    if (member == head || family) continue;
    add_unique(story.companions[head], member);
    const auto& country = story.persons[static_cast<std::size_t>(head)].country;
    if (country.empty()) continue;
    add_unique(story.focus.delegations[country], head);
    add_unique(story.focus.delegations[country], member);
  }
}

/// What those who attended were at: the noun of the sentence or the last one, if it is no meeting, visit or call.
EventType attended_type(const Story& story, const SentenceReading& sentence) {
  auto type = story.last_noun;
  for (const auto& trigger : sentence.triggers) {
    if (trigger.noun) type = trigger.word.type;
  }
  return type == EventType::visit || type == EventType::call ? EventType::meeting : type;
}

/// "The audience was attended by X" where the text has not said in so many words who was received: those who have
/// been spoken of so far.
void begin_by_attendance(Story& story, const SentenceReading& sentence, const Persons& present) {
  Persons seen;
  for (const auto& [person, token] : story.focus.seen) {
    if (!contains(present, person) && !story.persons[static_cast<std::size_t>(person)].only_outside &&
        token < sentence.begin)
      seen.push_back(person);
  }
  // "The drill was attended by X and Y."
  const Trigger* noun = nullptr;
  for (const auto& trigger : sentence.triggers) {
    if (trigger.noun && noun == nullptr) noun = &trigger;
  }
  if (noun != nullptr && present.size() > 1 && noun->word.type != EventType::meeting) seen.clear();
  if (present.empty() || seen.size() > 2 || seen.size() + present.size() < 2) return;
  Trigger trigger;
  trigger.begin = sentence.begin;
  trigger.end = sentence.begin + 1;
  Occasion occasion;
  occasion.persons = seen;
  add_all(occasion.persons, present);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  occasion.type = noun != nullptr ? noun->word.type : attended_type(story, sentence);
  add_occasion(story, sentence, std::move(occasion));
}

/// True if the sentence names a day that is not the occasion's.
bool told_elsewhen(const Story& story, const SentenceReading& sentence, const Occasion& occasion) {
  for (const auto& words : sentence.dates) {
    const auto date = resolve(words, sentence.document.base, story.current);
    const bool told = words.anchor == Anchor::calendar || words.anchor == Anchor::weekday ||
                      words.anchor == Anchor::published || words.anchor == Anchor::year;
    if (told && date && occasion.date && !date->contains(*occasion.date) && !occasion.date->contains(*date))
      return true;
  }
  return false;
}

/// True if a day told by itself, as in a heading, has taken the text to another day than the occasion's.
bool at_another_day(const Story& story, const Document& document, const Occasion& occasion) {
  return story.pending && story.current && story.current->is_day() && occasion.date && occasion.date->is_day() &&
         *story.current != *occasion.date && !recalled(document, occasion);
}

/// "In Singapore in June 2023, X and Y sat beside Z": an occasion of that day.
void begin_by_date(Story& story, const SentenceReading& sentence, Persons present) {
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.prepositions[r] == "beside" || sentence.prepositions[r] == "with" ||
        sentence.prepositions[r] == "alongside")
      add_all(present, persons_of(sentence, r, r));
  }
  for (const auto& clause : sentence.clauses) {
    // "On Sunday they were joined by X and Y."
    const auto* verb = sentence.verb_of(clause);
    if (verb != nullptr && verb->passive && sentence.document.is(verb->head, "joined"))
      add_all(present, clause.subject);
  }
  if (present.size() < 2) return;
  Trigger trigger;
  trigger.begin = sentence.begin;
  trigger.end = sentence.begin + 1;
  Occasion occasion;
  occasion.persons = std::move(present);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  for (const auto& words : sentence.dates) {
    const auto date = resolve(words, sentence.document.base, story.current);
    if (!date || occasion.date_told) continue;
    occasion.date = date;
    occasion.date_told = true;
  }
  add_occasion(story, sentence, std::move(occasion));
}

bool has_subject_reference(const Clause& clause, std::size_t r) {
  return clause.has_subject && static_cast<int>(r) >= clause.subject_first &&
         static_cast<int>(r) <= clause.subject_last;
}

/// Those behind the verb of the clause: "attended by X and Y", "were X and Y".
Persons behind_verb(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  Persons out;
  for (const auto r : clause.references) {
    if (sentence.references[r].begin < verb.end || has_subject_reference(clause, r)) continue;
    const auto preposition = sentence.prepositions[r];
    const bool sat = sentence.document.is_any(verb.head, Word("sat"), Word("stood"), Word("seated")) &&
                     (preposition == "between" || preposition == "opposite" || preposition == "beside");
    if (preposition.empty() || preposition == "by" || preposition == "with" || preposition == "alongside" || sat)
      add_all(out, persons_of(sentence, r, r));
  }
  return out;
}

/// A word of presence beside a form of "be": "was also present", "on hand were".
bool says_presence(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  const auto from = verb.begin > clause.begin + 12 ? verb.begin - 12 : clause.begin;
  for (auto i = from; i < std::min(sentence.end, verb.end + 8); ++i) {
    if (document.has(i, Tag::presence) && !sentence.in_name(i)) return true;
  }
  return false;
}

/// "Also there were X and Y", "Seated beside the President was X": whoever follows was there.
bool is_inverted(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  // "X and Y were at the talks, too."
  if (!clause.subject.empty() && document.is(verb.end, "at")) {
    for (const auto& trigger : sentence.triggers) {
      if (trigger.noun && trigger.begin > verb.end && trigger.begin <= verb.end + 4) return true;
    }
  }
  const bool no_subject = clause.subject.empty() || (clause.inherited && clause.coordinate);
  if (!no_subject || clause.references.empty()) return false;
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
      document.is_any(clause.begin, Word("opposite"), Word("alongside"), Word("beside"), Word("behind"),
                      Word("facing"));
  for (const auto r : clause.references) {
    const auto begin = sentence.references[r].begin;
    if (begin >= verb.end && begin <= verb.end + (document.is(verb.end, ":") ? 4U : 2U)) return opened || attending;
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
  for (const auto head : heads) remember_company(story, head, members);
  if (heads.empty()) add_attendees(story, sentence, members);
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
    for (std::uint32_t back = 1; back <= 5 && trigger.begin >= verb.end + back; ++back) {
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
    for (auto i = verb.end; i < trigger.begin; ++i) definite = definite || document.is(i, "the");
    const bool just_told = story.last >= 0 && trigger.word.type == EventType::ceremony &&
                           story.occasions[static_cast<std::size_t>(story.last)].sentences.back() + 1 >= sentence.index;
    if (definite && (known || plain || just_told) && story.last >= 0) return nullptr;
    return &trigger;
  }
  return nullptr;
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

/// "Her partners in Rome were X and, separately, Y": whom somebody met, as the noun says.
bool read_partners(Story& story, const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (!verb.copula || verb.unreal) return false;
  const bool present = document.is_any(verb.begin, Word("is"), Word("are"));
  for (auto i = clause.begin; i < verb.begin && !present; ++i) {
    if (!document.is_any(i, Word("partner"), Word("partners"), Word("interlocutor"), Word("interlocutors"),
                         Word("caller"), Word("callers"), Word("visitor"), Word("visitors"), Word("guest"),
                         Word("guests"), Word("host"), Word("hosts")))
      continue;
    Persons owner;
    for (const auto& reference : sentence.references) {
      if (reference.possessive && reference.end + 2 >= i && reference.end < i) owner = reference.persons;
    }
    for (std::uint32_t back = 1; back <= 3 && clause.begin + back <= i && owner.empty(); ++back) {
      if (document.is_any(i - back, Word("his"), Word("her")) && story.focus.subject.size() == 1)
        owner = story.focus.subject;
    }
    if (owner.empty()) continue;
    std::vector<Persons> others;
    bool apart = false;
    for (const auto r : clause.references) {
      if (sentence.references[r].begin < verb.end || !sentence.prepositions[r].empty()) continue;
      others.push_back(persons_of(sentence, r, r));
      for (auto k = sentence.references[r].end; k < sentence.end && !apart; ++k) apart = document.has(k, Tag::several);
    }
    std::erase_if(others, [&](const Persons& one) { return one.empty() || subset(one, owner); });
    if (others.empty()) return false;
    if (!apart) others = {joined(others)};
    for (const auto& one : others) {
      Trigger trigger;
      trigger.begin = i;
      trigger.end = i + 1;
      trigger.noun = true;
      Occasion occasion;
      occasion.persons = owner;
      add_all(occasion.persons, one);
      occasion.separate = apart;
      describe_occasion(story, sentence, occasion, trigger, clause.begin, clause.end);
      add_occasion(story, sentence, std::move(occasion));
    }
    return true;
  }
  return false;
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
    for (auto i = from; i < verb->begin; ++i)
      group = group || document.has(i, Tag::delegations) || document.has(i, Tag::presence);
    if (!group) return false;
    bool present = false;
    for (auto i = clause.begin; i < verb->begin; ++i) present = present || document.has(i, Tag::presence);
    if (present)
      add_all(present_here, behind_verb(sentence, clause, *verb));
    else
      remember_members(story, sentence, clause, *verb);
    return true;
  }
  if (read_partners(story, sentence, clause, *verb)) return false;
  const bool attends =
      document.has(verb->head, Tag::attending_before) || document.has(verb->head, Tag::attending_after);
  const bool presence =
      verb->copula && (stands_by(story, sentence, clause, *verb) || says_presence(sentence, clause, *verb) ||
                       is_inverted(sentence, clause, *verb));
  if (!attends && !presence) return false;
  if (joins_body(sentence, *verb)) return false;
  // "X spoke at the ceremony": the one that the text has just told of.
  const bool speaks = document.is_any(verb->head, Word("spoke"), Word("addressed"), Word("delivered"), Word("gave"),
                                      Word("made"), Word("proposed"), Word("raised"), Word("offered"));
  if (speaks && story.touched < 0 &&
      (story.last < 0 || story.occasions[static_cast<std::size_t>(story.last)].sentences.back() + 3 < sentence.index)) {
    return false;
  }
  const bool company = begins_with_company(sentence, *verb);
  if (attends && company) {
    // "X, accompanied by Y", "Y accompanied X", "accompanying X was Y"
    auto present = behind_verb(sentence, clause, *verb);
    auto heads = clause.subject;
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
    const bool there =
        document.is_any(verb->end, Word("at"), Word("in"), Word("during")) || document.is(verb->head, "flanked");
    for (const auto head : heads) {
      if (verb->passive && !there) remember_company(story, head, present);
    }
    for (const auto head : present) {
      if (!verb->passive) remember_company(story, head, heads);
    }
    if (story.touched < 0 && document.is(verb->head, "flanked") && heads.size() == 1 && !present.empty() &&
        (story.last < 0 || !contains(story.occasions[static_cast<std::size_t>(story.last)].persons, heads.front()))) {
      // "Flanked by X and Y, Z announced …": they stood there together.
      add_all(present, heads);
      begin_by_date(story, sentence, present);
      return true;
    }
    if (const auto at = there && story.touched < 0 ? story.last : story.touched; at >= 0) {
      const auto& occasion = story.occasions[static_cast<std::size_t>(at)];
      if (std::any_of(heads.begin(), heads.end(), [&](int head) { return contains(occasion.persons, head); }))
        add_all(present_here, present);
    }
    return true;
  }
  Persons present = behind_verb(sentence, clause, *verb);
  if (presence && !sentence.has(Tag::noun, sentence.begin, verb->begin)) {
    // "Also on the Malaysian team were X and Y": those who lead it have them along.
    for (const auto& reference : sentence.references) {
      if (reference.end > verb->begin || reference.kind != ReferenceKind::group ||
          !document.has(reference.end - 1, Tag::delegations))
        continue;
      for (const auto head : reference.persons.empty() ? story.focus.subject : reference.persons)
        remember_company(story, head, present);
    }
  }
  if (presence && clause.subject.empty() &&
      document.is_any(sentence.begin, Word("travelling"), Word("traveling"), Word("accompanying")) &&
      !sentence.has(Tag::noun, sentence.begin, verb->begin)) {
    // "Travelling with him is X", "Accompanying the minister were X and Y": on the whole journey.
    for (const auto& reference : sentence.references) {
      if (reference.end > verb->begin || reference.outside || reference.persons.size() != 1) continue;
      remember_company(story, reference.persons.front(), present);
    }
  }
  if (attends && !verb->passive && joins_person(sentence, clause, *verb, present) && story.last >= 0 &&
      !contains_any(story.occasions[static_cast<std::size_t>(story.touched >= 0 ? story.touched : story.last)].persons,
                    present)) {
    // whom he joined was at something else
    if (verb->form != VerbForm::finite || clause.nonfinite || clause.subject.empty() || sentence.places.empty() ||
        sentence.references[clause.references.back()].begin < verb->end)
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
    if (told && clause.subject.size() == 1) remember_company(story, clause.subject.front(), present);
    add_all(present, clause.subject);
    for (const auto head : heads) remember_company(story, head, present);
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
      if (sentence.references[r].end == verb->begin) add_all(present, persons_of(sentence, sentence.lists[r].first, r));
    }
  }
  // "X and Y were associated with the discussions."
  if (verb->passive && document.is_any(verb->head, Word("seated"), Word("associated")))
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

/// "Also present: X; Y", "Members of the delegation: X, Y": a list behind a colon.
bool announces_present(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  bool present = false;
  for (auto i = sentence.begin; i < std::min(sentence.end, sentence.begin + 14); ++i) {
    present = present || document.has(i, Tag::presence) || document.has(i, Tag::delegations) ||
              document.has_any(i, bit(Tag::attending_before) | bit(Tag::attending_after));
    if (!document.is(i, ":")) continue;
    return present && std::none_of(sentence.verbs.begin(), sentence.verbs.end(), [&](const VerbGroup& verb) {
             return verb.begin > i || (verb.begin < i && verb.form == VerbForm::finite);
           });
  }
  return false;
}

/// True if the sentence before has announced those present and ends in a colon: "The delegation was made up of:".
bool is_announced_list(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (sentence.index == 0 || sentence.references.empty()) return false;
  const bool tells = std::any_of(sentence.verbs.begin(), sentence.verbs.end(),
                                 [](const VerbGroup& verb) { return verb.form == VerbForm::finite; });
  if (tells) return false;
  // Items of the list may stand between.
  auto s = sentence.index - 1;
  for (int items = 0; items < 20 && s > 0 && !document.is(document.sentences[s].end - 1, ":"); ++items, --s) {
    const auto& item = document.sentences[s];
    if (document.is(item.end - 1, ".") || item.end > item.begin + longest_item) return false;
  }
  const auto& before = document.sentences[s];
  if (before.end <= before.begin || !document.is(before.end - 1, ":")) return false;
  constexpr auto present = bit(Tag::presence) | bit(Tag::delegations) | bit(Tag::attending_before) |
                           bit(Tag::attending_after) | bit(Tag::led) | bit(Tag::includes);
  for (auto i = before.begin; i < before.end; ++i) {
    if (document.has_any(i, present)) return true;
  }
  return false;
}

/// "X, together with Y, visited …": an occasion of its own where the sentence tells of no other.
void came_together(Story& story, const SentenceReading& sentence, const Clause& clause, std::uint32_t token,
                   const Persons& company) {
  const auto& document = sentence.document;
  const auto* verb = sentence.verb_of(clause);
  if (verb == nullptr || clause.subject.empty() || subset(company, clause.subject)) return;
  // "began a visit together with X"
  const bool visits = std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& noun) {
    return noun.noun && noun.word.type == EventType::visit && noun.begin >= verb->end && noun.begin < token;
  });
  const bool travels = document.has(verb->head, Tag::motion) || document.has(verb->head, Tag::arrival) || visits;
  const auto country = [&](int person) { return story.persons[static_cast<std::size_t>(person)].country; };
  const auto& home = country(clause.subject[0]);
  const bool foreign = !home.empty() && !country(company[0]).empty() && country(company[0]) != home;
  if (travels && !foreign) {
    for (const auto head : clause.subject) remember_company(story, head, company);
    return;
  }
  if (document.has(verb->head, Tag::speech)) return;
  if (story.last >= 0 && clause.subject.size() > 1 && sentence.dates.empty() &&
      same_set(clause.subject, story.occasions[static_cast<std::size_t>(story.last)].core)) {
    // "The two ministers, together with X and Y, analysed …"
    add_attendees(story, sentence, company);
    return;
  }
  Trigger trigger;
  trigger.begin = token;
  trigger.end = token + 1;
  trigger.clause = sentence.clause_of[token - sentence.begin];
  Occasion occasion;
  occasion.persons = clause.subject;
  add_all(occasion.persons, company);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  occasion.type = document.is(token, "in") ? EventType::ceremony : EventType::visit;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (const auto* noun = document.find(i, Tag::noun); noun != nullptr && !sentence.in_name(i)) {
      const auto kind = document.lexicon->event_word(noun->entry.value).type;
      if (kind == EventType::exercise || kind == EventType::ceremony || kind == EventType::conference)
        occasion.type = kind;
    }
  }
  add_occasion(story, sentence, std::move(occasion));
}

/// "X brought a delegation, among them Y": Y came along with X.
void read_members(Story& story, const SentenceReading& sentence, std::uint32_t token) {
  const auto& document = sentence.document;
  bool group = false;
  for (auto i = sentence.begin; i < token; ++i) group = group || document.has(i, Tag::delegations);
  if (!group) return;
  const auto& subject = sentence.clauses[sentence.clause_of[token - sentence.begin]].subject;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    if (reference.begin < token + 1 || reference.kind != ReferenceKind::name) continue;
    const auto members = persons_of(sentence, r, sentence.lists[r].second);
    for (const auto head : subject) remember_company(story, head, members);
    break;
  }
}

/// Words of company that are no verb: "together with X", "with the participation of X", "in the presence of X".
void read_company_phrases(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (!document.has(i, Tag::attending_after) && !document.is(i, "among")) continue;
    if (document.outside[i] != 0 || sentence.is_quoted(i) || sentence.in_name(i)) continue;
    const auto* after = document.find(i, Tag::attending_after);
    if (document.is(i, "among") && document.is_any(i + 1, Word("them"), Word("those"))) {
      read_members(story, sentence, i);
      continue;
    }
    if (after == nullptr) continue;
    const bool verb = std::any_of(sentence.verbs.begin(), sentence.verbs.end(),
                                  [&](const VerbGroup& v) { return v.begin <= i && i < v.end; });
    if (verb || is_unreal(sentence, sentence.clauses[sentence.clause_of[i - sentence.begin]])) continue;
    Persons present;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      const auto& reference = sentence.references[r];
      if (reference.begin < i + after->length || reference.begin > i + after->length + 6) continue;
      // "in the presence of X's adviser Y"
      if (reference.possessive && reference.kind != ReferenceKind::group) continue;
      add_all(present, persons_of(sentence, r, sentence.lists[r].second));
      break;
    }
    if (present.empty() || (document.is(i, "in") && keep_witnesses(story, sentence, present))) continue;
    const auto& clause = sentence.clauses[sentence.clause_of[i - sentence.begin]];
    const bool together = document.is_any(i, Word("together"), Word("along"), Word("alongside")) ||
                          document.is(i + 1, "company") || document.is(i + 2, "company");
    // "X took the oath in the presence of Y": an occasion of X's and Y's, where the text has told of none of X's.
    const bool before_witnesses =
        document.is(i, "in") && sentence.verb_of(clause) != nullptr && !clause.subject.empty() && after->length > 2 &&
        (story.last < 0 || !subset(clause.subject, story.occasions[static_cast<std::size_t>(story.last)].persons));
    if (story.touched < 0 && (together || before_witnesses)) {
      came_together(story, sentence, clause, i, present);
      continue;
    }
    add_attendees(story, sentence, present);
  }
}

}  // namespace

Persons side_members(const Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.last >= 0 && (announces_present(sentence) || is_announced_list(sentence))) {
    Persons out;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      if (sentence.references[r].kind == ReferenceKind::name) add_all(out, persons_of(sentence, r, r));
    }
    return out;
  }
  if (story.last < 0 || sentence.end - sentence.begin < 6) return {};
  if (!document.is_any(sentence.begin, Word("on"), Word("from"))) return {};
  for (auto i = sentence.begin; i < std::min(sentence.end, sentence.begin + 5); ++i) {
    if (!document.is(i, "side")) continue;
    Persons out;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) add_all(out, persons_of(sentence, r, r));
    return out;
  }
  return {};
}

void add_company(Story& story, int head, const Persons& members) { remember_company(story, head, members); }

void add_attendees(Story& story, const SentenceReading& sentence, const Persons& present) {
  const auto& document = sentence.document;
  if (present.empty()) return;
  auto target = story.touched >= 0 ? story.touched : story.last;
  if (target >= 0 && target != story.touched) {
    // What is recalled in passing is not what the text goes on about.
    const auto& told = story.occasions[static_cast<std::size_t>(target)];
    if (told.date_told && recalled(document, told) && told.sentences.back() + 1 < sentence.index) {
      target = static_cast<int>(story.occasions.size()) - 1;
      while (target >= 0 && recalled(document, story.occasions[static_cast<std::size_t>(target)])) --target;
      if (target < 0) return;
    }
  }
  if (target >= 0 && target != story.touched &&
      story.occasions[static_cast<std::size_t>(target)].type == EventType::call) {
    // "X took part in the meeting" during which two had phoned.
    const bool meeting = std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [](const Trigger& trigger) {
      return trigger.noun && trigger.word.type == EventType::meeting;
    });
    for (auto e = target; e >= 0 && meeting; --e) {
      const auto& occasion = story.occasions[static_cast<std::size_t>(e)];
      if (occasion.type == EventType::call || recalled(document, occasion)) continue;
      target = e;
      break;
    }
  }
  if (story.touched < 0 && complete_half_told(story, sentence, target, present)) return;
  if (target < 0) {
    begin_by_attendance(story, sentence, present);
    return;
  }
  bool all = false;
  std::size_t number = story.occasions.size();
  for (auto i = sentence.begin; i + 1 < sentence.end; ++i) {
    if (!document.is_any(i, Word("all"), Word("both"), Word("each"))) continue;
    if (document.is(i, "both")) number = 2;
    if (document.is(i + 1, "three")) number = 3;
    if (document.is(i + 1, "four")) number = 4;
    for (auto j = i + 1; j < std::min(sentence.end, i + 4); ++j)
      all = all || (document.has(j, Tag::noun) && document.ends_with(j, "s"));
    all = all || i + 2 >= sentence.end || document.is(i + 1, "occasion");
  }
  if (story.occasions[static_cast<std::size_t>(target)].alone && story.occasions.size() < 400) {
    // Those who joined later were not at what two had alone.
    auto wider = story.occasions[static_cast<std::size_t>(target)];
    wider.alone = false;
    wider.separate = true;
    wider.sentences = {sentence.index};
    add_all(wider.persons, present);
    if (same_set(wider.persons, story.occasions[static_cast<std::size_t>(target)].persons)) return;
    add_occasion(story, sentence, std::move(wider));
    return;
  }
  if (story.touched < 0 && (at_another_day(story, document, story.occasions[static_cast<std::size_t>(target)]) ||
                            told_elsewhen(story, sentence, story.occasions[static_cast<std::size_t>(target)]))) {
    begin_by_date(story, sentence, present);
    return;
  }
  const auto date = story.occasions[static_cast<std::size_t>(target)].date;
  const auto add = [&](Occasion& occasion) {
    for (const auto person : present) {
      if (occasion.persons.size() >= most_participants || contains(occasion.persons, person)) continue;
      occasion.persons.push_back(person);
      occasion.roles.emplace(person, Role::attendee);
    }
    if (occasion.sentences.back() != sentence.index) occasion.sentences.push_back(sentence.index);
  };
  if (all && story.occasions.size() < 40) {
    // "accompanied him to all three meetings", "was present at both"
    for (auto e = story.occasions.size(); e-- > 0 && number > 0;) {
      if (story.occasions[e].date != date) continue;
      add(story.occasions[e]);
      --number;
    }
    story.focus.participants = story.occasions[static_cast<std::size_t>(target)].persons;
    story.touched = target;
    return;
  }
  auto& occasion = story.occasions[static_cast<std::size_t>(target)];
  add(occasion);
  story.touched = target;
  story.focus.participants = occasion.persons;
}

void read_attendance(Story& story, const SentenceReading& sentence) {
  bool told = false;
  Persons present;
  for (const auto& clause : sentence.clauses) {
    const bool verbless = clause.verb < 0 && clause.coordinate;
    if (told && verbless) {
      read_rest(sentence, clause, present);
      continue;
    }
    told = read_clause(story, sentence, clause, present) || (told && clause.verb < 0);
  }
  add_attendees(story, sentence, present);
  read_company_phrases(story, sentence);
}

void add_companions(Story& story, const Document& document) {
  for (auto& occasion : story.occasions) {
    if (occasion.type == EventType::call || occasion.alone || recalled(document, occasion)) continue;
    for (const auto& [head, members] : story.companions) {
      if (!contains(occasion.core, head)) continue;
      for (const auto member : members) {
        if (contains(occasion.persons, member) || occasion.persons.size() >= most_participants) continue;
        occasion.persons.push_back(member);
        occasion.roles.emplace(member, Role::member);
      }
    }
  }
}

}  // namespace entente::extract
