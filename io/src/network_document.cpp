#include "tie_events.hpp"

#include <entente/core/error.hpp>
#include <entente/core/unicode.hpp>
#include <entente/io/network_document.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace entente {

namespace {

constexpr std::string_view separator = " | ";
constexpr std::size_t max_sentence_bytes = 300;

void join(std::string& list, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

// `documents` is a list already, of one event.
void join_new(std::string& list, std::unordered_set<std::string_view>& seen, std::string_view documents) {
  while (!documents.empty()) {
    const std::size_t end = std::min(documents.find(separator), documents.size());
    const std::string_view document = documents.substr(0, end);
    documents.remove_prefix(std::min(end + separator.size(), documents.size()));
    if (!document.empty() && seen.insert(document).second) join(list, document);
  }
}

}  // namespace

TieEvidence evidence_of(const EventGraph& graph, std::span<const EventId> events, bool quotes) {
  const EventColumns& columns = graph.events();
  std::vector<EventId> by_date(events.begin(), events.end());
  std::ranges::sort(by_date, [&](EventId a, EventId b) {
    const auto& date_a = columns.date[a.index()];
    const auto& date_b = columns.date[b.index()];
    return date_a != date_b ? date_a < date_b : a < b;
  });
  TieEvidence evidence{.events = {}, .documents = {}, .reports = 0, .sentence = {}};
  std::unordered_set<std::string_view> seen;
  for (const EventId event : by_date) {
    join(evidence.events, columns.id[event.index()]);
    join_new(evidence.documents, seen, columns.documents[event.index()]);
    evidence.reports += columns.reports[event.index()];
  }
  if (!quotes) return evidence;
  for (auto event = by_date.rbegin(); event != by_date.rend() && evidence.sentence.empty(); ++event) {
    evidence.sentence = shorten(columns.sentence[event->index()], max_sentence_bytes);
  }
  return evidence;
}

TieEvidence tie_evidence(const EventGraph& graph, PersonId a, PersonId b, bool quotes) {
  return evidence_of(graph, graph.shared_events(a, b), quotes);
}

void TieEvents::look_at(PersonId person) {
  meetings_.clear();
  next_ = 0;
  for (const EventId event : graph_.events_of(person)) {
    const auto participants = graph_.participants_of(event);
    for (auto other = std::ranges::upper_bound(participants, person); other != participants.end(); ++other) {
      meetings_.emplace_back(*other, event);
    }
  }
  std::ranges::sort(meetings_);
}

std::span<const EventId> TieEvents::shared_with(PersonId other) {
  while (next_ < meetings_.size() && meetings_[next_].first < other) ++next_;
  events_.clear();
  for (; next_ < meetings_.size() && meetings_[next_].first == other; ++next_)
    events_.push_back(meetings_[next_].second);
  return events_;
}

void check_document(const NetworkDocument& document) {
  const std::size_t num_persons = document.network.num_persons();
  const auto require = [num_persons](std::size_t size, const std::string& what) {
    if (size == num_persons) return;
    throw Error(ErrorCode::bad_option, what + " has " + std::to_string(size) + " values for a network of " +
                                           std::to_string(num_persons) + " persons");
  };
  require(document.graph.num_persons(), "the event graph");
  for (const MeasureColumn& measure : document.measures)
    require(measure.values.size(), "the measure '" + measure.name + "'");
  if (!document.communities.empty()) require(document.communities.size(), "the list of communities");
}

std::string ties_told(const NetworkDocument& document) {
  const std::uint64_t ties = document.network.num_ties();
  if (document.ties_left_out == 0) return "all " + std::to_string(ties);
  return "the backbone, " + std::to_string(ties) + " of " + std::to_string(ties + document.ties_left_out) +
         " (disparity filter, Serrano et al. 2009, significance 0.05)";
}

}  // namespace entente
