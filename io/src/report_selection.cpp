#include "report_selection.hpp"

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

std::vector<double> strengths(const PersonNetwork& network) {
  std::vector<double> out(network.num_persons());
  for (std::size_t person = 0; person < out.size(); ++person) {
    const auto weights = network.weights_of(PersonId(static_cast<std::uint32_t>(person)));
    out[person] = std::accumulate(weights.begin(), weights.end(), 0.0);
  }
  return out;
}

template <typename Id>
std::vector<Id> first_ids(std::size_t count) {
  std::vector<Id> ids;
  ids.reserve(count);
  for (std::size_t i = 0; i < count; ++i) ids.push_back(Id(static_cast<std::uint32_t>(i)));
  return ids;
}

template <typename Id>
std::vector<std::uint32_t> places_of(const std::vector<Id>& chosen, std::size_t count) {
  std::vector<std::uint32_t> places(count, ReportSelection::left_out);
  for (std::size_t i = 0; i < chosen.size(); ++i) places[chosen[i].index()] = static_cast<std::uint32_t>(i);
  return places;
}

}  // namespace

ReportSelection select_for_report(const ReportDocument& report) {
  const EventGraph& graph = report.document.graph;
  ReportSelection selection;
  selection.persons = first_ids<PersonId>(graph.num_persons());
  if (selection.persons.size() > report.limits.persons) {
    const std::vector<double> strength = strengths(report.document.network);
    std::ranges::stable_sort(selection.persons,
                             [&](PersonId a, PersonId b) { return strength[a.index()] > strength[b.index()]; });
    selection.persons.resize(report.limits.persons);
    std::ranges::sort(selection.persons);
  }
  selection.person_place = places_of(selection.persons, graph.num_persons());
  for (const EventId event : first_ids<EventId>(graph.num_events())) {
    const auto participants = graph.participants_of(event);
    if (std::ranges::any_of(participants, [&](PersonId person) {
          return selection.person_place[person.index()] != ReportSelection::left_out;
        })) {
      selection.events.push_back(event);
    }
  }
  if (selection.events.size() > report.limits.events) {
    const auto& date = graph.events().date;
    std::ranges::stable_sort(selection.events, [&](EventId a, EventId b) { return date[a.index()] > date[b.index()]; });
    selection.events.resize(report.limits.events);
    std::ranges::sort(selection.events);
  }
  selection.event_place = places_of(selection.events, graph.num_events());
  return selection;
}

std::vector<std::uint8_t> newest_of_ties(const ReportDocument& report, const ReportSelection& selection) {
  constexpr std::size_t newest = 3;
  const EventGraph& graph = report.document.graph;
  const auto& date = graph.events().date;
  std::vector<std::uint8_t> chosen(selection.events.size());
  for (const PersonId a : selection.persons) {
    for (const PersonId b : report.document.network.ties_of(a).others) {
      if (selection.person_place[b.index()] == ReportSelection::left_out) continue;
      std::vector<EventId> shared = graph.shared_events(a, b);
      std::ranges::stable_sort(shared, [&](EventId x, EventId y) { return date[x.index()] > date[y.index()]; });
      shared.resize(std::min(shared.size(), newest));
      for (const EventId event : shared) {
        const std::uint32_t place = selection.event_place[event.index()];
        if (place != ReportSelection::left_out) chosen[place] = 1;
      }
    }
  }
  return chosen;
}

}  // namespace entente
