#include "participants.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

bool is_company(Word preposition) {
  return preposition == "with" || preposition == "alongside" || preposition == "between" || preposition == "among" ||
         preposition == "opposite" || preposition == "beside";
}

/// How many words stand at tokens [from, to), those of dates and places left out: "a meeting in Oslo on Monday of X".
std::uint32_t words_between(const SentenceReading& sentence, std::uint32_t from, std::uint32_t to) {
  const auto within = [&](std::uint32_t begin, std::uint32_t end, std::uint32_t i) { return begin <= i && i < end; };
  std::uint32_t count = 0;
  for (auto i = from; i < to; ++i) {
    const bool dated = std::any_of(sentence.dates.begin(), sentence.dates.end(),
                                   [&](const DateWords& words) { return within(words.begin, words.end, i); });
    const bool placed = std::any_of(sentence.places.begin(), sentence.places.end(),
                                    [&](const PlaceWords& place) { return within(place.governor, place.end, i); });
    count += dated || placed || sentence.document.is_any(i, Word(","), Word("on"), Word("the")) ? 0U : 1U;
  }
  return count;
}

/// A meal or reception that somebody gives for somebody.
bool is_entertainment(const Document& document, const Trigger& trigger) {
  return document.is_any(trigger.end - 1, Word("reception"), Word("dinner"), Word("luncheon"), Word("lunch"),
                         Word("banquet"), Word("breakfast"), Word("iftar"), Word("audience"));
}

/// Where the words behind "credentials of" end that only say which one it is: "the newly appointed".
std::uint32_t behind_epithets(const SentenceReading& sentence, std::uint32_t i, std::uint32_t limit) {
  while (i < limit && (sentence.document.has(i, Tag::modifier) ||
                       sentence.document.is_any(i, Word("the"), Word("a"), Word("newly"), Word("appointed"))))
    ++i;
  return i;
}

bool governs(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup& verb, std::size_t r) {
  const auto& reference = sentence.references[r];
  const auto& head = sentence.references[sentence.lists[r].first];
  const auto preposition = sentence.prepositions[r];
  const auto frame = trigger.word.frame;
  if (is_company(preposition)) return true;
  if (preposition == "by") return verb.passive;
  if (preposition == "for" && verb.passive && frame == Frame::host && !reference.outside) return true;
  // "handed over command to X": the verb's own preposition governs.
  if (head.begin <= trigger.end + 1 && trigger.end > trigger.begin + 2 && frame == Frame::with) return true;
  if (behind_epithets(sentence, trigger.end, head.begin) == head.begin && trigger.end > trigger.begin + 1 &&
      (frame == Frame::mutual || frame == Frame::host)) {
    return true;
  }
  // "opened the doors of the palace to X and to Y"
  if (preposition == "to" && frame == Frame::host && sentence.document.is(trigger.end - 1, "of") && !reference.outside)
    return true;
  if (reference.outside) return false;
  // "X signed for the one side and Y for the other"
  if (frame == Frame::joint && preposition.empty() && head.begin > sentence.begin &&
      sentence.document.is(head.begin - 1, "and")) {
    return true;
  }
  // "visited the graves of X": whom somebody visits stands right behind.
  const bool visits = frame == Frame::guest && trigger.end == trigger.begin + 1;
  if (visits && preposition.empty() && head.begin > trigger.end + 1) return false;
  // A preposition that is part of the verb: "called on X".
  const bool direct = head.begin >= trigger.end && head.begin <= trigger.end + 1;
  if (preposition.empty() || (direct && head.begin == trigger.end))
    return !verb.passive && frame != Frame::joint && frame != Frame::with ? true : head.begin == trigger.end;
  if (preposition == "to") return head.begin <= trigger.end + 2 && frame != Frame::joint;
  if (preposition == "on") return head.begin <= trigger.end + 2 && frame == Frame::guest;
  return false;
}

/// "Among those whom he met in Oslo were A and B", "the ministers he met included A": A and B.
std::vector<std::size_t> told_behind(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  constexpr std::uint32_t far = 8;
  const auto next = std::find_if(sentence.verbs.begin(), sentence.verbs.end(),
                                 [&](const VerbGroup& verb) { return verb.begin >= trigger.end; });
  if (next == sentence.verbs.end() || next->begin > trigger.end + far || next->unreal ||
      !(next->copula || document.has(next->head, Tag::includes)))
    return {};
  bool several = false;
  for (auto i = sentence.begin; i < trigger.begin; ++i) {
    several = several || document.is_any(i, Word("those"), Word("among"), Word("people"), Word("others")) ||
              (!sentence.in_name(i) && document.has_any(i, bit(Tag::plural_head) | bit(Tag::all)));
  }
  std::vector<std::size_t> out;
  for (std::size_t r = 0; several && r < sentence.references.size(); ++r) {
    const auto begin = sentence.references[r].begin;
    if (begin >= trigger.end && begin < next->begin) return {};
    if (begin < next->end) continue;
    if (begin > next->end + 1) break;
    for (auto k = r; k <= sentence.lists[r].second; ++k) out.push_back(k);
    break;
  }
  return out;
}

