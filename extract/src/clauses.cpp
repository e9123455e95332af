#include "clauses.hpp"

#include "person_list.hpp"
#include "reference_lists.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

enum class Marker : std::uint8_t { none, relative, where, subordinate, condition, coordinate };

class ClauseFinder {
 public:
  explicit ClauseFinder(SentenceReading& sentence) : sentence_(sentence), document_(sentence.document) {}

  void find() {
    sentence_.clauses.clear();
    sentence_.clause_of.assign(sentence_.end - sentence_.begin, 0);
    open({.begin = sentence_.begin});
    std::size_t reference = 0;
    std::size_t verb = 0;
    for (auto i = sentence_.begin; i < sentence_.end;) {
      while (reference < sentence_.references.size() && sentence_.references[reference].begin < i) ++reference;
      while (verb < sentence_.verbs.size() && sentence_.verbs[verb].begin < i) ++verb;
      if (reference < sentence_.references.size() && sentence_.references[reference].begin == i) {
        leave_insertion(reference);
        current().references.push_back(reference);
        mark(i, sentence_.references[reference].end);
        i = std::max(i + 1, sentence_.references[reference].end);
        continue;
      }
      if (verb < sentence_.verbs.size() && sentence_.verbs[verb].begin == i) {
        take_verb(verb);
        mark(i, sentence_.verbs[verb].end);
        i = std::max(i + 1, sentence_.verbs[verb].end);
        continue;
      }
      if (!sentence_.is_quoted(i)) take_marker(i);
      sentence_.clause_of[i - sentence_.begin] = static_cast<std::uint32_t>(current_);
      ++i;
    }
    for (auto& clause : sentence_.clauses) clause.end = std::max(clause.end, clause.begin);
    take_turns();
    take_pleasures();
    take_speakers();
    inherit_subjects();
    find_ends();
  }

 private:
  /// "A, whose country mediated, B and C": a list goes on behind the clause about one of its members.
  void leave_insertion(std::size_t r) {
    const auto& clause = current();
    const auto begin = sentence_.references[r].begin;
    if (!clause.relative || clause.verb < 0 || begin == sentence_.begin) return;
    if (clause.parent >= 0 && begin > sentence_.begin + 3 && document_.is(begin - 1, "with") &&
        document_.is(begin - 2, "and") && document_.is(begin - 3, ",")) {
      // "lunch with A, who is on a visit, and with B"
      current_ = static_cast<std::size_t>(clause.parent);
      return;
    }
    if (!document_.is_any(begin - 1, Word(","), Word("and"))) return;
    const auto first = sentence_.lists[r].first;
    // "A, which holds the presidency, B and C met": the clause around still waits for its verb.
    const bool waits = clause.parent >= 0 && sentence_.clauses[static_cast<std::size_t>(clause.parent)].verb < 0 &&
                       first == r && document_.is(begin - 1, ",") &&
                       begin > sentence_.verbs[static_cast<std::size_t>(clause.verb)].end + 1;
    if (waits && is_listed_with_next(r)) {
      current_ = static_cast<std::size_t>(clause.parent);
      return;
    }
    const bool own =
        first == r || std::find(clause.references.begin(), clause.references.end(), first) != clause.references.end();
    if (!own && clause.parent >= 0) current_ = static_cast<std::size_t>(clause.parent);
  }

  /// True if the list that begins with reference `r` has further members.
  bool is_listed_with_next(std::size_t r) const { return sentence_.lists[r].second > r; }

  void mark(std::uint32_t begin, std::uint32_t end) {
    for (auto i = begin; i < std::min(std::max(end, begin + 1), sentence_.end); ++i)
      sentence_.clause_of[i - sentence_.begin] = static_cast<std::uint32_t>(current_);
  }

  Clause& current() { return sentence_.clauses[current_]; }

  void open(Clause clause) {
    sentence_.clauses.push_back(std::move(clause));
    current_ = sentence_.clauses.size() - 1;
  }

  bool ends_reference(std::uint32_t token) const {
    return std::any_of(sentence_.references.begin(), sentence_.references.end(),
                       [&](const Reference& r) { return r.end == token; });
  }

