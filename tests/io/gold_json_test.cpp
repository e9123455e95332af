#include "temporary_folder.hpp"

#include <entente/core/error.hpp>
#include <entente/io/gold_json.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;

namespace {

/// What is wrong with a file of these lines, behind its path.
std::string complaint(const std::string& content) {
  const TemporaryFolder folder;
  const std::string path = folder.write("gold.jsonl", content);
  try {
    const Gold gold = read_gold(std::vector{path});
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_gold);
    CHECK(error.exit_status() == ExitStatus::bad_request);
    const std::string message = error.full_message();
    return message.starts_with(path) ? message.substr(path.size()) : message;
  }
  return "nothing";
}

/// A document whose persons are a and b, with these events.
std::string document_with(const std::string& events) {
  return R"({"doc": "d.txt", "persons": {"a": {"name": "A X"}, "b": {"name": "B Y"}}, "events": )" + events + "}";
}

std::string event_with(const std::string& participants) {
  return document_with(R"([{"type": "meeting", "date": null, "participants": )" + participants + "}]");
}

}  // namespace

TEST_CASE("gold is read as the guide has it", "[io][gold]") {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "gold.jsonl",
      "\xEF\xBB\xBF"
      R"({"doc": "d.txt", "published": null, "persons": {"b": {"name": "B  Y ", "aliases": ["Y"], "country": "AZ",)"
      R"( "position": null, "rank": "General"}, "a": {"name": "A X", "aliases": null, "position": "Minister"}},)"
      R"( "events": [{"type": "call", "date": "XXXX-05-21", "place": "Baku", "participants": ["b", "a"]}],)"
      R"( "mentions": [], "x": 1})"
      "\r\n\n"
      R"({"doc": "e.txt", "persons": {}, "events": []})");
  const Gold gold = read_gold(std::vector{path});
  REQUIRE(gold.size() == 2);
  CHECK(gold[0].name == "d.txt");
  REQUIRE(gold[0].persons.size() == 2);
  CHECK(gold[0].persons[0].key == "b");
  CHECK(gold[0].persons[0].name == "B  Y");
  CHECK(gold[0].persons[0].aliases == std::vector<std::string>{"Y"});
  CHECK(gold[0].persons[0].country == "AZ");
  CHECK(gold[0].persons[0].position.empty());
  CHECK(gold[0].persons[1].position == "Minister");
  REQUIRE(gold[0].events.size() == 1);
  CHECK(gold[0].events[0].type == EventType::call);
  CHECK(gold[0].events[0].date == Date::parse("XXXX-05-21"));
  CHECK(gold[0].events[0].place == "Baku");
  CHECK(gold[0].events[0].participants == std::vector<std::string>{"b", "a"});
  CHECK(gold[1].events.empty());
}

TEST_CASE("the published gold is read", "[io][gold]") {
  const std::string folder = ENTENTE_SOURCE_DIR "/data/gold/";
  CHECK(read_gold(std::vector{folder + "articles-a.jsonl", folder + "articles-b.jsonl"}).size() == 100);
  CHECK(read_gold(std::vector{folder + "seeds.jsonl"}).size() == 5);
}

