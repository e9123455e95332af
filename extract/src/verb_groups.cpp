#include "verb_groups.hpp"

#include "sentence_reading.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr auto verbal = bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech) | bit(Tag::action) |
                        bit(Tag::attending_before) | bit(Tag::motion);
constexpr auto nominal = bit(Tag::modifier) | bit(Tag::head) | bit(Tag::plural_head) | bit(Tag::particle);

class VerbFinder {
 public:
  explicit VerbFinder(SentenceReading& sentence) : sentence_(sentence), document_(sentence.document) {}

  void find() {
    sentence_.verbs.clear();
    for (auto i = sentence_.begin; i < sentence_.end;) {
      if (!is_open(i)) {
        ++i;
      } else if (is_auxiliary(i)) {
        i = take_chain(i);
      } else if (document_.is(i, "to") && i + 1 < sentence_.end && is_base(i + 1) && !adds_gerund(i)) {
        i = take_infinitive(i);
      } else if (is_verb(i)) {
        i = take_plain(i);
      } else {
        ++i;
      }
    }
  }

  /// True if only marks stand before the token: "• Met with X".
  bool begins_sentence(std::uint32_t i) const { return i == sentence_.first_word(); }

 private:
  bool is_open(std::uint32_t i) const {
    return document_.outside[i] == 0 && !sentence_.is_quoted(i) && !sentence_.in_name(i) &&
           document_.tokens[i].kind == TokenKind::word && (!document_.tokens[i].capital || begins_sentence(i)) &&
           !is_of_term(i);
  }

  /// "(hereinafter referred to as "Ministers")"
  bool is_of_term(std::uint32_t i) const {
    constexpr std::uint32_t far = 3;
    for (std::uint32_t back = 0; back <= far && i >= sentence_.begin + back; ++back) {
      if (document_.is_any(i - back, Word("hereinafter"), Word("hereafter"))) return true;
    }
    return false;
  }

  bool is_auxiliary(std::uint32_t i) const { return is_modal(i) || sentence_.is_be(i) || is_have(i) || is_do(i); }
  bool is_modal(std::uint32_t i) const {
    return document_.is_any(i, Word("will"), Word("would"), Word("shall"), Word("should"), Word("may"), Word("might"),
                            Word("can"), Word("could"), Word("must"), Word("cannot"), Word("won't"));
  }
  bool is_have(std::uint32_t i) const {
    return document_.is_any(i, Word("have"), Word("has"), Word("had"), Word("having"));
  }
  bool is_do(std::uint32_t i) const {
    return document_.is_any(i, Word("do"), Word("does"), Word("did"), Word("didn't"), Word("doesn't"));
  }
  bool is_denial(std::uint32_t i) const {
    return document_.is_any(i, Word("not"), Word("never"), Word("didn't"), Word("doesn't"), Word("cannot"),
                            Word("won't"), Word("n't"), Word("hardly"));
  }
  bool is_adverb(std::uint32_t i) const {
    return document_.is_any(i, Word("also"), Word("then"), Word("later"), Word("now"), Word("already"), Word("just"),
                            Word("both"), Word("earlier"), Word("still"), Word("again"), Word("together"), Word("soon"),
                            Word("yet"), Word("first"), Word("too"), Word("even"), Word("afterwards"), Word("likewise"),
                            Word("once"), Word("all"), Word("last"), Word("twice"), Word("ever"), Word("long"),
                            Word("only"), Word("previously"), Word("since")) ||
           (document_.ends_with(i, "ly") && !document_.tokens[i].capital);
  }
  /// "was due to", "is expected to": what is said to lie ahead.
  bool is_plan(std::uint32_t i) const {
    return document_.is_any(i, Word("due"), Word("scheduled"), Word("expected"), Word("set"), Word("supposed"),
                            Word("likely"), Word("about"), Word("slated"), Word("planned"), Word("going"), Word("able"),
                            Word("ready"), Word("unable"));
  }

