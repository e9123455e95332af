#include <entente/core/article.hpp>
#include <entente/core/record.hpp>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("names of event types and roles are read back", "[core][record]") {
  for (const auto name : event_type_names()) CHECK(to_string(*parse_event_type(name)) == name);
  for (const auto name : role_names()) CHECK(to_string(*parse_role(name)) == name);
  CHECK(parse_event_type("co-mention") == EventType::co_mention);
  CHECK(event_type_names().back() == to_string(EventType::other));
  CHECK(role_names().back() == to_string(Role::signatory));
  CHECK_FALSE(parse_event_type("metting"));
}

TEST_CASE("ranges refer to the bytes that were read, before repair", "[core][article]") {
  // Read: "A\xFF\xFE B"; worked on: "A��" (three bytes each) " B".
  Article article;
  article.text = "A\xEF\xBF\xBD\xEF\xBF\xBD B";
  article.repairs = {{1, 1, 3}, {4, 1, 3}};
  CHECK(original_range(article, {0, 1}) == ByteRange{0, 1});
  CHECK(original_range(article, {8, 9}) == ByteRange{4, 5});
  CHECK(original_range(article, {4, 9}) == ByteRange{2, 5});
}

TEST_CASE("a range at the beginning leaves out a byte order mark", "[core][article]") {
  Article article;
  article.text = "Ada";
  article.repairs = {{0, 3, 0}};
  CHECK(original_range(article, {0, 3}) == ByteRange{3, 6});
}
