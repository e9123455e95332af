#include <entente/core/eight_bytes.hpp>

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

bool answers(std::uint64_t bits, std::size_t byte) { return ((bits >> (8 * byte + 7)) & 1U) != 0; }

}  // namespace

TEST_CASE("eight bytes are told apart as one by one", "[core]") {
  for (unsigned c = 0; c < 256; ++c) {
    for (std::size_t place = 0; place < 8; ++place) {
      std::string text = "a9Zz0-\xC3.";
      text[place] = static_cast<char>(c);
      const EightBytes bytes(text, 0);
      for (std::size_t i = 0; i < text.size(); ++i) {
        INFO("byte " << c << " at " << place << ", seen at " << i);
        const char byte = text[i];
        const bool capital = byte >= 'A' && byte <= 'Z';
        const bool letter = capital || (byte >= 'a' && byte <= 'z');
        CHECK(answers(bytes.letters, i) == letter);
        CHECK(answers(bytes.capitals, i) == capital);
        CHECK(answers(bytes.digits, i) == (byte >= '0' && byte <= '9'));
        const auto folded = static_cast<char>(static_cast<unsigned char>(bytes.folded >> (8 * i)));
        CHECK(folded == (capital ? static_cast<char>(byte - 'A' + 'a') : byte));
      }
    }
  }
}

TEST_CASE("behind the end of a text stand zeros", "[core]") {
  const std::string text = "Words and more";
  for (std::size_t position = 0; position < text.size(); ++position) {
    const EightBytes bytes(text, position);
    const auto end = text.find(' ', position);
    const auto length = std::min<std::size_t>((end == std::string::npos ? text.size() : end) - position, 8);
    CHECK(EightBytes::first_of(bytes.letters) == length);
    if (position + 8 > text.size()) CHECK((bytes.folded & ~EightBytes::part(text.size() - position)) == 0);
  }
}
