// GML as NetworkX, igraph and Gephi read it alike: NetworkX takes ASCII only, wants labels that are unique and a point
// in real numbers; Gephi loses a number with a bracket right behind it. Keys are letters and digits, as the format
// asks.

#include "network_walk.hpp"
#include "output_buffer.hpp"
#include "shared_labels.hpp"

#include <entente/core/unicode.hpp>
#include <entente/io/gml.hpp>
#include <entente/io/number_text.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace {

// The character that begins at `at` in valid UTF-8; moves `at` behind it.
char32_t take_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  const char32_t lead = byte(at);
  const std::size_t trailing = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t character = lead & (0x3FU >> trailing);
  for (std::size_t i = 1; i <= trailing; ++i) character = character << 6U | (byte(at + i) & 0x3FU);
  at += trailing + 1;
  return character;
}

// Without the quotes around it. Control characters become blanks.
void append_gml_text(std::string& out, std::string_view text) {
  if (!is_utf8(text)) return append_gml_text(out, repair_utf8(text));
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      out += "&#";
      append_number(out, static_cast<std::uint32_t>(take_character(text, at)));
      out += ';';
      continue;
    }
    ++at;
    if (byte == '"') {
      out += "&quot;";
    } else if (byte == '&') {
      out += "&amp;";
    } else {
      out += byte < 0x20 || byte == 0x7F ? ' ' : static_cast<char>(byte);
    }
  }
}

void append_real(std::string& out, double value) {
  const std::size_t begin = out.size();
  append_number(out, value);
  if (out.find('.', begin) == std::string::npos) out.insert(std::min(out.find('e', begin), out.size()), ".0");
}

// `first_date` as `firstDate`.
std::string gml_key(std::string_view name) {
  std::string key;
  bool is_start = false;
  for (const char c : name) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) == 0) {
      is_start = true;
      continue;
    }
    key += is_start ? static_cast<char>(std::toupper(letter)) : c;
    is_start = false;
  }
  return key;
}

class GmlWriter final : public NetworkSink {
 public:
  GmlWriter(std::ostream& out, const EventGraph& graph)
      : buffer_(out), text_(buffer_.text()), shared_labels_(graph, append_gml_text) {}

  void begin(const NetworkFacts& facts) override {
    has_weights_ = facts.has_weights();
    for (const FileAttribute& one : facts.of_nodes) of_nodes_.push_back("    " + gml_key(one.name) + ' ');
    for (const FileAttribute& one : facts.of_edges) of_edges_.push_back("    " + gml_key(one.name) + ' ');
    text_ += "Creator \"entente\"\ngraph [\n  directed 0\n";
    fact("description", facts.description);
    if (has_weights_) {
      fact("weightMethod", facts.weight_method);
      fact("ties", facts.ties);
    }
  }
  void begin_node(const Node& node) override {
    keys_ = &of_nodes_;
    node_ = node;
    text_ += "  node [\n    id ";
    append_number(text_, node.row);
    text_ += "\n    label \"";
    const std::size_t begin = text_.size();
    append_gml_text(text_, node.label);
    if (node.id.letter != 'p' || shared_labels_.contains(std::string_view(text_).substr(begin))) {
      text_ += " (";
      text_ += node.id.letter;
      append_number(text_, node.id.number);
      text_ += ')';
    }
    text_ += "\"\n";
  }
  void end_node() override {
    text_ += "    graphics [\n";
    if (node_.position) {
      text_ += "      x ";
      append_real(text_, node_.position->x);
      text_ += "\n      y ";
      append_real(text_, node_.position->y);
      text_ += '\n';
    }
    text_ += "      w ";
    append_real(text_, node_.size);
    text_ += '\n';
    if (node_.colour) text_ += "      fill \"" + hexadecimal(*node_.colour) + "\"\n";
    text_ += "    ]\n  ]\n";
    buffer_.flush_if_full();
  }
  void begin_edge(const Edge& edge) override {
    keys_ = &of_edges_;
    text_ += "  edge [\n    source ";
    append_number(text_, edge.source_row);
    text_ += "\n    target ";
    append_number(text_, edge.target_row);
    if (has_weights_) {
      text_ += "\n    weight ";
      append_real(text_, edge.weight);
    }
    text_ += '\n';
  }
  void end_edge() override {
    text_ += "  ]\n";
    buffer_.flush_if_full();
  }
  void end() override {
    text_ += "]\n";
    buffer_.flush();
  }

  void text(std::size_t attribute, std::string_view value) override {
    text_ += (*keys_)[attribute];
    quoted(value);
  }
  void whole(std::size_t attribute, std::int64_t value) override {
    text_ += (*keys_)[attribute];
    append_number(text_, value);
    text_ += '\n';
  }
  void number(std::size_t attribute, double value) override {
    text_ += (*keys_)[attribute];
    append_real(text_, value);
    text_ += '\n';
  }

 private:
  void fact(std::string_view key, std::string_view value) {
    text_ += "  ";
    text_ += key;
    text_ += ' ';
    quoted(value);
  }
  void quoted(std::string_view value) {
    text_ += '"';
    append_gml_text(text_, value);
    text_ += "\"\n";
  }

  OutputBuffer buffer_;
  std::string& text_;
  SharedLabels shared_labels_;
  bool has_weights_ = false;
  Node node_{};
  std::vector<std::string> of_nodes_;  // how the values of each attribute begin
  std::vector<std::string> of_edges_;
  const std::vector<std::string>* keys_ = nullptr;
};

}  // namespace

void write_gml(std::ostream& out, const NetworkDocument& document) {
  GmlWriter gml(out, document.graph);
  walk_network(document, gml);
}

void write_gml(std::ostream& out, const EventGraph& graph) {
  GmlWriter gml(out, graph);
  walk_network(graph, gml);
}

}  // namespace entente
