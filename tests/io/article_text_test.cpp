// The whole way from the bytes of a file to the text of an article.
#include "article_text.hpp"

#include "collected_input.hpp"
#include "encoding.hpp"
#include "original_bytes.hpp"
#include "temporary_folder.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

// A part of an input: its UTF-8, and what it becomes in the text.
struct Part {
  std::u16string read;
  std::string text;
  bool visible = true;  // not at an edge of which nobody knows to whom it belongs
};

const std::vector<Part> parts{
    {u"Hasanov", "Hasanov"},  {u" ", " "},
    {u"G\u00FCler", "Güler"}, {u"\u2019", "’"},
    {u"\U0001F91D", "🤝"},    {u"\n", "\n"},
    {u"&eacute;", "é"},       {u"&amp;nbsp;", "\u00A0"},
    {u"&#x1F91D;", "🤝"},     {u"a < b", "a < b"},
    {u"\u00AD", "", false},   {u"\u200B", "", false},
    {u"&shy;", "", false},    {u"<b>", "", false},
    {u"</a>", "", false},     {u"<!-- no -->", "", false},
    {u"\u8BF7", "请"},        {u"&lt;i&gt;", "", false},
};

std::string utf8_bytes(const std::u16string& read) { return decode(utf16_bytes(read, false)).content.text; }

// The same numbers everywhere (Vigna's splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % limit);
  }

 private:
  std::uint64_t state_;
};

Article article_of(std::string bytes) {
  Article article;
  const auto problem = set_text(article, std::move(decode(std::move(bytes)).content));
  if (problem) throw std::logic_error(problem->message);
  return article;
}

}  // namespace

TEST_CASE("every part of a random mixture leads back to its bytes", "[io][article_text][property]") {
  enum class Form { utf8, utf8_with_mark, little_endian, big_endian };
  const auto form = GENERATE(Form::utf8, Form::utf8_with_mark, Form::little_endian, Form::big_endian);
  const auto encoded = [form](const std::u16string& read) {
    if (form == Form::utf8 || form == Form::utf8_with_mark) return utf8_bytes(read);
    return utf16_bytes(read, form == Form::big_endian).substr(2);
  };
  const std::string mark = form == Form::utf8             ? ""
                           : form == Form::utf8_with_mark ? "\xEF\xBB\xBF"
                                                          : utf16_bytes(u"", form == Form::big_endian);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    std::string bytes = mark + encoded(u"The ");
    std::string text = "The ";
    std::vector<std::pair<ByteRange, ByteRange>> ranges;  // in the text, in the bytes
    bool after_gap = false;
    for (int i = 0; i < 60; ++i) {
      const Part& part = parts[random.below(parts.size())];
      // White space beside a tag belongs to the gap.
      if (after_gap && (part.read == u" " || part.read == u"\n")) continue;
      after_gap = !part.visible;
      const std::string read = encoded(part.read);
      if (part.visible)
        ranges.push_back({{text.size(), text.size() + part.text.size()}, {bytes.size(), bytes.size() + read.size()}});
      text += part.text;
      bytes += read;
    }
    text += "x";
    bytes += encoded(u"x");
    CAPTURE(seed, bytes);
    const Article article = article_of(bytes);
    REQUIRE(article.text == text);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      REQUIRE(original_range(article, ranges[i].first) == ranges[i].second);
      const ByteRange& last = ranges[random.below(ranges.size() - i) + i].first;
      const ByteRange joined = original_range(article, {ranges[i].first.begin, last.end});
      CHECK(joined.begin == ranges[i].second.begin);
      CHECK(joined.end == original_range(article, last).end);
    }
  }
}

TEST_CASE("any bytes become valid text with ranges in order", "[io][article_text][property]") {
  const std::string alphabet =
      "<>&;#!-/p=\"' \n\xC2\xAD\xE2\x80\x8B\xEF\xBB\xBF\xFF\xFE\xD8"
      "ab";
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    Random random(seed);
    std::string bytes;
    for (std::size_t left = random.below(80); left > 0; --left) bytes += alphabet[random.below(alphabet.size())];
    CAPTURE(seed, bytes);
    const DecodedText decoded = decode(bytes);
    Article article;
    if (set_text(article, decoded.content)) continue;
    std::uint64_t before = 0;
    for (std::size_t offset = 0; offset < article.text.size(); ++offset) {
      const ByteRange range = original_range(article, {offset, offset + 1});
      REQUIRE(range.begin < range.end);
      REQUIRE(range.end <= bytes.size());
      REQUIRE(before <= range.begin);
      before = range.begin;
    }
  }
}

TEST_CASE("a page in a file is read as its text", "[io][article_text]") {
  const TemporaryFolder folder;
  const std::string bytes =
      "\xEF\xBB\xBF<html><head><title>T</title></head><body><p>The minis\u00ADter met <b>G&uuml;ler</b>.</p>"
      "<script>track()</script></body></html>";
  const CollectedInput input = collect({folder.write("a.txt", bytes)});
  CHECK(input.rejected.empty());
  REQUIRE(input.articles.size() == 1);
  CHECK(input.articles[0].text == "The minister met Güler.");
  CHECK(original_of(input.articles[0], "minister", bytes) == "minis\u00ADter");
  CHECK(original_of(input.articles[0], "Güler", bytes) == "G&uuml;ler");
}

TEST_CASE("a page without a text is an empty article", "[io][article_text]") {
  const TemporaryFolder folder;
  const CollectedInput input =
      collect({folder.write("a.txt", "<html><head><title>T</title></head><body></body></html>")});
  REQUIRE(input.rejected.size() == 1);
  CHECK(input.rejected[0].defect == Defect::empty_article);
}

TEST_CASE("ranges of an article by the line refer to its text", "[io][article_text]") {
  const CollectedInput input =
      collect({"-"}, R"({"id": "n1", "text": "\ufeff<p>Minister \u0130brahim G&uuml;ler met Bo.</p>"})");
  CHECK(input.rejected.empty());
  REQUIRE(input.articles.size() == 1);
  const std::string text = "\uFEFF<p>Minister \u0130brahim G&uuml;ler met Bo.</p>";
  CHECK(input.articles[0].text == "Minister İbrahim Güler met Bo.");
  CHECK(original_of(input.articles[0], "Güler met", text) == "G&uuml;ler met");
}

TEST_CASE("a binary file is rejected, a stray control character is not a reason", "[io][article_text]") {
  const TemporaryFolder folder;
  std::string image = "\x89PNG\r\n\x1A\n";
  for (int i = 0; i < 4000; ++i) image += static_cast<char>(i * i >> 3);
  const std::string no_mark = utf16_bytes(u"The ministers met.", false).substr(2);
  const std::string controls = "The \x01\x02\x03\x04 ministers";
  for (const std::string& bytes : {image, no_mark, controls}) {
    const CollectedInput input = collect({folder.write("a.txt", bytes)});
    CHECK(input.articles.empty());
    REQUIRE(input.rejected.size() == 1);
    CHECK(input.rejected[0].defect == Defect::binary_article);
    CHECK(input.rejected[0].place == Place{.source = folder / "a.txt"});
    CHECK_THAT(input.rejected[0].message,
               Catch::StartsWith("this is no text: ") && Catch::Contains("control characters"));
  }
  CHECK(collect({folder / "a.txt"}).rejected.at(0).message == "this is no text: 4 of 18 bytes are control characters");
  const std::string stray = "The ministers met." + std::string(1, '\0') + std::string(200, ' ') + "\x1B[1mThen\f\x07.";
  CHECK(collect({folder.write("b.txt", stray)}).articles.at(0).text == stray);
}
