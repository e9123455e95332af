#include "texts.hpp"

#include <utility>

#include <catch2/catch.hpp>

using namespace entente;
using test::participant;
using test::records_of;

namespace {

/// For which country the participant of that name acts, as told in the records of the text; "-" where he is none.
std::string country_in(const std::string& text, const std::string& name) {
  const auto found = participant(records_of(text), name);
  return found ? found->country : "-";
}

}  // namespace

TEST_CASE("nobody travels to his own country, and meets there those who are at home", "[extract][countries]") {
  const auto text = GENERATE(
      as<std::string>{},
      "On Tuesday, Adviser Luis Rojas travelled to Peru for a conference on Norway. While in Peru, Rojas met with "
      "Foreign Minister Lars Holm. Norway, said Rojas, will help Norway's friends in Peru.",
      "Adviser Luis Rojas led a delegation to Peru to thank Norway and Peru. While in Peru, Rojas met with Foreign "
      "Minister Lars Holm. Peru is a friend of Norway.");
  CAPTURE(text);
  CHECK(country_in(text, "Luis Rojas") != "PE");
  CHECK(country_in(text, "Lars Holm") == "PE");
}

TEST_CASE("who leads a state's delegation acts for it", "[extract][countries]") {
  CHECK(
      country_in("Adviser Luis Rojas flew to Oslo to lead the high-level Danish delegation at the fair. In Oslo Rojas "
                 "met with Minister Lars Holm of Norway.",
                 "Luis Rojas") == "DK");
}

TEST_CASE("company of a known country tells whose company it is", "[extract][countries]") {
  CHECK(country_in("Adviser Luis Rojas met Minister Lars Holm of Norway in Geneva. Rojas was accompanied by Danish "
                   "Ambassador Nils Berg.",
                   "Luis Rojas") == "DK");
}

TEST_CASE("whose equal somebody is acts for another country", "[extract][countries]") {
  CHECK(country_in("Defense Secretary Luis Rojas was greeted by General Lars Holm, the Norwegian defence minister, in "
                   "Oslo on Monday. Norway and Norway's friends are glad.",
                   "Luis Rojas") != "NO");
}

TEST_CASE("an ambassador to a state is not of it", "[extract][countries]") {
  CHECK(
      country_in("OSLO – Minister Lars Holm of Norway met the ambassador to Norway, Luis Rojas, on Monday. Norway and "
                 "Norway's friends are glad.",
                 "Luis Rojas") != "NO");
}

TEST_CASE("whom a foreigner meets in a state is of that state", "[extract][countries]") {
  CHECK(country_in(
            "In Suriname the Norwegian minister, Lars Holm, met with Foreign Minister Luis Rojas on Monday. The two "
            "spoke of Norway and of Denmark.",
            "Luis Rojas") == "SR");
}

TEST_CASE("ministers of states told one by one act for them in that order", "[extract][countries]") {
  const std::string text =
      "Not since 2009 had the foreign ministers of Peru and Norway met formally. On Saturday Luis Strand and Olav Mora "
      "shook hands in Oslo.";
  CHECK(country_in(text, "Luis Strand") == "PE");
  CHECK(country_in(text, "Olav Mora") == "NO");
}
