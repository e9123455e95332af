#include "merging.hpp"

#include "half_told.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace entente::extract {
namespace {

/// "The two toured the camp on March 8, 2022": long before the text, and not "the meeting" that it is about.
bool told_of_long_ago(const Document& document, const Occasion& occasion) {
  constexpr std::int64_t quarter = 90;
  if (occasion.anaphoric || !occasion.date || !document.base || !document.base->is_day()) return false;
  const auto day = occasion.date->last_day();
  return day && *document.base->first_day() - *day > quarter;
}

/// True if both may be of one day.
bool dates_agree(const Document& document, const Occasion& a, const Occasion& b) {
  if (a.undated != b.undated) return false;
  // "The two last met in 2018" is another occasion than the one that the text is about.
  if (a.flashback != b.flashback && (a.flashback ? a : b).date_told && !(a.flashback ? b : a).date_told) return false;
  if (a.date_told != b.date_told && told_of_long_ago(document, a.date_told ? a : b)) return false;
  if (!a.date || !b.date || (!a.date_told && !b.date_told)) return true;
  if (*a.date == *b.date) return true;
  if (!a.date_told || !b.date_told) return a.date->contains(*b.date) || b.date->contains(*a.date);
  return a.date->contains(*b.date) || b.date->contains(*a.date);
}

/// True if neither the kind nor the welcome at a border tells the two apart.
bool types_agree(const Occasion& a, const Occasion& b) {
  if (a.type == EventType::call && b.spoken && subset(b.persons, a.persons)) return true;
  // "X and Y held discussions. They talked in a phone call …"
  if (b.type == EventType::call && told_in_words_alone(a) && same_set(a.persons, b.persons) && !b.separate) return true;
  const auto remote = [](EventType type) { return type == EventType::call; };
  return remote(a.type) == remote(b.type) && a.arrival == b.arrival;
}

/// How many of `persons` the sentence does not name.
int count_guessed(const SentenceReading& sentence, const Persons& persons) {
  return static_cast<int>(std::count_if(persons.begin(), persons.end(), [&](int person) {
    return std::none_of(sentence.references.begin(), sentence.references.end(), [&](const Reference& r) {
      return r.kind == ReferenceKind::name && contains(r.persons, person);
    });
  }));
}

/// Makes occasion `e` the one that the text goes on about.
void set_current(Story& story, const Document& document, int e) {
  story.last = story.touched = e;
  const auto& occasion = story.occasions[static_cast<std::size_t>(e)];
  story.focus.participants = occasion.persons;
  if (!occasion.flashback || story.focus.core.empty()) {
    if (!same_set(story.focus.core, occasion.core)) story.focus.core_before = story.focus.core;
    story.focus.core = occasion.core;
    if (occasion.core.size() == 2) story.focus.pair = occasion.core;
  }
  if (const auto count = story.occasions.size(); count > 1) {
    Persons common;
    for (const auto person : story.occasions[count - 1].core) {
      if (contains(story.occasions[count - 2].core, person)) common.push_back(person);
    }
    story.focus.common = common.size() == 1 ? common.front() : -1;
  }
  story.focus.looking_back = recalled(document, occasion);
  if (!occasion.place.empty() && !recalled(document, occasion)) {
    story.last_place = occasion.place;
    if (occasion.venue) story.last_venue = occasion.place;
    const bool now = occasion.type != EventType::call && !recalled(document, occasion);
    if (now && !occasion.venue) story.city = occasion.place;
  }
  if (occasion.date_told && occasion.date && !occasion.flashback && !recalled(document, occasion))
    story.current = occasion.date;
}

/// True if both are told to have been at places that differ; a venue and a city may be one place.
bool places_differ(const Occasion& a, const Occasion& b) {
  return !a.place.empty() && !b.place.empty() && a.venue == b.venue && a.place.find(b.place) == std::string::npos &&
         b.place.find(a.place) == std::string::npos;
}

bool is_welcome(const Occasion& occasion) {
  static constexpr std::string_view verbs[] = {"verb: welcomed", "verb: greeted", "verb: received"};
  return std::find(std::begin(verbs), std::end(verbs), occasion.rule) != std::end(verbs);
}

bool opens_with_then(const SentenceReading& sentence) {
  return sentence.document.is_any(sentence.begin, Word("then"), Word("afterwards"), Word("later"), Word("next"),
                                  Word("subsequently"), Word("thereafter"));
}

/// Takes the place of `told` where it says more than that of `known`: a venue more than a city, any more than none.
void take_place(Occasion& known, const Occasion& told) {
  if (told.place.empty() || (!known.place.empty() && (known.venue || !told.venue))) return;
  known.place = told.place;
  known.venue = told.venue;
}

}  // namespace

