// Three dialects that differ in their frame and in where the attributes of a node or edge stand. Identifiers are texts
// that are unique over nodes and edges together, as Cytoscape.js asks.

#include "network_walk.hpp"
#include "output_buffer.hpp"

#include <entente/io/json_text.hpp>
#include <entente/io/network_json.hpp>
#include <entente/io/number_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace {

class NetworkJsonWriter final : public NetworkSink {
 public:
  NetworkJsonWriter(std::ostream& out, NetworkJson dialect) : buffer_(out), text_(buffer_.text()), dialect_(dialect) {}

  void begin(const NetworkFacts& facts) override {
    has_weights_ = facts.has_weights();
    for (const FileAttribute& one : facts.of_nodes) of_nodes_.push_back(member_of(one.name));
    for (const FileAttribute& one : facts.of_edges) of_edges_.push_back(member_of(one.name));
    switch (dialect_) {
      case NetworkJson::node_link:
        text_ += R"({"directed": false, "multigraph": false, "graph": )";
        write_facts(facts);
        text_ += R"(, "nodes": [)";
        break;
      case NetworkJson::cytoscape:
        text_ += R"({"data": )";
        write_facts(facts);
        text_ += R"(, "elements": {"nodes": [)";
        break;
      case NetworkJson::graphology:
        text_ += R"({"options": {"type": "undirected", "multi": false, "allowSelfLoops": false}, "attributes": )";
        write_facts(facts);
        text_ += R"(, "nodes": [)";
        break;
    }
    is_first_ = true;
  }

  void begin_node(const Node& node) override {
    members_ = &of_nodes_;
    node_ = node;
    begin_element();
    if (dialect_ == NetworkJson::graphology) {
      text_ += "{\"key\": ";
      id(node.id);
      text_ += ", \"attributes\": {\"label\": ";
    } else {
      text_ += dialect_ == NetworkJson::cytoscape ? "{\"data\": {\"id\": " : "{\"id\": ";
      id(node.id);
      text_ += ", \"label\": ";
    }
    append_json_string(text_, node.label);
  }
  void end_node() override {
    member(", \"size\": ", node_.size);
    if (node_.colour) text_ += ", \"color\": \"" + hexadecimal(*node_.colour) + '"';
    const bool in_data = dialect_ != NetworkJson::cytoscape;
    if (node_.position && in_data) {
      member(", \"x\": ", node_.position->x);
      member(", \"y\": ", node_.position->y);
    }
    if (!in_data) text_ += '}';
    if (node_.position && !in_data) {
      member(", \"position\": {\"x\": ", node_.position->x);
      member(", \"y\": ", -node_.position->y);
      text_ += '}';
    }
    text_ += dialect_ == NetworkJson::graphology ? "}}" : "}";
    buffer_.flush_if_full();
  }
  void begin_edges() override {
    text_ += is_first_ ? "], \"edges\": [" : "\n], \"edges\": [";
    is_first_ = true;
  }
  void begin_edge(const Edge& edge) override {
    members_ = &of_edges_;
    begin_element();
    text_ += dialect_ == NetworkJson::cytoscape    ? "{\"data\": {\"id\": "
             : dialect_ == NetworkJson::graphology ? "{\"key\": "
                                                   : "{\"id\": ";
    id(edge.id);
    text_ += ", \"source\": ";
    id(edge.source);
    text_ += ", \"target\": ";
    id(edge.target);
    // In graphology's attributes there is always a first member, behind which the others can stand.
    if (dialect_ == NetworkJson::graphology) {
      text_ += ", \"attributes\": {\"size\": ";
      append_number(text_, edge.thickness);
    }
    if (has_weights_) member(", \"weight\": ", edge.weight);
  }
  void end_edge() override {
    text_ += dialect_ == NetworkJson::node_link ? "}" : "}}";
    buffer_.flush_if_full();
  }
  void end() override {
    text_ += is_first_ ? "]" : "\n]";
    text_ += dialect_ == NetworkJson::cytoscape ? "}}\n" : "}\n";
    buffer_.flush();
  }

  void text(std::size_t attribute, std::string_view value) override {
    text_ += (*members_)[attribute];
    append_json_string(text_, value);
  }
  void whole(std::size_t attribute, std::int64_t value) override { member((*members_)[attribute], value); }
  void number(std::size_t attribute, double value) override { member((*members_)[attribute], value); }

 private:
  static std::string member_of(std::string_view name) {
    std::string member = ", ";
    append_json_string(member, name);
    member += ": ";
    return member;
  }

  void write_facts(const NetworkFacts& facts) {
    JsonWriter json(text_);
    json.begin_object().member("description", facts.description);
    json.member_if_told("weight_method", facts.weight_method).member_if_told("ties", facts.ties).end_object();
  }
  void begin_element() {
    text_ += is_first_ ? "\n" : ",\n";
    is_first_ = false;
  }
  void id(ElementId id) {
    text_ += '"';
    text_ += id.letter;
    append_number(text_, id.number);
    text_ += '"';
  }
  template <typename Number>
  void member(std::string_view name, Number value) {
    text_ += name;
    append_number(text_, value);
  }

  OutputBuffer buffer_;
  std::string& text_;
  NetworkJson dialect_;
  bool has_weights_ = false;
  bool is_first_ = true;
  Node node_{};
  std::vector<std::string> of_nodes_;  // how the values of each attribute begin
  std::vector<std::string> of_edges_;
  const std::vector<std::string>* members_ = nullptr;
};

}  // namespace

void write_network_json(std::ostream& out, const NetworkDocument& document, NetworkJson dialect) {
  NetworkJsonWriter json(out, dialect);
  walk_network(document, json);
}

void write_network_json(std::ostream& out, const EventGraph& graph, NetworkJson dialect) {
  NetworkJsonWriter json(out, dialect);
  walk_network(graph, json);
}

}  // namespace entente