  Marker marker_at(std::uint32_t i) const {
    if (!document_.is_any(i, Word("who"), Word("which"), Word("whom"), Word("whose"), Word("where"), Word("when"),
                          Word("while"), Word("because"), Word("although"), Word("though"), Word("whereas"), Word("if"),
                          Word("unless"), Word("whether"), Word(":"), Word(";"), Word("—"), Word("but"), Word("that"),
                          Word("as"), Word("after"), Word("before"), Word("since"), Word("until"))) {
      return Marker::none;
    }
    const auto word = document_.word(i);
    if (word == "who" || word == "which" || word == "whom" || word == "whose") return Marker::relative;
    if (word == "where") return Marker::where;
    if (word == "when" || word == "while" || word == "because" || word == "although" || word == "though" ||
        word == "whereas") {
      return Marker::subordinate;
    }
    if (word == "if" || word == "unless" || word == "whether") return Marker::condition;
    if (word == ":" && opens_list(i)) return Marker::none;
    if (word == ";" && only_lists(i)) return Marker::none;
    // "separate but identical deals"
    if (word == "but" && !document_.is(i - 1, ",") && !verb_follows(i + 1)) return Marker::none;
    if (word == "—" && encloses(i)) return Marker::none;
    if (word == ";" || word == "—" || (word == ":" && !document_.is(i + 1, "with")) || word == "but") {
      return Marker::coordinate;
    }
    if (word == "that" && i > sentence_.begin && !document_.has(i + 1, Tag::noun)) {
      const bool after_verb =
          std::any_of(sentence_.verbs.begin(), sentence_.verbs.end(), [&](const VerbGroup& v) { return v.end == i; });
      const bool before_reference = std::any_of(sentence_.references.begin(), sentence_.references.end(),
                                                [&](const Reference& r) { return r.begin == i + 1; });
      return after_verb || before_reference || ends_reference(i) ? Marker::subordinate : Marker::none;
    }
    if (word == "as" || word == "after" || word == "before" || word == "since" || word == "until") {
      return clause_follows(i + 1) ? Marker::subordinate : Marker::none;
    }
    return Marker::none;
  }

  /// "The leaders — A, B and C — met": the dash opens or closes a list of names.
  bool encloses(std::uint32_t i) const {
    const auto listed = [&](std::uint32_t from, std::uint32_t to) {
      bool named = false;
      for (auto k = from; k < to;) {
        const auto found = std::find_if(sentence_.references.begin(), sentence_.references.end(),
                                        [&](const Reference& r) { return r.begin <= k && k < r.end; });
        if (found == sentence_.references.end() && !document_.is_any(k, Word(","), Word("and"), Word("&")))
          return false;
        named = named || found != sentence_.references.end();
        k = found == sentence_.references.end() ? k + 1 : found->end;
      }
      return named;
    };
    for (auto k = sentence_.begin; k < sentence_.end; ++k) {
      if (document_.is(k, "—") && k != i && listed(std::min(i, k) + 1, std::max(i, k))) return true;
    }
    return false;
  }

  /// True if a verb begins within a few words.
  bool verb_follows(std::uint32_t i) const {
    return std::any_of(sentence_.verbs.begin(), sentence_.verbs.end(),
                       [&](const VerbGroup& v) { return v.begin >= i && v.begin <= i + 8; });
  }

  /// "the ministers of Algeria, A; Ghana, B; and Norway, C": no verb follows, only who is told next. "A, the adviser;
  /// B; and C were present": none has come before.
  bool only_lists(std::uint32_t i) const {
    const bool told = std::any_of(sentence_.verbs.begin(), sentence_.verbs.end(),
                                  [&](const VerbGroup& v) { return v.begin < i && v.form == VerbForm::finite; });
    if (!told && !sentence_.references.empty() && sentence_.references.front().begin <= sentence_.begin + 1)
      return true;
    auto end = i + 1;
    while (end < sentence_.end && !document_.is(end, ";")) ++end;
    const bool verb = std::any_of(sentence_.verbs.begin(), sentence_.verbs.end(), [&](const VerbGroup& v) {
      return v.begin > i && v.begin < end && v.form == VerbForm::finite;
    });
    return !verb && !document_.is_any(i + 1, Word("on"), Word("in"), Word("at"), Word("with"), Word("for"), Word("by"));
  }

