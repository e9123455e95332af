#include "plans.hpp"

#include "reading.hpp"
#include "texts.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("what is planned, wished for or put off is no event", "[extract][plans]") {
  const auto text = GENERATE(
      as<std::string>{}, "Minister Luis Rojas will meet with Minister Lars Holm.",
      "Minister Luis Rojas is expected to meet Minister Lars Holm.",
      "A meeting between Minister Luis Rojas and Minister Lars Holm is scheduled for May.",
      "The meeting of Minister Luis Rojas with Minister Lars Holm was cancelled.",
      "Minister Luis Rojas plans to receive Minister Lars Holm.", "Minister Luis Rojas invited Minister Lars Holm.",
      "President Yara Costa hopes to meet Minister Piet Vos.",
      "President Yara Costa is ready to meet Minister Piet Vos.",
      "President Yara Costa and Minister Piet Vos agreed to meet in May.",
      "President Yara Costa proposed a meeting with Minister Piet Vos.",
      "President Yara Costa cancelled her meeting with Minister Piet Vos.",
      "President Yara Costa meets Minister Piet Vos tomorrow.",
      "President Yara Costa meets Minister Piet Vos next week.",
      "President Yara Costa was looking forward to meeting Minister Piet Vos.",
      "President Yara Costa asked to see Minister Piet Vos.", "A summit of Yara Costa and Piet Vos is planned.",
      "Preparations for a meeting between President Yara Costa and Minister Piet Vos began.",
      "President Yara Costa ruled out talks with Minister Piet Vos.",
      "President Yara Costa is considering meeting with Minister Piet Vos.",
      "President Yara Costa invited Minister Piet Vos to visit Quito.",
      "President Yara Costa and Minister Piet Vos are ready to hold talks.",
      "President Yara Costa has yet to receive Minister Piet Vos.",
      "President Yara Costa, who had hoped to meet Minister Piet Vos, stayed at home.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("what is denied or only supposed is no event", "[extract][plans]") {
  const auto text = GENERATE(as<std::string>{}, "Minister Luis Rojas did not meet with Minister Lars Holm.",
                             "President Yara Costa left without meeting Minister Piet Vos.",
                             "President Yara Costa could not meet Minister Piet Vos.",
                             "President Yara Costa was unable to meet Minister Piet Vos.",
                             "President Yara Costa refused to meet Minister Piet Vos.",
                             "No meeting took place between President Yara Costa and Minister Piet Vos.",
                             "President Yara Costa and Minister Piet Vos have never met.",
                             "If President Yara Costa met Minister Piet Vos, prices would fall.",
                             "Unless President Yara Costa meets Minister Piet Vos, the talks fail.",
                             "President Yara Costa would have met Minister Piet Vos.",
                             "President Yara Costa should meet Minister Piet Vos.",
                             "Rumours of a meeting between President Yara Costa and Minister Piet Vos are false.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("somebody who is spoken of meets nobody", "[extract][plans]") {
  const auto text = GENERATE(as<std::string>{}, "Minister Luis Rojas conveyed the greetings of President Lars Holm.",
                             "Minister Luis Rojas laid flowers on the grave of Lars Holm.",
                             "Minister Luis Rojas thanked President Lars Holm.",
                             "Minister Luis Rojas visited the park named after Lars Holm.",
                             "On the instruction of President Lars Holm, Minister Luis Rojas spoke.",
                             "Minister Luis Rojas signed a decree about General Lars Holm.");
  CAPTURE(text);
  CHECK(records_of(text).empty());
}

TEST_CASE("a journey that is made for a meeting tells of it", "[extract][plans]") {
  const auto text = GENERATE(as<std::string>{}, "President Yara Costa went to Oslo to meet Minister Piet Vos.",
                             "President Yara Costa flew to Oslo and met Minister Piet Vos.",
                             "President Yara Costa stopped in Oslo for talks with Minister Piet Vos.",
                             "President Yara Costa sat down for talks with Minister Piet Vos.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Piet Vos", "Yara Costa"}});
}

TEST_CASE("who arrive to discuss something have not met each other", "[extract][plans]") {
  CHECK(records_of("Advisor Piet Vos and General Hugo Stein arrived in Lima today to discuss trade.").empty());
  CHECK(circles(records_of("Advisor Piet Vos arrived in Lima today to discuss trade with Minister Luis Rojas.")) ==
        Circles{{"Luis Rojas", "Piet Vos"}});
}

TEST_CASE("a plan does not take away what came about", "[extract][plans]") {
  const auto text = GENERATE(
      as<std::string>{}, "President Yara Costa refused to receive Minister Hugo Stein and met with Premier Piet Vos.",
      "President Yara Costa, who is to receive Minister Hugo Stein in May, met with Premier Piet Vos.",
      "President Yara Costa will receive Minister Hugo Stein. On Monday she met with Premier Piet Vos.",
      "President Yara Costa met with Premier Piet Vos. A further meeting is planned for May.",
      "President Yara Costa and Premier Piet Vos met and agreed to meet again with Minister Hugo Stein.");
  CAPTURE(text);
  CHECK(circles(records_of(text)) == Circles{{"Piet Vos", "Yara Costa"}});
}

TEST_CASE("a plan is told from an event word by word", "[extract][plans]") {
  const auto unreal = [](const std::string& text, std::string_view word) {
    const test::Reading reading(text);
    return extract::is_unreal(reading.sentence(), reading.trigger(word));
  };
  CHECK(unreal("President Yara Costa will receive Piet Vos, who met Hugo Stein on Monday.", "receive"));
  CHECK_FALSE(unreal("President Yara Costa will receive Piet Vos, who met Hugo Stein on Monday.", "met"));
  CHECK(unreal("The planned talks between Yara Costa and Piet Vos dragged on.", "talks"));
  CHECK_FALSE(unreal("The talks between Yara Costa and Piet Vos dragged on.", "talks"));
}
