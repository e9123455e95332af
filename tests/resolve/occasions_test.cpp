#include "occasion_records.hpp"

#include <entente/core/error.hpp>
#include <entente/resolve/occasions.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

const std::vector<std::string> two{"ann:AZ", "ben:TR"};
const std::string long_sentence =
    "The defence ministers of the two countries met on the sidelines of the exercise and discussed the security of the "
    "region, joint training and the state of their military cooperation.";

std::size_t num_events(const std::vector<Told>& told) { return merge_occasions(records_of(told)).records.size(); }

}  // namespace

TEST_CASE("one meeting told by two documents is one event with both as sources", "[resolve][occasions]") {
  const Occasions occasions = merge_occasions(records_of({
      {.document = "x",
       .date = "2024-05",
       .place = "Ankara",
       .participants = {"ben:TR", "ann:AZ"},
       .sentence = "X tells."},
      {.document = "a", .date = "2024-05-03", .place = "Ankara", .participants = two, .sentence = "A tells."},
  }));
  REQUIRE(occasions.records.size() == 1);
  const Record& event = occasions.records.front();
  CHECK(event.id == "a#1");
  CHECK(event.date == Date::parse("2024-05-03"));
  REQUIRE(event.sources.size() == 2);
  CHECK(event.sources[0].document == "a");
  CHECK(event.sources[1].document == "x");
  REQUIRE(event.evidence.size() == 2);
  CHECK(event.evidence[0].document == "a");
  CHECK(event.evidence[1].document == "x");
  REQUIRE(occasions.decisions.size() == 1);
  const OccasionDecision& merge = occasions.decisions.front();
  CHECK(merge.verdict == OccasionVerdict::merged);
  CHECK((merge.a == "a#1" && merge.b == "x#1" && merge.a_event == "a#1" && merge.b_event == "a#1"));
  CHECK(merge.score >= 0.9);
  CHECK_THAT(merge.reason,
             Contains("the same participants") && Contains("the same month") && Contains("the same town"));
  CHECK(merge.persons == std::vector<std::string>{"ann", "ben"});
  CHECK(merge.ties == 1);
}

TEST_CASE("what the texts tell apart stays apart", "[resolve][occasions]") {
  const Told base{.document = "a", .date = "2024-05-03", .place = "Ankara", .participants = two};
  Told other = base;
  other.document = "b";
  REQUIRE(num_events({base, other}) == 1);
  SECTION("another day") { other.date = "2024-05-04"; }
  SECTION("a day apart, but the earlier is the date published") {
    other.date = "2024-05-02";
    other.published = "2024-05-02";
  }
  SECTION("another month") { other.date = "2024-06"; }
  SECTION("another day of a year that is not told") { other.date = "XXXX-05-04"; }
  SECTION("another town") { other.place = "Baku"; }
  SECTION("another building") {
    other.place = "Foreign Ministry";
    const Told first{.document = "a", .date = "2024-05-03", .place = "Presidential Palace", .participants = two};
    CHECK(num_events({first, other}) == 2);
    return;
  }
  SECTION("a call is no meeting") { other.type = EventType::call; }
  SECTION("only one participant is shared") { other.participants = {"ann:AZ", "carl:GE"}; }
  SECTION("each names somebody else") {
    const Told first{
        .document = "a", .date = "2024-05-03", .place = "Ankara", .participants = {"ann:AZ", "ben:TR", "c:GE"}};
    other.participants = {"ann:AZ", "ben:TR", "d:IR"};
    CHECK(num_events({first, other}) == 2);
    return;
  }
  SECTION("talks of two and of three") { other.participants = {"ann:AZ", "ben:TR", "carl:GE"}; }
  SECTION("one document tells of both") {
    other.document = "a";
    other.number = "2";
    other.sentence = "They met again.";
  }
  SECTION("no document is named") {
    const Told first{.document = "", .date = "2024-05-03", .participants = two, .number = "1"};
    const Told second{.document = "", .date = "2024-05-03", .participants = two, .number = "2"};
    CHECK(num_events({first, second}) == 2);
    return;
  }
  SECTION("co-mentions are no occasions") {
    const Told first{.document = "a", .participants = two, .type = EventType::co_mention};
    const Told second{.document = "b", .participants = two, .type = EventType::co_mention};
    CHECK(num_events({first, second}) == 2);
    return;
  }
  CHECK(num_events({base, other}) == 2);
}

