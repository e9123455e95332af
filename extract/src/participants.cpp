#include "participants.hpp"

#include "reference_lists.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// True if the reference is governed by a verb directly before it.
bool is_object(const SentenceReading& sentence, std::size_t r) {
  const auto begin = sentence.references[r].begin;
  if (begin == sentence.begin) return false;
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun && trigger.end == begin && !trigger.passive) return true;
  }
  return false;
}

/// True if only auxiliaries stand between the last comma and `token`.
bool relative_closed(const SentenceReading& sentence, std::uint32_t begin, std::uint32_t token) {
  const auto& document = sentence.document;
  for (auto i = token; i > begin; --i) {
    const auto word = document.word(i - 1);
    if (word == ",") return i - 1 > begin;
    if (word != "had" && word != "has" && word != "have" && word != "also" && word != "then" &&
        !sentence.is_be(i - 1) && word != "later")
      return false;
  }
  return false;
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

Persons subject_before(const SentenceReading& sentence, std::uint32_t token, std::uint32_t begin) {
  for (auto r = sentence.references.size(); r-- > 0;) {
    const auto& reference = sentence.references[r];
    if (reference.end > token || reference.begin < begin) continue;
    const auto [first, last] = sentence.lists[r];
    const auto& before = sentence.prepositions[r];
    if (!before.empty() || reference.outside || reference.possessive || is_object(sentence, first)) continue;
    auto found = persons_of(sentence, first, std::min(last, r));
    // The list may go on behind the verb; what counts is what stands before it.
    if (!found.empty()) return found;
    if (reference.kind != ReferenceKind::name) return {};
  }
  return {};
}

Persons subject_of(const SentenceReading& sentence, std::uint32_t token) {
  const auto& document = sentence.document;
  const auto begin = sentence.clause_begin(token);
  if (auto found = subject_before(sentence, token, begin); !found.empty()) return found;
  if (begin > sentence.begin) {
    const auto opener = document.word(begin - 1);
    if (opener == "who" || opener == "which") {
      // "X and Y, who …, met": behind the clause, those before it go on.
      const bool closed = relative_closed(sentence, begin, token);
      // The antecedent stands right before.
      for (auto r = sentence.references.size(); r-- > 0;) {
        if (sentence.references[r].end > begin - 1) continue;
        if (closed) return persons_of(sentence, sentence.lists[r].first, r);
        if (begin - 1 - sentence.references[r].end <= 2 && !sentence.references[r].outside)
          return sentence.references[r].persons;
        break;
      }
      return {};
    }
    if (opener == ";" || opener == ":" || opener == "—" || opener == "where" || opener == "when" || opener == "whom" ||
        opener == "whose") {
      if (auto found = subject_before(sentence, begin - 1, sentence.begin);
          opener != "whom" && opener != "whose" && opener != "where")
        return found;
      return {};
    }
    // "X told reporters that he … and met Y": the main clause's subject.
    return subject_before(sentence, begin - 1, sentence.begin);
  }
  return {};
}

Persons subject_behind(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  bool object = false;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.references[r].begin < trigger.end) continue;
    const auto [first, last] = sentence.lists[r];
    const bool comma = sentence.references[r].begin > 0 && document.is(sentence.references[r].begin - 1, ",");
    if (object && comma && plain_preposition(sentence, r).empty() && !sentence.references[r].outside &&
        !sentence.references[r].possessive)
      return persons_of(sentence, r, std::max(r, last));
    object = true;
  }
  return {};
}

bool governs(const SentenceReading& sentence, const Trigger& trigger, std::size_t r) {
  const auto& document = sentence.document;
  auto before = sentence.prepositions[r];
  const auto head = sentence.lists[r].first;
  const auto first = std::max(trigger.end, sentence.references[head].begin);
  // A preposition that is part of the verb: "called on X".
  if (!trigger.noun && !before.empty() && sentence.references[r].begin <= trigger.end + 1 &&
      sentence.references[r].begin >= 1 && sentence.references[r].begin - 1 < trigger.end) {
    before = {};
  }
  if (trigger.noun && (before == "by" || before == "of")) {
    for (const auto& other : sentence.triggers) {
      if (other.noun && other.begin > trigger.begin && other.begin < first) return false;
    }
  }
  if (sentence.references[r].outside && !(before == "of" || before == "with" || before == "by" || before == "between"))
    return false;
  if (trigger.noun) {
    if (before == "with" || before == "between" || before == "among" || before == "by" || before == "of") {
      // "of" must hang on the noun itself, not on a place or office in between.
      if (before == "of") return sentence.references[sentence.lists[r].first].begin <= trigger.end + 4;
      if (before == "by") {
        if (first > trigger.end + 8) return false;
        for (auto i = trigger.end; i < first; ++i) {
          if (document.has(i, Tag::attending_after)) return false;
        }
      }
      return true;
    }
    if (before == "to" || before == "on") return sentence.references[sentence.lists[r].first].begin <= trigger.end + 3;
    if (before == "for") return trigger.light && first <= trigger.end + 2;
    if (before.empty()) return first <= trigger.end + 1 || (first > trigger.end && document.is(first - 1, "brought"));
    return false;
  }
  if (before == "with" || before == "alongside" || before == "opposite") return true;
  if (trigger.passive) return before == "by" || (before == "for" && trigger.word.frame == Frame::host);
  if (before == "by") return false;
  const auto list_begin = sentence.references[sentence.lists[r].first].begin;
  if (before == "to") return list_begin <= trigger.end + (trigger.word.frame == Frame::host ? 8U : 2U);
  if (before == "in" || before == "on") return false;
  // "visited the graves of X": whom somebody visits stands right behind.
  if (trigger.word.frame == Frame::guest && list_begin > trigger.end + 1) return false;
  return before.empty() && trigger.word.frame != Frame::joint
             ? true
             : before.empty() && sentence.references[sentence.lists[r].first].begin <= trigger.end;
}

}  // namespace entente::extract
