#include "person_finder.hpp"

#include "small_gold.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

/// The key that a name stands for in the first document of `gold`; empty for nobody.
std::string key_of(const Gold& gold, const std::string& name) {
  const KeysByName everywhere = keys_by_name(gold);
  const GoldPerson* person = PersonFinder(gold.front(), everywhere).find(name);
  return person == nullptr ? std::string() : person->key;
}

}  // namespace

TEST_CASE("a person is found by any form of the document", "[evaluate]") {
  const Gold gold{small_document({})};
  CHECK(key_of(gold, "Ada Lovelace") == "ada");
  CHECK(key_of(gold, "ADA LOVELACE") == "ada");
  CHECK(key_of(gold, "z hasanov") == "zakir");
  CHECK(key_of(gold, "Nobody Known").empty());
  CHECK(key_of(gold, "").empty());
}

TEST_CASE("a person is found by a name from another document", "[evaluate]") {
  const GoldDocument other{.name = "e.txt",
                           .persons = {{.key = "ada", .name = "Countess Augusta", .aliases = {"Augusta"}},
                                       {.key = "elsewhere", .name = "Not Here"}}};
  const Gold gold{small_document({}), other};
  CHECK(key_of(gold, "Countess Augusta") == "ada");
  CHECK(key_of(gold, "Augusta").empty());  // one word could be anybody's
  CHECK(key_of(gold, "Not Here").empty());
}

TEST_CASE("a compatible name is taken where it can be one person's only", "[evaluate]") {
  Gold gold{small_document({})};
  CHECK(key_of(gold, "Babbage") == "charles");
  CHECK(key_of(gold, "C. Babbage") == "charles");
  CHECK(key_of(gold, "Henry Babbage").empty());
  gold.front().persons.push_back({.key = "henry", .name = "Henry Babbage"});
  CHECK(key_of(gold, "Babbage").empty());
  CHECK(key_of(gold, "H Babbage") == "henry");
}
