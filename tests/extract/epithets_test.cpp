#include "texts.hpp"

#include <catch2/catch.hpp>

// Persons who are called by country, walk of life or a past office, and scenes that no word of meeting tells.

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("a country or a walk of life stands for whoever was named", "[extract][epithets]") {
  const auto text = GENERATE(
      as<std::string>{}, "Peruvian President Luis Rojas arrived on Monday. The Peruvian met Minister Lars Holm.",
      "President Luis Rojas, a former boxer, arrived on Monday. The former guerrilla met Minister Lars Holm.",
      "President Luis Rojas arrived on Monday. Minister Lars Holm met the leftist.",
      "Luis Rojas arrived on Monday. The former president met Minister Lars Holm.",
      "King Luis Rojas arrived on Monday. The monarch met Minister Lars Holm.",
      "General Luis Rojas arrived on Monday. The General met Minister Lars Holm.",
      "Luis Rojas arrived on Monday. The Peruvian party chief met Minister Lars Holm.",
      "Luis Rojas is declared the winner on Monday. Minister Lars Holm was received by the president.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("an adjective before a noun is nobody", "[extract][epithets]") {
  const auto text = GENERATE(
      as<std::string>{}, "Peruvian President Luis Rojas arrived on Monday. The Peruvian press met Minister Lars Holm.",
      "President Luis Rojas arrived on Monday. The leftist daily interviewed Minister Lars Holm.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("gestures, errands and witnesses tell who was together", "[extract][epithets]") {
  const auto text = GENERATE(as<std::string>{}, "Minister Luis Rojas shook Minister Lars Holm's hand.",
                             "Minister Luis Rojas drove to the palace to congratulate President Lars Holm.",
                             "Minister Luis Rojas cornered Minister Lars Holm in a corridor.",
                             "Minister Luis Rojas kept Minister Lars Holm talking until midnight.",
                             "Minister Luis Rojas heard Minister Lars Holm out.",
                             "Minister Luis Rojas paid Minister Lars Holm a visit.",
                             "Minister Luis Rojas shared a stage with Minister Lars Holm.",
                             "Chief Justice Luis Rojas swears President Lars Holm in.",
                             "Minister Luis Rojas gave a luncheon at the palace for Minister Lars Holm.",
                             "Minister Luis Rojas and Minister Lars Holm spent an hour in private.",
                             "Minister Luis Rojas and Minister Lars Holm agreed on Monday to end the war.",
                             "Minister Luis Rojas and Minister Lars Holm arrived on Monday. The two foes sat down.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("errands that nobody ran are no occasions", "[extract][epithets]") {
  const auto text =
      GENERATE(as<std::string>{}, "Minister Luis Rojas wants to go to Oslo to congratulate President Lars Holm.",
               "Minister Luis Rojas phoned the palace to congratulate it on President Lars Holm's speech.",
               "Minister Luis Rojas shook the party's confidence in President Lars Holm.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("those beside somebody were there, the absent were not", "[extract][epithets]") {
  const auto words = GENERATE(as<std::string>{}, " in General Nils Berg's presence.",
                              ", General Nils Berg standing by.", ". Next to Minister Rojas was General Nils Berg.",
                              ". At Minister Holm's elbow was General Nils Berg.", ", hosted by General Nils Berg.");
  const auto text = "Minister Luis Rojas held talks with Minister Lars Holm" + words;
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
  CHECK(
      circles(records_of("Minister Luis Rojas met Minister Lars Holm. General Nils Berg, who had accompanied Minister "
                         "Rojas, was absent from the talks.")) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("each turn is an occasion", "[extract][epithets]") {
  const auto text =
      GENERATE(as<std::string>{},
               "President Luis Rojas had two bilaterals on Monday. First came Minister Lars Holm. Then it was General "
               "Nils Berg.",
               "President Luis Rojas held a string of meetings. First was Minister Lars Holm. He was followed by "
               "General Nils Berg.",
               "President Luis Rojas received the two, Minister Lars Holm and General Nils Berg, separately.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("an entry of a timeline has the date at its head", "[extract][dates]") {
  const auto records = records_of(
      "TIMELINE\n\n* Dec. 30, 2007 - Minister Luis Rojas meets Minister Lars Holm.\n\n"
      "* Jan. 9 - Minister Luis Rojas meets General Nils Berg.\n");
  REQUIRE(records.size() == 2);
  CHECK(records[0].date->to_string() == "2007-12-30");
  CHECK(records[1].date->to_string() == "2008-01-09");
}
