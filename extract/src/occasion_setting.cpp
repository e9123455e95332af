#include "occasion_setting.hpp"

#include "merging.hpp"
#include "participants.hpp"
#include "places.hpp"
#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// A date that belongs to something else: "the agreement of March 10", "since January", "planned for June 12".
bool names_something_else(const SentenceReading& sentence, const DateWords& words) {
  const auto& document = sentence.document;
  if (words.begin == sentence.begin) return false;
  const auto before = document.word(words.begin - 1);
  if (before == "of" || before == "since" || before == "until" || before == "from" || before == "for" ||
      before == "before" || before == "than" || before == "by") {
    return !(before == "of" && words.begin > sentence.begin + 1 &&
             document.is_any(words.begin - 2, Word("morning"), Word("afternoon"), Word("evening"), Word("night"),
                             Word("end"), Word("beginning"), Word("start"), Word("middle"), Word("close")));
  }
  if (before == "the" && words.anchor == Anchor::calendar) return true;
  if (before == "at" && words.anchor == Anchor::calendar) return true;  // "putting the date at March 20"
  // "plans for the meeting to be held in November"
  if (words.begin >= sentence.begin + 4 && document.is_any(words.begin - 1, Word("in"), Word("on")) &&
      document.is_any(words.begin - 2, Word("held"), Word("hosted"), Word("convened")) &&
      document.is(words.begin - 3, "be") && document.is(words.begin - 4, "to"))
    return true;
  // "a memorial to those killed in the village in March 1945"
  constexpr std::uint32_t near = 9;
  for (std::uint32_t back = 1; back <= near && words.begin >= sentence.begin + back; ++back) {
    const auto i = words.begin - back;
    if (document.is_punctuation(i) || document.has_any(i, bit(Tag::verb) | bit(Tag::light))) break;
    const bool fate = document.is_any(i, Word("killed"), Word("born"), Word("murdered"), Word("executed"),
                                      Word("massacred"), Word("founded"), Word("built"), Word("adopted"),
                                      Word("established"), Word("fallen"), Word("perished"), Word("died"));
    if (fate && !sentence.is_be(i - 1) && document.tokens[i - 1].kind == TokenKind::word) return true;
  }
  // "the first contact since the eruption of the war in the neighbouring country in 2011"
  constexpr std::uint32_t far = 14;
  for (std::uint32_t back = 2; back <= far && words.begin >= sentence.begin + back; ++back) {
    const auto i = words.begin - back;
    if (document.is_punctuation(i) || sentence.in_any_reference(i) ||
        document.has_any(i, bit(Tag::verb) | bit(Tag::light)))
      return false;
    if (document.is(i, "since")) return true;
  }
  return false;
}

bool says_airport(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.is_any(i, Word("airport"), Word("airfield"), Word("airbase"), Word("station"), Word("gate")))
      return true;
    if (document.is(i, "air") && document.is(i + 1, "base")) return true;
  }
  return false;
}

/// "His call on X", which is no phone call.
bool is_call_in_person(const SentenceReading& sentence, const Trigger& trigger) {
  if (!trigger.noun || trigger.word.type != EventType::call || !sentence.document.is(trigger.end, "on")) return false;
  return sentence.in_name(trigger.end + 1) && !sentence.has(Tag::remote, trigger.begin, trigger.end);
}

/// True if a noun of the sentence is of the type ("watched the drills").
bool names_type(const SentenceReading& sentence, EventType type) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    const auto* noun = document.find(i, Tag::noun);
    if (noun != nullptr && document.lexicon->event_word(noun->entry.value).type == type) return true;
  }
  return false;
}

/// "Telephoned X and later spoke with Y": the second is a call, too.
bool goes_on_calling(const SentenceReading& sentence, const Trigger& trigger) {
  if (!sentence.document.is_any(trigger.begin, Word("spoke"), Word("talked"), Word("conversation"))) return false;
  return std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& other) {
    return !other.noun && other.begin < trigger.begin && other.word.type == EventType::call;
  });
}

/// "X and Y discussed trade in a call": the verb tells of the call.
bool is_said_in_call(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (trigger.noun) return false;
  return std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& other) {
    if (!other.noun || other.word.type != EventType::call || other.begin < trigger.end + 1) return false;
    constexpr std::uint32_t far = 6;
    auto i = other.begin;
    while (i > trigger.end && i + far > other.begin && document.tokens[i - 1].kind == TokenKind::word &&
           !document.is_any(i, Word("a"), Word("the")))
      --i;
    return document.is_any(i, Word("a"), Word("the")) &&
           document.is_any(i - 1, Word("in"), Word("during"), Word("on"), Word("over"));
  });
}

/// True if the day is that of the document or one of the six before it.
bool is_recent(const Document& document, const std::optional<Date>& date) {
  if (!date || !date->is_day() || !document.base || !document.base->is_day()) return false;
  const auto back = *document.base->first_day() - *date->first_day();
  return back >= 0 && back <= 6;
}

/// True if the clause is dated and not of these days.
bool tells_other_time(const SentenceReading& sentence, std::size_t clause) {
  const auto& document = sentence.document;
  if (!document.base || !document.base->is_day()) return false;
  return std::any_of(sentence.dates.begin(), sentence.dates.end(), [&](const DateWords& words) {
    const auto date = resolve(words, document.base, std::nullopt);
    return date && words.anchor != Anchor::current && !is_recent(document, date) &&
           sentence.clause_of[words.begin - sentence.begin] == clause;
  });
}

/// True if the verb of the clause is in the past perfect: "had met".
bool is_past_perfect(const SentenceReading& sentence, std::size_t clause) {
  const auto* verb = sentence.verb_of(sentence.clauses[clause]);
  return verb != nullptr && sentence.document.is(verb->begin, "had") && verb->head > verb->begin;
}

