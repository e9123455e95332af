#include "references.hpp"

#include "antecedents.hpp"
#include "person_list.hpp"

#include <algorithm>
#include <string_view>

namespace entente::extract {
namespace {

constexpr std::size_t longest_memory = 48;

/// Words of an office that tell one minister from another.
constexpr std::string_view domains[] = {"defense", "defence",   "foreign",  "interior", "prime",   "deputy", "vice",
                                        "finance", "transport", "security", "energy",   "justice", "trade",  "first"};

class ReferenceFinder {
 public:
  ReferenceFinder(const Document& document, const Sentence& sentence, const std::vector<NameMention>& names,
                  const std::vector<Person>& persons, Focus& focus)
      : document_(document),
        sentence_(sentence),
        names_(names),
        persons_(persons),
        focus_(focus),
        antecedents_(document, persons, focus, references_) {}

  std::vector<Reference> find() {
    auto name = std::lower_bound(names_.begin(), names_.end(), sentence_.begin,
                                 [](const NameMention& n, std::uint32_t token) { return n.begin < token; });
    for (auto i = sentence_.begin; i < sentence_.end;) {
      while (name != names_.end() && (name->person < 0 || name->outer_end <= i)) ++name;
      if (name != names_.end() && name->begin < sentence_.end && name->outer_begin <= i) {
        i = take_name(*name);
        ++name;
        continue;
      }
      const auto limit = name != names_.end() && name->begin < sentence_.end ? name->outer_begin : sentence_.end;
      const auto next = take_other(i, limit);
      i = std::max(i + 1, next);
    }
    fill_delegations();
    for (std::size_t r = 1; r < references_.size(); ++r) {
      // "the greetings of X and of Y"
      const auto gap = references_[r].begin - std::min(references_[r].begin, references_[r - 1].end);
      const auto begin = references_[r - 1].end;
      const bool joined = (gap == 1 && document_.is(begin, "and")) ||
                          (gap == 2 && document_.is(begin, "and") && document_.is(begin + 1, "of"));
      if (joined && references_[r - 1].outside && !references_[r - 1].possessive) references_[r].outside = true;
    }
    // What nobody knows matters only where it may be a subject.
    std::erase_if(references_, [&](const Reference& reference) {
      if (!reference.persons.empty() || reference.begin == sentence_.begin) return false;
      const auto before = reference.begin - 1;
      return !document_.is_punctuation(before) && !document_.is(before, "and") && !document_.is(before, "which");
    });
    return std::move(references_);
  }

 private:
  /// "the delegation led by X and Y", "a delegation with X at its head" stand for X and Y.
  void fill_delegations() {
    for (std::size_t r = 0; r + 1 < references_.size(); ++r) {
      auto& group = references_[r];
      if (group.kind != ReferenceKind::group || !document_.has(group.end - 1, Tag::delegations)) continue;
      const auto& head = references_[r + 1];
      if (head.kind != ReferenceKind::name || head.begin > group.end + 12) continue;
      bool led = false;
      for (auto i = group.end; i < head.begin; ++i) {
        if (document_.is(i, "that") || document_.is(i, "which")) {
          for (auto j = head.end; j < std::min(sentence_.end, head.end + 3); ++j) {
            led = led || document_.is(j, "brought") || document_.is(j, "led") || document_.is(j, "headed") ||
                  document_.is(j, "leads") || document_.is(j, "heads");
          }
        }
        led = led || document_.has(i, Tag::led) || (document_.is(i, "with") && i <= group.end + 1);
        if (document_.is(i, ",") || document_.is(i, ".")) break;
      }
      if (!led) continue;
      group.persons = head.persons;
      for (auto next = r + 2; next < references_.size(); ++next) {
        const auto gap = references_[next].begin - references_[next - 1].end;
        const bool joined = gap == 1 && (document_.is(references_[next].begin - 1, "and") ||
                                         document_.is(references_[next].begin - 1, ","));
        if (!joined || references_[next].kind != ReferenceKind::name) break;
        group.persons.insert(group.persons.end(), references_[next].persons.begin(), references_[next].persons.end());
      }
      for (const auto person : group.persons) {
        if (!contains(focus_.last_delegation, person)) focus_.last_delegation = group.persons;
        const auto& country = persons_[static_cast<std::size_t>(person)].country;
        if (!country.empty()) add_unique(focus_.delegations[country], person);
      }
    }
  }

