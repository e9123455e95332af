#include <entente/resolve/pseudonyms.hpp>
#include <entente/resolve/resolved_records.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

Identity form_of(std::string person, std::string form, std::uint64_t participations = 1) {
  Identity one;
  one.person = std::move(person);
  one.form = one.usual = std::move(form);
  one.participations = participations;
  return one;
}

/// A record in which everything tells who took part.
Record telling_record() {
  Record record;
  record.id = "lunch-of-ann-bell";
  record.type = EventType::visit;
  record.date = Date::parse("2024-01-18");
  record.place = "Villa \"Ann  BELL\", Ankara";
  record.participants = {{.id = "ann-bell",
                          .name = "Ann Bell",
                          .country = "TR",
                          .organisation = "Friends of Ann Bell",
                          .position = "Minister",
                          .rank = "General",
                          .role = Role::host,
                          .spans = {{3, 11}}},
                         {.name = "<b>&\"'\n\x01"}};
  record.mentions = {{.name = "Cy Dee"}};
  record.sources = {{.document = "bell.txt", .published = Date::parse("2024"), .title = "Bell", .url = "http://bell"}};
  record.evidence = {{.document = "bell.txt", .range = ByteRange{0, 4}, .text = "Bell ate."}};
  record.rule = "verb: Bell";
  record.confidence = 90;
  return record;
}

}  // namespace

// The expected tokens were computed with the uuid module of Python.
TEST_CASE("a token is the name-based UUID of an identifier in the namespace of the key", "[resolve][pseudonyms]") {
  const Pseudonyms open("", {});
  CHECK(open.token(PseudonymKind::person, "zakir-hasanov") == "P-90E465SGXN");
  CHECK(open.token(PseudonymKind::document, "a001.txt") == "D-0RNZ22M2RP");
  CHECK(open.token(PseudonymKind::event, "a001.txt#1") == "E-AGP8EMHTZH");
  CHECK(open.token(PseudonymKind::person, "").empty());
  const Pseudonyms keyed("a key\n", {}, 22);
  CHECK(keyed.token(PseudonymKind::person, "zakir-hasanov") == "P-7QAC8VVXT6R3M2S6V9KNVQ");
  CHECK(keyed.token(PseudonymKind::document, "a001.txt") == "D-Y883ZWH821J5MQNTRMGDJ1");
  CHECK(keyed.token(PseudonymKind::event, "a001.txt#1") == "E-TX22GW5BPCV7GHSXWMYF21");
}

TEST_CASE("no two persons share a token, however short tokens are", "[resolve][pseudonyms]") {
  Pseudonymised names;
  for (int i = 0; i < 40; ++i) names.persons.push_back("person-" + std::to_string(i));
  names.persons.push_back("person-0");  // named twice is one person still
  const Pseudonyms pseudonyms("", names, 1);
  std::set<std::string> tokens;
  std::set<std::string> beginnings;
  std::size_t num_short = 0;
  for (const std::string& id : pseudonyms.replaced().persons) {
    const std::string token = pseudonyms.token(PseudonymKind::person, id);
    CHECK(tokens.insert(token).second);
    if (token.size() > 3) beginnings.insert(token.substr(0, 3));
    CHECK((token.size() == 3 || token.size() == 24));
    if (token.size() == 3) ++num_short;
  }
  CHECK(tokens.size() == 40);
  CHECK(num_short > 0);  // who shares with nobody keeps a short one
  CHECK(num_short < 40);
  for (const std::string& token : tokens) CHECK((token.size() > 3 || !beginnings.contains(token)));
}