/// True if the clause or one that it hangs on is in the past perfect.
bool looks_back(const SentenceReading& sentence, std::size_t clause) {
  for (int depth = 0; depth < 6; ++depth) {
    if (is_past_perfect(sentence, clause)) return true;
    const auto parent = sentence.clauses[clause].parent;
    if (parent < 0) return false;
    clause = static_cast<std::size_t>(parent);
  }
  return false;
}

/// "Had last met", "met for the first time in", "their previous meeting": recalled, whenever that was.
bool is_recalled(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto from = trigger.begin > sentence.begin + 4 ? trigger.begin - 4 : sentence.begin;
  const bool perfect = is_past_perfect(sentence, trigger.clause);
  for (auto i = from; i < trigger.begin; ++i) {
    if (document.is_any(i, Word("last"), Word("previously")) && (perfect || !trigger.noun)) return true;
    if (document.is_any(i, Word("previous"), Word("last")) && trigger.noun && i + 2 >= trigger.begin) return true;
    if (perfect && document.is_any(i, Word("already"), Word("once"), Word("first"))) return true;
  }
  // "told Y the results of his meeting with X"
  if (trigger.noun && trigger.begin >= sentence.begin + 3 &&
      document.is_any(trigger.begin - 3, Word("results"), Word("outcome"), Word("outcomes"), Word("result")) &&
      document.is(trigger.begin - 2, "of") && document.is_any(trigger.begin - 1, Word("his"), Word("her"), Word("the")))
    return true;
  const bool before = document.is(trigger.end, "before") &&
                      (trigger.end + 1 >= sentence.end || document.is_punctuation(trigger.end + 1));
  return perfect && !trigger.noun && before;
}

/// The date before a clause that it is about: "since December 1955, when he came out to meet X".
const DateWords* date_of_clause(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  for (const auto& words : sentence.dates) {
    auto next = words.end;
    if (document.is(next, ",")) ++next;
    if (!document.is(next, "when") || next > trigger.begin) continue;
    const auto first = sentence.clause_of[next - sentence.begin];
    const auto& clause = sentence.clauses[trigger.clause];
    if (first == trigger.clause || clause.parent == static_cast<int>(first) || trigger.begin < next + 12) return &words;
  }
  return nullptr;
}

/// The day that "the same day" and "a day later" count from: that of an occasion told right before, else the text's.
std::optional<Date> day_before_words(const Story& story, const SentenceReading& sentence) {
  if (story.last < 0) return story.current;
  const auto& last = story.occasions[static_cast<std::size_t>(story.last)];
  const bool near = last.sentences.back() + 2 >= sentence.index;
  // "X had met Z on May 3. Later in the day he received Y": back from what was recalled.
  if (last.flashback && recalled(sentence.document, last) &&
      sentence.document.is_any(sentence.begin, Word("later"), Word("earlier"), Word("in"))) {
    bool goes_on = false;
    for (std::size_t clause = 0; clause < sentence.clauses.size(); ++clause)
      goes_on = goes_on || is_past_perfect(sentence, clause);
    if (!goes_on) return story.current;
  }
  return near && last.date_told && last.date && last.date->is_day() ? last.date : story.current;
}

std::optional<Date> resolve_here(const Story& story, const SentenceReading& sentence, const DateWords& words) {
  const auto current = words.anchor == Anchor::current ? day_before_words(story, sentence) : story.current;
  return resolve(words, sentence.document.base, current);
}

/// "X and, a day later, Y": what comes next has the date.
bool joins_next(const SentenceReading& sentence, const DateWords& words) {
  const auto& document = sentence.document;
  const auto before = words.begin - 1;
  return document.is(before, "and") || (document.is(before, ",") && words.begin > 1 && document.is(before - 1, "and"));
}

/// "In the evening X gave a dinner": of the day told right before.
bool opens_with_hour(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  return document.is(sentence.begin, "in") && document.is(sentence.begin + 1, "the") &&
         document.is_any(sentence.begin + 2, Word("morning"), Word("afternoon"), Word("evening"));
}

/// "the May 21 summit", "their June 8 trilateral meeting", "his 2019 talks": the noun whose day it is, null where none
/// follows.
const Trigger* noun_behind_date(const SentenceReading& sentence, const DateWords& words) {
  const auto& document = sentence.document;
  if (words.begin == sentence.begin || words.anchor != Anchor::calendar ||
      (words.day == 0 && (words.year == 0 || words.month != 0)) ||
      !document.is_any(words.begin - 1, Word("the"), Word("their"), Word("his"), Word("her"), Word("a"), Word("'s")))
    return nullptr;
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || trigger.begin < words.end) continue;
    bool modified = trigger.begin <= words.end + 2;
    for (auto i = words.end; i < trigger.begin && modified; ++i)
      modified = document.tokens[i].kind == TokenKind::word && !document.has_any(i, bit(Tag::verb) | bit(Tag::light)) &&
                 !document.is_any(i, Word("in"), Word("at"), Word("for"), Word("to"), Word("after"), Word("with"));
    return modified ? &trigger : nullptr;
  }
  return nullptr;
}

/// "spoke with X on their meeting at the palace this week": what they spoke of has the date, and only its place stands
/// between.
bool is_spoken_of(const SentenceReading& sentence, const Trigger& noun, const DateWords& words) {
  const auto& document = sentence.document;
  for (auto i = noun.end; i < words.begin; ++i) {
    const bool place = std::any_of(sentence.places.begin(), sentence.places.end(),
                                   [&](const PlaceWords& told) { return told.governor <= i && i < told.end; });
    if (!place && !document.is_any(i, Word("on"), Word("the"))) return false;
  }
  for (std::uint32_t back = 1; back <= 4 && noun.begin >= sentence.begin + back; ++back) {
    if (document.is_any(noun.begin - back, Word("their"), Word("his"), Word("her")))
      return document.is_any(noun.begin - back - 1, Word("on"), Word("about"), Word("of"), Word("from"));
  }
  return false;
}