  std::uint32_t take_name(const NameMention& name) {
    Reference reference;
    reference.begin = name.outer_begin;
    reference.end = std::max(name.outer_end, name.end);
    reference.persons = {name.person};
    reference.possessive = document_.is(name.end, "'s") || document_.is(name.end, "'");
    reference.outside = stands_outside(document_, name.outer_begin, reference.end);
    // A delegation that is told with its head belongs to his country.
    if (const auto begin = name.outer_begin; begin > sentence_.begin + 1) remember_delegation(begin, name.person);
    focus_.see(name.person, name.begin);
    references_.push_back(reference);
    return std::max(reference.end, name.end);
  }

  /// "the delegation led by X": X, and whoever is listed with him, leads what "the delegation" stands for later.
  void remember_delegation(std::uint32_t begin, int person) {
    const bool listed = !references_.empty() && references_.back().end + 1 >= begin && leading_ &&
                        (document_.is(begin - 1, "and") || document_.is(begin - 1, ","));
    bool led = listed;
    for (std::uint32_t length = 1; length <= 4 && sentence_.begin + length <= begin && !led; ++length) {
      for (const auto& match : document_.at(begin - length)) {
        led = led || (match.entry.tag == Tag::led && match.length == length);
      }
    }
    leading_ = led;
    if (!led) return;
    if (!listed) focus_.last_delegation.clear();
    add_unique(focus_.last_delegation, person);
    add_unique(focus_.guests, person);
    if (const auto& country = persons_[static_cast<std::size_t>(person)].country; !country.empty()) {
      add_unique(focus_.delegations[country], person);
    }
  }

  std::uint32_t take_other(std::uint32_t i, std::uint32_t limit) {
    if (document_.outside[i] != 0 || document_.is_punctuation(i)) return i + 1;
    const auto word = document_.word(i);
    if (word == "it" && i == sentence_.begin && !focus_.last_delegation.empty() && document_.is(i + 1, "was") &&
        i + 2 < limit && document_.has(i + 2, Tag::verb)) {
      Reference reference;
      reference.begin = i;
      reference.end = i + 1;
      reference.kind = ReferenceKind::group;
      reference.persons = focus_.last_delegation;
      references_.push_back(reference);
      return i + 1;
    }
    if (word == "he" || word == "she" || word == "him" || word == "her" || word == "they" || word == "them" ||
        word == "both") {
      return take_pronoun(i, limit);
    }
    return take_phrase(i, limit);
  }

  std::uint32_t take_pronoun(std::uint32_t i, std::uint32_t limit) {
    const auto word = document_.word(i);
    Reference reference;
    reference.begin = i;
    reference.end = i + 1;
    reference.kind = ReferenceKind::pronoun;
    if (word == "they" || word == "them") {
      reference.plural = true;
      reference.persons = focus_.subject.size() > 1 ? focus_.subject : focus_.participants;
    } else if (word == "both") {
      // "both ministers" is taken with its noun.
      if (i + 1 < limit && !document_.has(i + 1, Tag::verb) && !document_.has(i + 1, Tag::light) &&
          !document_.is(i + 1, "were") && !document_.is(i + 1, "are") && !document_.is(i + 1, "men")) {
        return take_phrase(i, limit);
      }
      reference.plural = true;
      reference.persons = focus_.participants;
      if (document_.is(i + 1, "men") || document_.is(i + 1, "women")) reference.end = i + 2;
    } else if (word == "her" && i + 1 < limit && document_.tokens[i + 1].kind == TokenKind::word &&
               !document_.has(i + 1, Tag::link) && !document_.has(i + 1, Tag::separate)) {
      return i + 1;  // "her counterpart"
    } else if (word == "he" || word == "she") {
      reference.persons = single(focus_.subject);
      if (!references_.empty() && references_.front().kind != ReferenceKind::pronoun && reference.persons.empty()) {
        reference.persons = single(references_.front().persons);
      }
      // Within a sentence the subject before it is meant, behind "which" whoever was named last.
      const bool nearest = i > sentence_.begin && document_.is(i - 1, "which");
      if (nearest) {
        for (const auto& earlier : references_) {
          if (earlier.kind == ReferenceKind::name && earlier.persons.size() == 1) reference.persons = earlier.persons;
        }
      }
      for (const auto& earlier : references_) {
        if (nearest) break;
        const bool governed = earlier.begin > sentence_.begin &&
                              (document_.is(earlier.begin - 1, "with") || document_.is(earlier.begin - 1, "by") ||
                               document_.is(earlier.begin - 1, "of") || document_.is(earlier.begin - 1, "to"));
        if (earlier.persons.size() == 1 && !earlier.outside && !earlier.possessive && !governed &&
            earlier.kind != ReferenceKind::pronoun) {
          reference.persons = earlier.persons;
          break;
        }
      }
    } else {
      // "him": the last other person who was spoken of.
      reference.persons = antecedents_.object_pronoun();
    }
    references_.push_back(reference);
    return reference.end;
  }