  /// Words that are nouns where a determiner, an adjective or a preposition stands before them.
  bool is_noun_here(std::uint32_t i) const {
    if (i == sentence_.begin) return document_.has(i, Tag::noun);
    const auto before = i - 1;
    if (ends_reference(i)) return false;
    // "the honour of meeting X"
    if (document_.ends_with(i, "ing") && begins_reference(i + 1) &&
        document_.is_any(before, Word("of"), Word("for"), Word("in"), Word("from")))
      return false;
    // "phone calls on 19 November"
    if (document_.is_any(i, Word("calls"), Word("call")) &&
        document_.is_any(before, Word("phone"), Word("telephone"), Word("video"), Word("conference")))
      return true;
    // "a peacefully negotiated settlement"
    if (document_.ends_with(before, "ly") && before > sentence_.begin &&
        document_.is_any(before - 1, Word("a"), Word("an"), Word("the")))
      return true;
    if (document_.is_any(i, Word("host"), Word("witness")) && document_.is(before, "as")) return true;
    const bool determined = document_.is_any(
        before, Word("the"), Word("a"), Word("an"), Word("this"), Word("that"), Word("these"), Word("those"),
        Word("his"), Word("her"), Word("their"), Word("its"), Word("our"), Word("'s"), Word("'"), Word("of"),
        Word("no"), Word("any"), Word("some"), Word("in"), Word("for"), Word("at"), Word("from"), Word("into"),
        Word("between"), Word("s"), Word("several"), Word("many"), Word("two"), Word("three"), Word("four"));
    if (determined && !(document_.is(before, "that") && !document_.has(i, Tag::noun))) {
      // "at the forum organised by": a participle may still follow a preposition's noun, never the article.
      return true;
    }
    // "behind closed doors", "under increased pressure"
    const bool governed = document_.is_any(before, Word("behind"), Word("under"), Word("with"), Word("amid"),
                                           Word("despite"), Word("through"), Word("during"), Word("against"));
    if (governed && document_.ends_with(i, "ed")) return true;
    if (!document_.has(i, Tag::noun)) return document_.has(before, Tag::adjective);
    // "after meeting X"
    if (document_.ends_with(i, "ing") && begins_reference(i + 1)) return false;
    if (document_.is(i, "talks") && document_.is_any(before, Word("and"), Word(","))) return true;
    // A word that is both stays a verb only behind its subject, an auxiliary or a conjunction.
    return !(sentence_.in_name(before) ||
             document_.is_any(before, Word("who"), Word("and"), Word("he"), Word("she"), Word("they"), Word("to"),
                              Word("also"), Word(","), Word("which"), Word("then"), Word("later")) ||
             document_.ends_with(before, "ly") || ends_reference(before + 1));
  }

  bool begins_reference(std::uint32_t i) const {
    return std::any_of(sentence_.references.begin(), sentence_.references.end(),
                       [&](const Reference& r) { return r.begin == i; });
  }

  bool ends_reference(std::uint32_t i) const {
    return std::any_of(sentence_.references.begin(), sentence_.references.end(),
                       [&](const Reference& r) { return r.end == i; });
  }

  /// "esteemed President X", "the late Y": before a name, not behind a subject.
  bool is_attributive(std::uint32_t i) const {
    const bool name = std::any_of(sentence_.references.begin(), sentence_.references.end(),
                                  [&](const Reference& r) { return r.begin == i + 1; });
    return name && (i == sentence_.begin || document_.is_punctuation(i - 1) || document_.is(i - 1, "by") ||
                    document_.ends_with(i - 1, "ly"));
  }

  /// "newly-accredited", "Oslo-based", and not "co-hosted"
  bool is_compound(std::uint32_t i) const {
    const auto raw = document_.raw(i);
    const auto hyphen = raw.find('-');
    return hyphen != std::string_view::npos && hyphen > 2;
  }

  bool looks_past(std::uint32_t i) const {
    return document_.ends_with(i, "ed") && !is_compound(i) && document_.length(i) > 4 &&
           !document_.has_any(i, nominal) && !document_.has(i, Tag::adjective) && !is_attributive(i);
  }

