#include "events.hpp"

#include "antecedents.hpp"
#include "attendance.hpp"
#include "attendees.hpp"
#include "awards.hpp"
#include "clauses.hpp"
#include "company.hpp"
#include "conveners.hpp"
#include "further_attendance.hpp"
#include "gapped_clauses.hpp"
#include "joint_actions.hpp"
#include "led_sides.hpp"
#include "merging.hpp"
#include "next_in_turn.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "presence_lists.hpp"
#include "quoted_meetings.hpp"
#include "reference_lists.hpp"
#include "scene_words.hpp"
#include "story.hpp"
#include "timeline.hpp"
#include "trigger_occasions.hpp"
#include "triggers.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace entente::extract {
namespace {

/// Who says "I" in a text that is headed "Statement by X" or "Remarks of X": the only names that are read in headings.
int find_author(const Document& document, const std::vector<NameMention>& names) {
  for (const auto& name : names) {
    if (name.person < 0) continue;
    for (const auto& sentence : document.sentences) {
      if (name.begin >= sentence.begin && name.begin < sentence.end && sentence.kind != SentenceKind::text)
        return name.person;
    }
    return -1;
  }
  return -1;
}

/// "The bearer was X", "First to arrive was X": the sentence is about X.
Persons inverted_subject(const SentenceReading& sentence, const Clause& clause) {
  const auto* verb = sentence.verb_of(clause);
  if (verb == nullptr || !verb->copula || (clause.has_subject && !clause.subject.empty())) return {};
  for (const auto r : clause.references) {
    const auto& reference = sentence.references[r];
    if (reference.begin < verb->begin && !reference.persons.empty()) return {};
    if (reference.begin == verb->end && reference.kind == ReferenceKind::name)
      return persons_of(sentence, r, sentence.lists[r].second);
  }
  return {};
}

/// "The first leaders to come were A, B and C": those.
Persons predicate(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || clause.relative || clause.nonfinite) continue;
    if (!verb->copula || !document.is_any(verb->begin, Word("were"), Word("are"))) return {};
    const bool first =
        document.is(sentence.begin, "the") &&
        document.is_any(sentence.begin + 1, Word("first"), Word("last"), Word("only"), Word("others"), Word("other"));
    for (std::size_t r = 0; first && r < sentence.references.size(); ++r) {
      if (sentence.references[r].begin < verb->end || sentence.references[r].kind != ReferenceKind::name) continue;
      auto persons = persons_of(sentence, r, sentence.lists[r].second);
      return persons.size() > 1 ? persons : Persons{};
    }
    return {};
  }
  return {};
}

/// Whom the main clause of the sentence is about.
void find_subject(Story& story, const SentenceReading& sentence) {
  if (auto told = predicate(sentence); !told.empty()) {
    story.focus.subject = std::move(told);
    return;
  }
  for (const auto& clause : sentence.clauses) {
    if (clause.verb < 0 || clause.nonfinite || clause.relative || !clause.has_subject || clause.subject.empty())
      continue;
    story.focus.subject = clause.subject;
    return;
  }
  if (!sentence.clauses.empty()) {
    if (auto inverted = inverted_subject(sentence, sentence.clauses.front()); !inverted.empty()) {
      story.focus.subject = std::move(inverted);
      return;
    }
  }
  const auto limit = sentence.verbs.empty() ? sentence.end : sentence.verbs.front().begin;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    if (reference.begin >= limit) break;
    if (reference.outside || reference.possessive || reference.persons.empty() || !sentence.prepositions[r].empty())
      continue;
    const auto [first, last] = sentence.lists[r];
    story.focus.subject = persons_of(sentence, first, last);
    break;
  }
}

/// "…, X said", "said X": who spoke the sentence, -1 where it says nothing of the kind.
int find_speaker(const SentenceReading& sentence) {
  int speaker = -1;
  for (const auto& verb : sentence.verbs) {
    if (!sentence.document.has(verb.head, Tag::speech)) continue;
    for (const auto& reference : sentence.references) {
      const bool beside = reference.end == verb.begin || reference.begin == verb.end;
      if (beside && !reference.possessive && reference.persons.size() == 1) speaker = reference.persons[0];
    }
  }
  return speaker;
}

