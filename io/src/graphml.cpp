// GraphML as Gephi, igraph, NetworkX and Boost read it alike: the namespace declared, every key with its four
// attributes, key ids equal to the attribute's full name (Gephi takes short ids such as "b" or "x" for colours and
// positions), an attribute left out where there is no value. Nodes and edges have synthetic ids, since XML allows no
// blanks in them.

#include "community_colours.hpp"
#include "output_buffer.hpp"
#include "tie_events.hpp"
#include "xml_text.hpp"

#include <entente/core/error.hpp>
#include <entente/io/graphml.hpp>
#include <entente/io/number_text.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace {

// `id` differs from the name only where nodes and edges have an attribute of one name.
struct Key {
  std::string_view id;
  std::string_view domain;
  std::string_view name;
  std::string_view type;
};

constexpr std::array person_keys{
    Key{"label", "node", "label", "string"},       Key{"person", "node", "person", "string"},
    Key{"country", "node", "country", "string"},   Key{"organisation", "node", "organisation", "string"},
    Key{"position", "node", "position", "string"}, Key{"rank", "node", "rank", "string"},
    Key{"events", "node", "events", "int"},
};
constexpr Key name_key{"name", "node", "name", "string"};
constexpr std::array community_keys{Key{"community", "node", "community", "int"}, Key{"r", "node", "r", "int"},
                                    Key{"g", "node", "g", "int"}, Key{"b", "node", "b", "int"}};
constexpr std::array tie_keys{
    Key{"weight", "edge", "weight", "double"},       Key{"shared_events", "edge", "events", "int"},
    Key{"reports", "edge", "reports", "int"},        Key{"first_date", "edge", "first_date", "string"},
    Key{"last_date", "edge", "last_date", "string"}, Key{"event_ids", "edge", "event_ids", "string"},
    Key{"documents", "edge", "documents", "string"},
};
constexpr Key sentence_key{"sentence", "edge", "sentence", "string"};
constexpr std::array graph_keys{Key{"description", "graph", "description", "string"},
                                Key{"weight_method", "graph", "weight_method", "string"},
                                Key{"ties", "graph", "ties", "string"}};
constexpr std::array event_keys{
    Key{"kind", "node", "kind", "string"},
    Key{"bipartite", "node", "bipartite", "int"},
    Key{"event", "node", "event", "string"},
    Key{"event_type", "node", "event_type", "string"},
    Key{"date", "node", "date", "string"},
    Key{"place", "node", "place", "string"},
    Key{"participants", "node", "participants", "int"},
    Key{"reports", "node", "reports", "int"},
    Key{"documents", "node", "documents", "string"},
    Key{"sentence", "node", "sentence", "string"},
    Key{"role", "edge", "role", "string"},
};

// Names that readers take for properties, and those of our other attributes.
constexpr std::array<std::string_view, 27> taken_names{
    "label", "nodelabel", "x",    "y",      "z",      "xpos",         "ypos",      "zpos",    "size",
    "r",     "g",         "b",    "color",  "id",     "name",         "person",    "type",    "country",
    "rank",  "position",  "kind", "weight", "events", "organisation", "community", "reports", "sentence"};

// A measure's name as an NMTOKEN that means nothing else to a reader.
std::string attribute_name(std::string_view name) {
  std::string attribute;
  for (const char c : name) {
    const bool fits =
        ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' || c == '-' || c == '.';
    attribute += fits ? c : '_';
  }
  const bool letter_first = !attribute.empty() && (std::isalpha(static_cast<unsigned char>(attribute.front())) != 0);
  const bool taken = std::ranges::find(taken_names, attribute) != taken_names.end();
  return letter_first && !taken ? attribute : "measure_" + attribute;
}

class GraphmlWriter {
 public:
  explicit GraphmlWriter(std::ostream& out) : buffer_(out), text_(buffer_.text()) {}