  /// "attended by: A; B", "those present were: A, B".
  bool opens_list(std::uint32_t i) const {
    if (i > sentence_.begin && document_.is(i - 1, "by")) return true;
    // "received in separate audiences: - A; - B"
    const bool bullet = document_.is_any(i + 1, Word("-"), Word("–"), Word("•"), Word("*"), Word("·"));
    return std::any_of(sentence_.verbs.begin(), sentence_.verbs.end(), [&](const VerbGroup& v) {
      const bool receives = v.event != nullptr && v.event->frame == Frame::host && v.begin < i && v.end + 5 > i;
      return (v.end == i && (v.copula || v.passive)) ||
             (bullet && !v.passive && (receives || (v.end == i && document_.has(v.head, Tag::includes))));
    });
  }

  /// A subject and a finite verb right behind: "after X arrived", not "after talks with X".
  bool clause_follows(std::uint32_t i) const {
    for (const auto& reference : sentence_.references) {
      if (reference.begin < i || reference.begin > i + 1) continue;
      const auto r = static_cast<std::size_t>(&reference - sentence_.references.data());
      const auto end = sentence_.references[sentence_.lists[r].second].end;
      for (const auto& verb : sentence_.verbs) {
        if (verb.begin >= end && verb.begin <= end + 2 && verb.form == VerbForm::finite) return true;
      }
    }
    return false;
  }

  void take_marker(std::uint32_t i) {
    const auto marker = marker_at(i);
    if (marker == Marker::none) return;
    Clause clause;
    clause.begin = i + 1;
    clause.marker = document_.word(i);
    if (marker == Marker::coordinate) {
      clause.parent = main_of(current_);
      clause.coordinate = true;
      open(std::move(clause));
      return;
    }
    clause.parent = static_cast<int>(current_);
    clause.condition = marker == Marker::condition;
    if (marker == Marker::relative) {
      clause.relative = true;
      for (auto r = sentence_.references.size(); r-- > 0;) {
        const auto& reference = sentence_.references[r];
        if (reference.end > i) continue;
        if (i - reference.end > 3) break;
        clause.antecedent = reference.persons;
        add_persons(clause.antecedent_list, sentence_.lists[r].first, r);
        break;
      }
    }
    open(std::move(clause));
  }

  int main_of(std::size_t index) const {
    auto at = static_cast<int>(index);
    while (sentence_.clauses[static_cast<std::size_t>(at)].parent >= 0)
      at = sentence_.clauses[static_cast<std::size_t>(at)].parent;
    return at;
  }

  /// Adds whom the references from `first` to `last` stand for, as far as they take part.
  void add_persons(Persons& list, std::size_t first, std::size_t last) const {
    for (auto r = first; r <= last; ++r) {
      const auto& reference = sentence_.references[r];
      if (reference.outside || (reference.possessive && reference.kind != ReferenceKind::group)) continue;
      add_all(list, reference.persons);
    }
  }

  /// True where only marks, adverbs and short insertions stand between a reference and the verb.
  bool is_adjacent(std::uint32_t from, std::uint32_t to) const {
    if (to < from || to - from > 14) return false;
    bool comma = false;
    for (auto i = from; i < to; ++i) {
      comma = comma || document_.is(i, ",") || document_.is(i, "(") || document_.is(i, "–");
      if (document_.is(i, "and")) return false;
      // "called X to offer help, the Foreign Ministry said"
      if (i > from && document_.is(i - 1, ",") && document_.is(i, "the") && i + 1 < to &&
          !document_.is_punctuation(to - 1))
        return false;
    }
    return (to - from <= 3 || comma || !has_reference(from, to)) && !has_own_speaker(from, to);
  }

