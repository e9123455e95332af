#include "graph_part.hpp"

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

void fail_at(std::uint64_t line, const std::string& message) {
  throw ReadFailure("line " + std::to_string(line) + ": " + message);
}

void GraphPart::add_node(std::string_view id, GraphValues& values, std::uint64_t line) {
  const std::string& kind = values[GraphField::kind];
  if (kind == "person") {
    persons.push_back(person_of(id, values, line));
  } else if (kind == "event") {
    events.push_back(event_of(values, line));
  } else {
    throw ReadFailure(
        "holds a network of persons without the events that it was made of, which no command can analyse again; name "
        "records, or the graph of persons and events (events.graphml, or what export --graph events writes)");
  }
  nodes.push_back({.id = std::string(id), .line = line, .is_event = kind == "event"});
}

Participant GraphPart::person_of(std::string_view id, GraphValues& values, std::uint64_t line) {
  Participant person;
  person.id = cleaned(values[GraphField::person]);
  person.name = cleaned(values[GraphField::name]);
  if (person.name.empty() && person.id.empty()) person.name = cleaned(values[GraphField::label]);
  if (person.name.empty()) person.name = person.id;
  if (person.name.empty()) fail_at(line, "the person " + in_quotes(id) + " has no name");
  person.country = cleaned(values[GraphField::country]);
  person.organisation = cleaned(values[GraphField::organisation]);
  person.position = cleaned(values[GraphField::position]);
  person.rank = cleaned(values[GraphField::rank]);
  return person;
}

Record GraphPart::event_of(GraphValues& values, std::uint64_t line) {
  Record record;
  record.id = cleaned(values[GraphField::event]);
  const std::string& type = values[GraphField::event_type];
  const std::optional<EventType> known_type = parse_event_type(type);
  if (!known_type && !type.empty()) fail_at(line, "unknown event type " + in_quotes(type));
  record.type = known_type.value_or(EventType::other);
  const std::string& date = values[GraphField::date];
  record.date = Date::parse(date);
  if (!record.date && !date.empty()) fail_at(line, in_quotes(date) + " is no date");
  record.place = cleaned(values[GraphField::place]);
  for_documents(values[GraphField::documents], [&](std::string_view document) {
    record.sources.push_back({.document = cleaned(std::string(document)), .published = {}, .title = {}, .url = {}});
  });
  if (const std::string& sentence = values[GraphField::sentence]; !sentence.empty()) {
    const std::string document = record.sources.size() > 1 ? record.sources.front().document : std::string();
    record.evidence.push_back({.document = document, .range = {}, .text = repaired(sentence)});
  }
  return record;
}

void GraphPart::add_edge(std::string_view source, std::string_view target, std::string_view role, std::uint64_t line) {
  const std::optional<Role> known_role = parse_role(role);
  if (!known_role && !role.empty()) fail_at(line, "unknown role " + in_quotes(role));
  edges.push_back({.source = std::string(source), .target = std::string(target), .line = line, .role = known_role});
}

}  // namespace entente
