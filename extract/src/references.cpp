#include "references.hpp"

#include "epithets.hpp"
#include "person_list.hpp"
#include "reference_finder.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::size_t longest_memory = 48;

}  // namespace

std::vector<Reference> ReferenceFinder::find() {
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
  complete_offices();
  join_appositions();
  for (std::size_t r = 1; r < references_.size(); ++r) {
    // "the greetings of X and of Y"
    const auto gap = references_[r].begin - std::min(references_[r].begin, references_[r - 1].end);
    const auto begin = references_[r - 1].end;
    const bool joined = (gap == 1 && document_.is(begin, "and")) ||
                        (gap == 2 && document_.is(begin, "and") && document_.is(begin + 1, "of"));
    if (joined && references_[r - 1].outside && !references_[r - 1].possessive && !completes_office(references_[r - 1]))
      references_[r].outside = true;
  }
  // What nobody knows matters only where it may be a subject.
  std::erase_if(references_, [&](const Reference& reference) {
    if (!reference.persons.empty() || reference.begin == sentence_.begin) return false;
    const auto before = reference.begin - 1;
    return !document_.is_punctuation(before) && !document_.is(before, "and") && !document_.is(before, "which");
  });
  return std::move(references_);
}

bool ReferenceFinder::completes_office(const Reference& reference) const {
  if (reference.begin < sentence_.begin + 2 || !document_.is(reference.begin - 1, "of")) return false;
  return document_.tokens[reference.begin - 2].capital && document_.has(reference.begin - 2, Tag::head);
}

void ReferenceFinder::complete_offices() {
  for (std::size_t r = 1; r < references_.size();) {
    auto& envoy = references_[r - 1];
    const auto& sender = references_[r];
    if (sender.outside && sender.begin == envoy.end + 1 && envoy.kind != ReferenceKind::group &&
        completes_office(sender)) {
      envoy.end = sender.end;
      references_.erase(references_.begin() + static_cast<std::ptrdiff_t>(r));
    } else {
      ++r;
    }
  }
}

void ReferenceFinder::join_appositions() {
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

void ReferenceFinder::fill_delegations() {
  for (std::size_t r = 0; r + 1 < references_.size(); ++r) {
    auto& group = references_[r];
    if (group.kind != ReferenceKind::group ||
        !(document_.has(group.end - 1, Tag::delegations) || document_.is(group.end - 1, "side")))
      continue;
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
      led = led || document_.has(i, Tag::led) || (document_.is(i, "with") && i <= group.end + 1) ||
            (document_.is(i, ":") && i + 2 >= head.begin && group.begin > 0 && !document_.is(group.begin - 1, "of"));
      if ((document_.is(i, ",") && i > group.end) || document_.is(i, ".")) break;
    }
    if (!led) continue;
    group.persons = head.persons;
    for (auto next = r + 2; next < references_.size(); ++next) {
      const auto gap = references_[next].begin - references_[next - 1].end;
      const bool joined = gap == 1 && (document_.is(references_[next].begin - 1, "and") ||
                                       document_.is(references_[next].begin - 1, ","));
      // "composed of A, who leads the Union; B; and C"
      bool listed = joined;
      for (auto i = references_[next - 1].end; i < references_[next].begin; ++i)
        listed = listed || (document_.is(i, ";") && i + 6 > references_[next].begin);
      if (references_[next].outside && references_[next].kind == ReferenceKind::name) continue;  // "envoy of X"
      if (!listed || references_[next].kind != ReferenceKind::name) break;
      group.persons.insert(group.persons.end(), references_[next].persons.begin(), references_[next].persons.end());
    }
    for (const auto person : group.persons) {
      if (!contains(focus_.last_delegation, person)) focus_.last_delegation = group.persons;
      const auto& country = persons_[static_cast<std::size_t>(person)].country;
      if (!country.empty()) add_unique(focus_.delegations[country], person);
    }
  }
}