  /// "met A and B on Monday, official sources said": words behind the last comma say who speaks.
  bool has_own_speaker(std::uint32_t from, std::uint32_t to) const {
    if (to < from + 2 || !document_.has(to, Tag::speech) || document_.is_punctuation(to - 1) ||
        document_.ends_with(to - 1, "ly") || document_.has(to - 1, Tag::day_words) ||
        document_.is_any(to - 1, Word("also"), Word("later"), Word("then"), Word("both"), Word("has"), Word("had"),
                         Word("have"), Word("all"), Word("again"), Word("who")))
      return false;
    for (auto i = to - 1; i > from; --i) {
      if (document_.is(i - 1, ",")) return !document_.has_any(i, bit(Tag::weekday) | bit(Tag::month));
    }
    return false;
  }

  bool has_reference(std::uint32_t from, std::uint32_t to) const {
    return std::any_of(sentence_.references.begin(), sentence_.references.end(),
                       [&](const Reference& r) { return r.begin >= from && r.end <= to; });
  }

  bool may_be_subject(std::size_t r) const {
    const auto& reference = sentence_.references[r];
    // Verbs of quotations are not read, and whom they name is no subject of others.
    return sentence_.prepositions[r].empty() && !reference.outside && !sentence_.is_quoted(reference.begin) &&
           !(reference.possessive && reference.kind != ReferenceKind::group);
  }

  /// "Mediators led by X met Y": X for a group that nobody names, `r` where nobody leads it.
  std::size_t leader_of(std::size_t r) const {
    const auto& group = sentence_.references[r];
    if (!group.persons.empty() || !group.plural || r + 1 == sentence_.references.size()) return r;
    const auto* led = document_.find(group.end, Tag::led);
    const auto& leader = sentence_.references[r + 1];
    return led != nullptr && leader.begin == group.end + led->length && !leader.persons.empty() ? r + 1 : r;
  }

  /// The first list of references before the verb that no preposition governs.
  void find_subject(Clause& clause, std::uint32_t verb_begin) const {
    for (const auto r : clause.references) {
      if (sentence_.references[r].begin >= verb_begin) break;
      if (!may_be_subject(r)) continue;
      if (const auto leader = leader_of(r); leader > r) {
        add_persons(clause.subject, leader, leader);
        clause.subject_first = static_cast<int>(r);
        clause.subject_last = static_cast<int>(leader);
        clause.has_subject = true;
        return;
      }
      // "The Chiefs of Defence, A and B, stood …": the names say who they are.
      const auto& reference = sentence_.references[r];
      const bool named_next = reference.plural && reference.kind == ReferenceKind::group &&
                              r + 2 <= sentence_.lists[r].second && document_.is(reference.end, ",") &&
                              sentence_.references[r + 1].kind == ReferenceKind::name &&
                              !document_.has(reference.end - 1, Tag::delegations);
      if ((reference.persons.empty() && reference.plural && r != clause.references.back()) || named_next) continue;
      const auto last = sentence_.lists[r].second;
      clause.subject_first = static_cast<int>(r);
      for (const auto other : clause.references) {
        if (other >= r && other <= last && sentence_.references[other].end <= verb_begin) {
          add_persons(clause.subject, other, other);
          clause.subject_last = static_cast<int>(other);
        }
      }
      clause.has_subject = true;
      resume_subject(clause, last, verb_begin);
      return;
    }
    // "Asking … were A and B": nobody stands before.
  }

  /// "A, which holds the presidency, B and C met": the list goes on behind a clause about its member `last`.
  void resume_subject(Clause& clause, std::size_t last, std::uint32_t verb_begin) const {
    const auto next = last + 1;
    if (next >= sentence_.references.size() || sentence_.references[next].begin >= verb_begin ||
        !may_be_subject(next) || !document_.is(sentence_.references[next].begin - 1, ",") ||
        !is_listed_with_next(next) ||
        std::find(clause.references.begin(), clause.references.end(), next) == clause.references.end())
      return;
    const auto from = sentence_.references[last].end;
    const bool inserted = std::any_of(sentence_.clauses.begin(), sentence_.clauses.end(), [&](const Clause& other) {
      return other.relative && other.begin > from && other.begin < sentence_.references[next].begin;
    });
    if (!inserted) return;
    for (auto k = next; k <= sentence_.lists[next].second && sentence_.references[k].end <= verb_begin; ++k) {
      add_persons(clause.subject, k, k);
      clause.subject_last = static_cast<int>(k);
    }
  }