/// "following high-level meetings": the noun is of what went before.
bool follows_on(const SentenceReading& sentence, const Trigger& noun) {
  for (std::uint32_t back = 1; back <= 4 && noun.begin >= sentence.begin + back; ++back) {
    if (sentence.document.is_any(noun.begin - back, Word("following"), Word("after"))) return true;
  }
  return false;
}

/// "met A to follow up on the meeting of B and C last week": the date is that of the later meeting.
bool belongs_to_later_noun(const SentenceReading& sentence, const DateWords& words, const Trigger& trigger) {
  return std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& other) {
    if (!other.noun || other.begin <= trigger.end || other.end > words.begin) return false;
    if (!trigger.noun && is_spoken_of(sentence, other, words)) return true;
    if (words.anchor == Anchor::week && follows_on(sentence, other)) return true;
    // "spoke of the accords reached at the summit that took place in May"
    for (auto i = other.end; i + 1 < words.begin; ++i) {
      if (sentence.document.is_any(i, Word("that"), Word("which")) &&
          sentence.document.has_any(i + 1, bit(Tag::happened) | bit(Tag::motion)))
        return true;
    }
    return std::any_of(sentence.references.begin(), sentence.references.end(), [&](const Reference& reference) {
      return reference.begin == other.end + 1 && reference.end <= words.begin && !reference.persons.empty() &&
             sentence.document.is_any(other.end, Word("between"), Word("of"));
    });
  });
}

/// "X met Y last week, a source said on Saturday.": the day of what is said, which is better than none.
bool ends_with_speech(const SentenceReading& sentence, const DateWords& words) {
  const auto& document = sentence.document;
  if (words.anchor != Anchor::weekday || words.begin < sentence.begin + 3) return false;
  const auto speech = document.is(words.begin - 1, "on") ? words.begin - 2 : words.begin - 1;
  if (!document.has(speech, Tag::speech)) return false;
  for (auto i = speech; i > sentence.begin && i + 6 > speech; --i) {
    if (document.is(i, ",")) return words.end >= sentence.end || document.is_punctuation(words.end);
  }
  return false;
}

/// How far the date stands from the trigger, for the choice among several; -1 where it is none of it.
int distance_of(const SentenceReading& sentence, const DateWords& words, const Trigger& trigger, std::uint32_t begin,
                std::uint32_t end) {
  if (const auto* noun = noun_behind_date(sentence, words); noun != nullptr)
    return noun->begin == trigger.begin ? 0 : -1;
  if (names_something_else(sentence, words)) return -1;
  const bool inside = words.begin >= begin && words.end <= end;
  auto distance = words.begin > trigger.begin ? words.begin - trigger.begin : trigger.begin - words.begin;
  if (!inside) distance += 60;
  // "their first talks since X was elected last month"
  const auto clause = sentence.clause_of[words.begin - sentence.begin];
  const auto& told_in = sentence.clauses[clause];
  const bool hangs_on = clause != trigger.clause && told_in.verb >= 0 && (!told_in.marker.empty() || told_in.relative);
  if (clause != trigger.clause && is_past_perfect(sentence, clause) && !looks_back(sentence, trigger.clause))
    distance += 300;
  // "On Tuesday X, whose tour began on Monday, met Y"
  if (hangs_on && told_in.relative && words.begin < trigger.begin &&
      !(sentence.clauses[trigger.clause].parent == static_cast<int>(clause)))
    distance += 60;
  if (hangs_on && words.begin > trigger.begin && !sentence.clauses[clause].coordinate) distance += 300;
  // "unveiled a memorial to those killed in March 1945", "spoke of the border, reopened on May 3"
  const bool of_participle = std::any_of(sentence.verbs.begin(), sentence.verbs.end(), [&](const VerbGroup& verb) {
    const bool aside = verb.end == verb.begin + 1 && sentence.document.is(verb.begin - 1, ",") &&
                       sentence.document.is_any(verb.end, Word("on"), Word("in")) && verb.end + 1 == words.begin;
    // "received letters of credence in a ceremony held on May 3"
    const bool holds = sentence.document.is(verb.head, "held") &&
                       std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& noun) {
                         return noun.noun && noun.end == verb.begin && noun.begin > trigger.end &&
                                sentence.document.is(noun.begin - 1, "a");
                       });
    return (verb.form == VerbForm::participle || aside) && !holds && verb.begin >= trigger.end &&
           verb.begin < words.begin && verb.event == nullptr && !sentence.document.has(verb.head, Tag::speech);
  });
  if (of_participle && words.begin > trigger.begin) distance += 300;
  if (belongs_to_later_noun(sentence, words, trigger)) distance += 300;
  if (words.anchor == Anchor::current) distance += 12;
  if (ends_with_speech(sentence, words)) distance += 40;
  if (words.anchor == Anchor::current && words.begin > trigger.begin && joins_next(sentence, words)) distance += 88;
  if (words.anchor == Anchor::year || words.anchor == Anchor::month || words.anchor == Anchor::week) distance += 30;
  return static_cast<int>(distance);
}

/// "the conversation between X and Y in Dushanbe last September": the date follows on those who took part.
bool stands_behind_members(const SentenceReading& sentence, const Trigger& trigger, const DateWords& words) {
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.references[r].begin < trigger.end) continue;
    const auto end = sentence.references[sentence.lists[r].second].end;
    return words.begin >= end && words.begin <= end + 5;
  }
  return false;
}

