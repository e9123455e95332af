#include <entente/core/string_column.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("a column gives back what was put into it, empty texts anywhere", "[core]") {
  const std::vector<std::vector<std::string>> columns{
      {}, {""}, {"", ""}, {"a"}, {"", "a", "", "bc"}, {"a", ""}, {"", "", std::string("\0", 1), ""}};
  for (const auto& texts : columns) {
    StringColumn column;
    for (const std::string& text : texts) column.push_back(text);
    REQUIRE(column.size() == texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row) CHECK(column[row] == texts[row]);
    StringColumn same;
    same.reserve(texts.size());
    for (const std::string& text : texts) same.push_back(text);
    CHECK(column == same);
    same.push_back("");
    CHECK_FALSE(column == same);
  }
}
