#include <entente/core/error.hpp>
#include <entente/core/rejected.hpp>

#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("every error code stands once in the table, at its own place", "[core][error]") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < error_codes().size(); ++i) {
    CHECK(static_cast<std::size_t>(error_codes()[i].code) == i);
    CHECK(names.insert(error_codes()[i].name).second);
    CHECK(&info(error_codes()[i].code) == &error_codes()[i]);
  }
  CHECK(error_codes().back().code == ErrorCode::terminated);
}

TEST_CASE("every defect stands once in the table, at its own place, with a hint", "[core][error]") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < defects().size(); ++i) {
    CHECK(static_cast<std::size_t>(defects()[i].defect) == i);
    CHECK(names.insert(defects()[i].name).second);
    CHECK_FALSE(defects()[i].hint.empty());
  }
  CHECK(defects().back().defect == Defect::unreadable_article);
}

TEST_CASE("an error tells place, message and hint", "[core][error]") {
  const Error error(ErrorCode::bad_study, "unknown key 'wieght'", {"study.yaml", 3, 5, "projection"},
                    "did you mean 'weight'?");
  CHECK(error.full_message() == "study.yaml:3:5: projection: unknown key 'wieght'; did you mean 'weight'?");
  CHECK(error.exit_status() == ExitStatus::bad_request);
  CHECK(Error(ErrorCode::output_failed, "disk full").full_message() == "disk full");
}

TEST_CASE("a rejection tells place, message and what to do", "[core][error]") {
  const Rejected rejected{{"r.jsonl", 7, 0, "date"}, Defect::invalid_date, "'2024-02-30' is no date", "{}"};
  CHECK(to_string(rejected) ==
        "r.jsonl:7: date: '2024-02-30' is no date; write YYYY-MM-DD, YYYY-MM, YYYY or XXXX-MM-DD");
}
