#include "encoding.hpp"

#include "collected_input.hpp"
#include "original_bytes.hpp"
#include "temporary_folder.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("UTF-8 is not touched", "[io][encoding]") {
  const std::string bytes = "Zakir Həsənov – 🤝 met.";
  const DecodedText decoded = decode(bytes);
  CHECK(decoded.content.text == bytes);
  CHECK(decoded.content.repairs.empty());
  CHECK(decoded.problem.empty());
}

TEST_CASE("UTF-16 with a byte order mark is read, and ranges refer to its bytes", "[io][encoding]") {
  const bool big_endian = GENERATE(false, true);
  const std::u16string characters = u"Zakir H\u0259s\u0259nov met \U0001F91D G\u00FCler.\r\n";
  const std::string bytes = utf16_bytes(characters, big_endian);
  const DecodedText decoded = decode(bytes);
  CHECK(decoded.content.text == "Zakir H\u0259s\u0259nov met \U0001F91D G\u00FCler.\r\n");
  CHECK(decoded.problem.empty());
  const auto encoded = [&](std::u16string_view part) { return utf16_bytes(part, big_endian).substr(2); };
  CHECK(original_of(decoded.content, "H\u0259s\u0259nov", bytes) == encoded(u"H\u0259s\u0259nov"));
  CHECK(original_of(decoded.content, "\U0001F91D", bytes) == encoded(u"\U0001F91D"));
  CHECK(original_of(decoded.content, "G\u00FCler.", bytes) == encoded(u"G\u00FCler."));
  CHECK(original_of(decoded.content, decoded.content.text, bytes) == bytes.substr(2));
}

TEST_CASE("the repairs of UTF-16 stay few", "[io][encoding]") {
  const DecodedText decoded = decode(utf16_bytes(std::u16string(100'000, u'a'), false));
  CHECK(decoded.content.repairs ==
        std::vector<Repair>{{.position = 0, .bytes_original = 2, .bytes_text = 0},
                            {.position = 0, .bytes_original = 2, .bytes_text = 1, .count = 100'000, .original = 2}});
}

TEST_CASE("equal repairs in a row are one", "[io][encoding]") {
  const DecodedText chinese = decode(utf16_bytes(std::u16string(1'000, u'\u8BF7'), true));
  CHECK(chinese.content.repairs ==
        std::vector<Repair>{{.position = 0, .bytes_original = 2, .bytes_text = 0},
                            {.position = 0, .bytes_original = 2, .bytes_text = 3, .count = 1'000, .original = 2}});
}

TEST_CASE("halves of UTF-16 characters become U+FFFD", "[io][encoding]") {
  const auto [tail, text] = GENERATE(table<std::string, std::string>({
      {std::string("\x00\xD8", 2), "A\uFFFD"},
      {std::string("\x00\xDC\x42\x00", 4), "A\uFFFDB"},
      {std::string("\x00\xD8\x42\x00", 4), "A\uFFFDB"},
      {"\x42", "A\uFFFD"},
  }));
  const DecodedText decoded = decode(utf16_bytes(u"A", false) + tail);
  CHECK(decoded.content.text == text);
  CHECK(decoded.num_invalid == 1);
  CHECK(decoded.first_invalid == 1);
  CHECK(decoded.problem == "invalid UTF-16, replaced by U+FFFD");
}

TEST_CASE("stray bytes that look like Windows-1252 are read so", "[io][encoding]") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({
      {"G\xFCler met Jos\xE9.", "Güler met José."},
      {"\x93The talks\x94 \x96 he said \x85 it\x92s \x80 5", "“The talks” – he said … it’s € 5"},
      {"the \x93"
       "caf\xE9\x94 of the hotel",
       "the “café” of the hotel"},
      {"one\xA0two", "one\u00A0two"},
      {"G\xFCler met \u00E9t\xE9 and others", "Güler met été and others"},
      {"soft\xADhyphen", "soft\u00ADhyphen"},
  }));
  const DecodedText decoded = decode(bytes);
  CHECK(decoded.content.text == text);
  CHECK(decoded.problem == "invalid UTF-8, read as Windows-1252");
  CHECK(original_range(decoded.content.repairs, {0, text.size()}) == ByteRange{0, bytes.size()});
}

TEST_CASE("other stray bytes become U+FFFD", "[io][encoding]") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({
      {"Zak\xFFir met Bo", "Zak\uFFFDir met Bo"},            // a byte that is in no text
      {"Zak\x81ir met Bo", "Zak\uFFFDir met Bo"},            // not in Windows-1252
      {"\u00C9t\u00E9 \xE2\x80 x y z", "Été \uFFFD x y z"},  // damaged UTF-8
      {"Ada met Bo\xE2\x80", "Ada met Bo\uFFFD"},            // cut off
      {"\xCF\xF0\xE8 a", "\uFFFD\uFFFD\uFFFD a"},            // mostly such bytes: Windows-1251
      {"Ab\xFF\xC3(b\xE2\x82", "Ab\uFFFD\uFFFD(b\uFFFD"},    // each maximal part
  }));
  const DecodedText decoded = decode(bytes);
  CHECK(decoded.content.text == text);
  CHECK(decoded.problem == "invalid UTF-8, replaced by U+FFFD");
  CHECK(original_range(decoded.content.repairs, {0, text.size()}) == ByteRange{0, bytes.size()});
}

TEST_CASE("the place of the first stray byte is told, with its mark left out", "[io][encoding]") {
  const TemporaryFolder folder;
  const std::string bytes =
      "\xEF\xBB\xBF"
      "The ministers met.\nThen G\xFCler spoke to Jos\xE9.";
  const CollectedInput input = collect({folder.write("a.txt", bytes)});
  REQUIRE(input.articles.size() == 1);
  CHECK(original_of(input.articles[0], "Güler", bytes) == "G\xFCler");
  CHECK(original_of(input.articles[0], "José", bytes) == "Jos\xE9");
  REQUIRE(input.rejected.size() == 1);
  CHECK(input.rejected[0].repaired);
  CHECK(input.rejected[0].place == Place{.source = folder / "a.txt", .line = 2, .column = 7});
  CHECK(input.rejected[0].message == "invalid UTF-8, read as Windows-1252, at 2 places, the first of them here");
  CHECK(input.rejected[0].text == "Then Güler spoke to José.");
}