/// "dined twice: first with A, then with B": A and B, of the clauses without a verb behind the colon.
std::vector<std::size_t> enumerated(const SentenceReading& sentence, const Trigger& trigger) {
  std::vector<std::size_t> out;
  const auto& document = sentence.document;
  auto colon = trigger.end;
  constexpr std::uint32_t near = 4;
  while (colon < std::min(sentence.end, trigger.end + near) && !document.is(colon, ":")) ++colon;
  if (!document.is(colon, ":") || !document.is_any(colon + 1, Word("first"), Word("with"))) return out;
  for (const auto& clause : sentence.clauses) {
    if (clause.begin <= colon) continue;
    if (clause.verb >= 0) break;
    for (const auto r : clause.references) {
      if (sentence.prepositions[r] == "with") out.push_back(r);
    }
  }
  return out;
}

/// "a meeting, in the course of the visit, with X": where the words between commas end behind which the sides follow;
/// `from` where there are none.
std::uint32_t end_of_aside(const Document& document, std::uint32_t from, std::uint32_t end) {
  constexpr std::uint32_t longest = 12;
  if (!document.is(from, ",")) return from;
  for (auto i = from + 1; i + 1 < std::min(end, from + longest); ++i) {
    if (document.is(i, ",")) return document.is_any(i + 1, Word("with"), Word("between")) ? i : from;
  }
  return from;
}

/// "After an audience with X, Y met Z": X stands behind another word of meeting than the verb.
bool belongs_to_noun(const SentenceReading& sentence, std::size_t r) {
  const auto begin = sentence.references[sentence.lists[r].first].begin;
  return std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& noun) {
    return noun.noun && noun.end + 1 == begin && sentence.document.is(noun.end, "with");
  });
}

/// "meetings between A, B and their counterparts": those listed before the last ones are of one side and met others.
bool lists_one_side(const SentenceReading& sentence, std::size_t r) {
  const auto& last = sentence.references[sentence.lists[r].second];
  return sentence.lists[r].second > sentence.lists[r].first + 1 && last.persons.empty() && last.plural &&
         sentence.document.is_any(last.end - 1, Word("counterparts"), Word("colleagues"), Word("homologues"));
}

/// "held talks, building on the engagements between X and Y": behind a gerund, and beside another noun than the
/// trigger.
bool builds_on_others(const SentenceReading& sentence, const Trigger& trigger, std::uint32_t begin) {
  const auto& document = sentence.document;
  for (auto i = trigger.end + 1; i + 2 < begin; ++i) {
    if (document.is(i - 1, ",") && document.ends_with(i, "ing") && !document.tokens[i].capital &&
        !document.has(i, Tag::verb))
      return true;
  }
  return false;
}

/// "A in Oslo, B in Rome": behind each of them a town, and nothing but a comma before the second.
bool each_placed(const SentenceReading& sentence, std::size_t a, std::size_t b) {
  const auto placed = [&](std::size_t r) {
    const auto end = sentence.references[r].end;
    return std::any_of(sentence.places.begin(), sentence.places.end(),
                       [&](const PlaceWords& place) { return place.governor == end && place.city; });
  };
  return a < b && sentence.document.is(sentence.references[b].begin - 1, ",") && placed(a) && placed(b);
}

}  // namespace

Persons persons_of(const SentenceReading& sentence, std::size_t first, std::size_t last) {
  const auto& document = sentence.document;
  Persons out;
  for (auto r = first; r <= last; ++r) {
    const auto& reference = sentence.references[r];
    // "the two of them, he and X": the names say who they are.
    if (reference.plural && reference.kind != ReferenceKind::name && r + 2 <= last &&
        document.is(sentence.references[r + 1].begin - 1, ",") && !document.has(reference.end - 1, Tag::delegations)) {
      continue;
    }
    if (reference.outside || (reference.possessive && reference.kind != ReferenceKind::group)) continue;
    add_all(out, reference.persons);
  }
  return out;
}

