#include "network_walk.hpp"

#include "check_document.hpp"
#include "event_order.hpp"
#include "evidence_gatherer.hpp"
#include "network_attributes.hpp"
#include "tie_events.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace entente {

namespace {

constexpr double least_size = 4;  // radii, as Gephi reads sizes, and as layouts make room for
constexpr double greatest_size = 20;
constexpr double least_thickness = 0.5;
constexpr double greatest_thickness = 6;
constexpr double event_size = 3;
constexpr Colour person_colour{0x77, 0xAA, 0xDD};
constexpr Colour event_colour{0xEE, 0x88, 0x66};

// `least` to `greatest` as the square root of the share that `value` has of `largest`, so that the area tells it.
double drawn(double value, double largest, double least, double greatest) {
  const double size = largest > 0 ? least + (greatest - least) * std::sqrt(value / largest) : least;
  return std::round(size * 100) / 100;
}

// The values of one node or edge, in the order of the attributes.
class Values {
 public:
  explicit Values(NetworkSink& sink, std::size_t first = 0) : sink_(sink), next_(first) {}

  void text(std::string_view value) {
    if (!value.empty()) sink_.text(next_, value);
    ++next_;
  }
  void whole(std::uint64_t value) { sink_.whole(next_++, static_cast<std::int64_t>(value)); }
  void measure(const MeasureColumn& column, std::size_t row) {
    const double value = column.values[row];
    if (std::isfinite(value)) {
      if (column.integral) {
        sink_.whole(next_, static_cast<std::int64_t>(std::llround(value)));
      } else {
        sink_.number(next_, value);
      }
    }
    ++next_;
  }
  void date(const std::optional<Date>& date) {
    if (date) {
      text(date->to_string());
    } else {
      ++next_;
    }
  }
  void skip(std::size_t attributes) { next_ += attributes; }

 private:
  NetworkSink& sink_;
  std::size_t next_;
};

constexpr std::size_t num_person_attributes = 7;

void tell_person(Values& values, const EventGraph& graph, PersonId person) {
  const PersonColumns& persons = graph.persons();
  const std::size_t row = person.index();
  values.text(persons.name[row]);
  values.text(persons.id[row]);
  values.text(persons.country[row]);
  values.text(persons.organisation[row]);
  values.text(persons.position[row]);
  values.text(persons.rank[row]);
  values.whole(graph.events_of(person).size());
}

std::string_view person_label(const EventGraph& graph, std::size_t row) {
  const PersonColumns& persons = graph.persons();
  return persons.name[row].empty() ? persons.id[row] : persons.name[row];
}

std::string event_label(const EventColumns& events, std::size_t row) {
  std::string label(to_string(events.type[row]));
  if (events.date[row]) label.append(" ").append(events.date[row]->to_string());
  if (!events.place[row].empty()) label.append(", ").append(events.place[row]);
  return label;
}

class PersonNetworkWalk {
 public:
  PersonNetworkWalk(const NetworkDocument& document, NetworkSink& sink)
      : document_(document), sink_(sink), order_(document.graph) {}

  void execute() {
    const NetworkFacts facts = network_facts(document_);
    const NetworkSink::Needs needs = sink_.needs();
    has_values_ = needs.values;
    sink_.begin(facts);
    if (needs.nodes) tell_persons();
    sink_.begin_edges();
    if (needs.edges) tell_ties();
    sink_.end();
  }

 private:
  void tell_persons() {
    const PersonNetwork& network = document_.network;
    std::vector<double> strengths(network.num_persons());
    for (std::size_t row = 0; row < strengths.size(); ++row) {
      const auto weights = network.weights_of(PersonId(row));
      strengths[row] = std::accumulate(weights.begin(), weights.end(), 0.0);
    }
    const double strongest = strengths.empty() ? 0 : std::ranges::max(strengths);
    const std::vector<Colour> colours = community_colours(document_.communities);
    std::vector<EventId> events;
    for (std::size_t row = 0; row < strengths.size(); ++row) {
      const PersonId person(row);
      if (has_values_) {
        events.assign(document_.graph.events_of(person).begin(), document_.graph.events_of(person).end());
        order_.sort(events);
      }
      Node node{.id = {'p', row},
                .row = row,
                .label = person_label(document_.graph, row),
                .size = drawn(strengths[row], strongest, least_size, greatest_size),
                .colour = {},
                .position = {},
                .events = events};
      if (!colours.empty()) node.colour = colours[row];
      if (!document_.positions.empty()) node.position = document_.positions[row];
      sink_.begin_node(node);
      if (has_values_) {
        Values values(sink_);
        tell_person(values, document_.graph, person);
        if (!document_.communities.empty()) values.whole(document_.communities[row]);
        for (const MeasureColumn& measure : document_.measures) {
          if (!is_told_anyway(measure)) values.measure(measure, row);
        }
      }
      sink_.end_node();
    }
  }

