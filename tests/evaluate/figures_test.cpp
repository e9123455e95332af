// Each figure against its definition (the head of data/gold/score.py), on cases small enough to count by hand.
#include "small_gold.hpp"

#include <entente/evaluate/evaluation.hpp>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

Figures figures_of(std::vector<GoldEvent> events, const std::vector<Record>& records) {
  return evaluate({small_document(std::move(events))}, records).figures;
}

void check(const Ratio& ratio, std::uint64_t right, std::uint64_t given, std::uint64_t wanted) {
  CHECK(ratio.right == right);
  CHECK(ratio.given == given);
  CHECK(ratio.wanted == wanted);
}

void check(const Share& share, std::uint64_t right, std::uint64_t of) {
  CHECK(share.right == right);
  CHECK(share.of == of);
}

}  // namespace

TEST_CASE("pairs are counted with multiplicity", "[evaluate]") {
  const Figures figures = figures_of(
      {gold_meeting({"ada", "charles", "mary"}), gold_meeting({"ada", "charles"})},
      {meeting_record({"Ada Lovelace", "Charles Babbage"}), meeting_record({"Mary Somerville", "Nobody Known"})});
  check(figures.pairs, 1, 2, 4);
  CHECK(figures.pairs.precision() == 0.5);
  CHECK(figures.pairs.recall() == 0.25);
  CHECK(figures.pairs.f1() == Approx(1.0 / 3));
}

TEST_CASE("an event is right where its participants are exactly right", "[evaluate]") {
  const Figures figures = figures_of(
      {gold_meeting({"ada", "charles", "mary"}), gold_meeting({"ada", "zakir"}), gold_meeting({"ada", "zakir"})},
      {meeting_record({"Ada Lovelace", "Charles Babbage"}), meeting_record({"Zakir Hasanov", "Ada Lovelace"})});
  check(figures.events, 1, 2, 3);
}

TEST_CASE("persons are the set of participants of a document", "[evaluate]") {
  const Figures figures = figures_of({gold_meeting({"ada", "charles"}), gold_meeting({"ada", "mary"})},
                                     {meeting_record({"Ada Lovelace", "Charles Babbage", "Nobody Known"}),
                                      meeting_record({"Ada Lovelace", "Charles Babbage"})});
  check(figures.persons, 2, 3, 3);
}

TEST_CASE("a record of fewer than two persons does not count", "[evaluate]") {
  const Figures figures = figures_of({gold_meeting({"ada", "charles"})},
                                     {meeting_record({"Ada Lovelace"}), meeting_record({"Zakir Hasanov", "Hasanov"})});
  check(figures.events, 0, 0, 1);
  check(figures.persons, 0, 0, 2);
}

TEST_CASE("date and type are judged on matched events, exactly", "[evaluate]") {
  GoldEvent undated = gold_meeting({"ada", "zakir"});
  undated.date.reset();
  Record partial = meeting_record({"Ada Lovelace", "Charles Babbage"});
  partial.date = Date::parse("2024-01");
  partial.type = EventType::visit;
  Record none = meeting_record({"Ada Lovelace", "Zakir Hasanov"});
  none.date.reset();
  const Figures figures =
      figures_of({gold_meeting({"ada", "charles"}), undated, gold_meeting({"charles", "mary"})}, {partial, none});
  check(figures.date, 1, 2);
  check(figures.type, 1, 2);
}

TEST_CASE("places agree where one contains the other, whatever the case", "[evaluate]") {
  GoldEvent nowhere = gold_meeting({"ada", "mary"});
  nowhere.place.clear();
  const auto [place, right] = GENERATE(table<std::string, std::uint64_t>(
      {{"BAKU", 1}, {"the city of Baku, Azerbaijan", 1}, {"Bak", 0}, {"", 0}, {"Ganja", 0}, {"!", 0}}));
  CAPTURE(place);
  Record record = meeting_record({"Ada Lovelace", "Charles Babbage"});
  record.place = place;
  check(figures_of({gold_meeting({"ada", "charles"}), nowhere},
                   {record, meeting_record({"Ada Lovelace", "Mary Somerville"})})
            .place,
        right, 1);
}

