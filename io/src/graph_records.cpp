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

void GraphRecords::add_node(std::string id, GraphValues& values, std::uint64_t line) {
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
    if (!person_of_node_.emplace(std::move(id), persons_.size()).second) fail(line, "a node stands twice");
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
  if (!event_of_node_.emplace(std::move(id), events_.size()).second) fail(line, "a node stands twice");
  events_.push_back({std::move(record), line});
}

void GraphRecords::add_edge(const std::string& source, const std::string& target, std::string_view role,
                            std::uint64_t line) {
  auto person = person_of_node_.find(source);
  auto event = event_of_node_.find(target);
  if (person == person_of_node_.end() || event == event_of_node_.end()) {
    person = person_of_node_.find(target);
    event = event_of_node_.find(source);
  }
  if (person == person_of_node_.end() || event == event_of_node_.end()) {
    fail(line,
         "the edge of " + in_quotes(source) + " and " + in_quotes(target) + " does not join a person and an event");
  }
  Participant participant = persons_[person->second];
  participant.role = parse_role(role);
  if (!participant.role && !role.empty()) fail(line, "unknown role " + in_quotes(role));
  events_[event->second].record.participants.push_back(std::move(participant));
}

void GraphRecords::deliver(Delivery& delivery) {
  for (Event& event : events_) {
    if (event.record.participants.empty()) continue;
    delivery.record(std::move(event.record), Place{.source = source_, .line = event.line});
  }
}

}  // namespace entente