TEST_CASE("a record without names keeps when, where, of what kind and for whom", "[resolve][pseudonyms]") {
  Pseudonymised names;
  names.forms = {form_of("ann-bell", "Ann Bell"), form_of("minister", "General")};
  names.texts = {telling_record().place, "Friends of Ann Bell", "General"};
  const Pseudonyms pseudonyms("k", names);
  const Record record = pseudonyms.without_names(telling_record());
  Record expected;
  expected.id = pseudonyms.token(PseudonymKind::event, "lunch-of-ann-bell");
  expected.type = EventType::visit;
  expected.date = Date::parse("2024-01-18");
  const std::string ann = pseudonyms.token(PseudonymKind::person, "ann-bell");
  const std::string other = pseudonyms.token(PseudonymKind::person, "b");
  expected.participants = {{.id = ann, .name = ann, .country = "TR", .rank = "General", .role = Role::host},
                           {.id = other, .name = other}};
  std::ranges::sort(expected.participants);
  expected.sources = {
      {.document = pseudonyms.token(PseudonymKind::document, "bell.txt"), .published = Date::parse("2024")}};
  expected.confidence = 90;
  CHECK((record == expected));
}

TEST_CASE("the account of identities has a row a person", "[resolve][pseudonyms]") {
  const Pseudonyms pseudonyms("", {});
  std::vector<Identity> identities{form_of("ann", "Ann", 3), form_of("ann", "Anne", 4), form_of("ben", "Ben", 1)};
  identities[1].score = .8;
  identities[1].against = "another country";
  const std::vector<Identity> rows = pseudonyms.without_names(identities);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].person < rows[1].person);
  const std::string token = pseudonyms.token(PseudonymKind::person, "ann");
  const Identity& ann = rows[0].person == token ? rows[0] : rows[1];
  CHECK(ann.form == token);
  CHECK(ann.usual == token);
  CHECK(ann.participations == 7);
  CHECK(ann.score == .8);
  CHECK(ann.reason == "2 forms of the name");
  CHECK(ann.against.empty());
}

TEST_CASE("persons are found by token, identifier and any form of the name", "[resolve][pseudonyms]") {
  Pseudonymised names;
  names.persons = {"ann-bell", "ann-bell-2"};
  names.forms = {form_of("ann-bell", "Ann Bell"), form_of("ann-bell-2", "Änn BELL"), form_of("ann-bell-2", "A. Bell")};
  const Pseudonyms pseudonyms("", names);
  const std::string one = pseudonyms.token(PseudonymKind::person, "ann-bell");
  const std::string two = pseudonyms.token(PseudonymKind::person, "ann-bell-2");
  CHECK(pseudonyms.tokens_of("ann-bell") == std::vector{one});
  CHECK(pseudonyms.tokens_of(two) == std::vector{two});
  CHECK(pseudonyms.tokens_of("a bell") == std::vector{two});
  CHECK(pseudonyms.tokens_of("ann bell").size() == 2);
  CHECK(pseudonyms.tokens_of("nobody") == std::vector{pseudonyms.token(PseudonymKind::person, "nobody")});
  CHECK(pseudonyms.with_identifiers({.persons = {two, "Cy"}}).persons == std::vector<std::string>{"ann-bell-2", "Cy"});
}

TEST_CASE("records with pseudonyms are in the order of the tokens, not of the names", "[resolve][pseudonyms]") {
  EventCollector collector;
  for (int i = 0; i < 20; ++i) {
    Record record;
    record.id = "event-" + std::to_string(i);
    for (const int person : {i, i + 1}) {
      Participant& one = record.participants.emplace_back();
      one.name = std::string(1, static_cast<char>('A' + person)) + "nn Bell";
    }
    record.sources = {{.document = i % 2 == 0 ? "d" : ""}};
    collector.add(std::move(record), {});
  }
  ResolvedRecords resolved = resolve(std::make_shared<const UniqueEvents>(collector.finish()));
  const std::vector<Record> named = resolved.records();
  resolved.use_pseudonyms("key");
  REQUIRE(resolved.size() == named.size());
  std::vector<Record> expected;
  for (const Record& one : named) expected.push_back(resolved.pseudonyms()->without_names(one));
  std::ranges::sort(expected, {}, &Record::id);
  CHECK((resolved.records() == expected));
  for (std::size_t place = 0; place < resolved.size(); ++place) {
    CHECK(std::ranges::find(named, resolved.with_names(place)) != named.end());
  }
}
