#include "participants.hpp"

#include "reading.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using test::Reading;

namespace {

using Texts = std::vector<std::string>;
using Lists = std::vector<Texts>;

/// Whom the verb of meeting `word` has beside its subject.
Lists beside_subject(const std::string& text, std::string_view word) {
  const Reading reading(text);
  return reading.names(extract::complements(reading.sentence(), reading.trigger(word)));
}

/// Whom the noun of meeting `word` has right behind it.
Lists behind_noun(const std::string& text, std::string_view word) {
  const Reading reading(text);
  return reading.names(extract::attached(reading.sentence(), reading.trigger(word)));
}

/// Whom the verb has of which the noun of meeting `word` is the subject.
Lists behind_verb(const std::string& text, std::string_view word) {
  const Reading reading(text);
  return reading.names(extract::behind_subject(reading.sentence(), reading.trigger(word)));
}

}  // namespace

TEST_CASE("objects and with", "[extract][participants]") {
  CHECK(beside_subject("Minister Aino Salo met Premier Rui Matos and General Emeka Obi in Oslo.", "met") ==
        Lists{{"Rui Matos"}, {"Emeka Obi"}});
  CHECK(beside_subject("Minister Aino Salo met with Premier Rui Matos.", "met") == Lists{{"Rui Matos"}});
  CHECK(beside_subject("Minister Aino Salo and General Emeka Obi received Premier Rui Matos.", "received") ==
        Lists{{"Rui Matos"}});
  CHECK(beside_subject("Minister Aino Salo called on Premier Rui Matos.", "called") == Lists{{"Rui Matos"}});
  CHECK(beside_subject("With Premier Rui Matos, Minister Aino Salo discussed security.", "discussed") ==
        Lists{{"Rui Matos"}});
}

TEST_CASE("by of a passive and whom of a clause", "[extract][participants]") {
  CHECK(beside_subject("Premier Rui Matos was received in Oslo by Minister Aino Salo.", "received") ==
        Lists{{"Aino Salo"}});
  CHECK(beside_subject("Premier Rui Matos, whom Minister Aino Salo received, praised the ties.", "received") ==
        Lists{{"Rui Matos"}});
  CHECK(beside_subject("Premier Rui Matos, with whom Minister Aino Salo had talked, praised the ties.", "talked") ==
        Lists{{"Rui Matos"}});
}

TEST_CASE("those spoken about take no part", "[extract][participants]") {
  CHECK(beside_subject("Minister Aino Salo discussed the plans of President Hana Mori with Premier Rui Matos.",
                       "discussed") == Lists{{"Rui Matos"}});
  CHECK(beside_subject("Minister Aino Salo spoke to Premier Rui Matos about President Hana Mori.", "spoke") ==
        Lists{{"Rui Matos"}});
  CHECK(beside_subject("Minister Aino Salo visited the grave of Hana Mori.", "visited").empty());
  CHECK(beside_subject("Minister Aino Salo met with Hana Mori's brother.", "met").empty());
}

TEST_CASE("both sides behind a noun", "[extract][participants]") {
  const Lists both{{"Aino Salo"}, {"Rui Matos"}};
  CHECK(behind_noun("Talks between Minister Aino Salo and Premier Rui Matos ended.", "Talks") == both);
  CHECK(behind_noun("The meeting of Minister Aino Salo with Premier Rui Matos ended.", "meeting") == both);
  CHECK(behind_noun("The meeting of Minister Aino Salo and Premier Rui Matos ended.", "meeting") == both);
  CHECK(behind_noun("The talks in Oslo with Premier Rui Matos ended.", "talks") == Lists{{"Rui Matos"}});
}

TEST_CASE("sides behind the verb of a noun", "[extract][participants]") {
  CHECK(behind_verb("Talks were held with Premier Rui Matos.", "Talks") == Lists{{"Rui Matos"}});
  CHECK(behind_verb("A meeting took place between Minister Aino Salo and Premier Rui Matos.", "meeting") ==
        Lists{{"Aino Salo"}, {"Rui Matos"}});
}

TEST_CASE("objects with places or days of their own were met apart", "[extract][participants]") {
  const auto apart = [](const std::string& text) {
    const Reading reading(text);
    return extract::told_apart(reading.sentence(), reading.trigger("saw"));
  };
  CHECK(apart("Minister Aino Salo saw Premier Rui Matos in Oslo and President Hana Mori in Stockholm."));
  CHECK(apart("Minister Aino Salo saw Premier Rui Matos on Monday and President Hana Mori on Tuesday."));
  CHECK_FALSE(apart("Minister Aino Salo saw Premier Rui Matos and President Hana Mori."));
  CHECK_FALSE(apart("Minister Aino Salo saw Premier Rui Matos and President Hana Mori in Oslo."));
}

TEST_CASE("lists of persons are joined without doubles", "[extract][participants]") {
  CHECK(extract::joined({{3, 1}, {1}, {}, {2, 3}}) == extract::Persons{3, 1, 2});
  CHECK(extract::joined({}).empty());
  CHECK(extract::subset({1}, {2, 1}));
  CHECK(extract::subset({}, {}));
  CHECK_FALSE(extract::subset({1, 3}, {1, 2}));
  CHECK(extract::same_set({1, 2}, {2, 1}));
  CHECK_FALSE(extract::same_set({1}, {2, 1}));
}