  /// "said A and B had met": behind the verb that ends at `after` stands what is said, and not to whom.
  bool says_that(std::uint32_t after) const {
    return document_.is_any(after - 1, Word("said"), Word("says"), Word("claimed"), Word("claims"), Word("confirmed"),
                            Word("reported"), Word("reports"), Word("announced"), Word("stated"), Word("noted"),
                            Word("added"), Word("revealed"), Word("recalled"), Word("wrote"), Word("believes"),
                            Word("saying"), Word("adding"), Word("confirming"), Word("announcing"));
  }

  /// A reference behind the last verb that is the subject of the next: "X met Y and Z left".
  bool take_trailing_subject(Clause& from, Clause& to, std::uint32_t after, std::uint32_t verb_begin) const {
    if (from.references.empty()) return false;
    const auto r = from.references.back();
    const auto& reference = sentence_.references[r];
    // "… with X, and both were received": what stands for persons named before goes on with no list.
    const bool resumes = reference.kind != ReferenceKind::name && plain_preposition(sentence_, r).empty() &&
                         document_.is(reference.begin - 1, "and") && reference.end == verb_begin;
    if (reference.begin < after || !(resumes || may_be_subject(r)) || !is_adjacent(reference.end, verb_begin))
      return false;
    // "As was reported, on August 16 X was received"
    auto before = reference.begin;
    while (before > after && (document_.tokens[before - 1].kind == TokenKind::number ||
                              document_.has_any(before - 1, bit(Tag::weekday) | bit(Tag::month) | bit(Tag::day_words))))
      --before;
    if (before < reference.begin && document_.is(before - 1, "on")) --before;
    const bool joined =
        before > sentence_.begin &&
        (document_.is(before - 1, "and") || document_.is(before - 1, ",") || document_.is(before - 1, ";") ||
         document_.is(before - 1, "then") || document_.is(before - 1, "later"));
    const bool other_kind = reference.kind != ReferenceKind::name;
    if (!joined && !other_kind) {
      // "told Y that Z", "said X met Y": right behind a verb that takes a clause.
      if (before < 1 || !document_.has(before - 1, Tag::speech)) return false;
    }
    auto first = r;
    const auto list = sentence_.lists[r].first;
    // The whole list, unless its head is the object of the verb before.
    const bool object = sentence_.references[list].begin <= after + 1 && !document_.is(after, ",") && !says_that(after);
    if (!object && !resumes && list >= from.references.front()) first = list;
    add_persons(to.subject, first, r);
    to.has_subject = true;
    to.subject_first = static_cast<int>(first);
    to.subject_last = static_cast<int>(r);
    std::erase_if(from.references, [&](std::size_t k) { return k >= first; });
    for (auto k = first; k <= r; ++k) to.references.push_back(k);
    return true;
  }

  /// "… came to Y and, side by side with X, laid a wreath": what stands behind the conjunction belongs to the next
  /// verb.
  void take_references_behind_conjunction(Clause& clause, std::uint32_t begin, std::uint32_t end) {
    auto from = end;
    while (from > begin && !document_.is_any(from - 1, Word("and"), Word("but"), Word("then"))) --from;
    if (from == begin || !document_.is(from, ",")) return;
    for (const auto r : current().references) {
      if (sentence_.references[r].begin > from) clause.references.push_back(r);
    }
    std::erase_if(current().references, [&](std::size_t r) { return sentence_.references[r].begin > from; });
  }

  /// True if the verb directly goes on from another: only adverbs, dates and marks behind "and" or that verb.
  bool goes_on(std::uint32_t verb_begin) const {
    for (auto i = verb_begin; i-- > sentence_.begin;) {
      if (document_.is_any(i, Word("and"), Word("but"), Word("then"), Word("or"))) return true;
      for (const auto& verb : sentence_.verbs) {
        if (verb.end == i + 1) return true;
      }
      const bool passes =
          document_.is(i, ",") || document_.is(i, "on") || document_.is(i, "also") ||
          document_.is_any(i, Word("later"), Word("afterwards"), Word("afterward"), Word("thereafter"), Word("next"),
                           Word("first"), Word("again"), Word("twice"), Word("together"), Word("there"), Word("too"),
                           Word("still"), Word("soon"), Word("once"), Word("earlier"), Word("alone")) ||
          document_.ends_with(i, "ly") || document_.tokens[i].kind == TokenKind::number ||
          document_.has_any(i, bit(Tag::weekday) | bit(Tag::month) | bit(Tag::day_words));
      if (!passes) return ends_reference(i + 1);
    }
    return false;
  }

