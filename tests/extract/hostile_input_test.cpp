#include "texts.hpp"

#include <entente/core/unicode.hpp>
#include <entente/extract/extractor.hpp>

#include <random>
#include <thread>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

/// Checks what must hold of the records of any text.
void check_records(const std::string& text, const std::vector<Record>& records) {
  for (const auto& record : records) {
    CHECK(record.participants.size() >= 2);
    for (const auto& person : record.participants) {
      CHECK_FALSE(person.name.empty());
      CHECK(is_utf8(person.name));
      for (const auto& span : person.spans) {
        CHECK(span.begin < span.end);
        CHECK(span.end <= text.size());
      }
    }
    for (const auto& evidence : record.evidence) {
      REQUIRE(evidence.range.has_value());
      CHECK(evidence.range->end <= text.size());
    }
  }
}

std::string repeated(const std::string& part, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += part;
  return out;
}

}  // namespace

TEST_CASE("any short text is survived", "[extract][hostile]") {
  for (const std::string text : {"",
                                 " ",
                                 ".",
                                 "A",
                                 "'",
                                 "’s",
                                 "<",
                                 "<p>",
                                 "&",
                                 "met",
                                 "By",
                                 "(",
                                 "\n\n\n",
                                 "\xC3\x9C",
                                 "President",
                                 "Gen.",
                                 " date ",
                                 " date 2024-01-01",
                                 "- - -",
                                 "the",
                                 "He met.",
                                 "They met with",
                                 "of of of",
                                 "1.",
                                 "“",
                                 "U.S.",
                                 "A. B. C. D.",
                                 "\xEF\xBB\xBF"}) {
    CAPTURE(text);
    CHECK(test::records_of(text).empty());
  }
}

TEST_CASE("random words of the lexicons are survived", "[extract][hostile]") {
  const std::vector<std::string> words{
      "President", "met",       "with",  "Anna", "Novak", ",",   "and",       "the",  "delegation",
      "led by",    "Turkish",   "his",   "of",   ".",     "“",   "”",         "who",  "which",
      "received",  "by",        "Gen.",  "K.",   "-",     "–",   "\n\n",      "in",   "Ankara",
      "May 21",    "yesterday", "talks", "held", "both",  "two", "ministers", "'s",   "(",
      ")",         ";",         "he",    "him",  "they",  "Jr.", "von",       "Ümit", "Kaya"};
  for (unsigned seed = 1; seed <= 300; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 120; ++i) text += words[random() % words.size()] + (random() % 7 == 0 ? "" : " ");
    CAPTURE(seed);
    check_records(text, test::records_of(text));
  }
}

TEST_CASE("random code points are survived", "[extract][hostile]") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    std::mt19937 random(seed);
    std::string bytes;
    for (int i = 0; i < 400; ++i) bytes.push_back(static_cast<char>(random() % 256));
    const auto text = repair_utf8(bytes);
    CAPTURE(seed);
    check_records(text, test::records_of(text));
  }
}

TEST_CASE("a long text that never ends a sentence is read to its end", "[extract][hostile]") {
  const auto part =
      GENERATE(as<std::string>{}, "Anna Novak met with ", "President ", "a ", "the minister ", "John Hale, ", "\"",
               "K. ", "Minister of ", "A B C met D E F. ", "he met him and the delegation ");
  CAPTURE(part);
  const auto text = repeated(part, 100'000);
  check_records(text, test::records_of(text));
}

TEST_CASE("one extractor serves several threads", "[extract][threads]") {
  const std::string text = "Defense Minister Anna Novak met with Peru's Defense Minister Luis Rojas in Lima on Monday.";
  const auto expected = test::records_of(text);
  REQUIRE(expected.size() == 1);
  std::vector<std::vector<Record>> results(8);
  {
    std::vector<std::thread> threads;
    for (auto& result : results) threads.emplace_back([&] { result = test::records_of(text); });
    for (auto& thread : threads) thread.join();
  }
  for (const auto& result : results) CHECK(result == expected);
}
