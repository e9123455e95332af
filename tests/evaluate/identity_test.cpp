#include <entente/evaluate/evaluation.hpp>
#include <entente/io/gold_json.hpp>
#include <entente/resolve/identities.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// The events of the gold as records with the names that the documents use and without identifiers.
std::vector<Record> unidentified_records(const Gold& gold) {
  std::vector<Record> records;
  for (const GoldDocument& document : gold) {
    std::map<std::string, const GoldPerson*> person_of;
    for (const GoldPerson& person : document.persons) person_of[person.key] = &person;
    for (const GoldEvent& event : document.events) {
      Record record{
          .type = event.type, .date = event.date, .place = event.place, .sources = {{.document = document.name}}};
      for (const std::string& key : event.participants) {
        const GoldPerson& person = *person_of.at(key);
        record.participants.push_back({.name = person.name, .country = person.country, .position = person.position});
      }
      records.push_back(record);
    }
  }
  return records;
}

}  // namespace

TEST_CASE("persons of the annotated articles are found again without their identifiers", "[evaluate][oracle]") {
  const std::string folder = ENTENTE_SOURCE_DIR "/data/gold/";
  const Gold gold =
      read_gold(std::vector{folder + "articles-a.jsonl", folder + "articles-b.jsonl", folder + "seeds.jsonl"});
  const std::vector<Record> records = unidentified_records(gold);
  const Resolution resolution = resolve_persons(records);
  CHECK(evaluate(gold, resolution.records).figures.identity.f1() >= .99);
  // Two persons of one event that become one would be one participant.
  for (std::size_t i = 0; i < records.size(); ++i) {
    CHECK(resolution.records[i].participants.size() == records[i].participants.size());
  }
}
