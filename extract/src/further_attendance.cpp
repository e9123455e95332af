#include "further_attendance.hpp"

#include "attendees.hpp"
#include "company.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <utility>

namespace entente::extract {
namespace {

/// "… at the table", "… present", "… taking notes" at tokens from `i` on.
bool tells_presence(const SentenceReading& sentence, std::uint32_t i) {
  const auto& document = sentence.document;
  while (i < sentence.end && document.is_any(i, Word("also"), Word(","), Word("both"), Word("all"))) ++i;
  if (i >= sentence.end) return false;
  const bool doing = document.is_any(i, Word("taking"), Word("looking"), Word("sitting"), Word("standing"),
                                     Word("watching"), Word("listening"), Word("attending"), Word("seated"),
                                     Word("representing"), Word("leading"), Word("heading"), Word("acting"));
  const bool there = document.is_any(i, Word("present"), Word("alongside"), Word("there"));
  const bool beside = document.is_any(i, Word("at"), Word("by"), Word("in"), Word("on"), Word("around")) &&
                      (document.is_any(i + 1, Word("attendance"), Word("tow"), Word("hand")) ||
                       (document.is_any(i + 1, Word("his"), Word("her"), Word("their"), Word("the")) &&
                        document.is_any(i + 2, Word("side"), Word("sides"), Word("table"), Word("room"))));
  return doing || there || beside;
}

/// "with X and Y at the table", "with X taking notes"
Persons present_with(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  Persons out;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    const auto [first, last] = sentence.lists[r];
    if (r != last || reference.outside) continue;
    if (!tells_presence(sentence, sentence.references[last].end)) continue;
    // "with two of the host's advisers, X and Y, at the table": an apposition may stand between.
    const auto begin = sentence.references[first].begin;
    bool with = false;
    for (std::uint32_t back = 1; back <= 10 && begin >= sentence.begin + back && !with; ++back) {
      const auto i = begin - back;
      if (sentence.in_any_reference(i)) continue;
      if (document.has_any(i, bit(Tag::verb) | bit(Tag::noun) | bit(Tag::light)) || document.is(i, ";")) break;
      with = document.is(i, "with");
    }
    if (with) add_all(out, persons_of(sentence, first, last));
  }
  return out;
}

/// "X hosted the talks", "Y mediated the meeting": who leads what has been told of before is there.
Persons leading(const Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.last < 0) return {};
  for (const auto& trigger : sentence.triggers) {
    const auto& clause = sentence.clauses[trigger.clause];
    const auto* verb = sentence.verb_of(clause);
    if (!trigger.noun || verb == nullptr || is_unreal(sentence, clause)) continue;
    const bool chaired = document.is_any(verb->head, Word("hosted"), Word("chaired"), Word("led"), Word("mediated"),
                                         Word("moderated"), Word("facilitated"), Word("opened"), Word("oversaw"),
                                         Word("supervised"), Word("closed"), Word("headed"), Word("presided")) ||
                         (document.is(verb->head, "declared") &&
                          document.is_any(trigger.end, Word("open"), Word("opened"), Word("closed")));
    if (!chaired) continue;
    if (verb->passive && trigger.end <= verb->begin) {
      // "The meeting between X and Y was chaired by Z."
      for (const auto r : clause.references) {
        if (sentence.references[r].begin >= verb->end && sentence.prepositions[r] == "by")
          return persons_of(sentence, r, sentence.lists[r].second);
      }
    }
    if (verb->passive || clause.subject.size() != 1) continue;
    if (trigger.word.type == EventType::visit || trigger.begin < verb->end || trigger.begin > verb->end + 3) continue;
    if (document.is_any(verb->end, Word("the"), Word("these"), Word("that"), Word("this"))) return clause.subject;
  }
  return {};
}

/// "The ceremony took place in Zurich and was hosted by X."
Persons hosting(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || !verb->passive || verb->form != VerbForm::finite || is_unreal(sentence, clause)) continue;
    const auto* around = clause.shares_subject ? sentence.parent_of(clause) : nullptr;
    if (around == nullptr || !around->subject.empty() ||
        !document.is_any(verb->head, Word("hosted"), Word("chaired"), Word("moderated"), Word("witnessed"),
                         Word("opened"), Word("mediated"), Word("facilitated")))
      continue;
    for (const auto r : clause.references) {
      if (sentence.references[r].begin >= verb->end && sentence.prepositions[r] == "by")
        return persons_of(sentence, r, sentence.lists[r].second);
    }
  }
  return {};
}

/// "received by the service chiefs, X among them"
Persons among_them(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto [first, last] = sentence.lists[r];
    const auto end = sentence.references[last].end;
    if (r == last && document.is(end, "among") && document.is(end + 1, "them"))
      return persons_of(sentence, first, last);
  }
  return {};
}

