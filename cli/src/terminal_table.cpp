#include "terminal_table.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_width = 8;

struct PrintedColumn {
  bool numeric = false;
  std::size_t width = 0;
  std::vector<std::string> cells;  ///< without the header
};

/// How the numbers of one column are written: all with the same decimals, so that they can be compared by eye.
class NumberStyle {
 public:
  void see(double value) {
    if (!std::isfinite(value)) return;
    whole_ = whole_ && value == std::floor(value) && std::abs(value) < 1e15;
    if (value != 0) least_ = std::min(least_, std::abs(value));
  }
  [[nodiscard]] std::string text(double value) const {
    if (std::isnan(value)) return "–";
    if (whole_) return fmt::format("{:.0f}", value);
    return least_ >= 0.001 ? fmt::format("{:.3f}", value) : fmt::format("{:.3g}", value);
  }

 private:
  bool whole_ = true;
  double least_ = INFINITY;
};

PrintedColumn printed(const Table& table, std::size_t column) {
  PrintedColumn result;
  NumberStyle style;
  for (const auto& row : table.rows) {
    if (const auto* number = std::get_if<double>(&row[column])) style.see(*number);
    result.numeric = result.numeric || std::holds_alternative<double>(row[column]) ||
                     std::holds_alternative<std::int64_t>(row[column]);
  }
  result.width = display_width(terminal_safe(table.columns[column].name));
  result.cells.reserve(table.rows.size());
  for (const auto& row : table.rows) {
    std::string text;
    if (const auto* words = std::get_if<std::string>(&row[column])) text = terminal_safe(*words);
    if (const auto* whole = std::get_if<std::int64_t>(&row[column])) text = std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&row[column])) text = style.text(*number);
    result.width = std::max(result.width, display_width(text));
    result.cells.push_back(std::move(text));
  }
  return result;
}

/// The longest beginning of `text` that takes at most `width` columns with "…" behind it.
std::string cut(const std::string& text, std::size_t width) {
  if (display_width(text) <= width) return text;
  std::size_t end = 0;
  for (std::size_t next = 0; next < text.size();) {
    do ++next;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80);
    if (display_width(std::string_view(text).substr(0, next)) + 1 > width) break;
    end = next;
  }
  return text.substr(0, end) + "…";
}

void fit(std::vector<PrintedColumn>& columns, std::size_t width) {
  std::size_t total = gap * (columns.size() - 1);
  for (const PrintedColumn& column : columns) total += column.width;
  while (total > width) {
    PrintedColumn* widest = nullptr;
    for (PrintedColumn& column : columns) {
      if (!column.numeric && column.width > least_width && (widest == nullptr || column.width > widest->width)) {
        widest = &column;
      }
    }
    if (widest == nullptr) return;
    --widest->width;
    --total;
  }
}

void print_cell(std::string& line, const std::string& text, const PrintedColumn& column, bool last) {
  const std::string shown = cut(text, column.width);
  const std::string padding(column.width - std::min(column.width, display_width(shown)), ' ');
  if (column.numeric) line += padding + shown;
  if (!column.numeric) line += last ? shown : shown + padding;
  if (!last) line.append(gap, ' ');
}

/// A bar of so many eighths of a column.
std::string bar(std::size_t eighths) {
  constexpr std::array<std::string_view, 8> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string text;
  for (; eighths >= 8; eighths -= 8) text += "█";
  return text += parts.at(eighths);
}

double number_in(const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  return 0;
}

/// The bars of one column, all of one width; empty where there is no room or no such column.
std::vector<std::string> bars_of(const Table& table, std::size_t place, std::size_t room) {
  constexpr std::size_t least_width_of_bars = 4;
  constexpr std::size_t most_width_of_bars = 16;
  if (place == table.columns.size() || room < least_width_of_bars) return {};
  double largest = 0;
  for (const auto& row : table.rows) largest = std::max(largest, number_in(row[place]));
  if (!(largest > 0)) return {};
  const std::size_t width = std::min(room, most_width_of_bars);
  std::vector<std::string> bars;
  for (const auto& row : table.rows) {
    const double share = std::max(0.0, number_in(row[place])) / largest;
    bars.push_back(bar(static_cast<std::size_t>(std::ceil(share * static_cast<double>(8 * width)))));
    bars.back().append(width - display_width(bars.back()), ' ');
  }
  return bars;
}

}  // namespace

void print_table(std::ostream& out, const Table& table, const Look& look, std::string_view bars) {
  if (table.columns.empty()) return;
  std::vector<PrintedColumn> columns;
  std::size_t total = 0;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    columns.push_back(printed(table, column));
    total += columns.back().width + gap;
  }
  if (look.width > 0) fit(columns, look.width);
  const auto measured =
      static_cast<std::size_t>(std::ranges::find(table.columns, bars, &Table::Column::name) - table.columns.begin());
  const std::vector<std::string> drawn = bars_of(table, measured, look.width > total ? look.width - total : 0);
  const std::string no_bar(drawn.empty() ? 0 : display_width(drawn.front()) + gap, ' ');
  const auto line_of = [&](const auto& text_of, const std::string& beside) {
    std::string line;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      print_cell(line, text_of(column), columns[column], column + 1 == columns.size());
      if (column == measured) line += beside;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  };
  const auto header = [&](std::size_t column) { return terminal_safe(table.columns[column].name); };
  out << look.quiet(line_of(header, no_bar)) << '\n';
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto cell = [&](std::size_t column) -> const std::string& { return columns[column].cells[row]; };
    const std::string beside = drawn.empty() ? std::string() : look.accented(drawn[row]) + std::string(gap, ' ');
    out << line_of(cell, beside) << '\n';
  }
}

}  // namespace entente::cli
