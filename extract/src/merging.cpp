#include "merging.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// True if both may be of one day.
bool dates_agree(const Occasion& a, const Occasion& b) {
  if (!a.date || !b.date || (!a.date_told && !b.date_told)) return true;
  if (*a.date == *b.date) return true;
  if (!a.date_told || !b.date_told) return a.date->contains(*b.date) || b.date->contains(*a.date);
  return a.date->contains(*b.date) || b.date->contains(*a.date);
}

/// True if neither the kind nor the welcome at a border tells the two apart.
bool types_agree(const Occasion& a, const Occasion& b) {
  const auto remote = [](EventType type) { return type == EventType::call; };
  return remote(a.type) == remote(b.type) && a.arrival == b.arrival;
}

/// Makes occasion `e` the one that the text goes on about.
void set_current(Story& story, const Document& document, int e) {
  story.last = story.touched = e;
  const auto& occasion = story.occasions[static_cast<std::size_t>(e)];
  story.focus.participants = occasion.persons;
  if (occasion.date_told && occasion.date && !recalled(document, occasion)) story.current = occasion.date;
}

}  // namespace

bool recalled(const Document& document, const Occasion& occasion) {
  if (!occasion.date) return false;
  if (!document.base || !document.base->is_day() || !occasion.date || !occasion.date->is_day())
    return !occasion.date->has_day();
  return *document.base->first_day() - *occasion.date->first_day() > 6;
}

bool add_occasion(Story& story, const SentenceReading& sentence, Occasion occasion) {
  const auto& document = sentence.document;
  if (occasion.persons.empty()) return false;
  // What was told long ago is not told again in other words; and time stays linear.
  const auto oldest = std::max(0, static_cast<int>(story.occasions.size()) - 40);
  for (auto e = static_cast<int>(story.occasions.size()) - 1; e >= oldest; --e) {
    auto& known = story.occasions[static_cast<std::size_t>(e)];
    if (!dates_agree(known, occasion) || !types_agree(known, occasion)) continue;
    const bool same = same_set(known.persons, occasion.persons);
    const bool part = subset(occasion.persons, known.persons) &&
                      ((!occasion.separate && !occasion.indefinite) || occasion.persons.size() < 2);
    const bool grows = subset(known.persons, occasion.persons) && known.persons.size() > 1 && !known.separate &&
                       !occasion.separate &&
                       (occasion.anaphoric || (e == story.last && occasion.type == known.type && !occasion.indefinite));
    if (!same && !part && !grows) continue;
    const bool elsewhere = !known.place.empty() && !occasion.place.empty() &&
                           known.place.find(occasion.place) == std::string::npos &&
                           occasion.place.find(known.place) == std::string::npos;
    if (same && elsewhere && occasion.separate && occasion.type != known.type) continue;
    if (occasion.persons.size() == 1 && e != story.last) continue;
    add_all(known.persons, occasion.persons);
    known.roles.insert(occasion.roles.begin(), occasion.roles.end());
    if (known.place.empty()) known.place = occasion.place;
    if (occasion.date_told &&
        (!known.date_told || (known.date && occasion.date && known.date->contains(*occasion.date)))) {
      known.date = occasion.date;
      known.date_told = true;
    }
    if (known.sentences.back() != sentence.index) known.sentences.push_back(sentence.index);
    set_current(story, document, e);
    return true;
  }
  if (occasion.persons.size() < 2) return false;
  story.occasions.push_back(std::move(occasion));
  set_current(story, document, static_cast<int>(story.occasions.size()) - 1);
  return true;
}

}  // namespace entente::extract
