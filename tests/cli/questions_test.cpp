#include "command_runner.hpp"

#include <entente/io/report.hpp>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

const std::string with_sentence =
    "{\"id\": \"one\", \"type\": \"visit\", \"date\": \"2024-01-18\", \"place\": \"Baku\", "
    "\"participants\": [{\"name\": \"Ann Able\", \"country\": \"AZ\"}, {\"name\": \"Ben Baker\", \"country\": "
    "\"TR\"}], "
    "\"source\": {\"document\": \"doc.txt\"}, \"evidence\": [{\"text\": \"Ann received Ben.\"}]}\n"
    "{\"id\": \"two\", \"date\": \"2024-03\", "
    "\"participants\": [{\"name\": \"Ben Baker\", \"country\": \"TR\"}, {\"name\": \"Cem Able\", \"country\": "
    "\"TR\"}]}\n"
    "{\"id\": \"three\", \"type\": \"co-mention\", \"participants\": [\"Ann Able\", \"Cem Able\"]}\n";

}  // namespace

TEST_CASE("pairs tells the events and sentences of each pair", "[cli]") {
  const Outcome outcome = run_entente({"pairs", "-", "--evidence"}, {.input = with_sentence});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("Ann Able and Ben Baker: 1 event\n  2024-01-18  visit, Baku  [doc.txt]\n") &&
                              Contains("Ann received Ben."));
  const Outcome without = run_entente({"pairs", "-", "--evidence", "--no-quotes"}, {.input = with_sentence});
  CHECK_THAT(without.out, !Contains("received"));
}

TEST_CASE("the summary adds up and tells what was left out", "[cli]") {
  const Outcome outcome = run_entente({"pairs", "-", "--since", "2024-03-10"}, {.input = with_sentence});
  CHECK_THAT(outcome.err, Contains("read 3 articles and records from 1 file: 3 used, 0 without event, 0 rejected"));
  CHECK_THAT(outcome.err, Contains("left out 3 events (1 co-mention, 1 not surely in time)"));
  CHECK(run_entente({"pairs", "-", "--quiet"}, {.input = with_sentence}).err.empty());
}

TEST_CASE("co-mentions count for those who ask", "[cli]") {
  const Outcome outcome =
      run_entente({"pairs", "-", "--type", "co-mention", "--format", "csv"}, {.input = with_sentence});
  CHECK_THAT(outcome.out, Contains("ann-able,cem-able,Ann Able,Cem Able,,,1,1,1,1,1,"));
}

TEST_CASE("a person's page has facts, measures, partners and events", "[cli]") {
  const Outcome outcome = run_entente({"person", "HASANOV", seeds});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, StartsWith("Zakir Hasanov\n"));
  CHECK_THAT(outcome.out, Contains("zakir-hasanov") && Contains("Colonel General") && Contains("7 (number 1 of 10)") &&
                              Contains("Hulusi Akar") &&
                              Contains("2024-12-23  meeting, Defense Ministry, with Selcuk"));
  const Outcome ambiguous = run_entente({"person", "able", "-"}, {.input = with_sentence});
  CHECK(ambiguous.status == 2);
  CHECK_THAT(ambiguous.err,
             Contains("'able' may be several persons; say which: Ann Able (ann-able), Cem Able (cem-able)"));
}

TEST_CASE("path tells each step and what it stands on", "[cli]") {
  const Outcome outcome = run_entente({"path", "Ann", "Cem", "-"}, {.input = with_sentence});
  CHECK(outcome.status == 0);
  CHECK(outcome.out ==
        "Ann Able\n  weight 1, 1 event, 2024-01-18  [doc.txt]\n  Ann received Ben.\n"
        "Ben Baker\n  weight 1, 1 event, 2024-03  [two]\nCem Able\n");
  const Outcome countries =
      run_entente({"path", "AZ", "TR", seeds, "--by", "country", "--format", "csv", "--no-quotes"});
  CHECK_THAT(countries.out, Contains("\n1,AZ,TR,AZ,TR,10,10,2024-12-23,"));
}