TEST_CASE("what is left out or told later does not tell apart", "[resolve][occasions]") {
  const Told base{.document = "a", .date = "2024-05-03", .place = "Ankara", .participants = two};
  Told other = base;
  other.document = "b";
  SECTION("no place") { other.place.clear(); }
  SECTION("the building in the town") { other.place = "Presidential Palace"; }
  SECTION("a visit") { other.type = EventType::visit; }
  SECTION("the year is not told") { other.date = "XXXX-05-03"; }
  SECTION("the day after, published then") { other.date = other.published = "2024-05-04"; }
  SECTION("no date, published just after") {
    other.date.clear();
    other.published = "2024-05-04";
  }
  SECTION("those who came along") { other.participants = {"ann:AZ", "ben:TR", "aide:TR", "envoy:AZ"}; }
  CHECK(num_events({base, other}) == 1);
  CHECK(num_events({other, base}) == 1);
}

TEST_CASE("two talks of two persons on one day stay two, each with its retelling", "[resolve][occasions]") {
  const Occasions occasions = merge_occasions(records_of({
      {.document = "a", .date = "2024-05-03", .place = "Presidential Palace", .participants = two, .number = "1"},
      {.document = "a", .date = "2024-05-03", .place = "airport", .participants = two, .number = "2"},
      {.document = "b", .date = "2024-05-03", .place = "the airport", .participants = two},
      {.document = "c", .date = "2024-05-03", .place = "Presidential Palace", .participants = two},
  }));
  REQUIRE(occasions.records.size() == 2);
  CHECK(occasions.records[0].sources.size() == 2);
  CHECK(occasions.records[0].sources[1].document == "c");
  CHECK(occasions.records[1].sources[1].document == "b");
}

TEST_CASE("a record that fits two events joins neither and is listed", "[resolve][occasions]") {
  const Occasions occasions = merge_occasions(records_of({
      {.document = "a", .date = "2024-05-03", .participants = two, .number = "1"},
      {.document = "a", .date = "2024-05-03", .participants = two, .sentence = "They met again.", .number = "2"},
      {.document = "b", .date = "2024-05-03", .participants = two},
  }));
  CHECK(occasions.records.size() == 3);
  REQUIRE(occasions.decisions.size() == 2);
  for (const OccasionDecision& one : occasions.decisions) {
    CHECK(one.verdict == OccasionVerdict::doubtful);
    CHECK(one.b == "b#1");
    CHECK_THAT(one.against, Contains("another record fits as well"));
  }
}

TEST_CASE("a partial telling does not chain two talks of three", "[resolve][occasions]") {
  const std::string place = "Presidential Palace";
  const Occasions occasions = merge_occasions(records_of({
      {.document = "a", .date = "2024-05-03", .place = place, .participants = {"ann", "ben", "cem"}},
      {.document = "b", .date = "2024-05-03", .place = place, .participants = {"ann", "ben"}},
      {.document = "c", .date = "2024-05-03", .place = place, .participants = {"ann", "ben", "dan"}},
  }));
  CHECK(occasions.records.size() == 2);
  CHECK(std::ranges::count(occasions.decisions, OccasionVerdict::doubtful, &OccasionDecision::verdict) == 1);
}

