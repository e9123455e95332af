#include "tie_events.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr unsigned person_shift = 32;

std::uint64_t person_of(std::uint64_t meeting) { return meeting >> person_shift; }

}  // namespace

void TieEvents::look_at(PersonId person) {
  meetings_.clear();
  next_ = 0;
  for (const EventId event : graph_.events_of(person)) {
    const auto participants = graph_.participants_of(event);
    const std::uint64_t place = order_.place_of(event);
    for (auto other = std::ranges::upper_bound(participants, person); other != participants.end(); ++other) {
      meetings_.push_back(std::uint64_t{other->index()} << person_shift | place);
    }
  }
  std::ranges::sort(meetings_);
}

std::span<const EventId> TieEvents::shared_with(PersonId other) {
  while (next_ < meetings_.size() && person_of(meetings_[next_]) < other.index()) ++next_;
  events_.clear();
  for (; next_ < meetings_.size() && person_of(meetings_[next_]) == other.index(); ++next_) {
    events_.push_back(order_.at(static_cast<std::uint32_t>(meetings_[next_])));
  }
  return events_;
}

}  // namespace entente