  static std::vector<int> single(const std::vector<int>& persons) {
    return persons.size() == 1 ? persons : std::vector<int>{};
  }

  /// "the Azerbaijani minister", "his Turkish counterpart", "the Turkish delegation", "the two sides".
  std::uint32_t take_phrase(std::uint32_t i, std::uint32_t limit) {
    auto j = i;
    bool article = false;
    bool his = false;
    bool both = false;
    std::string country;
    std::string domain;
    int number = 0;
    const bool starts = document_.is(j, "the") || document_.is(j, "his") || document_.is(j, "her") ||
                        document_.is(j, "its") || document_.is(j, "their") || document_.is(j, "this") ||
                        document_.is(j, "both") || document_.is(j, "each") || country_at(document_, j).has_value() ||
                        document_.is(j, "neither");
    const bool bare = j == sentence_.begin || document_.tokens[j].capital;
    if (!starts && !bare && !document_.is(j, "a") && !document_.is(j, "two") && !document_.is(j, "secretary"))
      return i + 1;
    if (document_.is(j, "a")) {
      ++j;
      article = true;
    }
    if (!country_at(document_, j) && starts) {
      his = document_.is(j, "his") || document_.is(j, "her") || document_.is(j, "their") || document_.is(j, "its");
      both = document_.is(j, "both");
      article = true;
      ++j;
    }
    const auto stop = std::min(limit, j + 7);
    while (j < stop) {
      if (const auto code = country_at(document_, j); code && !document_.has(j, Tag::head)) {
        country = code->code;
        j += code->length;
        if (document_.is(j, "'s")) ++j;
        article = true;
        continue;
      }
      const auto word = document_.word(j);
      if (word == "two" || word == "three" || word == "four" || word == "five") {
        number = word == "two" ? 2 : word == "three" ? 3 : word == "four" ? 4 : 5;
        const auto after = j + 1;
        const bool noun_follows =
            after < stop &&
            (document_.has(after, Tag::all) || document_.has(after, Tag::plural_head) ||
             (document_.has(after, Tag::modifier) && !document_.is(after, "then") && !document_.is(after, "late")) ||
             document_.has(after, Tag::head));
        if (!noun_follows) break;
        ++j;
        continue;
      }
      if (document_.has(j, Tag::guests) || document_.has(j, Tag::hosts) || document_.has(j, Tag::delegations)) break;
      if (document_.has(j, Tag::all) && !document_.has(j, Tag::modifier)) break;
      const auto* head = document_.find(j, Tag::head);
      const auto* plural = document_.find(j, Tag::plural_head);
      const bool modifier = document_.has(j, Tag::modifier);
      const bool modifies = modifier && j + 1 < stop &&
                            (document_.has(j + 1, Tag::head) || document_.has(j + 1, Tag::plural_head) ||
                             document_.has(j + 1, Tag::modifier));
      if ((head != nullptr || plural != nullptr) && !(modifies && head != nullptr && head->length == 1)) break;
      if (!modifier) break;
      for (const auto known : domains) {
        if (word == Word::of(known)) domain = known == "defence" ? "defense" : known;
      }
      ++j;
    }
    if (j >= limit) return i + 1;
    Reference reference;
    reference.begin = i;
    const auto* head = document_.find(j, Tag::head);
    const auto* plural = document_.find(j, Tag::plural_head);
    const auto* rank = document_.find(j, Tag::rank);
    const bool introduced = article || document_.tokens[j].capital;
    if (document_.has(j, Tag::delegations) && (article || j > i)) {
      reference.kind = ReferenceKind::group;
      reference.plural = true;
      reference.end = j + 1;
      reference.persons = antecedents_.delegation(country, his, j);
    } else if (document_.has(j, Tag::guests) && article && !document_.is(i, "a")) {
      reference.kind = ReferenceKind::group;
      reference.end = j + 1;
      reference.persons = his ? antecedents_.others(antecedents_.subject_here()) : antecedents_.guests(country);
    } else if (document_.has(j, Tag::hosts) && article) {
      reference.kind = ReferenceKind::group;
      reference.end = j + 1;
      reference.persons = his ? antecedents_.others(antecedents_.subject_here()) : focus_.hosts;
    } else if (!document_.is(i, "a") && (plural != nullptr || document_.has(j, Tag::all))) {
      const bool side = document_.is(j, "sides") || document_.is(j, "parties");
      if (!introduced && number == 0 && !both) return i + 1;
      reference.kind = ReferenceKind::group;
      reference.plural = true;
      reference.end = j + (plural != nullptr ? plural->length : 1);
      if (country.empty() && !document_.is(reference.end, "of"))
        reference.persons = antecedents_.group(number, both, side, plural);
    } else if (document_.is(i, "a")) {
      return i + 1;
    } else if (head != nullptr) {
      if (!introduced) return i + 1;
      reference.kind = ReferenceKind::office;
      reference.end = j + head->length;
      // "the minister of the host country": an office that is told further is not whom the text is about.
      const bool told_on = document_.is(reference.end, "of") && !document_.is(reference.end + 1, "the");
      const auto person = antecedents_.office(document_.lexicon->head(head->entry.value), country, domain, his);
      if (person >= 0 && !told_on) reference.persons = {person};
    } else if (rank != nullptr && article) {
      reference.kind = ReferenceKind::office;
      reference.end = j + rank->length;
      if (focus_.subject.size() == 1 && !persons_[static_cast<std::size_t>(focus_.subject[0])].rank.empty())
        reference.persons = focus_.subject;
      for (const auto& [person, token] : antecedents_.by_recency()) {
        if (!reference.persons.empty()) break;
        if (!persons_[static_cast<std::size_t>(person)].rank.empty()) {
          reference.persons = {person};
          break;
        }
      }
    } else {
      return i + 1;
    }
    if (reference.end > limit) return i + 1;
    reference.possessive = document_.is(reference.end, "'s") || document_.is(reference.end, "'");
    reference.outside = stands_outside(document_, reference.begin, reference.end);
    references_.push_back(reference);
    return reference.end;
  }

  const Document& document_;
  const Sentence& sentence_;
  const std::vector<NameMention>& names_;
  const std::vector<Person>& persons_;
  Focus& focus_;
  std::vector<Reference> references_;
  Antecedents antecedents_;
  bool leading_ = false;
};

}  // namespace

void Focus::see(int person, std::uint32_t token) {
  auto& last = seen[person];
  last = std::max(last, token);
  if (seen.size() <= longest_memory) return;
  // Half of them go at once, so that forgetting costs little.
  std::vector<std::uint32_t> tokens;
  for (const auto& [who, when] : seen) tokens.push_back(when);
  std::nth_element(tokens.begin(), tokens.begin() + longest_memory / 2, tokens.end());
  const auto limit = tokens[longest_memory / 2];
  std::erase_if(seen, [&](const auto& entry) { return entry.second < limit; });
}

std::vector<Reference> find_references(const Document& document, const Sentence& sentence,
                                       const std::vector<NameMention>& names, const std::vector<Person>& persons,
                                       Focus& focus) {
  return ReferenceFinder(document, sentence, names, persons, focus).find();
}

}  // namespace entente::extract
