#include "texts.hpp"

#include <entente/extract/extractor.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

namespace {

using Circle = std::vector<std::string>;
using Circles = std::vector<Circle>;

std::string date_of(const Record& record) { return record.date ? record.date->to_string() : "-"; }

}  // namespace

TEST_CASE("the ways in which news says that two met", "[extract][events]") {
  const std::string a = "Peru's Defense Minister Luis Rojas";
  const std::string b = "Norway's Defense Minister Lars Holm";
  const auto text = GENERATE_COPY(
      a + " met with " + b + ".", a + " and " + b + " met in Lima.", a + " received " + b + " on Monday.",
      b + " was received by " + a + ".", a + " held talks with " + b + ".",
      "A meeting between " + a + " and " + b + " took place.", "Talks of " + a + " with " + b + " were held in Lima.",
      b + " paid a courtesy call on " + a + ".", b + " called on " + a + ".",
      a + " and " + b + " discussed regional security.", a + " has had a meeting with " + b + ".",
      a + ", who is on a visit, met " + b + ".", "With " + b + ", " + a + " had talked in Lima.",
      a + " conferred with " + b + ".", "In Lima, " + a + " hosted " + b + ".");
  CAPTURE(text);
  const auto records = records_of(text);
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}});
  REQUIRE(records.size() == 1);
  CHECK(records[0].type == EventType::meeting);
  CHECK(test::participant(records, "Luis Rojas")->country == "PE");
  CHECK(test::participant(records, "Lars Holm")->country == "NO");
}

TEST_CASE("calls are told from meetings", "[extract][events]") {
  const auto text = GENERATE(as<std::string>{}, "President Luis Rojas spoke by phone with President Lars Holm.",
                             "President Luis Rojas and President Lars Holm had a telephone conversation.",
                             "President Luis Rojas phoned President Lars Holm.",
                             "A phone call took place between President Luis Rojas and President Lars Holm.");
  CAPTURE(text);
  const auto records = records_of(text);
  REQUIRE(records.size() == 1);
  CHECK(records[0].type == EventType::call);
}

TEST_CASE("one occasion is one event however many sentences tell of it", "[extract][merging]") {
  const auto records = records_of(
      "Peru's Defense Minister Luis Rojas met with Norway's Defense Minister Lars Holm. Minister Rojas welcomed "
      "Minister Holm. "
      "The ministers discussed security. The sides exchanged views.");
  REQUIRE(records.size() == 1);
  CHECK(records[0].evidence.size() >= 2);
}

TEST_CASE("separate meetings are separate events", "[extract][lists]") {
  const auto text = GENERATE(
      as<std::string>{}, "Minister Aino Salo met separately with President Hana Mori and Premier Rui Matos.",
      "Minister Aino Salo held separate meetings with President Hana Mori and Premier Rui Matos.",
      "Minister Aino Salo held meetings with President Hana Mori and Premier Rui Matos.",
      "Minister Aino Salo met with President Hana Mori. Later, she received Premier Rui Matos.",
      "Minister Aino Salo met with President Hana Mori. In a separate meeting, she talked with Premier Rui Matos.",
      "Minister Aino Salo saw President Hana Mori in Oslo and Premier Rui Matos in Stockholm.",
      "Minister Aino Salo spoke by phone with President Hana Mori and met with Premier Rui Matos.",
      "Minister Aino Salo received President Hana Mori. She also received Premier Rui Matos.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Aino Salo", "Hana Mori"}, {"Aino Salo", "Rui Matos"}});
}

TEST_CASE("hosts and guests of one sentence may be several pairs", "[extract][lists]") {
  CHECK(circles(records_of("Minister Aino Salo received President Hana Mori, and President Emeka Obi received Premier "
                           "Rui Matos.")) == Circles{{"Aino Salo", "Hana Mori"}, {"Emeka Obi", "Rui Matos"}});
}

TEST_CASE("a list behind one verb is one occasion", "[extract][lists]") {
  const auto text =
      GENERATE(as<std::string>{}, "Minister Aino Salo met with President Hana Mori and Premier Rui Matos.",
               "Minister Aino Salo, President Hana Mori and Premier Rui Matos held trilateral talks.",
               "A meeting between Minister Aino Salo, President Hana Mori and Premier Rui Matos took place in Oslo.",
               "Minister Aino Salo and President Hana Mori met with Premier Rui Matos in Oslo.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Aino Salo", "Hana Mori", "Rui Matos"}});
}

TEST_CASE("somebody else who is named beside a meeting takes no part", "[extract][events]") {
  const auto text = GENERATE(
      as<std::string>{}, "Minister Aino Salo met with President Hana Mori at the invitation of Premier Rui Matos.",
      "Minister Aino Salo met with President Hana Mori. They discussed the election of Premier Rui Matos.",
      "Minister Aino Salo met with President Hana Mori at the Rui Matos Center.",
      "Minister Aino Salo met with President Hana Mori. Premier Rui Matos's decision was welcomed.",
      "According to spokesman Rui Matos, Minister Aino Salo met with President Hana Mori.",
      "President Hana Mori, successor of Rui Matos, met with Minister Aino Salo.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Aino Salo", "Hana Mori"}});
}

