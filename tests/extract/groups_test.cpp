#include "texts.hpp"

#include <catch2/catch.hpp>

// Offices, pronouns and groups stand for those whom the document names.

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("a delegation stands for its head", "[extract][delegations]") {
  const auto records = records_of(
      "Peru's Defense Minister Luis Rojas received the delegation led by the Commander of the Land Forces of Norway, "
      "General Lars Holm. Then, the Chief of Staff of the Peru Army, General Pablo Soto met with the Norwegian "
      "delegation.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}, {"Lars Holm", "Pablo Soto"}});
}

TEST_CASE("a delegation stands for its members", "[extract][delegations]") {
  const auto text = GENERATE(
      as<std::string>{},
      "A Norwegian delegation consisting of Minister Lars Holm and General Nils Berg was received by President Luis "
      "Rojas.",
      "President Luis Rojas met with Norwegian officials, including Minister Lars Holm and General Nils Berg.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("a meeting of which one side is named is one with the visitors", "[extract][delegations]") {
  const auto records = records_of(
      "Minister Luis Rojas received a delegation headed by General Lars Holm. Subsequently, a meeting was held with "
      "Adviser Pablo Soto.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas"}, {"Lars Holm", "Pablo Soto"}});
}

TEST_CASE("a counterpart is the one who is named", "[extract][coreference]") {
  const auto text = GENERATE(
      as<std::string>{}, "Peru's Foreign Minister Luis Rojas met with his Norwegian counterpart Lars Holm.",
      "Peru's Foreign Minister Luis Rojas met with his counterpart from Norway, Lars Holm.",
      "Norway's Foreign Minister Lars Holm came to Lima. Peru's Foreign Minister Luis Rojas met with his Norwegian "
      "counterpart.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("pronouns stand for whom the text is about", "[extract][coreference]") {
  CHECK(circles(records_of(
            "Peru's Foreign Minister Luis Rojas met his Norwegian counterpart Lars Holm. Later he also met with "
            "President Nils Berg.")) == Circles{{"Lars Holm", "Luis Rojas"}, {"Luis Rojas", "Nils Berg"}});
  CHECK(circles(records_of("Norway's Foreign Minister Lars Holm came to Lima. He was met by Deputy Foreign Minister "
                           "Luis Rojas.")) == Circles{{"Lars Holm", "Luis Rojas"}});
  CHECK(circles(records_of("Norway's Foreign Minister Lars Holm came to Lima. President Luis Rojas received him.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("an office or a guest is whoever was told to be it", "[extract][coreference]") {
  const Circles both{{"Lars Holm", "Luis Rojas"}};
  CHECK(circles(records_of("Norway's Minister Lars Holm came to Lima. President Luis Rojas received the minister.")) ==
        both);
  CHECK(circles(records_of("President Lars Holm came to Lima. The guest was received by President Luis Rojas.")) ==
        both);
  CHECK(circles(records_of("Peru's Defense Minister Luis Rojas met with Norwegian Defense Minister Lars Holm. The "
                           "Norwegian minister was later received by President Wanda Kos.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Lars Holm", "Wanda Kos"}});
}

TEST_CASE("the two and both are those named before", "[extract][coreference]") {
  CHECK(circles(records_of("Peru's Defense Minister Luis Rojas met with Norwegian Defense Minister Lars Holm. The two "
                           "also met with President Wanda Kos.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}, {"Lars Holm", "Luis Rojas", "Wanda Kos"}});
  CHECK(circles(records_of("Norwegian Minister Lars Holm and Swedish Minister Nils Berg came to Lima. President Luis "
                           "Rojas met with both ministers.")) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("a plural office is shared by the names behind it", "[extract][coreference]") {
  CHECK(circles(records_of("President Luis Rojas hosted the foreign ministers of Norway and Sweden, Lars Holm and Nils "
                           "Berg.")) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
  CHECK(circles(records_of("The Presidents of Peru and Norway, Luis Rojas and Lars Holm, met in Oslo.")) ==
        Circles{{"Lars Holm", "Luis Rojas"}});
}
