#include "word.hpp"

#include "spelling.hpp"
#include "tokens.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>

using namespace entente::extract;

namespace {

// What rules name is known when they are compiled.
constexpr Word with = "with";
static_assert(with == Word::of("with"));
static_assert(with != Word("without"));
static_assert(Word().empty() && Word("").empty() && !with.empty());

}  // namespace

TEST_CASE("a word grows by eight bytes at a time", "[extract][word]") {
  Word word;
  word.append(0x72'65'74'73'69'6E'69'6DULL);  // "minister"
  CHECK(word == Word::of("minister"));
  word.append(0x73ULL);  // "s"
  CHECK(word == Word::of("ministers"));
}

TEST_CASE("words that differ in any byte differ", "[extract][word]") {
  const std::string spelling = "interlocutor";
  for (std::size_t i = 0; i < spelling.size(); ++i) {
    auto other = spelling;
    other[i] = 'x';
    CHECK(Word::of(other) != Word::of(spelling));
    CHECK(Word::of(spelling.substr(0, i)) != Word::of(spelling));
  }
}

TEST_CASE("words are one where their spellings differ in case and diacritics alone", "[extract][word]") {
  const auto word_of = [](const std::string& text) { return Word::of(folded(text)); };
  CHECK(word_of("Türkiye") == Word("turkiye"));
  CHECK(word_of("TÜRKİYE") == Word("turkiye"));
  CHECK(word_of("Łódź") == Word("lodz"));
  CHECK(word_of("Cote d’Ivoire") == word_of("Côte d'Ivoire"));
  CHECK(word_of("Chad") != word_of("Chat"));
}

TEST_CASE("a token's word is the one of its folded spelling", "[extract][word]") {
  const std::string text =
      "PLAIN Plain plain x86 Ünlü Al-Asad O'Neil d’Albret U.S. K. M.K. Lt. Gen. Ts.Baatar the two's 3.5 2024-05-10 "
      "plenipotentiary EIGHTLET eightlet, Eightlets sixteenletterwrd. Brig. 12th A1 x\" "
      "– \"x\" Иван 李明 e.g. COL. May. a'b -- (x) Ahmed's";
  for (const bool abbreviation : {false, true}) {
    for (const auto& token : tokenize(text, [&](Word) { return abbreviation; })) {
      CAPTURE(text.substr(token.begin, token.end - token.begin));
      CHECK(token.word == Word::of(folded_token(text, token)));
    }
  }
}

TEST_CASE("no two words of the lexicons have one hash", "[extract][word][lexicon]") {
  std::map<std::uint64_t, std::string> seen;
  for (const auto& file : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/configs/lexicon")) {
    std::ifstream in(file.path());
    std::stringstream content;
    content << in.rdbuf();
    const auto text = content.str();
    for (const auto& token : tokenize(text, [](Word) { return false; })) {
      const auto spelling = folded_token(text, token);
      const auto& first = seen.emplace(token.word.hash(), spelling).first->second;
      CHECK(first == spelling);
    }
  }
  CHECK(seen.size() > 1000);
}
