#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// "ahead of X's meeting": words of plan right before whose meeting it is.
bool is_planned_of_somebody(const SentenceReading& sentence, std::uint32_t token) {
  const auto& document = sentence.document;
  return std::any_of(sentence.references.begin(), sentence.references.end(), [&](const Reference& owner) {
    if (!owner.possessive || owner.end > token || owner.end + 4 < token) return false;
    for (std::uint32_t back = 1; back <= 4 && owner.begin >= sentence.begin + back; ++back) {
      const auto* match = document.find(owner.begin - back, Tag::planned);
      if (match != nullptr && match->length == back) return true;
    }
    return false;
  });
}

/// "in a further meeting with X he stressed", "there were further meetings": further than those told before.
bool is_one_more(const SentenceReading& sentence, std::uint32_t i) {
  const auto& document = sentence.document;
  const auto word = document.is(i, "a") ? i + 1 : i;
  return document.is(word, "further") && i > sentence.begin &&
         document.is_any(i - 1, Word("in"), Word("was"), Word("were"), Word("had"), Word("held"));
}

/// "the planned meeting", "no meeting", "a possible summit": words of plan or denial right before a noun.
bool is_planned_noun(const SentenceReading& sentence, std::uint32_t token) {
  const auto& document = sentence.document;
  if (is_planned_of_somebody(sentence, token)) return true;
  // "the upcoming Central Asia + China Summit"
  auto name = token;
  while (name > sentence.begin && (document.tokens[name - 1].capital || document.is_punctuation(name - 1)) &&
         !document.is(name - 1, ","))
    --name;
  const auto from = name > sentence.begin + 4 ? name - 4 : sentence.begin;
  for (auto i = from; i < token; ++i) {
    if (sentence.in_name(i) || document.is_punctuation(i)) continue;
    if (is_one_more(sentence, i)) break;
    for (const auto tag : {Tag::planned, Tag::denied}) {
      if (const auto* match = document.find(i, tag); match != nullptr && i + match->length <= token) {
        // A mark or a verb between them ends what the words bear on.
        bool cut = false;
        for (auto k = i + match->length; k < token; ++k)
          cut = cut || document.has(k, Tag::light) ||
                document.is_any(k, Word(","), Word("came"), Word("was"), Word("were"));
        if (!cut) return true;
      }
    }
  }
  return false;
}

bool is_future(const SentenceReading& sentence, std::uint32_t token) {
  const auto& document = sentence.document;
  for (const auto& words : sentence.dates) {
    // "ahead of tomorrow's meeting" dates that meeting
    if (words.anchor == Anchor::published && words.offset > 0 && !document.is(words.end, "'s")) return true;
  }
  const auto clause = sentence.clause_of[token - sentence.begin];
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.has(i, Tag::future) && !document.is(i + 1, "'s") && sentence.clause_of[i - sentence.begin] == clause &&
        !sentence.in_name(i))
      return true;
  }
  return false;
}

/// The word before a verb group makes a wish of it: "without meeting", "hope of meeting".
bool is_wished_gerund(const SentenceReading& sentence, const VerbGroup& verb) {
  if (verb.begin == sentence.begin) return false;
  return sentence.document.is_any(verb.begin - 1, Word("without"), Word("of"), Word("for"), Word("against"),
                                  Word("about"), Word("considering"), Word("instead"), Word("not"));
}

/// "had the honour of meeting X"
bool has_honour_of(const SentenceReading& sentence, const VerbGroup& verb, const Clause* parent) {
  if (verb.begin == sentence.begin || !sentence.document.is(verb.begin - 1, "of") || parent == nullptr) return false;
  const auto* governing = sentence.verb_of(*parent);
  return governing != nullptr && governing->end < verb.begin && sentence.document.has(governing->head, Tag::motion);
}

/// "denied that X met Y", "neither X nor Y met Z"
bool is_denied(const SentenceReading& sentence, const Clause& clause, const Clause* parent) {
  const auto& document = sentence.document;
  if (clause.marker == "that" && parent != nullptr && parent->verb >= 0 &&
      document.has(sentence.verb_of(*parent)->head, Tag::denied)) {
    return true;
  }
  if (clause.subject_first < 0 || clause.inherited) return false;
  const auto begin = sentence.references[static_cast<std::size_t>(clause.subject_first)].begin;
  return begin > sentence.begin && document.is(begin - 1, "neither");
}

/// "the newspaper claimed that X met Y": told by nobody who was there.
bool is_rumour(const SentenceReading& sentence, const Clause& clause, const Clause* parent) {
  if (clause.marker != "that" || parent == nullptr || parent->verb < 0 || !parent->subject.empty()) return false;
  return sentence.document.is_any(sentence.verb_of(*parent)->head, Word("claimed"), Word("claims"), Word("alleged"),
                                  Word("alleges"), Word("alleging"), Word("claiming"));
}

/// "will be the first when he sits down with X": the present tense lies ahead with what it is told beside.
bool is_appointed(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  if (clause.marker != "when" || verb.end > verb.begin + 2 || !sentence.document.ends_with(verb.begin, "s"))
    return false;
  for (auto i = sentence.begin; i < clause.begin; ++i) {
    if (sentence.document.is(i, "will")) return true;
  }
  return false;
}

}  // namespace

bool is_on_screen(const SentenceReading& sentence, std::uint32_t token) {
  const auto& document = sentence.document;
  constexpr std::uint32_t far = 20;
  for (auto i = token; i < std::min(sentence.end, token + far); ++i) {
    if (!document.is_any(i, Word("television"), Word("tv"), Word("screen"), Word("screens"))) continue;
    for (std::uint32_t back = 1; back <= 3 && i > token + back - 1; ++back) {
      if (document.is(i - back, "on")) return true;
    }
  }
  return false;
}