  bool is_verb(std::uint32_t i) const {
    const bool includes = document_.has(i, Tag::includes) && !document_.ends_with(i, "ing");
    if (!document_.has_any(i, verbal) && !includes && !looks_past(i)) return false;
    // "X, left, shaking hands with Y": where somebody stands on a photograph.
    if (document_.is(i, "left") && i > sentence_.begin && document_.is_any(i - 1, Word(","), Word("(")) &&
        document_.is_any(i + 1, Word(","), Word(")"))) {
      return false;
    }
    return !is_noun_here(i);
  }

  bool is_base(std::uint32_t i) const {
    if (!is_open(i) || document_.tokens[i].capital) return false;
    if (document_.has_any(i, verbal | bit(Tag::wish)) || document_.is_any(i, Word("be"), Word("have"))) return true;
    return document_.tags[i] == 0 && !document_.ends_with(i, "ing");
  }

  /// "in addition to meeting X"
  bool adds_gerund(std::uint32_t to) const {
    return to > sentence_.begin && document_.is(to - 1, "addition") && document_.ends_with(to + 1, "ing");
  }

  std::uint32_t step_over_adverbs(std::uint32_t i) const {
    while (i < sentence_.end && is_open(i) && is_adverb(i)) ++i;
    return i;
  }

  void set_head(VerbGroup& group, std::uint32_t i) {
    group.head = i;
    group.end = i + 1;
    if (const auto* verb = document_.find(i, Tag::verb)) {
      group.event = event_word(*verb);
      group.end = i + verb->length;
    }
    if (group.end > i + 1) return;
    if (const auto* gapped = gapped_event(i)) group.event = gapped;
  }

  const EventWord* event_word(const Match& match) const { return &document_.lexicon->event_word(match.entry.value); }

  /// "took X aside", "showed X and Y around", "was shown around": a verb of the lexicon whose words stand around its
  /// object ("took … aside").
  const EventWord* gapped_event(std::uint32_t i) const {
    const auto& lexicon = *document_.lexicon;
    const auto* begun = lexicon.begin(document_.word(i));
    // The mark of the gap is folded as any other.
    const auto* gap = begun == nullptr ? nullptr : lexicon.step(*begun, Word("..."));
    if (gap == nullptr) return nullptr;
    auto next = i + 1;
    for (std::size_t r = 0; r < sentence_.references.size(); ++r) {
      if (sentence_.references[r].begin == i + 1) next = sentence_.references[sentence_.lists[r].second].end;
    }
    // "called his counterpart, X, to discuss"
    if (next > i + 1 && document_.is(next, ",")) ++next;
    while (next < sentence_.end && (is_adverb(next) || document_.has(next, Tag::weekday))) ++next;
    const auto* place = gap;
    for (; next < sentence_.end; ++next) {
      place = lexicon.step(*place, document_.word(next));
      if (place == nullptr) break;
      for (const auto& entry : lexicon.entries(*place)) {
        if (entry.tag == Tag::verb) return &lexicon.event_word(entry.value);
      }
    }
    return nullptr;
  }

  /// Where words of time end that part a chain from its participle: "had earlier in the day met", "was on Monday
  /// received"; `i` where none do.
  std::uint32_t behind_time(std::uint32_t i) const {
    constexpr std::uint32_t longest = 5;
    bool time = false;
    auto end = i;
    for (; end + 1 < sentence_.end && end < i + longest; ++end) {
      const bool unit = document_.is_any(end, Word("today"), Word("yesterday"), Word("day"), Word("week"),
                                         Word("month"), Word("year"), Word("morning"), Word("afternoon"),
                                         Word("evening"), Word("hours"), Word("days")) ||
                        document_.has(end, Tag::weekday);
      const bool word = document_.is_any(end, Word("in"), Word("on"), Word("the"), Word("a"), Word("earlier"),
                                         Word("later"), Word("before"), Word("same"), Word("last"), Word("this"),
                                         Word("that"), Word("previous"), Word("few"), Word("two"), Word("three"));
      if (!unit && !word) break;
      time = time || unit;
    }
    const bool participle =
        time && is_open(end) && (document_.has_any(end, verbal) || looks_past(end)) && !document_.has(end, Tag::noun);
    return participle ? end : i;
  }