bool told_in_words_alone(const Occasion& occasion) {
  const auto& rule = occasion.rule;
  return occasion.type == EventType::meeting && occasion.place.empty() &&
         (rule.find("discuss") != std::string::npos || rule.find("exchanged") != std::string::npos ||
          rule.find("conversation") != std::string::npos);
}

bool recalled(const Document& document, const Occasion& occasion) {
  if (occasion.undated) return true;
  if (!occasion.date) return false;
  // of the month that the whole text is dated to: "Between May 5-7, X travelled …"
  if (!occasion.date_told && document.base && occasion.date->contains(*document.base)) return false;
  if (!document.base || !document.base->is_day() || !occasion.date || !occasion.date->is_day())
    return !occasion.date->has_day();
  return *document.base->first_day() - *occasion.date->first_day() > 6;
}

bool return_to_occasion(Story& story, const Document& document, const Persons& persons) {
  for (auto e = static_cast<int>(story.occasions.size()) - 1; e >= 0; --e) {
    const auto& occasion = story.occasions[static_cast<std::size_t>(e)];
    if (recalled(document, occasion) || !subset(persons, occasion.core)) continue;
    set_current(story, document, e);
    return true;
  }
  return false;
}

/// Makes findings of occasion `gone` findings of `kept`, and those behind it one less.
static void renumber(Trace& trace, int gone, int kept) {
  for (auto& finding : trace.findings) {
    if (finding.occasion == gone)
      finding.occasion = kept;
    else if (finding.occasion > gone)
      --finding.occasion;
  }
}

void merge_grown_alike(Story& story) {
  constexpr std::size_t near = 3;
  auto& occasions = story.occasions;
  for (std::size_t later = occasions.size(); later-- > 1;) {
    const auto& grown = occasions[later];
    if (grown.separate || grown.alone) continue;
    for (auto e = later; e-- > 0 && e + near >= later;) {
      auto& known = occasions[e];
      if (known.separate || known.alone || known.type != grown.type || known.date != grown.date ||
          known.scene != grown.scene || places_differ(known, grown) || !same_set(known.persons, grown.persons))
        continue;
      known.sentences.insert(known.sentences.end(), grown.sentences.begin(), grown.sentences.end());
      std::sort(known.sentences.begin(), known.sentences.end());
      known.sentences.erase(std::unique(known.sentences.begin(), known.sentences.end()), known.sentences.end());
      take_place(known, grown);
      occasions.erase(occasions.begin() + static_cast<std::ptrdiff_t>(later));
      if (story.trace != nullptr) renumber(*story.trace, static_cast<int>(later), static_cast<int>(e));
      break;
    }
  }
}

