// GEXF 1.3 as Gephi reads it: attributes declared before nodes, time as intervals only, `value` the first attribute of
// sizes, colours without `hex`, no `type` on edges. A tie's weight over time is the dynamic attribute `weight`; the
// plain one is then left out, for the two would be one column.

#include "network_walk.hpp"
#include "output_buffer.hpp"
#include "spells.hpp"
#include "xml_text.hpp"

#include <entente/core/error.hpp>
#include <entente/io/gexf.hpp>
#include <entente/io/number_text.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace entente {

namespace {

constexpr std::array gexf_types{"string", "integer", "double"};  // in the order of `ValueType`
constexpr int months_a_year = 12;

int months_of(GexfWindow window) {
  constexpr std::array months{12, 3, 1};
  return months.at(static_cast<std::size_t>(window));
}

// The window that a date surely lies in, counted from the year 0.
std::optional<int> window_of(const std::optional<Date>& date, int months) {
  if (!date || !date->has_year() || (months < months_a_year && !date->has_month())) return std::nullopt;
  const int month = date->has_month() ? date->month() - 1 : 0;
  return (date->year() * months_a_year + month) / months;
}

Spell days_of(int window, int months) {
  const int first = window * months;
  const int last = first + months - 1;
  return {*Date::from_parts(first / months_a_year, first % months_a_year + 1, 1)->first_day(),
          *Date::from_parts(last / months_a_year, last % months_a_year + 1, 0)->last_day()};
}

class GexfWriter final : public NetworkSink {
 public:
  GexfWriter(std::ostream& out, const EventGraph& graph, const GexfOptions& options)
      : buffer_(out), text_(buffer_.text()), graph_(graph), options_(options) {
    if (!options.event_weights.empty() && options.event_weights.size() != graph.num_events()) {
      throw Error(ErrorCode::bad_option, "there are " + std::to_string(options.event_weights.size()) + " weights for " +
                                             std::to_string(graph.num_events()) + " events");
    }
  }

  void begin(const NetworkFacts& facts) override {
    has_weights_ = facts.has_weights();
    text_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
        "  <meta>\n"
        "    <creator>entente</creator>\n"
        "    <description>";
    append_xml_text(text_, facts.description);
    if (has_weights_) append_xml_text(text_, " Weight: " + facts.weight_method + ". Ties: " + facts.ties + ".");
    text_ += "</description>\n  </meta>\n  <graph defaultedgetype=\"undirected\" idtype=\"string\"";
    write_time();
    text_ += ">\n";
    declare(facts.of_nodes, "node");
    declare_edges(facts.of_edges);
    openings_of(facts.of_nodes, of_nodes_);
    openings_of(facts.of_edges, of_edges_);
    count("nodes", facts.num_nodes);
    num_edges_ = facts.num_edges;
  }
  void begin_node(const Node& node) override {
    openings_ = &of_nodes_;
    node_ = node;
    begin_element("node", node.id);
    text_ += "\" label=\"";
    append_xml_token(text_, node.label);
    text_ += "\">\n";
  }
  void end_node() override {
    end_values();
    write_spells(node_->events);
    text_ += "        <viz:size value=\"";
    append_number(text_, node_->size);
    text_ += "\"/>\n";
    if (node_->colour) write_colour(*node_->colour);
    if (node_->position) write_position(*node_->position);
    text_ += "      </node>\n";
    buffer_.flush_if_full();
  }
  void begin_edges() override {
    text_ += "    </nodes>\n";
    count("edges", num_edges_);
  }
  void begin_edge(const Edge& edge) override {
    openings_ = &of_edges_;
    edge_ = edge;
    begin_element("edge", edge.id);
    text_ += "\" source=\"";
    id(edge.source);
    text_ += "\" target=\"";
    id(edge.target);
    if (has_weights_ && !options_.window) attribute("weight", edge.weight);
    text_ += "\">\n";
    if (!options_.window) return;
    begin_value("<attvalue for=\"total_weight\" value=\"");
    append_number(text_, edge.weight);
    text_ += "\"/>\n";
    write_windows(edge.events);
  }
  void end_edge() override {
    end_values();
    write_spells(edge_->events);
    text_ += "        <viz:thickness value=\"";
    append_number(text_, edge_->thickness);
    text_ += "\"/>\n      </edge>\n";
    buffer_.flush_if_full();
  }
  void end() override {
    text_ += "    </edges>\n  </graph>\n</gexf>\n";
    buffer_.flush();
  }

  void text(std::size_t attribute, std::string_view value) override {
    begin_value((*openings_)[attribute]);
    append_xml_attribute(text_, value);
    text_ += "\"/>\n";
  }
  void whole(std::size_t attribute, std::int64_t value) override {
    begin_value((*openings_)[attribute]);
    append_number(text_, value);
    text_ += "\"/>\n";
  }
  void number(std::size_t attribute, double value) override {
    begin_value((*openings_)[attribute]);
    append_number(text_, value);
    text_ += "\"/>\n";
  }

 private:
  // Only a graph that has events of a known year changes with time.
  void write_time() {
    std::optional<Spell> all;
    for (const auto& date : graph_.events().date) {
      if (!date || !date->has_year()) continue;
      const Spell spell{*date->first_day(), *date->last_day()};
      all = all ? Spell{std::min(all->first, spell.first), std::max(all->last, spell.last)} : spell;
    }
    if (!all) {
      text_ += " mode=\"static\"";
      return;
    }
    text_ += " mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" start=\"";
    append_day(text_, all->first);
    text_ += "\" end=\"";
    append_day(text_, all->last);
    text_ += '"';
  }

