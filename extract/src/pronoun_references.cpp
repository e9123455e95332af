#include "person_list.hpp"
#include "reference_finder.hpp"

#include <algorithm>

namespace entente::extract {

std::uint32_t ReferenceFinder::take_author(std::uint32_t i) {
  if (focus_.author < 0 || document_.quoted[i] != 0) return i + 1;
  Reference reference;
  reference.begin = i;
  reference.end = i + 1;
  reference.kind = ReferenceKind::pronoun;
  reference.persons = {focus_.author};
  references_.push_back(reference);
  return i + 1;
}

bool ReferenceFinder::names_highness(std::uint32_t i, std::uint32_t limit) const {
  auto end = i + 1;
  if (document_.is(end, "royal")) ++end;
  if (!document_.is_any(end, Word("highness"), Word("majesty"), Word("excellency"), Word("eminence"), Word("holiness")))
    return false;
  ++end;
  return end < limit && !document_.tokens[end].capital && !document_.is(end, "the") && !document_.is(end, ",");
}

int ReferenceFinder::styled(std::uint32_t style) const {
  for (const auto& [person, token] : antecedents_.by_recency()) {
    const auto& mentions = persons_[static_cast<std::size_t>(person)].mentions;
    for (std::size_t m = 0; m < std::min<std::size_t>(mentions.size(), 4); ++m) {
      const auto& name = names_[mentions[m]];
      for (auto i = name.outer_begin; i < name.begin; ++i) {
        if (document_.word(i) == document_.word(style)) return person;
      }
    }
  }
  return -1;
}

std::uint32_t ReferenceFinder::take_pronoun(std::uint32_t i, std::uint32_t limit) {
  const auto word = document_.word(i);
  // "first with X, and after him with Y": only says in which order.
  if ((word == "him" || word == "her") && i > sentence_.begin + 1 && document_.is(i - 1, "after") &&
      document_.is_any(i - 2, Word("and"), Word(",")) && document_.is_any(i + 1, Word("with"), Word("by"), Word(",")))
    return i + 1;
  Reference reference;
  reference.begin = i;
  reference.end = i + 1;
  reference.kind = ReferenceKind::pronoun;
  if (word == "they" || word == "them") {
    // "They were initialled on 31 August": treaties.
    if (document_.is_any(i + 1, Word("were"), Word("are"), Word("was")) &&
        document_.is_any(i + 2, Word("signed"), Word("initialled"), Word("initialed"), Word("concluded"),
                         Word("ratified"), Word("adopted"), Word("held")))
      return i + 1;
    reference.plural = true;
    if (word == "they") reference.persons = last_list();
    // "The two leaders agreed when X received them": those, and not X and somebody else.
    const bool object = word == "them" && references_.size() > 1 && references_.back().kind != ReferenceKind::group;
    if ((word == "they" || object) && reference.persons.size() < 2) reference.persons = group_here();
    if (const auto here = antecedents_.named_here();
        word == "they" && reference.persons.size() < 2 && here.size() == 2 && references_.back().end + 2 < i)
      reference.persons = here;
    // Behind an event of long ago the text goes back to those of whom it speaks.
    const bool back = focus_.looking_back && !focus_.named.empty() &&
                      std::none_of(focus_.named.begin(), focus_.named.end(),
                                   [&](int person) { return contains(focus_.participants, person); });
    if (reference.persons.size() < 2 && back && focus_.subject.size() < 2) reference.persons = antecedents_.last_two();
    if (reference.persons.size() < 2 && focus_.subject.size() < 2) reference.persons = focus_.two;
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
    if (i + 1 < limit && !document_.has_any(i + 1, bit(Tag::verb) | bit(Tag::light) | bit(Tag::attending_before)) &&
        !document_.is(i + 1, "were") && !document_.is(i + 1, "are") && !document_.is(i + 1, "men")) {
      return take_phrase(i, limit);
    }
    reference.plural = true;
    reference.persons = focus_.named.size() == 2 && antecedents_.named_here().size() < 2
                            ? focus_.named
                            : antecedents_.group(0, true, false, nullptr, {});
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
    // "On Monday he flew to Oslo, where he met X"
    if (nearest && references_.size() == 1 && references_.front().kind == ReferenceKind::pronoun &&
        document_.word(references_.front().begin) == word)
      reference.persons = references_.front().persons;
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
    // "The delegation was led by X; with him came Y": who was named right before.
    if (i >= sentence_.begin + 2 && document_.is(i - 1, "with") && document_.is(i - 2, ";") && !references_.empty())
      reference.persons = single(references_.back().persons);
    // "him": the last other person who was spoken of.
    if (reference.persons.empty())
      reference.persons = antecedents_.object_pronoun(word == "him" ? Sex::male : Sex::female);
  }
  // "A and B were with the President. He also met Z": of nobody just named, whom the text is about.
  if ((word == "he" || word == "she") && reference.persons.empty() && contains(focus_.participants, focus_.topic))
    reference.persons = {focus_.topic};
  if (word == "he" || word == "she") prefer_central(reference.persons, word == "he" ? Sex::male : Sex::female, i);
  if (word == "he" || word == "she") heed_sex(reference.persons, word == "he" ? Sex::male : Sex::female);
  references_.push_back(std::move(reference));
  return references_.back().end;
}

void ReferenceFinder::prefer_central(Persons& persons, Sex sex, std::uint32_t i) const {
  const auto central = focus_.common >= 0 ? focus_.common : focus_.topic;
  if (central < 0 || persons.size() != 1 || persons.front() == central || !references_.empty() ||
      !contains(focus_.participants, central))
    return;
  const auto sex_of = [&](int person) { return persons_[static_cast<std::size_t>(person)].sex; };
  if (sex_of(central) != sex && sex_of(central) != Sex::unknown) return;
  const auto told = [&](int person) {
    const auto& mentions = persons_[static_cast<std::size_t>(person)].mentions;
    return std::count_if(mentions.begin(), mentions.end(), [&](std::size_t m) { return names_[m].begin < i; });
  };
  if (told(persons.front()) > 1 || (told(central) < 2 && !contains(focus_.referred, central))) return;
  bool goes_on = contains(focus_.participants, persons.front());
  for (auto k = i + 1; k < std::min(sentence_.end, i + 3); ++k)
    goes_on = goes_on || document_.is_any(k, Word("also"), Word("then"), Word("later"), Word("next"));
  for (auto k = i + 1; goes_on && k < std::min(sentence_.end, i + 4); ++k) {
    const bool acts = document_.has(k, Tag::verb) ||
                      document_.is_any(k, Word("traveled"), Word("travelled"), Word("flew"), Word("went"), Word("left"),
                                       Word("arrived"), Word("headed"), Word("continued"), Word("proceeded"));
    if (acts && !document_.has(k, Tag::speech)) {
      persons = {central};
      return;
    }
  }
}

void ReferenceFinder::heed_sex(Persons& persons, Sex sex) const {
  const auto sex_of = [&](int person) { return persons_[static_cast<std::size_t>(person)].sex; };
  if (persons.size() == 1 && (sex_of(persons[0]) == sex || sex_of(persons[0]) == Sex::unknown)) return;
  for (const auto& among : {focus_.subject, focus_.named}) {
    Persons fitting;
    for (const auto person : among) {
      if (sex_of(person) == sex) fitting.push_back(person);
    }
    // Of two whom the sentence named, one of the other sex, it is the one of whom the text has not told it.
    if (fitting.empty() && among.size() > 1) {
      for (const auto person : among) {
        if (sex_of(person) == Sex::unknown) fitting.push_back(person);
      }
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

bool ReferenceFinder::resumes_clause(std::uint32_t i) const {
  for (auto k = i; k > sentence_.begin && i - k < 8; --k) {
    if (document_.is_any(k - 1, Word(";"), Word("and"), Word("but"))) return true;
    if (document_.is_any(k - 1, Word("that"), Word("if"), Word("where"), Word("who"))) return false;
  }
  return false;
}

bool ReferenceFinder::after_where(std::uint32_t i) const {
  for (auto k = i; k > sentence_.begin && i - k < 8; --k) {
    if (document_.is(k - 1, "where")) return true;
    if (document_.is(k - 1, ",")) return false;
  }
  return false;
}

Persons ReferenceFinder::group_here() const {
  for (const auto& reference : references_) {
    if (reference.kind == ReferenceKind::group && reference.persons.size() > 1 && !reference.possessive)
      return reference.persons;
  }
  return {};
}

Persons ReferenceFinder::last_list() const {
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

}  // namespace entente::extract