  void begin_file() {
    text_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
        "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  }
  void key(const Key& key) {
    text_ += "  <key id=\"";
    text_ += key.id;
    text_ += "\" for=\"";
    text_ += key.domain;
    text_ += "\" attr.name=\"";
    text_ += key.name;
    text_ += "\" attr.type=\"";
    text_ += key.type;
    text_ += "\"/>\n";
  }
  void keys(std::span<const Key> keys) {
    for (const Key& each : keys) key(each);
  }
  void begin_graph() { text_ += "  <graph id=\"entente\" edgedefault=\"undirected\">\n"; }

  void begin_node(char prefix, std::size_t index) {
    text_ += "    <node id=\"";
    id(prefix, index);
    text_ += "\">\n";
  }
  void end_node() {
    text_ += "    </node>\n";
    buffer_.flush_if_full();
  }
  void begin_edge(char prefix, std::size_t index, char source_prefix, std::size_t source, char target_prefix,
                  std::size_t target) {
    text_ += "    <edge id=\"";
    id(prefix, index);
    text_ += "\" source=\"";
    id(source_prefix, source);
    text_ += "\" target=\"";
    id(target_prefix, target);
    text_ += "\">\n";
  }
  void end_edge() {
    text_ += "    </edge>\n";
    buffer_.flush_if_full();
  }

  void data(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    begin_data(key);
    append_xml_text(text_, value);
    end_data();
  }
  template <typename Number>
    requires std::is_arithmetic_v<Number>
  void data(std::string_view key, Number value) {
    begin_data(key);
    append_number(text_, value);
    end_data();
  }
  void data(std::string_view key, const std::optional<Date>& date) {
    if (date) data(key, std::string_view(date->to_string()));
  }

  void end_file() {
    text_ += "  </graph>\n</graphml>\n";
    buffer_.flush();
  }

 private:
  void id(char prefix, std::size_t index) {
    text_ += prefix;
    append_number(text_, index);
  }
  void begin_data(std::string_view key) {
    text_ += "      <data key=\"";
    text_ += key;
    text_ += "\">";
  }
  void end_data() { text_ += "</data>\n"; }

  OutputBuffer buffer_;
  std::string& text_;
};

void write_person_facts(GraphmlWriter& graphml, const EventGraph& graph, PersonId person) {
  const PersonColumns& persons = graph.persons();
  const std::size_t row = person.index();
  graphml.data("label", persons.name[row].empty() ? persons.id[row] : persons.name[row]);
  graphml.data("name", persons.name[row]);
  graphml.data("person", persons.id[row]);
  graphml.data("country", persons.country[row]);
  graphml.data("organisation", persons.organisation[row]);
  graphml.data("position", persons.position[row]);
  graphml.data("rank", persons.rank[row]);
  graphml.data("events", graph.events_of(person).size());
}

void write_measure(GraphmlWriter& graphml, const std::string& name, const MeasureColumn& measure, std::size_t row) {
  const double value = measure.values[row];
  if (!std::isfinite(value)) return;
  if (measure.integral) {
    graphml.data(name, static_cast<std::int64_t>(std::llround(value)));
  } else {
    graphml.data(name, value);
  }
}

void write_ties(GraphmlWriter& graphml, const NetworkDocument& document) {
  const PersonNetwork& network = document.network;
  TieEvents events(document.graph);
  std::size_t index = 0;
  for (std::size_t row = 0; row < network.num_persons(); ++row) {
    const TieRow ties = network.ties_of(PersonId(row));
    if (ties.size() == 0) continue;
    events.look_at(ties.a);
    for (std::size_t i = 0; i < ties.size(); ++i) {
      const Tie tie = ties[i];
      const TieEvidence evidence = evidence_of(document.graph, events.shared_with(tie.b), document.quotes);
      graphml.begin_edge('e', index++, 'p', row, 'p', tie.b.index());
      graphml.data("weight", tie.weight);
      graphml.data("shared_events", tie.events);
      graphml.data("reports", evidence.reports);
      graphml.data("first_date", tie.first);
      graphml.data("last_date", tie.last);
      graphml.data("event_ids", evidence.events);
      graphml.data("documents", evidence.documents);
      graphml.data("sentence", evidence.sentence);
      graphml.end_edge();
    }
  }
}

std::string event_label(const EventColumns& events, std::size_t row) {
  std::string label(to_string(events.type[row]));
  if (events.date[row]) label += " " + events.date[row]->to_string();
  if (!events.place[row].empty()) label.append(", ").append(events.place[row]);
  return label;
}

}  // namespace

