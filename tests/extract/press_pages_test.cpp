#include "texts.hpp"

#include <catch2/catch.hpp>

// How pages of ministries and agencies tell of meetings: what they quote, list and lose on the way.

using namespace entente;
using test::Circles;
using test::circles;
using test::participant;
using test::records_of;

TEST_CASE("a pleasure to meet somebody is told of a meeting", "[extract][pages]") {
  CHECK(circles(records_of("Foreign Minister Lars Holm said it was a \"real pleasure\" to meet with Secretary of "
                           "Foreign Affairs Luis Rojas of Mexico on Friday.")) == Circles{{"Lars Holm", "Luis Rojas"}});
  CHECK(circles(records_of("Foreign Minister Lars Holm said it would be a pleasure to meet with Secretary of Foreign "
                           "Affairs Luis Rojas of Mexico on Friday.")) == Circles{});
}

TEST_CASE("a report in quotation marks is read, one's own words are not", "[extract][pages]") {
  CHECK(circles(records_of(
            "The delegation was in Lima. \"During the visit, Admiral Lars Holm met Vice Admiral Luis Rojas,\" read the "
            "statement.")) == Circles{{"Lars Holm", "Luis Rojas"}});
  CHECK(circles(records_of("\"He showed courage in posing questions to the member states,\" Secretary-General Lars "
                           "Holm said in a statement about Luis Rojas.")) == Circles{});
}

