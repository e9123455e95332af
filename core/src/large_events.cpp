#include "graph_assembly.hpp"

#include <entente/core/large_events.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace entente {

namespace {

constexpr std::array<std::string_view, 3> names_of_large_events{"leave-out", "split", "weigh"};

// The events of a graph as they are taken apart and put together again.
class SplitEvents {
 public:
  explicit SplitEvents(const EventGraph& graph) : graph_(graph) {}

  void keep(EventId event) {
    const auto participants = graph_.participants_of(event);
    const auto roles = graph_.roles_of(event);
    for (std::size_t i = 0; i < participants.size(); ++i) add(participants[i], roles[i]);
    end(event, std::string(graph_.events().id[event.index()]));
  }

  void split(EventId event) {
    const PersonColumns& persons = graph_.persons();
    const auto participants = graph_.participants_of(event);
    const auto roles = graph_.roles_of(event);
    std::map<std::string_view, std::vector<std::size_t>> delegations;
    for (std::size_t i = 0; i < participants.size(); ++i) {
      const std::size_t person = participants[i].index();
      const std::string_view country = persons.country[person];
      const std::string_view sends = country.empty() ? persons.organisation[person] : country;
      if (!sends.empty()) delegations[sends].push_back(i);
    }
    for (const auto& [sends, members] : delegations) {
      if (members.size() < 2) continue;
      for (const std::size_t i : members) add(participants[i], roles[i]);
      end(event, std::string(graph_.events().id[event.index()]).append("/").append(sends));
    }
  }

  EventGraph assemble(const Run& run) {
    std::vector<std::uint32_t> order(origins_.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::ranges::stable_sort(order, {}, [this](std::uint32_t event) -> const std::string& { return ids_[event]; });
    const EventColumns& told = graph_.events();
    EventColumns columns;
    for (const std::uint32_t event : order) {
      const std::size_t origin = origins_[event].index();
      columns.id.push_back(ids_[event]);
      columns.type.push_back(told.type[origin]);
      columns.date.push_back(told.date[origin]);
      columns.place.push_back(told.place[origin]);
      columns.reports.push_back(told.reports[origin]);
      columns.documents.push_back(told.documents[origin]);
      columns.sentence.push_back(told.sentence[origin]);
    }
    return entente::assemble(graph_.persons(), std::move(columns), std::move(participations_), order, run);
  }

 private:
  void add(PersonId person, std::optional<Role> role) {
    participations_.persons.push_back(person);
    participations_.roles.push_back(role);
  }
  void end(EventId origin, std::string id) {
    participations_.offsets.push_back(participations_.persons.size());
    origins_.push_back(origin);
    ids_.push_back(std::move(id));
  }

  const EventGraph& graph_;
  ToldParticipations participations_;
  std::vector<EventId> origins_;
  std::vector<std::string> ids_;
};

}  // namespace

std::span<const std::string_view> large_events_names() { return names_of_large_events; }

EventGraph split_large_events(EventGraph graph, std::uint32_t max_size, const Run& run) {
  if (count_large_events(graph, max_size).events == 0) return graph;
  SplitEvents events(graph);
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    check_stop(run);
    if (graph.participants_of(EventId(event)).size() > max_size) {
      events.split(EventId(event));
    } else {
      events.keep(EventId(event));
    }
  }
  return events.assemble(run);
}

LargeEventCounts count_large_events(const EventGraph& graph, std::uint32_t max_size) {
  LargeEventCounts counts;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    const std::uint64_t k = graph.participants_of(EventId(event)).size();
    if (k > 1) counts.meetings += k * (k - 1) / 2;
    counts.largest = std::max(counts.largest, static_cast<std::uint32_t>(k));
    if (max_size > 0 && k > max_size) ++counts.events;
  }
  return counts;
}

}  // namespace entente
