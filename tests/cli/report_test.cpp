#include "command_runner.hpp"

#include <entente/io/report.hpp>

#include <string>

#include <catch2/catch.hpp>
#include <simdjson.h>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

std::string data_of(const std::string& page) {
  const std::string begin = "<script type=\"application/json\" id=\"data\">";
  const std::size_t at = page.find(begin) + begin.size();
  return page.substr(at, page.find("</script>", at) - at);
}

}  // namespace

TEST_CASE("a page holds what the tables hold", "[cli][report]") {
  const TestFolder folder;
  const Outcome outcome = run_entente({"report", seeds, "-o", folder / "report.html"});
  if (!entente::has_report_page()) {
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.err, Contains("built without the page") && Contains("scripts/setup page"));
    CHECK_FALSE(std::filesystem::exists(folder / "report.html"));
    return;
  }
  CHECK(outcome.status == 0);
  simdjson::dom::parser parser;
  const simdjson::padded_string text(data_of(read_file(folder / "report.html")));
  const simdjson::dom::element data = parser.parse(text);
  const auto size = [&](const char* object, const char* column) {
    return simdjson::dom::array(data[object][column]).size();
  };
  CHECK(std::uint64_t(data["summary"]["network"]["persons"]) == size("persons", "id"));
  CHECK(std::uint64_t(data["summary"]["network"]["ties"]) == size("ties", "a"));
  CHECK(size("ties", "a") == size("ties", "p"));
  CHECK(std::uint64_t(data["summary"]["network"]["events"]) == size("events", "id"));
  CHECK(simdjson::dom::array(data["sentences"]).size() == size("events", "id"));
  CHECK(simdjson::dom::array(data["measures"]).size() > 10);
  CHECK_THAT(std::string(std::string_view(data["study"])), Contains("communities:"));

  CHECK(run_entente({"report", seeds, "-o", folder / "again.html", "--threads", "3"}).status == 0);
  CHECK(read_file(folder / "again.html") == read_file(folder / "report.html"));

  REQUIRE(run_entente({"report", seeds, "--no-quotes", "-o", folder / "mute.html"}).status == 0);
  CHECK_THAT(data_of(read_file(folder / "mute.html")), Contains("\"quotes\": false") && !Contains("has been received"));
  CHECK(run_entente({"report", seeds, "--by", "country", "-o", folder / "countries.html"}).status == 0);
}
