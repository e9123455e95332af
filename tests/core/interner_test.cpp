#include <entente/core/eight_bytes.hpp>
#include <entente/core/interner.hpp>

#include <map>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// Texts of every small size, most of them alike but for a byte at some place; zeros and the empty one among them.
std::vector<std::string> alike_texts(std::size_t count) {
  std::mt19937 random(7);
  std::vector<std::string> texts{""};
  while (texts.size() < count) {
    std::string text(random() % 40, 'a');
    for (char& letter : text) letter = random() % 8 == 0 ? static_cast<char>("\0b\xC3z"[random() % 4]) : 'a';
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

TEST_CASE("equal texts have one number, in the order of arrival", "[core][oracle]") {
  const std::vector<std::string> texts = alike_texts(30'000);
  Interner interner;
  std::map<std::string, std::uint32_t> expected;
  for (const std::string& text : texts) {
    const auto next = static_cast<std::uint32_t>(expected.size());
    CHECK(interner.number(text) == expected.emplace(text, next).first->second);
  }
  CHECK(interner.size() == expected.size());
  for (const auto& [text, number] : expected) CHECK(interner.text(number) == text);

  std::vector<std::string> asked = texts;
  asked.emplace_back("never told");
  asked.emplace_back("never told, and longer than what stands in a slot");
  const std::vector<std::string_view> views(asked.begin(), asked.end());
  std::vector<std::uint32_t> found(asked.size());
  const std::vector<std::uint32_t> unknown = interner.find(views, found);
  std::vector<std::uint32_t> without_number;
  for (std::uint32_t i = 0; i < asked.size(); ++i) {
    const auto known = expected.find(asked[i]);
    CHECK(found[i] == (known == expected.end() ? Interner::none : known->second));
    if (known == expected.end()) without_number.push_back(i);
  }
  CHECK(unknown == without_number);
}

TEST_CASE("new texts are numbered many at a time as they are one by one", "[core][oracle]") {
  const std::vector<std::string> texts = alike_texts(5000);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  Interner expected;
  Interner interner;
  for (const std::size_t size : {0U, 1U, 15U, 400U, 5000U}) {
    const auto some = std::span(views).first(size);
    std::vector<std::uint32_t> numbers(size);
    interner.number(some, interner.find(some, numbers), numbers);
    for (std::size_t i = 0; i < size; ++i) CHECK(numbers[i] == expected.number(some[i]));
  }
  CHECK(interner.size() == expected.size());
}

TEST_CASE("an interner without texts finds none", "[core]") {
  const Interner interner;
  const std::vector<std::string_view> asked{"", "a"};
  std::vector<std::uint32_t> found(2);
  CHECK(interner.find(asked, found) == std::vector<std::uint32_t>{0, 1});
  CHECK(found == std::vector<std::uint32_t>{Interner::none, Interner::none});
}

TEST_CASE("eight bytes are loaded from any place of a text", "[core][oracle]") {
  const std::string text = "abcdefghijklmnopqrst\xFF";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    for (std::size_t position = 0; position <= size + 3; ++position) {
      std::uint64_t expected = 0;
      for (std::size_t i = 0; i < 8 && position + i < size; ++i) {
        expected |= std::uint64_t{static_cast<unsigned char>(text[position + i])} << 8 * i;
      }
      CHECK(load_eight_bytes(std::string_view(text).substr(0, size), position) == expected);
    }
  }
}
