#include "texts.hpp"

#include <catch2/catch.hpp>

// Who is meant where the text does not name him: pronouns, offices, groups, the author of a statement.

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("I is who made the statement", "[extract][antecedents]") {
  const auto* text =
      "Statement by President Lars Holm following his talks\n\nThis evening I hosted Minister Luis Rojas in Oslo.";
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a pronoun is of the sex of whom it means", "[extract][antecedents]") {
  const auto* text =
      "Mrs. Anna Holm came to Oslo. Her talks with Minister Luis Rojas took an hour. President Nils Berg and Anna Holm "
      "opened the embassy. She then met Governor Tim Hale.";
  const auto told = circles(records_of(text));
  CHECK(std::find(told.begin(), told.end(), std::vector<std::string>{"Anna Holm", "Tim Hale"}) != told.end());
}

TEST_CASE("of two ministers the one is meant whom the text is about", "[extract][antecedents]") {
  const auto* text =
      "Foreign Minister Luis Rojas is in Oslo. He was received by Foreign Minister Lars Holm. In the afternoon the "
      "minister "
      "met President Nils Berg.";
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("who is named later may be meant before", "[extract][antecedents]") {
  const auto text =
      GENERATE(as<std::string>{}, "President Luis Rojas received a delegation. It is led by Minister Lars Holm.",
               "Norway's defence minister came to Lima on Monday. Lars Holm was received by President Luis Rojas.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a headline says the office of whom the text names without", "[extract][antecedents]") {
  const auto* text =
      "President Luis Rojas receives Norwegian Foreign Minister Lars Holm\n\nPresident Luis Rojas received the "
      "Norwegian "
      "foreign minister on Monday. Lars Holm thanked him.";
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("ministers of two countries are those of each", "[extract][antecedents]") {
  const auto* text =
      "Foreign Minister Anna Berg met Egyptian Foreign Minister Omar Said and Jordanian Foreign Minister Ali Hadi. The "
      "Egyptian and Jordanian foreign ministers then had lunch with President Tim Hale.";
  const auto told = circles(records_of(text));
  CHECK(std::find(told.begin(), told.end(), std::vector<std::string>{"Ali Hadi", "Omar Said", "Tim Hale"}) !=
        told.end());
}

TEST_CASE("a list of what somebody did is about him", "[extract][antecedents]") {
  const auto* text =
      "Foreign Minister Luis Rojas is in Oslo.\n\n• Met with Minister Lars Holm.\n\n• Received General Nils Berg.";
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("a second pair may share the verb of the first", "[extract][antecedents]") {
  const auto* text =
      "Minister Luis Rojas had a one-on-one with Minister Lars Holm, and General Nils Berg one with General Tim Hale.";
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}, {"Nils Berg", "Tim Hale"}});
}

TEST_CASE("whose turn it was met the host", "[extract][antecedents]") {
  const auto* text = "President Luis Rojas received Minister Lars Holm. Then it was the turn of General Nils Berg.";
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
}

TEST_CASE("partners are whom somebody met", "[extract][antecedents]") {
  const auto* text =
      "General Anna Holm was in Lima. Her partners were President Luis Rojas and, separately, Minister Nils Berg.";
  CHECK(circles(records_of(text)) == Circles{{"Anna Holm", "Luis Rojas"}, {"Anna Holm", "Nils Berg"}});
}

TEST_CASE("a demand is no call", "[extract][antecedents]") {
  CHECK(records_of("Senator Lars Holm called on President Luis Rojas to withdraw the bill.").empty());
}

TEST_CASE("a list behind a colon says who was there", "[extract][antecedents]") {
  const auto* text =
      "President Luis Rojas received Minister Lars Holm.\n\nThe meeting was attended by:\n\nGeneral Nils "
      "Berg\n\nAmbassador Tim "
      "Hale";
  const auto told = circles(records_of(text));
  REQUIRE(told.size() == 1);
  CHECK(std::find(told[0].begin(), told[0].end(), "Nils Berg") != told[0].end());
}

TEST_CASE("his wife is who shares his surname, and is named later", "[extract][antecedents]") {
  const auto* text =
      "President Luis Rojas welcomed President Lars Holm and his wife at the airport in Oslo on Monday. On Tuesday "
      "Mrs. Anna Holm toured the museum.";
  CHECK(circles(records_of(text)) == Circles{{"Anna Holm", "Lars Holm", "Luis Rojas"}});
}

TEST_CASE("four commanders are the four whom one sentence named", "[extract][antecedents]") {
  const auto* text =
      "Minister Luis Rojas arrived in Oslo with Fleet Commander Admiral Nils Berg, Army Commander General Tim Hale, "
      "Navy Commander Admiral Jan Moen and Air Force Commander General Ola Dahl. They were welcomed by the commander "
      "of the garrison, General Per Lund. In Bergen Rojas met Minister Anna Strand. The four commanders attended the "
      "meeting.";
  const auto told = circles(records_of(text));
  CHECK(std::find(told.begin(), told.end(),
                  std::vector<std::string>{"Anna Strand", "Jan Moen", "Luis Rojas", "Nils Berg", "Ola Dahl",
                                           "Tim Hale"}) != told.end());
}

TEST_CASE("him is who took part in both meetings told before", "[extract][antecedents]") {
  const auto* text =
      "President Luis Rojas met with Secretary-General Lars Holm in Lima on Monday. Defence Minister Tim Hale also "
      "held "
      "a meeting with Holm on Monday. \"It matters,\" Holm told students. Foreign Minister Juan Soto was the first to "
      "hold talks with him, on Sunday.";
  CHECK(circles(records_of(text)) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Lars Holm", "Tim Hale"}, {"Juan Soto", "Lars Holm"}});
}

TEST_CASE("His Majesty is whom the text styled so", "[extract][antecedents]") {
  const auto* text =
      "His Majesty Sultan Haitham bin Said received Prime Minister Luis Rojas in Muscat on Friday. Rojas left in the "
      "morning. His Majesty had received President Lars Holm on Monday.";
  const auto told = circles(records_of(text));
  CHECK(std::find(told.begin(), told.end(), std::vector<std::string>{"Haitham bin Said", "Lars Holm"}) != told.end());
}

TEST_CASE("his counterpart is that of the nearest subject", "[extract][antecedents]") {
  const auto* text =
      "President Tim Hale received Russian Foreign Minister Sergey Orlov and Defence Minister Pavel Smirnov of Russia "
      "in "
      "Cairo on Thursday. Earlier, Foreign Minister Luis Rojas and Orlov held talks at the palace, while Defence "
      "Minister "
      "Lars Holm had talks with his Russian counterpart at the ministry.";
  const auto told = circles(records_of(text));
  CHECK(std::find(told.begin(), told.end(), std::vector<std::string>{"Lars Holm", "Pavel Smirnov"}) != told.end());
}
