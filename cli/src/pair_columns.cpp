#include "pair_columns.hpp"

#include "result_tables.hpp"
#include "wrapped_text.hpp"

#include <entente/io/network_document.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

Cell count(std::uint64_t value) { return static_cast<std::int64_t>(value); }
Cell text(std::string_view value) { return std::string(value); }
Cell number(const std::optional<double>& value) {
  if (!value || std::isnan(*value)) return {};
  return *value;
}

// A p-value that is too small for a number is written out.
Cell probability(double log_value) {
  constexpr double least = -700;
  if (log_value >= least || std::isinf(log_value)) return std::exp(log_value);
  const double decimal = log_value / std::log(10.0);
  const double exponent = std::floor(decimal);
  return fmt::format("{:.6f}e{:.0f}", std::pow(10, decimal - exponent), exponent);
}

Cell trend_part(const FoundPairs& found, std::size_t i, double RateRatio::* part) {
  const std::optional<RateRatio>& trend = found.histories[i].trend;
  if (!trend) return {};
  const double value = (*trend).*part;
  return std::isinf(value) ? Cell(std::string("inf")) : Cell(value);
}

const PersonColumns& persons_of(const Material& material) { return material.graph.persons(); }

double expected(const FoundPairs& found, std::size_t i) {
  return found.tests ? found.tests->expected[i] : found.pairs[i].expected;
}

using Found = const FoundPairs&;
using Row = std::size_t;
using enum PairColumnNeeds;

constexpr std::array<PairColumn, 32> table_of_columns{{
    {"a", "a", "identifier of one person", nothing,
     [](const Material& m, Found f, Row i) { return text(persons_of(m).id[f.pairs[i].a.index()]); }},
    {"b", "b", "identifier of the other", nothing,
     [](const Material& m, Found f, Row i) { return text(persons_of(m).id[f.pairs[i].b.index()]); }},
    {"a_name", "person", "name of one", nothing,
     [](const Material& m, Found f, Row i) { return text(persons_of(m).name[f.pairs[i].a.index()]); }},
    {"b_name", "and", "name of the other", nothing,
     [](const Material& m, Found f, Row i) { return text(persons_of(m).name[f.pairs[i].b.index()]); }},
    {"a_country", "country", "country for which one acts", nothing,
     [](const Material& m, Found f, Row i) { return text(persons_of(m).country[f.pairs[i].a.index()]); }},
    {"b_country", "country", "country for which the other acts", nothing,
     [](const Material& m, Found f, Row i) { return text(persons_of(m).country[f.pairs[i].b.index()]); }},
    {"events", "events", "events that both took part in", nothing,
     [](const Material&, Found f, Row i) { return count(f.pairs[i].events); }},
    {"reports", "reports", "documents that tell of them", nothing,
     [](const Material&, Found f, Row i) { return count(f.pairs[i].reports); }},
    {"a_events", "own", "events of the one", nothing,
     [](const Material& m, Found f, Row i) { return count(m.graph.events_of(f.pairs[i].a).size()); }},
    {"b_events", "own", "events of the other", nothing,
     [](const Material& m, Found f, Row i) { return count(m.graph.events_of(f.pairs[i].b).size()); }},
    {"expected", "expected",
     "events that both would take part in by chance: as the test has it, or else events of the one × events of the "
     "other / all events",
     nothing, [](const Material&, Found f, Row i) { return Cell(expected(f, i)); }},
    {"ratio", "ratio", "events / expected", nothing,
     [](const Material&, Found f, Row i) { return number(f.pairs[i].events / expected(f, i)); }},
    {"p", "p", "probability that chance does as much", test,
     [](const Material&, Found f, Row i) { return probability(f.tests->log_p[i]); }},
    {"q", "q", "the same, adjusted for the number of pairs that were tested", test,
     [](const Material&, Found f, Row i) { return probability(f.tests->log_q[i]); }},
    {"plain_p", "plain p", "p without strata", strata,
     [](const Material&, Found f, Row i) { return probability(f.plain_tests->log_p[i]); }},
    {"plain_q", "plain q", "q without strata", strata,
     [](const Material&, Found f, Row i) { return probability(f.plain_tests->log_q[i]); }},
    {"weight", "weight", "weight of the tie, as --weight has it", nothing,
     [](const Material&, Found f, Row i) { return Cell(f.pairs[i].weight); }},
    {"first", "first", "date of the first event of known year", nothing,
     [](const Material&, Found f, Row i) { return Cell(date_text(f.pairs[i].first)); }},
    {"last", "last", "date of the last one", nothing,
     [](const Material&, Found f, Row i) { return Cell(date_text(f.pairs[i].last)); }},
    {"span", "days", "days from the first to the last event that is dated to the day", nothing,
     [](const Material&, Found f, Row i) {
       const std::optional<Day>& span = f.histories[i].span_days;
       return span ? Cell(static_cast<std::int64_t>(*span)) : Cell();
     }},
    {"mean_interval", "mean interval", "mean of the days between two meetings", nothing,
     [](const Material&, Found f, Row i) { return number(f.histories[i].mean_interval); }},
    {"median_interval", "median interval", "median of the days between two meetings", nothing,
     [](const Material&, Found f, Row i) { return number(f.histories[i].median_interval); }},
    {"burstiness", "burstiness",
     "-1 regular, 0 at random, towards 1 in bursts (Kim and Jo 2016); from 6 dated meetings on", nothing,
     [](const Material&, Found f, Row i) { return number(f.histories[i].burstiness); }},
    {"trend", "trend", "rate of meetings in the last window (--window), divided by that before", nothing,
     [](const Material&, Found f, Row i) { return trend_part(f, i, &RateRatio::ratio); }},
    {"trend_low", "trend from", "lower limit of the trend, exact interval of 95 %", nothing,
     [](const Material&, Found f, Row i) { return trend_part(f, i, &RateRatio::lower); }},
    {"trend_high", "trend to", "upper limit of the trend", nothing,
     [](const Material&, Found f, Row i) { return trend_part(f, i, &RateRatio::upper); }},
    {"bilateral", "bilateral", "share of the events in which nobody else took part", nothing,
     [](const Material&, Found f, Row i) { return Cell(f.histories[i].bilateral_share); }},
    {"usual_type", "type", "most frequent type of their events", nothing,
     [](const Material&, Found f, Row i) {
       const auto& type = f.histories[i].usual_type;
       return type ? text(to_string(*type)) : Cell();
     }},
    {"usual_place", "place", "most frequent place of their events", nothing,
     [](const Material&, Found f, Row i) { return text(f.histories[i].usual_place); }},
    {"event_ids", "events", "identifiers of the events", nothing,
     [](const Material& m, Found f, Row i) {
       return Cell(tie_evidence(m.graph, f.pairs[i].a, f.pairs[i].b, false).events);
     }},
    {"documents", "documents", "documents that tell of them", nothing,
     [](const Material& m, Found f, Row i) {
       return Cell(tie_evidence(m.graph, f.pairs[i].a, f.pairs[i].b, false).documents);
     }},
    {"sentence", "sentence", "the latest sentence that tells of them", nothing,
     [](const Material& m, Found f, Row i) {
       return Cell(tie_evidence(m.graph, f.pairs[i].a, f.pairs[i].b, true).sentence);
     }},
}};

