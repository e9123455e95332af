#include "texts.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

// Who was there besides those whom a verb of meeting names: missions, guests, chairs, those who came for it or were
// next.

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

namespace {

bool tells(const std::string& text, const std::vector<std::string>& circle) {
  const auto told = circles(records_of(text));
  return std::find(told.begin(), told.end(), circle) != told.end();
}

}  // namespace

TEST_CASE("the leaders are all of their mission", "[extract][company]") {
  CHECK(
      tells("A mission was in Oslo. It comprised President Luis Rojas of Peru; President Juan Soto of Chile; "
            "and Tim Hale, special envoy of President Anna Strand of Kenya. The leaders held talks in Oslo with "
            "Minister Lars Holm on Monday.",
            {"Juan Soto", "Lars Holm", "Luis Rojas", "Tim Hale"}));
}

TEST_CASE("whoever accompanied them was there, whatever his country", "[extract][company]") {
  CHECK(
      circles(records_of("In Lima on Monday President Juan Soto of Chile and President Lars Holm of Norway lit candles "
                         "at the church. They were accompanied by Peru's envoy, Luis Rojas.")) ==
      Circles{{"Juan Soto", "Lars Holm", "Luis Rojas"}});
  CHECK(circles(records_of("Minister Lars Holm met the president-elect, Juan Soto, whom his adviser, Luis Rojas, "
                           "accompanied.")) == Circles{{"Juan Soto", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("who came for the ceremony was at it", "[extract][company]") {
  CHECK(circles(records_of("President Luis Rojas and President Lars Holm signed the treaty in Lima on Monday. King Tim "
                           "of Spain came to Lima for the ceremony as a witness.")) ==
        Circles{{"Lars Holm", "Luis Rojas", "Tim"}});
  CHECK(tells(
      "President Luis Rojas and President Lars Holm signed the treaty in Lima on Monday. President Luis Rojas met "
      "separately with Minister Juan Soto, who came to Lima for the ceremony.",
      {"Juan Soto", "Lars Holm", "Luis Rojas"}));
}

TEST_CASE("semicolons divide those who were present, too", "[extract][company]") {
  CHECK(circles(records_of("President Luis Rojas met Minister Juan Soto in Lima on Monday. For Norway, Ambassador Lars "
                           "Holm; the Director for Energy, Tim Hale; and Director Anna Strand, were also present.")) ==
        Circles{{"Anna Strand", "Juan Soto", "Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("who is named behind an opening phrase begins the sentence", "[extract][company]") {
  CHECK(
      circles(records_of("Before the meeting with President Luis Rojas, Minister Lars Holm and Governor Tim Hale held "
                         "talks in Lima.")) == Circles{{"Lars Holm", "Tim Hale"}});
}

TEST_CASE("who chairs a meeting is at it", "[extract][company]") {
  CHECK(circles(
            records_of("President Luis Rojas and Minister Lars Holm met in Lima on Monday in a meeting mediated by the "
                       "envoy Tim Hale.")) == Circles{{"Lars Holm", "Luis Rojas", "Tim Hale"}});
  CHECK(
      circles(records_of("President Luis Rojas and Minister Lars Holm logged on to a video call of the friends of Peru "
                         "chaired by Minister Juan Soto.")) == Circles{{"Juan Soto", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("who follows is met next", "[extract][company]") {
  CHECK(
      circles(records_of("In Lima on Monday President Luis Rojas received Minister Lars Holm first; Governor Tim Hale "
                         "followed.")) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Tim Hale"}});
}

TEST_CASE("a photograph shows who was together", "[extract][company]") {
  CHECK(
      circles(records_of("The leaders posed for a photo in Lima on Monday. From left: Luis Rojas, Lars Holm, Tim Hale "
                         "and Anna Strand.")) == Circles{{"Anna Strand", "Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("those who joined were not at what is told of them in passing", "[extract][company]") {
  const std::string text =
      "HELSINKI, March 21, 1997 - President Luis Rojas and President Lars Holm met in Helsinki on Friday. Joining them "
      "at the table for the talks were Minister Juan Soto and Minister Tim Hale, who saw each other in Moscow on March "
      "3, 1997.";
  CHECK(tells(text, {"Juan Soto", "Lars Holm", "Luis Rojas", "Tim Hale"}));
  CHECK(tells(text, {"Juan Soto", "Tim Hale"}));
}

TEST_CASE("who writes I is not one of the two leaders", "[extract][company]") {
  CHECK(
      tells("Statement by High Representative Anna Strand\n\nIn Ohrid on Monday I had separate meetings: first with "
            "Prime Minister Luis Rojas, and after him with President Lars Holm. The two leaders agreed when I received "
            "them in Brussels on 27 February.",
            {"Anna Strand", "Lars Holm", "Luis Rojas"}));
}

TEST_CASE("the five are the four of before and whom they met", "[extract][company]") {
  CHECK(
      tells("President Luis Rojas met with President Lars Holm in Lima on Monday. President Luis Rojas, Juan Soto, Tim "
            "Hale and Anna Strand were shown around the ruins of Callao. At the palace the five discussed aid.",
            {"Anna Strand", "Juan Soto", "Lars Holm", "Luis Rojas", "Tim Hale"}));
}

TEST_CASE("an hour before a weekday ends no sentence", "[extract][company]") {
  CHECK(circles(records_of("Minister Lars Holm landed in Lima at 10:43 p.m. Tuesday, to be greeted by Governor Tim "
                           "Hale.")) == Circles{{"Lars Holm", "Tim Hale"}});
}

TEST_CASE("to host is no office", "[extract][company]") {
  const auto records = records_of("Minister Lars Holm was pleased to host US Secretary Tim Hale in Oslo on Monday.");
  REQUIRE(records.size() == 1);
  CHECK(test::participant(records, "Tim Hale")->position == "Secretary");
}

TEST_CASE("who cut the ribbon stands behind by", "[extract][company]") {
  CHECK(circles(
            records_of("The ribbon was cut in Oslo on Monday by President Luis Rojas and Minister Lars Holm; Governor "
                       "Tim Hale attended the ceremony.")) == Circles{{"Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("whoever accompanied somebody to a monument was there", "[extract][company]") {
  CHECK(circles(records_of("On Monday President Luis Rojas laid flowers at the monument in Oslo. Governor Tim Hale "
                           "accompanied him.")) == Circles{{"Luis Rojas", "Tim Hale"}});
}

TEST_CASE("a trilateral summit is of the three just told of", "[extract][company]") {
  CHECK(circles(records_of("President Luis Rojas, President Lars Holm and Prime Minister Tim Hale attended the opening "
                           "ceremony in Oslo on Monday. Then, the trilateral summit was held.")) ==
        Circles{{"Lars Holm", "Luis Rojas", "Tim Hale"}, {"Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("who spoke at the talks was at them", "[extract][company]") {
  CHECK(circles(records_of("President Luis Rojas met President Lars Holm in Oslo on Monday. Minister Juan Soto and "
                           "Minister Tim Hale spoke at the talks.")) ==
        Circles{{"Juan Soto", "Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("a first face-to-face meeting may have others in it", "[extract][company]") {
  CHECK(circles(records_of("President Luis Rojas met President Lars Holm in Oslo on Monday. It was their first "
                           "face-to-face meeting. Also taking part was Minister Tim Hale.")) ==
        Circles{{"Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("a gathering of which nobody was named is of those who attended it", "[extract][company]") {
  CHECK(circles(records_of("OSLO, June 5, 2024 - President Luis Rojas met President Lars Holm in Oslo on Monday. On "
                           "Tuesday a ceremony was held at the palace. It was attended by Governor Tim Hale and Mayor "
                           "Juan Soto.")) == Circles{{"Lars Holm", "Luis Rojas"}, {"Juan Soto", "Tim Hale"}});
}

TEST_CASE("a remark in brackets does not end a list of those present", "[extract][company]") {
  CHECK(
      circles(records_of("President Luis Rojas met President Lars Holm in Oslo on Monday. The session was attended by "
                         "Tim Hale, Minister of Energy; Juan Soto, Minister of Commerce (accompanying minister); Anna "
                         "Strand, Minister of Finance.")) ==
      Circles{{"Anna Strand", "Juan Soto", "Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("who led those talks was at what was told before", "[extract][company]") {
  CHECK(
      circles(records_of("The agreement was signed in Lima on Monday by Minister Luis Rojas, and by Governor Tim Hale. "
                         "Envoy Lars Holm and Envoy Juan Soto facilitated those talks.")) ==
      Circles{{"Juan Soto", "Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("whose adviser somebody is was not there", "[extract][company]") {
  CHECK(circles(records_of(
            "The agreement was signed in Lima on Monday by Ambassador Luis Rojas, national security adviser "
            "to Prime Minister Anna Strand, and by Governor Tim Hale.")) == Circles{{"Luis Rojas", "Tim Hale"}});
}

TEST_CASE("the day on which others died is not the meeting's", "[extract][company]") {
  const auto records = records_of(
      "Presidents Luis Rojas and Lars Holm unveiled a memorial to those killed in the village in March 1945.", "");
  REQUIRE(records.size() == 1);
  CHECK_FALSE(records[0].date);
}

TEST_CASE("words of time may stand within the verb", "[extract][company]") {
  CHECK(circles(records_of("President Luis Rojas was on Monday received by Governor Tim Hale. Minister Lars Holm had "
                           "earlier in the day met Mayor Juan Soto.")) ==
        Circles{{"Luis Rojas", "Tim Hale"}, {"Juan Soto", "Lars Holm"}});
}

TEST_CASE("they are those whom the last sentence said to be the first", "[extract][company]") {
  CHECK(
      tells("President Luis Rojas received President Lars Holm in Lima on Monday. The first guests were Minister Juan "
            "Soto and Governor Tim Hale. They met in Lima on March 15 with Mayor Anna Strand.",
            {"Anna Strand", "Juan Soto", "Tim Hale"}));
}

TEST_CASE("whom two join for a summit is at it", "[extract][company]") {
  CHECK(circles(records_of("In Sharm on Monday President Luis Rojas and Minister Tim Hale conferred for an hour before "
                           "joining their hosts, President Lars Holm and King Juan, for the four-way summit.")) ==
        Circles{{"Luis Rojas", "Tim Hale"}, {"Juan", "Lars Holm", "Luis Rojas", "Tim Hale"}});
}

TEST_CASE("a summit that one went on to is of those around its table", "[extract][company]") {
  CHECK(
      circles(records_of("President Luis Rojas and President Lars Holm held a meeting in Entebbe on Monday. Rojas then "
                         "took part in a regional summit. Around the table were President Juan Soto of Chile and "
                         "President Anna Strand of Kenya.")) ==
      Circles{{"Lars Holm", "Luis Rojas"}, {"Anna Strand", "Juan Soto", "Luis Rojas"}});
}

TEST_CASE("who was the host of a meeting recalled brings nobody else to it", "[extract][company]") {
  CHECK(tells(
      "GENEVA, 16 October 2017 - President Luis Rojas and President Lars Holm met today in Geneva. Minister Juan "
      "Soto also participated in the meeting. The presidents had last met on 20 June 2016 in Oslo, where King Tim "
      "of Norway was their host.",
      {"Lars Holm", "Luis Rojas", "Tim"}));
}

TEST_CASE("the chef of somebody's cabinet stands for himself", "[extract][company]") {
  CHECK(circles(
            records_of("President Luis Rojas met President Lars Holm in Oslo on Monday. Ambassador Juan Soto, Chef de "
                       "Cabinet to Secretary-General Tim Hale, sat in as observer.")) ==
        Circles{{"Juan Soto", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("the guests of one's own country are no guests", "[extract][company]") {
  CHECK(tells(
      "Foreign Minister Juan Soto of Chile and Foreign Minister Lars Holm of Norway met Foreign Minister Ilia Dolidze "
      "of Georgia in Tbilisi on Monday. In the afternoon President Nino Kobidze of Georgia received the guests at "
      "the palace.",
      {"Juan Soto", "Lars Holm", "Nino Kobidze"}));
}

TEST_CASE("talks between one who is described at length and another", "[extract][company]") {
  CHECK(circles(
            records_of("Bilateral discussions between President Luis Rojas, who is on an official visit to Norway, and "
                       "Prime Minister Lars Holm were held on Friday.")) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("the head of the delegation may be named in the next sentence", "[extract][company]") {
  CHECK(circles(
            records_of("Minister Luis Rojas on Thursday received a delegation of military specialists from Norway. The "
                       "head of this Norwegian delegation, Major General Lars Holm, spoke of the work ahead.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("army chief needs no article, and is the COAS", "[extract][company]") {
  CHECK(tells(
      "The envoy called on army chief General Luis Rojas in Lima on Tuesday. Earlier during the day, the COAS held a "
      "meeting with Prime Minister Lars Holm.",
      {"Lars Holm", "Luis Rojas"}));
  CHECK(
      tells("Army chief General Luis Rojas was in Lima on Tuesday. On Friday, Ambassador Tim Hale met army chief and "
            "discussed matters of mutual interest.",
            {"Luis Rojas", "Tim Hale"}));
}

TEST_CASE("the day on which somebody came is not that of the next meeting", "[extract][company]") {
  const auto records = records_of(
      "Minister Luis Rojas on Tuesday met his counterparts on the margins of a forum. Rojas, who arrived in Italy on "
      "Monday, met British Foreign Secretary Tim Hale in the morning.",
      "2021-06-29");
  REQUIRE(records.size() == 1);
  CHECK(records[0].date == Date::parse("2021-06-29"));
}

TEST_CASE("a first president is not the president", "[extract][company]") {
  CHECK(circles(records_of(
            "First President of Kazakhstan Luis Rojas congratulated Uzbek President Lars Holm on Monday. "
            "Rojas spoke of the declaration signed today by the Presidents of Kazakhstan and Uzbekistan.")) ==
        Circles{});
}

TEST_CASE("the meeting between others that talks follow up on has no day", "[extract][company]") {
  const auto records = records_of(
      "On July 21, Secretary Tim Hale spoke with Foreign Minister Luis Rojas. They discussed issues, some of which "
      "were "
      "following up from the meeting between President Lars Holm and President Juan Soto.",
      "2018-07-23");
  REQUIRE(records.size() == 2);
  CHECK(records[0].date == Date::parse("2018-07-21"));
  CHECK_FALSE(records[1].date);
}
