#include "references.hpp"

#include "antecedents.hpp"
#include "epithets.hpp"
#include "person_list.hpp"

#include <algorithm>
#include <string_view>

namespace entente::extract {
namespace {

constexpr std::size_t longest_memory = 48;
const std::string no_office;

/// Words of an office that tell one minister from another.
constexpr std::string_view domains[] = {"defense", "defence", "foreign",   "interior", "prime",  "deputy",
                                        "vice",    "finance", "transport", "security", "energy", "justice",
                                        "trade",   "first",   "state",     "national", "crown"};

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
    join_appositions();
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
  /// "the Minister of Defence, X, …": the name says who the minister is.
  void join_appositions() {
    for (std::size_t r = 0; r + 1 < references_.size();) {
      auto& office = references_[r];
      auto& name = references_[r + 1];
      // "his host, X", "the guest, Y"
      const bool guest = office.kind == ReferenceKind::group && !office.plural && !office.possessive &&
                         !document_.ends_with(office.end - 1, "s") &&
                         document_.has_any(office.end - 1, bit(Tag::guests) | bit(Tag::hosts));
      // "the Leader of the Revolution Ayatollah X" with nothing between
      const bool beside = (office.kind == ReferenceKind::office || guest) && name.kind == ReferenceKind::name &&
                          !office.plural &&
                          ((name.begin == office.end + 1 && document_.is(office.end, ",")) ||
                           (name.begin <= office.end && name.begin > office.begin));
      const bool listed = beside && name.end < sentence_.end && document_.is(name.end, "and");
      // "the Head of the Mission of Georgia to the EU, Ambassador X, …"
      const bool told_in_full = office.kind == ReferenceKind::office && office.end > office.begin + 4;
      if (!beside || listed ||
          (!guest && !told_in_full && !office.persons.empty() && office.persons != name.persons &&
           !persons_[static_cast<std::size_t>(name.persons[0])].heads.empty())) {
        ++r;
        continue;
      }
      name.begin = office.begin;
      name.outside = office.outside;
      references_.erase(references_.begin() + static_cast<std::ptrdiff_t>(r));
      // "the Personal Representative of the OSCE Chairperson-in-Office, Ambassador X"
      if (r > 0 && references_[r - 1].kind == ReferenceKind::office && references_[r - 1].persons.empty() &&
          (references_[r - 1].end == references_[r].begin ||
           (document_.is(references_[r - 1].end, ",") && references_[r - 1].end + 1 == references_[r].begin &&
            references_[r - 1].end > references_[r - 1].begin + 4)))
        --r;
    }
  }

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
        if ((document_.is(i, ",") && i > group.end) || document_.is(i, ".")) break;
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

  /// "the Secretary General and Minister X": where the first office is somebody else's, a reference of its own. Returns
  /// where the name's own words begin.
  std::uint32_t split_office(const NameMention& name) {
    if (name.before.heads.size() < 2 || !document_.is(name.outer_begin, "the")) return name.outer_begin;
    for (auto i = name.outer_begin + 2; i + 1 < name.begin; ++i) {
      if (!document_.is(i, "and")) continue;
      for (auto k = name.outer_begin; k < i; ++k) {
        const auto* head = document_.find(k, Tag::head);
        if (head == nullptr || k + head->length != i) continue;
        const auto person = antecedents_.office(document_.lexicon->head(head->entry.value), {}, {}, false, k);
        if (person < 0 || person == name.person || holds_otherwise(name, head->entry.value)) return name.outer_begin;
        Reference reference;
        reference.begin = name.outer_begin;
        reference.end = i;
        reference.kind = ReferenceKind::office;
        reference.persons = {person};
        reference.outside = stands_outside(document_, name.outer_begin, i);
        references_.push_back(reference);
        return i + 1;
      }
      return name.outer_begin;
    }
    return name.outer_begin;
  }

  /// True if another mention of the person tells the office, too.
  bool holds_otherwise(const NameMention& name, std::uint16_t head) const {
    const auto& text = document_.lexicon->head(head);
    return std::any_of(persons_[static_cast<std::size_t>(name.person)].mentions.begin(),
                       persons_[static_cast<std::size_t>(name.person)].mentions.end(), [&](std::size_t mention) {
                         const auto& other = names_[mention];
                         if (other.begin == name.begin) return false;
                         const auto has = [&](const std::vector<std::string>& heads) {
                           return std::find(heads.begin(), heads.end(), text) != heads.end();
                         };
                         return has(other.before.heads) || has(other.after.heads);
                       });
  }