bool add_occasion(Story& story, const SentenceReading& sentence, Occasion occasion) {
  const auto& document = sentence.document;
  if (occasion.persons.empty()) return false;
  add_witnesses(story, sentence, occasion);
  // "X took part in a meeting. The meeting was hosted by Y."
  if (story.lone_attendee >= 0 && occasion.anaphoric && sentence.index <= story.lone_attendee_until)
    add_all(occasion.persons, {story.lone_attendee});
  if (occasion.persons.size() > 1) {
    for (const auto person : occasion.persons) story.focus.see(person, sentence.begin);
  }
  // What was told long ago is not told again in other words; and time stays linear.
  const auto oldest = std::max(0, static_cast<int>(story.occasions.size()) - 40);
  for (auto e = static_cast<int>(story.occasions.size()) - 1; e >= oldest; --e) {
    auto& known = story.occasions[static_cast<std::size_t>(e)];
    if (!dates_agree(document, known, occasion) || !types_agree(known, occasion)) continue;
    const bool same = same_set(known.persons, occasion.persons);
    if (known.type == EventType::meeting && occasion.type == EventType::call) known.type = EventType::call;
    const bool elsewhere = places_differ(known, occasion);
    const bool alike = known.type == occasion.type || occasion.anaphoric || occasion.persons.size() < 2;
    const bool part = subset(occasion.persons, known.persons) && known.alone == occasion.alone && alike &&
                      (!elsewhere || occasion.anaphoric) &&
                      (occasion.anaphoric || occasion.persons.size() < 2 || subset(occasion.persons, known.core)) &&
                      ((!occasion.separate && !occasion.indefinite) || occasion.persons.size() < 2);
    const bool grows = subset(known.core, occasion.persons) && known.persons.size() > 1 && !known.separate &&
                       !known.alone && !occasion.separate && known.scene == occasion.scene &&
                       (occasion.anaphoric || (e == story.last && occasion.type == known.type && !occasion.indefinite));
    // "A and B signed the treaty. C and D then signed the protocol": one ceremony.
    const bool signs_on = known.type == EventType::signing && occasion.type == EventType::signing && e == story.last &&
                          known.sentences.back() + 1 >= sentence.index && !elsewhere && !occasion.separate;
    // "X welcomed Y. She was greeted by X, Z and W": one welcome.
    const bool greets = is_welcome(known) && is_welcome(occasion) && e == story.last && !elsewhere &&
                        subset(known.core, occasion.persons) && !occasion.separate;
    if (!same && !part && !grows && !signs_on && !greets) continue;
    if (same && elsewhere && occasion.separate && occasion.type != known.type) continue;
    // "They opened the airport. Then a summit was held."
    if (same && known.type == EventType::ceremony && occasion.type == EventType::meeting &&
        occasion.rule.starts_with("noun: ") && opens_with_then(sentence))
      continue;
    if (occasion.persons.size() == 1 && e != story.last) continue;
    known.alone = known.alone || (same && occasion.alone);
    add_all(known.persons, occasion.persons);
    add_all(known.core, occasion.persons);
    known.roles.insert(occasion.roles.begin(), occasion.roles.end());
    // What host and guest saw together does not tell where they met.
    if (occasion.type != EventType::visit || known.type == EventType::visit || known.place.empty())
      take_place(known, occasion);
    // A signing or a welcome that belongs to talks of the same people is part of them.
    const bool beside = known.type == EventType::ceremony || (known.type == EventType::signing && occasion.anaphoric);
    if (same && beside && occasion.type == EventType::meeting) known.type = EventType::meeting;
    if (occasion.date_told &&
        (!known.date_told || (known.date && occasion.date && known.date->contains(*occasion.date)))) {
      known.date = occasion.date;
      known.date_told = true;
    }
    if (known.sentences.back() != sentence.index) known.sentences.push_back(sentence.index);
    set_current(story, document, e);
    return true;
  }
  keep_half_told(story, occasion);
  if (occasion.persons.size() < 2) return false;
  occasion.core = occasion.persons;
  occasion.guessed = count_guessed(sentence, occasion.core);
  story.occasions.push_back(std::move(occasion));
  set_current(story, document, static_cast<int>(story.occasions.size()) - 1);
  return true;
}

}  // namespace entente::extract
