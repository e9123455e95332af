#include "document.hpp"
#include "spelling.hpp"
#include "texts.hpp"

#include <entente/extract/extractor.hpp>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::extract;

namespace {

struct Sentences {
  Article article;
  Document document;

  explicit Sentences(const std::string& text) {
    article.text = text;
    document = read_document(article, test::lexicon());
  }

  std::vector<std::string> sentences(SentenceKind kind) const {
    std::vector<std::string> out;
    for (const auto& sentence : document.sentences) {
      if (sentence.kind == kind) out.push_back(document.text_of(sentence.begin, sentence.end));
    }
    return out;
  }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a full stop ends a sentence also where the blank behind it is missing", "[extract][sentences]") {
  const Sentences read("The two men met in Aktau.Highlighting their ties, they parted. A third sentence came.");
  CHECK(read.sentences(SentenceKind::text) ==
        Texts{"The two men met in Aktau.", "Highlighting their ties, they parted.", "A third sentence came."});
}

TEST_CASE("abbreviations and initials end no sentence", "[extract][sentences]") {
  const Sentences read("Lt. Gen. K. Orlan and Adm. R.Bastov met on Jan. 22 with the U.S. delegation. It was late.");
  CHECK(read.sentences(SentenceKind::text).size() == 2);
}

TEST_CASE("a hard line break is a blank and a paragraph ends a sentence", "[extract][sentences]") {
  const Sentences read(
      "Colonel General Tarlan Movsum of the land forces spoke with\nthe guests who had come from afar\nto hear him.\n\n"
      "Another paragraph about the army of Peru without a stop\n\nThe last one.");
  CHECK(read.sentences(SentenceKind::text).size() == 3);
}

TEST_CASE("headlines, datelines and bylines are told from the text", "[extract][sentences]") {
  const Sentences read(
      "Ministers sit down in the hills\n\nBy Ana Writer\n\nTASHKENT, May 7 (Wire) -- The guests have come.");
  CHECK(read.sentences(SentenceKind::headline) == Texts{"Ministers sit down in the hills"});
  CHECK(read.sentences(SentenceKind::byline) == Texts{"By Ana Writer"});
  CHECK(read.sentences(SentenceKind::text) == Texts{"The guests have come."});
  CHECK(read.document.dateline_city == "TASHKENT");
  CHECK(read.document.home == "UZ");
  REQUIRE(read.document.base.has_value());
  CHECK(read.document.base->to_string() == "XXXX-05-07");
}

TEST_CASE("words are compared without case and diacritics", "[extract][spelling]") {
  CHECK(folded("Türkiye’s") == "turkiye's");
  CHECK(folded("ĞÜLƏR") == "gular");
  CHECK(folded("Łukasz") == "lukasz");
  CHECK(folded("Иван") == "иван");
}

TEST_CASE("the date before the text is read, and only there", "[extract][dates]") {
  const auto found = leading_date(" date 2024-01-18 BAKU. Text");
  REQUIRE(found.has_value());
  CHECK(found->date.to_string() == "2024-01-18");
  CHECK(std::string_view(" date 2024-01-18 BAKU. Text").substr(found->text_begin) == "BAKU. Text");
  CHECK(leading_date("<p></p> date 2023-12-06 Text").has_value());
  CHECK_FALSE(leading_date(" date 2024-02-30 Text").has_value());
  CHECK_FALSE(leading_date("The date 2024-01-18 was set").has_value());
  CHECK_FALSE(leading_date("").has_value());
  CHECK_FALSE(leading_date(" date 2024").has_value());
}