  std::uint32_t take_name(const NameMention& name) {
    Reference reference;
    reference.begin = split_office(name);
    reference.end = std::max(name.outer_end, name.end);
    reference.persons = {name.person};
    reference.possessive = document_.is(name.end, "'s") || document_.is(name.end, "'");
    reference.outside = stands_outside(document_, name.outer_begin, reference.end);
    if (!references_.empty() && references_.back().outside && !references_.back().possessive) {
      // "the greetings of X and of Y"
      const auto from = references_.back().end;
      reference.outside = reference.outside || (document_.is(from, "and") && name.outer_begin <= from + 2 &&
                                                (name.outer_begin == from + 1 || document_.is(from + 1, "of")));
    }
    // "mourning X, Y and Z"
    if (!references_.empty() && references_.back().outside && !references_.back().possessive &&
        document_.ends_before(references_.back().begin, Tag::outside_verb) &&
        name.outer_begin == references_.back().end + 1 && document_.is(references_.back().end, ",")) {
      for (auto k = reference.end; k < std::min(sentence_.end, reference.end + 12) && !reference.outside; ++k)
        reference.outside = document_.is(k, "and");
    }
    // A delegation that is told with its head belongs to his country.
    if (const auto begin = name.outer_begin; begin > sentence_.begin + 1) remember_delegation(begin, name.person);
    if (!reference.outside) focus_.see(name.person, name.begin);
    references_.push_back(std::move(reference));
    return std::max(references_.back().end, name.end);
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
    // "A, B and C, all of them separately" speaks of those just listed.
    if (word == "them" && i > sentence_.begin + 1 && document_.is(i - 1, "of") && last_list().size() > 1 &&
        document_.is_any(i - 2, Word("all"), Word("both"), Word("each"), Word("most"), Word("some")))
      return i + 1;
    if (word == "them" && i > sentence_.begin && document_.is(i - 1, "among") && i + 1 >= limit) return i + 1;
    // "The talks … Attending them were X and Y."
    if (word == "them" && i > sentence_.begin &&
        (document_.is_any(i - 1, Word("attending"), Word("attended")) ||
         (document_.is(i - 1, "in") && i > sentence_.begin + 1 &&
          document_.is_any(i - 2, Word("part"), Word("participated")))))
      return i + 1;
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
    // "the Chief of Army Staff (COAS)"
    if (document_.tokens[i].upper && i > sentence_.begin && document_.is(i - 1, "(") && document_.is(i + 1, ")"))
      return i + 1;
    if (word == "i" || word == "me") return take_author(i);
    if (word == "the" && document_.is_any(i + 1, Word("latter"), Word("former")) && i + 2 < limit &&
        (document_.has_any(i + 2, bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech) | bit(Tag::action)) ||
         document_.is_any(i + 2, Word("was"), Word("is"), Word("had"), Word("has"), Word(","), Word("."),
                          Word("also")))) {
      Reference reference;
      reference.begin = i;
      reference.end = i + 2;
      reference.kind = ReferenceKind::pronoun;
      const bool latter = document_.is(i + 1, "latter");
      const auto here = antecedents_.named_here();
      const auto& among = here.size() > 1 ? here : focus_.named;
      if (among.size() > 1) reference.persons = {latter ? among.back() : among.front()};
      references_.push_back(reference);
      return reference.end;
    }
    if (document_.is_any(i, Word("his"), Word("her")) && names_highness(i, limit)) {
      // "His Majesty also received …"
      Reference reference;
      reference.begin = i;
      reference.end = i + (document_.is(i + 1, "royal") ? 3 : 2);
      reference.kind = ReferenceKind::pronoun;
      reference.persons = single(focus_.subject);
      if (reference.persons.empty()) reference.persons = single(focus_.named);
      reference.possessive = document_.is(reference.end, "'s") || document_.is(reference.end, "'");
      references_.push_back(reference);
      return reference.end;
    }
    if (document_.is_any(i, Word("he"), Word("she"), Word("him"), Word("her"), Word("they"), Word("them"),
                         Word("both"))) {
      return take_pronoun(i, limit);
    }
    if (const auto epithet = epithet_at(document_, i, limit, persons_, focus_, antecedents_)) {
      Reference reference;
      reference.begin = i;
      reference.end = epithet->end;
      reference.kind = ReferenceKind::office;
      reference.persons = {epithet->person};
      reference.possessive = document_.is(reference.end, "'s") || document_.is(reference.end, "'");
      reference.outside = stands_outside(document_, i, reference.end);
      references_.push_back(std::move(reference));
      return references_.back().end;
    }
    return take_phrase(i, limit);
  }