/// "X and Y arrived at the head of a delegation": whom "the delegation" stands for from now on.
void remember_leaders(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.focus.subject.empty() || sentence.clauses.empty()) return;
  constexpr std::uint32_t longest = 7;
  for (auto i = sentence.begin; i + 3 < sentence.end; ++i) {
    const bool head = document.is(i, "at") && document.is(i + 1, "the") && document.is(i + 2, "head") &&
                      document.is(i + 3, "of") && sentence.clause_of[i - sentence.begin] == 0;
    if (!head) continue;
    for (auto k = i + 4; k < std::min(sentence.end, i + 4 + longest) && !document.is_punctuation(k); ++k) {
      if (!document.has(k, Tag::delegations)) continue;
      story.focus.last_delegation = story.focus.subject;
      return;
    }
  }
}

void remember_subject(Story& story, const SentenceReading& sentence) {
  find_subject(story, sentence);
  remember_leaders(story, sentence);
  story.focus.speaker = find_speaker(sentence);
  if (story.focus.topic == -1 && !story.focus.subject.empty())
    story.focus.topic = story.focus.subject.size() == 1 ? story.focus.subject[0] : -2;
  Persons named;
  if (!sentence.references.empty()) story.focus.referred.clear();
  std::map<int, int> mentions;
  story.focus.centre = -1;
  int most = 1;
  for (const auto& reference : sentence.references) {
    if (reference.persons.size() != 1) continue;
    const auto count = ++mentions[reference.persons[0]];
    if (count >= most) story.focus.centre = count > most ? reference.persons[0] : -1;
    most = std::max(most, count);
  }
  for (const auto& reference : sentence.references) {
    if (reference.outside) continue;
    for (const auto person : reference.persons) {
      story.focus.see(person, reference.begin);
      if (reference.kind == ReferenceKind::name) add_unique(named, person);
      if (reference.kind == ReferenceKind::pronoun) add_unique(story.focus.referred, person);
    }
  }
  if (!named.empty()) story.focus.named = std::move(named);
  story.focus.two.clear();
  for (const auto& reference : sentence.references) {
    if (reference.kind == ReferenceKind::group && reference.persons.size() == 2) story.focus.two = reference.persons;
  }
}

/// True if the sentence speaks of nobody, of no time or place and of no meeting: no rule finds anything in it.
bool tells_nothing(const SentenceReading& sentence) {
  if (!sentence.references.empty() || !sentence.dates.empty() || !sentence.places.empty()) return false;
  const auto& tags = sentence.document.tags;
  return std::none_of(tags.begin() + sentence.begin, tags.begin() + sentence.end,
                      [](std::uint64_t of) { return (of & (bit(Tag::verb) | bit(Tag::noun))) != 0; });
}

/// Goes on behind a sentence that tells nothing.
void pass_over(Story& story, SentenceReading& sentence) {
  sentence.verbs.clear();
  sentence.clauses.clear();
  sentence.triggers.clear();
  leave_city(story, sentence);
  story.touched = -1;
  story.sentence_subject.clear();
  note_place(story, sentence);
  if (story.lead > 0) --story.lead;
}

/// "• Met with X." of a list of what somebody did: it is about whom the text is about.
void supply_subject(const Story& story, SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.focus.topic < 0 || sentence.clauses.empty() || sentence.verbs.empty()) return;
  const auto first = sentence.first_word();
  auto& clause = sentence.clauses.front();
  const auto& verb = sentence.verbs.front();
  const bool told = verb.event != nullptr || (first < sentence.end && document.has(first, Tag::light));
  if (verb.begin != first || verb.form != VerbForm::finite || verb.passive || clause.has_subject || !told ||
      clause.verb != 0)
    return;
  clause.subject = {story.focus.topic};
  clause.has_subject = true;
}

