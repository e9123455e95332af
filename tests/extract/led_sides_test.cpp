#include "texts.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("those who led the sides met at the talks that are told of", "[extract][sides]") {
  const auto text = GENERATE(
      as<std::string>{},
      "Talks between the Peruvian side, led by Minister Luis Rojas, and the Norwegian side, headed by Minister Lars "
      "Holm, took place in Lima.",
      "Consultations took place in Lima between delegations headed by Minister Luis Rojas and Minister Lars Holm.",
      "The two sides were led by Minister Luis Rojas and Minister Lars Holm. The consultations took place in Lima.",
      "Consultations were held in Lima. The sides were led by Minister Luis Rojas and Minister Lars Holm.",
      "Consultations between Peru and Norway were held in Lima. The Peruvian side was led by Luis Rojas, Deputy "
      "Foreign "
      "Minister, and the Norwegian delegation by Lars Holm, State Secretary.",
      "Military delegations met in Lima. The delegation of Peru was headed by General Luis Rojas, the delegation of "
      "Norway by General Lars Holm.",
      "A round of consultations was held in Lima. The Peruvian delegation was headed by Minister Luis Rojas, while the "
      "Norwegian delegation was headed by Minister Lars Holm.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("sides that will be led, and talks that nobody told of, are no event", "[extract][sides]") {
  const auto text = GENERATE(
      as<std::string>{},
      "Consultations will be held in Lima. The sides will be led by Minister Luis Rojas and Minister Lars Holm.",
      "The teams were led by Minister Luis Rojas and Minister Lars Holm. Oslo won the cup.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("a delegation that was received is its head", "[extract][sides]") {
  const auto text = GENERATE(
      as<std::string>{}, "Minister Luis Rojas received members of a delegation led by Speaker Lars Holm.",
      "A delegation headed by Speaker Lars Holm called at the ministry, where it was received by Minister Luis Rojas.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("the inviter is one of the two ministers", "[extract][sides]") {
  const auto words =
      GENERATE(as<std::string>{}, "During the visit, the two ministers held talks.", "The ministers discussed trade.");
  const auto text =
      "At the invitation of Minister Luis Rojas, Minister Lars Holm paid an official visit to Lima. " + words;
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a visit begins with a meeting of the visitor", "[extract][sides]") {
  const auto text = GENERATE(
      as<std::string>{}, "President Luis Rojas's visit to Oslo began with a meeting with Prime Minister Lars Holm.",
      "The visit of President Luis Rojas to Oslo ended with talks with Prime Minister Lars Holm.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("those among whom somebody had breakfast take part", "[extract][sides]") {
  const auto words = GENERATE(as<std::string>{}, "including", "among them");
  const auto text =
      "Minister Luis Rojas had a working breakfast with EU ambassadors, " + words + " Ambassador Lars Holm of Sweden.";
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("what two agreed at talks, they agreed together", "[extract][sides]") {
  CHECK(circles(
            records_of("Minister Luis Rojas and Minister Lars Holm agreed at talks in Lima to reopen the embassy.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("who had a good meeting, as he is quoted, was there", "[extract][sides]") {
  CHECK(circles(records_of("\"We had a very good meeting with Minister Lars Holm,\" Minister Luis Rojas told "
                           "reporters.")) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("what was spoken by phone is a call, however long the title", "[extract][sides]") {
  const auto records = records_of(
      "Minister Luis Rojas spoke with the Chief of the General Staff of the Armed Forces, General Lars Holm, by "
      "phone.");
  REQUIRE(records.size() == 1);
  CHECK(records.front().type == EventType::call);
}

TEST_CASE("who led the one side and who the other", "[extract][led]") {
  const auto records = records_of(
      "The talks, led by Minister Luis Rojas on the Danish side and State Secretary Lars Holm on the Norwegian side, "
      "were held in Oslo.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("those who accompany somebody to a meeting have no other one", "[extract][led]") {
  const auto records = records_of(
      "President Luis Rojas held talks with Minister Lars Holm. President Rojas was accompanied to the meeting by "
      "Minister Nils Berg and General Pablo Soto.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg", "Pablo Soto"}});
}
