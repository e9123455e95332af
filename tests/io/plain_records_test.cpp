#include "temporary_folder.hpp"

#include <entente/core/event_graph_builder.hpp>
#include <entente/core/parallel.hpp>
#include <entente/io/input.hpp>

#include <iostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

struct Read {
  EventGraph graph;
  InputCounts counts;
  std::vector<std::pair<std::uint64_t, std::string>> rejected;  // line and message
  std::size_t in_batches = 0;
};

Read read(const std::string& content, bool in_batches, unsigned threads = 2) {
  const TemporaryFolder folder;
  const std::vector<std::string> paths{folder.write("records.jsonl", content)};
  const Run run{.threads = threads};
  Workers workers(run);
  EventGraphBuilder builder;
  Read result;
  InputSink sink;
  sink.record = [&](Record&& record, const Place&) {
    for (Participant& one : record.participants) one.id = told_id(one);
    builder.add(record);
  };
  sink.rejected = [&](Rejected&& one) { result.rejected.emplace_back(one.place.line, one.message); };
  if (in_batches) {
    sink.batches = [&](std::span<const RecordBatch> batches) {
      for (const RecordBatch& batch : batches) result.in_batches += batch.events.size();
      builder.add(batches, workers);
    };
  }
  result.counts = read_inputs(paths, std::cin, sink, run);
  result.graph = builder.finish(run);
  return result;
}

bool same(const EventGraph& a, const EventGraph& b) {
  if (!(a.persons() == b.persons()) || !(a.events() == b.events())) return false;
  for (std::size_t event = 0; event < a.num_events(); ++event) {
    const EventId id(event);
    if (!std::ranges::equal(a.participants_of(id), b.participants_of(id)) ||
        !std::ranges::equal(a.roles_of(id), b.roles_of(id))) {
      return false;
    }
  }
  return a.num_events() == b.num_events();
}

}  // namespace

TEST_CASE("plain records in batches make the graph that they make one by one", "[io][oracle]") {
  std::string content;
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(i);
    content += R"({"id": "e)" + number + R"(", "date": "2024-01-)" + std::to_string(10 + i % 20) +
               R"(", "type": "visit", "place": "Kraków", "source": "d)" + number + R"(", "participants": ["Ann )" +
               std::to_string(i % 37) + R"(", {"name": "Béla Özgür", "country": "HU", "role": "host"}, {"id": "p)" +
               std::to_string(i % 11) + R"(", "name": "Ким )" + std::to_string(i % 5) +
               R"(", "position": "Minister", "rank": "General", "organisation": "MoD"}]})" + "\n";
  }
  const Read quick = read(content, true);
  const Read careful = read(content, false);
  CHECK(quick.in_batches == 5000);
  CHECK(same(quick.graph, careful.graph));
  CHECK(quick.counts.records == careful.counts.records);
  CHECK(same(read(content, true, 1).graph, careful.graph));
  for (const unsigned threads : {1U, 3U, 8U}) CHECK(same(read(content, false, threads).graph, careful.graph));
  CHECK(quick.graph.num_persons() == 37 + 1 + 11);
}

TEST_CASE("records as entente writes them are plain", "[io][oracle]") {
  std::string content;
  for (int i = 0; i < 500; ++i) {
    const std::string number = std::to_string(i);
    const std::string document = R"({"document": "d)" + number + R"(", "published": "2024-01-05", "title": "T"})";
    content += R"({"id": "e)" + number +
               R"(", "participants": [{"id": "ann", "name": "Ann", "spans": [[0, 3], [9, 12]]},)"
               R"( {"name": "Ben", "spans": []}], "source)" +
               (i % 2 == 0 ? R"(": )" + document : R"(s": [)" + document + "]") +
               R"(, "evidence": [{"range": [0, 40], "text": "Ann met \"Ben\" )" + number +
               std::string(i % 3 == 0 ? 400 : 1, 'n') +
               R"(."}, {"document": "d", "text": "Again."}],)"
               R"( "rule": "verb: met", "confidence": 0.9})"
               "\n";
  }
  const Read quick = read(content, true);
  CHECK(quick.in_batches == 500);
  CHECK(same(quick.graph, read(content, false).graph));
}

