#include "texts.hpp"

#include <catch2/catch.hpp>

// Occasions that are told as scenes, with words that stand around their object or without any word of meeting.

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("a verb may stand around its object", "[extract][scenes]") {
  const auto text = GENERATE(as<std::string>{}, "Minister Luis Rojas took Minister Lars Holm aside.",
                             "Minister Luis Rojas showed Minister Lars Holm around.",
                             "Minister Lars Holm was taken aside by Minister Luis Rojas.",
                             "Minister Luis Rojas called Minister Lars Holm on Friday.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("two who did something together were together", "[extract][scenes]") {
  const auto text =
      GENERATE(as<std::string>{}, "Minister Luis Rojas and Minister Lars Holm jointly commissioned the ship.",
               "Minister Luis Rojas and Minister Lars Holm visited the training centre.",
               "Minister Luis Rojas and Minister Lars Holm spent an hour by themselves.",
               "The photograph shows Minister Luis Rojas shaking hands with Minister Lars Holm.",
               "Minister Luis Rojas spent two hours with Minister Lars Holm.",
               "Minister Luis Rojas was in Oslo for talks with Minister Lars Holm.",
               "In a phone call, Minister Luis Rojas told Minister Lars Holm that the border was open.",
               "Minister Luis Rojas had Minister Lars Holm to dinner.",
               "Minister Luis Rojas and Minister Lars Holm emerged after sixteen hours of talks.",
               "President Luis Rojas accepted the credentials of Ambassador Lars Holm.",
               "A courtesy call was paid on Minister Luis Rojas by Minister Lars Holm.",
               "\"I met Minister Lars Holm yesterday,\" Minister Luis Rojas said.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("what need not have been together is no occasion", "[extract][scenes]") {
  const auto text = GENERATE(as<std::string>{}, "Minister Luis Rojas and Minister Lars Holm spent the day campaigning.",
                             "Minister Luis Rojas and Minister Lars Holm visited Norway.",
                             "Minister Luis Rojas denied having met Minister Lars Holm.",
                             "Minister Luis Rojas saw Minister Lars Holm on television.",
                             "Minister Luis Rojas called Minister Lars Holm weak.",
                             "Minister Luis Rojas and Minister Lars Holm jointly said that the border was open.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("those who were there are told in many ways", "[extract][scenes]") {
  const auto words =
      GENERATE(as<std::string>{}, ". General Nils Berg hosted the talks.", ", with General Nils Berg at the table.",
               ", with General Nils Berg taking notes.", ". Adviser Holm was silent, as was General Nils Berg.",
               ". General Nils Berg was seated next to Minister Rojas.", ". General Nils Berg was in the room.",
               ". Opposite them was General Nils Berg.", ". Minister Holm brought along General Nils Berg.",
               ". Travelling with Minister Holm was General Nils Berg.");
  const auto text = "Minister Luis Rojas met with Minister Lars Holm" + words;
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("those who watch take part", "[extract][scenes]") {
  const auto records = records_of(
      "President Luis Rojas gave the medal to Captain Lars Holm as Minister Nils Berg and General Pablo Soto watched.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg", "Pablo Soto"}});
}

TEST_CASE("a clause may leave its verb out", "[extract][scenes]") {
  const auto text = GENERATE(
      as<std::string>{}, "In Oslo, Minister Luis Rojas met Minister Lars Holm; in Bergen, General Nils Berg.",
      "Minister Luis Rojas held talks on Wednesday with Minister Lars Holm and with General Nils Berg on Thursday.",
      "Minister Luis Rojas received Minister Lars Holm and, half an hour later, General Nils Berg.",
      "Each of Minister Lars Holm and General Nils Berg was received by Minister Luis Rojas.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("another with goes on behind a clause about whom the first is", "[extract][scenes]") {
  const auto records = records_of(
      "Minister Luis Rojas had lunch with Minister Lars Holm, who is on an official visit, and with General Nils "
      "Berg.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("a host and an apposition to him are one", "[extract][scenes]") {
  const auto records = records_of(
      "President Luis Rojas received Minister Lars Holm. The minister later met Premier Pablo Soto. In the evening he "
      "dined with his host, General Nils Berg.");
  CHECK(circles(records) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Lars Holm", "Pablo Soto"}, {"Lars Holm", "Nils Berg"}});
}

TEST_CASE("a name with an Arabic article is the name without it", "[extract][scenes]") {
  const auto records = records_of("President Omar al-Bakri arrived in Oslo. Minister Lars Holm received Bakri there.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Omar al-Bakri"}});
}