/// "… signed a declaration, the fruit of the ninth trilateral meeting": a signing that belongs to a meeting is part of
/// it.
void widen_signing(Story& story, const SentenceReading& sentence, const Trigger& trigger, Verdict verdict) {
  if (!trigger.noun || trigger.word.type != EventType::meeting || story.last < 0) return;
  if (sentence.document.ends_with(trigger.end - 1, "s")) return;  // "the talks" may be those that came before
  if (verdict != Verdict::nobody && verdict != Verdict::frames_speech) return;
  auto& last = story.occasions[static_cast<std::size_t>(story.last)];
  if (last.type != EventType::signing || last.sentences.back() + 1 < sentence.index) return;
  for (std::uint32_t back = 1; back <= 3 && trigger.begin >= sentence.begin + back; ++back) {
    if (sentence.document.is_any(trigger.begin - back, Word("the"), Word("this"))) last.type = EventType::meeting;
  }
}

bool is_of_these_days(const Story& story, const Document& document, int occasion) {
  return occasion >= 0 && !recalled(document, story.occasions[static_cast<std::size_t>(occasion)]);
}

/// "X met Y to build on the talks of A and B in May. They …": X and Y.
void go_back_to(Story& story, const Document& document, int main) {
  if (main < 0 || story.last < 0 || is_of_these_days(story, document, story.last)) return;
  return_to_occasion(story, document, story.occasions[static_cast<std::size_t>(main)].core);
}

/// "Members of the delegation: A, B": they are with its head on the whole journey.
void add_listed_delegation(Story& story, const SentenceReading& sentence, const Persons& members) {
  for (const auto& group : sentence.references) {
    if (group.kind != ReferenceKind::group || !sentence.document.has(group.end - 1, Tag::delegations) ||
        !sentence.document.is(group.end, ":") || group.persons.size() != 1)
      continue;
    add_company(story, group.persons.front(), members);
    story.focus.last_delegation = group.persons;
    add_all(story.focus.last_delegation, members);
  }
}

/// "The meeting follows up on the call that A and B held in May. The two sides …": back to the meeting, which was told
/// last before.
void go_back_behind(Story& story, const SentenceReading& sentence, int before) {
  const auto& document = sentence.document;
  if (before < 0 || story.last <= before || sentence.triggers.size() < 2) return;
  const auto& first = sentence.triggers.front();
  const auto* verb = sentence.verb_of(sentence.clauses[first.clause]);
  const bool definite = first.noun && first.begin <= sentence.begin + 2 &&
                        document.is_any(sentence.begin, Word("the"), Word("this"), Word("their"));
  if (!definite || verb == nullptr || verb->passive || verb->begin < first.end ||
      !document.is_any(verb->head, Word("follows"), Word("followed"), Word("builds"), Word("built"), Word("comes"),
                       Word("came"), Word("continues"), Word("continued"), Word("resumes"), Word("resumed")))
    return;
  const auto& told = story.occasions[static_cast<std::size_t>(story.last)];
  const auto& main = story.occasions[static_cast<std::size_t>(before)];
  if (told.date_told && told.date != main.date) return_to_occasion(story, document, main.core);
}

/// "Joining them were A and B, who had met in May": those who attend were not at what a clause about them tells.
bool tells_aside(const Story& story, const SentenceReading& sentence, int before) {
  const auto& document = sentence.document;
  if (before < 0 || story.touched < 0 || story.touched == before) return false;
  const auto attends = std::find_if(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& clause) {
    const auto* verb = sentence.verb_of(clause);
    return verb != nullptr && !clause.relative && (verb->copula || document.has(verb->head, Tag::attending_before));
  });
  if (attends == sentence.clauses.end()) return false;
  bool aside = false;
  for (const auto& trigger : sentence.triggers) {
    if (trigger.noun) continue;
    const auto& clause = sentence.clauses[trigger.clause];
    if (!clause.relative || clause.begin < attends->begin) return false;
    aside = true;
  }
  return aside && !is_of_these_days(story, document, story.touched) && is_of_these_days(story, document, before);
}