std::size_t gapped_subject(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto count = sentence.references.size();
  for (std::size_t r = 1; r + 1 < count; ++r) {
    const auto& subject = sentence.references[r];
    const auto& object = sentence.references[r + 1];
    if (subject.begin <= trigger.end || subject.outside || object.outside || sentence.lists[r].first + 1 < r) continue;
    const bool comma = document.is_any(subject.begin - 2, Word(","), Word(";"));
    const bool joined = document.is_any(subject.begin - 1, Word("while"), Word(";")) ||
                        (document.is(subject.begin - 1, "and") && (comma || document.is(subject.end, "one")));
    const bool with = document.is_any(object.begin - 1, Word("with"), Word("to"));
    const bool one = document.is_any(subject.end, Word("one"), Word("another"), Word("his"), Word("hers"));
    const auto gap = object.begin - std::min(object.begin, subject.end);
    if (joined && with && gap == (one ? 2U : 1U)) return r;
  }
  return count;
}

std::vector<Persons> complements(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& clause = sentence.clauses[trigger.clause];
  const auto& verb = *sentence.verb_of(clause);
  std::vector<Persons> members;
  const auto take = [&](std::size_t r) {
    const auto& reference = sentence.references[r];
    if (reference.possessive && reference.kind != ReferenceKind::group) return;
    if (!reference.persons.empty()) members.push_back(reference.persons);
  };
  if (clause.marker == "whom") {
    // "whom he received", "with whom he reviewed …"
    if (!clause.antecedent.empty()) members.push_back(clause.antecedent);
  }
  bool told_to = false;  // "spoke to X and, a day later, to Y"
  const auto gapped = gapped_subject(sentence, trigger);
  for (const auto r : clause.references) {
    if (r == gapped || r == gapped + 1) continue;
    const auto& reference = sentence.references[r];
    const bool subject =
        static_cast<int>(r) >= clause.subject_first && static_cast<int>(r) <= clause.subject_last && clause.has_subject;
    if (subject) continue;
    if (reference.begin < trigger.end) {
      // "With X, Y discussed …", "By X, Y was received"
      const auto preposition = sentence.prepositions[r];
      const bool at_other_time =
          sentence.document.is_any(sentence.begin, Word("after"), Word("following"), Word("before"), Word("ahead")) &&
          belongs_to_noun(sentence, r);
      if ((is_company(preposition) || (verb.passive && preposition == "by")) && !at_other_time) take(r);
      continue;
    }
    // "met X ahead of his talks with Y"
    if (!members.empty() && sentence.lists[r].first == r && belongs_to_noun(sentence, r)) break;
    const bool goes_on = told_to && sentence.prepositions[r] == "to" && !reference.outside;
    if (!goes_on && !governs(sentence, trigger, verb, r)) continue;
    told_to = told_to || sentence.prepositions[r] == "to";
    take(r);
  }
  if (members.empty() && !verb.passive) {
    for (const auto r : enumerated(sentence, trigger)) take(r);
  }
  if (members.empty() && !verb.passive) {
    for (const auto r : told_behind(sentence, trigger)) take(r);
  }
  return members;
}

bool told_apart(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto& clause = sentence.clauses[trigger.clause];
  constexpr auto setting = bit(Tag::weekday) | bit(Tag::month) | bit(Tag::city) | bit(Tag::seat) | bit(Tag::day_words);
  auto last = sentence.references.size();
  for (const auto r : clause.references) {
    const auto begin = sentence.references[r].begin;
    if (begin < trigger.end) continue;
    bool repeated = false;  // "with X and, later on Thursday, with Y"
    bool later = false;     // "X and, half an hour later, Y"
    for (auto i = last < r ? sentence.references[last].end : begin; i + 1 < begin; ++i) {
      if (document.is(i, "another")) return true;  // "a call with X and another with Y"
      const bool conjunction = document.is_any(i, Word("and"), Word("then"));
      repeated = repeated || (conjunction && (is_company(document.word(begin - 1)) || document.is(begin - 1, "by")));
      later = later || (conjunction && document.is(i + 1, ",") && document.is(begin - 1, ","));
    }
    // "talks with X and with Y"
    if (last < r && repeated && document.is(begin - 1, "with") && document.is(begin - 2, "and") && trigger.noun &&
        document.ends_with(trigger.end - 1, "s"))
      return true;
    // "on Monday with X and with Y on Tuesday"
    if (last < r && repeated && sentence.dates.size() > 1) return true;
    const bool joined = document.is(begin - 1, "and") || sentence.prepositions[r] == "to" || repeated || later ||
                        each_placed(sentence, last, r);
    if (last < r && (sentence.lists[r].first == r || repeated || later) && joined) {
      for (auto i = sentence.references[last].end; i < begin; ++i) {
        if (document.has_any(i, setting) ||
            document.is_any(i, Word("then"), Word("later"), Word("afterwards"), Word("separate"), Word("separately")) ||
            document.tokens[i].kind == TokenKind::number)
          return true;
      }
    }
    last = r;
  }
  return false;
}

