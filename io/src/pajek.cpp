// A label cannot hold a quote, nor its line a break: a quote becomes an apostrophe, all else that is no character to
// print a blank. NetworkX takes labels for identities, and a backslash before the closing quote for the beginning of an
// escape. Gephi takes y for the size where anything stands behind it.

#include "network_walk.hpp"
#include "output_buffer.hpp"
#include "shared_labels.hpp"

#include <entente/core/unicode.hpp>
#include <entente/io/number_text.hpp>
#include <entente/io/pajek.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

namespace {

bool breaks_line(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// Without the quotes around it.
void append_pajek_label(std::string& out, std::string_view text) {
  std::string label = is_utf8(text) ? std::string(text) : repair_utf8(text);
  std::ranges::replace_if(label, breaks_line, ' ');
  std::ranges::replace(label, '"', '\'');
  out += label;
}

class PajekWriter final : public NetworkSink {
 public:
  PajekWriter(std::ostream& out, const EventGraph& graph)
      : buffer_(out), text_(buffer_.text()), shared_labels_(graph, append_pajek_label) {}

  [[nodiscard]] Needs needs() const override { return {.values = false}; }

  void begin(const NetworkFacts& facts) override {
    has_weights_ = facts.has_weights();
    text_ += "*Vertices ";
    append_number(text_, facts.num_nodes);
    if (facts.has_events()) {
      text_ += ' ';
      append_number(text_, facts.num_persons);
    }
    text_ += '\n';
  }
  void begin_node(const Node& node) override {
    append_number(text_, node.row + 1);
    text_ += " \"";
    const std::size_t begin = text_.size();
    append_pajek_label(text_, node.label);
    if (node.id.letter != 'p' || shared_labels_.contains(std::string_view(text_).substr(begin))) {
      text_ += " (";
      text_ += node.id.letter;
      append_number(text_, node.id.number);
      text_ += ')';
    }
    text_ += text_.back() == '\\' ? " \"" : "\"";
    if (node.position) {
      text_ += ' ';
      append_number(text_, node.position->x);
      text_ += ' ';
      append_number(text_, node.position->y);
    }
  }
  void end_node() override { end_line(); }
  void begin_edges() override { text_ += "*Edges\n"; }
  void begin_edge(const Edge& edge) override {
    append_number(text_, edge.source_row + 1);
    text_ += ' ';
    append_number(text_, edge.target_row + 1);
    if (has_weights_) {
      text_ += ' ';
      append_number(text_, edge.weight);
    }
  }
  void end_edge() override { end_line(); }
  void end() override { buffer_.flush(); }

  void text(std::size_t, std::string_view) override {}
  void whole(std::size_t, std::int64_t) override {}
  void number(std::size_t, double) override {}

 private:
  void end_line() {
    text_ += '\n';
    buffer_.flush_if_full();
  }

  OutputBuffer buffer_;
  std::string& text_;
  SharedLabels shared_labels_;
  bool has_weights_ = false;
};

}  // namespace

void write_pajek(std::ostream& out, const NetworkDocument& document) {
  PajekWriter pajek(out, document.graph);
  walk_network(document, pajek);
}

void write_pajek(std::ostream& out, const EventGraph& graph) {
  PajekWriter pajek(out, graph);
  walk_network(graph, pajek);
}

}  // namespace entente
