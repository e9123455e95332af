// Two dialects. Graphviz' own is made to be looked at: where persons have positions, as discs at these, with labels
// where there is room; otherwise labels inside boxes, so that no layout lets a line run through a name. Clusters are
// laid out by `fdp`, the engine of Graphviz that keeps them apart. Gephi's
// importer reads statement by statement and loses the whole file at a default statement (`node [...]`), takes a graph
// attribute for a node, and makes hexadecimal colours invisible: for it each statement stands alone, colours are HSV,
// and the leading comment has a letter beyond ASCII, or Gephi would guess another encoding than UTF-8.

#include "check_document.hpp"
#include "community_colours.hpp"
#include "dot_drawing.hpp"
#include "output_buffer.hpp"

#include <entente/core/unicode.hpp>
#include <entente/io/dot.hpp>
#include <entente/io/number_text.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace {

// In quotes; a backslash is doubled, since labels know escapes such as \N.
void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : is_utf8(text) ? std::string(text) : repair_utf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  out += '"';
}

double to_hundredths(double value) { return std::round(value * 100) / 100; }

// `least` to `most` as the square root of the share that `value` has of `largest`.
double scaled(double value, double largest, double least, double most) {
  return largest > 0 ? to_hundredths(least + (most - least) * std::sqrt(value / largest)) : least;
}

class DotWriter {
 public:
  DotWriter(std::ostream& out, const NetworkDocument& document, const DotOptions& options)
      : buffer_(out),
        text_(buffer_.text()),
        document_(document),
        profile_(options.profile),
        has_clusters_(options.clusters && profile_ == DotProfile::graphviz && !document.communities.empty()) {
    const PersonNetwork& network = document.network;
    strengths_.resize(network.num_persons());
    for (std::size_t row = 0; row < strengths_.size(); ++row) {
      const auto weights = network.weights_of(PersonId(row));
      strengths_[row] = std::accumulate(weights.begin(), weights.end(), 0.0);
    }
    choose(options.max_persons);
    colours_ = community_colours(document.communities);
    if (has_positions()) arrange();
  }

  void write() {
    text_ += "// entente – UTF-8. The weight of a tie is a strength (" + safe_comment(document_.weight) +
             "), not a length.\n// Ties: " + ties_told(document_) + ".\n";
    text_ += "graph entente {\n";
    if (profile_ == DotProfile::graphviz) write_defaults();
    if (has_clusters_) {
      write_clusters();
    } else {
      for (const std::size_t row : drawing_order()) write_person(row);
    }
    for (std::size_t row = 0; row < strengths_.size(); ++row) {
      if (is_drawn_[row]) write_ties(row);
    }
    text_ += "}\n";
    buffer_.flush();
  }

 private:
  // The persons of greatest strength, and the largest values among what is drawn, which set the scale.
  void choose(std::size_t max_persons) {
    const std::size_t num_persons = strengths_.size();
    is_drawn_.assign(num_persons, max_persons == 0 || max_persons >= num_persons);
    if (max_persons > 0 && max_persons < num_persons) {
      std::vector<std::size_t> order(num_persons);
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::ranges::stable_sort(order, std::ranges::greater{}, [this](std::size_t row) { return strengths_[row]; });
      for (std::size_t rank = 0; rank < max_persons; ++rank) is_drawn_[order[rank]] = true;
    }
    for (std::size_t row = 0; row < num_persons; ++row) {
      if (!is_drawn_[row]) continue;
      largest_strength_ = std::max(largest_strength_, strengths_[row]);
      const auto weights = document_.network.weights_of(PersonId(row));
      const auto neighbours = document_.network.neighbours_of(PersonId(row));
      for (std::size_t at = 0; at < weights.size(); ++at) {
        if (is_drawn_[neighbours[at].index()]) largest_weight_ = std::max(largest_weight_, weights[at]);
      }
    }
  }

  [[nodiscard]] bool has_positions() const { return !document_.positions.empty() && !has_clusters_; }

  void arrange() {
    std::vector<std::size_t> rows;
    std::vector<std::string_view> names;
    std::size_t num_ties = 0;
    for (std::size_t row = 0; row < strengths_.size(); ++row) {
      names.push_back(label_of(row));
      if (!is_drawn_[row]) continue;
      rows.push_back(row);
      for (const PersonId other : document_.network.ties_of(PersonId(row)).others) {
        num_ties += is_drawn_[other.index()] ? 1U : 0U;
      }
    }
    drawing_ = dot_drawing(document_.positions, strengths_, drawn_radii(document_.network), names, rows, num_ties);
  }

