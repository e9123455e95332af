#include "texts.hpp"

#include <catch2/catch.hpp>

// How the press services of ministries and presidents word meetings, beside what other tests tell.

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("press services tell of two in many words", "[extract][press]") {
  const auto text = GENERATE(
      as<std::string>{}, "President Luis Rojas received credentials from the newly appointed Ambassador Lars Holm.",
      "President Luis Rojas hosted a reception in Oslo on Monday for Minister Lars Holm.",
      "President Luis Rojas heard a report from Minister Lars Holm.",
      "President Luis Rojas received a courtesy call from Minister Lars Holm.",
      "King Luis Rojas received on Monday at the Royal Palace in Rabat French President Lars Holm.",
      "Minister Luis Rojas met US Ambassador to Jordan Lars Holm.",
      "President Luis Rojas awarded the Order of Merit to Minister Lars Holm at a ceremony.",
      "The Personal Representative of the OSCE Chairperson-in-Office, Ambassador Luis Rojas, met Minister Lars Holm.",
      "The treaty was signed by the foreign ministers of the two states, Luis Rojas and Lars Holm.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a diary has lines without a subject", "[extract][press]") {
  const auto records = records_of(
      "Foreign Minister Luis Rojas had contacts in Oslo.\n\n\u2022 Met with Minister Lars Holm.\n\n\u2022 Met with "
      "General Nils Berg.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("later words say that there were several meetings", "[extract][press]") {
  const auto words =
      GENERATE(as<std::string>{}, " and General Nils Berg. In each of his meetings he spoke of trade.",
               " and General Nils Berg. During the meetings he spoke of trade.", " and with General Nils Berg.");
  const auto text = "Minister Luis Rojas held talks with Minister Lars Holm" + words;
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("those who see the signing of documents take part in it", "[extract][press]") {
  const auto records = records_of(
      "President Luis Rojas met President Lars Holm. In the presence of the presidents, documents were signed. The "
      "agreement on trade was signed by Minister Nils Berg and Minister Pablo Soto.");
  CHECK(circles(records) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Lars Holm", "Luis Rojas", "Nils Berg", "Pablo Soto"}});
}

TEST_CASE("who took part in what was told of one alone", "[extract][press]") {
  const auto records = records_of(
      "President Luis Rojas held a meeting with members of the council. Minister Lars Holm reported on his talks the "
      "day "
      "before with Minister Nils Berg. Taking part in the meeting were Premier Pablo Soto and Minister Lars Holm.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Nils Berg"}, {"Lars Holm", "Luis Rojas", "Pablo Soto"}});
}

TEST_CASE("those associated with talks and joining by video take part", "[extract][press]") {
  const auto words = GENERATE(as<std::string>{}, "was associated with the talks.", "joined by video link.");
  const auto text = "Minister Luis Rojas held talks with Minister Lars Holm. General Nils Berg " + words;
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("a bare verb goes on with will", "[extract][press]") {
  CHECK(records_of("Minister Luis Rojas will hold talks with Minister Lars Holm and call on President Nils Berg.")
            .empty());
}

TEST_CASE("an abbreviation stands for the office", "[extract][press]") {
  const auto records =
      records_of("Chief of Army Staff General Luis Rojas arrived in Oslo. COAS met Minister Lars Holm.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}});
}
