#include "verb_occasions.hpp"

#include "attendees.hpp"
#include "half_told.hpp"
#include "headlines.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"
#include "telling.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// Says who hosts whom, in the occasion and for "the host" and "the guest" of later sentences.
void tell_hosts_and_guests(Story& story, const Document& document, const Trigger& trigger, bool passive,
                           const Persons& subject, const Persons& object, Occasion& occasion) {
  if (trigger.noun || (trigger.word.frame != Frame::host && trigger.word.frame != Frame::guest)) return;
  const bool subject_hosts = (trigger.word.frame == Frame::host) != passive;
  const auto& hosts = subject_hosts ? subject : object;
  const auto& guests = subject_hosts ? object : subject;
  for (const auto person : hosts) occasion.roles.emplace(person, Role::host);
  for (const auto person : guests) occasion.roles.emplace(person, Role::guest);
  if (guests.empty() || hosts.empty() || (recalled(document, occasion) && !story.focus.guests.empty())) return;
  story.focus.guests = guests;
  story.focus.hosts = hosts;
  for (const auto person : guests) {
    const auto& country = story.persons[static_cast<std::size_t>(person)].country;
    if (country.empty()) continue;
    auto& list = story.focus.delegations[country];
    if (list.size() < 60 && !contains(list, person)) list.push_back(person);
  }
}

/// "X, received by Y, …": whom a participle is about stands right before it.
Persons before_participle(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  for (auto r = sentence.references.size(); r-- > 0;) {
    const auto& reference = sentence.references[r];
    if (reference.end > verb.begin) continue;
    // "X, left, shaking hands with Y"
    const bool aside = verb.form == VerbForm::gerund && sentence.document.is(verb.begin - 1, ",");
    if (verb.begin - reference.end <= (aside ? 5U : 2U)) return persons_of(sentence, sentence.lists[r].first, r);
    break;
  }
  return clause.subject;
}

/// True if the participle is said of somebody: "X, received by Y".
bool stands_behind_person(const SentenceReading& sentence, const VerbGroup& verb) {
  return std::any_of(sentence.references.begin(), sentence.references.end(), [&](const Reference& reference) {
    return reference.end <= verb.begin && verb.begin - reference.end <= 1 && !reference.outside;
  });
}

/// "called on X to withdraw": a demand and no call.
bool appeals(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (trigger.end != trigger.begin + 2 || !document.is_any(trigger.end - 1, Word("on"), Word("upon"))) return false;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.references[r].begin < trigger.end) continue;
    return document.is(sentence.references[sentence.lists[r].second].end, "to");
  }
  return false;
}

/// "X watched as the ministers signed": X was at what the clause tells.
bool looks_on(const SentenceReading& sentence, const Trigger& trigger) {
  if (!sentence.document.is_any(trigger.end, Word("as"), Word("while"))) return false;
  return std::any_of(sentence.triggers.begin(), sentence.triggers.end(),
                     [&](const Trigger& other) { return other.begin > trigger.end && !other.noun; });
}

/// True if the verb has others beside it whom nobody names: "had breakfast with the crew".
bool meets_others(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  auto i = trigger.end;
  if (document.is(i, "with")) ++i;
  if (i >= sentence.end || document.is_punctuation(i) || sentence.in_any_reference(i)) return false;
  if (i > trigger.end) return true;
  return trigger.word.frame == Frame::mutual &&
         document.is_any(i, Word("troops"), Word("soldiers"), Word("students"), Word("members"),
                         Word("representatives"), Word("officials"), Word("families"), Word("veterans"),
                         Word("businessmen"), Word("journalists"));
}

/// "The photograph shows X shaking hands with Y"; "X, left, shaking hands with Y": a gerund of whom it shows.
bool is_shown(const SentenceReading& sentence, const Clause& clause) {
  const auto* around = sentence.parent_of(clause);
  const auto* verb = around == nullptr ? nullptr : sentence.verb_of(*around);
  return around != nullptr &&
         (verb == nullptr || sentence.document.is_any(verb->head, Word("shows"), Word("showed"), Word("shown"),
                                                      Word("pictured"), Word("photographed"), Word("depicts")));
}

/// "X and Y spent an hour by themselves", and not "X and Y spent the day campaigning".
bool passes_time_together(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (!document.is(trigger.begin, "spent")) return true;
  for (auto i = trigger.end; i < std::min(sentence.end, trigger.end + 6); ++i) {
    if (document.is_any(i, Word("together"), Word("themselves"), Word("alone"), Word("talking"), Word("discussing"),
                        Word("own")) ||
        document.has_any(i, bit(Tag::noun) | bit(Tag::face_to_face)))
      return true;
  }
  return false;
}