/// "They were hosted by X" right behind what was recalled of them: of the same day.
bool goes_on_recalling(const Story& story, const SentenceReading& sentence) {
  if (story.last < 0 || sentence.references.empty()) return false;
  const auto& last = story.occasions[static_cast<std::size_t>(story.last)];
  const auto& first = sentence.references.front();
  return last.date_told && recalled(sentence.document, last) && last.sentences.back() + 1 == sentence.index &&
         first.kind == ReferenceKind::pronoun && first.begin == sentence.begin && first.persons.size() > 1 &&
         same_set(first.persons, last.core);
}

/// "They discussed what follows from the meeting between A and B": some other one, and no word says when it was.
bool of_others_before(const Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (!trigger.noun || story.last < 0 || !document.is(trigger.end, "between") || trigger.begin < sentence.begin + 2 ||
      !document.is(trigger.begin - 1, "the") ||
      !document.is_any(trigger.begin - 2, Word("from"), Word("of"), Word("after"), Word("since"), Word("to"),
                       Word("on")))
    return false;
  const auto& last = story.occasions[static_cast<std::size_t>(story.last)];
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.references[r].begin < trigger.end) continue;
    const auto members = persons_of(sentence, r, sentence.lists[r].second);
    return members.size() > 1 &&
           std::none_of(members.begin(), members.end(), [&](int person) { return contains(last.persons, person); });
  }
  return false;
}

/// True if the date is of a relative clause before the trigger that says when somebody came.
bool tells_arrival(const SentenceReading& sentence, const DateWords& words, const Trigger& trigger) {
  const auto clause = sentence.clause_of[words.begin - sentence.begin];
  const auto* verb = sentence.verb_of(sentence.clauses[clause]);
  return clause != trigger.clause && words.end <= trigger.begin && sentence.clauses[clause].relative &&
         verb != nullptr && sentence.document.has(verb->head, Tag::motion);
}

/// Sets the day from the words of the sentence, else from what the text told before.
void date_occasion(const Story& story, const SentenceReading& sentence, Occasion& occasion, const Trigger& trigger,
                   std::uint32_t begin, std::uint32_t end) {
  const auto& document = sentence.document;
  const DateWords* best = date_of_clause(sentence, trigger);
  int best_distance = best != nullptr ? 0 : 300;
  for (const auto& words : sentence.dates) {
    const int distance = distance_of(sentence, words, trigger, begin, end);
    if (distance < 0 || distance >= best_distance) continue;
    best_distance = distance;
    best = &words;
  }
  // "X, who had arrived on Monday, met Y" in a text that is at Tuesday
  if (best != nullptr && (story.current || story.pending) && tells_arrival(sentence, *best, trigger) &&
      is_recent(document, resolve_here(story, sentence, *best)))
    best = nullptr;
  // "During the meeting": what is dated there is not the meeting.
  const bool complemented = sentence.document.is_any(trigger.end, Word("of"), Word("between"), Word("with"));
  const bool beside = best != nullptr && complemented && stands_behind_members(sentence, trigger, *best);
  // "the call that X and Y held on May 3"
  const bool related = sentence.clauses[trigger.clause].begin > trigger.end;
  if (trigger.noun && occasion.anaphoric && !beside && !related && best_distance > (complemented ? 20 : 6))
    best = nullptr;
  if (best != nullptr) occasion.date = resolve_here(story, sentence, *best);
  if (best == nullptr && of_others_before(story, sentence, trigger)) {
    occasion.undated = true;
    return;
  }
  if (!occasion.date && best == nullptr && !occasion.anaphoric && is_recalled(sentence, trigger)) {
    occasion.undated = true;
    return;
  }
  if (!occasion.date && story.pending && sentence.index <= story.pending_until) occasion.date = story.pending;
  occasion.date_told = occasion.date.has_value();
  if (!occasion.date && best == nullptr && goes_on_recalling(story, sentence)) {
    occasion.date = story.occasions[static_cast<std::size_t>(story.last)].date;
    occasion.date_told = true;
  }
  if (!occasion.date && opens_with_hour(sentence)) occasion.date = day_before_words(story, sentence);
  if (!occasion.date) occasion.date = story.current ? story.current : document.base;
}

/// True if the words before the place make it part of somebody's office or name.
bool belongs_to_name(const SentenceReading& sentence, const PlaceWords& place) {
  const auto& document = sentence.document;
  if (sentence.in_name(place.governor) || sentence.in_name(place.begin)) return true;
  // "the ambassador in Oslo" is there for long, "his counterpart in Oslo" was met there.
  return place.city && place.governor > sentence.begin &&
         document.is_any(place.governor - 1, Word("ambassador"), Word("envoy"), Word("representative"), Word("consul"),
                         Word("attaché"), Word("attache"), Word("affaires"), Word("diplomat"), Word("delegate"),
                         Word("adviser"), Word("advisor"), Word("commander"), Word("coordinator"), Word("mayor"),
                         Word("governor"), Word("spokesperson"), Word("spokesman"), Word("spokeswoman"),
                         Word("officer"), Word("commissioner"));
}

/// "Visited the memorial": a stop on the way, where nobody need have met.
bool is_stop(const Document& document, const PlaceWords& place) {
  return place.venue && is_verb_of_visit(document, place.governor);
}