  void take_verb(std::size_t index) {
    const auto& verb = sentence_.verbs[index];
    if (verb.form != VerbForm::finite) {
      Clause clause;
      clause.begin = verb.begin;
      clause.parent = static_cast<int>(current_);
      clause.verb = static_cast<int>(index);
      clause.nonfinite = true;
      open(std::move(clause));
      return;
    }
    if (current().verb < 0) {
      current().verb = static_cast<int>(index);
      find_subject(current(), verb.begin);
      return;
    }
    const auto last_end = sentence_.verbs[static_cast<std::size_t>(current().verb)].end;
    const bool comma = verb.begin > sentence_.begin && document_.is(verb.begin - 1, ",");
    const bool joined =
        verb.begin > sentence_.begin && (document_.is(verb.begin - 1, "and") || document_.is(verb.begin - 1, "but") ||
                                         document_.is(verb.begin - 1, "then"));
    // Back to a clause that still waits for its verb.
    if (!joined || comma) {
      auto at = static_cast<int>(current_);
      while (at >= 0 && sentence_.clauses[static_cast<std::size_t>(at)].verb >= 0)
        at = sentence_.clauses[static_cast<std::size_t>(at)].parent;
      if (at >= 0) {
        auto& waiting = sentence_.clauses[static_cast<std::size_t>(at)];
        waiting.verb = static_cast<int>(index);
        find_subject(waiting, verb.begin);
        if (!waiting.has_subject) take_trailing_subject(current(), waiting, last_end, verb.begin);
        current_ = static_cast<std::size_t>(at);
        return;
      }
    }
    Clause clause;
    clause.begin = verb.begin;
    clause.verb = static_cast<int>(index);
    const auto from = current_;
    if (take_trailing_subject(current(), clause, last_end, verb.begin)) {
      clause.begin = sentence_.references[static_cast<std::size_t>(clause.subject_first)].begin;
      clause.parent = sentence_.clauses[from].parent;
      clause.coordinate = true;
      if (clause.parent < 0) clause.parent = static_cast<int>(from);
    } else {
      // "X went to Y and met Z": of the same subject; behind a nonfinite clause that of the clause around it.
      auto at = static_cast<int>(from);
      while (sentence_.clauses[static_cast<std::size_t>(at)].nonfinite &&
             sentence_.clauses[static_cast<std::size_t>(at)].parent >= 0)
        at = sentence_.clauses[static_cast<std::size_t>(at)].parent;
      // "X, who was accompanied by Y, and discussed …": a comma closes the relative clause.
      const bool closed =
          (comma && !joined) || (joined && verb.begin > sentence_.begin + 1 && document_.is(verb.begin - 1, "and") &&
                                 document_.is(verb.begin - 2, ","));
      if (sentence_.clauses[static_cast<std::size_t>(at)].relative && closed &&
          sentence_.clauses[static_cast<std::size_t>(at)].parent >= 0)
        at = sentence_.clauses[static_cast<std::size_t>(at)].parent;
      for (auto i = last_end; i < verb.begin; ++i) {
        if (document_.is_any(i, Word("and"), Word("but"), Word("then"))) clause.begin = i + 1;
      }
      take_references_behind_conjunction(clause, last_end, verb.begin);
      clause.parent = at;
      // "said some troops were taking part": who does it is named by no reference.
      // "walked out, shook hands and left", "X, whom Y had named, was there"
      const bool series = comma && !joined && (verb.copula || !has_reference(last_end, verb.begin));
      clause.shares_subject = goes_on(verb.begin) || series;
      clause.has_subject = !clause.shares_subject;
    }
    open(std::move(clause));
  }

