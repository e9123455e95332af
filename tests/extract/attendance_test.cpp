#include "texts.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("those who attended take part", "[extract][attendance]") {
  const auto words = GENERATE(
      as<std::string>{}, ". The meeting was also attended by Ambassador Nils Berg.",
      ". Ambassador Nils Berg was also present.", " in the presence of Ambassador Nils Berg.",
      ". Ambassador Nils Berg also attended the meeting.", ". Also present was Ambassador Nils Berg.",
      ". Taking part was also Ambassador Nils Berg.", ". Ambassador Nils Berg sat in on the talks.",
      ". Ambassador Nils Berg joined them.", ". Among those present was Ambassador Nils Berg.",
      ". Ambassador Nils Berg was among the participants.", ". On the Norwegian side, Ambassador Nils Berg took part.");
  const auto text = "Minister Luis Rojas met with Minister Lars Holm" + words;
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("a list of those who attended is read to its end", "[extract][attendance]") {
  const auto words = GENERATE(
      as<std::string>{}, "The meeting was attended by Ambassador Nils Berg, General Pablo Soto and Adviser Wanda Kos.",
      "Also present were Ambassador Nils Berg, General Pablo Soto and Adviser Wanda Kos.",
      "Taking part in the talks were Ambassador Nils Berg, General Pablo Soto and Adviser Wanda Kos.");
  CAPTURE(words);
  CHECK(circles(records_of("Minister Luis Rojas met with Minister Lars Holm. " + words)) ==
        Circles{{"Lars Holm", "Luis Rojas", "Nils Berg", "Pablo Soto", "Wanda Kos"}});
}

TEST_CASE("those who stood beside somebody take part", "[extract][attendance]") {
  const auto text =
      GENERATE(as<std::string>{}, "Minister Luis Rojas, flanked by General Nils Berg, met with Minister Lars Holm.",
               "Minister Luis Rojas, accompanied by General Nils Berg, received Minister Lars Holm.",
               "Together with General Nils Berg, Minister Luis Rojas received Minister Lars Holm.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("those who were not there take no part", "[extract][attendance]") {
  const auto words = GENERATE(as<std::string>{}, "Ambassador Nils Berg did not attend the meeting.",
                              "Ambassador Nils Berg was absent.", "Ambassador Nils Berg will attend the next meeting.",
                              "They praised Ambassador Nils Berg.");
  CAPTURE(words);
  CHECK(circles(records_of("Minister Luis Rojas met with Minister Lars Holm. " + words)) ==
        Circles{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("those who attended one meeting did not attend the next", "[extract][attendance]") {
  const auto records = records_of(
      "Minister Luis Rojas met with Minister Lars Holm. The meeting was attended by General Nils Berg. Later, Minister "
      "Rojas received Premier Wanda Kos.");
  CHECK(circles(records) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}, {"Luis Rojas", "Wanda Kos"}});
}

TEST_CASE("attendees have that role", "[extract][attendance]") {
  const auto records =
      records_of("Minister Luis Rojas received Minister Lars Holm. The meeting was attended by Ambassador Nils Berg.");
  REQUIRE(records.size() == 1);
  CHECK(test::participant(records, "Luis Rojas")->role == Role::host);
  CHECK(test::participant(records, "Lars Holm")->role == Role::guest);
  CHECK(test::participant(records, "Nils Berg")->role == Role::attendee);
}

TEST_CASE("those who came along take part in the meetings of the journey", "[extract][companions]") {
  const auto text = GENERATE(
      as<std::string>{},
      "Norway's Minister Lars Holm arrived in Lima, accompanied by Ambassador Nils Berg. Peru's President Luis Rojas "
      "received him.",
      "Norway's Minister Lars Holm arrived in Lima together with Ambassador Nils Berg. Peru's President Luis Rojas "
      "received Minister Holm.",
      "Norway's Minister Lars Holm is visiting Lima. He is accompanied by Ambassador Nils Berg. Minister Holm met with "
      "President Luis Rojas.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Lars Holm", "Luis Rojas", "Nils Berg"}});
}

TEST_CASE("who joins a service attends nothing", "[extract][attendance]") {
  const auto body = GENERATE(as<std::string>{}, "the foreign service", "the army", "the ministry");
  const auto text =
      "President Yara Costa was expected to lead the ceremony, Minister Luis Rojas said. Born in Oslo in "
      "1932, Ambassador Lars Holm joined " +
      body + " in his twenties.";
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("who attended and played host was at the meeting told before", "[extract][attendance]") {
  CHECK(circles(records_of("The meeting, chaired by General Piet Vos of Norway, was opened by Minister Luis Rojas of "
                           "Peru. Also in attendance were Ambassador Lars Holm and Admiral Yara Costa, who played "
                           "host.")) == Circles{{"Lars Holm", "Luis Rojas", "Piet Vos", "Yara Costa"}});
}
