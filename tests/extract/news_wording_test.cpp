#include "texts.hpp"

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
      "Minister Luis Rojas accepted copies of the credentials of the newly appointed Ambassador Lars Holm.");
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
