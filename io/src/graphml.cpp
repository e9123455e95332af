// GraphML as Gephi, igraph, NetworkX and Boost read it alike: the namespace declared, every key with its four
// attributes, key ids equal to the attribute's full name (Gephi takes short ids such as "b" or "x" for colours and
// positions), an attribute left out where there is no value. Nodes and edges have synthetic ids, since XML allows no
// blanks in them.

#include "network_walk.hpp"
#include "output_buffer.hpp"
#include "xml_text.hpp"

#include <entente/io/graphml.hpp>
#include <entente/io/number_text.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace entente {

namespace {

constexpr std::array graphml_types{"string", "int", "double"};  // in the order of `ValueType`

class GraphmlWriter final : public NetworkSink {
 public:
  explicit GraphmlWriter(std::ostream& out) : buffer_(out), text_(buffer_.text()) {}

  void begin(const NetworkFacts& facts) override {
    has_weights_ = facts.has_weights();
    text_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
        "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    key("label", "node", "label", "string");
    of_nodes_ = keys(facts.of_nodes, "node");
    if (facts.has_colours) {
      for (const std::string_view part : {"r", "g", "b"}) key(part, "node", part, "int");
    }
    if (facts.has_positions) {
      for (const std::string_view part : {"x", "y", "size"}) key(part, "node", part, "double");
    }
    if (has_weights_) key("weight", "edge", "weight", "double");
    of_edges_ = keys(facts.of_edges, "edge");
    key("description", "graph", "description", "string");
    if (has_weights_) {
      key("weight_method", "graph", "weight_method", "string");
      key("ties", "graph", "ties", "string");
    }
    text_ += "  <graph id=\"entente\" edgedefault=\"undirected\">\n";
    datum(opening_of("description"), facts.description);
    if (has_weights_) {
      datum(opening_of("weight_method"), facts.weight_method);
      datum(opening_of("ties"), facts.ties);
    }
  }

  void begin_node(const Node& node) override {
    openings_ = &of_nodes_;
    text_ += "    <node id=\"";
    id(node.id);
    text_ += "\">\n";
    datum("      <data key=\"label\">", node.label);
    if (node.colour) {
      datum("      <data key=\"r\">", int{node.colour->red});
      datum("      <data key=\"g\">", int{node.colour->green});
      datum("      <data key=\"b\">", int{node.colour->blue});
    }
    if (node.position) {
      datum("      <data key=\"x\">", node.position->x);
      datum("      <data key=\"y\">", node.position->y);
      datum("      <data key=\"size\">", node.size);
    }
  }
  void end_node() override {
    text_ += "    </node>\n";
    buffer_.flush_if_full();
  }
  void begin_edge(const Edge& edge) override {
    openings_ = &of_edges_;
    text_ += "    <edge id=\"";
    id(edge.id);
    text_ += "\" source=\"";
    id(edge.source);
    text_ += "\" target=\"";
    id(edge.target);
    text_ += "\">\n";
    if (has_weights_) datum("      <data key=\"weight\">", edge.weight);
  }
  void end_edge() override {
    text_ += "    </edge>\n";
    buffer_.flush_if_full();
  }
  void end() override {
    text_ += "  </graph>\n</graphml>\n";
    buffer_.flush();
  }

  void text(std::size_t attribute, std::string_view value) override { datum((*openings_)[attribute], value); }
  void whole(std::size_t attribute, std::int64_t value) override { datum((*openings_)[attribute], value); }
  void number(std::size_t attribute, double value) override { datum((*openings_)[attribute], value); }

 private:
  static std::string opening_of(std::string_view key) {
    std::string opening = "      <data key=\"";
    opening += key;
    opening += "\">";
    return opening;
  }

  void key(std::string_view id, std::string_view domain, std::string_view name, std::string_view type) {
    text_ += "  <key id=\"";
    text_ += id;
    text_ += "\" for=\"";
    text_ += domain;
    text_ += "\" attr.name=\"";
    text_ += name;
    text_ += "\" attr.type=\"";
    text_ += type;
    text_ += "\"/>\n";
  }
  std::vector<std::string> keys(const std::vector<FileAttribute>& attributes, std::string_view domain) {
    std::vector<std::string> openings;
    for (const FileAttribute& attribute : attributes) {
      const std::string& id = attribute.id.empty() ? attribute.name : attribute.id;
      key(id, domain, attribute.name, graphml_types.at(static_cast<std::size_t>(attribute.type)));
      openings.push_back(opening_of(id));
    }
    return openings;
  }

  void id(ElementId id) {
    text_ += id.letter;
    append_number(text_, id.number);
  }
  template <typename Value>
  void datum(std::string_view opening, const Value& value) {
    text_ += opening;
    if constexpr (std::is_arithmetic_v<Value>) {
      append_number(text_, value);
    } else {
      append_xml_text(text_, value);
    }
    text_ += "</data>\n";
  }

  OutputBuffer buffer_;
  std::string& text_;
  bool has_weights_ = false;
  std::vector<std::string> of_nodes_;  // how the values of each attribute begin
  std::vector<std::string> of_edges_;
  const std::vector<std::string>* openings_ = nullptr;
};

}  // namespace

void write_graphml(std::ostream& out, const NetworkDocument& document) {
  GraphmlWriter graphml(out);
  walk_network(document, graphml);
}

void write_graphml(std::ostream& out, const EventGraph& graph) {
  GraphmlWriter graphml(out);
  walk_network(graph, graphml);
}

}  // namespace entente