  void declare(std::span<const FileAttribute> attributes, std::string_view elements) {
    begin_declaration(elements, "static");
    for (const FileAttribute& one : attributes) {
      declare_one(one.name, gexf_types.at(static_cast<std::size_t>(one.type)));
    }
    text_ += "    </attributes>\n";
  }
  void declare_edges(std::span<const FileAttribute> attributes) {
    if (!options_.window) return declare(attributes, "edge");
    std::vector<FileAttribute> with_total(attributes.begin(), attributes.end());
    with_total.push_back({"total_weight", ValueType::number});
    declare(with_total, "edge");
    begin_declaration("edge", "dynamic");
    declare_one("weight", "double");
    text_ += "    </attributes>\n";
  }
  void begin_declaration(std::string_view elements, std::string_view mode) {
    text_ += "    <attributes class=\"";
    text_ += elements;
    text_ += "\" mode=\"";
    text_ += mode;
    text_ += "\">\n";
  }
  void declare_one(std::string_view name, std::string_view type) {
    text_ += "      <attribute id=\"";
    text_ += name;
    text_ += "\" title=\"";
    text_ += name;
    text_ += "\" type=\"";
    text_ += type;
    text_ += "\"/>\n";
  }
  static void openings_of(std::span<const FileAttribute> attributes, std::vector<std::string>& openings) {
    for (const FileAttribute& one : attributes) openings.push_back("<attvalue for=\"" + one.name + "\" value=\"");
  }

  void count(std::string_view elements, std::size_t number) {
    text_ += "    <";
    text_ += elements;
    text_ += " count=\"";
    append_number(text_, number);
    text_ += "\">\n";
  }
  void begin_element(std::string_view element, ElementId number) {
    text_ += "      <";
    text_ += element;
    text_ += " id=\"";
    id(number);
  }
  void id(ElementId id) {
    text_ += id.letter;
    append_number(text_, id.number);
  }
  // Of an element whose last attribute is still open.
  void attribute(std::string_view name, double value) {
    text_ += "\" ";
    text_ += name;
    text_ += "=\"";
    append_number(text_, value);
  }
  void begin_value(std::string_view opening) {
    if (!has_values_) text_ += "        <attvalues>\n";
    has_values_ = true;
    text_ += "          ";
    text_ += opening;
  }
  void end_values() {
    if (has_values_) text_ += "        </attvalues>\n";
    has_values_ = false;
  }

  void write_spells(std::span<const EventId> events) {
    bool any = false;
    for_spells(graph_, events, [&](Spell spell) {
      if (!any) text_ += "        <spells>\n";
      any = true;
      text_ += "          <spell";
      write_days(spell);
    });
    if (any) text_ += "        </spells>\n";
  }
  void write_days(Spell spell) {
    text_ += " start=\"";
    append_day(text_, spell.first);
    text_ += "\" end=\"";
    append_day(text_, spell.last);
    text_ += "\"/>\n";
  }

  void write_windows(std::span<const EventId> by_date) {
    const int months = months_of(*options_.window);
    std::optional<int> open;
    double weight = 0;
    const auto close = [&] {
      if (!open || weight == 0) return;
      begin_value("<attvalue for=\"weight\" value=\"");
      append_number(text_, weight);
      text_ += '"';
      write_days(days_of(*open, months));
    };
    for (const EventId event : by_date) {
      const std::optional<int> window = window_of(graph_.events().date[event.index()], months);
      if (!window) continue;
      if (window != open) {
        close();
        weight = 0;
        open = window;
      }
      weight += options_.event_weights.empty() ? 1 : options_.event_weights[event.index()];
    }
    close();
  }

  void write_colour(Colour colour) {
    text_ += "        <viz:color r=\"";
    append_number(text_, int{colour.red});
    text_ += "\" g=\"";
    append_number(text_, int{colour.green});
    text_ += "\" b=\"";
    append_number(text_, int{colour.blue});
    text_ += "\"/>\n";
  }
  void write_position(Position position) {
    text_ += "        <viz:position x=\"";
    append_number(text_, position.x);
    attribute("y", position.y);
    attribute("z", 0);
    text_ += "\"/>\n";
  }

  OutputBuffer buffer_;
  std::string& text_;
  const EventGraph& graph_;
  const GexfOptions& options_;
  bool has_weights_ = false;
  bool has_values_ = false;
  std::size_t num_edges_ = 0;
  std::optional<Node> node_;
  std::optional<Edge> edge_;
  std::vector<std::string> of_nodes_;  // how the values of each attribute begin
  std::vector<std::string> of_edges_;
  const std::vector<std::string>* openings_ = nullptr;
};

}  // namespace

void write_gexf(std::ostream& out, const NetworkDocument& document, const GexfOptions& options) {
  GexfWriter gexf(out, document.graph, options);
  walk_network(document, gexf);
}

void write_gexf(std::ostream& out, const EventGraph& graph) {
  const GexfOptions options;
  GexfWriter gexf(out, graph, options);
  walk_network(graph, gexf);
}

}  // namespace entente
