#include "clauses.hpp"

#include "reading.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using test::Reading;

namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a relative clause is about whom it stands behind", "[extract][clauses]") {
  const Reading reading("Minister Tomas Reyes, who met Minister Ingrid Dahl in May, praised President Nils Berg.");
  CHECK(reading.clause("met").relative);
  CHECK(reading.subject("met") == Texts{"Tomas Reyes"});
  CHECK(reading.references("met") == Texts{"Ingrid Dahl"});
  CHECK(reading.subject("praised") == Texts{"Tomas Reyes"});
  CHECK(reading.references("praised") == Texts{"Tomas Reyes", "Nils Berg"});
}

TEST_CASE("a relative clause may have a subject of its own", "[extract][clauses]") {
  const Reading reading("Minister Ingrid Dahl, whom President Tomas Reyes received, praised the ties.");
  CHECK(reading.clause("received").relative);
  CHECK(reading.subject("received") == Texts{"Tomas Reyes"});
  CHECK(reading.names(reading.clause("received").antecedent) == Texts{"Ingrid Dahl"});
  CHECK(reading.subject("praised") == Texts{"Ingrid Dahl"});
}

TEST_CASE("a list goes on behind a clause about one of its members", "[extract][clauses]") {
  const Reading subjects(
      "Minister Tomas Reyes, whose country mediated, Minister Ingrid Dahl and Minister Nils Berg met in Oslo.");
  CHECK(subjects.subject("met") == Texts{"Tomas Reyes", "Ingrid Dahl", "Nils Berg"});
  const Reading objects(
      "Minister Tomas Reyes met Minister Ingrid Dahl, who had flown in from Oslo, and President Nils Berg.");
  CHECK(objects.subject("met") == Texts{"Tomas Reyes"});
  CHECK(objects.references("met") == Texts{"Tomas Reyes", "Ingrid Dahl", "Nils Berg"});
  CHECK(objects.subject("flown") == Texts{"Ingrid Dahl"});
}

TEST_CASE("verbs joined by and have one subject", "[extract][clauses]") {
  const auto [text, verb] = GENERATE(table<std::string, std::string>({
      {"Minister Tomas Reyes met Minister Ingrid Dahl and praised President Nils Berg.", "praised"},
      {"Minister Tomas Reyes met Minister Ingrid Dahl, then visited President Nils Berg.", "visited"},
      {"Minister Tomas Reyes met Minister Ingrid Dahl but avoided President Nils Berg.", "avoided"},
  }));
  CAPTURE(text);
  const Reading reading(text);
  CHECK(reading.subject(verb) == Texts{"Tomas Reyes"});
  CHECK(reading.references(verb) == Texts{"Nils Berg"});
  CHECK(reading.clause(verb).inherited);
  CHECK(reading.subject("met") == Texts{"Tomas Reyes"});
  CHECK(reading.references("met") == Texts{"Tomas Reyes", "Ingrid Dahl"});
  CHECK(Reading("Minister Tomas Reyes and Minister Ingrid Dahl met and signed a treaty.").subject("signed") ==
        Texts{"Tomas Reyes", "Ingrid Dahl"});
}

TEST_CASE("clauses side by side each have their subject", "[extract][clauses]") {
  const auto joint = GENERATE(as<std::string>{}, ", and ", "; ", " while ", " when ", ", whereas ", ", but ");
  CAPTURE(joint);
  const Reading reading("Minister Tomas Reyes met Minister Ingrid Dahl" + joint +
                        "President Nils Berg received Ambassador Wanda Kos.");
  CHECK(reading.subject("met") == Texts{"Tomas Reyes"});
  CHECK(reading.references("met") == Texts{"Tomas Reyes", "Ingrid Dahl"});
  CHECK(reading.subject("received") == Texts{"Nils Berg"});
  CHECK(reading.references("received") == Texts{"Nils Berg", "Wanda Kos"});
  CHECK_FALSE(reading.clause("received").shares_subject);
}

TEST_CASE("what somebody says has a subject of its own", "[extract][clauses]") {
  const Reading reading("Minister Tomas Reyes said that Minister Ingrid Dahl met President Nils Berg.");
  CHECK(reading.subject("said") == Texts{"Tomas Reyes"});
  CHECK(reading.subject("met") == Texts{"Ingrid Dahl"});
  CHECK(reading.references("met") == Texts{"Ingrid Dahl", "Nils Berg"});
}

TEST_CASE("gerunds and infinitives have the subject of the sentence", "[extract][clauses]") {
  const auto [text, verb, others] = GENERATE(table<std::string, std::string, Texts>({
      {"Receiving Minister Ingrid Dahl, President Tomas Reyes praised the ties.", "Receiving", {"Ingrid Dahl"}},
      {"Arriving in Oslo, President Tomas Reyes met Minister Ingrid Dahl.", "Arriving", {}},
      {"President Tomas Reyes, having met Minister Ingrid Dahl, left.", "met", {"Ingrid Dahl"}},
      {"President Tomas Reyes came to Oslo to meet Minister Ingrid Dahl.", "meet", {"Ingrid Dahl"}},
      {"President Tomas Reyes met Nils Berg, accompanied by General Ingrid Dahl.", "accompanied", {"Ingrid Dahl"}},
  }));
  CAPTURE(text);
  const Reading reading(text);
  CHECK(reading.clause(verb).nonfinite);
  CHECK(reading.subject(verb) == Texts{"Tomas Reyes"});
  CHECK(reading.references(verb) == others);
}

TEST_CASE("a condition is known as one", "[extract][clauses]") {
  CHECK(Reading("If Minister Tomas Reyes met Minister Ingrid Dahl, the talks would go on.").clause("met").condition);
  CHECK(Reading("The talks fail unless Minister Tomas Reyes meets Minister Ingrid Dahl.").clause("meets").condition);
  CHECK_FALSE(Reading("Minister Tomas Reyes met Minister Ingrid Dahl.").clause("met").condition);
}

TEST_CASE("every token and every reference belongs to one clause", "[extract][clauses]") {
  const auto text = GENERATE(
      as<std::string>{}, "Minister Tomas Reyes met Minister Ingrid Dahl, who had flown in, and President Nils Berg.",
      "Asked whether he met Ingrid Dahl, Minister Tomas Reyes, whose country mediated, said that he would; nobody "
      "spoke.",
      "Talks with Minister Ingrid Dahl, President Tomas Reyes said, were held while Nils Berg waited.",
      "President Tomas Reyes.");
  CAPTURE(text);
  const Reading reading(text);
  const auto& sentence = reading.sentence();
  REQUIRE(sentence.clause_of.size() == sentence.end - sentence.begin);
  for (const auto clause : sentence.clause_of) CHECK(clause < sentence.clauses.size());
  std::vector<int> owners(sentence.references.size());
  for (std::size_t c = 0; c < sentence.clauses.size(); ++c) {
    CHECK(sentence.clauses[c].parent < static_cast<int>(sentence.clauses.size()));
    CHECK(sentence.clauses[c].parent != static_cast<int>(c));
    for (const auto r : sentence.clauses[c].references) ++owners.at(r);
  }
  for (const auto count : owners) CHECK(count == 1);
}