void write_graphml(std::ostream& out, const NetworkDocument& document) {
  check_document(document);
  std::vector<std::string> measure_names;
  for (const MeasureColumn& measure : document.measures) {
    std::string name = attribute_name(measure.name);
    while (std::ranges::find(measure_names, name) != measure_names.end()) name += "_";
    measure_names.push_back(std::move(name));
  }

  GraphmlWriter graphml(out);
  graphml.begin_file();
  graphml.keys(person_keys);
  graphml.key(name_key);
  if (!document.communities.empty()) graphml.keys(community_keys);
  for (std::size_t column = 0; column < measure_names.size(); ++column) {
    const std::string& name = measure_names[column];
    graphml.key({name, "node", name, document.measures[column].integral ? "int" : "double"});
  }
  graphml.keys(tie_keys);
  if (document.quotes) graphml.key(sentence_key);
  graphml.keys(graph_keys);

  graphml.begin_graph();
  graphml.data(
      "description",
      "Persons who took part in events together. The weight of a tie is a strength (the larger, the closer), not a "
      "length; "
      "events is the number of events that both took part in, reports the number of documents that tell of them.");
  graphml.data("weight_method", document.weight);
  graphml.data("ties", ties_told(document));
  const std::vector<Colour> colours = community_colours(document.communities);
  for (std::size_t row = 0; row < document.network.num_persons(); ++row) {
    graphml.begin_node('p', row);
    write_person_facts(graphml, document.graph, PersonId(row));
    if (!document.communities.empty()) {
      graphml.data("community", document.communities[row]);
      graphml.data("r", int{colours[row].red});
      graphml.data("g", int{colours[row].green});
      graphml.data("b", int{colours[row].blue});
    }
    for (std::size_t column = 0; column < measure_names.size(); ++column) {
      write_measure(graphml, measure_names[column], document.measures[column], row);
    }
    graphml.end_node();
  }
  write_ties(graphml, document);
  graphml.end_file();
}

void write_graphml(std::ostream& out, const EventGraph& graph) {
  GraphmlWriter graphml(out);
  graphml.begin_file();
  graphml.keys(person_keys);
  graphml.key(name_key);
  graphml.keys(event_keys);
  graphml.key(graph_keys.front());
  graphml.begin_graph();
  graphml.data("description",
               "Persons (kind person, bipartite 0) and the events (kind event, bipartite 1) that they took part in.");
  for (std::size_t row = 0; row < graph.num_persons(); ++row) {
    graphml.begin_node('p', row);
    graphml.data("kind", "person");
    graphml.data("bipartite", 0);
    write_person_facts(graphml, graph, PersonId(row));
    graphml.end_node();
  }
  const EventColumns& events = graph.events();
  for (std::size_t row = 0; row < graph.num_events(); ++row) {
    graphml.begin_node('e', row);
    graphml.data("kind", "event");
    graphml.data("bipartite", 1);
    graphml.data("label", event_label(events, row));
    graphml.data("event", events.id[row]);
    graphml.data("event_type", to_string(events.type[row]));
    graphml.data("date", events.date[row]);
    graphml.data("place", events.place[row]);
    graphml.data("participants", graph.participants_of(EventId(row)).size());
    graphml.data("reports", events.reports[row]);
    graphml.data("documents", events.documents[row]);
    graphml.data("sentence", events.sentence[row]);
    graphml.end_node();
  }
  std::size_t index = 0;
  for (std::size_t row = 0; row < graph.num_events(); ++row) {
    const auto participants = graph.participants_of(EventId(row));
    const auto roles = graph.roles_of(EventId(row));
    for (std::size_t at = 0; at < participants.size(); ++at) {
      graphml.begin_edge('m', index++, 'p', participants[at].index(), 'e', row);
      if (roles[at]) graphml.data("role", to_string(*roles[at]));
      graphml.end_edge();
    }
  }
  graphml.end_file();
}

}  // namespace entente
