#include "tokens.hpp"

#include "texts.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::extract;

namespace {

using Texts = std::vector<std::string>;

std::vector<Token> tokens_of(const std::string& text) {
  return tokenize(text, [](Word word) { return test::lexicon().is_abbreviation(word); });
}

Texts words_of(const std::string& text) {
  Texts words;
  for (const auto& token : tokens_of(text)) words.push_back(text.substr(token.begin, token.end - token.begin));
  return words;
}

}  // namespace

TEST_CASE("a word knows whether it has a digit", "[extract][tokens]") {
  const auto digits_of = [](const std::string& text) { return tokens_of(text).front().has_digit; };
  for (const auto* text : {"C-130H", "F16 jets", "MiG29's", "G7.", "Şahin-2"}) CHECK(digits_of(text));
  for (const auto* text : {"Turkey's", "Al-Sudani 2", "U.S. 4", "Güler", "Ts.Munkh-Orgil"})
    CHECK_FALSE(digits_of(text));
}

TEST_CASE("words, numbers and marks stand apart", "[extract][tokens]") {
  CHECK(words_of("He met two (2) of them, then left.") ==
        Texts{"He", "met", "two", "(", "2", ")", "of", "them", ",", "then", "left", "."});
  CHECK(words_of("on 2024-05-10, 10.05.2024 or 10/05, at 9:30.") ==
        Texts{"on", "2024-05-10", ",", "10.05.2024", "or", "10/05", ",", "at", "9:30", "."});
  CHECK(words_of("").empty());
  CHECK(words_of(" \n\t ").empty());
}

TEST_CASE("joined words are one word, a possessive ending stands apart", "[extract][tokens]") {
  CHECK(words_of("Al-Khatib’s Vice-Admiral O'Dowd met d'Orsay.") ==
        Texts{"Al-Khatib", "’s", "Vice-Admiral", "O'Dowd", "met", "d'Orsay", "."});
  CHECK(words_of("the ministers' talks") == Texts{"the", "ministers", "'", "talks"});
  CHECK(words_of("PERU'S ARMY") == Texts{"PERU", "'S", "ARMY"});
  CHECK(words_of("Oslo -- again - he") == Texts{"Oslo", "--", "again", "-", "he"});
}

TEST_CASE("initials keep their full stops", "[extract][tokens]") {
  CHECK(words_of("K. Orban, M.K. Adeyemi and J.Ruiz") ==
        Texts{"K.", "Orban", ",", "M.K.", "Adeyemi", "and", "J.", "Ruiz"});
  CHECK(words_of("Ts.Baatar met Yu.Antonov.") == Texts{"Ts.", "Baatar", "met", "Yu.", "Antonov", "."});
  CHECK(words_of("in the U.S. Senate") == Texts{"in", "the", "U.S.", "Senate"});
  for (const auto* text : {"K.", "M.K.", "Ts.Baatar"}) CHECK(tokens_of(text).front().initial);
  // A sentence that begins right behind a short word is no name.
  CHECK(words_of("to him.The men") == Texts{"to", "him", ".", "The", "men"});
  CHECK(words_of("so it is.It was") == Texts{"so", "it", "is", ".", "It", "was"});
}

TEST_CASE("abbreviations are those of the lexicon", "[extract][tokens]") {
  CHECK(words_of("Gen. Ruiz met the men.") == Texts{"Gen.", "Ruiz", "met", "the", "men", "."});
  CHECK(tokens_of("Gen. Ruiz")[0].word == Word("gen"));
  CHECK(tokens_of("Gen Ruiz")[0].word == Word("gen"));
  CHECK(words_of("on Jun. 5") == Texts{"on", "Jun.", "5"});
  CHECK(words_of("met Kim Jun. They left.") == Texts{"met", "Kim", "Jun", ".", "They", "left", "."});
}

TEST_CASE("tokens know their letters and what stood before them", "[extract][tokens]") {
  const auto tokens = tokens_of("Ángel met\nNATO,the\n\nmen<br>who");
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[0].capital);
  CHECK_FALSE(tokens[0].upper);
  CHECK_FALSE(tokens[0].space_before);
  CHECK_FALSE(tokens[1].capital);
  CHECK(tokens[1].space_before);
  CHECK(tokens[2].upper);
  CHECK(tokens[2].line_before);
  CHECK_FALSE(tokens[2].paragraph_before);
  CHECK(tokens[3].kind == TokenKind::punctuation);
  CHECK_FALSE(tokens[4].space_before);
  CHECK(tokens[5].paragraph_before);
  CHECK(tokens[6].paragraph_before);
}

TEST_CASE("markup counts as blank and offsets stay those of the text", "[extract][tokens]") {
  const std::string text = "<p>Ülo Kask&nbsp;met</p><p>Jan Ber\xC5\xBC.</p>";
  CHECK(words_of(text) == Texts{"Ülo", "Kask", "met", "Jan", "Berż", "."});
  CHECK(tokens_of(text)[3].paragraph_before);
  CHECK(words_of("3 < 4 & 5 > 2") == Texts{"3", "<", "4", "&", "5", ">", "2"});
}

TEST_CASE("tokens lie in the text in order, whatever it is", "[extract][tokens]") {
  const auto text =
      GENERATE(as<std::string>{}, "a", "'", "’s", "A.", "A.B", "A.B.", "Ab.C", "Ab.", "x-", "x-'", "-x", "é", "<p",
               "<p>x", "&nbsp", "1.", "1.a", "1a.2", "--", "---", "\xE2\x80\x9C", "İ", "ŉ", "ß.");
  CAPTURE(text);
  std::uint32_t end = 0;
  for (const auto& token : tokens_of(text)) {
    CHECK(token.begin >= end);
    CHECK(token.begin < token.end);
    end = token.end;
  }
  CHECK(end <= text.size());
}