TEST_CASE("copies are recognised by their words", "[resolve][occasions]") {
  SECTION("without a date") {
    CHECK(num_events({{.document = "a", .participants = two, .sentence = long_sentence},
                      {.document = "b", .participants = two, .sentence = "(Agency) " + long_sentence}}) == 1);
    CHECK(num_events(
              {{.document = "a", .participants = two, .sentence = long_sentence},
               {.document = "b", .participants = two, .sentence = "They shook hands before the cameras today."}}) == 2);
  }
  SECTION("with one participant each") {
    CHECK(num_events({{.document = "a", .date = "2024-05-03", .participants = {"ann"}, .sentence = long_sentence},
                      {.document = "b", .date = "2024-05-03", .participants = {"ann"}, .sentence = long_sentence}}) ==
          1);
    CHECK(num_events({{.document = "a", .date = "2024-05-03", .participants = {"ann"}},
                      {.document = "b", .date = "2024-05-03", .participants = {"ann"}}}) == 2);
  }
  SECTION("the same words on another day are another meeting") {
    CHECK(num_events({{.document = "a", .date = "2024-05-03", .participants = two, .sentence = long_sentence},
                      {.document = "b", .date = "2024-06-03", .participants = two, .sentence = long_sentence}}) == 2);
  }
  SECTION("each of two records finds its own copy") {
    const std::string later =
        "Late in the evening both of them returned to the hall for another round of talks behind "
        "closed doors, of which nothing became known.";
    const auto merged = merge_occasions(records_of({
        {.document = "a", .date = "2024-05-03", .participants = two, .sentence = long_sentence, .number = "1"},
        {.document = "a", .date = "2024-05-03", .participants = two, .sentence = later, .number = "2"},
        {.document = "b", .date = "2024-05-03", .participants = two, .sentence = later, .number = "1"},
        {.document = "b", .date = "2024-05-03", .participants = two, .sentence = long_sentence, .number = "2"},
    }));
    REQUIRE(merged.records.size() == 2);
    for (const Record& event : merged.records) {
      REQUIRE(event.evidence.size() == 2);
      CHECK(event.evidence[0].text == event.evidence[1].text);
    }
  }
}

TEST_CASE("records of one document are one only if equal in everything", "[resolve][occasions]") {
  const Told told{
      .document = "a", .date = "2024-05-03", .place = "Ankara", .participants = two, .sentence = "They met."};
  Told again = told;
  again.number = "2";
  const Occasions occasions = merge_occasions(records_of({told, again}));
  CHECK(occasions.records.size() == 1);
  REQUIRE(occasions.decisions.size() == 1);
  CHECK(occasions.decisions[0].reason == "equal in everything");
  CHECK(occasions.decisions[0].score == 1);
  CHECK(occasions.records[0].sources.size() == 1);
  again.sentence = "They met again.";
  CHECK(num_events({told, again}) == 2);
}

TEST_CASE("a merged record learns what the others tell", "[resolve][occasions]") {
  std::vector<Record> records = records_of({
      {.document = "a", .date = "2024-05-03", .participants = two, .type = EventType::other},
      {.document = "b", .date = "2024-05-03", .place = "Ankara", .participants = {"ann:AZ", "ben:TR", "aide:TR"}},
      {.document = "c", .date = "2024-05-03", .place = "Ankara", .participants = two, .type = EventType::visit},
  });
  records[0].participants[0].spans = {{5, 9}};
  records[1].participants[0].rank = "General";
  records[1].participants[0].spans = {{100, 104}};
  records[1].participants[2].spans = {{200, 204}};
  records[1].mentions = {{"Name of ann"}, {"Somebody"}};
  records[2].mentions = {{"Somebody"}};
  const Occasions occasions = merge_occasions(records);
  REQUIRE(occasions.records.size() == 1);
  const Record& event = occasions.records.front();
  CHECK(event.type == EventType::meeting);
  CHECK(event.place == "Ankara");
  REQUIRE(event.participants.size() == 3);
  CHECK(event.participants[0].rank == "General");
  CHECK(event.participants[0].spans == std::vector<ByteRange>{{5, 9}});
  CHECK(event.participants[2].id == "aide");
  CHECK(event.participants[2].spans.empty());
  CHECK(event.mentions == std::vector<Mention>{{"Somebody"}});
  CHECK(merge_occasions(occasions.records).records == occasions.records);
}

TEST_CASE("nothing and single records come out as they went in", "[resolve][occasions]") {
  CHECK(merge_occasions({}).records.empty());
  std::vector<Record> one = records_of({{.document = "a", .participants = two}});
  one.push_back({});
  one.back().id = "empty";
  CHECK(merge_occasions(one).records == one);
  CHECK(merge_occasions(one).decisions.empty());
}

TEST_CASE("options out of range are refused", "[resolve][occasions]") {
  const auto options = GENERATE(OccasionOptions{.merge_from = 0.5}, OccasionOptions{.merge_from = 1},
                                OccasionOptions{.review_from = 0.95}, OccasionOptions{.review_from = -0.1},
                                OccasionOptions{.copy_from = 0}, OccasionOptions{.max_compared = 0});
  CHECK_THROWS_AS(merge_occasions({}, options), Error);
}
