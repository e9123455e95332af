#include "terminal_table.hpp"

#include <cmath>
#include <sstream>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string printed(const Table& table, std::size_t width = 0) {
  std::ostringstream out;
  cli::print_table(out, table, {.width = width});
  return std::move(out).str();
}

}  // namespace

TEST_CASE("a table is aligned, with numbers to the right", "[cli][table]") {
  const Table table{{{"name"}, {"n"}, {"share"}},
                    {{std::string("Əli"), std::int64_t{5}, 0.25}, {std::string("Bo"), std::int64_t{12}, NAN}}};
  CHECK(printed(table) ==
        "name   n  share\n"
        "Əli    5  0.250\n"
        "Bo    12      –\n");
}

TEST_CASE("a table is cut to the terminal by characters, and only there", "[cli][table]") {
  const Table table{{{"sentence"}, {"n"}}, {{std::string("şşşşşşşşşşşşşşşşşşşş"), std::int64_t{1}}}};
  CHECK(printed(table, 15) == "sentence      n\nşşşşşşşşşşş…  1\n");
  CHECK(printed(table, 23) == "sentence              n\nşşşşşşşşşşşşşşşşşşşş  1\n");
}

TEST_CASE("numbers of a column have the same decimals", "[cli][table]") {
  CHECK(printed({{{"x"}}, {{1.0}, {20.0}}}) == " x\n 1\n20\n");
  CHECK(printed({{{"x"}}, {{0.00001}, {0.5}}}) == "    x\n1e-05\n  0.5\n");
  CHECK(printed({{{"x"}}, {}}) == "x\n");
}

TEST_CASE("texts cannot command the terminal", "[cli][table]") {
  CHECK(printed({{{"x"}}, {{std::string("a\x1b[2Jb\nc")}}}).find('\x1b') == std::string::npos);
}
