#include "evaluation_report.hpp"

#include "terminal_table.hpp"

#include <entente/core/unicode.hpp>
#include <entente/io/json_text.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace entente::cli {

namespace {

std::array<std::pair<const char*, const Ratio*>, 3> ratios(const Figures& figures) {
  return {{{"pairs", &figures.pairs}, {"events", &figures.events}, {"persons", &figures.persons}}};
}

std::array<std::pair<const char*, const Share*>, 6> shares(const Figures& figures) {
  return {{{"date", &figures.date},
           {"type", &figures.type},
           {"place", &figures.place},
           {"country", &figures.country},
           {"position", &figures.position},
           {"fullname", &figures.full_name}}};
}

Cell counted_cell(std::uint64_t number) { return static_cast<std::int64_t>(number); }

Table figures_table(const Figures& figures) {
  Table table{{{"figure"}, {"precision"}, {"recall"}, {"F1"}, {"share"}, {"right"}, {"given"}, {"gold"}}, {}};
  for (const auto& [name, ratio] : ratios(figures)) {
    table.rows.push_back({name,
                          ratio->precision(),
                          ratio->recall(),
                          ratio->f1(),
                          {},
                          counted_cell(ratio->right),
                          counted_cell(ratio->given),
                          counted_cell(ratio->wanted)});
  }
  for (const auto& [name, share] : shares(figures))
    table.rows.push_back({name, {}, {}, {}, share->value(), counted_cell(share->right), {}, counted_cell(share->of)});
  const IdentityAgreement& identity = figures.identity;
  table.rows.push_back({"identity", identity.precision, identity.recall, identity.f1(), {}, {}, {}, {}});
  return table;
}

std::string documents_line(const Figures& figures) {
  std::string line = fmt::format("{} {}, {} without event in the gold, {} of these with a false one", figures.documents,
                                 figures.documents == 1 ? "document" : "documents", figures.documents_without_event,
                                 figures.false_documents);
  if (figures.records_of_other_documents > 0)
    line += fmt::format("; records of other documents left out: {}", figures.records_of_other_documents);
  return line;
}

std::string told(const std::string& value) { return value.empty() ? "none" : value; }

std::string in_words(const Difference& difference) {
  switch (difference.kind) {
    case DifferenceKind::false_document:
      return fmt::format("gold none, given {}", difference.given);
    case DifferenceKind::event_missing:
    case DifferenceKind::event_too_many:
      return difference.event;
    case DifferenceKind::participant_missing:
    case DifferenceKind::participant_too_many:
      return fmt::format("{}  [{}]", difference.person, difference.event);
    case DifferenceKind::wrong_date:
    case DifferenceKind::wrong_type:
    case DifferenceKind::wrong_place:
      return fmt::format("gold {}, given {}  [{}]", told(difference.gold), told(difference.given), difference.event);
    case DifferenceKind::wrong_country:
    case DifferenceKind::wrong_position:
    case DifferenceKind::name_too_short:
      return fmt::format("{}: gold {}, given {}  [{}]", difference.person, told(difference.gold),
                         told(difference.given), difference.event);
    case DifferenceKind::persons_merged:
    case DifferenceKind::person_split:
      return fmt::format("gold {}, given {}", difference.gold, difference.given);
  }
  return {};
}

void print_differences(std::ostream& out, const std::vector<Difference>& differences) {
  out << fmt::format("\n{} {}\n", differences.size(), differences.size() == 1 ? "difference" : "differences");
  const std::string* document = nullptr;
  for (const Difference& difference : differences) {
    if (document == nullptr || *document != difference.document) {
      document = &difference.document;
      out << '\n' << (document->empty() ? "several documents" : terminal_safe(*document)) << '\n';
    }
    out << terminal_safe(fmt::format("  {:<20}  {}", to_string(difference.kind), in_words(difference))) << '\n';
    if (!difference.sentence.empty()) out << fmt::format("{:24}{}\n", "", terminal_safe(difference.sentence));
  }
}

}  // namespace

void print_evaluation(std::ostream& out, const Evaluation& evaluation, const Look& look) {
  print_table(out, figures_table(evaluation.figures), look);
  out << documents_line(evaluation.figures) << '\n';
  print_differences(out, evaluation.differences);
}

std::string to_json(const Evaluation& evaluation) {
  const Figures& figures = evaluation.figures;
  std::string text;
  JsonWriter json(text, 2);
  json.begin_object().member("documents", figures.documents);
  for (const auto& [name, ratio] : ratios(figures)) {
    json.key(name).begin_object().member("precision", ratio->precision());
    json.member("recall", ratio->recall()).member("f1", ratio->f1()).end_object();
  }
  for (const auto& [name, share] : shares(figures)) json.member(name, share->value());
  json.member("identity", figures.identity.f1())
      .member("false_docs", figures.false_documents)
      .member("negatives", figures.documents_without_event)
      .member("records_of_other_documents", figures.records_of_other_documents);
  json.key("differences").begin_array();
  for (const Difference& difference : evaluation.differences) {
    json.begin_object()
        .member("kind", to_string(difference.kind))
        .member_if_told("document", difference.document)
        .member_if_told("event", difference.event)
        .member_if_told("person", difference.person)
        .member_if_told("gold", difference.gold)
        .member_if_told("given", difference.given)
        .member_if_told("sentence", difference.sentence)
        .end_object();
  }
  json.end_array().end_object();
  return text + '\n';
}

Table differences_table(const Evaluation& evaluation, bool quotes) {
  Table table{{{"kind"}, {"document"}, {"event"}, {"person"}, {"gold"}, {"given"}}, {}};
  if (quotes) table.columns.push_back({"sentence"});
  for (const Difference& one : evaluation.differences) {
    table.rows.push_back({std::string(to_string(one.kind)), one.document, one.event, one.person, one.gold, one.given});
    if (quotes) table.rows.back().emplace_back(one.sentence);
  }
  return table;
}

}  // namespace entente::cli
