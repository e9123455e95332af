#include "network_attributes.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

namespace {

// Names that readers of some format take for something else, whatever their case, and those of our other attributes.
constexpr std::array<std::string_view, 40> taken_names{
    "label",    "nodelabel",  "x",       "y",         "z",        "xpos",      "ypos",
    "zpos",     "size",       "r",       "g",         "b",        "color",     "id",
    "name",     "person",     "type",    "country",   "rank",     "position",  "kind",
    "weight",   "events",     "reports", "fill",      "graphics", "community", "organisation",
    "sentence", "source",     "target",  "key",       "w",        "h",         "d",
    "timeset",  "attributes", "data",    "bipartite", "directed"};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// A measure's name as an NMTOKEN that means nothing else to a reader.
std::string attribute_name(std::string_view name) {
  std::string attribute;
  for (const char c : name) {
    const bool fits =
        ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' || c == '-' || c == '.';
    attribute += fits ? c : '_';
  }
  const bool letter_first = !attribute.empty() && (std::isalpha(static_cast<unsigned char>(attribute.front())) != 0);
  const bool taken = std::ranges::find(taken_names, lower(attribute)) != taken_names.end();
  return letter_first && !taken ? attribute : "measure_" + attribute;
}

bool has_name(const std::vector<FileAttribute>& attributes, const std::string& name) {
  return std::ranges::any_of(attributes, [&](const FileAttribute& one) { return lower(one.name) == lower(name); });
}

void add(std::vector<FileAttribute>& attributes, ValueType type, std::initializer_list<const char*> names) {
  for (const char* name : names) attributes.push_back({name, type});
}

void add_person_attributes(std::vector<FileAttribute>& attributes) {
  add(attributes, ValueType::text, {"name", "person", "country", "organisation", "position", "rank"});
  add(attributes, ValueType::whole, {"events"});
}

}  // namespace

bool is_told_anyway(const MeasureColumn& measure) { return measure.name == "events"; }

NetworkFacts network_facts(const NetworkDocument& document) {
  NetworkFacts facts{.description =
                         "Persons who took part in events together. The weight of a tie is a strength (the larger, the "
                         "closer), not a length; events is the number of events that both took part in, reports the "
                         "number of documents that tell of them.",
                     .weight_method = document.weight,
                     .ties = ties_told(document),
                     .num_nodes = document.network.num_persons(),
                     .num_persons = document.network.num_persons(),
                     .num_edges = document.network.num_ties(),
                     .has_colours = !document.communities.empty(),
                     .has_positions = !document.positions.empty(),
                     .of_nodes = {},
                     .of_edges = {}};
  add_person_attributes(facts.of_nodes);
  if (!document.communities.empty()) add(facts.of_nodes, ValueType::whole, {"community"});
  for (const MeasureColumn& measure : document.measures) {
    if (is_told_anyway(measure)) continue;
    std::string name = attribute_name(measure.name);
    while (has_name(facts.of_nodes, name)) name += "_";
    facts.of_nodes.push_back({std::move(name), measure.integral ? ValueType::whole : ValueType::number});
  }
  facts.of_edges.push_back({"events", ValueType::whole, "shared_events"});
  add(facts.of_edges, ValueType::whole, {"reports"});
  add(facts.of_edges, ValueType::text, {"first_date", "last_date", "event_ids", "documents"});
  if (document.quotes) add(facts.of_edges, ValueType::text, {"sentence"});
  return facts;
}

NetworkFacts network_facts(const EventGraph& graph) {
  NetworkFacts facts{.description =
                         "Persons (kind person, bipartite 0) and the events (kind event, bipartite 1) that they took "
                         "part in.",
                     .num_nodes = graph.num_persons() + graph.num_events(),
                     .num_persons = graph.num_persons(),
                     .num_edges = graph.num_participations(),
                     .has_colours = true,
                     .of_nodes = {},
                     .of_edges = {}};
  add(facts.of_nodes, ValueType::text, {"kind"});
  add(facts.of_nodes, ValueType::whole, {"bipartite"});
  add_person_attributes(facts.of_nodes);
  add(facts.of_nodes, ValueType::text, {"event", "event_type", "date", "place"});
  add(facts.of_nodes, ValueType::whole, {"participants", "reports"});
  add(facts.of_nodes, ValueType::text, {"documents", "sentence"});
  add(facts.of_edges, ValueType::text, {"role"});
  return facts;
}

}  // namespace entente