  std::uint32_t take_chain(std::uint32_t i) {
    VerbGroup group;
    group.begin = group.head = i;
    bool be = false;
    bool other = false;
    auto last = i;
    while (i < sentence_.end && is_open(i)) {
      if (is_modal(i)) {
        group.unreal = true;
      } else if (is_denial(i)) {
        group.unreal = true;
        other = other || is_do(i);
      } else if (sentence_.is_be(i)) {
        be = true;
      } else if (is_have(i) || is_do(i)) {
        be = false;
        other = true;
      } else if (be && is_plan(i) && i + 1 < sentence_.end &&
                 (document_.is(i + 1, "to") || document_.is(i + 1, "for"))) {
        group.unreal = true;
        ++i;
      } else if (be && document_.is(i, "to")) {
        if (document_.is(last, "been")) break;  // "has been to the palace"
        group.unreal = true;
      } else if (!is_adverb(i)) {
        break;
      }
      last = i++;
    }
    if (const auto behind = (be || other) && !group.unreal ? behind_time(i) : i; behind > i) {
      last = behind - 1;
      i = behind;
    }
    group.end = last + 1;
    const bool verb = i < sentence_.end && is_open(i) &&
                      (document_.has_any(i, verbal) || looks_past(i) || document_.ends_with(i, "ing") ||
                       (group.unreal && document_.tags[i] == 0));
    // "had talks", "was host": a noun behind the chain makes a main verb of its last word.
    const bool noun = i < sentence_.end && document_.has(i, Tag::noun) && (!be || document_.has(i, Tag::head)) &&
                      !group.unreal && !(document_.has(i, Tag::verb) && document_.ends_with(i, "ed"));
    if (verb && !noun) {
      set_head(group, i);
      group.passive = be && !document_.ends_with(i, "ing");
    } else {
      group.copula = be;
      group.head = last;
      if (other && !be) group.head = last;
      // Multi-word verbs that begin with the auxiliary: "had lunch", "held talks".
      if (const auto* event = document_.find(group.begin, Tag::verb); event != nullptr && event->length > 1) {
        group.event = event_word(*event);
        group.end = group.begin + event->length;
        group.copula = false;
      } else if (const auto* late = document_.find(last, Tag::verb); late != nullptr && late->length > 1) {
        group.event = event_word(*late);
        group.end = last + late->length;
        group.copula = false;
      } else if (const auto* gapped = is_have(last) ? gapped_event(last) : nullptr; gapped != nullptr) {
        group.event = gapped;  // "had X to tea"
      }
    }
    if (document_.is(group.begin, "having")) group.form = VerbForm::gerund;
    if (document_.is(group.begin, "being") || document_.is(group.begin, "be")) group.form = VerbForm::gerund;
    sentence_.verbs.push_back(group);
    return group.end;
  }

  std::uint32_t take_infinitive(std::uint32_t i) {
    VerbGroup group;
    group.begin = i;
    group.form = VerbForm::infinitive;
    set_head(group, i + 1);
    if (document_.is(i + 1, "be") || document_.is(i + 1, "have")) {
      const auto next = step_over_adverbs(i + 2);
      if (next < sentence_.end && is_open(next) && (document_.has_any(next, verbal) || looks_past(next))) {
        group.passive = document_.is(i + 1, "be");
        set_head(group, next);
      }
    }
    sentence_.verbs.push_back(group);
    return group.end;
  }

