#include "graph_records.hpp"

#include "field_text.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace entente {

void GraphRecords::add(GraphPart&& part) {
  add_nodes(part);
  add_edges(part);
}

void GraphRecords::add_nodes(GraphPart& part) {
  auto event = std::make_move_iterator(part.events.begin());
  auto place_of_person = static_cast<std::uint32_t>(persons_.size());
  for (const GraphPart::Node& node : part.nodes) {
    if (ids_.number(node.id) != nodes_.size()) fail_at(node.line, "a node stands twice");
    const std::size_t place = node.is_event ? events_.size() : place_of_person++;
    nodes_.push_back({.is_event = node.is_event, .place = static_cast<std::uint32_t>(place)});
    if (node.is_event) events_.push_back({*event++, node.line});
  }
  std::ranges::move(part.persons, std::back_inserter(persons_));
}

const GraphRecords::Node* GraphRecords::node(std::uint32_t number) const {
  return number == Interner::none ? nullptr : &nodes_[number];
}

void GraphRecords::add_edges(const GraphPart& part) {
  std::vector<std::string_view> ends;
  ends.reserve(2 * part.edges.size());
  for (const GraphPart::Edge& edge : part.edges) {
    ends.push_back(edge.source);
    ends.push_back(edge.target);
  }
  std::vector<std::uint32_t> numbers(ends.size());
  ids_.find(ends, numbers);
  for (std::size_t i = 0; i < part.edges.size(); ++i) {
    const GraphPart::Edge& edge = part.edges[i];
    const Node* person = node(numbers[2 * i]);
    const Node* event = node(numbers[2 * i + 1]);
    if (person != nullptr && person->is_event) std::swap(person, event);
    if (person == nullptr || event == nullptr || person->is_event || !event->is_event) {
      fail_at(edge.line, "the edge of " + in_quotes(edge.source) + " and " + in_quotes(edge.target) +
                             " does not join a person and an event");
    }
    participations_.push_back({.event = event->place, .person = person->place, .role = edge.role});
  }
}

void GraphRecords::deliver(Delivery& delivery, const Run& run) {
  constexpr std::size_t events_a_block = 1024;
  constexpr std::size_t events_at_once = 16 * events_a_block;
  if (!std::ranges::is_sorted(participations_, std::ranges::less{}, &Participation::event)) {
    std::ranges::stable_sort(participations_, std::ranges::less{}, &Participation::event);
  }
  Workers workers(run);
  for (std::size_t first = 0; first < events_.size(); first += events_at_once) {
    const std::size_t count = std::min(events_at_once, events_.size() - first);
    workers.for_blocks(count, events_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      auto next = std::ranges::lower_bound(participations_, first + begin, std::ranges::less{}, &Participation::event);
      for (std::size_t event = first + begin; event < first + end; ++event) {
        Record& record = events_[event].record;
        for (; next != participations_.end() && next->event == event; ++next) {
          record.participants.push_back(persons_[next->person]);
          record.participants.back().role = next->role;
        }
      }
    });
    for (std::size_t event = first; event < first + count; ++event) {
      Record& record = events_[event].record;
      if (record.participants.empty()) continue;
      delivery.record(std::move(record), Place{.source = source_, .line = events_[event].line});
    }
  }
}

}  // namespace entente
