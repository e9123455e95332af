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

TEST_CASE("offices in any words lead to who holds them", "[extract][press]") {
  const auto text =
      GENERATE(as<std::string>{}, "Minister Luis Rojas met with People's Republic of China Vice Minister Lars Holm.",
               "Minister Luis Rojas met with a group of allies as well as Secretary General Lars Holm.",
               "Minister Luis Rojas met on Monday with Caribbean Community (CARICOM) Secretary General Lars Holm.",
               "Director of the Gender Policy Council Luis Rojas met Minister of Unification Lars Holm.",
               "An IICCI delegation led by Minister Luis Rojas met H.E. Mr. Lars Holm, Ambassador of Norway.",
               "Minister Luis Rojas was received by President Pablo Soto's influential adviser Lars Holm.",
               "Minister Luis Rojas met Lars Holm, adviser to Prime Minister Nils Berg.",
               "A meeting took place between HE Minister Luis Rojas and HE US Secretary Lars Holm.",
               "Ambassador Luis Rojas presented copies of his credentials to Minister Lars Holm.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("who met whom stands in what somebody says", "[extract][press]") {
  const auto text = GENERATE(
      as<std::string>{}, "Spokesman Nils Berg said Minister Luis Rojas and Minister Lars Holm had discussed trade.",
      "Minister Luis Rojas said the states had agreed, after a long meeting with President Lars Holm in Oslo.",
      "Trade was resumed, Nils Berg said, after Minister Luis Rojas and Norwegian leader Lars Holm held talks.",
      "Minister Luis Rojas's meeting was attended by five companies, including Google's Lars Holm.",
      "President Luis Rojas offered a dinner at the palace to President Lars Holm.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("an office of the headline is his whom the text calls by it", "[extract][press]") {
  const auto records = records_of(
      "Readout of Secretary Rojas's Call with Foreign Minister Holm\n\nThe Secretary and Foreign Minister Lars Holm "
      "spoke today on trade.\n\nThe Secretary thanked the Foreign Minister.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Rojas"}});
  REQUIRE(records.size() == 1);
  CHECK(records.front().type == EventType::call);
}

TEST_CASE("a list of those present may stand between semicolons", "[extract][press]") {
  const auto records = records_of(
      "President Luis Rojas received Minister Lars Holm. Nils Berg, Adviser to the President; Pablo Soto, Chairman of "
      "the National Crisis Authority; and Ivan Petrov, Ambassador to Norway, were present.");
  CHECK(circles(records) == Circles{{"Ivan Petrov", "Lars Holm", "Luis Rojas", "Nils Berg", "Pablo Soto"}});
}

TEST_CASE("witnesses and signatories of a signing", "[extract][press]") {
  const auto ending = GENERATE(as<std::string>{}, "Presidents Nils Berg and Pablo Soto were the witnesses.",
                               "The ceremony was witnessed by President Nils Berg and by President Pablo Soto.",
                               "The signatories of the protocol were Ministers Nils Berg and Pablo Soto.");
  CAPTURE(ending);
  CHECK(circles(records_of("Minister Luis Rojas and Minister Lars Holm signed the treaty in Oslo. " + ending)) ==
        Circles{{"Lars Holm", "Luis Rojas", "Nils Berg", "Pablo Soto"}});
}

TEST_CASE("no words of attendance alone make an event", "[extract][press]") {
  const auto text = GENERATE(
      as<std::string>{}, "President Luis Rojas appointed Lars Holm. Lars Holm twice represented the country in Geneva.",
      "Minister Luis Rojas praised General Lars Holm, who took part in the defence of the airfield.",
      "President Luis Rojas approved the appointment of Lars Holm.",
      "A one-on-one conversation of President Luis Rojas with President Lars Holm and talks are scheduled for Monday.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("in whose presence two sign", "[extract][press]") {
  const auto text =
      GENERATE(as<std::string>{},
               "In the presence of President Nils Berg, Ministers Lars Holm and Luis Rojas signed the treaty.",
               "Ministers Lars Holm and Luis Rojas signed the treaty in the presence of President Nils Berg.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}