TEST_CASE("country and position are judged where the gold has them", "[evaluate]") {
  Record record = meeting_record({"Ada Lovelace", "Mary Somerville", "Zakir Hasanov"});
  record.participants[0].country = "gb";
  record.participants[0].position = "Mathematician and writer";
  record.participants[1].country = "GB";
  record.participants[2].position = "Defense";
  const Figures figures = figures_of({gold_meeting({"ada", "mary", "zakir"})}, {record});
  check(figures.country, 1, 2);
  check(figures.position, 2, 2);
}

TEST_CASE("a surname alone is no full name", "[evaluate]") {
  check(figures_of({gold_meeting({"ada", "charles", "zakir"})},
                   {meeting_record({"Lovelace", "C. Babbage", "Z. Hasanov"})})
            .full_name,
        2, 3);
}

TEST_CASE("identity is B-cubed over the matched participants", "[evaluate]") {
  Record first = meeting_record({"Ada Lovelace", "Charles Babbage"});
  Record second = meeting_record({"Ada Lovelace", "Zakir Hasanov"});
  first.participants[0].id = "x";
  first.participants[1].id = "x";
  second.participants[0].id = "y";
  second.participants[1].id = "z";
  const Figures figures =
      figures_of({gold_meeting({"ada", "charles"}), gold_meeting({"ada", "zakir"})}, {first, second});
  CHECK(figures.identity.precision == Approx((0.5 + 0.5 + 1 + 1) / 4));
  CHECK(figures.identity.recall == Approx((0.5 + 1 + 0.5 + 1) / 4));
  CHECK(figures.identity.f1() == Approx(0.75));
}

TEST_CASE("without identifiers a participant is identified by name", "[evaluate]") {
  const Figures figures = figures_of(
      {gold_meeting({"ada", "zakir"}), gold_meeting({"charles", "zakir"})},
      {meeting_record({"Ada Lovelace", "ZAKİR HASANOV"}), meeting_record({"Charles Babbage", "Zakir Hasanov"})});
  CHECK(figures.identity.f1() == 1);
}

TEST_CASE("documents without event and records of other documents are counted", "[evaluate]") {
  const Gold gold{small_document({gold_meeting({"ada", "charles"})}), {.name = "empty.txt"}, {.name = "false.txt"}};
  Record wrong = meeting_record({"A B", "C D"});
  wrong.sources = {{.document = "some/folder/false.txt"}};
  Record foreign = meeting_record({"A B", "C D"});
  foreign.sources = {{.document = "foreign.txt"}};
  Record nowhere = meeting_record({"A B", "C D"});
  nowhere.sources.clear();
  const Figures figures = evaluate(gold, std::vector{wrong, foreign, nowhere}).figures;
  CHECK(figures.documents == 3);
  CHECK(figures.documents_without_event == 2);
  CHECK(figures.false_documents == 1);
  CHECK(figures.records_of_other_documents == 2);
  check(figures.events, 0, 1, 1);
}

TEST_CASE("a record of several documents counts in each", "[evaluate]") {
  Gold gold{small_document({gold_meeting({"ada", "charles"})}), small_document({gold_meeting({"ada", "charles"})})};
  gold[1].name = "e.txt";
  Record record = meeting_record({"Ada Lovelace", "Charles Babbage"});
  record.sources.push_back({.document = "e.txt"});
  check(evaluate(gold, std::vector{record}).figures.events, 2, 2, 2);
}

TEST_CASE("figures of nothing are 0", "[evaluate]") {
  for (const Gold& gold : {Gold{}, Gold{small_document({})}, Gold{small_document({gold_meeting({"ada", "mary"})})}}) {
    const Figures figures = evaluate(gold, {}).figures;
    for (const Ratio& ratio : {figures.pairs, figures.events, figures.persons}) CHECK(ratio.f1() == 0);
    for (const Share& share : {figures.date, figures.type, figures.place, figures.country, figures.position})
      CHECK(share.value() == 0);
    CHECK(figures.identity.f1() == 0);
    CHECK(figures.false_documents == 0);
  }
}
