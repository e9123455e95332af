#include "random_records.hpp"

#include <entente/resolve/identities.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::vector<Record> named(const std::vector<std::vector<std::string>>& names) {
  auto records = meetings(names);
  for (Record& record : records) {
    for (Participant& participant : record.participants) participant.id.clear();
  }
  return records;
}

}  // namespace

TEST_CASE("case, diacritics and transliteration do not make another person", "[resolve]") {
  const auto resolution =
      resolve_persons(named({{"Yaşar Güler", "B"}, {"YASAR GULER", "B"}, {"Yaşar Güler", "Яшар Гюлер"}}));
  CHECK(resolution.records[0].participants[0].id == "yasar-guler");
  CHECK(resolution.records[1].participants[0].id == "yasar-guler");
  CHECK(resolution.records[0].participants[1].id == "b");
  const auto form = std::ranges::find(resolution.identities, "YASAR GULER", &Identity::form);
  REQUIRE(form != resolution.identities.end());
  CHECK(form->person == "yasar-guler");
  CHECK(form->usual == "Yaşar Güler");
  CHECK(form->participations == 1);
}

TEST_CASE("identifiers that records bring along stay, and bare names join them where that is clear", "[resolve]") {
  auto records = named(
      {{"Ali Hasanov", "X"}, {"Ali Hasanov", "Y"}, {"Ali Hasanov", "Z"}, {"Vaqif Mammadov", "X"}, {"vaqif mammadov"}});
  records[0].participants[0].id = "ali-1";
  records[1].participants[0].id = "ali-2";
  records[3].participants[0].id = "q42";
  const auto resolution = resolve_persons(records);
  CHECK(resolution.records[0].participants[0].id == "ali-1");
  CHECK(resolution.records[1].participants[0].id == "ali-2");
  CHECK(resolution.records[2].participants[0].id == "ali-hasanov");
  CHECK(resolution.records[4].participants[0].id == "q42");
}

TEST_CASE("an identifier that is taken gets the country, then a number", "[resolve]") {
  auto records = named({{"Someone Else", "Zakir Hasanov"}});
  records[0].participants[0].id = "zakir-hasanov";
  records[0].participants[1].country = "AZ";
  CHECK(resolve_persons(records).records[0].participants[1].id == "zakir-hasanov-az");
  records[0].participants[1].country.clear();
  CHECK(resolve_persons(records).records[0].participants[1].id == "zakir-hasanov-2");
}

TEST_CASE("names without any letter stay apart", "[resolve]") {
  const auto resolution = resolve_persons(named({{"🤝", "🎖"}}));
  CHECK(resolution.records[0].participants.size() == 2);
  CHECK(resolution.records[0].participants[0].id != resolution.records[0].participants[1].id);
}

TEST_CASE("one person named twice in a record takes part once and keeps all that is told", "[resolve]") {
  auto records = named({{"Yaşar Güler", "Yasar Guler", "B"}});
  records[0].participants[1].country = "TR";
  records[0].participants[0].spans = {{10, 15}};
  records[0].participants[1].spans = {{0, 5}};
  const auto participants = resolve_persons(records).records[0].participants;
  REQUIRE(participants.size() == 2);
  CHECK(participants[0].country == "TR");
  CHECK(participants[0].spans == std::vector<ByteRange>{{0, 5}, {10, 15}});
}

TEST_CASE("identities do not depend on the order of records", "[resolve]") {
  auto records = random_records(40, 80, 4, 4);
  for (Record& record : records) {
    for (Participant& participant : record.participants) participant.id.clear();
  }
  const auto resolution = resolve_persons(records);
  std::ranges::reverse(records);
  auto reversed = resolve_persons(records);
  std::ranges::reverse(reversed.records);
  CHECK(reversed.records == resolution.records);
  CHECK(reversed.identities.size() == resolution.identities.size());
}
