#include "sample_network.hpp"

#include <entente/io/network_document.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

Record meeting(std::string id, std::string date, std::vector<std::string> documents, std::string sentence) {
  Record record;
  record.id = std::move(id);
  record.date = Date::parse(date);
  record.participants = {participant("a", "A"), participant("b", "B")};
  for (std::string& document : documents)
    record.sources.push_back({.document = std::move(document), .published = {}, .title = {}, .url = {}});
  if (!sentence.empty()) record.evidence.push_back({.document = {}, .range = {}, .text = std::move(sentence)});
  return record;
}

}  // namespace

TEST_CASE("a tie's evidence goes by date and ends with the latest sentence", "[io]") {
  const EventGraph graph = build_event_graph(std::vector<Record>{
      meeting("e1", "2024-03-01", {"late.txt"}, ""), meeting("e2", "2023-01-01", {"one.txt", "two.txt"}, "Early."),
      meeting("e3", "", {}, "Undated."), meeting("e4", "2024-02", {"two.txt"}, "Month.")});
  const TieEvidence evidence = tie_evidence(graph, PersonId(0), PersonId(1), true);
  CHECK(evidence.events == "e3 | e2 | e4 | e1");
  CHECK(evidence.documents == "one.txt | two.txt | late.txt");
  CHECK(evidence.reports == 5);
  CHECK(evidence.sentence == "Month.");
  CHECK(tie_evidence(graph, PersonId(0), PersonId(1), false).sentence.empty());
}