TEST_CASE("what is not plain is read with care, with the number of its line", "[io]") {
  const std::string plain = R"({"id": "a", "participants": ["Ann", "Ben"]})";
  const std::vector<std::string> lines{
      plain,
      "",
      R"(  {"id": "b", "participants": [" Ann ", {"name": "Be\u0301la"}]}  )",  // to be trimmed and composed
      R"({"id": 12, "participants": ["Ann", "Ben"]})",                          // a number for an identifier
      R"({"id": "c", "date": null, "participants": ["Ann", "Ben"], "mentions": []})",
      R"({"id": "d", "date": "2024-02-30", "participants": ["Ann", "Ben"]})",  // no such day
      R"({"id": "e", "participants": ["Ann", ""]})",
      R"({"id": "f", "participants": []})",
      R"({"id": "g", "id": "h", "participants": ["Ann"]})",
      R"({"id": "i", "participants": ["Ann"]} and more)",
      R"({"id": "j", "participants": ["Ann\u0007Bell", "tab\there"]})",
      "{\"id\": \"k\", \"participants\": [\"An\xFFn\", \"Ben\"]}",  // not UTF-8
      R"({"id": "l", "type": "summit", "participants": ["Ann"]})",
      R"({"id": "m", "type": "co-mention", "participants": ["Ann", "Cid"]})",
      R"({"id": "n", "participants": [{"name": "Ann", "spans": [[0, 3]], "role": "guest"}], "confidence": 0.5})",
      R"({"id": "p", "participants": [{"name": "Ann", "spans": [[3, 0]]}]})",  // an end before its beginning
      R"({"id": "q", "participants": ["Ann"], "source": {"document": "a", "published": "soon"}})",
      R"({"id": "r", "participants": ["Ann"], "source": {"document": "a", "document": "b"}})",
      R"({"id": "s", "participants": ["Ann"], "sources": ["a", {"document": "b"}], "source": "c"})",
      R"({"id": "t", "participants": ["Ann"], "sources": ["b", {"document": "a", "x": 1}]})",
      R"({"id": "u", "participants": ["Ann"], "evidence": [{"text": 1}]})",
      R"({"id": "v", "participants": ["Ann"], "evidence": [{"text": "a", "text": "b"}]})",
      R"({"id": "w", "participants": ["Ann"], "evidence": [{}, {"range": [0, 1, 2]}]})",
      R"({"id": "x", "participants": ["Ann"], "confidence": 1.5})",
      R"({"id": "y", "participants": ["Ann"], "rule": 1})",
      R"(["no object"])",
      R"({"id": "o", "participants": ["Ann", "Dora"]})"};
  std::string content = "\xEF\xBB\xBF";
  for (const std::string& line : lines) content += line + "\r\n";
  content.resize(content.size() - 2);  // the last line has no end
  const Read quick = read(content, true);
  const Read careful = read(content, false);
  for (const unsigned threads : {1U, 3U, 8U}) CHECK(read(content, false, threads).rejected == careful.rejected);
  CHECK(quick.in_batches < quick.counts.records);
  CHECK(quick.in_batches >= 2);
  CHECK(same(quick.graph, careful.graph));
  CHECK(quick.rejected == careful.rejected);
  CHECK(quick.counts.records == careful.counts.records);
  CHECK(quick.counts.rejected == careful.counts.rejected);
  CHECK(quick.counts.repaired == careful.counts.repaired);
}

TEST_CASE("a line that is not plain among plain ones is told as the careful reader tells it", "[io][oracle]") {
  const std::string other = GENERATE(
      as<std::string>{}, "", "  ", R"({"id": "b", "participants": ["Ann"]} {"id": "c", "participants": ["Ann"]})",
      R"({"id": "b", "participants": ["Ann"]} and more)", "{\"id\": \"b\",\n\"participants\": [\"Ann\"]}",
      "{\"id\": \"b\", \"participants\": [\"Ann\"]\n}", R"({"id": "b", "participants": ["Ann)",
      R"({"id": "b", "participants": ["Ann"])", R"("id": "b", "participants": ["Ann"]})", "{\"id\": \"b\xFF\"}", "[]",
      R"(  {"id": "b", "participants": ["Ann \u0042"]}  )",
      R"({"id": "b", "participants": ["tab\there"], "rule": "\q"})", "{\"id\": \"b\", \"participants\": [\"Ann\"]}\r",
      "}", "{", "\"");
  CAPTURE(other);
  const std::string first = R"({"id": "a1", "participants": ["Ann", "Ben"]})"
                            "\n";
  const std::string last = R"({"id": "z", "participants": ["Zoe", "Ben"]})";
  for (const std::string& content :
       {first + other + "\n" + last + "\n", first + other + "\n" + last, first + other, other + "\n" + last}) {
    const Read quick = read(content, true);
    const Read careful = read(content, false);
    CHECK(same(quick.graph, careful.graph));
    CHECK(quick.rejected == careful.rejected);
    CHECK(quick.counts.records == careful.counts.records);
    CHECK(quick.counts.rejected == careful.counts.rejected);
  }
}

TEST_CASE("lines longer than a block are whole, and those beyond the limit are rejected", "[io]") {
  const std::string name(3'000'000, 'x');
  std::string content = R"({"id": "a", "participants": ["Ann", "Ben"]})"
                        "\n";
  content += R"({"id": "b", "participants": ["Ann", ")" + name + "\"]}\n";
  content += "{\"id\": \"c\", \"participants\": [\"" + std::string(70'000'000, 'y') + "\"]}\n";
  content += R"({"id": "d", "participants": ["Ann", "Cid"]})";
  const Read quick = read(content, true);
  CHECK(quick.graph.num_events() == 3);
  CHECK(quick.graph.persons().id[3] == name);
  REQUIRE(quick.rejected.size() == 1);
  CHECK(quick.rejected == read(content, false).rejected);
}
