#include "company.hpp"

#include "antecedents.hpp"
#include "attendees.hpp"
#include "half_told.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

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
    for (const auto head : clause.subject) add_company(story, head, company);
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
    for (const auto head : subject) add_company(story, head, members);
    break;
  }
}

/// "signed in Cartagena before X and Y": who saw it.
void read_witnesses_before(Story& story, const SentenceReading& sentence) {
  if (story.touched < 0 || story.occasions[static_cast<std::size_t>(story.touched)].type != EventType::signing) return;
  const auto& document = sentence.document;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    const bool before = reference.begin > sentence.begin && document.is(reference.begin - 1, "before");
    if (!before || reference.kind != ReferenceKind::name || reference.possessive ||
        sentence.prepositions[r] != "before")
      continue;
    const bool signs_first =
        std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& trigger) {
          return trigger.word.type == EventType::signing && trigger.begin < reference.begin;
        });
    if (!signs_first) continue;
    Persons witnesses;
    for (auto k = r; k <= sentence.lists[r].second; ++k) add_all(witnesses, sentence.references[k].persons);
    add_attendees(story, sentence, witnesses);
  }
}

}  // namespace

void add_company(Story& story, int head, const Persons& members) {
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

void read_company_phrases(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  read_witnesses_before(story, sentence);
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
      // "as did the letters to X"
      if ((document.is(i, "as") || document.is(i, "so")) && reference.begin > i + after->length + 1) break;
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
