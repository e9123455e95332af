#include "command.hpp"
#include "temporary_folder.hpp"

#include <entente/io/json_text.hpp>
#include <entente/io/number_text.hpp>
#include <entente/io/table.hpp>

#include <cstdlib>
#include <limits>
#include <random>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("numbers are short, plain and read back", "[io]") {
  CHECK(number_text(0.0) == "0");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(100000) == "100000");
  CHECK(number_text(1234567) == "1234567");
  CHECK(number_text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(number_text(1.0 / 3) == "0.3333333333333333");
  CHECK(number_text(0.00001) == "0.00001");
  CHECK(number_text(1e-6) == "1e-06");
  CHECK(number_text(1e300) == "1e+300");
  CHECK(number_text(std::numeric_limits<double>::quiet_NaN()).empty());
  CHECK(number_text(-std::numeric_limits<double>::infinity()).empty());
  std::mt19937_64 random(7);
  for (int i = 0; i < 1000; ++i) {
    const double value = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 130);
    CHECK(std::strtod(number_text(value).c_str(), nullptr) == value);
  }
}

TEST_CASE("the JSON writer sets commas and indents", "[io]") {
  std::string flat;
  JsonWriter(flat)
      .begin_object()
      .member("a", 1)
      .key("b")
      .begin_array()
      .value(true)
      .null()
      .value("x")
      .end_array()
      .key("c")
      .begin_object()
      .end_object()
      .end_object();
  CHECK(flat == R"({"a": 1, "b": [true, null, "x"], "c": {}})");
  std::string deep;
  JsonWriter(deep, 2)
      .begin_object()
      .member("a", 0.5)
      .key("b")
      .begin_array()
      .value(std::uint64_t{1})
      .value(2)
      .end_array()
      .end_object();
  CHECK(deep == "{\n  \"a\": 0.5,\n  \"b\": [\n    1,\n    2\n  ]\n}");
  std::string infinite;
  JsonWriter(infinite).begin_array().value(std::numeric_limits<double>::infinity()).end_array();
  CHECK(infinite == "[null]");
}

TEST_CASE("JSON strings escape what readers trip over", "[io]") {
  std::string text;
  append_json_string(text, "a\"\\\b\n\r\t\x7F\u0085\u2028\u2029\u00E9\u201C\xFFz");
  CHECK(text == "\"a\\\"\\\\\\u0008\\n\\r\\t\\u007f\\u0085\\u2028\\u2029\u00E9\u201C\uFFFDz\"");
}

namespace {

Table hostile_table() {
  return {.columns = {{"name"}, {"events"}, {"score"}},
          .rows = {{std::string("plain"), std::int64_t{3}, 0.5},
                   {std::string("a \"quoted\", text\nover lines\r\n"), std::int64_t{-3}, -0.5},
                   {std::string("=1+1"), std::monostate{}, std::numeric_limits<double>::quiet_NaN()},
                   {std::string("@x\x01"), std::monostate{}, 1e20},
                   {std::string("-\xFF"), std::monostate{}, 2.0}}};
}

}  // namespace

TEST_CASE("CSV is quoted as RFC 4180 has it and runs no formula", "[io]") {
  std::ostringstream out;
  write_csv(out, hostile_table());
  CHECK(out.str() ==
        "name,events,score\n"
        "plain,3,0.5\n"
        "\"a \"\"quoted\"\", text\nover lines\r\n\",-3,-0.5\n"
        "'=1+1,,\n"
        "'@x ,,1e+20\n"
        "'-\uFFFD,,2\n");
}

TEST_CASE("a table of one empty cell has a row all the same", "[io]") {
  std::ostringstream out;
  write_csv(out, {.columns = {{"only"}}, .rows = {{std::monostate{}}}});
  CHECK(out.str() == "only\n\"\"\n");
}

TEST_CASE("Python reads the tables as they were", "[io]") {
  const TemporaryFolder folder;
  std::ostringstream json;
  write_json(json, hostile_table());
  std::ostringstream none;
  write_json(none, {.columns = {{"a"}}, .rows = {}});
  CHECK(none.str() == "[]\n");
  std::ostringstream csv;
  write_csv(csv, hostile_table());
  const CommandResult result = run_command(python + " " + script("read_tables.py") + " " +
                                           folder.write("t.json", json.str()) + " " + folder.write("t.csv", csv.str()));
  INFO(result.output);
  CHECK(result.status == 0);
}