/// "X and Y visited the base": a place that is no country or city, where two can hardly have been but together.
bool visits_together(const SentenceReading& sentence, const Trigger& trigger, const Persons& subject) {
  const auto& document = sentence.document;
  if (subject.size() < 2 || subject.size() > 6) return false;
  if (trigger.begin > sentence.begin && document.is(trigger.begin - 1, "together")) return true;
  if (trigger.end > trigger.begin + 1 ||
      !document.is_any(trigger.begin, Word("visited"), Word("visits"), Word("visit"), Word("visiting")))
    return false;
  return document.is_any(trigger.end, Word("the"), Word("a"), Word("an")) &&
         !document.has_any(trigger.end + 1, bit(Tag::country) | bit(Tag::seat) | bit(Tag::city) | bit(Tag::adjective) |
                                                bit(Tag::address) | bit(Tag::organisation)) &&
         !document.is_any(trigger.end + 1, Word("region"), Word("country"), Word("us"));
}

/// "visited the base, accompanied by X and Y": X and Y.
Persons accompanied_by(const SentenceReading& sentence, const Trigger& trigger) {
  Persons out;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->form != VerbForm::participle || clause.parent != static_cast<int>(trigger.clause) ||
        !sentence.document.is(verb->head, "accompanied"))
      continue;
    for (const auto r : clause.references) {
      if (sentence.references[r].begin >= verb->end && sentence.prepositions[r] == "by")
        add_all(out, persons_of(sentence, r, r));
    }
  }
  return out;
}

/// "The summit, chaired by X, brought together …": X.
Persons chairs_of(const SentenceReading& sentence, const VerbGroup& verb) {
  for (const auto& clause : sentence.clauses) {
    const auto* chaired = sentence.verb_of(clause);
    if (chaired == nullptr || chaired->end > verb.begin || chaired->form != VerbForm::participle ||
        !sentence.document.is_any(chaired->head, Word("chaired"), Word("hosted"), Word("convened"), Word("organised"),
                                  Word("organized"), Word("led")))
      continue;
    for (const auto r : clause.references) {
      if (sentence.references[r].begin >= chaired->end && sentence.prepositions[r] == "by")
        return persons_of(sentence, r, sentence.lists[r].second);
    }
  }
  return {};
}

/// "A, B and C spoke at the talks": at those that the text has just told of.
bool speaks_at_last(const Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (!document.is_any(trigger.begin, Word("spoke"), Word("speaks")) || trigger.end != trigger.begin + 1 ||
      !document.is_any(trigger.end, Word("at"), Word("during")) ||
      !document.is_any(trigger.end + 1, Word("the"), Word("these")) || story.last < 0)
    return false;
  const auto& last = story.occasions[static_cast<std::size_t>(story.last)];
  return last.sentences.back() + 2 >= sentence.index &&
         std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& noun) {
           return noun.noun && noun.begin >= trigger.end + 2 && noun.begin <= trigger.end + 4;
         });
}

/// "X was also received", "Y was received first": by whoever received the others.
bool is_one_of_several(const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (!verb.passive || verb.form != VerbForm::finite || !document.is(verb.head, "received")) return false;
  for (auto i = verb.begin; i < std::min(sentence.end, verb.end + 1); ++i) {
    if (document.is_any(i, Word("also"), Word("then"), Word("next"), Word("first"), Word("later"), Word("likewise"),
                        Word("too"), Word("subsequently"), Word("afterwards")))
      return true;
  }
  return false;
}

/// True if the text names somebody once and says no more of him.
bool is_barely_named(const Person& person) {
  return person.mentions.size() == 1 && person.heads.empty() && person.rank.empty() && person.country.empty() &&
         person.sex == Sex::unknown;
}

/// True if those who spoke act for different states, and nothing says that they were in one place.
bool are_apart(const Story& story, const Persons& subject, const Persons& object) {
  if (subject.size() != 1 || object.empty() || !story.occasions.empty()) return false;
  const auto country = [&](int person) { return story.persons[static_cast<std::size_t>(person)].country; };
  const auto own = country(subject.front());
  return !own.empty() && std::all_of(object.begin(), object.end(),
                                     [&](int person) { return !country(person).empty() && country(person) != own; });
}

}  // namespace

