#include <entente/core/error.hpp>
#include <entente/resolve/corrections.hpp>
#include <entente/resolve/identities.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using Catch::Matchers::Contains;

namespace {

Record telling(const std::vector<Participant>& participants) {
  Record record;
  record.participants = participants;
  return record;
}

// Three of one man, two of his namesake, and others.
std::vector<Record> told_records() {
  return {telling({{.name = "Zakir Hasanov", .country = "AZ", .position = "Defence Minister"}, {.name = "Ann Able"}}),
          telling({{.name = "Zakir Hasanov", .country = "AZ", .position = "Defence Minister"}, {.name = "Ben Baker"}}),
          telling({{.name = "Z. Hasanov", .country = "AZ", .position = "Minister of Defence"}, {.name = "Ann Able"}}),
          telling({{.name = "Ali Hasanov", .country = "AZ", .position = "adviser"}, {.name = "Ben Baker"}}),
          telling({{.name = "Ali Hasanov", .country = "TJ", .position = "ambassador"}, {.name = "Ann Able"}}),
          telling({{.name = "The Iron General"}, {.name = "Ben Baker"}})};
}

Resolution corrected_persons(const std::string& yaml, std::vector<Record> records = told_records()) {
  return resolve_persons(std::move(records), {.corrections = parse_corrections(yaml, "c.yaml").persons});
}

std::vector<std::string> first_ids(const Resolution& resolution) {
  std::vector<std::string> ids;
  for (const Record& record : resolution.records) ids.push_back(record.participants.front().id);
  return ids;
}

std::string complaint_about_persons(const std::string& yaml, std::vector<Record> records = told_records()) {
  try {
    (void)corrected_persons(yaml, std::move(records));
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_corrections);
    return error.full_message();
  }
  return "no complaint";
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("without corrections nothing changes", "[resolve][corrections]") {
  const Ids ids{"zakir-hasanov", "zakir-hasanov", "zakir-hasanov", "ali-hasanov", "ali-hasanov-tj", "the-iron-general"};
  CHECK(first_ids(resolve_persons(told_records())) == ids);
  CHECK(first_ids(corrected_persons("")) == ids);
  CHECK(first_ids(corrected_persons("persons:\n")) == ids);
}

TEST_CASE("who is called the same is one person, with the identifier of whom the entry names first",
          "[resolve][corrections]") {
  const Resolution resolution = corrected_persons("persons:\n- same: [The Iron General, zakir-hasanov]\n");
  CHECK(first_ids(resolution) == Ids{"the-iron-general", "the-iron-general", "the-iron-general", "ali-hasanov",
                                     "ali-hasanov-tj", "the-iron-general"});
  const auto form = std::ranges::find(resolution.identities, "The Iron General", &Identity::form);
  REQUIRE(form != resolution.identities.end());
  CHECK(form->reason == "correction");
  CHECK(form->usual == "Zakir Hasanov");
  CHECK(form->score == 1);
}

TEST_CASE("a name that a correction adds does not drive out names that resemble the others", "[resolve][corrections]") {
  CHECK(first_ids(corrected_persons("persons:\n- same: [Zakir Hasanov, The Iron General]\n")) ==
        Ids{"zakir-hasanov", "zakir-hasanov", "zakir-hasanov", "ali-hasanov", "ali-hasanov-tj", "zakir-hasanov"});
}

TEST_CASE("corrections join even those who met and those with identifiers", "[resolve][corrections]") {
  std::vector<Record> records{telling({{.id = "x1", .name = "Ann Able"}, {.id = "x2", .name = "Cem Cook"}})};
  const Resolution resolution = corrected_persons("persons:\n- same: [x2, x1]\n", records);
  REQUIRE(resolution.records[0].participants.size() == 1);
  CHECK(resolution.records[0].participants[0].id == "x2");
}

TEST_CASE("who is called different is never one person", "[resolve][corrections]") {
  const Resolution resolution = corrected_persons("persons:\n- different: [zakir-hasanov, Z. Hasanov]\n");
  const Ids ids = first_ids(resolution);
  CHECK(ids[0] == "zakir-hasanov");
  CHECK(ids[1] == "zakir-hasanov");
  CHECK(ids[2] == "z-hasanov");
  const auto is_told = [](const Doubt& doubt) {
    return std::set{doubt.person, doubt.other} == std::set<std::string>{"z-hasanov", "zakir-hasanov"};
  };
  CHECK(std::ranges::none_of(resolution.doubts, is_told));  // what somebody decided is no doubt
}

TEST_CASE("who has one identifier can be told apart by office", "[resolve][corrections]") {
  std::vector<Record> records = told_records();
  records[0].participants[0].id = records[1].participants[0].id = records[3].participants[0].id = "h";
  const Ids ids = first_ids(
      corrected_persons("persons:\n- different: [{name: Zakir Hasanov, country: AZ, position: minister of defense}, "
                        "{name: Ali Hasanov, country: AZ}]\n",
                        records));
  CHECK(ids[0] != ids[3]);
  CHECK((ids[0] == "h" || ids[3] == "h"));
}

TEST_CASE("a person gets another name and keeps the identifier", "[resolve][corrections]") {
  const Resolution resolution = corrected_persons("persons:\n- rename: {id: zakir-hasanov, name: Zakir Həsənov}\n");
  CHECK(first_ids(resolution) == first_ids(resolve_persons(told_records())));
  CHECK(resolution.records[2].participants[0].name == "Zakir Həsənov");
  const auto form = std::ranges::find(resolution.identities, "Z. Hasanov", &Identity::form);
  REQUIRE(form != resolution.identities.end());
  CHECK(form->usual == "Zakir Həsənov");
}

TEST_CASE("corrected persons do not depend on the order of records", "[resolve][corrections]") {
  const std::string yaml =
      "persons:\n- same: [The Iron General, ali-hasanov-tj]\n- different: [Zakir Hasanov, Z. Hasanov]\n";
  const std::vector<Record> records = told_records();
  Ids reversed = first_ids(corrected_persons(yaml, {records.rbegin(), records.rend()}));
  std::ranges::reverse(reversed);
  CHECK(reversed == first_ids(corrected_persons(yaml)));
}

TEST_CASE("whoever is unknown or could be several is told with the place", "[resolve][corrections]") {
  CHECK_THAT(complaint_about_persons("persons:\n- same: [zakir-hasanov, zakir-hasanof]\n"),
             Contains("c.yaml:2:25: persons[1].same: nobody") && Contains("did you mean 'zakir-hasanov'?"));
  CHECK_THAT(complaint_about_persons("persons:\n- same: [Ali Hasanov, Ann Able]\n"),
             Contains("could be several persons: 'ali-hasanov', 'ali-hasanov-tj'"));
  CHECK_THAT(complaint_about_persons("persons:\n- different: [{name: Ali Hasanov, country: TR}, Ann Able]\n"),
             Contains("no 'Ali Hasanov' is told of with that country"));
}

TEST_CASE("corrections that contradict each other are told with both places", "[resolve][corrections]") {
  CHECK_THAT(complaint_about_persons(
                 "persons:\n- same: [zakir-hasanov, ali-hasanov]\n- different: [ali-hasanov, zakir-hasanov]\n"),
             Contains("c.yaml:3:14: persons[2].different") && Contains("c.yaml:2:9: persons[1].same"));
  CHECK_THAT(
      complaint_about_persons("persons:\n- same: [zakir-hasanov, The Iron General]\n- same: [Ann Able, Ben Baker]\n"
                              "- same: [The Iron General, Ann Able]\n- different: [Zakir Hasanov, Ben Baker]\n"),
      Contains("c.yaml:5:14") && Contains("c.yaml:2:9") && Contains("c.yaml:4:9") && Contains("c.yaml:3:9"));
  CHECK_THAT(complaint_about_persons("persons:\n- different: [Ann Able, ann-able]\n"),
             Contains("is told apart from itself"));
  CHECK_THAT(
      complaint_about_persons("persons:\n- rename: {id: ann-able, name: Ann}\n- rename: {id: Ann Able, name: Anna}\n"),
      Contains("c.yaml:3:11") && Contains("c.yaml:2:11"));
}

TEST_CASE("entries that are not written as they should are told with the place", "[resolve][corrections]") {
  CHECK_THAT(complaint_about_persons("person:\n"), Contains("c.yaml:1:1") && Contains("did you mean 'persons'?"));
  CHECK_THAT(complaint_about_persons("persons: {same: [a, b]}\n"), Contains("expected a list of entries"));
  CHECK_THAT(complaint_about_persons("persons:\n- same: [Ann Able]\n"), Contains("two persons or more"));
  CHECK_THAT(complaint_about_persons("persons:\n- same: [a, b]\n  different: [a, b]\n"),
             Contains("persons[1]: expected one of"));
  CHECK_THAT(complaint_about_persons("persons:\n- same: [a, '']\n"), Contains("expected a value"));
  CHECK_THAT(complaint_about_persons("persons:\n- same: [a, [b]]\n"), Contains("expected a single value"));
  CHECK_THAT(complaint_about_persons("persons:\n- rename: {id: ann-able}\n"), Contains("lacks 'name'"));
  CHECK_THAT(complaint_about_persons("persons:\n- same: [a, b\n"), Contains("is no YAML"));
}