/// "spoke with X about the war in Y", "met X to discuss the truce in Y": a place within what was talked of.
bool is_topic(const SentenceReading& sentence, const PlaceWords& place, const Trigger& trigger) {
  const auto& document = sentence.document;
  for (auto i = trigger.end; i < place.governor; ++i) {
    if (sentence.in_any_reference(i)) continue;
    if (document.is_any(i, Word("about"), Word("regarding"), Word("concerning"), Word("discuss"), Word("importance"),
                        Word("relevance"), Word("significance"), Word("upcoming"), Word("forthcoming")))
      return true;
    const bool dated = document.has_any(i + 1, bit(Tag::weekday) | bit(Tag::month) | bit(Tag::day_words)) ||
                       document.tokens[i + 1].kind == TokenKind::number;
    const bool beside = document.is(i + 1, "the") && document.is_any(i + 2, Word("sidelines"), Word("margins"),
                                                                     Word("sideline"), Word("fringes"), Word("eve"));
    const bool title = i > trigger.end && document.is(i, "on") && document.has(i - 1, Tag::noun);
    if (document.is(i, "on") && !dated && !beside && !title && !document.has(i + 1, Tag::address) &&
        !document.tokens[i + 1].capital)
      return true;
  }
  return false;
}

/// "visited the headquarters, where he was met by X": the place that the clause of the trigger is about.
bool is_told_of_where(const SentenceReading& sentence, const PlaceWords& place, const Trigger& trigger) {
  const auto& clause = sentence.clauses[trigger.clause];
  return clause.marker == "where" && place.end < clause.begin && place.end + 2 >= clause.begin;
}

/// How well the place fits the occasion of the trigger.
int place_score(const SentenceReading& sentence, const PlaceWords& place, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto [near, far] = std::minmax(place.governor, trigger.begin);
  const auto distance = far - near;
  const auto clause = sentence.clause_of[place.governor - sentence.begin];
  const auto& around = sentence.clauses[clause];
  int score = -static_cast<int>(std::min<std::uint32_t>(distance, 60)) / 2;
  if (place.venue) score += 40;
  if (place.named) score += 5;
  if (document.is(place.governor, "at")) score += 15;
  if (place.city) score += 15;
  if (clause == trigger.clause) score += 20;
  const bool behind = place.governor > trigger.begin && clause != trigger.clause && !around.coordinate;
  if (behind && !around.marker.empty()) score -= 30;
  if (clause != trigger.clause && is_unreal(sentence, around)) score -= 80;
  if (!place.venue && is_topic(sentence, place, trigger)) score -= 60;
  return score;
}

/// The place told of the occasion, null where the sentence tells none.
const PlaceWords* find_place(const SentenceReading& sentence, const Trigger& trigger) {
  const PlaceWords* best = nullptr;
  int best_score = -20;
  for (const auto& place : sentence.places) {
    const bool where = is_told_of_where(sentence, place, trigger);
    if (is_stop(sentence.document, place) && trigger.begin != place.governor && !where) continue;
    const int score = place_score(sentence, place, trigger) + (where ? 20 : 0);
    if (score <= best_score) continue;
    best_score = score;
    best = &place;
  }
  return best;
}

/// Takes the venue from a sentence that says who was there, too.
void note_venue(Occasion& occasion, const SentenceReading& sentence) {
  if (occasion.venue) return;
  for (const auto& place : sentence.places) {
    const auto& clause = sentence.clauses[sentence.clause_of[place.governor - sentence.begin]];
    if (!place.venue || is_stop(sentence.document, place) || is_unreal(sentence, clause)) continue;
    occasion.place = place_text(sentence.document, place);
    occasion.venue = true;
    return;
  }
}

/// "At the same palace", "in the same building": the venue told last.
bool says_same_venue(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i + 1 < sentence.end; ++i) {
    if (!document.is(i, "same") || sentence.is_quoted(i)) continue;
    if (document.has(i + 1, Tag::venue) || document.is_any(i + 1, Word("place"), Word("venue"), Word("ground")))
      return true;
  }
  return false;
}

/// True if the document names the city and the lexicon has it in the country.
bool is_city_of(const Document& document, const std::string& city, std::uint16_t country) {
  constexpr std::uint32_t head = 2000;
  for (std::uint32_t i = 0; i < std::min(head, document.size()); ++i) {
    for (const auto& match : document.at(i)) {
      const bool town = match.entry.tag == Tag::city || match.entry.tag == Tag::seat;
      if (!town || match.entry.value != country) continue;
      const auto text = document.text_of(i, i + match.length);
      if (text == city || recased(text) == city) return true;
    }
  }
  return false;
}

/// A verb of coming, or of what begins and takes place somewhere.
bool goes_somewhere(const SentenceReading& sentence, const Clause& clause) {
  const auto& document = sentence.document;
  const auto* verb = sentence.verb_of(clause);
  if (verb == nullptr) return false;
  return document.has_any(verb->head, bit(Tag::motion) | bit(Tag::arrival)) || is_verb_of_visit(document, verb->head) ||
         document.is_any(verb->head, Word("began"), Word("begun"), Word("took"), Word("drove"), Word("opened"),
                         Word("attending"), Word("attended"), Word("participating"), Word("taking"), Word("reached"));
}

/// "There", near the trigger: the place told last; "there was" points to none.
bool says_there(const SentenceReading& sentence, std::uint32_t token) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (!document.is(i, "there") || sentence.is_quoted(i)) continue;
    const bool stressed = i >= sentence.begin + 2 && document.is(i - 2, "it");
    const bool exists = sentence.is_be(i + 1) || (i > sentence.begin && sentence.is_be(i - 1) && !stressed);
    const auto distance = token > i ? token - i : i - token;
    if (!exists && distance < 12) return true;
  }
  return false;
}

bool says_here(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    const bool here = document.is(i, "here") || (document.is(i, "this") && document.has(i + 1, Tag::address));
    if (here && !sentence.is_quoted(i)) return true;
  }
  return false;
}

