#include "verb_groups.hpp"

#include "reading.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using test::Reading;

namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("tenses of a verb that tells what came about", "[extract][verbs]") {
  const auto [text, verb, form] = GENERATE(table<std::string, std::string, std::string>({
      {"President Ivo Lasko received Minister Ana Brandt.", "received", "finite"},
      {"President Ivo Lasko receives Minister Ana Brandt.", "receives", "finite"},
      {"President Ivo Lasko is receiving Minister Ana Brandt.", "receiving", "finite"},
      {"President Ivo Lasko has received Minister Ana Brandt.", "received", "finite"},
      {"President Ivo Lasko had already received Minister Ana Brandt.", "received", "finite"},
      {"President Ivo Lasko also briefly received Minister Ana Brandt.", "received", "finite"},
      {"Minister Ana Brandt was received by President Ivo Lasko.", "received", "finite, passive"},
      {"Minister Ana Brandt has just been received by President Ivo Lasko.", "received", "finite, passive"},
      {"Minister Ana Brandt is being received by President Ivo Lasko.", "received", "finite, passive"},
      {"Minister Ana Brandt was warmly received by President Ivo Lasko.", "received", "finite, passive"},
  }));
  CAPTURE(text);
  const Reading reading(text);
  CHECK(reading.form(verb) == form);
  CHECK(reading.verb(verb).event != nullptr);
}

TEST_CASE("modals, plans and denials leave open whether it came about", "[extract][verbs]") {
  const auto words =
      GENERATE(as<std::string>{}, "will receive", "would receive", "may receive", "might receive", "could receive",
               "should receive", "must receive", "cannot receive", "won't receive", "would have received",
               "may have received", "did not receive", "has not yet received", "had never received", "has not received",
               "is to receive", "was due to receive", "is expected to receive", "was about to receive",
               "was unable to receive", "is likely to receive", "is going to receive", "was scheduled to receive",
               "will not be received by", "will be received by", "could not be received by");
  CAPTURE(words);
  const Reading reading("President Ivo Lasko " + words + " Minister Ana Brandt.");
  REQUIRE(reading.sentence().verbs.size() == 1);
  CHECK(reading.sentence().verbs[0].unreal);
  CHECK(reading.sentence().verbs[0].form == extract::VerbForm::finite);
}

TEST_CASE("infinitives stand beside the verb that they depend on", "[extract][verbs]") {
  const Reading purpose("President Ivo Lasko flew to Quito to receive Minister Ana Brandt.");
  CHECK(purpose.verbs() == Texts{"flew", "receive"});
  CHECK(purpose.form("flew") == "finite");
  CHECK(purpose.form("receive") == "infinitive");
  CHECK(Reading("President Ivo Lasko wants to meet Minister Ana Brandt.").form("meet") == "infinitive");
  CHECK(Reading("President Ivo Lasko came to Quito.").verbs() == Texts{"came"});
}

TEST_CASE("gerunds", "[extract][verbs]") {
  CHECK(Reading("Receiving Minister Ana Brandt, President Ivo Lasko praised the ties.").form("Receiving") == "gerund");
  CHECK(Reading("Having met Minister Ana Brandt, President Ivo Lasko left.").form("met") == "gerund");
  CHECK(Reading("Before receiving Minister Ana Brandt, President Ivo Lasko spoke.").form("receiving") == "gerund");
  CHECK(Reading("Those taking part in the talks praised Minister Ana Brandt.").verbs() == Texts{"praised"});
}

TEST_CASE("participles have no subject of their own", "[extract][verbs]") {
  const auto [text, verb] = GENERATE(table<std::string, std::string>({
      {"Accompanied by General Otto Keller, President Ivo Lasko toured the base.", "Accompanied"},
      {"President Ivo Lasko spoke, flanked by General Otto Keller.", "flanked"},
      {"The delegation headed by General Otto Keller arrived.", "headed"},
      {"The guests, received by Minister Ana Brandt, praised the hosts.", "received"},
      {"President Ivo Lasko opened the conference hosted by Minister Ana Brandt.", "hosted"},
      {"The treaty signed by both presidents holds.", "signed"},
      {"The talks held in Quito between Ivo Lasko and Ana Brandt ended.", "held"},
      {"President Ivo Lasko praised the meeting held in Quito.", "held"},
  }));
  CAPTURE(text);
  CHECK(Reading(text).form(verb) == "participle, passive");
}

TEST_CASE("a form of be alone joins", "[extract][verbs]") {
  CHECK(Reading("President Ivo Lasko was in Quito.").verb("was").copula);
  CHECK(Reading("The visit was a success.").verb("was").copula);
  CHECK_FALSE(Reading("President Ivo Lasko was received in Quito.").verb("received").copula);
}

TEST_CASE("verbs of several words are one", "[extract][verbs]") {
  const auto words = GENERATE(as<std::string>{}, "paid a visit to", "called on", "exchanged views with",
                              "sat down with", "had lunch with", "spoke by phone with");
  CAPTURE(words);
  const Reading reading("President Ivo Lasko " + words + " Minister Ana Brandt.");
  REQUIRE(reading.sentence().verbs.size() == 1);
  CHECK(reading.sentence().verbs[0].event != nullptr);
}

TEST_CASE("nouns that look like verbs are none", "[extract][verbs]") {
  const auto [text, verbs] = GENERATE(table<std::string, Texts>({
      {"The visit began on Monday.", {"began"}},
      {"The call lasted an hour.", {"lasted"}},
      {"A talk between the presidents followed.", {"followed"}},
      {"The meeting ended in the evening.", {"ended"}},
      {"Their exchange of views was frank.", {"was"}},
      {"President Ivo Lasko gave an interview.", {"gave"}},
      {"President Ivo Lasko held talks with Minister Ana Brandt.", {"held"}},
      {"The signing took place in Quito.", {"took"}},
      {"The host country praised its guests.", {"praised"}},
      {"The visiting minister thanked the hosts.", {"thanked"}},
      {"Minister of State Ana Brandt came.", {"came"}},
  }));
  CAPTURE(text);
  CHECK(Reading(text).verbs() == verbs);
}

TEST_CASE("the same words are verbs behind a subject", "[extract][verbs]") {
  CHECK(Reading("They talk.").verbs() == Texts{"talk"});
  CHECK(Reading("They visit the base.").verbs() == Texts{"visit"});
  CHECK(Reading("She visits Quito.").verbs() == Texts{"visits"});
}

TEST_CASE("names and quotations have no verbs", "[extract][verbs]") {
  CHECK(Reading("“He met us,” Minister Ana Brandt said.").verbs() == Texts{"said"});
  CHECK(Reading("Minister Will Marks praised Minister May Held.").verbs() == Texts{"praised"});
}
