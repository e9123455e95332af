#include "occasion_setting.hpp"

#include "places.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// A date that belongs to something else: "the agreement of March 10", "since January", "planned for June 12".
bool names_something_else(const SentenceReading& sentence, const DateWords& words) {
  const auto& document = sentence.document;
  if (words.begin == sentence.begin) return false;
  const auto before = document.word(words.begin - 1);
  if (before == "of" || before == "since" || before == "until" || before == "from" || before == "for" ||
      before == "before" || before == "than" || before == "by") {
    return !(before == "of" && words.begin > sentence.begin + 1 &&
             (document.is(words.begin - 2, "morning") || document.is(words.begin - 2, "afternoon") ||
              document.is(words.begin - 2, "evening")));
  }
  return before == "the" && words.anchor == Anchor::calendar;
}

bool says_airport(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.is(i, "airport") || document.is(i, "airfield") || document.is(i, "station") || document.is(i, "gate"))
      return true;
  }
  return false;
}

}  // namespace

void read_heading(Story& story, const Document& document, const Sentence& heading) {
  for (auto i = heading.begin; i < heading.end; ++i) {
    const auto words = date_at(document, i);
    if (!words) continue;
    i = words->end - 1;
    const auto date = resolve(*words, document.base, story.current);
    if (date && date->has_day() && document.published && date != document.published && words->year == 0 &&
        heading.end - heading.begin < 8)
      story.current = date;
    else if (date && date == document.published)
      story.current.reset();
  }
}

void read_dates(SentenceReading& sentence) {
  const auto& document = sentence.document;
  sentence.dates.clear();
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.outside[i] != 0) continue;
    auto words = date_at(document, i);
    if (!words) continue;
    if (document.quoted[i] == 0) sentence.dates.push_back(*words);
    i = words->end - 1;
  }
}

void describe_occasion(const Story& story, const SentenceReading& sentence, Occasion& occasion, const Trigger& trigger,
                       std::uint32_t begin, std::uint32_t end) {
  const auto& document = sentence.document;
  occasion.sentences = {sentence.index};
  occasion.place = place_in(document, sentence.begin, sentence.end, trigger.begin);
  const auto from = trigger.begin > sentence.begin + 4 ? trigger.begin - 4 : sentence.begin;
  occasion.separate = sentence.has(Tag::separate, sentence.begin, sentence.end);
  for (const auto& words : sentence.dates) {
    if (words.anchor == Anchor::current) occasion.separate = true;
  }
  occasion.anaphoric = trigger.noun && (trigger.begin > sentence.begin) &&
                       (document.is(trigger.begin - 1, "the") || document.is(trigger.begin - 1, "this"));
  for (auto i = from; i < trigger.begin; ++i) {
    occasion.indefinite = occasion.indefinite || (trigger.noun && (document.is(i, "a") || document.is(i, "an")));
  }
  occasion.arrival = sentence.has(Tag::arrival, sentence.begin, sentence.end) && !trigger.noun;
  if (occasion.arrival && trigger.word.frame == Frame::host && says_airport(sentence)) occasion.type = EventType::visit;
  if (occasion.type == EventType::meeting && sentence.has(Tag::remote, from, std::min(sentence.end, trigger.end + 7))) {
    occasion.type = EventType::call;
  }
  const DateWords* best = nullptr;
  std::uint32_t best_distance = 1000;
  for (const auto& words : sentence.dates) {
    if (names_something_else(sentence, words)) continue;
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
  if (best != nullptr) occasion.date = resolve(*best, document.base, story.current);
  if (!occasion.date && story.pending && sentence.index <= story.pending_until) occasion.date = story.pending;
  occasion.date_told = occasion.date.has_value();
  if (!occasion.date) occasion.date = story.current ? story.current : document.base;
}

void note_date(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (const auto& words : sentence.dates) {
    if (words.begin > sentence.begin + 4 || names_something_else(sentence, words)) continue;
    const bool day = words.day != 0 || words.anchor == Anchor::weekday || words.anchor == Anchor::published ||
                     words.anchor == Anchor::current;
    if (!day) continue;
    story.pending = resolve(words, document.base, story.current);
    story.pending_until = sentence.index + 2;
  }
}

void note_place(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.last < 0) return;
  for (const auto& trigger : sentence.triggers) {
    auto& occasion = story.occasions[static_cast<std::size_t>(story.last)];
    bool other_time = false;
    for (std::uint32_t back = 1; back <= 3 && trigger.begin >= sentence.begin + back; ++back) {
      const auto i = trigger.begin - back;
      other_time = other_time || document.is(i, "before") || document.is(i, "prior") || document.is(i, "after") ||
                   document.is(i, "following") || document.is(i, "ahead");
    }
    if (other_time) continue;
    if (trigger.noun && occasion.place.empty()) {
      occasion.place = place_in(document, sentence.begin, sentence.end, trigger.begin);
    }
  }
  if (story.occasions[static_cast<std::size_t>(story.last)].place.empty()) {
    // "The Defense Ministry hosted the meeting."
    for (auto i = sentence.begin; i + 3 < sentence.end; ++i) {
      if (document.is(i, "hosted") && document.is(i + 1, "by") && document.is(i + 2, "the")) {
        // "At the meeting hosted by the Defense Ministry"
        auto end = i + 3;
        while (end < sentence.end && document.tokens[end].capital) ++end;
        if (end > i + 3 && document.has(end - 1, Tag::thing))
          story.occasions[static_cast<std::size_t>(story.last)].place = document.text_of(i + 3, end);
        break;
      }
      if (document.is(i, "hosted") && document.is(i + 1, "the") && document.has(i + 2, Tag::noun)) {
        auto first = i;
        while (first > sentence.begin && document.tokens[first - 1].capital && !document.has(first - 1, Tag::country) &&
               document.has(first - 1, Tag::thing)) {
          --first;
        }
        if (first < i) story.occasions[static_cast<std::size_t>(story.last)].place = document.text_of(first, i);
      }
    }
  }
}

}  // namespace entente::extract