/// "In the afternoon …", "Later …", "On Tuesday …": a further item of a programme, which may be elsewhere.
bool opens_another_hour(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  const auto i = sentence.begin;
  if (document.is_any(i, Word("later"), Word("afterwards"), Word("earlier"), Word("subsequently"))) return true;
  if (document.is(i, "in"))
    return document.is(i + 1, "between") ||
           (document.is(i + 1, "the") && document.is_any(i + 2, Word("afternoon"), Word("evening"), Word("morning")));
  return document.is(i, "on") && document.has(i + 1, Tag::weekday);
}

/// Sets the place from the words of the sentence, and the city around it for want of a better one.
void place_occasion(const Story& story, const SentenceReading& sentence, Occasion& occasion, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (const auto* place = find_place(sentence, trigger)) {
    occasion.place = place_text(document, *place);
    occasion.venue = place->venue;
    if (place->pointing && occasion.place.empty()) occasion.place = story.city;
    // "At the headquarters": those told of before.
    if (place->venue && !place->named && story.last_venue.ends_with(" " + occasion.place))
      occasion.place = story.last_venue;
  } else if (says_same_venue(sentence)) {
    occasion.place = story.last_venue;
    occasion.venue = true;
  } else if (says_there(sentence, trigger.begin)) {
    occasion.place = story.last_place;
    occasion.venue = story.last_place == story.last_venue;
  } else if (says_here(sentence)) {
    occasion.place = recased(document.dateline_city);
  } else if (sentence.index <= story.pending_place_until && !occasion.undated && !occasion.separate &&
             !opens_another_hour(sentence)) {
    occasion.place = story.pending_place;
    occasion.venue = !occasion.place.empty();
  }
  occasion.around = story.city;
  if (occasion.place.empty() && story.last >= 0 && recalled(document, occasion)) {
    // What is recalled of one day was in one city, as far as the text says.
    const auto& last = story.occasions[static_cast<std::size_t>(story.last)];
    if (last.date == occasion.date && !last.venue && !occasion.undated) occasion.place = last.place;
  }
}

/// "spoke with the commander, General X, by phone"
bool ends_by_phone(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (trigger.noun || trigger.word.frame != Frame::with) return false;
  for (auto i = trigger.end + 1; i < sentence.end; ++i) {
    const auto preposition = document.is(i - 1, "the") ? i - 2 : i - 1;
    if (document.has(i, Tag::remote) && document.is_any(preposition, Word("by"), Word("over"), Word("via"), Word("on")))
      return true;
  }
  return false;
}

}  // namespace

void read_heading(Story& story, const Document& document, std::uint32_t index) {
  const auto& heading = document.sentences[index];
  for (auto i = heading.begin; i < heading.end; ++i) {
    const auto words = date_at(document, i);
    if (!words) continue;
    i = words->end - 1;
    const auto date = resolve(*words, document.base, story.current);
    if (!date || !date->has_day() || !document.published) continue;
    const bool today = date == document.published;
    const bool heads = words->year == 0 && heading.end - heading.begin < 8;
    if (today) story.current.reset();
    if (heads && !today) story.current = date;
    if (!heads || (today && story.occasions.empty())) continue;
    constexpr std::uint32_t longest_section = 6;
    story.pending = date;
    story.pending_until = index + longest_section;
    story.section_day = date;
    story.section_until = index + longest_section;
    story.section_present.clear();
  }
}

void read_dates(SentenceReading& sentence) {
  const auto& document = sentence.document;
  sentence.dates.clear();
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.outside[i] != 0 || sentence.in_name(i)) continue;
    auto words = date_at(document, i);
    if (!words) continue;
    if (document.quoted[i] == 0) sentence.dates.push_back(*words);
    i = words->end - 1;
  }
}

void read_places(SentenceReading& sentence) {
  sentence.places = places_in(sentence.document, sentence.begin, sentence.end);
  std::erase_if(sentence.places, [&](PlaceWords& place) {
    for (auto i = place.begin; i < place.end; ++i) {
      if (sentence.in_name(i)) place.end = i;
    }
    return place.end == place.begin || belongs_to_name(sentence, place) || sentence.document.is(place.begin, "same");
  });
}

void describe_occasion(const Story& story, const SentenceReading& sentence, Occasion& occasion, const Trigger& trigger,
                       std::uint32_t begin, std::uint32_t end) {
  const auto& document = sentence.document;
  occasion.sentences = {sentence.index};
  occasion.scene = story.scene;
  const bool word = trigger.end > trigger.begin + 1 || document.has_any(trigger.begin, bit(Tag::verb) | bit(Tag::noun));
  occasion.rule =
      !word ? "attendance" : (trigger.noun ? "noun: " : "verb: ") + document.text_of(trigger.begin, trigger.end);
  const auto from = trigger.begin > sentence.begin + 4 ? trigger.begin - 4 : sentence.begin;
  occasion.separate = sentence.has(Tag::separate, sentence.begin, sentence.end);
  for (const auto& words : sentence.dates) {
    if (words.anchor == Anchor::current) occasion.separate = true;
  }
  occasion.anaphoric = trigger.noun && (trigger.begin > sentence.begin) &&
                       (document.is(trigger.begin - 1, "the") || document.is(trigger.begin - 1, "this"));
  for (auto i = from; i < std::min(sentence.end, trigger.end + 3); ++i) {
    // "their first face-to-face meeting": not by phone, as before
    const bool first = i > sentence.begin && document.is(i - 1, "first");
    occasion.alone = occasion.alone || (document.has(i, Tag::face_to_face) && !first);
  }
  // "a Japan-U.S. Foreign Ministers' Meeting": capitalised words may stand between.
  auto article = trigger.begin;
  while (article > from ||
         (article > sentence.begin && (document.tokens[article].capital || document.is(article, "'")))) {
    --article;
    if (article < sentence.begin) break;
    occasion.indefinite =
        occasion.indefinite || (trigger.noun && (document.is(article, "a") || document.is(article, "an")));
    if (article == sentence.begin) break;
  }
  occasion.arrival = sentence.has(Tag::arrival, sentence.begin, sentence.end) && !trigger.noun;
  if (occasion.arrival && trigger.word.frame == Frame::host && says_airport(sentence)) occasion.type = EventType::visit;
  if (is_call_in_person(sentence, trigger)) occasion.type = EventType::meeting;
  if (occasion.type == EventType::exercise && !trigger.noun && story.last_noun != EventType::exercise &&
      !names_type(sentence, EventType::exercise))
    occasion.type = EventType::visit;
  if (occasion.type == EventType::meeting && (goes_on_calling(sentence, trigger) || is_said_in_call(sentence, trigger)))
    occasion.type = EventType::call;
  if (occasion.type == EventType::meeting &&
      (sentence.has(Tag::remote, from, std::min(sentence.end, trigger.end + 7)) || ends_by_phone(sentence, trigger))) {
    occasion.type = EventType::call;
  }
  occasion.flashback = looks_back(sentence, trigger.clause) || is_recalled(sentence, trigger);
  date_occasion(story, sentence, occasion, trigger, begin, end);
  place_occasion(story, sentence, occasion, trigger);
}

