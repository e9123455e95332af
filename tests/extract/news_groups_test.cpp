#include "texts.hpp"

#include <string>

#include <catch2/catch.hpp>

// Groups, sides and settings: whom "the two ministers" are, who is there throughout, when and where each of several
// met.

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("offices of several states are those whom the text names with them", "[extract][news]") {
  CHECK(
      circles(records_of("President Luis Rojas of Peru met President Lars Holm of Norway on Monday. Minister Ann Bell "
                         "was received by Minister Carl Berg. At a further meeting on Tuesday the Presidents of Peru "
                         "and Norway signed a declaration.",
                         "2024-03-07")) ==
      Circles{{"Lars Holm", "Luis Rojas"}, {"Ann Bell", "Carl Berg"}, {"Lars Holm", "Luis Rojas"}});
  // With each of them separately, where there were several meetings.
  CHECK(circles(records_of("Minister Ann Bell held bilateral meetings with the defence ministers of Peru and Norway in "
                           "London on Monday. Peruvian Defence Minister Luis Rojas spoke of trade. The Norwegian "
                           "Defence Minister, Lars Holm, spoke of ships.",
                           "2024-03-07")) == Circles{{"Ann Bell", "Luis Rojas"}, {"Ann Bell", "Lars Holm"}});
}

TEST_CASE("ministers of one country are those of them whom the text speaks of", "[extract][news]") {
  CHECK(circles(records_of(
            "Peruvian Foreign Minister Luis Rojas and Norwegian Foreign Minister Lars Holm signed the pact in Lima, "
            "with Norwegian Defence Minister Carl Berg and Peruvian Defence Minister Juan Paz present. The two "
            "Norwegian ministers then paid a courtesy call on President Ana Vega.")) ==
        Circles{{"Carl Berg", "Juan Paz", "Lars Holm", "Luis Rojas"}, {"Ana Vega", "Carl Berg", "Lars Holm"}});
}

TEST_CASE("who accompanies somebody throughout is at all that he does", "[extract][news]") {
  CHECK(circles(records_of("Speaker Ann Bell was accompanied throughout her stay by three members of the House: Carl "
                           "Berg, chair of the Foreign Affairs Committee; Nils Dahl; and Lars Holm. President Luis "
                           "Rojas later hosted the delegation for lunch at the Lima Guest House.")) ==
        Circles{{"Ann Bell", "Carl Berg", "Lars Holm", "Luis Rojas", "Nils Dahl"}});
}

TEST_CASE("a surname is that of whom the text introduced with it first, wherever it stands", "[extract][news]") {
  CHECK(
      circles(records_of("North Korean leader Kim Jong-un met South Korean President Moon Jae-in. Kim Yong-chol, head "
                         "of a department, sat in. Kim and Moon shook hands.")) ==
      Circles{{"Kim Jong-un", "Kim Yong-chol", "Moon Jae-in"}});
}

