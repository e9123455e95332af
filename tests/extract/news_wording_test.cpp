#include "texts.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

// How agencies and newspapers word that two met, beside what press services write.

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("news tells of two in many words", "[extract][news]") {
  const auto text = GENERATE(
      as<std::string>{}, "President Luis Rojas said after meeting Minister Lars Holm in Oslo that trade would grow.",
      "\"Trade will grow,\" said President Luis Rojas following a meeting with Minister Lars Holm in Oslo.",
      "At a joint press conference with Minister Lars Holm in Oslo, President Luis Rojas said trade would grow.",
      "President Luis Rojas and Minister Lars Holm held a joint news conference in Oslo.",
      "President Luis Rojas told a joint press conference with Minister Lars Holm in Oslo that trade would grow.",
      "Speaking alongside Minister Lars Holm in Oslo, President Luis Rojas said trade would grow.",
      "President Luis Rojas had the honour of meeting Minister Lars Holm.",
      "President Luis Rojas had the pleasure to meet Minister Lars Holm.",
      "In addition to meeting Minister Lars Holm, President Luis Rojas saw the harbour.",
      "President Luis Rojas on Monday called his Danish counterpart, Lars Holm, to discuss the harbour.",
      "President Luis Rojas received a phone call today, May 4, from Lars Holm, the Danish minister.",
      "President Luis Rojas has thanked Minister Lars Holm for his support during a meeting in Oslo.",
      "President Luis Rojas has been to the Foreign Ministry to call on Minister Lars Holm.",
      "Minister Luis Rojas had a cordial interaction with Minister Lars Holm in Oslo.",
      "The harbour filled a meeting at the Royal Palace of President Luis Rojas with Minister Lars Holm.",
      "On May 3, a meeting took place at the Royal Palace of President Luis Rojas with Minister Lars Holm.",
      "Joint Secretary (Nordic Countries) Luis Rojas met Minister Lars Holm.",
      "Under the chairmanship of Minister Luis Rojas and Minister Lars Holm, the joint commission convened in Oslo.",
      "The visit by Minister Luis Rojas to Norway included talks with Minister Lars Holm.",
      "The meeting was headed by Minister Luis Rojas and Minister Lars Holm.",
      "Minister Luis Rojas praised the harbour in a further meeting with Minister Lars Holm.",
      "Minister Luis Rojas accepted copies of the credentials of the newly appointed Ambassador Lars Holm.",
      "Mediators led by Luis Rojas met guerrilla leader Lars Holm in Oslo.",
      "The leaders of Peru and Norway — Luis Rojas and Lars Holm — met in Oslo.",
      "The talks were hosted by Minister Luis Rojas and attended by his Norwegian counterpart Lars Holm.",
      "Luis Rojas and Lars Holm's meeting in Oslo was their third.",
      "Minister Luis Rojas held a virtual meeting with World Bank Country Director Lars Holm.",
      "HE Minister Luis Rojas met Tuesday with HE Minister of Foreign Affairs of Jordan Lars Holm.",
      "The two generals, Luis Rojas and Lars Holm, exchanged views on security.",
      "Prince Luis Rojas received at the Royal Palace in Riyadh President Lars Holm.",
      "The meeting, held at the Foreign Ministry, was led by Minister Luis Rojas and Ambassador Lars Holm.",
      "Minister Luis Rojas ran into Minister Lars Holm at the summit.",
      "Ambassador Luis Rojas handed over a message to President Lars Holm.",
      "\"I had the honour of meeting President Lars Holm today,\" Ambassador Luis Rojas wrote.",
      "\"I was delighted to welcome President Lars Holm,\" said Minister Luis Rojas.",
      "Talks were held in Oslo between the delegations of Peru, led by Minister Luis Rojas, and Norway, led by "
      "Minister "
      "Lars Holm.",
      "Talks between delegations of Peru (Luis Rojas) and Norway (Lars Holm) took place in Oslo.",
      "Speakers at the forum in Oslo included Minister Luis Rojas and Ambassador Lars Holm.",
      "President Luis Rojas visited the brigade, accompanied by General Lars Holm.",
      "The only earlier contact between Luis Rojas and Lars Holm was a video call on April 16.",
      "In the morning President Luis Rojas had gone to the airport to welcome Prime Minister Lars Holm.",
      "President Luis Rojas administered the oath of office to Minister Lars Holm.",
      "General Luis Rojas came at the invitation of President Lars Holm. Rojas held talks with the Norwegian "
      "President.",
      "President Luis Rojas and Minister Lars Holm hugged.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("whoever looks forward to meeting somebody has not met him", "[extract][news]") {
  const auto text = GENERATE(as<std::string>{}, "President Luis Rojas looks forward to meeting Minister Lars Holm.",
                             "President Luis Rojas spoke of meeting Minister Lars Holm one day.",
                             "President Luis Rojas would have the honour of meeting Minister Lars Holm.",
                             "President Luis Rojas left without meeting Minister Lars Holm.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("each of several whom somebody meets beside a conference is met alone", "[extract][news]") {
  const auto text = GENERATE(
      as<std::string>{},
      "Danish Minister Luis Rojas met Norwegian counterpart Lars Holm and Peru's Nils Berg on the sidelines of the "
      "forum.",
      "Danish Minister Luis Rojas held separate meetings of which nobody spoke. In June he saw Lars Holm in Oslo, Nils "
      "Berg in Lima.",
      "Trade was the topic of separate meetings of Danish Minister Luis Rojas with ministers Lars Holm of Norway and "
      "Nils Berg of Peru.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("a press conference belongs to the meeting before it", "[extract][news]") {
  const auto records = records_of(
      "On Tuesday, Minister Luis Rojas met President Lars Holm, together with Minister Nils Berg. The President and "
      "the "
      "Minister gave a joint press conference.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("what somebody writes of a meeting needs no subject", "[extract][news]") {
  const auto text =
      GENERATE(as<std::string>{}, "\"Pleased to meet Minister Lars Holm today,\" President Luis Rojas wrote on X.",
               "\"Had a very good meeting with Minister Lars Holm,\" President Luis Rojas tweeted.",
               "\"Good conversation today with Minister Lars Holm,\" President Luis Rojas posted.",
               "\"Met Minister Lars Holm at the harbour today,\" President Luis Rojas wrote.",
               "\"We met on Friday with Minister Lars Holm,\" President Luis Rojas told reporters.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("what somebody writes of plans is no meeting", "[extract][news]") {
  const auto text = GENERATE(
      as<std::string>{}, "\"Looking forward to a meeting with Minister Lars Holm,\" President Luis Rojas wrote.",
      "\"Ready to meet Minister Lars Holm any day,\" President Luis Rojas wrote on X.",
      "\"Another meeting with Minister Lars Holm is out of the question,\" President Luis Rojas said.",
      "\"No meeting with Minister Lars Holm is needed,\" President Luis Rojas wrote on X.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("those on whose talks others build take no part in theirs", "[extract][news]") {
  const auto records = records_of(
      "Minister Luis Rojas met Minister Lars Holm. The two sides had candid discussions, building on the engagements "
      "between President Nils Berg and President Pablo Soto.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("they are those who met now and not those whose summit is recalled", "[extract][news]") {
  const auto records = records_of(
      "Minister Luis Rojas met on Tuesday with Minister Lars Holm to build on the January 21 summit between President "
      "Nils Berg and President Pablo Soto. They also discussed trade.");
  REQUIRE(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}, {"Nils Berg", "Pablo Soto"}});
  CHECK(records[0].date->to_string() == "2024-03-05");
  CHECK(records[1].date->to_string() == "2024-01-21");
}

TEST_CASE("colleagues of several are no one person", "[extract][news]") {
  const auto records = records_of(
      "Minister Luis Rojas met Minister Lars Holm. This follows meetings between Secretary Nils Berg, Envoy Pablo "
      "Soto, "
      "Secretary Jens Lund and their counterparts.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("who addressed the first session that a text tells of", "[extract][news]") {
  const auto records = records_of(
      "The inaugural session was addressed by President Luis Rojas, Premier Lars Holm and Minister Nils Berg.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("members of a delegation were along on the whole journey", "[extract][news]") {
  const auto records = records_of(
      "While in Peru, Minister Luis Rojas met President Lars Holm. While in Chile, Minister Rojas met Premier Nils "
      "Berg. "
      "Members of the delegation included General Pablo Soto and Envoy Jens Lund.");
  CHECK(circles(records) == Circles{{"Jens Lund", "Lars Holm", "Luis Rojas", "Pablo Soto"},
                                    {"Jens Lund", "Luis Rojas", "Nils Berg", "Pablo Soto"}});
}

TEST_CASE("a place is no speaker and no adjective", "[extract][news]") {
  const auto text =
      GENERATE(as<std::string>{}, "SECRETARY ROJAS:\n\nGood afternoon. Minister Luis Rojas met Minister Lars Holm.",
               "Minister Luis Rojas met Minister Lars Holm to review trends in Peru-Chile relations.");
  CAPTURE(text);
  const auto records = records_of(text);
  REQUIRE(records.size() == 1);
  CHECK(records[0].place.empty());
}

TEST_CASE("a noun of meeting keeps its own side", "[extract][news]") {
  CHECK(circles(records_of("After an audience with King Nils Berg, President Luis Rojas met Minister Lars Holm.")) ==
        Circles{{"Luis Rojas", "Nils Berg"}, {"Lars Holm", "Luis Rojas"}});
  CHECK(circles(
            records_of("President Luis Rojas met with Minister Lars Holm in Oslo ahead of Minister Holm's meeting with "
                       "Premier Nils Berg."))
            .front() == std::vector<std::string>{"Lars Holm", "Luis Rojas"});
}

TEST_CASE("names with a title inside", "[extract][news]") {
  CHECK(circles(records_of("Minister Luis Rojas met with President Hassan Sheikh Omar in Oslo.")) ==
        Circles{{"Hassan Sheikh Omar", "Luis Rojas"}});
}

TEST_CASE("who praises an occasion was not at it", "[extract][news]") {
  const auto records = records_of(
      "Minister Luis Rojas met Minister Lars Holm. They also commended the signing of the accords in September 2020.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("counterparts are listed behind the state of each", "[extract][news]") {
  const auto records = records_of(
      "Minister Luis Rojas held bilateral meetings with his counterparts from Norway, Lars Holm, Kenya, Nils Berg, and "
      "Peru, Pablo Soto.");
  CHECK(circles(records) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}, {"Luis Rojas", "Pablo Soto"}});
}

TEST_CASE("who chairs a meeting meets those who attend it", "[extract][news]") {
  const auto records = records_of(
      "President Luis Rojas chaired a meeting of the council attended by Minister Lars Holm and General Nils Berg.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("who speaks behind the last comma is nobody whom the text names before", "[extract][news]") {
  const auto ending =
      GENERATE(as<std::string>{}, "official sources said.", "his office said.", "state media reported.");
  CAPTURE(ending);
  CHECK(circles(records_of("Minister Luis Rojas met Minister Lars Holm and Adviser Nils Berg on Monday, " + ending)) ==
        Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("items of a list behind a colon are received or counted one by one", "[extract][news]") {
  CHECK(circles(records_of("This morning the Holy Father Luis received in separate audiences:\n- President Lars Holm;\n"
                           "- Archbishop Pablo Soto;\n- Senator Nils Berg.")) ==
        Circles{{"Lars Holm", "Luis"}, {"Luis", "Pablo Soto"}, {"Luis", "Nils Berg"}});
  CHECK(circles(
            records_of("A joint mission was in Lima on Monday. It comprised:\n- President Lars Holm;\n- Minister Nils "
                       "Berg;\n- Mr. Pablo Soto, adviser.\n\nThe mission met President Luis Rojas.")) ==
        Circles{{"Lars Holm", "Luis Rojas", "Nils Berg", "Pablo Soto"}});
}

TEST_CASE("a separate call is one of its own", "[extract][news]") {
  CHECK(
      circles(records_of("President Luis Rojas telephoned President Lars Holm and, in a separate call, President Nils "
                         "Berg.")) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("those who came to what the text has told of are told of later", "[extract][news]") {
  const auto text = GENERATE(
      as<std::string>{},
      "President Luis Rojas and Minister Lars Holm met in Oslo on Tuesday. The ambassador, Ann Bell, also took part in "
      "Tuesday's talks.",
      "Minister Ann Bell took part in the second meeting of the Group of Five. The meeting was hosted by Minister Luis "
      "Rojas and was attended by Minister Lars Holm.",
      "\"Trade will grow,\" said Minister Ann Bell on Monday, after the meeting with the participation of Ministers "
      "Luis "
      "Rojas and Lars Holm.",
      "Speaking at a joint news conference with President Luis Rojas and Minister Lars Holm following talks at the "
      "palace, Minister Ann Bell called the declaration a beginning.",
      "President Luis Rojas and Minister Lars Holm signed a treaty in Oslo. The treaty was signed in the presence of "
      "Minister Ann Bell and Carl Berg.");
  INFO(text);
  const auto told = records_of(text, "2024-03-07");
  REQUIRE(told.size() == 1);
  const auto names = test::names_of(told.front());
  for (const std::string name : {"Ann Bell", "Lars Holm", "Luis Rojas"}) {
    INFO(name);
    CHECK(std::find(names.begin(), names.end(), name) != names.end());
  }
}

TEST_CASE("calls to heads of two states are two", "[extract][news]") {
  CHECK(circles(records_of("Prime Minister Ann Bell on Monday spoke over phone with Ukrainian President Luis Rojas and "
                           "Russian President Lars Holm.")) ==
        Circles{{"Ann Bell", "Luis Rojas"}, {"Ann Bell", "Lars Holm"}});
}

TEST_CASE("what is claimed or lies ahead did not take place", "[extract][news]") {
  const auto text =
      GENERATE(as<std::string>{}, "The newspaper claimed that Minister Luis Rojas met Ambassador Lars Holm on Monday.",
               "President Luis Rojas will on May 23 become the first guest in years, when he sits down with President "
               "Lars Holm.");
  INFO(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("the day goes on behind what was recalled", "[extract][news]") {
  const auto told = records_of(
      "President Luis Rojas met Minister Lars Holm on Wednesday. Rojas had met Premier Carl Berg on Oct. 4 in "
      "Brussels. "
      "Later in the day, Rojas also held talks with Minister Ann Bell.",
      "2024-03-07");
  REQUIRE(told.size() == 3);
  CHECK(told.back().date == Date::parse("2024-03-06"));
}

TEST_CASE("who is met next meets whom the text accompanies", "[extract][news]") {
  const auto text = GENERATE(
      as<std::string>{}, "There was also a meeting with Minister Ann Bell.",
      "Then followed a meeting with Minister Ann Bell.", "Next came talks with Minister Ann Bell.",
      "It was followed by talks with Minister Ann Bell.", "Also on the agenda was a meeting with Minister Ann Bell.",
      "There was a further meeting with Minister Ann Bell.", "Minister Ann Bell was also received.");
  INFO(text);
  CHECK(circles(records_of("President Luis Rojas met Premier Lars Holm in Oslo on Friday. " + text, "2024-03-10")) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Ann Bell", "Luis Rojas"}});
}

TEST_CASE("he is whom the last sentence called him already", "[extract][news]") {
  CHECK(circles(records_of("Secretary-General Luis Rojas arrived in Oslo. Carl Berg, a deputy minister, was at the "
                           "airport to greet him. One after another he met with President Lars Holm and Premier Ann "
                           "Bell.")) ==
        Circles{{"Carl Berg", "Luis Rojas"}, {"Lars Holm", "Luis Rojas"}, {"Ann Bell", "Luis Rojas"}});
}

TEST_CASE("lists are read where a place, a bracket or a colon stands before them", "[extract][news]") {
  const auto text = GENERATE(
      as<std::string>{},
      "President Luis Rojas received on Thursday at Holm Palace Norwegian Foreign Minister Lars Holm and Defence "
      "Minister Ann Bell.",
      "President Luis Rojas hosted in Oslo Norwegian Foreign Minister Lars Holm and Defence Minister Ann Bell.",
      "The presidents of Peru (Luis Rojas), Norway (Lars Holm) and Chile (Ann Bell) gathered in Oslo.",
      "President [of Peru] Luis Rojas met Minister [Lars] Holm and Ambassador Ann Bell. Lars Holm left.",
      "The deal was signed in Oslo by the chief executives of three companies: Luis Rojas of Andina, Lars Holm of "
      "Nordic and Ann Bell of Southern.",
      "Minister Luis Rojas discussed the agenda with his Norwegian and Chilean colleagues Lars Holm and Ann Bell.",
      "Minister Luis Rojas and Minister Lars Holm (hereinafter referred to as \"Ministers\") met Ambassador Ann Bell.");
  INFO(text);
  CHECK(circles(records_of(text, "2024-03-10")) == Circles{{"Ann Bell", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a group stands for others than the one who meets it", "[extract][news]") {
  CHECK(circles(records_of("President Luis Rojas met President Lars Holm and President Ann Bell in Oslo. On Tuesday "
                           "Rojas held separate telephone conversations with the two leaders.",
                           "2024-03-10")) ==
        Circles{{"Ann Bell", "Lars Holm", "Luis Rojas"}, {"Lars Holm", "Luis Rojas"}, {"Ann Bell", "Luis Rojas"}});
  CHECK(circles(records_of("President Luis Rojas met President Lars Holm and Premier Ann Bell in Oslo. Ministers Carl "
                           "Berg and Nils Dahl then joined the three at the table.")) ==
        Circles{{"Ann Bell", "Carl Berg", "Lars Holm", "Luis Rojas", "Nils Dahl"}});
  CHECK(circles(records_of("Minister Luis Rojas received the co-chairs Lars Holm (Norway), Ann Bell (UK) and Carl Berg "
                           "(Sweden). Earlier the mediators were received by President Nils Dahl.")) ==
        Circles{{"Ann Bell", "Carl Berg", "Lars Holm", "Luis Rojas"},
                {"Ann Bell", "Carl Berg", "Lars Holm", "Nils Dahl"}});
}

TEST_CASE("what is arranged or planned did not take place", "[extract][news]") {
  const auto text = GENERATE(
      as<std::string>{},
      "President Luis Rojas goes on to Oslo; a courtesy call on Premier Lars Holm is being arranged.",
      "There are plans for the leaders to hold another meeting on June 1 with President Luis Rojas and Premier Lars "
      "Holm.");
  INFO(text);
  CHECK(records_of(text, "2024-03-10").empty());
}

TEST_CASE("ships, debates and captions are nobody", "[extract][news]") {
  const auto text = GENERATE(
      as<std::string>{},
      "Admiral Luis Rojas paid a courtesy call on Premier Lars Holm during a port visit by the command ship Blue "
      "Ridge.",
      "Secretary-General Luis Rojas met President Lars Holm during the General Assembly General Debate.",
      "President Luis Rojas met President Lars Holm in Oslo.\n\nPresident Luis Rojas (L) and Premier Ann Bell in May "
      "(Photo: Agency)\n\nThey spoke of trade.",
      "The talks held on Monday by President Luis Rojas and President Lars Holm were useful, spokesman Carl Berg "
      "said.");
  INFO(text);
  CHECK(circles(records_of(text, "2024-03-10")) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a headline needs no blank line where every paragraph is a line", "[extract][news]") {
  CHECK(circles(records_of("Premier meets new ambassadors of Norway, Lars Holm and Ann Bell\nPremier Luis Rojas on "
                           "Monday received Ambassador Lars Holm.\nThey spoke of trade.\nLater the same day, Premier "
                           "Rojas received newly-accredited Ambassador Ann Bell.\nShe thanked him.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Ann Bell", "Luis Rojas"}});
}

TEST_CASE("the next sentence tells the day of a meeting", "[extract][news]") {
  const auto told = records_of(
      "President Luis Rojas met Premier Lars Holm. The meeting took place at Holm Palace in Oslo on March 1.",
      "2024-03-07");
  REQUIRE(told.size() == 1);
  CHECK(told.front().date == Date::parse("2024-03-01"));
  CHECK(told.front().place == "Holm Palace");
}

TEST_CASE("who is given a warm welcome is met, and an office of an army is of its state", "[extract][news]") {
  CHECK(
      circles(records_of("General Luis Rojas arrived in Oslo and was extended a warm welcome by General Lars Holm.")) ==
      Circles{{"Lars Holm", "Luis Rojas"}});
  CHECK(circles(records_of("Commander Sri Lankan Army General Luis Rojas called on Pakistan's Army Chief General Lars "
                           "Holm. Commander of the Sri Lankan Army also called on Prime Minister Ann Bell.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Ann Bell", "Luis Rojas"}});
}

TEST_CASE("a second time is a second meeting", "[extract][wording]") {
  const auto records = records_of(
      "Ambassador Lars Holm and Minister Luis Rojas first met on January 14, 2022 in Oslo and for the second time on "
      "February 24, 2022 in Lima.");
  REQUIRE(records.size() == 2);
  CHECK(records[0].place == "Oslo");
  CHECK(records[1].place == "Lima");
  CHECK(records[0].date != records[1].date);
}

TEST_CASE("a conference that one attended is whole when others open it", "[extract][wording]") {
  CHECK(circles(records_of(
            "General Lars Holm joined his colleagues for the Chiefs of Defence Conference in Lima on Tuesday. In the "
            "morning he held a bilateral meeting with General Tim Hale. President Luis Rojas thereafter declared the "
            "conference open. General Juan Soto gave an address of welcome.")) ==
        Circles{{"Lars Holm", "Tim Hale"}, {"Juan Soto", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("who is due has not come yet", "[extract][wording]") {
  CHECK(
      circles(records_of("Minister Lars Holm met Minister Luis Rojas in Lima on Monday. Also due in Lima later in the "
                         "day is Governor Tim Hale, who is scheduled to hold talks with Rojas on Tuesday.")) ==
      Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("an apposition makes a person of a single name", "[extract][wording]") {
  CHECK(circles(records_of("Minister Lars Holm met Sugiono, the defence minister of Indonesia, in Lima on Monday.")) ==
        Circles{{"Lars Holm", "Sugiono"}});
  CHECK(
      circles(records_of("On a visit to Farport, the defence minister, Lars Holm, met Governor Tim Hale on Monday.")) ==
      Circles{{"Lars Holm", "Tim Hale"}});
}

TEST_CASE("those who came to the table are told behind a colon", "[extract][wording]") {
  CHECK(
      circles(records_of("Admiral Lars Holm and General Tim Hale opened the session in Oslo on Monday. Two officers "
                         "have come to this table for the first time: General Luis Rojas of Peru and General Juan Soto "
                         "of Chile.")) == Circles{{"Juan Soto", "Lars Holm", "Luis Rojas", "Tim Hale"}});
}