void set_apart(const Story& story, const SentenceReading& sentence, Occasion& occasion, std::uint32_t begin,
               std::uint32_t end) {
  for (const auto& words : sentence.dates) {
    // "a day later" counts from what is told only afterwards: "both in June".
    if (words.begin < begin || words.begin >= end || words.anchor == Anchor::current) continue;
    if (const auto date = resolve_here(story, sentence, words)) {
      occasion.date = date;
      occasion.date_told = true;
    }
    break;
  }
  for (const auto& place : sentence.places) {
    if (place.begin < begin || place.begin >= end) continue;
    const auto text = place_text(sentence.document, place);
    if (text.empty()) continue;
    occasion.place = text;
    occasion.venue = place.venue;
    break;
  }
}

void note_date(Story& story, const SentenceReading& sentence, bool lead) {
  const auto& document = sentence.document;
  for (const auto& words : sentence.dates) {
    if (names_something_else(sentence, words)) continue;
    const bool range = words.last_day != 0;
    const bool day = words.day != 0 || range || words.anchor == Anchor::weekday || words.anchor == Anchor::published ||
                     words.anchor == Anchor::current;
    if (!day) continue;
    const auto date = resolve_here(story, sentence, words);
    const auto& clause = sentence.clauses[sentence.clause_of[words.begin - sentence.begin]];
    const auto* verb = sentence.verb_of(clause);
    // "X landed in Rome on Friday": what he does next is of that day, too.
    const bool arrives = verb != nullptr && !verb->unreal && clause.marker.empty() && is_recent(document, date) &&
                         words.anchor != Anchor::current && document.has(verb->head, Tag::motion);
    if (!range && (arrives || words.begin <= sentence.begin + 4) &&
        !looks_back(sentence, sentence.clause_of[words.begin - sentence.begin])) {
      story.pending = date;
      story.pending_until = sentence.index + 2;
    }
    const bool these_days =
        is_recent(document, date) || (range && document.base && date && date->contains(*document.base));
    // The date of a dateline in brackets tells nothing new, "the day before" is of something else.
    const bool new_day =
        words.anchor == Anchor::published || (words.anchor != Anchor::current && date != document.base);
    if (lead && !story.current && new_day && clause.marker.empty() && !is_unreal(sentence, clause) && these_days)
      story.current = date;
  }
}

void leave_city(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.city.empty() || !document.is(sentence.begin, "in")) return;
  const auto* country = document.find(sentence.begin + 1, Tag::country);
  if (country == nullptr || document.has(sentence.begin + 1, Tag::address)) return;
  if (!is_city_of(document, story.city, country->entry.value)) story.city.clear();
}

void note_scene(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  std::uint32_t venue_end = 0;
  // What is recalled does not take the text to its place.
  if (story.touched >= 0 && recalled(document, story.occasions[static_cast<std::size_t>(story.touched)])) return;
  for (const auto& place : sentence.places) {
    const auto index = sentence.clause_of[place.governor - sentence.begin];
    const auto& clause = sentence.clauses[index];
    const auto text = place_text(document, place);
    if (text.empty() || is_unreal(sentence, clause) || tells_other_time(sentence, index)) continue;
    const bool main = clause.marker.empty() && !clause.relative;
    if (main && story.touched < 0 && goes_somewhere(sentence, clause)) ++story.scene;
    if (place.city && (story.city.empty() || (main && goes_somewhere(sentence, clause)))) story.city = text;
    // "The embassy in Oslo" is the embassy.
    if (place.venue || place.governor != venue_end) story.last_place = text;
    if (!place.venue) continue;
    venue_end = place.end;
    story.last_venue = text;
    if (story.touched >= 0 || !main) continue;
    story.pending_place = text;
    story.pending_place_until = sentence.index + (is_stop(document, place) ? 1 : 2);
  }
}

void begin_scene(Story& story, const Document& document) {
  story.city = recased(document.dateline_city);
  for (const auto& sentence : document.sentences) {
    if (!story.city.empty()) return;
    if (sentence.kind != SentenceKind::headline && sentence.kind != SentenceKind::byline) continue;
    for (const auto& place : places_in(document, sentence.begin, sentence.end)) {
      if (place.city && story.city.empty()) story.city = recased(place_text(document, place));
    }
  }
}