TEST_CASE("the envoys who presented their credentials are named behind", "[extract][pages]") {
  CHECK(
      circles(records_of(
          "Envoys of two states presented their credentials to President Luis Rojas on Friday. The envoys who "
          "presented their credentials were - Ambassador of France Alain Petit and Ambassador of Norway Lars Holm.")) ==
      Circles{{"Alain Petit", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("ambassadors behind their countries", "[extract][pages]") {
  const auto records = records_of(
      "President Luis Rojas on Friday received the credentials of the new ambassadors of Norway, Lars Holm, France, "
      "Alain Petit, and the United Kingdom, Tim Hale.");
  REQUIRE(records.size() == 1);
  CHECK(participant(records, "Lars Holm")->country == "NO");
  CHECK(participant(records, "Alain Petit")->country == "FR");
  CHECK(participant(records, "Tim Hale")->country == "GB");
}

TEST_CASE("a counterpart from somewhere", "[extract][pages]") {
  CHECK(circles(records_of("Secretary Tim Hale met Minister Luis Rojas on Friday. Foreign Minister Lars Holm also met "
                           "his counterpart from Bosnia and Herzegovina, Elmedin Softic.")) ==
        Circles{{"Luis Rojas", "Tim Hale"}, {"Elmedin Softic", "Lars Holm"}});
}

TEST_CASE("a space lost behind the year", "[extract][pages]") {
  const auto records = records_of(
      "March 06, 2024State Minister of Defence Hon. Lars Holm met Defence Minister Luis Rojas yesterday.", "");
  REQUIRE(records.size() == 1);
  CHECK(records[0].date == Date::parse("2024-03-05"));
}

TEST_CASE("a date before a dash is the document's", "[extract][pages]") {
  const auto records = records_of(
      "Dec. 7, 2010 - Foreign Minister Lars Holm and Secretary of State Tim Hale met in Washington on Dec. 6.", "");
  REQUIRE(records.size() == 1);
  CHECK(records[0].date == Date::parse("2010-12-06"));
}

TEST_CASE("the day of the meetings is told in the next sentence", "[extract][pages]") {
  const auto records = records_of(
      "Defence Minister Lars Holm had meetings in Lima with Foreign Minister Luis Rojas and Committee Chair Juan Soto. "
      "During the meetings on December 22, the parties discussed trade.",
      "2016-12-23");
  REQUIRE(records.size() == 2);
  CHECK(records[0].date == Date::parse("2016-12-22"));
  CHECK(records[1].date == Date::parse("2016-12-22"));
}

TEST_CASE("whose results somebody tells has no day", "[extract][pages]") {
  const auto records = records_of(
      "President Lars Holm phoned President Luis Rojas on Tuesday. Holm also told Rojas the results of his meeting "
      "with "
      "Syrian President Tarek Haddad.",
      "2017-11-22");
  REQUIRE(records.size() == 2);
  CHECK_FALSE(records[1].date);
}

TEST_CASE("where two last met is not where they meet now", "[extract][pages]") {
  const auto records = records_of(
      "Chinese Defence Minister Wei Li and US Secretary of Defense Tim Hale held a meeting. The Chinese and the US "
      "defence chiefs last met in Singapore in June.",
      "2022-11-22");
  REQUIRE(records.size() == 2);
  CHECK(records[0].place.empty());
  CHECK(records[1].place == "Singapore");
}

TEST_CASE("a monument that bears a name is nobody", "[extract][pages]") {
  CHECK(circles(records_of("Minister Luis Rojas visited Amar Jawan Jyoti and paid tributes on Friday.")) == Circles{});
  CHECK(circles(records_of("On the same day Minister Luis Rojas visited the Cathedral of St. Gevorg in Tbilisi, where "
                           "he met Bishop Lars Holm.")) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("sons of different fathers are two", "[extract][pages]") {
  CHECK(circles(records_of("President Lars Holm on Friday met Deputy Minister Prince Khalid bin Sultan bin Abdulaziz "
                           "and Riyadh Governor Prince Khalid bin Bandar bin Abdulaziz.")) ==
        Circles{{"Khalid bin Bandar bin Abdulaziz", "Khalid bin Sultan bin Abdulaziz", "Lars Holm"}});
}

TEST_CASE("a town within a name, and a bracket within an office", "[extract][pages]") {
  CHECK(circles(records_of("Chief of Staff Admiral André Silva Lima Mendes met Admiral Lars Holm on Friday.")) ==
        Circles{{"André Silva Lima Mendes", "Lars Holm"}});
  CHECK(circles(records_of("Minister Luis Rojas received a delegation led by the Secretary General of the Cooperation "
                           "Council of Turkic-Speaking States (Turkic Council) Lars Holm on Friday.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}});
  CHECK(circles(records_of("Ambassador to Brazil, General (Retd.) Lars Holm met Admiral Luis Rojas on Friday.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("one semicolon within a list", "[extract][pages]") {
  CHECK(
      circles(records_of("Foreign Minister Luis Rojas spoke on Friday with EU High Representative for Foreign Affairs "
                         "Alain Petit; OSCE Chairperson-in-Office Lars Holm, and Under-Secretary-General Tim Hale as "
                         "well.")) == Circles{{"Alain Petit", "Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("a secretary-general of nobody's is of the body that the text speaks of", "[extract][pages]") {
  const auto of_un = records_of("The Secretary-General, Lars Holm, met President Luis Rojas of Peru on Friday.");
  CHECK(participant(of_un, "Lars Holm")->country == "UN");
  const auto of_nato =
      records_of("Secretary General Lars Holm met President Luis Rojas of Peru at NATO headquarters on Friday.");
  CHECK(participant(of_nato, "Lars Holm")->country == "NATO");
}

TEST_CASE("a country in brackets behind the name", "[extract][pages]") {
  const auto records = records_of("Left to right: Lars Holm (Estonia), Alain Petit (Germany) and Tim Hale (Latvia).");
  REQUIRE(records.size() == 1);
  CHECK(participant(records, "Lars Holm")->country == "EE");
  CHECK(participant(records, "Tim Hale")->country == "LV");
}

TEST_CASE("a town is no part of a minister's office", "[extract][pages]") {
  const auto records =
      records_of("Minister Luis Rojas has met with Tim Hale, US Secretary of Defense in Brussels, Belgium.");
  REQUIRE(records.size() == 1);
  CHECK(participant(records, "Tim Hale")->position == "Secretary of Defense");
  CHECK(records[0].place == "Brussels");
}

TEST_CASE("one ambassador after the other", "[extract][pages]") {
  CHECK(circles(records_of(
            "President Luis Rojas received the ambassadors of Norway and France on Friday. During the meeting with "
            "Norwegian ambassador Lars Holm the President spoke of trade. The sides touched upon cooperation. At the "
            "meeting with French ambassador Alain Petit, the sides pointed out the importance of the upcoming Asia + "
            "Europe Summit in Xian in May.")) == Circles{{"Lars Holm", "Luis Rojas"}, {"Alain Petit", "Luis Rojas"}});
}

TEST_CASE("the name of a ceremony is nobody", "[extract][pages]") {
  CHECK(circles(records_of("Party Leader Chairs Official Welcome Ceremony For President Tim Hale.\n\nParty leader Luis "
                           "Rojas presided over the welcome ceremony for President Tim Hale on Friday.")) ==
        Circles{{"Luis Rojas", "Tim Hale"}});
}

TEST_CASE("the day on which somebody tells of it is not the day of a meeting last week", "[extract][pages]") {
  const auto records = records_of(
      "Prime Minister Lars Holm and King Luis Rojas met in Jordan last week, a diplomatic source said Saturday.",
      "2013-03-02");
  REQUIRE(records.size() == 1);
  CHECK(records[0].date == Date::parse("2013-02"));
}

TEST_CASE("a dateline in brackets of agencies", "[extract][pages]") {
  const auto records = records_of(
      "ABU DHABI, (UrduPoint / Pakistan Point News / WAM - 25th Nov, 2020) Minister Lars Holm and Minister Luis Rojas "
      "today signed a memorandum.",
      "");
  REQUIRE(records.size() == 1);
  CHECK(records[0].date == Date::parse("2020-11-25"));
}

TEST_CASE("a town behind a particle of a name", "[extract][pages]") {
  CHECK(circles(records_of("Minister Lars Holm called on Prime Minister Carlos Agostinho do Rosario on Friday.")) ==
        Circles{{"Carlos Agostinho do Rosario", "Lars Holm"}});
}

TEST_CASE("titles that are surnames, too", "[extract][pages]") {
  CHECK(circles(records_of("Defence Minister Luis Rojas met with his Australian counterparts, Julie Bishop and Anna "
                           "Strand, in Lima on Friday.")) == Circles{{"Anna Strand", "Julie Bishop", "Luis Rojas"}});
}

TEST_CASE("who is due to meet has not met", "[extract][pages]") {
  CHECK(circles(records_of("President Luis Rojas is on Wednesday also due to hold meetings with President Lars Holm of "
                           "Norway.")) == Circles{});
}

TEST_CASE("the leader of a movement", "[extract][pages]") {
  CHECK(circles(records_of("Minister Luis Rojas on Friday held talks with the spokesman for Yemen's Houthi Ansarullah "
                           "movement, Mohammad Hamdan, on trade.")) == Circles{{"Luis Rojas", "Mohammad Hamdan"}});
}

TEST_CASE("a counterpart is one of the two ministers", "[extract][pages]") {
  CHECK(
      circles(records_of(
          "Defence Minister Lars Holm and his counterpart Luis Rojas will meet alongside Foreign Minister Alain Petit "
          "and Foreign Minister Tim Hale. The two defence ministers last met in June in Singapore.")) ==
      Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a meeting that is to be held dates no call", "[extract][pages]") {
  const auto records = records_of(
      "Secretary Tim Hale spoke by phone with Defence Minister Lars Holm to discuss plans for the next group to be "
      "held "
      "in November. It was the first time that President Luis Rojas took part in the meeting.",
      "2023-10-12");
  REQUIRE(records.size() == 1);
  CHECK(records[0].date == Date::parse("2023-10-12"));
  CHECK(records[0].participants.size() == 2);
}

TEST_CASE("a letter lost from a name", "[extract][pages]") {
  CHECK(circles(records_of("Minister Lars Holm met John Healey on Friday. Holm discussed trade with John Healy.")) ==
        Circles{{"John Healey", "Lars Holm"}});
}

TEST_CASE("a second time told at length", "[extract][pages]") {
  CHECK(records_of(
            "Lars Holm, Luis Rojas and Tim Hale met in February 2022 and then again on the sidelines of the Munich "
            "Security Conference in February 2023.")
            .size() == 2);
}

TEST_CASE("the president's adviser is no president", "[extract][pages]") {
  const auto records = records_of(
      "Jakub Kowal, the Polish president's foreign policy advisor, met Minister Lars Holm on Friday. The Polish "
      "president met Prime Minister Luis Rojas on Saturday.");
  REQUIRE(records.size() == 1);
  CHECK_FALSE(participant(records, "Luis Rojas"));
}

TEST_CASE("whom somebody received is listed in the next sentence", "[extract][pages]") {
  const auto records = records_of(
      "President Luis Rojas has received letters of credence from two newly appointed ambassadors in a ceremony held "
      "on "
      "Friday, March 1, 2024, at State House. The envoys included Alain Petit (Algeria) and Lars Holm (Norway). Deputy "
      "President Tim Hale attended the ceremony.");
  CHECK(circles(records) == Circles{{"Alain Petit", "Lars Holm", "Luis Rojas", "Tim Hale"}});
  CHECK(records.front().date == Date::parse("2024-03-01"));
  CHECK(records.front().type == EventType::ceremony);
}

TEST_CASE("nobody attends his own funeral", "[extract][pages]") {
  CHECK(
      circles(records_of(
          "Dignitaries, including Secretary-General Lars Holm, are attending the funeral of the former president, "
          "Tim Hale, on Thursday. Some of the heads of state attending include President Luis Rojas of Peru and Alain "
          "Petit of Liberia.")) == Circles{{"Alain Petit", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("discussions that turn out to be a call", "[extract][pages]") {
  const auto records = records_of(
      "KUALA LUMPUR: Prime Minister Lars Holm and President Luis Rojas discussed efforts to strengthen relations. In a "
      "post on Monday, Holm said the telephone conversation also touched on security.");
  REQUIRE(records.size() == 1);
  CHECK(records[0].type == EventType::call);
  const auto told = records_of(
      "Prime Minister Lars Holm and President Luis Rojas have held discussions on trade. The leaders conducted a "
      "telephone conversation on ties. Their discussion covered security.");
  REQUIRE(told.size() == 1);
  CHECK(told[0].type == EventType::call);
}

TEST_CASE("Malay styles before and within names", "[extract][pages]") {
  const auto records = records_of(
      "President Luis Rojas met Foreign Minister Datuk Seri Zambry Abdul Kadir, National Unity Minister Datuk Aaron "
      "Dagang "
      "and Trade Minister Datuk Seri Zafrul Tengku Abdul Aziz on Friday.");
  CHECK(circles(records) == Circles{{"Aaron Dagang", "Luis Rojas", "Zafrul Tengku Abdul Aziz", "Zambry Abdul Kadir"}});
  CHECK(participant(records, "Zambry Abdul Kadir")->position == "Foreign Minister");
}