TEST_CASE("rank by one measure, of countries, of the first", "[cli]") {
  const Outcome outcome = run_entente({"rank", "data/records/seeds.jsonl", "--by", "country", "--measure", "strength",
                                       "--top", "1", "--format", "json", "--quiet"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("\"id\": \"AZ\"") && Contains("\"strength\": 10"));
}

TEST_CASE("export writes what was asked for", "[cli]") {
  const TestFolder folder;
  CHECK(run_entente({"export", seeds, "-o", folder / "net.graphml"}).status == 0);
  CHECK_THAT(read_file(folder / "net.graphml"),
             Contains("<graphml") && Contains("pagerank") && Contains("Zakir Hasanov"));
  CHECK(run_entente({"export", seeds, "-o", folder / "net.dot", "--max-persons", "2"}).status == 0);
  CHECK_THAT(read_file(folder / "net.dot"), Contains("Zakir Hasanov") && !Contains("Metin Tokel"));
  const Outcome events = run_entente({"export", seeds, "--as", "events-graphml"});
  CHECK(events.status == 0);
  CHECK_THAT(events.out, Contains("<graphml") && Contains("003_5399b3df569d0065.txt#1"));
}

TEST_CASE("records pass through - from one command to the next", "[cli]") {
  const Outcome resolved = run_entente({"resolve", "-"}, {.input = with_sentence});
  CHECK(resolved.status == 0);
  CHECK_THAT(resolved.out, Contains("\"id\": \"ann-able\"") && Contains("Ann received Ben."));
  CHECK(run_entente({"resolve", "-"}, {.input = resolved.out}).out == resolved.out);
  const Outcome direct = run_entente({"pairs", "-", "--format", "csv"}, {.input = with_sentence});
  CHECK(run_entente({"pairs", "-", "--format", "csv"}, {.input = resolved.out}).out == direct.out);
  CHECK(run_entente({"extract", "-", "--no-quotes"}, {.input = with_sentence}).out.find("received") ==
        std::string::npos);
}

TEST_CASE("run leaves all its files and tells of them", "[cli]") {
  const TestFolder folder;
  const Outcome outcome = run_entente({"run", seeds, "--out", folder / "a/b"});
  CHECK(outcome.status == 0);
  for (const std::string name :
       {"records.jsonl", "rejected.jsonl", "identities.csv", "doubtful_identities.csv", "occasions.csv", "persons.csv",
        "pairs.csv", "communities.csv", "network.graphml", "network.gexf", "network.dot", "events.graphml",
        "summary.json", "study.yaml", "run.log"}) {
    CHECK(std::filesystem::exists(folder / ("a/b/" + name)));
    CHECK_THAT(outcome.out, Contains("a/b/" + name));
  }
  CHECK_THAT(read_file(folder / "a/b/run.log"), Contains("threads") && Contains("most memory"));
  const bool has_page = entente::has_report_page();
  CHECK(std::filesystem::exists(folder / "a/b/report.html") == has_page);
  CHECK_THAT(outcome.out, Contains(has_page ? "a/b/report.html" : "no report.html"));
  CHECK(std::distance(std::filesystem::directory_iterator(folder / "a/b"), {}) == (has_page ? 16 : 15));
}

TEST_CASE("measures of quadratic cost are left out of large networks, and told", "[cli]") {
  const TestFolder folder;
  const std::string study = folder.write("study.yaml", "measures: {auto_limit: 100}\n");
  const Outcome outcome = run_entente({"run", seeds, "--config", study, "--out", folder / "out"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.err, Contains("left out because the network is large: betweenness"));
  CHECK_THAT(read_file(folder / "out/summary.json"), Contains("\"betweenness\""));
  CHECK_THAT(read_file(folder / "out/persons.csv"), !Contains("betweenness") && Contains("pagerank"));
  const Outcome asked = run_entente({"rank", seeds, "--config", study, "--measure", "betweenness"});
  CHECK_THAT(asked.out, Contains("betweenness"));
}
