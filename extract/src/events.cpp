#include "events.hpp"

#include "antecedents.hpp"
#include "attendance.hpp"
#include "clauses.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "reference_lists.hpp"
#include "story.hpp"
#include "trigger_occasions.hpp"
#include "triggers.hpp"

#include <utility>

namespace entente::extract {
namespace {

/// Whom the main clause of the sentence is about.
void find_subject(Story& story, const SentenceReading& sentence) {
  for (const auto& clause : sentence.clauses) {
    if (clause.verb < 0 || clause.nonfinite || clause.relative || !clause.has_subject || clause.subject.empty())
      continue;
    story.focus.subject = clause.subject;
    return;
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

void remember_subject(Story& story, const SentenceReading& sentence) {
  find_subject(story, sentence);
  Persons named;
  for (const auto& reference : sentence.references) {
    if (reference.outside) continue;
    for (const auto person : reference.persons) {
      story.focus.see(person, reference.begin);
      if (reference.kind == ReferenceKind::name) add_unique(named, person);
    }
  }
  if (!named.empty()) story.focus.named = std::move(named);
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
  find_verb_groups(sentence);
  find_clauses(sentence);
  find_triggers(sentence);
  if (story.trace != nullptr) {
    story.trace->references.insert(story.trace->references.end(), sentence.references.begin(),
                                   sentence.references.end());
  }
  leave_city(story, sentence);
  const auto before = story.occasions.size();
  story.touched = -1;
  story.sentence_subject.clear();
  if (const auto side = side_members(story, sentence); !side.empty()) {
    add_attendees(story, sentence, side);
  } else {
    for (std::size_t t = 0; t < sentence.triggers.size(); ++t) {
      const auto verdict = read_trigger(story, sentence, t);
      if (story.trace == nullptr) continue;
      const auto& trigger = sentence.triggers[t];
      story.trace->findings.push_back(
          {sentence.index, trigger.begin, trigger.end, verdict, verdict == Verdict::told ? story.touched : -1});
    }
    read_attendance(story, sentence);
  }
  if (sentence.triggers.empty() || before == story.occasions.size()) note_place(story, sentence);
  note_scene(story, sentence);
  if (story.touched < 0) note_date(story, sentence, story.lead > 0);
  if (story.lead > 0) --story.lead;
  for (const auto& trigger : sentence.triggers) {
    if (trigger.noun) story.last_noun = trigger.word.type;
  }
  remember_subject(story, sentence);
}

}  // namespace

std::vector<Occasion> find_occasions(const Document& document, const std::vector<NameMention>& names,
                                     const std::vector<Person>& persons, Trace* trace) {
  Story story(persons, trace);
  SentenceReading sentence(document);
  begin_scene(story, document);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const auto& tokens = document.sentences[s];
    if (tokens.kind == SentenceKind::dateline && s > 0) read_heading(story, document, tokens);
    if (tokens.kind != SentenceKind::text) continue;
    sentence.index = s;
    read_sentence(story, sentence, names);
  }
  add_companions(story, document);
  settle_places(story, document);
  std::erase_if(story.occasions, [](const Occasion& occasion) { return occasion.persons.size() < 2; });
  return std::move(story.occasions);
}

}  // namespace entente::extract
