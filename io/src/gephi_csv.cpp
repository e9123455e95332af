// Gephi guesses the types of columns, and matches the names of its own in any case: none of ours may differ from
// another by case only, nor contain "interval" or "timestamp". Every row has a cell for each column.

#include "csv_text.hpp"
#include "network_walk.hpp"
#include "output_buffer.hpp"
#include "spells.hpp"

#include <entente/io/gephi_csv.hpp>
#include <entente/io/number_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

namespace {

enum class GephiTable : std::uint8_t { nodes, edges };

class GephiCsvWriter final : public NetworkSink {
 public:
  GephiCsvWriter(std::ostream& out, const EventGraph& graph, GephiTable table, const GephiCsvOptions& options)
      : buffer_(out),
        text_(buffer_.text()),
        graph_(graph),
        table_(table),
        formulas_(options.raw ? Formulas::raw : Formulas::defused) {}

  [[nodiscard]] Needs needs() const override {
    return {.nodes = table_ == GephiTable::nodes, .edges = table_ == GephiTable::edges};
  }

  void begin(const NetworkFacts& facts) override {
    const bool is_nodes = table_ == GephiTable::nodes;
    has_weights_ = facts.has_weights();
    text_ += is_nodes ? "Id,Label" : has_weights_ ? "Source,Target,Type,Id,Weight" : "Source,Target,Type,Id";
    const auto& attributes = is_nodes ? facts.of_nodes : facts.of_edges;
    num_attributes_ = attributes.size();
    for (const FileAttribute& one : attributes) text_ += "," + one.name;
    text_ += ",timeset\n";
  }
  void begin_node(const Node& node) override {
    id(node.id);
    text_ += ',';
    append_csv_text(text_, node.label, formulas_);
    begin_values(node.events);
  }
  void end_node() override { end_row(); }
  void begin_edge(const Edge& edge) override {
    id(edge.source);
    text_ += ',';
    id(edge.target);
    text_ += ",Undirected,";
    id(edge.id);
    if (has_weights_) {
      text_ += ',';
      append_number(text_, edge.weight);
    }
    begin_values(edge.events);
  }
  void end_edge() override { end_row(); }
  void end() override { buffer_.flush(); }

  void text(std::size_t attribute, std::string_view value) override {
    go_to(attribute);
    append_csv_text(text_, value, formulas_);
  }
  void whole(std::size_t attribute, std::int64_t value) override {
    go_to(attribute);
    append_number(text_, value);
  }
  void number(std::size_t attribute, double value) override {
    go_to(attribute);
    append_number(text_, value);
  }

 private:
  void id(ElementId id) {
    text_ += id.letter;
    append_number(text_, id.number);
  }
  void begin_values(std::span<const EventId> events) {
    next_ = 0;
    events_ = events;
  }
  // To the cell of the attribute, past those that are not told.
  void go_to(std::size_t attribute) {
    text_.append(attribute + 1 - next_, ',');
    next_ = attribute + 1;
  }
  void end_row() {
    go_to(num_attributes_);
    std::size_t num_spells = 0;
    const std::size_t begin = text_.size();
    for_spells(graph_, events_, [&](Spell spell) {
      text_ += num_spells++ == 0 ? "\"<[" : "; [";
      append_day(text_, spell.first);
      text_ += ", ";
      append_day(text_, spell.last);
      text_ += ']';
    });
    if (num_spells == 1) text_.erase(begin + 1, 1);
    if (num_spells > 1) text_ += '>';
    if (num_spells > 0) text_ += '"';
    text_ += '\n';
    buffer_.flush_if_full();
  }

  OutputBuffer buffer_;
  std::string& text_;
  const EventGraph& graph_;
  GephiTable table_;
  Formulas formulas_;
  bool has_weights_ = false;
  std::size_t num_attributes_ = 0;
  std::size_t next_ = 0;
  std::span<const EventId> events_;
};

void write_gephi_table(std::ostream& out, const NetworkDocument& document, GephiTable table,
                       const GephiCsvOptions& options) {
  GephiCsvWriter csv(out, document.graph, table, options);
  walk_network(document, csv);
}
void write_gephi_table(std::ostream& out, const EventGraph& graph, GephiTable table, const GephiCsvOptions& options) {
  GephiCsvWriter csv(out, graph, table, options);
  walk_network(graph, csv);
}

}  // namespace

void write_gephi_nodes(std::ostream& out, const NetworkDocument& document, const GephiCsvOptions& options) {
  write_gephi_table(out, document, GephiTable::nodes, options);
}
void write_gephi_edges(std::ostream& out, const NetworkDocument& document, const GephiCsvOptions& options) {
  write_gephi_table(out, document, GephiTable::edges, options);
}
void write_gephi_nodes(std::ostream& out, const EventGraph& graph, const GephiCsvOptions& options) {
  write_gephi_table(out, graph, GephiTable::nodes, options);
}
void write_gephi_edges(std::ostream& out, const EventGraph& graph, const GephiCsvOptions& options) {
  write_gephi_table(out, graph, GephiTable::edges, options);
}

}  // namespace entente
