#include "events.hpp"

#include "dates.hpp"
#include "places.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

using Persons = std::vector<int>;

bool contains(const Persons& list, int value) { return std::find(list.begin(), list.end(), value) != list.end(); }

void add_all(Persons& list, const Persons& more) {
  for (const auto person : more) {
    if (!contains(list, person)) list.push_back(person);
  }
}

bool same_set(const Persons& a, const Persons& b) {
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](int person) { return contains(b, person); });
}

bool subset(const Persons& inner, const Persons& outer) {
  return std::all_of(inner.begin(), inner.end(), [&](int person) { return contains(outer, person); });
}

/// A verb or noun of the sentence that may tell of an event.
struct Trigger {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool noun = false;
  bool passive = false;
  bool light = false;     ///< a noun with a verb of holding before it
  bool happened = false;  ///< a noun that is said to have come about
  std::uint32_t verb_begin = 0;
  EventWord word;
};

/// Reads one sentence after the other and keeps what the text has been about.
class OccasionFinder {
 public:
  OccasionFinder(const Document& document, const std::vector<NameMention>& names, const std::vector<Person>& persons)
      : document_(document), names_(names), persons_(persons) {}

  std::vector<Occasion> find() {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const auto& sentence = document_.sentences[s];
      if (sentence.kind == SentenceKind::dateline && s > 0) read_heading(sentence);
      if (sentence.kind != SentenceKind::text) continue;
      read_sentence(s);
    }
    std::erase_if(occasions_, [](const Occasion& occasion) { return occasion.persons.size() < 2; });
    return std::move(occasions_);
  }

 private:
  /// "Thursday, May 2" as a line of its own: the day of what follows.
  void read_heading(const Sentence& heading) {
    for (auto i = heading.begin; i < heading.end; ++i) {
      const auto words = date_at(document_, i);
      if (!words) continue;
      i = words->end - 1;
      const auto date = resolve(*words, document_.base, current_);
      if (date && date->has_day() && document_.published && date != document_.published && words->year == 0 &&
          heading.end - heading.begin < 8)
        current_ = date;
      else if (date && date == document_.published)
        current_.reset();
    }
  }

  void read_sentence(std::uint32_t index) {
    index_ = index;
    sentence_ = document_.sentences[index];
    references_ = find_references(document_, sentence_, names_, persons_, focus_);
    if (references_.empty()) {
      // Most sentences name nobody; what they tell is a date or a place at most.
      named_.assign(sentence_.end - sentence_.begin, 0);
    } else {
      relate_references();
    }
    read_dates();
    find_triggers();
    const auto before = occasions_.size();
    touched_ = -1;
    sentence_subject_.clear();
    if (const auto side = side_members(); !side.empty()) {
      join(side);
    } else {
      for (std::size_t t = 0; t < triggers_.size(); ++t) read_trigger(t);
      read_attendance();
    }
    if (triggers_.empty() || before == occasions_.size()) note_place();
    if (touched_ < 0) note_date();
    for (const auto& trigger : triggers_) {
      if (trigger.noun) last_noun_ = trigger.word.type;
    }
    remember_subject();
  }

  // ---- what stands in the sentence

  /// "On the Turkish side, A and B took part": those of a side of the last event.
  Persons side_members() const {
    if (last_ < 0 || sentence_.end - sentence_.begin < 6) return {};
    if (!document_.is(sentence_.begin, "on") && !document_.is(sentence_.begin, "from")) return {};
    const auto country = country_at(document_, sentence_.begin + 2);
    if (!document_.is(sentence_.begin + 1, "the") || !country ||
        !document_.is(sentence_.begin + 2 + country->length, "side"))
      return {};
    Persons out;
    for (std::size_t r = 0; r < references_.size(); ++r) add_all(out, persons_of(r, r));
    return out;
  }

  /// "One day later both men were in Adelaide.": the day that the next sentences tell of.
  void note_date() {
    for (const auto& words : dates_) {
      if (words.begin > sentence_.begin + 4 || names_something_else(words)) continue;
      const bool day = words.day != 0 || words.anchor == Anchor::weekday || words.anchor == Anchor::published ||
                       words.anchor == Anchor::current;
      if (!day) continue;
      pending_ = resolve(words, document_.base, current_date());
      pending_until_ = index_ + 2;
    }
  }

  void read_dates() {
    dates_.clear();
    for (auto i = sentence_.begin; i < sentence_.end; ++i) {
      if (document_.outside[i] != 0) continue;
      auto words = date_at(document_, i);
      if (!words) continue;
      if (document_.quoted[i] == 0) dates_.push_back(*words);
      i = words->end - 1;
    }
  }

  bool is_quoted(std::uint32_t i) const { return document_.quoted[i] != 0; }

  bool in_name(std::uint32_t i) const {
    return i >= sentence_.begin && i < sentence_.end && named_[i - sentence_.begin] != 0;
  }

  /// Works out once a sentence which tokens belong to names, which references form lists and what governs them.
  void relate_references() {
    named_.assign(sentence_.end - sentence_.begin, 0);
    for (const auto& reference : references_) {
      if (reference.kind != ReferenceKind::name) continue;
      for (auto i = reference.begin; i < std::min(reference.end, sentence_.end); ++i) named_[i - sentence_.begin] = 1;
    }
    const auto count = references_.size();
    listed_.assign(count, 0);
    for (std::size_t r = 0; r + 1 < count; ++r) listed_[r] = are_listed(r, r + 1) ? 1 : 0;
    lists_.resize(count);
    prepositions_.resize(count);
    std::size_t first = 0;
    for (std::size_t r = 0; r < count; ++r) {
      if (r > 0 && listed_[r - 1] == 0) first = r;
      lists_[r].first = first;
      prepositions_[r] = plain_preposition(r);
      if (prepositions_[r].empty() && r > first) prepositions_[r] = prepositions_[r - 1];
    }
    for (std::size_t r = count; r-- > 0;) lists_[r].second = listed_[r] != 0 ? lists_[r + 1].second : r;
  }

  bool is_be(std::uint32_t i) const {
    const auto& word = document_.folded[i];
    return word == "was" || word == "were" || word == "been" || word == "being" || word == "be" || word == "is" ||
           word == "are";
  }

  /// Words after which "visit", "host" and "call" are nouns.
  bool noun_position(std::uint32_t i) const {
    if (i == sentence_.begin) return true;
    const auto& before = document_.folded[i - 1];
    return before == "the" || before == "a" || before == "an" || before == "this" || before == "his" ||
           before == "her" || before == "their" || before == "its" || before == "of" || before == "'s" ||
           before == "'" || document_.has(i - 1, Tag::adjective) || before == "official" || before == "working" ||
           before == "joint" || before == "for" || before == "these";
  }

  void find_triggers() {
    triggers_.clear();
    for (auto i = sentence_.begin; i < sentence_.end; ++i) {
      if (document_.outside[i] != 0 || is_quoted(i) || in_name(i)) continue;
      const auto* verb = document_.find(i, Tag::verb);
      const auto* noun = document_.find(i, Tag::noun);
      if (verb != nullptr && verb->length == 1 && (document_.is(i, "welcome") || document_.is(i, "greet")) &&
          (i == sentence_.begin || !document_.is(i - 1, "to"))) {
        continue;
      }
      const bool ambiguous = verb != nullptr && noun != nullptr;
      if (verb != nullptr && (!noun_position(i) || verb->length > 1) && (!ambiguous || verb->length > noun->length)) {
        Trigger trigger;
        trigger.begin = i;
        trigger.end = i + verb->length;
        trigger.verb_begin = i;
        trigger.word = document_.lexicon->event_word(verb->entry.value);
        trigger.passive = is_passive(trigger);
        triggers_.push_back(trigger);
        i = trigger.end - 1;
        continue;
      }
      if (noun != nullptr) {
        Trigger trigger;
        trigger.begin = i;
        trigger.end = i + noun->length;
        trigger.verb_begin = i;
        trigger.noun = true;
        trigger.word = document_.lexicon->event_word(noun->entry.value);
        find_light_verb(trigger);
        triggers_.push_back(trigger);
        i = trigger.end - 1;
      }
    }
  }

  bool is_passive(const Trigger& trigger) const {
    if (trigger.word.frame == Frame::guest || trigger.end - trigger.begin > 2) return false;
    for (std::uint32_t back = 1; back <= 3 && trigger.begin >= sentence_.begin + back; ++back) {
      const auto i = trigger.begin - back;
      if (is_be(i)) return true;
      if (document_.is_punctuation(i)) break;
    }
    // "received by", "hosted on Tuesday by"
    for (auto i = trigger.end; i < std::min(sentence_.end, trigger.end + 12); ++i) {
      if (document_.is(i, "by")) return true;
      if (document_.is(i, ",") || starts_reference(i)) break;
    }
    return false;
  }

  bool starts_reference(std::uint32_t i) const {
    return std::any_of(references_.begin(), references_.end(), [&](const auto& r) { return r.begin == i; });
  }

  void find_light_verb(Trigger& trigger) const {
    for (std::uint32_t back = 1; back <= 9 && trigger.begin >= sentence_.begin + back; ++back) {
      const auto i = trigger.begin - back;
      if (document_.is(i, ",") || document_.is(i, ";") || document_.is(i, "which") || document_.is(i, "who")) break;
      if (in_name(i)) break;
      if (document_.has(i, Tag::light) && !(document_.has(i, Tag::noun))) {
        trigger.light = true;
        trigger.verb_begin = i;
        break;
      }
      if (document_.has(i, Tag::verb) && !noun_position(i)) break;
      if (document_.is(i, "at") || document_.is(i, "during") || document_.is(i, "before") || document_.is(i, "after"))
        break;
    }
    // "In a meeting with X, Y …" frames what somebody says.
    auto opener = trigger.begin;
    while (opener > sentence_.begin && trigger.begin - opener < 4 && !document_.is(opener, "in") &&
           !document_.is(opener, "during") && !document_.is(opener, "at") && !document_.is(opener, "after") &&
           !document_.is(opener, "following")) {
      --opener;
    }
    const bool framed = opener < trigger.begin && opener == sentence_.begin &&
                        (document_.is(opener, "in") || document_.is(opener, "during") || document_.is(opener, "at") ||
                         document_.is(opener, "after") || document_.is(opener, "following"));
    for (auto i = trigger.end; !framed && i < std::min(sentence_.end, trigger.end + 40); ++i) {
      if (document_.has(i, Tag::happened) && !in_name(i)) {
        trigger.happened = true;
        break;
      }
      if (document_.is(i, ";")) break;
    }
    if (!trigger.happened) {
      // "Present at the talks", "There was a meeting", "came the talks of"
      for (std::uint32_t back = 1; back <= 4 && trigger.begin >= sentence_.begin + back; ++back) {
        if (document_.is(trigger.begin - back, "followed") || document_.is(trigger.begin - back, "came"))
          trigger.happened = true;
      }
    }
  }

  // ---- clauses

  bool is_boundary(std::uint32_t i) const {
    const auto& word = document_.folded[i];
    if (word == ":" && i + 1 < sentence_.end && document_.is(i + 1, "with")) return false;
    return word == ";" || word == ":" || word == "which" || word == "who" || word == "whom" || word == "whose" ||
           word == "when" || word == "while" || word == "whereas" || word == "where" || word == "but" ||
           word == "because" || word == "that" || word == "although" || word == "though" || word == "—";
  }

  std::uint32_t clause_begin(std::uint32_t token) const {
    auto i = token;
    while (i > sentence_.begin && !is_boundary(i - 1)) --i;
    return i;
  }

  std::uint32_t clause_end(std::uint32_t token) const {
    auto i = token;
    while (i < sentence_.end && !is_boundary(i)) ++i;
    return i;
  }

  /// The preposition before a reference, looking through "both" and the like; those of a list share the first one's.
  const std::string& preposition(std::size_t r) const { return prepositions_[r]; }

  std::string plain_preposition(std::size_t r) const {
    auto i = references_[r].begin;
    while (i > sentence_.begin &&
           (document_.is(i - 1, "both") || document_.is(i - 1, "the") || document_.is(i - 1, "also") ||
            document_.is(i - 1, "first") || document_.is(i - 1, "then") || document_.is(i - 1, "separately"))) {
      --i;
    }
    if (i == sentence_.begin) return {};
    const auto& word = document_.folded[i - 1];
    if (word == "between" && i > sentence_.begin + 1 && document_.is(i - 2, "in")) return {};
    static constexpr std::string_view known[] = {
        "with",    "by",      "of",    "between", "among", "to",       "for",  "from",      "on",  "in",
        "at",      "under",   "about", "as",      "after", "before",   "than", "alongside", "via", "over",
        "against", "through", "since", "without", "until", "opposite", "into", "behind",    "like"};
    for (const auto preposition : known) {
      if (word == preposition) return word;
    }
    return {};
  }

  /// True if a preposition phrase that begins the sentence ends with reference a: "With X,", "In a meeting with X,".
  bool fronted(std::size_t a) const {
    if (plain_preposition(a).empty() || a != 0) return false;
    const bool opened = document_.is(sentence_.begin, "with") || document_.is(sentence_.begin, "in") ||
                        document_.is(sentence_.begin, "at") || document_.is(sentence_.begin, "during") ||
                        document_.is(sentence_.begin, "after") || document_.is(sentence_.begin, "following") ||
                        document_.is(sentence_.begin, "before");
    if (!opened) return false;
    for (auto i = sentence_.begin; i < references_[a].begin; ++i) {
      if (document_.has(i, Tag::verb) || document_.has(i, Tag::light) || document_.is(i, ",")) return false;
    }
    return true;
  }

  /// True if references a and b = a + 1 are members of one list: between them stand commas, "and" and at most an
  /// apposition or a clause without a verb of meeting.
  bool are_listed(std::size_t a, std::size_t b) const {
    const auto begin = references_[a].end;
    const auto end = references_[b].begin;
    if (end < begin) return true;
    if (references_[a].possessive) return false;
    if (references_[a].outside && !references_[b].outside && end == begin + 1 && document_.is(begin, ",")) return false;
    if (document_.is(begin, ",") && fronted(a)) {
      // "With X, Y had talked": a comma ends what stands in front, unless the list goes on with "and" before the verb.
      bool goes_on = false;
      for (auto i = end; i < std::min(sentence_.end, end + 30) && !goes_on; ++i) {
        if (document_.has(i, Tag::verb) || document_.has(i, Tag::light) || document_.has(i, Tag::speech)) break;
        goes_on = document_.is(i, "and") && i >= references_[b].end;
      }
      if (!goes_on || end > begin + 1) return false;
    }
    bool joined = false;
    bool plain = true;
    for (auto i = begin; i < end; ++i) {
      const bool connector =
          document_.is(i, ",") || document_.is(i, "and") || document_.is(i, "&") || document_.is(i, "as") ||
          document_.is(i, "well") || document_.is(i, "also") || document_.is(i, "both") || document_.is(i, "with") ||
          document_.is(i, "along") || document_.is(i, "together") || document_.is(i, "plus") ||
          document_.is(i, "the") || document_.is(i, "to") || document_.is(i, "by") || document_.is(i, "then") ||
          document_.is(i, "separately") || document_.is(i, "alongside") || document_.is(i, "including") ||
          document_.is(i, "for") || (document_.is(i, "of") && i > begin && document_.is(i - 1, "and"));
      joined =
          joined || document_.is(i, ",") || document_.is(i, "and") || document_.is(i, "&") || document_.is(i, "with");
      plain = plain && connector;
    }
    if (plain) return joined;
    // An insertion: begins with a comma or dash, ends with a comma or "and", tells of no event.
    if (end - begin > 24 || end == begin) return false;
    const bool opens = (document_.is(begin, "and") && document_.is(begin + 1, ",")) || document_.is(begin, ",") ||
                       document_.is(begin, "-") || document_.is(begin, "–") || document_.is(begin, "of") ||
                       document_.is(begin, "(") || document_.is(begin, "for");
    const auto last = end - 1;
    bool closes = document_.is(last, "and") || document_.is(last, ",") ||
                  ((document_.is(last, "to") || document_.is(last, "with") || document_.is(last, "by")) &&
                   last > begin && (document_.is(last - 1, "and") || document_.is(last - 1, ",")));
    if (!opens || !closes) return false;
    const bool relative = document_.is(begin + 1, "who") || document_.is(begin + 1, "whose") ||
                          document_.is(begin + 1, "then") || document_.is(begin + 1, "at");
    for (auto i = begin; i < end; ++i) {
      if (document_.has(i, Tag::verb) || document_.has(i, Tag::happened) || document_.is(i, ";")) return false;
      if (relative) continue;
      if (document_.has(i, Tag::light) || document_.has(i, Tag::speech) || is_be(i) ||
          document_.has(i, Tag::attending_before) || document_.has(i, Tag::attending_after) ||
          document_.has(i, Tag::planned)) {
        return false;
      }
      const auto& word = document_.folded[i];
      if (word.ends_with("ed") && !document_.tokens[i].capital && word.size() > 4) return false;
    }
    return true;
  }

  /// The list that reference r belongs to.
  std::pair<std::size_t, std::size_t> list_around(std::size_t r) const { return lists_[r]; }

  Persons persons_of(std::size_t first, std::size_t last) const {
    Persons out;
    for (auto r = first; r <= last; ++r) {
      const auto& reference = references_[r];
      // "the two of them, he and X": the names say who they are.
      if (reference.plural && reference.kind != ReferenceKind::name && r + 2 <= last &&
          document_.is(references_[r + 1].begin - 1, ",") && !document_.has(reference.end - 1, Tag::delegations)) {
        continue;
      }
      if (reference.outside || (reference.possessive && reference.kind != ReferenceKind::group)) continue;
      add_all(out, reference.persons);
    }
    return out;
  }

  /// Who stands before `token` and governs the verb there.
  Persons subject_before(std::uint32_t token, std::uint32_t begin) const {
    for (auto r = references_.size(); r-- > 0;) {
      const auto& reference = references_[r];
      if (reference.end > token || reference.begin < begin) continue;
      const auto [first, last] = list_around(r);
      const auto before = preposition(r);
      if (!before.empty() || reference.outside || reference.possessive || is_object(first)) continue;
      auto found = persons_of(first, std::min(last, r));
      // The list may go on behind the verb; what counts is what stands before it.
      if (!found.empty()) return found;
      if (reference.kind != ReferenceKind::name) return {};
    }
    return {};
  }

  /// True if the reference is governed by a verb directly before it.
  bool is_object(std::size_t r) const {
    const auto begin = references_[r].begin;
    if (begin == sentence_.begin) return false;
    for (const auto& trigger : triggers_) {
      if (!trigger.noun && trigger.end == begin && !trigger.passive) return true;
    }
    return false;
  }

  /// True if only auxiliaries stand between the last comma and `token`.
  bool relative_closed(std::uint32_t begin, std::uint32_t token) const {
    for (auto i = token; i > begin; --i) {
      const auto& word = document_.folded[i - 1];
      if (word == ",") return i - 1 > begin;
      if (word != "had" && word != "has" && word != "have" && word != "also" && word != "then" && !is_be(i - 1) &&
          word != "later")
        return false;
    }
    return false;
  }

  /// The subject of the clause at `token`: in it, or of the clause that it hangs on.
  Persons subject_of(std::uint32_t token) const {
    const auto begin = clause_begin(token);
    if (auto found = subject_before(token, begin); !found.empty()) return found;
    if (begin > sentence_.begin) {
      const auto& opener = document_.folded[begin - 1];
      if (opener == "who" || opener == "which") {
        // "X and Y, who …, met": behind the clause, those before it go on.
        const bool closed = relative_closed(begin, token);
        // The antecedent stands right before.
        for (auto r = references_.size(); r-- > 0;) {
          if (references_[r].end > begin - 1) continue;
          if (closed) return persons_of(list_around(r).first, r);
          if (begin - 1 - references_[r].end <= 2 && !references_[r].outside) return references_[r].persons;
          break;
        }
        return {};
      }
      if (opener == ";" || opener == ":" || opener == "—" || opener == "where" || opener == "when" ||
          opener == "whom" || opener == "whose") {
        if (auto found = subject_before(begin - 1, sentence_.begin);
            opener != "whom" && opener != "whose" && opener != "where")
          return found;
        return {};
      }
      // "X told reporters that he … and met Y": the main clause's subject.
      return subject_before(begin - 1, sentence_.begin);
    }
    return {};
  }

  bool reference_planned(std::uint32_t begin, std::uint32_t token) const {
    const auto from = token > begin + 7 ? token - 7 : begin;
    for (auto i = from; i < token; ++i) {
      if (document_.is_punctuation(i) && !document_.is(i, ",")) continue;
      if (const auto* match = document_.find(i, Tag::planned);
          match != nullptr && i + match->length <= token && !in_name(i)) {
        if (document_.is(i, "may") && document_.tokens[i].capital) continue;
        return true;
      }
      if (const auto* match = document_.find(i, Tag::denied);
          match != nullptr && i + match->length <= token && !in_name(i))
        return true;
    }
    return false;
  }

  /// True if the event of the trigger lies ahead, is wished for or did not come about.
  bool is_unreal(const Trigger& trigger) const {
    const auto begin = clause_begin(trigger.verb_begin);
    if (reference_planned(begin, trigger.verb_begin)) return true;
    if (trigger.noun && reference_planned(std::max(begin, trigger.verb_begin), trigger.begin)) return true;
    if (trigger.noun && !trigger.light) {
      // "a meeting … is expected", "the meeting, planned for June, will not be held"
      const auto end = std::min(sentence_.end, trigger.end + 34);
      for (auto i = trigger.end; i < end; ++i) {
        if (is_boundary(i) || is_quoted(i)) break;
        if (in_name(i)) continue;
        if (document_.has(i, Tag::happened) && !document_.is(i, "came")) break;
        if (document_.has(i, Tag::planned) || document_.has(i, Tag::denied)) return true;
      }
    }
    for (const auto& words : dates_) {
      if (words.anchor == Anchor::published && words.offset > 0) return true;
    }
    if (document_.is(trigger.verb_begin > 0 ? trigger.verb_begin - 1 : 0, "to") && !trigger.noun) {
      // An infinitive tells what somebody means to do, unless he "came to meet".
      if (document_.is(trigger.begin, "welcome") || document_.is(trigger.begin, "greet")) return false;
      const auto from = trigger.verb_begin > sentence_.begin + 9 ? trigger.verb_begin - 9 : sentence_.begin;
      for (auto i = from; i < trigger.verb_begin; ++i) {
        if (document_.is(i, "arrived") || document_.is(i, "came") || document_.is(i, "turn") ||
            document_.is(i, "airport"))
          return false;
      }
      return true;
    }
    return false;
  }

  bool sentence_has(Tag tag, std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin; i < end; ++i) {
      if (document_.has(i, tag) && !is_quoted(i) && !in_name(i)) return true;
    }
    return false;
  }

  // ---- from triggers to occasions

  void read_trigger(std::size_t t) {
    const auto& trigger = triggers_[t];
    if (is_unreal(trigger)) return;
    if (trigger.noun && last_ >= 0 && trigger.begin > sentence_.begin + 1 && document_.is(trigger.begin - 1, "the")) {
      // "A sat in on the meeting with B" tells who was there, too.
      for (std::uint32_t back = 2; back <= 5 && trigger.begin >= sentence_.begin + back; ++back) {
        if (const auto* was = document_.find(trigger.begin - back, Tag::attending_before);
            was != nullptr && trigger.begin - back + was->length >= trigger.begin - 1) {
          return;
        }
      }
    }
    const auto begin = clause_begin(trigger.verb_begin);
    auto right_end = clause_end(trigger.end);
    // An insertion about the object ("X, who …, and Y") is part of the list, so the end is looked for by lists, too.
    const auto next_trigger = next_asserted(t);
    right_end = std::max(right_end, trigger.end);

    Persons subject;
    Persons object;
    std::vector<Persons> members;
    if (begin > sentence_.begin + 1 && document_.is(begin - 1, "whom") && document_.is(begin - 2, "with")) {
      // "X, with whom he had talks"
      for (auto r = references_.size(); r-- > 0;) {
        if (references_[r].end > begin - 2) continue;
        if (begin - 2 - references_[r].end <= 1) add_all(object, references_[r].persons);
        break;
      }
      if (!object.empty()) members.push_back(object);
    }
    if (!trigger.noun || trigger.light) subject = subject_of(trigger.verb_begin);
    for (std::size_t r = 0; r < references_.size(); ++r) {
      const auto& reference = references_[r];
      if (reference.begin < trigger.end || reference.begin >= next_trigger) continue;
      if (reference.begin >= right_end) break;
      const auto [first, last] = list_around(r);
      if (!governs(trigger, preposition(r), r)) {
        // A new clause has begun: "…, and Shin one with Marles".
        if (!object.empty() && preposition(r).empty() && reference.begin > 0 &&
            document_.is(reference.begin - 1, "and"))
          break;
        r = last;
        continue;
      }
      auto end = last;
      while (end > r && references_[end].begin >= next_trigger) --end;
      for (auto k = r; k <= end; ++k) {
        auto one = persons_of(k, k);
        if (!one.empty()) members.push_back(one);
      }
      add_all(object, persons_of(r, end));
      r = end;
    }
    // "The guests visited the Alley": of a place, not of a person.
    if (!trigger.noun && trigger.word.frame == Frame::guest && object.empty()) return;
    if (!trigger.noun && trigger.word.frame == Frame::joint) {
      // Two who sign, not one who signs in somebody's sight.
      if (subject.size() < 2 && trigger.passive) subject.clear();
      if (subject.size() + object.size() < 2) return;
    }
    if (trigger.noun && !trigger.light) {
      const bool both = object.size() >= 2;
      const bool possessed = trigger.begin > sentence_.begin + 1 &&
                             (document_.is(trigger.begin - 1, "their") || document_.is(trigger.begin - 2, "her") ||
                              document_.is(trigger.begin - 2, "his"));
      if (!both && (!trigger.happened || possessed)) {
        read_weak_noun(trigger, object);
        return;
      }
      if (!both && object.empty()) return;
    }
    if (trigger.noun &&
        (trigger.word.type == EventType::visit || trigger.word.type == EventType::exercise ||
         trigger.word.type == EventType::conference) &&
        object.empty()) {
      if (subject.size() < 2) return;
    }
    if (trigger.noun && (trigger.word.type == EventType::visit || trigger.word.type == EventType::exercise) &&
        object.empty())
      return;
    if (sentence_subject_.empty()) sentence_subject_ = subject;
    if (object.empty() && !trigger.noun && trigger.word.frame == Frame::mutual &&
        document_.is(sentence_.begin, "with") && !references_.empty() && references_[0].begin == sentence_.begin + 1) {
      // "With X, Y had talked on Friday."
      object = persons_of(0, list_around(0).second);
    }
    std::erase_if(members, [&](const Persons& one) { return subset(one, subject); });

    Occasion occasion;
    occasion.type = trigger.word.type;
    describe(occasion, trigger, begin, std::min(sentence_.end, std::max(right_end, trigger.end)));
    if (!trigger.noun) {
      const bool host = trigger.word.frame == Frame::host;
      const auto& hosts = host != trigger.passive ? subject : object;
      const auto& guests = host != trigger.passive ? object : subject;
      if (host || trigger.word.frame == Frame::guest) {
        const auto& real_hosts = host ? hosts : object;
        const auto& real_guests = host ? guests : subject;
        for (const auto person : real_hosts) occasion.roles.emplace(person, Role::host);
        for (const auto person : real_guests) occasion.roles.emplace(person, Role::guest);
        if (!real_guests.empty() && !real_hosts.empty()) {
          focus_.guests = real_guests;
          focus_.hosts = real_hosts;
          for (const auto person : real_guests) {
            const auto& country = persons_[static_cast<std::size_t>(person)].country;
            auto& list = focus_.delegations[country];
            if (!country.empty() && list.size() < 60 && !contains(list, person)) list.push_back(person);
          }
        }
      }
    }
    if (trigger.word.type == EventType::signing) {
      for (const auto person : subject) occasion.roles.emplace(person, Role::signatory);
    }
    const bool meetings = trigger.noun && trigger.begin == sentence_.begin && members.size() > 1 &&
                          document_.is(trigger.begin, "meetings");
    if (meetings && subject.empty() && focus_.subject.size() == 1) {
      // "Meetings with X and with Y completed the programme": of whom the text is about.
      subject = focus_.subject;
      for (const auto& one : members) {
        Occasion single;
        single.type = trigger.word.type;
        describe(single, trigger, begin, sentence_.end);
        single.separate = true;
        single.persons = subject;
        add_all(single.persons, one);
        add(std::move(single));
      }
      return;
    }
    if (sentence_has_each()) {
      members.clear();
      for (const auto person : object) members.push_back({person});
    }
    const bool several =
        sentence_has(Tag::several, sentence_.begin, sentence_.end) && members.size() > 1 && !subject.empty();
    if (several) {
      for (const auto& one : members) {
        Occasion single = occasion;
        single.separate = true;
        single.persons = subject;
        add_all(single.persons, one);
        add(std::move(single));
      }
      return;
    }
    occasion.persons = subject;
    add_all(occasion.persons, object);
    if (occasion.persons.size() == 1) complete(occasion, trigger);
    add(std::move(occasion));
  }

  /// A meeting of which one side is named is one with those whom the text is about: the visitors.
  void complete(Occasion& occasion, const Trigger& trigger) {
    if (!trigger.noun || !trigger.happened) return;
    const auto& visitors = focus_.last_delegation.empty() ? focus_.guests : focus_.last_delegation;
    if (!contains(visitors, occasion.persons[0])) add_all(occasion.persons, visitors);
  }

  std::uint32_t next_asserted(std::size_t t) const {
    for (auto k = t + 1; k < triggers_.size(); ++k) {
      if (!triggers_[k].noun) return triggers_[k].begin;
      if (triggers_[k].light && triggers_[k].verb_begin > triggers_[t].end) return triggers_[k].verb_begin;
    }
    return sentence_.end;
  }

  /// True if a reference behind the trigger with this preposition takes part.
  bool governs(const Trigger& trigger, std::string before, std::size_t r) const {
    const auto head = list_around(r).first;
    const auto first = std::max(trigger.end, references_[head].begin);
    // A preposition that is part of the verb: "called on X".
    if (!trigger.noun && !before.empty() && references_[r].begin <= trigger.end + 1 && references_[r].begin >= 1 &&
        references_[r].begin - 1 < trigger.end) {
      before.clear();
    }
    if (trigger.noun && (before == "by" || before == "of")) {
      for (const auto& other : triggers_) {
        if (other.noun && other.begin > trigger.begin && other.begin < first) return false;
      }
    }
    if (references_[r].outside && !(before == "of" || before == "with" || before == "by" || before == "between"))
      return false;
    if (trigger.noun) {
      if (before == "with" || before == "between" || before == "among" || before == "by" || before == "of") {
        // "of" must hang on the noun itself, not on a place or office in between.
        if (before == "of") return references_[list_around(r).first].begin <= trigger.end + 4;
        if (before == "by") {
          if (first > trigger.end + 8) return false;
          for (auto i = trigger.end; i < first; ++i) {
            if (document_.has(i, Tag::attending_after)) return false;
          }
        }
        return true;
      }
      if (before == "to" || before == "on") return references_[list_around(r).first].begin <= trigger.end + 3;
      if (before == "for") return trigger.light && first <= trigger.end + 2;
      if (before.empty())
        return first <= trigger.end + 1 || (first > trigger.end && document_.is(first - 1, "brought"));
      return false;
    }
    if (before == "with" || before == "alongside" || before == "opposite") return true;
    if (trigger.passive) return before == "by" || (before == "for" && trigger.word.frame == Frame::host);
    if (before == "by") return false;
    const auto list_begin = references_[list_around(r).first].begin;
    if (before == "to") return list_begin <= trigger.end + (trigger.word.frame == Frame::host ? 8U : 2U);
    if (before == "in" || before == "on") return false;
    // "visited the graves of X": whom somebody visits stands right behind.
    if (trigger.word.frame == Frame::guest && list_begin > trigger.end + 1) return false;
    return before.empty() && trigger.word.frame != Frame::joint
               ? true
               : before.empty() && references_[list_around(r).first].begin <= trigger.end;
  }

  /// "after talks at Camp X", "in a meeting with X", "on a courtesy call to X", "at their meeting": an event where both
  /// sides are told. `object` stands behind the noun.
  void read_weak_noun(const Trigger& trigger, const Persons& object) {
    if (trigger.word.type == EventType::visit) return;
    auto first = trigger.begin;
    Persons subject;
    bool possessive = false;
    while (first > sentence_.begin && trigger.begin - first < 4) {
      const auto& word = document_.folded[first - 1];
      if (word == "their") {
        subject = subject_before(first - 1, sentence_.begin);
        if (subject.size() < 2) subject = focus_.subject.size() > 1 ? focus_.subject : focus_.participants;
        possessive = true;
      } else if (word == "his" || word == "her") {
        subject = subject_before(first - 1, sentence_.begin);
        if (subject.size() != 1) subject = focus_.subject.size() == 1 ? focus_.subject : Persons{};
        possessive = true;
      }
      if (word == "after" || word == "following" || word == "in" || word == "during" || word == "at" || word == "on")
        break;
      --first;
    }
    const bool introduced = first > sentence_.begin && trigger.begin - first < 4;
    const auto& opener = first > sentence_.begin ? document_.folded[first - 1] : document_.folded[first];
    const bool after = opener == "after" || opener == "following";
    if (!introduced && !possessive) return;
    if (!possessive) {
      const bool occasion_noun = trigger.word.type == EventType::ceremony ||
                                 trigger.word.type == EventType::conference || trigger.word.type == EventType::exercise;
      if (object.empty() && !after && opener != "in" && !(opener == "at" && occasion_noun)) return;
      subject = subject_of(trigger.begin);
      if (subject.empty() && !object.empty()) subject = subject_behind(trigger);
    }
    if (object.empty() && subject.size() < 2) return;
    if (subject.empty()) return;
    if (sentence_subject_.empty()) sentence_subject_ = subject;
    Occasion occasion;
    occasion.type = trigger.word.type;
    occasion.persons = subject;
    add_all(occasion.persons, object);
    describe(occasion, trigger, sentence_.begin, sentence_.end);
    add(std::move(occasion));
  }

  /// "In a meeting with X, Y thanked …": Y.
  Persons subject_behind(const Trigger& trigger) const {
    bool object = false;
    for (std::size_t r = 0; r < references_.size(); ++r) {
      if (references_[r].begin < trigger.end) continue;
      const auto [first, last] = list_around(r);
      const bool comma = references_[r].begin > 0 && document_.is(references_[r].begin - 1, ",");
      if (object && comma && plain_preposition(r).empty() && !references_[r].outside && !references_[r].possessive)
        return persons_of(r, std::max(r, last));
      object = true;
    }
    return {};
  }

  /// Date, place and kind of an occasion from its clause.
  void describe(Occasion& occasion, const Trigger& trigger, std::uint32_t begin, std::uint32_t end) {
    occasion.sentences = {index_};
    occasion.place = place_in(document_, sentence_.begin, sentence_.end, trigger.begin);
    const auto from = trigger.begin > sentence_.begin + 4 ? trigger.begin - 4 : sentence_.begin;
    occasion.separate = sentence_has(Tag::separate, sentence_.begin, sentence_.end);
    for (const auto& words : dates_) {
      if (words.anchor == Anchor::current) occasion.separate = true;
    }
    occasion.anaphoric = trigger.noun && (trigger.begin > sentence_.begin) &&
                         (document_.is(trigger.begin - 1, "the") || document_.is(trigger.begin - 1, "this"));
    for (auto i = from; i < trigger.begin; ++i) {
      occasion.indefinite = occasion.indefinite || (trigger.noun && (document_.is(i, "a") || document_.is(i, "an")));
    }
    occasion.arrival = sentence_has(Tag::arrival, sentence_.begin, sentence_.end) && !trigger.noun;
    if (occasion.arrival && trigger.word.frame == Frame::host && sentence_has_airport())
      occasion.type = EventType::visit;
    if (occasion.type == EventType::meeting &&
        sentence_has(Tag::remote, from, std::min(sentence_.end, trigger.end + 7))) {
      occasion.type = EventType::call;
    }
    const DateWords* best = nullptr;
    std::uint32_t best_distance = 1000;
    for (const auto& words : dates_) {
      if (names_something_else(words)) continue;
      const bool inside = words.begin >= begin && words.end <= end;
      auto distance = words.begin > trigger.begin ? words.begin - trigger.begin : trigger.begin - words.begin;
      if (!inside) distance += 60;
      if (words.anchor == Anchor::year || words.anchor == Anchor::month) distance += 30;
      if (distance < best_distance) {
        best_distance = distance;
        best = &words;
      }
    }
    // "During the meeting": what is dated there is not the meeting.
    if (trigger.noun && !trigger.light && !trigger.happened && best_distance > 6) best = nullptr;
    if (best != nullptr) occasion.date = resolve(*best, document_.base, current_date());
    if (!occasion.date && pending_ && index_ <= pending_until_) occasion.date = pending_;
    occasion.date_told = occasion.date.has_value();
    if (!occasion.date) occasion.date = current_date() ? current_date() : document_.base;
  }

  bool sentence_has_each() const {
    for (auto i = sentence_.begin; i + 1 < sentence_.end; ++i) {
      if (document_.is(i, "each") && document_.is(i + 1, "of")) return true;
    }
    return false;
  }

  bool sentence_has_airport() const {
    for (auto i = sentence_.begin; i < sentence_.end; ++i) {
      if (document_.is(i, "airport") || document_.is(i, "airfield") || document_.is(i, "station") ||
          document_.is(i, "gate"))
        return true;
    }
    return false;
  }

  std::optional<Date> current_date() const { return current_; }

  /// A date that belongs to something else: "the agreement of March 10", "since January", "planned for June 12".
  bool names_something_else(const DateWords& words) const {
    if (words.begin == sentence_.begin) return false;
    const auto& before = document_.folded[words.begin - 1];
    if (before == "of" || before == "since" || before == "until" || before == "from" || before == "for" ||
        before == "before" || before == "than" || before == "by") {
      return !(before == "of" && words.begin > sentence_.begin + 1 &&
               (document_.is(words.begin - 2, "morning") || document_.is(words.begin - 2, "afternoon") ||
                document_.is(words.begin - 2, "evening")));
    }
    return before == "the" && words.anchor == Anchor::calendar;
  }

  /// "also attended by X", "X was also present": those who were there, too.
  void read_attendance() {
    for (auto i = sentence_.begin; i < sentence_.end; ++i) {
      if (document_.outside[i] != 0 || is_quoted(i) || in_name(i)) continue;
      const auto* after = document_.find(i, Tag::attending_after);
      const auto* before = document_.find(i, Tag::attending_before);
      Persons present;
      std::uint32_t length = 1;
      if (after != nullptr) {
        length = after->length;
        const bool by = document_.is(i + length - 1, "by");
        const bool colon = i + length < sentence_.end && document_.is(i + length, ":");
        for (std::size_t r = 0; r < references_.size(); ++r) {
          if (references_[r].begin < i + length) continue;
          const bool near = references_[r].begin <= i + length + 6;
          // "attended by A and B; on the other side by C and D"
          const bool more = colon || (by && !present.empty() && plain_preposition(r) == "by");
          if (!near && !more) continue;
          if (near && !present.empty() && !more) break;
          const auto last = list_around(r).second;
          add_all(present, persons_of(r, last));
          r = last;
        }
        remember_company(i, present);
        if (touched_ < 0 && !present.empty() && came_together(i, present)) {
          i += length - 1;
          continue;
        }
        const bool company = document_.is(i, "together") || document_.is(i, "along") || document_.is(i, "alongside");
        if (touched_ < 0 && company) present.clear();
        if (touched_ < 0 && document_.is(i, "accompanied")) {
          const auto head = subject_of(i);
          if (last_ < 0 || head.empty() || !subset(head, occasions_[static_cast<std::size_t>(last_)].persons))
            present.clear();
        }
      } else if (before != nullptr && !reference_planned(clause_begin(i), i)) {
        length = before->length;
        present = subject_of(i);
        // "at which X was also present": the subject of the relative clause.
        if (present.empty()) present = subject_before(i, sentence_.begin);
        if (document_.is(i, "accompanied") || document_.is(i, "joined")) {
          for (std::size_t r = 0; r < references_.size(); ++r) {
            if (references_[r].begin >= i + length && references_[r].begin <= i + length + 1)
              add_all(present, references_[r].persons);
          }
        }
      }
      if (before != nullptr && document_.is(i + length - 1, "joined")) {
        // "X joined the presidents for a tour": an occasion of its own.
        Persons object;
        std::uint32_t object_end = 0;
        for (std::size_t r = 0; r < references_.size(); ++r) {
          if (references_[r].begin >= i + length && references_[r].begin <= i + length + 1) {
            object = persons_of(r, list_around(r).second);
            object_end = references_[list_around(r).second].end;
          }
        }
        if (!object.empty() && object_end + 1 < sentence_.end && document_.is(object_end, "for") &&
            document_.is(object_end + 1, "a")) {
          Occasion occasion;
          Trigger trigger;
          trigger.begin = trigger.verb_begin = i;
          trigger.end = i + length;
          for (auto j = object_end; j < std::min(sentence_.end, object_end + 5); ++j) {
            if (const auto* noun = document_.find(j, Tag::noun))
              occasion.type = document_.lexicon->event_word(noun->entry.value).type;
          }
          occasion.persons = present;
          add_all(occasion.persons, object);
          describe(occasion, trigger, sentence_.begin, sentence_.end);
          occasion.separate = true;
          add(std::move(occasion));
          i += length - 1;
          continue;
        }
      }
      if (!present.empty()) join(present);
      i += length - 1;
    }
  }

  /// "X, together with Y, visited …": an occasion of its own where the sentence tells of no other.
  bool came_together(std::uint32_t i, const Persons& company) {
    const bool together = document_.is(i, "together") || document_.is(i, "along") || document_.is(i, "alongside") ||
                          document_.is(i, "accompanied");
    if (!together || reference_planned(clause_begin(i), i)) return false;
    bool there = false;
    EventType type = EventType::visit;
    for (auto j = sentence_.begin; j < sentence_.end; ++j) {
      if (in_name(j) || is_quoted(j)) continue;
      there = there || document_.is(j, "visited") || document_.is(j, "toured") || document_.is(j, "attended") ||
              document_.is(j, "watched") || document_.is(j, "observed") || document_.is(j, "inspected") ||
              ((document_.is(j, "was") || document_.is(j, "were")) && j + 1 < sentence_.end &&
               (document_.is(j + 1, "at") || document_.is(j + 1, "in")));
      if (const auto* noun = document_.find(j, Tag::noun)) {
        const auto kind = document_.lexicon->event_word(noun->entry.value).type;
        if (kind == EventType::exercise || kind == EventType::ceremony || kind == EventType::conference) type = kind;
      }
    }
    const auto subject = subject_of(i);
    if (!there || subject.empty() || subset(company, subject)) return false;
    Trigger trigger;
    trigger.begin = trigger.verb_begin = i;
    trigger.end = i + 1;
    Occasion occasion;
    occasion.type = type;
    occasion.persons = subject;
    add_all(occasion.persons, company);
    describe(occasion, trigger, sentence_.begin, sentence_.end);
    occasion.type = type;
    add(std::move(occasion));
    return true;
  }

  /// Those who accompany somebody belong to his delegation.
  void remember_company(std::uint32_t i, const Persons& company) {
    if (!document_.is(i, "accompanied")) return;
    const auto head = subject_of(i);
    if (head.size() != 1) return;
    const auto& country = persons_[static_cast<std::size_t>(head[0])].country;
    if (country.empty()) return;
    auto& list = focus_.delegations[country];
    add_all(list, head);
    add_all(list, company);
  }

  /// "The audience was attended by X" where the text has not said in so many words who was received: those who have
  /// been spoken of so far.
  void begin_by_attendance(const Persons& present) {
    Persons seen;
    for (const auto& [person, token] : focus_.seen) {
      if (!contains(present, person) && !persons_[static_cast<std::size_t>(person)].only_outside &&
          token < sentence_.begin)
        seen.push_back(person);
    }
    if (seen.empty() || seen.size() > 2 || present.empty()) return;
    Trigger trigger;
    trigger.begin = trigger.verb_begin = sentence_.begin;
    trigger.end = sentence_.begin + 1;
    Occasion occasion;
    occasion.persons = seen;
    add_all(occasion.persons, present);
    describe(occasion, trigger, sentence_.begin, sentence_.end);
    occasion.type = last_noun_ == EventType::ceremony ? EventType::ceremony : EventType::meeting;
    add(std::move(occasion));
  }

  bool sentence_has_company() const {
    for (auto i = sentence_.begin; i < sentence_.end; ++i) {
      if (document_.is(i, "accompanied") || document_.is(i, "attended")) return true;
    }
    return false;
  }

  void join(const Persons& present) {
    auto target = touched_ >= 0 ? touched_ : last_;
    if (target >= 0 && target != touched_) {
      // What is recalled in passing is not what the text goes on about.
      const auto& told = occasions_[static_cast<std::size_t>(target)];
      if (told.date_told && recalled(told) && told.sentences.back() + 1 < index_) return;
    }
    if (target < 0) begin_by_attendance(present);
    if (target < 0 || occasions_[static_cast<std::size_t>(target)].persons.empty()) return;
    bool all = false;
    for (auto i = sentence_.begin; i + 1 < sentence_.end; ++i) {
      if (!document_.is(i, "all") && !document_.is(i, "both")) continue;
      for (auto j = i + 1; j < std::min(sentence_.end, i + 4); ++j)
        all = all || (document_.has(j, Tag::noun) && document_.folded[j].ends_with("s"));
    }
    if (all && sentence_has_company() && occasions_.size() < 40) {
      // "accompanied him to all three meetings"
      for (auto& occasion : occasions_) {
        if (occasion.date != occasions_[static_cast<std::size_t>(target)].date) continue;
        add_all(occasion.persons, present);
      }
    }
    auto& occasion = occasions_[static_cast<std::size_t>(target)];
    constexpr std::size_t most_participants = 200;
    for (const auto person : present) {
      if (occasion.persons.size() < most_participants && !contains(occasion.persons, person)) {
        occasion.persons.push_back(person);
        occasion.roles.emplace(person, Role::attendee);
      }
    }
    if (occasion.sentences.back() != index_) occasion.sentences.push_back(index_);
    focus_.participants = occasion.persons;
  }

  /// "Afterward, the meeting was held at the Defense Ministry": the place of the meeting that is being told of.
  void note_place() {
    if (last_ < 0) return;
    for (const auto& trigger : triggers_) {
      auto& occasion = occasions_[static_cast<std::size_t>(last_)];
      bool other_time = false;
      for (std::uint32_t back = 1; back <= 3 && trigger.begin >= sentence_.begin + back; ++back) {
        const auto i = trigger.begin - back;
        other_time = other_time || document_.is(i, "before") || document_.is(i, "prior") || document_.is(i, "after") ||
                     document_.is(i, "following") || document_.is(i, "ahead");
      }
      if (other_time) continue;
      if (trigger.noun && occasion.place.empty()) {
        occasion.place = place_in(document_, sentence_.begin, sentence_.end, trigger.begin);
      }
    }
    if (occasions_[static_cast<std::size_t>(last_)].place.empty()) {
      // "The Defense Ministry hosted the meeting."
      for (auto i = sentence_.begin; i + 3 < sentence_.end; ++i) {
        if (document_.is(i, "hosted") && document_.is(i + 1, "by") && document_.is(i + 2, "the")) {
          // "At the meeting hosted by the Defense Ministry"
          auto end = i + 3;
          while (end < sentence_.end && document_.tokens[end].capital) ++end;
          if (end > i + 3 && document_.has(end - 1, Tag::thing))
            occasions_[static_cast<std::size_t>(last_)].place = document_.text_of(i + 3, end);
          break;
        }
        if (document_.is(i, "hosted") && document_.is(i + 1, "the") && document_.has(i + 2, Tag::noun)) {
          auto first = i;
          while (first > sentence_.begin && document_.tokens[first - 1].capital &&
                 !document_.has(first - 1, Tag::country) && document_.has(first - 1, Tag::thing)) {
            --first;
          }
          if (first < i) occasions_[static_cast<std::size_t>(last_)].place = document_.text_of(first, i);
        }
      }
    }
  }

  void remember_subject() {
    if (!sentence_subject_.empty()) {
      focus_.subject = sentence_subject_;
    } else {
      find_subject();
    }
    for (const auto& reference : references_) {
      for (const auto person : reference.persons) {
        if (!reference.outside) focus_.see(person, reference.begin);
      }
    }
  }

  void find_subject() {
    for (std::size_t r = 0; r < references_.size(); ++r) {
      const auto& reference = references_[r];
      if (reference.outside || reference.possessive || reference.persons.empty() || !preposition(r).empty()) continue;
      const auto [first, last] = list_around(r);
      focus_.subject = persons_of(first, last);
      break;
    }
  }

  // ---- one occasion however many sentences tell of it

  static bool dates_agree(const Occasion& a, const Occasion& b) {
    if (!a.date || !b.date || (!a.date_told && !b.date_told)) return true;
    if (*a.date == *b.date) return true;
    if (!a.date_told || !b.date_told) return a.date->contains(*b.date) || b.date->contains(*a.date);
    return a.date->contains(*b.date) || b.date->contains(*a.date);
  }

  static bool types_agree(const Occasion& a, const Occasion& b) {
    const auto remote = [](EventType type) { return type == EventType::call; };
    return remote(a.type) == remote(b.type) && a.arrival == b.arrival;
  }

  void add(Occasion occasion) {
    if (occasion.persons.empty()) return;
    // What was told long ago is not told again in other words; and time stays linear.
    const auto oldest = std::max(0, static_cast<int>(occasions_.size()) - 40);
    for (auto e = static_cast<int>(occasions_.size()) - 1; e >= oldest; --e) {
      auto& known = occasions_[static_cast<std::size_t>(e)];
      if (!dates_agree(known, occasion) || !types_agree(known, occasion)) continue;
      const bool same = same_set(known.persons, occasion.persons);
      const bool part = subset(occasion.persons, known.persons) &&
                        ((!occasion.separate && !occasion.indefinite) || occasion.persons.size() < 2);
      const bool grows = subset(known.persons, occasion.persons) && known.persons.size() > 1 && !known.separate &&
                         !occasion.separate &&
                         (occasion.anaphoric || (e == last_ && occasion.type == known.type && !occasion.indefinite));
      if (!same && !part && !grows) continue;
      const bool elsewhere = !known.place.empty() && !occasion.place.empty() &&
                             known.place.find(occasion.place) == std::string::npos &&
                             occasion.place.find(known.place) == std::string::npos;
      if (same && elsewhere && occasion.separate && occasion.type != known.type) continue;
      if (occasion.persons.size() == 1 && e != last_) continue;
      add_all(known.persons, occasion.persons);
      known.roles.insert(occasion.roles.begin(), occasion.roles.end());
      if (known.place.empty()) known.place = occasion.place;
      if (occasion.date_told &&
          (!known.date_told || (known.date && occasion.date && known.date->contains(*occasion.date)))) {
        known.date = occasion.date;
        known.date_told = true;
      }
      if (known.sentences.back() != index_) known.sentences.push_back(index_);
      set_current(e);
      return;
    }
    if (occasion.persons.size() < 2) return;
    occasions_.push_back(std::move(occasion));
    set_current(static_cast<int>(occasions_.size()) - 1);
  }

  void set_current(int e) {
    last_ = touched_ = e;
    const auto& occasion = occasions_[static_cast<std::size_t>(e)];
    focus_.participants = occasion.persons;
    if (occasion.date_told && occasion.date && !recalled(occasion)) current_ = occasion.date;
  }

  /// Of a time that the document looks back on, not of the days that it reports.
  bool recalled(const Occasion& occasion) const {
    if (!occasion.date) return false;
    if (!document_.base || !document_.base->is_day() || !occasion.date || !occasion.date->is_day())
      return !occasion.date->has_day();
    return *document_.base->first_day() - *occasion.date->first_day() > 6;
  }

  const Document& document_;
  const std::vector<NameMention>& names_;
  const std::vector<Person>& persons_;
  Focus focus_;
  std::uint32_t index_ = 0;
  Sentence sentence_;
  std::vector<Reference> references_;
  std::vector<std::uint8_t> named_;   ///< one a token of the sentence: within a name with its title
  std::vector<std::uint8_t> listed_;  ///< one a reference: in one list with the next
  std::vector<std::pair<std::size_t, std::size_t>> lists_;  ///< first and last reference of its list
  std::vector<std::string> prepositions_;
  std::vector<DateWords> dates_;
  std::vector<Trigger> triggers_;
  std::vector<Occasion> occasions_;
  std::optional<Date> current_;
  std::optional<Date> pending_;
  std::uint32_t pending_until_ = 0;
  Persons sentence_subject_;
  EventType last_noun_ = EventType::meeting;
  int last_ = -1;
  int touched_ = -1;
};

}  // namespace

std::vector<Occasion> find_occasions(const Document& document, const std::vector<NameMention>& names,
                                     const std::vector<Person>& persons) {
  return OccasionFinder(document, names, persons).find();
}

}  // namespace entente::extract
