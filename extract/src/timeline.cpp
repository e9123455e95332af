#include "timeline.hpp"

#include "dates.hpp"

namespace entente::extract {
namespace {

/// How many sentences an entry of a timeline has at most.
constexpr std::uint32_t longest_entry = 8;

/// True if the date opens an entry: nothing but the mark of a list before it, a dash or a colon behind it.
bool opens_entry(const SentenceReading& sentence, const DateWords& words) {
  const auto& document = sentence.document;
  const bool opens = words.begin == sentence.begin || words.begin == sentence.first_word();
  return opens && words.anchor == Anchor::calendar && words.month != 0 &&
         document.is_any(words.end, Word("-"), Word("–"), Word("—"), Word(":"), Word("--"));
}

}  // namespace

void read_timeline(Story& story, SentenceReading& sentence) {
  auto& line = story.timeline;
  if (sentence.dates.empty()) return;
  auto& head = sentence.dates.front();
  const bool opens = opens_entry(sentence, head);
  if (!opens && sentence.index > line.until) return;
  for (auto& words : sentence.dates) {
    if (words.anchor != Anchor::calendar || words.month == 0 || words.year_back != 0) continue;
    if (words.year == 0 && line.year != 0) words.year = words.month < line.month ? line.year + 1 : line.year;
  }
  if (!opens) return;
  line.year = head.year;
  line.month = head.month;
  line.until = sentence.index + longest_entry;
  if (line.year == 0) return;
  const auto date = resolve(head, sentence.document.base, story.current);
  if (!date) return;
  story.current = date;
  story.pending = date;
  story.pending_until = line.until;
}

}  // namespace entente::extract