std::vector<Persons> attached(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  std::vector<Persons> members;
  // "with X, who is on a visit, and with Y": the list goes on behind a clause about one of its members.
  const auto inserted = [&](std::uint32_t token) {
    const auto& clause = sentence.clauses[sentence.clause_of[token - sentence.begin]];
    return clause.relative && clause.begin > trigger.end;
  };
  auto limit = sentence.end;
  for (const auto& verb : sentence.verbs) {
    const bool inside = verb.form == VerbForm::participle || verb.form == VerbForm::gerund || inserted(verb.begin);
    if (verb.begin >= trigger.end && !inside) {
      limit = std::min(limit, verb.begin);
      break;
    }
  }
  const auto aside = end_of_aside(document, trigger.end, sentence.end);
  for (const auto& other : sentence.triggers) {
    if (other.noun && other.begin >= aside && !inserted(other.begin)) {
      limit = std::min(limit, other.begin);
      break;
    }
  }
  const auto gapped = gapped_subject(sentence, trigger);
  // "talks … in Ankara on Monday with X": places and dates may come first, nobody else.
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    if (reference.begin < trigger.end) continue;
    const bool resumed = document.is(reference.begin - 2, "and") && is_company(document.word(reference.begin - 1));
    if (inserted(reference.begin) && !resumed) continue;
    if (reference.begin >= limit || r == gapped) break;
    const auto preposition = sentence.prepositions[r];
    const auto& head = sentence.references[sentence.lists[r].first];
    if (preposition == "between" && builds_on_others(sentence, trigger, head.begin)) break;
    if (preposition == "between" && lists_one_side(sentence, r)) return {};
    const bool visit = trigger.word.type == EventType::visit;
    bool takes = is_company(preposition);
    // "the meeting, attended by X": who was there, too, and not whose meeting it was.
    const auto* around = sentence.verb_of(sentence.clauses[trigger.clause]);
    const bool attended = preposition == "by" &&
                          ((head.begin > trigger.end + 1 &&
                            document.has_any(head.begin - 2, bit(Tag::attending_before) | bit(Tag::attending_after))) ||
                           (around != nullptr && around->passive && document.is(around->head, "accompanied")));
    const bool close = head.begin <= trigger.end + 3 || words_between(sentence, trigger.end, head.begin) <= 1;
    const bool buried = preposition == "of" && document.is_any(trigger.end - 1, Word("funeral"), Word("burial"));
    takes = takes || ((preposition == "of" || preposition == "by") && close && !visit && !attended && !buried);
    // "the talks held on Monday by X and Y"
    takes = takes || (preposition == "by" && !visit &&
                      document.is_any(trigger.end, Word("held"), Word("conducted"), Word("had")));
    // "was accorded a welcome at the palace by X"
    takes = takes || (preposition == "by" && around != nullptr && around->passive && around->begin < trigger.begin &&
                      !visit && !attended);
    // "took a call from X"
    takes = takes ||
            (preposition == "from" && close &&
             (trigger.word.type == EventType::call || document.is(trigger.begin, "briefing") ||
              (document.is(trigger.begin, "visit") && !reference.outside) || document.is(trigger.begin, "courtesy")));
    // "hosted a reception in Hanoi on Monday for X"
    takes =
        takes || ((preposition == "for" || preposition == "to") && (members.empty() || sentence.lists[r].first < r) &&
                  !reference.outside && is_entertainment(document, trigger));
    // "the reception by X of Y"
    takes = takes || (members.size() == 1 &&
                      ((preposition == "of" && sentence.prepositions[r - 1] == "by") ||
                       (preposition == "by" && sentence.prepositions[r - 1] == "of" && !visit && !attended)));
    const bool audience =
        preposition == "to" && close && document.is_any(trigger.begin, Word("audience"), Word("audiences"));
    takes = takes || ((preposition == "to" || preposition == "on" || preposition == "for") &&
                      (head.begin <= trigger.end + 2 || audience) && !reference.outside);
    takes = takes || (preposition.empty() && !members.empty() && sentence.lists[r].first < r);
    if (!takes && preposition.empty() && head.begin >= trigger.end && head.begin <= trigger.end + 2) {
      // "talks involving X", "meeting: X"
      // "participated in the meeting: X" says who was there.
      const bool attended_by = around != nullptr && document.has(around->head, Tag::attending_before);
      takes =
          document.is_any(head.begin - 1, Word("involving"), Word("featuring"), Word("bringing"), Word("including")) ||
          (document.is(head.begin - 1, ":") && !attended_by);
    }
    if (!takes) {
      if (members.empty() && !preposition.empty()) continue;
      break;
    }
    if (reference.possessive && reference.kind != ReferenceKind::group) continue;
    if (!reference.persons.empty()) members.push_back(reference.persons);
  }
  return members;
}

