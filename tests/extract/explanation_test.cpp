#include "explanation.hpp"

#include <entente/extract/extractor.hpp>

#include <sstream>

#include <catch2/catch.hpp>

using namespace entente;
using Catch::Matchers::Contains;

namespace {

std::string explained(const std::string& text) {
  static const Extractor extractor(ENTENTE_SOURCE_DIR "/configs/lexicon");
  Article article;
  article.id = "text.txt";
  article.text = text;
  article.published = Date::parse("2024-03-06");
  return extractor.explain(article);
}

/// The line of the part `Persons` that is about `name`.
std::string line_about(const std::string& explanation, const std::string& name) {
  const auto part = explanation.find("\nPersons\n");
  REQUIRE(part != std::string::npos);
  std::istringstream lines(explanation.substr(part));
  for (std::string line; std::getline(lines, line);) {
    if (line.find(name) != std::string::npos) return line;
  }
  return {};
}

}  // namespace

TEST_CASE("everybody who is named is accounted for", "[extract][explain]") {
  const auto text = explained(
      "Norway's Foreign Minister Ingrid Dahl met with Peru's President Tomas Reyes in Lima. The meeting was attended "
      "by "
      "General Pablo Soto. President Nils Berg stayed at home. Minister Dahl will meet Premier Wanda Kos. They honored "
      "the memory of Hugo Stein.");
  for (const auto* name : {"Ingrid Dahl", "Tomas Reyes", "Pablo Soto"}) {
    CAPTURE(name);
    CHECK_FALSE(line_about(text, name).empty());
    CHECK_THAT(line_about(text, name), !Contains("left out"));
  }
  CHECK_THAT(line_about(text, "Ingrid Dahl"), Contains("NO") && Contains("Foreign Minister"));
  CHECK_THAT(line_about(text, "Nils Berg"), Contains("left out, no word of meeting"));
  CHECK_THAT(line_about(text, "Wanda Kos"), Contains("left out") && Contains("planned"));
  CHECK_THAT(line_about(text, "Hugo Stein"), Contains("left out, only spoken of"));
}

TEST_CASE("the explanation tells the events of the records", "[extract][explain]") {
  const auto text = explained(
      "Norway's Foreign Minister Ingrid Dahl met with Peru's President Tomas Reyes in Lima on Monday. Later, she spoke "
      "by phone with Premier Wanda Kos.");
  const auto part = text.substr(text.find("\nEvents\n"));
  CHECK_THAT(part, Contains("1  meeting  2024-03-04, Lima: Ingrid Dahl, Tomas Reyes (sentence 1"));
  CHECK_THAT(part, Contains("2  call  ") && Contains("Ingrid Dahl, Wanda Kos (sentence 2"));
}

TEST_CASE("pronouns, offices and groups show whom they stand for", "[extract][explain]") {
  const auto text = explained(
      "Norway's Foreign Minister Ingrid Dahl met with Peru's President Tomas Reyes in Lima. They exchanged views. The "
      "foreign minister left.");
  CHECK_THAT(text, Contains("= Ingrid Dahl, Tomas Reyes]") || Contains("= Tomas Reyes, Ingrid Dahl]"));
  CHECK_THAT(text, Contains("foreign minister = Ingrid Dahl]"));
}

TEST_CASE("every word of meeting has a verdict", "[extract][explain]") {
  const auto [sentence, verdict] = GENERATE(table<std::string, std::string>({
      {"Minister Ingrid Dahl met with President Tomas Reyes.", "an event (Ingrid Dahl, Tomas Reyes)"},
      {"Minister Ingrid Dahl will meet with President Tomas Reyes.", "no event: planned, wished for or denied"},
      {"Minister Ingrid Dahl did not meet with President Tomas Reyes.", "no event: planned, wished for or denied"},
      {"The soldiers met with the farmers.", "no event: nobody who takes part is named"},
      {"Minister Ingrid Dahl met with the farmers.", "no event: a single person is named"},
  }));
  CAPTURE(sentence);
  CHECK_THAT(explained(sentence), Contains(verdict));
}

TEST_CASE("an article without events is explained", "[extract][explain]") {
  CHECK_THAT(explained("It rained."),
             Contains("It rained.") && Contains("\nEvents\n  none\n") && Contains("\nPersons\n"));
  CHECK_THAT(explained(""), Contains("\nEvents\n  none\n"));
}

TEST_CASE("to explain changes no record", "[extract][explain]") {
  const Extractor extractor(ENTENTE_SOURCE_DIR "/configs/lexicon");
  Article article;
  article.id = "text.txt";
  article.text = "Minister Ingrid Dahl met with President Tomas Reyes. General Pablo Soto was also present.";
  const auto before = extractor.extract(article);
  const auto first = extractor.explain(article);
  CHECK(extractor.explain(article) == first);
  CHECK(extractor.extract(article) == before);
}
