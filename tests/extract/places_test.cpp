#include "texts.hpp"

#include <utility>

#include <catch2/catch.hpp>

using namespace entente;
using test::records_of;

TEST_CASE("where an occasion took place, as worded", "[extract][places]") {
  using Told = std::pair<std::string, std::string>;
  const auto [text, place] = GENERATE(
      Told{"Minister Luis Rojas met Minister Lars Holm at 10 Downing Street.", "Downing Street"},
      Told{"President Luis Rojas welcomed Prime Minister Lars Holm of Norway to the White House.", "White House"},
      Told{"Minister Luis Rojas met Minister Lars Holm during the Munich Security Conference.", "Munich"},
      Told{"Minister Luis Rojas met Minister Lars Holm on the sidelines of the Doha Forum.", "Doha"},
      Told{"Minister Luis Rojas met his Norwegian counterpart in Oslo. Luis Rojas and Lars Holm discussed trade.",
           "Oslo"},
      Told{"Minister Luis Rojas visited the shipyard, where he was met by Minister Lars Holm.", "shipyard"},
      Told{"Minister Luis Rojas drove to Kadriorg Palace in Tallinn, where he met Minister Lars Holm.",
           "Kadriorg Palace"});
  CAPTURE(text);
  const auto records = records_of(text);
  REQUIRE(records.size() == 1);
  CHECK(records.front().place == place);
}
