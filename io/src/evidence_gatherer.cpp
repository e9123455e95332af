#include "evidence_gatherer.hpp"

#include "document_list.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <cstddef>

namespace entente {

namespace {

constexpr std::size_t max_sentence_bytes = 300;
constexpr std::size_t most_of_few = 16;

void join(std::string& list, std::string_view item) {
  if (!list.empty()) list += list_separator;
  list += item;
}

}  // namespace

const TieEvidence& EvidenceGatherer::of(std::span<const EventId> by_date) {
  const EventColumns& columns = graph_.events();
  evidence_.events.clear();
  evidence_.documents.clear();
  evidence_.sentence.clear();
  evidence_.reports = 0;
  few_.clear();
  many_.clear();
  for (const EventId event : by_date) {
    join(evidence_.events, columns.id[event.index()]);
    for_documents(columns.documents[event.index()], [this](std::string_view document) {
      if (is_new(document)) join(evidence_.documents, document);
    });
    evidence_.reports += columns.reports[event.index()];
  }
  if (!quotes_) return evidence_;
  for (auto event = by_date.rbegin(); event != by_date.rend() && evidence_.sentence.empty(); ++event) {
    const std::string_view sentence = columns.sentence[event->index()];
    if (sentence.size() <= max_sentence_bytes) {
      evidence_.sentence = sentence;
    } else {
      evidence_.sentence = shorten(sentence, max_sentence_bytes);
    }
  }
  return evidence_;
}

bool EvidenceGatherer::is_new(std::string_view document) {
  if (few_.size() < most_of_few) {
    if (std::ranges::find(few_, document) != few_.end()) return false;
    few_.push_back(document);
    if (few_.size() == most_of_few) many_.insert(few_.begin(), few_.end());
    return true;
  }
  return many_.insert(document).second;
}

}  // namespace entente