/// "X brought along Y", "X brought with him Y and Z": whom he has with him.
void read_brought(Story& story, const SentenceReading& sentence, Persons& present) {
  const auto& document = sentence.document;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->passive || clause.subject.size() != 1 || is_unreal(sentence, clause)) continue;
    if (!document.is_any(verb->head, Word("had"), Word("has"), Word("brought"), Word("brings"), Word("took"),
                         Word("bringing"), Word("taking")))
      continue;
    const bool along =
        document.is(verb->end, "along") ||
        (document.is(verb->end, "with") && document.is_any(verb->end + 1, Word("him"), Word("her"), Word("them")));
    if (!along) continue;
    Persons brought;
    for (const auto r : clause.references) {
      const auto& reference = sentence.references[r];
      if (reference.begin >= verb->end && reference.kind == ReferenceKind::name && sentence.prepositions[r].empty())
        add_all(brought, persons_of(sentence, r, r));
    }
    add_company(story, clause.subject.front(), brought);
    if (story.last >= 0 &&
        contains(story.occasions[static_cast<std::size_t>(story.last)].persons, clause.subject.front()))
      add_all(present, brought);
  }
}

/// The occasion of those told lately that "the ceremony" may mean; null for none.
Occasion* occasion_meant(Story& story, const Trigger& noun) {
  constexpr int far = 4;
  for (int e = story.last; e >= 0 && e > story.last - far; --e) {
    auto& occasion = story.occasions[static_cast<std::size_t>(e)];
    if (noun.word.type == occasion.type ||
        (noun.word.type == EventType::ceremony && occasion.type == EventType::signing))
      return &occasion;
  }
  return nullptr;
}

/// "X came to Brasília for the ceremony, too": X was at the one that the text has told of.
void read_came_for(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || trigger.word.type == EventType::meeting || trigger.begin < sentence.begin + 2 ||
        !document.is(trigger.begin - 1, "the") || !document.is(trigger.begin - 2, "for"))
      continue;
    const auto& clause = sentence.clauses[trigger.clause];
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->passive || verb->begin > trigger.begin || is_unreal(sentence, clause) ||
        !document.is_any(verb->head, Word("came"), Word("travelled"), Word("traveled"), Word("flew"), Word("arrived")))
      continue;
    auto* occasion = occasion_meant(story, trigger);
    if (occasion == nullptr) continue;
    add_all(occasion->persons, clause.relative ? clause.antecedent_list : clause.subject);
    if (occasion->sentences.back() < sentence.index) occasion->sentences.push_back(sentence.index);
  }
}

/// "Present at the signing, X pledged support": X.
Persons present_ahead(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  auto i = sentence.begin;
  if (document.is(i, "also")) ++i;
  if (!document.is_any(i, Word("present"), Word("attending")) || sentence.clauses.empty()) return {};
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || trigger.begin > i + 4 || !document.is(trigger.end, ",")) continue;
    for (const auto& clause : sentence.clauses) {
      const auto* verb = sentence.verb_of(clause);
      if (verb == nullptr || verb->form != VerbForm::finite || clause.subject_first < 0) continue;
      const auto begin = sentence.references[static_cast<std::size_t>(clause.subject_first)].begin;
      return begin == trigger.end + 1 ? clause.subject : Persons{};
    }
  }
  return {};
}

}  // namespace

void read_onlookers(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    const auto* around = sentence.parent_of(clause);
    if (verb == nullptr || around == nullptr || clause.subject.empty() || clause.inherited) continue;
    const bool onlooker =
        (clause.marker == "as" || clause.marker == "while") &&
        document.is_any(verb->head, Word("watched"), Word("looked"), Word("stood"), Word("applauded"));
    if (!onlooker || around->subject.empty() || is_unreal(sentence, *around)) continue;
    // Those who watched are told already, and nothing else.
    if (story.touched >= 0 && !subset(story.occasions[static_cast<std::size_t>(story.touched)].persons, clause.subject))
      continue;
    Occasion occasion;
    occasion.type = EventType::ceremony;
    occasion.persons = around->subject;
    for (const auto r : around->references) {
      const auto preposition = sentence.prepositions[r];
      if (preposition.empty() || preposition == "on" || preposition == "to" || preposition == "with")
        add_all(occasion.persons, persons_of(sentence, r, r));
    }
    add_all(occasion.persons, clause.subject);
    Trigger trigger;
    trigger.begin = verb->head;
    trigger.end = verb->end;
    trigger.clause = sentence.clause_of[verb->head - sentence.begin];
    describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
    occasion.rule = "attendance";
    occasion.anaphoric = story.touched >= 0;
    add_occasion(story, sentence, std::move(occasion));
  }
}

void read_further_attendance(Story& story, const SentenceReading& sentence) {
  auto present = present_with(sentence);
  read_brought(story, sentence, present);
  add_all(present, leading(story, sentence));
  if (story.last >= 0) add_all(present, hosting(sentence));
  if (story.last >= 0) add_all(present, present_ahead(sentence));
  read_came_for(story, sentence);
  if (story.touched >= 0) add_all(present, among_them(sentence));
  add_attendees(story, sentence, present);
}

}  // namespace entente::extract