  /// "opened the Polish memorial", "opened a new embassy": as "inaugurated".
  void take_opening(VerbGroup& group) const {
    if (group.event != nullptr || !document_.is_any(group.head, Word("opened"), Word("opens"))) return;
    bool introduced = false;
    for (auto i = group.end; i < std::min(sentence_.end, group.end + 7) && !document_.is_punctuation(i); ++i) {
      introduced = introduced || document_.is_any(i, Word("the"), Word("a"), Word("an"));
      const bool opened = document_.is_any(i, Word("memorial"), Word("monument"), Word("embassy"), Word("consulate"),
                                           Word("airport"), Word("bridge"), Word("exhibition"), Word("museum"),
                                           Word("plant"), Word("factory"), Word("hospital"), Word("school"),
                                           Word("pipeline"), Word("railway"), Word("highway"), Word("academy"));
      if (!introduced || !opened) continue;
      const auto* begun = document_.lexicon->begin(Word("inaugurated"));
      if (begun == nullptr) return;
      for (const auto& entry : document_.lexicon->entries(*begun)) {
        if (entry.tag == Tag::verb) group.event = &document_.lexicon->event_word(entry.value);
      }
      return;
    }
  }

  /// "played the relaxed host Thursday to X"
  void take_host(VerbGroup& group) const {
    if (!document_.is_any(group.head, Word("played"), Word("plays"), Word("playing"), Word("play"))) return;
    for (auto i = group.head + 1; i < std::min(sentence_.end, group.head + 5); ++i) {
      const auto* verb = document_.is(i, "host") ? document_.find(i, Tag::verb) : nullptr;
      if (verb == nullptr) continue;
      group.event = event_word(*verb);
      group.end = i + 1;
      return;
    }
  }

  std::uint32_t take_plain(std::uint32_t i) {
    VerbGroup group;
    group.begin = i;
    set_head(group, i);
    take_host(group);
    take_opening(group);
    group.unreal = i > sentence_.begin && is_denial(i - 1);
    if (document_.ends_with(i, "ing")) {
      // "those taking part": belongs to the noun.
      if (i > sentence_.begin && document_.is_any(i - 1, Word("those"), Word("others"))) return group.end;
      group.form = VerbForm::gerund;
    } else if (is_participle(group)) {
      group.form = VerbForm::participle;
      group.passive = true;
    }
    sentence_.verbs.push_back(group);
    return group.end;
  }

  /// "accompanied by", "headed by", "talks held in": a past form that no subject has.
  bool is_participle(const VerbGroup& group) const {
    const auto i = group.head;
    const bool past = document_.ends_with(i, "ed") || document_.has(i, Tag::participle);
    if (!past) return false;
    auto next = step_over_adverbs(group.end);
    for (std::uint32_t steps = 0; steps < 5 && next < sentence_.end; ++steps, ++next) {
      if (document_.is(next, "by")) return true;
      const bool passes = document_.has_any(next, bit(Tag::weekday) | bit(Tag::month) | bit(Tag::day_words)) ||
                          document_.is_any(next, Word("on"), Word("in"), Word("jointly")) ||
                          document_.tokens[next].kind == TokenKind::number;
      if (!passes) break;
    }
    // "Received General X." of a list of what somebody did
    if (begins_sentence(i)) return !begins_reference(group.end);
    if (document_.is_any(group.end, Word("with"), Word("between"), Word("at"), Word("in"), Word("on"), Word("here"),
                         Word("under"), Word("earlier")) ||
        document_.is_any(next, Word("with"), Word("between"))) {
      return document_.has(i - 1, Tag::noun) || document_.has(i - 1, Tag::thing) || is_inserted(i);
    }
    return false;
  }

  /// "The talks, held at the ministry, were …": between the commas behind a noun of meeting.
  bool is_inserted(std::uint32_t i) const {
    constexpr std::uint32_t longest = 16;
    if (i < sentence_.begin + 2 || !document_.is(i - 1, ",") || !document_.has(i - 2, Tag::noun)) return false;
    for (auto k = i + 1; k + 1 < std::min(sentence_.end, i + longest); ++k) {
      if (document_.is(k, ",")) return is_auxiliary(k + 1);
    }
    return false;
  }

  SentenceReading& sentence_;
  const Document& document_;
};

}  // namespace

void find_verb_groups(SentenceReading& sentence) { VerbFinder(sentence).find(); }

}  // namespace entente::extract