TEST_CASE("names of any origin meet", "[extract][names][events]") {
  const auto [a, b] = GENERATE(table<std::string, std::string>({
      {"Kim Dong-wook", "Nguyen Van Minh"},
      {"Khalid bin Fahad", "Ursula von der Linden"},
      {"Ümit Çelik", "Łukasz Żak"},
      {"Otar Lominadze", "Zaur Hasanli"},
      {"Conor O'Malley", "Valery d'Orsay"},
      {"Ts.Baatar", "Yu.Antonov"},
      {"J. P. Okello", "Marie-Claire Tessier"},
      {"Abebe Tesfaye", "Wairimu Njoroge"},
  }));
  const Circles both{{a, b}};
  for (const auto* words : {" met with Minister ", " received Minister ", " was received by Minister ",
                            " spoke by phone with Minister ", " held talks in Oslo with Minister "}) {
    const auto text = "Minister " + b + words + a + ".";
    CAPTURE(text);
    CHECK(circles(records_of(text)) == both);
  }
}

TEST_CASE("the day of an event", "[extract][dates]") {
  const auto told = [](const std::string& text, const std::string& published) {
    const auto records = records_of(text, published);
    REQUIRE(records.size() == 1);
    return date_of(records[0]);
  };
  CHECK(told("Minister Luis Rojas met with Minister Lars Holm.", "2024-03-06") == "2024-03-06");
  CHECK(told("Minister Luis Rojas met with Minister Lars Holm on Monday.", "2024-03-06") == "2024-03-04");
  CHECK(told("Minister Luis Rojas met with Minister Lars Holm yesterday.", "2024-03-06") == "2024-03-05");
  CHECK(told("LIMA, May 21. On May 21, Minister Luis Rojas met with Minister Lars Holm.", "") == "XXXX-05-21");
  CHECK(told("Minister Luis Rojas met with Minister Lars Holm.", "") == "-");
}

TEST_CASE("a recalled meeting keeps its own day", "[extract][dates]") {
  const auto records = records_of(
      "Peru's Minister Luis Rojas met with Norway's Minister Lars Holm on Monday. The two ministers had met in Oslo on "
      "May 14 "
      "last year.");
  REQUIRE(records.size() == 2);
  CHECK(date_of(records[0]) == "2024-03-04");
  CHECK(date_of(records[1]) == "2023-05-14");
  CHECK(records[1].place == "Oslo");
}

TEST_CASE("spans, evidence and mentions point at the text", "[extract][offsets]") {
  const std::string text =
      "<p>In the capital of the country Peru's Defense Minister Luis\nRojas met with Norway's Defense Minister Łars "
      "Høłm.</p><p>Rojas visited the grave of Ana "
      "Ruiz.</p>";
  const auto records = records_of(text);
  REQUIRE(records.size() == 1);
  CHECK(records[0].id == "text.txt#1");
  const auto rojas = test::participant(records, "Luis Rojas");
  REQUIRE(rojas.has_value());
  REQUIRE(rojas->spans.size() == 2);
  CHECK(text.substr(rojas->spans[0].begin, rojas->spans[0].end - rojas->spans[0].begin) == "Luis\nRojas");
  CHECK(text.substr(rojas->spans[1].begin, rojas->spans[1].end - rojas->spans[1].begin) == "Rojas");
  const auto holm = test::participant(records, "Łars Høłm");
  REQUIRE(holm.has_value());
  CHECK(text.substr(holm->spans[0].begin, holm->spans[0].end - holm->spans[0].begin) == "Łars Høłm");
  REQUIRE_FALSE(records[0].evidence.empty());
  CHECK(text.substr(records[0].evidence[0].range->begin, 6) == "In the");
  REQUIRE(records[0].mentions.size() == 1);
  CHECK(records[0].mentions[0].name == "Ana Ruiz");
}

TEST_CASE("names come out composed, offsets are those of the bytes as read", "[extract][offsets]") {
  Article article;
  article.id = "x";
  // "Güler" with a combining diaeresis, behind one repaired byte.
  article.text = "\xEF\xBF\xBD Minister Ali Gu\xCC\x88ler met with Minister Lars Holm.";
  article.repairs.push_back({.position = 0, .bytes_original = 1, .bytes_text = 3});
  const Extractor extractor(ENTENTE_SOURCE_DIR "/configs/lexicon");
  const auto records = extractor.extract(article);
  REQUIRE(records.size() == 1);
  const auto found = test::participant(records, "Ali G\xC3\xBCler");
  REQUIRE(found.has_value());
  CHECK(found->spans[0].begin == article.text.find("Ali") - 2);
}

TEST_CASE("sentences are left out of the evidence on request", "[extract][options]") {
  Article article;
  article.text = "Minister Luis Rojas met with Minister Lars Holm.";
  const Extractor extractor(ENTENTE_SOURCE_DIR "/configs/lexicon", {.quotes = false});
  const auto records = extractor.extract(article);
  REQUIRE(records.size() == 1);
  CHECK(records[0].evidence[0].text.empty());
  CHECK(records[0].evidence[0].range.has_value());
}