TEST_CASE("bad gold is told with line and field", "[io][gold]") {
  const auto [content, message] = GENERATE(table<std::string, std::string>({
      {"", ": there is no annotated document"},
      {"\n \n", ":2: there is no annotated document"},
      {"{\"doc\": 1,}", ":1:11: "},
      {"\n[]", ":2: expected an object, found a list"},
      {"{\"doc\": \"\xFF\"}", ":1:10: invalid UTF-8"},
      {R"({"persons": {}, "events": []})", ":1: doc: the field is missing"},
      {R"({"doc": 3, "persons": {}, "events": []})", ":1: doc: expected a text, found the number 3"},
      {R"({"doc": "", "persons": {}, "events": []})", ":1: doc: the name of the document is empty"},
      {R"({"doc": "x/d.txt", "persons": {}, "events": []})", ":1: doc: 'x/d.txt' has a folder"},
      {document_with("[]") + "\n" + document_with("[]"), ":2: doc: 'd.txt' is annotated already; see "},
      {R"({"doc": "d.txt", "doc": "e.txt", "persons": {}, "events": []})", ":1: doc: the field stands twice"},
      {R"({"doc": "d.txt", "events": []})", ":1: persons: the field is missing"},
      {R"({"doc": "d.txt", "persons": [], "events": []})", ":1: persons: expected an object, found a list"},
      {R"({"doc": "d.txt", "persons": {"a": {}}, "events": []})", ":1: persons.a.name: the field is missing"},
      {R"({"doc": "d.txt", "persons": {"a": {"name": " "}}, "events": []})", ":1: persons.a.name: the name is empty"},
      {R"({"doc": "d.txt", "persons": {"a": {"name": "A"}, "a": {"name": "B"}}, "events": []})",
       ":1: persons.a: the key stands twice"},
      {R"({"doc": "d.txt", "persons": {"a": {"name": "A", "aliasses": []}}, "events": []})",
       ":1: persons.a.aliasses: unknown field 'aliasses'; did you mean 'aliases'?"},
      {R"({"doc": "d.txt", "persons": {"a": {"name": "A", "aliases": "B"}}, "events": []})",
       ":1: persons.a.aliases: expected a list, found the text 'B'"},
      {R"({"doc": "d.txt", "persons": {"a": {"name": "A", "aliases": [1]}}, "events": []})",
       ":1: persons.a.aliases[0]: expected a text, found the number 1"},
      {R"({"doc": "d.txt", "persons": {"a": {"name": "A", "country": 7}}, "events": []})",
       ":1: persons.a.country: expected a text, found the number 7"},
      {R"({"doc": "d.txt", "persons": {}})", ":1: events: the field is missing"},
      {document_with("{}"), ":1: events: expected a list, found an object"},
      {document_with(R"([{"date": null, "participants": ["a", "b"]}])"), ":1: events[0].type: the field is missing"},
      {document_with(R"([{"type": "meeting", "participants": ["a", "b"]}])"),
       ":1: events[0].date: the field is missing"},
      {document_with(R"([{"type": "meting", "date": null, "participants": ["a", "b"]}])"),
       ":1: events[0].type: unknown event type 'meting'; did you mean 'meeting'?"},
      {document_with(R"([{"type": "meeting", "date": "18.1.2024", "participants": ["a", "b"]}])"),
       ":1: events[0].date: '18.1.2024' is no date; write 2024-01-18"},
      {document_with(R"([{"type": "meeting", "date": null}])"), ":1: events[0].participants: the field is missing"},
      {event_with(R"(["a"])"), ":1: events[0].participants: an event has two persons or more"},
      {event_with(R"(["a", "a"])"), ":1: events[0].participants[1]: 'a' stands twice in one event"},
      {event_with(R"(["a", "c"])"), ":1: events[0].participants[1]: 'c' is none of the persons of the document"},
  }));
  CAPTURE(content);
  CHECK_THAT(complaint(content), Catch::Matchers::StartsWith(message));
}

TEST_CASE("a misspelt person of an event is met with a suggestion", "[io][gold]") {
  CHECK_THAT(complaint(R"({"doc": "d.txt", "persons": {"zakir-hasanov": {"name": "A"}}, "events": [{"type": "call",)"
                       R"( "date": null, "participants": ["zakir-hasanof"]}]})"),
             EndsWith("did you mean 'zakir-hasanov'?"));
}

TEST_CASE("gold that cannot be read is told", "[io][gold]") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH(read_gold(std::vector{folder / "absent.jsonl"}), Contains("cannot be read"));
  CHECK_THROWS_AS(read_gold(std::vector{folder.path().string()}), Error);
}