  /// "It was the turn of X to meet Y": X meets.
  void take_turns() {
    for (auto& clause : sentence_.clauses) {
      if (clause.has_subject || clause.parent < 0) continue;
      const auto* verb = sentence_.verb_of(clause);
      const auto& around = sentence_.clauses[static_cast<std::size_t>(clause.parent)];
      const auto* governing = sentence_.verb_of(around);
      if (verb == nullptr || verb->form != VerbForm::infinitive || governing == nullptr || !governing->copula) continue;
      bool turn = false;
      for (auto i = governing->end; i < verb->begin; ++i) turn = turn || document_.is(i, "turn");
      if (!turn) continue;
      for (const auto r : around.references) {
        if (sentence_.references[r].begin >= governing->end) add_persons(clause.subject, r, r);
      }
      clause.has_subject = !clause.subject.empty();
    }
  }

  /// "X said it was a pleasure to meet Y": X meets.
  void take_pleasures() {
    for (auto& clause : sentence_.clauses) {
      const auto* verb = sentence_.verb_of(clause);
      if (clause.has_subject || clause.parent < 0 || verb == nullptr || verb->form != VerbForm::infinitive) continue;
      const auto& around = sentence_.clauses[static_cast<std::size_t>(clause.parent)];
      const auto* governing = sentence_.verb_of(around);
      if (governing == nullptr || !governing->copula || governing->unreal || governing->end >= verb->begin ||
          !around.subject.empty() || !document_.is(governing->begin - 1, "it"))
        continue;
      bool joy = false;
      for (auto i = governing->end; i < verb->begin; ++i) joy = joy || document_.has(i, Tag::joy);
      if (!joy) continue;
      for (const auto& other : sentence_.clauses) {
        const auto* speech = sentence_.verb_of(other);
        if (speech == nullptr || !document_.has(speech->head, Tag::speech) || other.subject.size() != 1) continue;
        clause.subject = other.subject;
        clause.has_subject = true;
      }
    }
  }

  /// "\"…\", said X after meeting Y": X, who stands behind the verb.
  void take_speakers() {
    for (auto& clause : sentence_.clauses) {
      const auto* verb = sentence_.verb_of(clause);
      if (clause.has_subject || clause.shares_subject || clause.parent >= 0 || verb == nullptr ||
          verb->begin == sentence_.begin || !document_.is_punctuation(verb->begin - 1) || !says_that(verb->end))
        continue;
      for (const auto r : clause.references) {
        if (sentence_.references[r].begin != verb->end || sentence_.references[r].possessive) continue;
        clause.subject_first = static_cast<int>(r);
        clause.subject_last = static_cast<int>(r);
        add_persons(clause.subject, r, r);
        clause.has_subject = !clause.subject.empty();
      }
    }
  }

  void inherit_subjects() {
    for (auto& clause : sentence_.clauses) {
      if (clause.has_subject || clause.verb < 0) continue;
      const auto& verb = sentence_.verbs[static_cast<std::size_t>(clause.verb)];
      if (clause.relative && !clause.shares_subject) {
        if (clause.marker == "who" || clause.marker == "which") {
          const bool plural = document_.is_any(verb.begin, Word("were"), Word("have"), Word("are"), Word("both"));
          clause.subject = plural ? clause.antecedent_list : clause.antecedent;
          clause.has_subject = !clause.subject.empty();
        }
        continue;
      }
      if (clause.nonfinite || clause.shares_subject || clause.coordinate || clause.parent < 0) {
        auto at = clause.parent;
        while (at >= 0) {
          const auto& around = sentence_.clauses[static_cast<std::size_t>(at)];
          if (around.has_subject) {
            clause.subject = around.subject;
            clause.inherited = true;
            break;
          }
          at = around.parent;
        }
      }
    }
  }

  void find_ends() {
    for (auto& clause : sentence_.clauses) {
      clause.end = clause.begin;
      if (clause.verb >= 0) clause.end = sentence_.verbs[static_cast<std::size_t>(clause.verb)].end;
      for (const auto r : clause.references) clause.end = std::max(clause.end, sentence_.references[r].end);
    }
  }

  SentenceReading& sentence_;
  const Document& document_;
  std::size_t current_ = 0;
};

}  // namespace

void find_clauses(SentenceReading& sentence) { ClauseFinder(sentence).find(); }

}  // namespace entente::extract