std::vector<Persons> behind_subject(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& clause = sentence.clauses[trigger.clause];
  const auto* verb = sentence.verb_of(clause);
  std::vector<Persons> members;
  if (verb == nullptr) return members;
  for (const auto r : clause.references) {
    const auto& reference = sentence.references[r];
    if (reference.begin < verb->end || (reference.possessive && reference.kind != ReferenceKind::group)) continue;
    const bool of_another = std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& other) {
      return other.noun && other.begin >= verb->end && other.end <= reference.begin;
    });
    if (of_another) continue;
    // "The talks brought them together with X."
    const bool brought = reference.begin == verb->end &&
                         sentence.document.is_any(verb->head, Word("brought"), Word("united"), Word("saw"));
    // "A courtesy call was paid on X by Y."
    const bool paid =
        verb->passive && sentence.document.is(verb->head, "paid") &&
        (sentence.prepositions[r] == "on" || sentence.prepositions[r] == "to" || sentence.prepositions[r] == "by");
    // "The meeting took place in Oslo of X with Y."
    const bool of_side = sentence.prepositions[r] == "of" && sentence.document.has(verb->head, Tag::happened) &&
                         words_between(sentence, verb->end, reference.begin) <= 3 &&
                         r + 1 < sentence.references.size() && sentence.prepositions[r + 1] == "with";
    // "The meeting was headed by X and Y."
    const bool headed = verb->passive && sentence.prepositions[r] == "by" &&
                        sentence.lists[r].second > sentence.lists[r].first &&
                        sentence.document.is_any(verb->head, Word("headed"), Word("chaired"), Word("led"));
    if ((brought || of_side || headed || is_company(sentence.prepositions[r]) || paid ||
         (sentence.prepositions[r] == "by" && verb->passive && sentence.document.has(verb->head, Tag::happened))) &&
        !reference.persons.empty()) {
      members.push_back(reference.persons);
    }
  }
  return members;
}

Persons joined(const std::vector<Persons>& members) {
  Persons out;
  for (const auto& one : members) add_all(out, one);
  return out;
}

Persons host_of_noun(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (verb.form != VerbForm::participle || !document.is(verb.begin - 1, ",") ||
      !document.is_any(verb.head, Word("hosted"), Word("convened"), Word("chaired"), Word("mediated")))
    return {};
  const bool behind_noun = std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& other) {
    return other.noun && other.begin < trigger.begin && other.begin + 16 > trigger.begin &&
           document.is_any(other.end, Word("with"), Word("between"));
  });
  return behind_noun ? joined(complements(sentence, trigger)) : Persons{};
}

bool comes_together(const SentenceReading& sentence, const Trigger& trigger) {
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto begin = sentence.references[r].begin;
    if (begin < trigger.end + 2) continue;
    return sentence.prepositions[r] == "with" && sentence.document.is(begin - 1, "with") &&
           sentence.document.is_any(begin - 2, Word("together"), Word("along"));
  }
  return false;
}

void split_groups(const SentenceReading& sentence, const Trigger& trigger, bool told_apart_later, const Persons& common,
                  std::vector<Persons>& members) {
  const auto& document = sentence.document;
  // "meetings with the ministers of Peru, Kenya and Norway"
  bool apart = told_apart_later;
  apart =
      apart || (trigger.noun && document.ends_with(trigger.end - 1, "meetings") && document.is(trigger.end, "with"));
  for (auto i = sentence.begin; i < sentence.end; ++i)
    apart = apart || document.is_any(i, Word("separately"), Word("individually"), Word("singly")) ||
            (document.is(i, "separate") && document.has(i + 1, Tag::noun));
  const auto group = std::find_if(members.begin(), members.end(), [](const Persons& one) { return one.size() > 1; });
  if (!apart || common.size() != 1 || group == members.end() || group->size() > 4) return;
  const auto all = joined(members);
  if (all.size() != group->size()) return;
  members.clear();
  for (const auto person : all) members.push_back({person});
}

}  // namespace entente::extract