  [[nodiscard]] std::string_view label_of(std::size_t row) const {
    const PersonColumns& persons = document_.graph.persons();
    return persons.name[row].empty() ? persons.id[row] : persons.name[row];
  }

  static std::string safe_comment(std::string comment) {
    std::ranges::replace_if(comment, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return comment;
  }

  void write_defaults() {
    if (has_positions()) {
      text_ +=
          "  graph [layout=nop2, splines=line, outputorder=edgesfirst, bgcolor=white, size=\"20,20\", pad=0.4];\n"
          "  node [shape=circle, style=filled, fixedsize=true, label=\"\", color=\"#555555\", penwidth=";
      append_number(text_, to_hundredths(0.5 * drawing_.pen_scale));
      text_ += ", fontname=\"Helvetica,Arial,sans-serif\", fontcolor=\"#111111\"];\n";
      return;
    }
    text_ += has_clusters_ ? "  graph [layout=fdp, overlap=false, "
                           : "  graph [layout=sfdp, overlap=prism, overlap_scaling=-6, sep=\"+6\", K=1.2, "
                             "repulsiveforce=1.4, ";
    text_ +=
        "splines=line, outputorder=edgesfirst, bgcolor=white, fontname=\"Helvetica,Arial,sans-serif\"];\n"
        "  node [shape=box, style=\"rounded,filled\", color=\"#555555\", penwidth=0.6, margin=\"0.08,0.04\", width=0, "
        "height=0, "
        "fontname=\"Helvetica,Arial,sans-serif\", fontcolor=\"#111111\"];\n"
        "  edge [color=\"#33445560\"];\n";
  }

  /// Those with a label come last, the strongest at the very end: nobody is drawn over a name.
  [[nodiscard]] std::vector<std::size_t> drawing_order() const {
    std::vector<std::size_t> order;
    std::vector<std::size_t> labelled;
    for (std::size_t row = 0; row < strengths_.size(); ++row) {
      if (!is_drawn_[row]) continue;
      (has_positions() && drawing_.labels[row] ? labelled : order).push_back(row);
    }
    std::ranges::stable_sort(labelled, std::ranges::less{}, [this](std::size_t row) { return strengths_[row]; });
    order.insert(order.end(), labelled.begin(), labelled.end());
    return order;
  }

  /// Each community in a box, but for persons who are alone in theirs.
  void write_clusters() {
    std::map<std::uint32_t, std::vector<std::size_t>> members;
    for (std::size_t row = 0; row < strengths_.size(); ++row) {
      if (is_drawn_[row]) members[document_.communities[row]].push_back(row);
    }
    for (const auto& [community, rows] : members) {
      if (rows.size() > 1) {
        text_ += "  subgraph \"cluster_";
        append_number(text_, community);
        text_ += "\" {\n  graph [style=\"rounded,filled\", fillcolor=\"#f6f6f6\", color=\"#cccccc\"];\n";
      }
      for (const std::size_t row : rows) write_person(row);
      if (rows.size() > 1) text_ += "  }\n";
    }
  }

  void begin_statement(std::size_t row) {
    text_ += "  \"p";
    append_number(text_, row);
    text_ += '"';
    first_attribute_ = true;
  }
  void name(std::string_view attribute) {
    text_ += first_attribute_ ? " [" : ", ";
    first_attribute_ = false;
    text_ += attribute;
    text_ += '=';
  }
  void attribute(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    name(key);
    append_quoted(text_, value);
  }
  template <typename Number>
    requires std::is_arithmetic_v<Number>
  void attribute(std::string_view key, Number value) {
    name(key);
    append_number(text_, value);
  }
  void end_statement() {
    text_ += "];\n";
    buffer_.flush_if_full();
  }

  void write_person(std::size_t row) {
    constexpr double smallest_font = 10;
    constexpr double largest_font = 30;
    const PersonColumns& persons = document_.graph.persons();
    const Colour colour = colours_.empty() ? neutral_colour() : colours_[row];
    begin_statement(row);
    const std::string_view label = label_of(row);
    if (has_positions()) attribute("pos", place(spread_position(row)));
    if (profile_ == DotProfile::graphviz && has_positions()) {
      write_disc(row, colour);
      end_statement();
      return;
    }
    attribute("label", label);
    if (profile_ == DotProfile::graphviz) {
      attribute("fillcolor", hexadecimal(colour));
      attribute("fontsize", scaled(strengths_[row], largest_strength_, smallest_font, largest_font));
      attribute("tooltip", tooltip(row, label));
    } else {
      attribute("color", hue_saturation_value(colour));
      attribute("person", persons.id[row]);
      attribute("country", persons.country[row]);
      attribute("organisation", persons.organisation[row]);
      attribute("position", persons.position[row]);
      attribute("rank", persons.rank[row]);
      attribute("events", document_.graph.events_of(PersonId(row)).size());
      if (!document_.communities.empty()) attribute("community", document_.communities[row]);
    }
    end_statement();
  }

  [[nodiscard]] Position spread_position(std::size_t row) const {
    const Position& position = document_.positions[row];
    return {to_hundredths(drawing_.spread * position.x), to_hundredths(drawing_.spread * position.y)};
  }

  static std::string place(const Position& position) {
    std::string text = number_text(position.x);
    text += ',';
    append_number(text, position.y);
    return text;
  }

  void write_disc(std::size_t row, Colour colour) {
    constexpr double points_an_inch = 72;
    attribute("width", std::round(drawing_.radii[row] * 2 / points_an_inch * 1000) / 1000);
    attribute("fillcolor", hexadecimal(colour));
    if (const auto& label = drawing_.labels[row]) {
      attribute("xlabel", label_of(row));
      attribute("xlp", place({to_hundredths(label->middle.x), to_hundredths(label->middle.y)}));
      attribute("fontsize", label->font_size);
    }
    attribute("tooltip", tooltip(row, label_of(row)));
  }

  /// The colour of the community that both ends are of, or grey.
  [[nodiscard]] std::string tie_colour(std::size_t a, std::size_t b) const {
    constexpr Colour grey{0x66, 0x77, 0x88};
    const bool is_within = !colours_.empty() && document_.communities[a] == document_.communities[b];
    const Colour colour = is_within && colours_[a] != neutral_colour() ? darker(colours_[a]) : grey;
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text = hexadecimal(colour);
    text += hex[drawing_.tie_opacity >> 4U];
    text += hex[drawing_.tie_opacity & 0xFU];
    return text;
  }
  static Colour darker(Colour colour) {
    const auto part = [](std::uint8_t value) { return static_cast<std::uint8_t>(value * 3 / 4); };
    return {part(colour.red), part(colour.green), part(colour.blue)};
  }

  std::string tooltip(std::size_t row, std::string_view label) const {
    const PersonColumns& persons = document_.graph.persons();
    std::string text(label);
    for (const std::string_view fact : {persons.position[row], persons.country[row]}) {
      if (!fact.empty()) text.append(", ").append(fact);
    }
    return text;
  }

  void write_ties(std::size_t row) {
    constexpr double thinnest_pen = 0.6;
    constexpr double thickest_pen = 6;
    const TieRow ties = document_.network.ties_of(PersonId(row));
    for (std::size_t i = 0; i < ties.size(); ++i) {
      const Tie tie = ties[i];
      if (!is_drawn_[tie.b.index()]) continue;
      begin_statement(row);
      text_ += " -- \"p";
      append_number(text_, tie.b.index());
      text_ += '"';
      attribute("weight", tie.weight);
      const double pen = scaled(tie.weight, largest_weight_, thinnest_pen, thickest_pen);
      if (profile_ == DotProfile::graphviz && has_positions()) {
        attribute("penwidth", to_hundredths(pen * drawing_.pen_scale));
        attribute("color", tie_colour(row, tie.b.index()));
      } else {
        attribute("penwidth", pen);
      }
      if (profile_ == DotProfile::gephi) {
        attribute("events", tie.events);
        if (tie.first) attribute("first_date", tie.first->to_string());
        if (tie.last) attribute("last_date", tie.last->to_string());
      }
      end_statement();
    }
  }

  OutputBuffer buffer_;
  std::string& text_;
  const NetworkDocument& document_;
  DotProfile profile_;
  bool has_clusters_;
  std::vector<double> strengths_;
  std::vector<bool> is_drawn_;
  std::vector<Colour> colours_;
  DotDrawing drawing_;
  double largest_strength_ = 0;
  double largest_weight_ = 0;
  bool first_attribute_ = true;
};

}  // namespace

void write_dot(std::ostream& out, const NetworkDocument& document, const DotOptions& options) {
  check_document(document);
  DotWriter(out, document, options).write();
}

}  // namespace entente