bool is_unreal(const SentenceReading& sentence, const Clause& clause) {
  const auto* verb = sentence.verb_of(clause);
  if (clause.condition) return true;
  if (verb == nullptr) return false;
  if (verb->unreal) return true;
  const auto* parent = sentence.parent_of(clause);
  if (is_denied(sentence, clause, parent) || is_rumour(sentence, clause, parent)) return true;
  if (is_appointed(sentence, clause, *verb)) return true;
  // "Hanoi may be where the two meet next"
  if (clause.marker == "where" && parent != nullptr && parent->verb >= 0 && sentence.verb_of(*parent)->copula &&
      sentence.document.is_any(sentence.verb_of(*parent)->begin, Word("may"), Word("might"), Word("could"),
                               Word("will")))
    return true;
  if (verb->form == VerbForm::infinitive) {
    if (parent == nullptr) return true;
    const auto* governing = sentence.verb_of(*parent);
    if (governing == nullptr) return true;
    // "There are plans for the leaders to hold a meeting"
    for (auto i = governing->end; i < verb->begin; ++i) {
      if (sentence.document.is_any(i, Word("plans"), Word("plan"), Word("proposal"), Word("proposals"),
                                   Word("intention"), Word("agreement"), Word("hopes")))
        return true;
    }
    // "landed at the airport, to be greeted by X"
    if (verb->passive && verb->begin > sentence.begin && sentence.document.is(verb->begin - 1, ",") &&
        sentence.document.has_any(governing->head, bit(Tag::arrival) | bit(Tag::motion)))
      return is_unreal(sentence, *parent);
    // "is on Wednesday also due to hold talks"
    for (auto i = governing->end; governing->copula && i < verb->begin; ++i) {
      if (sentence.document.is_any(i, Word("due"), Word("set"), Word("scheduled"), Word("expected"), Word("slated"),
                                   Word("likely"), Word("poised"), Word("supposed")))
        return true;
    }
    // "were at the airport to welcome X"
    if (governing->copula && governing->end < verb->begin) return is_unreal(sentence, *parent);
    for (auto i = governing->begin; i < governing->end; ++i) {
      if (sentence.document.has(i, Tag::motion)) return is_unreal(sentence, *parent);
    }
    return true;
  }
  if (verb->form == VerbForm::gerund) {
    if (has_honour_of(sentence, *verb, parent)) return is_unreal(sentence, *parent);
    if (is_wished_gerund(sentence, *verb)) return true;
    // "denied having met X", "ruled out meeting X"
    if (parent != nullptr && parent->verb >= 0) {
      const auto& governing = *sentence.verb_of(*parent);
      if (governing.end == verb->begin && sentence.document.has_any(governing.head, bit(Tag::denied) | bit(Tag::wish)))
        return true;
    }
    return parent != nullptr && parent->verb >= 0 && sentence.verb_of(*parent)->unreal &&
           !sentence.document.is_any(verb->begin > sentence.begin ? verb->begin - 1 : verb->begin, Word("after"),
                                     Word("following"));
  }
  if (clause.shares_subject && parent != nullptr && verb->head == verb->begin &&
      (verb->end - verb->begin == 1 ||
       sentence.document.is_any(verb->head, Word("call"), Word("meet"), Word("pay"), Word("sit"), Word("have"),
                                Word("shake"), Word("exchange"), Word("lay"), Word("come")))) {
    // "would meet X and sign …": a bare verb goes on with the auxiliary.
    const auto* governing = sentence.verb_of(*parent);
    if (governing != nullptr && governing->unreal && !sentence.document.ends_with(verb->head, "ed")) return true;
  }
  return false;
}

bool is_planned(const SentenceReading& sentence, const Trigger& trigger) {
  return is_planned_noun(sentence, trigger.begin);
}

bool is_unreal(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& clause = sentence.clauses[trigger.clause];
  if (is_on_screen(sentence, trigger.end)) return true;
  if (is_unreal(sentence, clause)) return true;
  if (is_future(sentence, trigger.begin)) return true;
  if (!trigger.noun) return false;
  if (is_planned_noun(sentence, trigger.begin)) return true;
  const auto* verb = sentence.verb_of(clause);
  if (verb == nullptr) return false;
  const auto& document = sentence.document;
  // "A meeting with X is on the schedule": what is, in the present, has not been.
  if (verb->copula && verb->begin >= trigger.end && document.is_any(verb->begin, Word("is"), Word("are")))
    return !document.is_any(verb->end, Word("under"), Word("underway"), Word("ongoing"), Word("over"));
  // "A courtesy call on X is being arranged"
  if (verb->passive && document.is(verb->head - 1, "being") &&
      document.is_any(verb->head, Word("arranged"), Word("prepared"), Word("planned"), Word("organised"),
                      Word("organized"), Word("considered"), Word("negotiated"), Word("finalised"), Word("finalized")))
    return true;
  // "proposed a meeting", "the talks were postponed"
  for (auto i = verb->begin; i < std::min(verb->end + 1, sentence.end); ++i) {
    const bool meal = document.is_any(i, Word("offered"), Word("offers")) &&
                      document.is_any(trigger.end - 1, Word("dinner"), Word("lunch"), Word("luncheon"), Word("banquet"),
                                      Word("reception"), Word("breakfast"), Word("toast"));
    if (document.has(i, Tag::wish) && !meal) return verb->end <= trigger.begin || verb->passive || !verb->copula;
  }
  return false;
}

}  // namespace entente::extract