TEST_CASE("tags at the end of a page name nobody", "[extract][news]") {
  CHECK(circles(records_of("President Luis Rojas met President Lars Holm of Norway in Lima. Rojas then saw Premier Ann "
                           "Bell.\n\nTAGS\nRojas  Lars Holm  Bell")) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Ann Bell", "Luis Rojas"}});
}

TEST_CASE("places and days may stand before each of several who were met", "[extract][news]") {
  const auto told = records_of(
      "President Luis Rojas returned on Sunday. In Oslo on Friday he was received by President Lars Holm, and in Rome "
      "on Saturday by Premier Ann Bell.",
      "2024-03-11");
  REQUIRE(told.size() == 2);
  CHECK(told[0].place == "Oslo");
  CHECK(told[0].date == Date::parse("2024-03-08"));
  CHECK(told[1].place == "Rome");
  CHECK(told[1].date == Date::parse("2024-03-09"));
}

TEST_CASE("what a meeting follows is not what the text goes on about", "[extract][news]") {
  const auto told = records_of(
      "President Luis Rojas received Premier Ann Bell in Lima on Monday. The meeting follows up on the telephone "
      "conversation that President Rojas and President Lars Holm held on February 21. Minister Carl Berg was also "
      "present.",
      "2024-03-07");
  REQUIRE(told.size() == 2);
  CHECK(circles(told) == Circles{{"Ann Bell", "Carl Berg", "Luis Rojas"}, {"Lars Holm", "Luis Rojas"}});
  CHECK(told[1].date == Date::parse("2024-02-21"));
}

TEST_CASE("each of two delegations has its own head", "[extract][news]") {
  CHECK(
      circles(records_of("Premier Ann Bell presided over the closing of the talks between a Peruvian delegation and a "
                         "Norwegian delegation in London. The Peruvian delegation was headed by Minister Luis Rojas, "
                         "and the Norwegian delegation by Minister Lars Holm.")) ==
      Circles{{"Ann Bell", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("words between a preposition and a name only say who somebody is", "[extract][news]") {
  CHECK(circles(records_of("President Luis Rojas talked behind closed doors with Lima student leader Lars Holm.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}});
  CHECK(
      circles(records_of("President Luis Rojas used the stopover for bilateral meetings with two other leaders of the "
                         "region – Prime Minister of Norway, Lars Holm; and Premier Ann Bell.")) ==
      Circles{{"Lars Holm", "Luis Rojas"}, {"Ann Bell", "Luis Rojas"}});
}

TEST_CASE("the order of a date in digits is that of the dateline below it", "[extract][news]") {
  const auto told = records_of(
      "08/03/2022 08:41 PM\n\nOslo, Aug. 3 (ABC) President Luis Rojas met Premier Lars Holm on Tuesday.", "");
  REQUIRE(told.size() == 1);
  CHECK(told.front().date == Date::parse("2022-08-02"));
}

TEST_CASE("headlines of other articles at the end of a page tell and date nothing", "[extract][news]") {
  const auto told = records_of(
      "Premier receives minister\n\nYesterday Premier Luis Rojas received Minister Lars Holm.\n\nHe thanked him.\n\n"
      "Related News\n11:50 / 04.11.2023\nPremier Rojas meets President Ann Bell",
      "");
  REQUIRE(told.size() == 1);
  CHECK(circles(told) == Circles{{"Lars Holm", "Luis Rojas"}});
  CHECK(!told.front().date);
}

TEST_CASE("a name stands behind the field of its office, the town where it was met and the republic it governs",
          "[extract][news]") {
  CHECK(circles(records_of("Members of the delegation - Minister of Energy Parviz Dahl, SOCAR President Lars Holm and "
                           "Minister Ann Bell laid flowers at the monument.")) ==
        Circles{{"Ann Bell", "Lars Holm", "Parviz Dahl"}});
  CHECK(circles(records_of("President Luis Rojas received today in Oslo Chairwoman of the Senate Ann Bell.")) ==
        Circles{{"Ann Bell", "Luis Rojas"}});
  CHECK(circles(records_of("H.E President Luis Rojas received a delegation led by the President of the Republic of "
                           "Tatarstan Lars Holm.")) == Circles{{"Lars Holm", "Luis Rojas"}});
  CHECK(circles(records_of("Premier Luis Rojas met President Mohamed Ould Cheikh Dahl.")) ==
        Circles{{"Luis Rojas", "Mohamed Ould Cheikh Dahl"}});
}

TEST_CASE("whom the hosts send along comes along no further", "[extract][news]") {
  CHECK(circles(records_of("President Luis Rojas of Peru flew to Bergen. He was accompanied by Norwegian envoy Lars "
                           "Holm. On Monday he met Premier Ann Bell in Rome.")) == Circles{{"Ann Bell", "Luis Rojas"}});
}

TEST_CASE("a day above a paragraph is that of those told to have been there", "[extract][news]") {
  const auto told = records_of(
      "Secretary Luis Rojas left Oslo today.\n\nHe had met Minister Lars Holm on Thursday.\n\nTrade was the subject."
      "\n\nMuch was agreed.\n\nIt was a good day.\n\nMuch was said.\n\nFriday, May 3\n\nThe Secretary presided as "
      "Admiral Nils Dahl took charge of the command.\n\nGeneral Carl Berg also addressed the crowd.",
      "2024-05-03");
  REQUIRE(told.size() == 2);
  CHECK(circles(told) == Circles{{"Lars Holm", "Luis Rojas"}, {"Carl Berg", "Luis Rojas", "Nils Dahl"}});
  CHECK(told[1].date == Date::parse("2024-05-03"));
}

TEST_CASE("peers hold offices of one field", "[extract][news]") {
  CHECK(circles(records_of("President Ana Vega received Russian Foreign Minister Sergei Petrov and Russian Defence "
                           "Minister Oleg Ivanov. Defence Minister Luis Rojas then had talks with his Russian "
                           "counterpart.")) ==
        Circles{{"Ana Vega", "Oleg Ivanov", "Sergei Petrov"}, {"Luis Rojas", "Oleg Ivanov"}});
}

TEST_CASE("new envoys are not whom they presented their letters to", "[extract][news]") {
  CHECK(
      circles(records_of("Three new envoys presented their letters of credence to President Luis Rojas on Monday. The "
                         "envoys are Lars Holm, Ann Bell and Carl Berg. They met President Rojas later.")) ==
      Circles{{"Ann Bell", "Carl Berg", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a meeting of defence ministers is a title, and a house without a name no place", "[extract][news]") {
  CHECK(records_of("Defence Ministers Lars Holm and Luis Rojas are neighbours. President Ann Bell spoke of the Defence "
                   "Ministers' meeting.")
            .empty());
  const auto told = records_of("President Luis Rojas met Premier Lars Holm at a monument.");
  REQUIRE(told.size() == 1);
  CHECK(told.front().place.empty());
}

TEST_CASE("an envoy of somebody stands in a list of those received", "[extract][news]") {
  CHECK(circles(records_of("President Luis Rojas received Lars Holm, Personal Envoy of King Harald, and Minister Carl "
                           "Berg.")) == Circles{{"Carl Berg", "Lars Holm", "Luis Rojas"}});
}