constexpr std::array<std::string_view, 7> shown_untested{"a_name", "b_name", "events", "reports",
                                                         "weight", "first",  "last"};
constexpr std::array<std::string_view, 8> shown_tested{"a_name", "b_name", "events", "expected",
                                                       "ratio",  "q",      "first",  "last"};
constexpr std::array<std::string_view, 8> shown_in_strata{"a_name", "b_name",  "events", "expected",
                                                          "q",      "plain_q", "first",  "last"};

const PairColumn& column_of(std::string_view name) {
  return *std::ranges::find(table_of_columns, name, &PairColumn::name);
}

std::vector<const PairColumn*> named_columns(const Session& session) {
  std::vector<const PairColumn*> columns;
  for (const std::string& name : session.study.pairs.columns) columns.push_back(&column_of(name));
  return columns;
}

}  // namespace

std::span<const PairColumn> pair_columns() { return table_of_columns; }

std::vector<const PairColumn*> columns_for_files(const Session& session, const FoundPairs& found) {
  std::vector<const PairColumn*> columns = named_columns(session);
  if (columns.empty()) {
    for (const PairColumn& column : table_of_columns) columns.push_back(&column);
  }
  std::erase_if(columns, [&](const PairColumn* column) {
    return (column->needs == test && !found.tests) || (column->needs == strata && !found.plain_tests) ||
           (column->name == "sentence" && !session.study.evidence.quotes);
  });
  return columns;
}

std::vector<const PairColumn*> columns_for_terminal(const Session& session, const FoundPairs& found) {
  if (!session.study.pairs.columns.empty()) return columns_for_files(session, found);
  std::vector<const PairColumn*> columns;
  std::span<const std::string_view> names = shown_untested;
  if (found.tests) names = shown_tested;
  if (found.plain_tests) names = shown_in_strata;
  for (const std::string_view name : names) columns.push_back(&column_of(name));
  const ProjectionOptions& projection = session.study.network.projection;
  const bool is_number_of_events = projection.weight == Weight::count && projection.half_life_days == 0;
  if (is_number_of_events) std::erase(columns, &column_of("weight"));
  return columns;
}

Table pairs_table(const Material& material, const FoundPairs& found, std::span<const PairColumn* const> columns,
                  bool titles, std::size_t begin, std::size_t end) {
  Table table;
  for (const PairColumn* column : columns) {
    table.columns.push_back({std::string(titles ? column->title : column->name), std::string(column->sentence)});
  }
  table.rows.reserve(end - begin);
  for (std::size_t pair = begin; pair < end; ++pair) {
    std::vector<Cell>& row = table.rows.emplace_back();
    row.reserve(columns.size());
    for (const PairColumn* column : columns) row.push_back(column->cell(material, found, pair));
  }
  return table;
}

std::string pair_columns_help() {
  std::string help = "Columns (docs/methods.md has formulas and sources):\n";
  for (const PairColumn& column : table_of_columns) {
    const std::string_view needs = column.needs == test ? " (--test)" : column.needs == strata ? " (--strata)" : "";
    const std::string sentence = fmt::format("{}{}", column.sentence, needs);
    help += fmt::format("  {:<16} {}\n", column.name, fmt::join(wrapped_lines(sentence, 60), "\n                   "));
  }
  return help;
}

}  // namespace entente::cli