/// Reads what the sentence tells and adds it to the story.
void read_sentence(Story& story, SentenceReading& sentence, const std::vector<NameMention>& names) {
  const auto& document = sentence.document;
  const auto& tokens = document.sentences[sentence.index];
  sentence.begin = tokens.begin;
  sentence.end = tokens.end;
  sentence.references = find_references(document, tokens, names, story.persons, story.focus);
  relate_references(sentence);
  read_dates(sentence);
  read_timeline(story, sentence);
  read_places(sentence);
  if (tells_nothing(sentence)) {
    pass_over(story, sentence);
    return;
  }
  find_verb_groups(sentence);
  find_clauses(sentence);
  supply_subject(story, sentence);
  find_triggers(sentence);
  if (story.trace != nullptr) {
    story.trace->references.insert(story.trace->references.end(), sentence.references.begin(),
                                   sentence.references.end());
  }
  leave_city(story, sentence);
  take_day_of_last(story, sentence);
  note_call(story, sentence);
  const auto before = story.occasions.size();
  const auto last_before = story.last;
  story.touched = -1;
  story.sentence_subject.clear();
  if (read_pictured(story, sentence)) {
    // A caption tells nothing else.
  } else if (const auto side = side_members(story, sentence); !side.empty()) {
    add_attendees(story, sentence, side);
    add_listed_delegation(story, sentence, side);
    read_attendance(story, sentence);
  } else {
    int main = -1;  // the first occasion of these days
    for (std::size_t t = 0; t < sentence.triggers.size(); ++t) {
      auto verdict = read_trigger(story, sentence, t);
      if (main < 0 && verdict == Verdict::told && is_of_these_days(story, document, story.touched))
        main = story.touched;
      widen_signing(story, sentence, sentence.triggers[t], verdict);
      if (keep_unnamed(story, sentence, sentence.triggers[t], verdict)) verdict = Verdict::told;
      if (story.trace == nullptr) continue;
      const auto& trigger = sentence.triggers[t];
      story.trace->findings.push_back(
          {sentence.index, trigger.begin, trigger.end, verdict, verdict == Verdict::told ? story.touched : -1});
    }
    go_back_to(story, document, main);
    set_by_unnamed(story, sentence);
    read_led_sides(story, sentence);
    read_gapped_clauses(story, sentence);
    read_next_in_turn(story, sentence);
    read_conveners(story, sentence);
    read_quoted_meetings(story, sentence);
    read_joint_actions(story, sentence);
    read_awards(story, sentence);
    read_onlookers(story, sentence);
    if (tells_aside(story, sentence, last_before)) {
      story.touched = -1;
      story.last = last_before;
    }
    read_further_attendance(story, sentence);
    if (!read_turns(story, sentence)) read_attendance(story, sentence);
    read_scene_words(story, sentence);
    read_absence(story, sentence);
    go_back_behind(story, sentence, last_before);
  }
  if (sentence.triggers.empty() || before == story.occasions.size()) note_place(story, sentence);
  note_scene(story, sentence);
  if (story.touched < 0) note_date(story, sentence, story.lead > 0);
  if (story.lead > 0) --story.lead;
  for (const auto& trigger : sentence.triggers) {
    if (trigger.noun) story.last_noun = trigger.word.type;
  }
  // Behind a new event without a subject "they" are those who took part in it.
  if (story.occasions.size() > before) story.focus.subject.clear();
  remember_subject(story, sentence);
}

}  // namespace

std::vector<Occasion> find_occasions(const Document& document, const std::vector<NameMention>& names,
                                     const std::vector<Person>& persons, Trace* trace) {
  Story story(persons, trace);
  SentenceReading sentence(document);
  begin_scene(story, document);
  story.focus.author = find_author(document, names);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const auto& tokens = document.sentences[s];
    if (tokens.kind == SentenceKind::dateline && s > 0) read_heading(story, document, s);
    if (tokens.kind != SentenceKind::text) continue;
    sentence.index = s;
    read_sentence(story, sentence, names);
  }
  merge_grown_alike(story);
  add_companions(story, document);
  settle_places(story, document);
  std::erase_if(story.occasions, [](const Occasion& occasion) { return occasion.persons.size() < 2; });
  return std::move(story.occasions);
}

}  // namespace entente::extract
