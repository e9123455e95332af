// The five articles that the project started from, as records made by hand and, where they are at hand, as articles.
// The figures were worked out from the texts, not by entente.

#include "command_runner.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace entente::test;

namespace {

using Row = std::map<std::string, std::string>;

/// Rows of a CSV without quoted fields.
std::vector<Row> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.emplace_back();
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, ',');) lines.back().push_back(field);
  }
  std::vector<Row> rows;
  for (std::size_t line = 1; line < lines.size(); ++line) {
    for (std::size_t field = 0; field < lines[line].size(); ++field) {
      rows.resize(line);
      rows.back()[lines.front().at(field)] = lines[line][field];
    }
  }
  return rows;
}

void require_seeds(const std::string& input) {
  const Outcome ranking =
      run_entente({"rank", input, "--measure", "pagerank,degree,strength", "--format", "csv", "--quiet"});
  INFO(ranking.err);
  REQUIRE(ranking.status == 0);
  std::vector<Row> persons = csv_rows(ranking.out);
  REQUIRE(persons.size() == 10);
  CHECK(persons[0]["id"] == "zakir-hasanov");
  CHECK(persons[0]["degree"] == "7");
  CHECK(persons[0]["strength"] == "8");
  CHECK(std::stod(persons[0]["pagerank"]) == Approx(0.260).margin(0.0005));
  CHECK(persons[1]["name"] == "Selcuk Bayraktaroglu");
  CHECK(persons[1]["degree"] == "3");
  CHECK(std::stod(persons[1]["pagerank"]) == Approx(0.114).margin(0.0005));
  CHECK(persons[2]["name"] == "Karim Valiyev");
  CHECK(persons[2]["degree"] == "3");
  CHECK(std::stod(persons[2]["pagerank"]) == Approx(0.110).margin(0.0005));
  for (Row& person : persons) {
    CHECK(person["name"] != "Heydar Aliyev");  // only mentioned
    CHECK(person["name"] != "Zarifa Aliyeva");
  }

  const Outcome pairs = run_entente({"pairs", input, "--format", "csv", "--top", "1", "--no-quotes"});
  std::vector<Row> pair = csv_rows(pairs.out);
  REQUIRE(pair.size() == 1);
  CHECK(pair[0]["a"] == "hulusi-akar");
  CHECK(pair[0]["b"] == "zakir-hasanov");
  CHECK(pair[0]["weight"] == "2");
}

}  // namespace

TEST_CASE("the seeds as records give the known network", "[cli][seeds]") { require_seeds("data/records/seeds.jsonl"); }

TEST_CASE("the seeds as articles give the known network", "[cli][seeds]") {
  const std::string seeds = std::string(ENTENTE_SHARED_DIR) + "/seeds";
  if (!std::filesystem::exists(seeds)) {
    WARN("the seeds are not at hand");
    return;
  }
  require_seeds(seeds);
}