Verdict read_verb(Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto& clause = sentence.clauses[trigger.clause];
  const auto* verb = sentence.verb_of(clause);
  if (verb == nullptr || verb->head != trigger.begin) return Verdict::nobody;
  if (verb->form == VerbForm::participle && !stands_behind_person(sentence, *verb) &&
      document.is_any(verb->head, Word("convened"), Word("hosted"), Word("organised"), Word("organized")) &&
      verb->begin > sentence.begin)
    return Verdict::nobody;  // "the meeting, convened by X"
  if (const auto host = host_of_noun(sentence, trigger, *verb); !host.empty() && story.touched >= 0) {
    add_attendees(story, sentence, host);
    return Verdict::attendance_only;
  }
  if (document.has(verb->head, Tag::attending_before) && looks_on(sentence, trigger)) return Verdict::attendance_only;
  if (is_unreal(sentence, trigger)) return Verdict::planned;
  if (speaks_at_last(story, sentence, trigger)) {
    add_attendees(story, sentence, clause.subject);
    return Verdict::attendance_only;
  }
  if (document.is(trigger.end, "from") && trigger.word.frame == Frame::host) return Verdict::of_a_place;
  if (appeals(sentence, trigger)) return Verdict::of_a_place;
  if (verb->passive && trigger.word.frame == Frame::with && document.is_any(trigger.end, Word("of"), Word("as")))
    return Verdict::of_a_place;
  const bool shown = verb->form == VerbForm::gerund && is_shown(sentence, clause);
  auto subject =
      verb->form == VerbForm::participle || shown ? before_participle(sentence, clause, *verb) : clause.subject;
  auto members = complements(sentence, trigger);
  if (trigger.word.frame == Frame::guest &&
      document.is_any(verb->head, Word("visited"), Word("visits"), Word("visit"), Word("visiting"))) {
    // "visited Amar Jawan Jyoti": what bears a name and no title may as well be a monument.
    std::erase_if(members, [&](const Persons& one) {
      return std::all_of(one.begin(), one.end(),
                         [&](int person) { return is_barely_named(story.persons[static_cast<std::size_t>(person)]); });
    });
  }
  if (trigger.word.frame == Frame::host && members.empty() && !verb->passive && subject.size() > 1 &&
      document.is_any(verb->head, Word("received"), Word("hosted"), Word("welcomed"), Word("receive"), Word("host")))
    return Verdict::of_a_place;  // "X and Y received the aircraft"
  if (members.empty() && document.is(verb->head, "played") && document.is(verb->head + 1, "host"))
    return Verdict::of_a_place;  // "X and Y, who played host"
  // "X and Y arrived to discuss trade": with whom, it does not say.
  if (verb->form == VerbForm::infinitive && trigger.word.frame == Frame::with && members.empty())
    return Verdict::planned;
  const bool together = trigger.word.frame == Frame::guest && members.empty();
  const bool tours = trigger.word.frame == Frame::joint && trigger.word.type == EventType::visit;
  if ((together || tours) && subject.size() == 1 && story.occasions.empty())
    add_all(subject, accompanied_by(sentence, trigger));
  if (together && !visits_together(sentence, trigger, subject)) {
    if (!subject.empty()) story.focus.guests = subject;
    return Verdict::of_a_place;
  }
  if (trigger.word.frame == Frame::with && members.empty() && subject.size() < 2) return Verdict::one_alone;
  if (trigger.word.frame == Frame::with && members.empty() && !passes_time_together(sentence, trigger))
    return Verdict::one_alone;
  if (trigger.word.frame == Frame::joint && trigger.word.type == EventType::ceremony && subject.size() == 1)
    add_all(subject, accompanied_by(sentence, trigger));
  if (trigger.word.frame == Frame::joint && subject.size() + joined(members).size() < 2) {
    if (subject.size() == 1 && verb->form == VerbForm::finite && trigger.word.type == EventType::ceremony) {
      // "X laid flowers. Y accompanied him."
      Occasion half;
      half.type = trigger.word.type;
      half.persons = subject;
      describe_occasion(story, sentence, half, trigger, clause.begin, std::max(clause.end, trigger.end));
      keep_half_told(story, half);
    }
    return Verdict::one_alone;
  }
  if (members.empty() && subject.size() == 1 && is_one_of_several(sentence, *verb)) {
    const auto host = story.focus.topic;
    if (host >= 0 && !contains(subject, host) && contains(story.focus.core, host)) members.push_back({host});
  }
  if (story.sentence_subject.empty() && verb->form == VerbForm::finite) story.sentence_subject = subject;
  if (document.is_any(verb->head, Word("brought"), Word("gathered"), Word("assembled"), Word("united")))
    add_all(subject, chairs_of(sentence, *verb));
  Occasion occasion;
  occasion.type = trigger.word.type;
  describe_occasion(story, sentence, occasion, trigger, clause.begin, std::max(clause.end, trigger.end));
  if (together) occasion.type = EventType::visit;
  occasion.spoken = trigger.word.frame == Frame::with && occasion.type == EventType::meeting;
  // "The two last spoke on Friday" in a text about calls.
  const bool of_calls =
      (story.last >= 0 && story.occasions[static_cast<std::size_t>(story.last)].type == EventType::call) ||
      announces_call(document) || (story.city.empty() && are_apart(story, subject, joined(members)));
  if (occasion.spoken && occasion.place.empty() && of_calls &&
      document.is_any(verb->head, Word("spoke"), Word("spoken"), Word("talked"), Word("speak"), Word("speaks")))
    occasion.type = EventType::call;
  if (members.empty() && subject.size() > 1 && meets_others(sentence, trigger)) occasion.separate = true;
  tell_hosts_and_guests(story, document, trigger, verb->passive, subject, joined(members), occasion);
  if (trigger.word.type == EventType::signing) {
    for (const auto person : subject) occasion.roles.emplace(person, Role::signatory);
  }
  return tell(story, sentence, trigger, subject, std::move(members), std::move(occasion));
}

}  // namespace entente::extract