  void tell_ties() {
    const PersonNetwork& network = document_.network;
    const auto weights = network.weights();
    const double heaviest = weights.empty() ? 0 : *std::ranges::max_element(weights);
    TieEvents events(document_.graph, order_);
    EvidenceGatherer gatherer(document_.graph, document_.quotes);
    std::size_t number = 0;
    for (std::size_t row = 0; row < network.num_persons(); ++row) {
      const TieRow ties = network.ties_of(PersonId(row));
      if (ties.size() == 0) continue;
      if (has_values_) events.look_at(ties.a);
      for (std::size_t i = 0; i < ties.size(); ++i) {
        const Tie tie = ties[i];
        const auto shared = has_values_ ? events.shared_with(tie.b) : std::span<const EventId>();
        sink_.begin_edge({.id = {'e', number++},
                          .source = {'p', row},
                          .target = {'p', tie.b.index()},
                          .source_row = row,
                          .target_row = tie.b.index(),
                          .weight = tie.weight,
                          .thickness = drawn(tie.weight, heaviest, least_thickness, greatest_thickness),
                          .events = shared});
        if (has_values_) tell_tie(tie, gatherer.of(shared));
        sink_.end_edge();
      }
    }
  }

  void tell_tie(const Tie& tie, const TieEvidence& evidence) {
    Values values(sink_);
    values.whole(tie.events);
    values.whole(evidence.reports);
    values.date(tie.first);
    values.date(tie.last);
    values.text(evidence.events);
    values.text(evidence.documents);
    values.text(evidence.sentence);
  }

  const NetworkDocument& document_;
  NetworkSink& sink_;
  EventOrder order_;
  bool has_values_ = true;
};

class EventGraphWalk {
 public:
  EventGraphWalk(const EventGraph& graph, NetworkSink& sink) : graph_(graph), sink_(sink), order_(graph) {}

  void execute() {
    const NetworkFacts facts = network_facts(graph_);
    const NetworkSink::Needs needs = sink_.needs();
    sink_.begin(facts);
    if (needs.nodes) {
      tell_persons();
      for (std::size_t row = 0; row < graph_.num_events(); ++row) tell_event(row);
    }
    sink_.begin_edges();
    if (needs.edges) tell_participations();
    sink_.end();
  }

 private:
  void tell_persons() {
    std::size_t busiest = 0;
    for (std::size_t row = 0; row < graph_.num_persons(); ++row) {
      busiest = std::max(busiest, graph_.events_of(PersonId(row)).size());
    }
    std::vector<EventId> events;
    for (std::size_t row = 0; row < graph_.num_persons(); ++row) {
      const PersonId person(row);
      events.assign(graph_.events_of(person).begin(), graph_.events_of(person).end());
      order_.sort(events);
      sink_.begin_node(
          {.id = {'p', row},
           .row = row,
           .label = person_label(graph_, row),
           .size = drawn(static_cast<double>(events.size()), static_cast<double>(busiest), least_size, greatest_size),
           .colour = person_colour,
           .position = {},
           .events = events});
      Values values(sink_);
      values.text("person");
      values.whole(0);
      tell_person(values, graph_, person);
      sink_.end_node();
    }
  }

  void tell_event(std::size_t row) {
    const EventColumns& events = graph_.events();
    const EventId event(row);
    const std::string label = event_label(events, row);
    sink_.begin_node({.id = {'e', row},
                      .row = graph_.num_persons() + row,
                      .label = label,
                      .size = event_size,
                      .colour = event_colour,
                      .position = {},
                      .events = std::span(&event, 1)});
    Values values(sink_);
    values.text("event");
    values.whole(1);
    values.skip(num_person_attributes);
    values.text(events.id[row]);
    values.text(to_string(events.type[row]));
    values.date(events.date[row]);
    values.text(events.place[row]);
    values.whole(graph_.participants_of(event).size());
    values.whole(events.reports[row]);
    values.text(events.documents[row]);
    values.text(events.sentence[row]);
    sink_.end_node();
  }

  void tell_participations() {
    std::size_t number = 0;
    for (std::size_t row = 0; row < graph_.num_events(); ++row) {
      const EventId event(row);
      const auto participants = graph_.participants_of(event);
      const auto roles = graph_.roles_of(event);
      for (std::size_t at = 0; at < participants.size(); ++at) {
        sink_.begin_edge({.id = {'m', number++},
                          .source = {'p', participants[at].index()},
                          .target = {'e', row},
                          .source_row = participants[at].index(),
                          .target_row = graph_.num_persons() + row,
                          .weight = 1,
                          .thickness = 1,
                          .events = std::span(&event, 1)});
        if (roles[at]) Values(sink_).text(to_string(*roles[at]));
        sink_.end_edge();
      }
    }
  }

  const EventGraph& graph_;
  NetworkSink& sink_;
  EventOrder order_;
};

}  // namespace

void walk_network(const NetworkDocument& document, NetworkSink& sink) {
  check_document(document);
  PersonNetworkWalk(document, sink).execute();
}

void walk_network(const EventGraph& graph, NetworkSink& sink) { EventGraphWalk(graph, sink).execute(); }

}  // namespace entente
