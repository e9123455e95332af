#include "small_gold.hpp"

#include <entente/evaluate/evaluation.hpp>

#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

const std::string meeting_of_two = "2024-01-18 meeting, the city of Baku: Ada Lovelace, Charles Babbage";

/// Good in everything but what a test spoils.
Record good_record() {
  Record record = meeting_record({"Ada Lovelace", "Charles Babbage"});
  record.participants[0].country = record.participants[1].country = "GB";
  record.participants[0].position = "mathematician";
  record.participants[1].position = "professor";
  record.evidence = {{.text = "They met."}, {.document = "other.txt", .text = "Not here."}, {.text = "In Baku."}};
  return record;
}

std::vector<Difference> differences_of(const Record& record) {
  return evaluate({small_document({gold_meeting({"ada", "charles"})})}, std::vector{record}).differences;
}

}  // namespace

TEST_CASE("what agrees leaves no difference", "[evaluate]") { CHECK(differences_of(good_record()).empty()); }

TEST_CASE("a wrong fact of an event is told with both values and the sentences", "[evaluate]") {
  Record record = good_record();
  record.date.reset();
  record.type = EventType::call;
  record.place = "Ganja";
  const Difference context{.document = "d.txt", .event = meeting_of_two, .sentence = "They met. … In Baku."};
  Difference date = context;
  date.kind = DifferenceKind::wrong_date;
  date.gold = "2024-01-18";
  Difference type = context;
  type.kind = DifferenceKind::wrong_type;
  type.gold = "meeting";
  type.given = "call";
  Difference place = context;
  place.kind = DifferenceKind::wrong_place;
  place.gold = "the city of Baku";
  place.given = "Ganja";
  CHECK(differences_of(record) == std::vector{date, type, place});
}

TEST_CASE("a wrong fact of a person names the person", "[evaluate]") {
  Record record = good_record();
  record.participants[0].country = "FR";
  record.participants[1].position = "";
  record.participants[1].name = "Babbage";
  const std::vector<Difference> found = differences_of(record);
  REQUIRE(found.size() == 3);
  CHECK(found[0].kind == DifferenceKind::wrong_country);
  CHECK(found[0].person == "Ada Lovelace");
  CHECK(found[0].gold == "GB");
  CHECK(found[0].given == "FR");
  CHECK(found[1].kind == DifferenceKind::wrong_position);
  CHECK(found[1].person == "Charles Babbage");
  CHECK(found[1].given.empty());
  CHECK(found[2].kind == DifferenceKind::name_too_short);
  CHECK(found[2].given == "Babbage");
}

TEST_CASE("participants missing and too many are told of the matched event", "[evaluate]") {
  const Evaluation evaluation =
      evaluate({small_document({gold_meeting({"ada", "charles", "mary"})})},
               std::vector{meeting_record({"Ada Lovelace", "Charles Babbage", "Nobody Known"})});
  const auto missing = of_kind(evaluation, DifferenceKind::participant_missing);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].gold == "Mary Somerville");
  const auto too_many = of_kind(evaluation, DifferenceKind::participant_too_many);
  REQUIRE(too_many.size() == 1);
  CHECK(too_many[0].given == "Nobody Known");
  CHECK(of_kind(evaluation, DifferenceKind::event_missing).empty());
}

TEST_CASE("events that match none are missing or too many", "[evaluate]") {
  Record record = meeting_record({"Ada Lovelace", "Nobody Known"});
  record.evidence = {{.text = "Ada met somebody."}};
  const Evaluation evaluation = evaluate({small_document({gold_meeting({"ada", "charles"})})}, std::vector{record});
  REQUIRE(evaluation.differences.size() == 2);
  CHECK(evaluation.differences[0] ==
        Difference{.kind = DifferenceKind::event_missing, .document = "d.txt", .event = meeting_of_two});
  CHECK(evaluation.differences[1] == Difference{.kind = DifferenceKind::event_too_many,
                                                .document = "d.txt",
                                                .event = "2024-01-18 meeting, Baku: Ada Lovelace, Nobody Known",
                                                .sentence = "Ada met somebody."});
}

TEST_CASE("a false document is told before its events", "[evaluate]") {
  const std::vector<Difference> found =
      evaluate({small_document({})}, std::vector{meeting_record({"Ada Lovelace", "Mary Somerville"})}).differences;
  REQUIRE(found.size() == 2);
  CHECK(found[0] == Difference{.kind = DifferenceKind::false_document, .document = "d.txt", .given = "1 event"});
  CHECK(found[1].kind == DifferenceKind::event_too_many);
}

TEST_CASE("merged and split persons are told last, over all documents", "[evaluate]") {
  Record first = meeting_record({"Ada Lovelace", "Mary Somerville"});
  Record second = meeting_record({"Ada Lovelace", "Charles Babbage"});
  first.participants[0].id = first.participants[1].id = "x";
  second.participants[0].id = "y";
  const std::vector<Difference> found =
      evaluate({small_document({gold_meeting({"ada", "mary"}), gold_meeting({"ada", "charles"})})},
               std::vector{first, second})
          .differences;
  REQUIRE(found.size() >= 2);
  CHECK(found[found.size() - 2] ==
        Difference{.kind = DifferenceKind::persons_merged, .gold = "ada | mary", .given = "x"});
  CHECK(found.back() == Difference{.kind = DifferenceKind::person_split, .gold = "ada", .given = "x | y"});
}

TEST_CASE("every kind of difference has words of its own", "[evaluate]") {
  std::set<std::string_view> words;
  for (int kind = 0; kind <= static_cast<int>(DifferenceKind::person_split); ++kind) {
    CHECK_FALSE(to_string(static_cast<DifferenceKind>(kind)).empty());
    CHECK(words.insert(to_string(static_cast<DifferenceKind>(kind))).second);
  }
}