void settle_places(Story& story, const Document& document) {
  for (auto& occasion : story.occasions) {
    if (occasion.type == EventType::call)
      occasion.place.clear();
    else if (occasion.place.empty() && !recalled(document, occasion))
      occasion.place = occasion.around;
  }
}

/// "The meeting took place in Oslo on Friday": the day of the meeting that the text has just told of without one.
static void note_day(Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  auto& occasion = story.occasions[static_cast<std::size_t>(story.last)];
  const auto* verb = sentence.verb_of(sentence.clauses[trigger.clause]);
  if (occasion.date_told || verb == nullptr || !trigger.noun || trigger.word.type != occasion.type) return;
  if (occasion.sentences.back() + 2 < sentence.index || trigger.end > verb->begin) return;
  const bool held = document.is(verb->head, "held") ||
                    (document.is_any(verb->head, Word("took"), Word("taken")) && document.is(verb->head + 1, "place"));
  if (!held || trigger.begin == sentence.begin || !document.is_any(trigger.begin - 1, Word("the"), Word("this")))
    return;
  for (const auto& words : sentence.dates) {
    if (words.begin < verb->head || names_something_else(sentence, words)) continue;
    const auto date = resolve_here(story, sentence, words);
    if (!date || !date->has_day()) continue;
    occasion.date = date;
    occasion.date_told = true;
    return;
  }
}

void note_call(Story& story, const SentenceReading& sentence) {
  if (story.last < 0) return;
  auto& last = story.occasions[static_cast<std::size_t>(story.last)];
  if (last.sentences.back() + 2 < sentence.index || !told_in_words_alone(last)) return;
  const bool named = std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& trigger) {
    return trigger.noun && trigger.word.type == EventType::call && trigger.begin > sentence.begin &&
           sentence.document.is(trigger.begin - 1, "the") && sentence.document.has(trigger.begin, Tag::remote);
  });
  if (named) last.type = EventType::call;
}

void take_day_of_last(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.last < 0 || !document.is_any(sentence.begin, Word("during"), Word("at"), Word("in"))) return;
  const auto told_in = story.occasions[static_cast<std::size_t>(story.last)].sentences.back();
  if (told_in + 2 < sentence.index) return;
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || trigger.begin > sentence.begin + 3 ||
        !document.is_any(sentence.begin + 1, Word("the"), Word("this"), Word("these"), Word("their")))
      continue;
    for (const auto& words : sentence.dates) {
      const bool day = words.anchor == Anchor::calendar || words.anchor == Anchor::weekday;
      const auto date = resolve_here(story, sentence, words);
      if (!day || !document.is(trigger.end, "on") || words.begin != trigger.end + 1 || !date || !date->has_day())
        continue;
      for (auto& occasion : story.occasions) {
        if (occasion.sentences.back() != told_in || occasion.date_told || occasion.type != trigger.word.type) continue;
        occasion.date = date;
        occasion.date_told = true;
      }
    }
  }
}

void note_place(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.last < 0) return;
  if (story.touched >= 0) note_venue(story.occasions[static_cast<std::size_t>(story.touched)], sentence);
  if (std::any_of(sentence.triggers.begin(), sentence.triggers.end(),
                  [&](const Trigger& trigger) { return is_recalled(sentence, trigger); }))
    return;
  for (const auto& trigger : sentence.triggers) {
    auto& occasion = story.occasions[static_cast<std::size_t>(story.last)];
    const auto leads_elsewhen = [&](std::uint32_t i) {
      return document.is_any(i, Word("before"), Word("prior"), Word("after"), Word("following"), Word("ahead"));
    };
    bool other_time = false;
    // "ahead of the NATO Leaders' Meeting"
    auto name = trigger.begin;
    while (name > sentence.begin && (document.tokens[name - 1].capital || document.is(name - 1, "'"))) --name;
    for (std::uint32_t back = 1; back <= 3 && name >= sentence.begin + back; ++back)
      other_time = other_time || leads_elsewhen(name - back);
    if (other_time || is_unreal(sentence, sentence.clauses[trigger.clause]) || is_planned(sentence, trigger)) continue;
    note_day(story, sentence, trigger);
    if (trigger.noun && occasion.place.empty()) {
      const auto* place = find_place(sentence, trigger);
      // "this meeting is the last one ahead of the summit in Oslo"
      for (auto i = trigger.end; place != nullptr && i < place->governor; ++i) {
        if (leads_elsewhen(i)) place = nullptr;
      }
      if (place != nullptr) {
        occasion.place = place_text(document, *place);
        occasion.venue = place->venue;
      }
    }
  }
  if (story.occasions[static_cast<std::size_t>(story.last)].place.empty()) {
    // "The Defense Ministry hosted the meeting."
    for (auto i = sentence.begin; i + 3 < sentence.end; ++i) {
      if (document.is(i, "hosted") && document.is(i + 1, "by") && document.is(i + 2, "the")) {
        // "At the meeting hosted by the Defense Ministry"
        auto end = i + 3;
        while (end < sentence.end && document.tokens[end].capital) ++end;
        if (end > i + 3 && document.has(end - 1, Tag::thing))
          story.occasions[static_cast<std::size_t>(story.last)].place = document.text_of(i + 3, end);
        break;
      }
      if (document.is(i, "hosted") && document.is(i + 1, "the") && document.has(i + 2, Tag::noun)) {
        auto first = i;
        while (first > sentence.begin && document.tokens[first - 1].capital && !document.has(first - 1, Tag::country) &&
               document.has(first - 1, Tag::thing)) {
          --first;
        }
        if (first < i) story.occasions[static_cast<std::size_t>(story.last)].place = document.text_of(first, i);
      }
    }
  }
}

}  // namespace entente::extract