std::uint32_t ReferenceFinder::split_office(const NameMention& name) {
  if (name.before.heads.size() < 2 || !document_.is(name.outer_begin, "the")) return name.outer_begin;
  for (auto i = name.outer_begin + 2; i + 1 < name.begin; ++i) {
    if (!document_.is(i, "and")) continue;
    for (auto k = name.outer_begin; k < i; ++k) {
      const auto* head = document_.find(k, Tag::head);
      if (head == nullptr || k + head->length != i) continue;
      const auto& office = document_.lexicon->head(head->entry.value);
      auto person = antecedents_.office(office, {}, {}, false, k);
      if (person < 0 || person == name.person) person = only_holder(office, name.person);
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

int ReferenceFinder::only_holder(const std::string& office, int except) const {
  int only = -1;
  for (std::size_t p = 0; p < persons_.size(); ++p) {
    const auto& heads = persons_[p].heads;
    if (static_cast<int>(p) == except || heads.empty() || heads.front() != office) continue;
    if (only >= 0) return -1;
    only = static_cast<int>(p);
  }
  return only;
}

bool ReferenceFinder::holds_otherwise(const NameMention& name, std::uint16_t head) const {
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

std::uint32_t ReferenceFinder::take_name(const NameMention& name) {
  Reference reference;
  reference.begin = split_office(name);
  reference.end = std::max(name.outer_end, name.end);
  reference.persons = {name.person};
  reference.possessive = document_.is(name.end, "'s") || document_.is(name.end, "'");
  reference.outside = stands_outside(document_, name.outer_begin, reference.end);
  if (!references_.empty() && references_.back().outside && !references_.back().possessive &&
      !completes_office(references_.back())) {
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
  if (reference.outside && reference.begin > sentence_.begin + 1 && document_.is(reference.begin - 1, "of") &&
      document_.is(reference.begin - 2, "invitation"))
    focus_.inviter = name.person;
  // A delegation that is told with its head belongs to his country.
  if (const auto begin = name.outer_begin; begin > sentence_.begin + 1) remember_delegation(begin, name.person);
  if (!reference.outside) focus_.see(name.person, name.begin);
  references_.push_back(std::move(reference));
  return std::max(references_.back().end, name.end);
}

void ReferenceFinder::remember_delegation(std::uint32_t begin, int person) {
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

std::uint32_t ReferenceFinder::take_other(std::uint32_t i, std::uint32_t limit) {
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
  if (word == "it" && (i == sentence_.begin || document_.is(i - 1, "where")) && !focus_.last_delegation.empty() &&
      document_.is(i + 1, "was") && i + 2 < limit && document_.has(i + 2, Tag::verb)) {
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
    if (const auto person = styled(reference.end - 1); person >= 0) reference.persons = {person};
    if (reference.persons.empty()) reference.persons = single(focus_.subject);
    if (reference.persons.empty()) reference.persons = single(focus_.named);
    reference.possessive = document_.is(reference.end, "'s") || document_.is(reference.end, "'");
    references_.push_back(reference);
    return reference.end;
  }
  const bool style = document_.tokens[i].upper && document_.has(i, Tag::honorific);  // "HE the Minister"
  if (!style && document_.is_any(i, Word("he"), Word("she"), Word("him"), Word("her"), Word("they"), Word("them"),
                                 Word("both"))) {
    return take_pronoun(i, limit);
  }
  if (const auto epithet = epithet_at(document_, i, limit, persons_, focus_, antecedents_)) {
    Reference reference;
    reference.begin = i;
    reference.end = epithet->end;
    reference.plural = epithet->persons.size() > 1;
    reference.kind = reference.plural ? ReferenceKind::group : ReferenceKind::office;
    reference.persons = epithet->persons;
    reference.possessive = document_.is(reference.end, "'s") || document_.is(reference.end, "'");
    reference.outside = stands_outside(document_, i, reference.end);
    references_.push_back(std::move(reference));
    return references_.back().end;
  }
  return take_phrase(i, limit);
}

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
