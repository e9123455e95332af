#include "graph_records.hpp"

#include "byte_stream.hpp"
#include "document_list.hpp"
#include "field_text.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::string_view, num_graph_fields> graph_field_names{
    "kind",  "label",      "name", "person", "country",   "organisation", "position", "rank",
    "event", "event_type", "date", "place",  "documents", "sentence",     "role"};

std::string repaired(const std::string& value) { return is_utf8(value) ? value : repair_utf8(value); }

std::string cleaned(const std::string& value) { return clean_field(repaired(value)); }

}  // namespace

std::optional<GraphField> graph_field(std::string_view name) {
  const auto found = std::ranges::find(graph_field_names, name);
  if (found == graph_field_names.end()) return std::nullopt;
  return static_cast<GraphField>(found - graph_field_names.begin());
}

void GraphRecords::fail(std::uint64_t line, const std::string& message) const {
  throw ReadFailure("line " + std::to_string(line) + ": " + message);
}

void GraphRecords::add_id(std::string_view id, Node node, std::uint64_t line) {
  if (ids_.number(id) != nodes_.size()) fail(line, "a node stands twice");
  nodes_.push_back(node);
}

const GraphRecords::Node* GraphRecords::node(std::uint32_t number) const {
  return number == Interner::none ? nullptr : &nodes_[number];
}

void GraphRecords::add_node(std::string_view id, GraphValues& values, std::uint64_t line) {
  const std::string& kind = values[GraphField::kind];
  if (kind == "person") {
    Participant person;
    person.id = cleaned(values[GraphField::person]);
    person.name = cleaned(values[GraphField::name]);
    if (person.name.empty() && person.id.empty()) person.name = cleaned(values[GraphField::label]);
    if (person.name.empty()) person.name = person.id;
    if (person.name.empty()) fail(line, "the person " + in_quotes(id) + " has no name");
    person.country = cleaned(values[GraphField::country]);
    person.organisation = cleaned(values[GraphField::organisation]);
    person.position = cleaned(values[GraphField::position]);
    person.rank = cleaned(values[GraphField::rank]);
    add_id(id, {.is_event = false, .place = static_cast<std::uint32_t>(persons_.size())}, line);
    persons_.push_back(std::move(person));
    return;
  }
  if (kind != "event") {
    throw ReadFailure(
        "holds a network of persons without the events that it was made of, which no command can analyse again; name "
        "records, or the graph of persons and events (events.graphml, or what export --graph events writes)");
  }
  Record record;
  record.id = cleaned(values[GraphField::event]);
  const std::string& type = values[GraphField::event_type];
  const std::optional<EventType> known_type = parse_event_type(type);
  if (!known_type && !type.empty()) fail(line, "unknown event type " + in_quotes(type));
  record.type = known_type.value_or(EventType::other);
  const std::string& date = values[GraphField::date];
  record.date = Date::parse(date);
  if (!record.date && !date.empty()) fail(line, in_quotes(date) + " is no date");
  record.place = cleaned(values[GraphField::place]);
  for_documents(values[GraphField::documents], [&](std::string_view document) {
    record.sources.push_back({.document = cleaned(std::string(document)), .published = {}, .title = {}, .url = {}});
  });
  if (const std::string& sentence = values[GraphField::sentence]; !sentence.empty()) {
    const std::string document = record.sources.size() > 1 ? record.sources.front().document : std::string();
    record.evidence.push_back({.document = document, .range = {}, .text = repaired(sentence)});
  }
  add_id(id, {.is_event = true, .place = static_cast<std::uint32_t>(events_.size())}, line);
  events_.push_back({std::move(record), line});
}

void GraphRecords::add_edge(std::string_view source, std::string_view target, std::string_view role,
                            std::uint64_t line) {
  const std::array ends{source, target};
  std::array<std::uint32_t, 2> numbers{};
  ids_.find(ends, numbers);
  const Node* person = node(numbers[0]);
  const Node* event = node(numbers[1]);
  if (person != nullptr && person->is_event) std::swap(person, event);
  if (person == nullptr || event == nullptr || person->is_event || !event->is_event) {
    fail(line,
         "the edge of " + in_quotes(source) + " and " + in_quotes(target) + " does not join a person and an event");
  }
  const std::optional<Role> known_role = parse_role(role);
  if (!known_role && !role.empty()) fail(line, "unknown role " + in_quotes(role));
  participations_.push_back({.event = event->place, .person = person->place, .role = known_role});
}

void GraphRecords::deliver(Delivery& delivery) {
  std::ranges::stable_sort(participations_, std::ranges::less{}, &Participation::event);
  auto next = participations_.begin();
  for (std::uint32_t place = 0; place < events_.size(); ++place) {
    Record& record = events_[place].record;
    for (; next != participations_.end() && next->event == place; ++next) {
      record.participants.push_back(persons_[next->person]);
      record.participants.back().role = next->role;
    }
    if (record.participants.empty()) continue;
    delivery.record(std::move(record), Place{.source = source_, .line = events_[place].line});
  }
}

}  // namespace entente