  /// "I" of a statement that says whose it is.
  std::uint32_t take_author(std::uint32_t i) {
    if (focus_.author < 0 || document_.quoted[i] != 0) return i + 1;
    Reference reference;
    reference.begin = i;
    reference.end = i + 1;
    reference.kind = ReferenceKind::pronoun;
    reference.persons = {focus_.author};
    references_.push_back(reference);
    return i + 1;
  }

  /// "His Highness", "Her Majesty" with neither a name nor an office behind.
  bool names_highness(std::uint32_t i, std::uint32_t limit) const {
    auto end = i + 1;
    if (document_.is(end, "royal")) ++end;
    if (!document_.is_any(end, Word("highness"), Word("majesty"), Word("excellency"), Word("eminence"),
                          Word("holiness")))
      return false;
    ++end;
    return end < limit && !document_.tokens[end].capital && !document_.is(end, "the") && !document_.is(end, ",");
  }

  std::uint32_t take_pronoun(std::uint32_t i, std::uint32_t limit) {
    const auto word = document_.word(i);
    Reference reference;
    reference.begin = i;
    reference.end = i + 1;
    reference.kind = ReferenceKind::pronoun;
    if (word == "they" || word == "them") {
      reference.plural = true;
      if (word == "they") reference.persons = last_list();
      if (word == "they" && reference.persons.size() < 2) reference.persons = group_here();
      if (const auto here = antecedents_.named_here();
          word == "they" && reference.persons.size() < 2 && here.size() == 2 && references_.back().end + 2 < i)
        reference.persons = here;
      // Behind an event of long ago the text goes back to those of whom it speaks.
      const bool back = focus_.looking_back && !focus_.named.empty() &&
                        std::none_of(focus_.named.begin(), focus_.named.end(),
                                     [&](int person) { return contains(focus_.participants, person); });
      if (reference.persons.size() < 2 && back && focus_.subject.size() < 2)
        reference.persons = antecedents_.last_two();
      if (reference.persons.size() < 2)
        reference.persons = focus_.subject.size() > 1 ? focus_.subject : focus_.participants;
      const bool nothing_yet = focus_.participants.empty() && focus_.named.size() > 1 && focus_.named.size() < 8;
      if (reference.persons.size() < 2 && (nothing_yet || focus_.named.size() == 2)) reference.persons = focus_.named;
      if (reference.persons.size() < 2) reference.persons = antecedents_.last_two();
      // "Attending them were X and Y", "took part in them": the talks.
      if (word == "them" && i > sentence_.begin &&
          document_.is_any(i - 1, Word("attending"), Word("attended"), Word("in"), Word("at"), Word("during"),
                           Word("after"), Word("before"), Word("about"), Word("over"))) {
        return i + 1;
      }
    } else if (word == "both") {
      if (i + 1 >= limit) return i + 1;  // "both First Ladies, X and Y"
      // "both ministers" is taken with its noun.
      if (i + 1 < limit && !document_.has(i + 1, Tag::verb) && !document_.has(i + 1, Tag::light) &&
          !document_.is(i + 1, "were") && !document_.is(i + 1, "are") && !document_.is(i + 1, "men")) {
        return take_phrase(i, limit);
      }
      reference.plural = true;
      reference.persons = antecedents_.group(0, true, false, nullptr);
      if (document_.is(i + 1, "men") || document_.is(i + 1, "women")) reference.end = i + 2;
    } else if (word == "her" && i + 1 < limit && document_.tokens[i + 1].kind == TokenKind::word &&
               !document_.has(i + 1, Tag::link) && !document_.has(i + 1, Tag::separate)) {
      return i + 1;  // "her counterpart"
    } else if ((word == "he" || word == "she") && !references_.empty() && document_.is(i - 1, "and") &&
               references_.back().end + 1 == i) {
      // "Aliyev and he": somebody else, first of all whom the last sentence named alone.
      reference.persons = single(focus_.named);
      if (reference.persons.empty() || contains(references_.back().persons, reference.persons[0]))
        reference.persons = antecedents_.object_pronoun(word == "he" ? Sex::male : Sex::female);
    } else if (word == "he" || word == "she") {
      reference.persons = single(focus_.subject);
      if (reference.persons.empty()) reference.persons = single(focus_.named);
      if (reference.persons.empty() && focus_.speaker >= 0) reference.persons = {focus_.speaker};
      if (reference.persons.empty() && contains(focus_.subject, focus_.topic)) reference.persons = {focus_.topic};
      if (!references_.empty() && references_.front().kind != ReferenceKind::pronoun && reference.persons.empty()) {
        reference.persons = single(references_.front().persons);
      }
      // Within a sentence the subject before it is meant, behind "which" whoever was named last.
      const bool nearest = i > sentence_.begin && (document_.is(i - 1, "which") || after_where(i));
      if (nearest) {
        bool company = false;  // "X, accompanied by Y, visited the base, where she …"
        for (const auto& earlier : references_) {
          if (earlier.kind != ReferenceKind::name || earlier.persons.size() != 1) continue;
          for (auto k = references_.front().end; k < earlier.begin; ++k)
            company = company || document_.is(k, "accompanied");
          if (!company) reference.persons = earlier.persons;
        }
      }
      // "He heard out X; a day later he was received …": the same one.
      const auto same = std::find_if(references_.begin(), references_.end(), [&](const Reference& earlier) {
        return earlier.begin == sentence_.begin && earlier.kind == ReferenceKind::pronoun &&
               document_.word(earlier.begin) == word && earlier.persons.size() == 1;
      });
      const bool goes_on = !nearest && same != references_.end() && resumes_clause(i);
      if (goes_on) reference.persons = same->persons;
      for (const auto& earlier : references_) {
        if (nearest || goes_on) break;
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
      reference.persons = antecedents_.object_pronoun(word == "him" ? Sex::male : Sex::female);
    }
    if (word == "he" || word == "she") heed_sex(reference.persons, word == "he" ? Sex::male : Sex::female);
    references_.push_back(std::move(reference));
    return references_.back().end;
  }

  /// Puts another one in the place of a person whom the pronoun cannot mean: whom the text has spoken of last and whose
  /// sex fits.
  void heed_sex(Persons& persons, Sex sex) const {
    const auto sex_of = [&](int person) { return persons_[static_cast<std::size_t>(person)].sex; };
    if (persons.size() == 1 && (sex_of(persons[0]) == sex || sex_of(persons[0]) == Sex::unknown)) return;
    for (const auto& among : {focus_.subject, focus_.named}) {
      Persons fitting;
      for (const auto person : among) {
        if (sex_of(person) == sex) fitting.push_back(person);
      }
      if (fitting.size() == 1) {
        persons = std::move(fitting);
        return;
      }
    }
    if (persons.empty()) return;
    persons.clear();
    for (const auto& [person, token] : antecedents_.by_recency()) {
      if (sex_of(person) != sex) continue;
      persons = {person};
      return;
    }
  }

  /// True if a clause beside the first one begins a few words before: "…; on Jan. 4 he", "… and later he".
  bool resumes_clause(std::uint32_t i) const {
    for (auto k = i; k > sentence_.begin && i - k < 8; --k) {
      if (document_.is_any(k - 1, Word(";"), Word("and"), Word("but"))) return true;
      if (document_.is_any(k - 1, Word("that"), Word("if"), Word("where"), Word("who"))) return false;
    }
    return false;
  }

  /// "the visit of X to Y, where he …": whoever stands before "where".
  bool after_where(std::uint32_t i) const {
    for (auto k = i; k > sentence_.begin && i - k < 8; --k) {
      if (document_.is(k - 1, "where")) return true;
      if (document_.is(k - 1, ",")) return false;
    }
    return false;
  }

  /// A group of the sentence: "the two presidents went …, where they …".
  Persons group_here() const {
    for (const auto& reference : references_) {
      if (reference.kind == ReferenceKind::group && reference.persons.size() > 1 && !reference.possessive)
        return reference.persons;
    }
    return {};
  }

  /// The persons whom the sentence has just listed with "and", two or more.
  Persons last_list() const {
    Persons out;
    for (auto r = references_.size(); r-- > 0;) {
      const auto& reference = references_[r];
      if (reference.possessive || reference.outside) break;
      for (const auto person : reference.persons) add_unique(out, person);
      if (r == 0) break;
      const auto gap = reference.begin - std::min(reference.begin, references_[r - 1].end);
      const bool listed =
          gap >= 1 && gap <= 2 && (document_.is(reference.begin - 1, "and") || document_.is(reference.begin - 1, ","));
      if (!listed) break;
    }
    return out;
  }

  static Persons single(const Persons& persons) { return persons.size() == 1 ? persons : Persons{}; }

  /// "the Azerbaijani minister", "his Turkish counterpart", "the Turkish delegation", "the two sides".
  std::uint32_t take_phrase(std::uint32_t i, std::uint32_t limit) {
    auto j = i;
    const bool starts = document_.is_any(j, Word("the"), Word("his"), Word("her"), Word("its"), Word("their"),
                                         Word("this"), Word("both"), Word("each"), Word("neither")) ||
                        country_at(document_, j).has_value();
    const bool bare = j == sentence_.begin || document_.tokens[j].capital;
    if (!starts && !bare && !document_.is_any(j, Word("a"), Word("two"), Word("secretary"))) return i + 1;
    bool article = false;
    bool his = false;
    bool both = false;
    std::string country;
    std::string domain;
    std::vector<std::string> countries;
    int number = 0;
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
        if (countries.empty() || countries.back() != country) countries.push_back(country);
        j += code->length;
        if (document_.is(j, "'s")) ++j;
        article = true;
        // "the Egyptian and Jordanian ministers"
        const bool goes_on = code->adjective && document_.is_any(j, Word("and"), Word(","), Word("&"));
        if (const auto next = goes_on ? country_at(document_, j + 1) : std::nullopt; next && next->adjective) ++j;
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
             document_.has(after, Tag::guests) || document_.has(after, Tag::hosts) || document_.has(after, Tag::head));
        if (!noun_follows) break;
        ++j;
        continue;
      }
      if (document_.has(j, Tag::guests) || document_.has(j, Tag::hosts) || document_.has(j, Tag::delegations)) break;
      if (document_.has(j, Tag::all) && !document_.has(j, Tag::modifier) && stands_alone(j)) break;
      const auto* head = document_.find(j, Tag::head);
      const auto* plural = document_.find(j, Tag::plural_head);
      const bool modifier = document_.has(j, Tag::modifier);
      const bool modifies = modifier && j + 1 < stop &&
                            (document_.has(j + 1, Tag::head) || document_.has(j + 1, Tag::plural_head) ||
                             document_.has(j + 1, Tag::modifier));
      // "the AFRICOM chief"
      if (head == nullptr && document_.tokens[j].upper && starts && j + 1 < stop && document_.has(j + 1, Tag::head)) {
        ++j;
        continue;
      }
      if ((head != nullptr || plural != nullptr) && !(modifies && head != nullptr && head->length == 1)) break;
      if (!modifier) break;
      if (document_.is_any(j, Word("late"), Word("former"), Word("previous"), Word("then"), Word("ex")))
        domain = document_.spelling(j);
      for (const auto known : domains) {
        if (word == Word::of(known)) domain = known == "defence" ? "defense" : known;
      }
      ++j;
    }
    if (j >= limit) return i + 1;
    const bool couple = document_.is(j, "couple");
    if (number == 0 && article) {
      if (document_.is_any(j, Word("pair"), Word("couple"), Word("duo"))) number = 2;
      if (document_.is(j, "trio")) number = 3;
      if (document_.is(j, "quartet")) number = 4;
    }
    Reference reference;
    reference.begin = i;
    const auto* head = document_.find(j, Tag::head);
    const auto* plural = document_.find(j, Tag::plural_head);
    const auto* rank = document_.find(j, Tag::rank);
    const bool introduced = article || document_.tokens[j].capital;
    if (document_.has(j, Tag::delegations) && document_.is(j + 1, "of") &&
        document_.tokens[std::min(j + 2, document_.size() - 1)].kind == TokenKind::number) {
      return i + 1;  // "the delegations of 35 states"
    }
    const bool national_side =
        document_.is(j, "side") && !country.empty() &&
        (i == sentence_.begin || !document_.is_any(i - 1, Word("on"), Word("from"), Word("by"), Word("the")));
    if (national_side && i > sentence_.begin) {
      reference.kind = ReferenceKind::group;
      reference.end = j + 1;
      reference.plural = true;
      reference.persons = antecedents_.delegation(country, false, j);
    } else if (document_.has(j, Tag::delegations) && (article || j > i)) {
      reference.kind = ReferenceKind::group;
      reference.plural = true;
      reference.end = j + 1;
      reference.persons = antecedents_.delegation(country, his, j);
      if (reference.persons.empty()) reference.persons = led_later();
    } else if (document_.has(j, Tag::guests) && article && !document_.is(i, "a")) {
      reference.kind = ReferenceKind::group;
      reference.end = j + 1;
      if (document_.is(reference.end, "from")) {
        if (const auto from = country_at(document_, reference.end + 1)) country = from->code;
      }
      const bool named = document_.is(reference.end, ",") && limit == reference.end + 1;  // "The visitor, X, …"
      if (!named) reference.persons = antecedents_.guests(country, document_.ends_with(j, "s"));
      if (his && !named) {
        auto others = antecedents_.others(antecedents_.subject_here(), country);
        const bool plural_noun = document_.ends_with(j, "s");
        if (others.size() == 1 || (plural_noun && !others.empty()) || reference.persons.empty())
          reference.persons = std::move(others);
        if (!plural_noun && reference.persons.size() > 1) reference.persons.clear();
      }
    } else if (document_.has(j, Tag::hosts) && article) {
      reference.kind = ReferenceKind::group;
      reference.end = j + 1;
      reference.persons = his ? antecedents_.others(antecedents_.subject_here()) : antecedents_.hosts();
    } else if (!document_.is(i, "a") && (plural != nullptr || (document_.has(j, Tag::all) && stands_alone(j)))) {
      const bool side = document_.is(j, "sides") || document_.is(j, "parties");
      if (!introduced && number == 0 && !both) return i + 1;
      reference.kind = ReferenceKind::group;
      reference.plural = true;
      reference.end = j + (plural != nullptr ? plural->length : 1);
      if (plural != nullptr && countries.size() > 1) {
        for (const auto& code : countries) {
          const auto person = antecedents_.office(document_.lexicon->head(plural->entry.value), code, domain, false, i);
          if (person >= 0) add_unique(reference.persons, person);
        }
      }
      // "A and B signed in the presence of the two presidents": others than those of the sentence.
      const bool witnesses = document_.ends_before(i, Tag::attending_after);
      if (country.empty() && !document_.is(reference.end, "of")) {
        reference.persons = couple && focus_.named.size() == 2
                                ? focus_.named
                                : antecedents_.group(number, both, side, plural, witnesses);
        if (reference.persons.empty() && !side && (number > 1 || both))
          reference.persons = named_later(both ? 2 : number);
      } else if (number > 1) {
        reference.persons = named_later(number);
      } else if (const auto states = count_states(reference.end, limit); states > 1) {
        reference.persons = named_later(states);
        const auto& office = plural == nullptr ? no_office : document_.lexicon->head(plural->entry.value);
        if (std::any_of(reference.persons.begin(), reference.persons.end(),
                        [&](int person) { return !antecedents_.may_hold(person, office); }))
          reference.persons.clear();
      }
    } else if (document_.is(i, "a")) {
      return i + 1;
    } else if (head != nullptr) {
      if (!introduced) return i + 1;
      if (const auto end = end_of_named_thing(j + head->length, limit); end > j && document_.tokens[j].capital)
        return end;
      // "the official visit", "the head office"
      const auto behind = j + head->length;
      if (behind < limit && document_.has(behind, Tag::noun) && !document_.has(behind, Tag::verb)) return i + 1;
      if (behind < limit && document_.is(j, "official") &&
          document_.is_any(behind, Word("visit"), Word("welcome"), Word("talks"), Word("opening"), Word("welcoming")))
        return i + 1;
      reference.kind = ReferenceKind::office;
      reference.end = j + head->length;
      take_complement(reference, limit, country, domain);
      auto person = antecedents_.office(office_of(reference, *head, country, domain), country, domain, his, i);
      if (person < 0 && domain == "former" && country.empty() && !his && document_.is(i, "the"))
        person = former_one(persons_, focus_, antecedents_);
      if (person >= 0) reference.persons = {person};
    } else if (rank != nullptr && article &&
               !document_.tokens[std::min(j + rank->length, document_.size() - 1)].capital) {
      reference.kind = ReferenceKind::office;
      reference.end = j + rank->length;
      if (focus_.subject.size() == 1 && !persons_[static_cast<std::size_t>(focus_.subject[0])].rank.empty())
        reference.persons = focus_.subject;
      // "the General": the one whom the text is about.
      if (focus_.topic >= 0 && bears_rank(focus_.topic, j)) reference.persons = {focus_.topic};
      for (const auto person : focus_.core) {
        if (reference.persons.empty() && !persons_[static_cast<std::size_t>(person)].rank.empty())
          reference.persons = {person};
      }
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
    // "the Trilateral Defence Ministers' Meeting": a title of an event.
    if (reference.kind == ReferenceKind::group && document_.is_any(reference.end, Word("'"), Word("'s")) &&
        reference.end + 1 < sentence_.end && document_.tokens[j].capital && document_.tokens[reference.end + 1].capital)
      return reference.end;
    reference.possessive = document_.is(reference.end, "'s") || document_.is(reference.end, "'");
    reference.outside = stands_outside(document_, reference.begin, reference.end);
    references_.push_back(std::move(reference));
    return references_.back().end;
  }

  /// True if the rank that the text tells of the person ends in the word at `token`: "Lieutenant General X", "the
  /// General".
  bool bears_rank(int person, std::uint32_t token) const {
    const auto& rank = persons_[static_cast<std::size_t>(person)].rank;
    const auto& raw = document_.raw(token);
    return rank.size() >= raw.size() && raw.size() > 4 &&
           std::equal(raw.rbegin(), raw.rend(), rank.rbegin(), [](char a, char b) { return (a | 32) == (b | 32); });
  }

  /// The office that the words stand for: "the head of the Ministry of Defence" is a minister, "the head of the
  /// Pentagon" the American secretary of defence.
  std::string office_of(const Reference& reference, const Match& head, std::string& country,
                        std::string& domain) const {
    const auto& text = document_.lexicon->head(head.entry.value);
    if (text != "head" && text != "chief") return text;
    for (auto i = reference.begin; i < reference.end; ++i) {
      if (document_.is_any(i, Word("ministry"), Word("department")) && !domain.empty()) return "minister";
      if (document_.is(i, "pentagon")) {
        country = "US";
        domain = "defense";
        return "secretary";
      }
      if (document_.is(i, "state") && document_.is(i + 1, "department")) {
        country = "US";
        domain.clear();
        return "secretary of state";
      }
    }
    return text;
  }

  /// "King Abdulaziz International Airport", "Governor House": where the name of a thing ends that begins with an
  /// office; 0 where it is none.
  std::uint32_t end_of_named_thing(std::uint32_t i, std::uint32_t limit) const {
    for (auto end = i; end < std::min(limit, i + 5) && document_.tokens[end].capital; ++end) {
      if (document_.is_any(end, Word("airport"), Word("base"), Word("house"), Word("university"), Word("hospital"),
                           Word("stadium"), Word("bridge"), Word("square"), Word("street"), Word("mosque"),
                           Word("hotel"), Word("palace"), Word("hall")))
        return end + 1;
    }
    return 0;
  }

  /// "the Minister of Defence", "the president of Turkey": what hangs on the office says which one, or whose, it is.
  void take_complement(Reference& reference, std::uint32_t limit, std::string& country, std::string& domain) const {
    auto i = reference.end;
    if (!document_.is_any(i, Word("of"), Word("for")) || i + 1 >= limit) return;
    ++i;
    if (document_.is(i, "the")) ++i;
    if (const auto code = country_at(document_, i); code && !code->adjective && i + code->length <= limit) {
      country = code->code;
      reference.end = i + code->length;
      return;
    }
    auto end = i;
    const auto links = [&](std::uint32_t k) {
      return document_.is_any(k, Word("and"), Word("of"), Word("to"), Word("for"), Word("the"));
    };
    while (end < limit && end < i + 12 && document_.tokens[end].kind == TokenKind::word &&
           (document_.tokens[end].capital || document_.has(end, Tag::modifier) || links(end))) {
      for (const auto known : domains) {
        if (domain.empty() && document_.word(end) == Word::of(known)) domain = known == "defence" ? "defense" : known;
      }
      ++end;
    }
    while (end > i && links(end - 1)) --end;
    if (end == i) return;
    // "the President of the Riigikogu, X,"
    const bool names_holder = end + 1 == limit && document_.is(end, ",") && document_.tokens[i].capital;
    if (domain.empty() && !names_holder &&
        !document_.has_any(i, bit(Tag::thing) | bit(Tag::modifier) | bit(Tag::adjective)))
      return;
    reference.end = end;
  }

  /// "X received a delegation. It is led by Y."
  Persons led_later() const {
    const auto next = static_cast<std::size_t>(&sentence_ - document_.sentences.data()) + 1;
    if (next >= document_.sentences.size()) return {};
    const auto& sentence = document_.sentences[next];
    if (!document_.is_any(sentence.begin, Word("it"), Word("the"), Word("leading"), Word("heading"))) return {};
    const auto name = std::lower_bound(names_.begin(), names_.end(), sentence.begin,
                                       [](const NameMention& n, std::uint32_t token) { return n.begin < token; });
    if (name == names_.end() || name->begin >= sentence.end || name->person < 0) return {};
    for (auto i = sentence.begin; i < name->begin; ++i) {
      if (document_.has(i, Tag::led) || document_.is_any(i, Word("leading"), Word("heading"))) return {name->person};
    }
    return {};
  }

  /// How many states stand behind "the leaders": 2 for "of Egypt and Ethiopia".
  int count_states(std::uint32_t i, std::uint32_t limit) const {
    if (!document_.is(i, "of")) return 0;
    int count = 0;
    for (++i; i < limit;) {
      if (document_.is_any(i, Word(","), Word("and"), Word("the"))) {
        ++i;
        continue;
      }
      const auto state = country_at(document_, i);
      if (!state) break;
      ++count;
      i += state->length;
    }
    return count;
  }

  /// "The five presidents signed …" whom only the next sentences name, in that number.
  Persons named_later(int number) const {
    Persons out;
    auto next = static_cast<std::size_t>(&sentence_ - document_.sentences.data()) + 1;
    for (int steps = 0; steps < 3 && next < document_.sentences.size(); ++steps, ++next) {
      const auto& sentence = document_.sentences[next];
      auto name = std::lower_bound(names_.begin(), names_.end(), sentence.begin,
                                   [](const NameMention& n, std::uint32_t token) { return n.begin < token; });
      for (; name != names_.end() && name->begin < sentence.end; ++name) {
        if (name->person >= 0) add_unique(out, name->person);
      }
      if (static_cast<int>(out.size()) == number) return out;
      if (static_cast<int>(out.size()) > number) break;
    }
    return {};
  }

  /// "the two met", "two of them", and not "two countries".
  bool stands_alone(std::uint32_t i) const {
    if (!document_.is_any(i, Word("two"), Word("three"), Word("four"), Word("five"), Word("both"), Word("all"),
                          Word("six"), Word("seven"))) {
      return true;
    }
    const auto next = i + 1;
    if (next >= sentence_.end || document_.is_punctuation(next)) return true;
    constexpr auto verbal = bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech) | bit(Tag::action) | bit(Tag::motion) |
                            bit(Tag::attending_before);
    const bool past = document_.ends_with(next, "ed") && next + 1 < sentence_.end &&
                      (document_.has(next + 1, Tag::link) || document_.is_punctuation(next + 1) ||
                       document_.is_any(next + 1, Word("that"), Word("how"), Word("by"), Word("with"), Word("about")));
    return document_.has_any(next, verbal) || past || document_.ends_with(next, "ly") ||
           document_.is_any(next, Word("were"), Word("are"), Word("have"), Word("had"), Word("also"), Word("then"),
                            Word("later"), Word("will"), Word("and"), Word("in"), Word("at"), Word("on"), Word("again"),
                            Word("would"), Word("first"), Word("last"), Word("did")) ||
           (document_.is(next, "of") && document_.is_any(next + 1, Word("them"), Word("us")));
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
