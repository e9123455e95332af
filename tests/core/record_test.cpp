#include <entente/core/article.hpp>
#include <entente/core/record.hpp>

#include <vector>

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
  article.repairs = {{.position = 1, .bytes_original = 1, .bytes_text = 3, .count = 2, .original = 1}};
  CHECK(original_range(article, {0, 1}) == ByteRange{0, 1});
  CHECK(original_range(article, {8, 9}) == ByteRange{4, 5});
  CHECK(original_range(article, {4, 9}) == ByteRange{2, 5});
  CHECK(original_range(article, {5, 6}) == ByteRange{2, 3});
}

TEST_CASE("what was left out belongs to the range around it only", "[core][article]") {
  // Read: "A<b>B&amp;C"; worked on: "AB&C".
  const std::vector<Repair> repairs{{.position = 1, .bytes_original = 3, .bytes_text = 0, .original = 1},
                                    {.position = 2, .bytes_original = 5, .bytes_text = 1, .original = 5}};
  CHECK(original_range(repairs, {0, 1}) == ByteRange{0, 1});
  CHECK(original_range(repairs, {1, 2}) == ByteRange{4, 5});
  CHECK(original_range(repairs, {0, 2}) == ByteRange{0, 5});
  CHECK(original_range(repairs, {2, 3}) == ByteRange{5, 10});
  CHECK(original_range(repairs, {3, 4}) == ByteRange{10, 11});
}

TEST_CASE("a range at the beginning leaves out a byte order mark", "[core][article]") {
  Article article;
  article.text = "Ada";
  article.repairs = {{.position = 0, .bytes_original = 3, .bytes_text = 0}};
  CHECK(original_range(article, {0, 3}) == ByteRange{3, 6});
}
