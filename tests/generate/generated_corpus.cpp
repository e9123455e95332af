#include "generated_corpus.hpp"

#include <entente/io/input.hpp>

#include <sstream>

#include <catch2/catch.hpp>
#include <simdjson.h>

namespace entente::test {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;

std::string text(element value) { return std::string(value.get_string().value()); }

std::vector<std::uint64_t> numbers(element value) {
  std::vector<std::uint64_t> found;
  for (const element one : array(value)) found.push_back(std::uint64_t(one));
  return found;
}

std::vector<Truth::Planting> plantings(element rows) {
  std::vector<Truth::Planting> found;
  for (const element row : array(rows)) {
    const array cells = row;
    found.push_back({numbers(cells.at(0)), std::uint64_t(cells.at(1)), std::uint64_t(cells.at(2)),
                     cells.size() > 3 ? double(cells.at(3)) : 0.0});
  }
  return found;
}

Truth read_truth(const std::string& json) {
  Truth truth;
  simdjson::dom::parser parser;
  const element root = parser.parse(json);
  for (const element row : array(root["communities"])) {
    const array cells = row;
    truth.communities.push_back({text(cells.at(0)), std::uint64_t(cells.at(2)), std::uint64_t(cells.at(3))});
  }
  for (const element row : array(root["offices"])) {
    const array cells = row;
    truth.terms.push_back(
        {text(cells.at(0)), text(cells.at(1)), text(cells.at(3)), text(cells.at(4)), std::uint64_t(cells.at(2))});
  }
  for (const element row : array(root["names"])) {
    const array cells = row;
    const element community = cells.at(2);
    truth.persons.push_back({text(cells.at(0)), text(cells.at(1)), community.is_null() ? -1 : std::int64_t(community)});
  }
  for (const element row : array(root["documents"])) {
    const array cells = row;
    const bool is_new =
        truth.documents.emplace(text(cells.at(0)), Truth::Document{std::uint64_t(cells.at(1)), numbers(cells.at(2))})
            .second;
    REQUIRE(is_new);
  }
  truth.pairs = plantings(root["pairs"]);
  truth.groups = plantings(root["groups"]);
  return truth;
}

}  // namespace

generate::Corpus make_corpus(const generate::GenerateOptions& options, const Run& run) {
  static const generate::Tables tables = generate::read_tables(ENTENTE_SOURCE_DIR "/configs/generate");
  return generate::Corpus(tables, options, run);
}

GeneratedCorpus generated_corpus(const generate::GenerateOptions& options, const Run& run) {
  const generate::Corpus corpus = make_corpus(options, run);
  GeneratedCorpus generated;
  std::ostringstream records;
  const std::uint64_t num_records = generate::write_records(corpus, records, true, run);
  std::ostringstream truth;
  generate::write_truth(corpus, truth, run);
  generated.record_lines = records.str();
  generated.truth_text = truth.str();
  generated.truth = read_truth(generated.truth_text);
  std::istringstream again(generated.record_lines);
  const std::vector<std::string> paths{"-"};
  read_inputs(paths, again,
              {.article = [](Article&&) { FAIL("an article"); },
               .record = [&](Record&& record, const Place&) { generated.records.push_back(std::move(record)); },
               .rejected = [](Rejected&& rejected) { FAIL(rejected.message); }},
              {}, {.strict = true});
  REQUIRE(generated.records.size() == num_records);
  return generated;
}

}  // namespace entente::test
