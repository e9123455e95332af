#include "command_runner.hpp"

#include <entente/io/report.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <simdjson.h>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

using PlainRow = std::map<std::string, std::string>;

std::vector<std::string> csv_fields(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char character : line) {
    if (character == '"') {
      quoted = !quoted;
    } else if (character == ',' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += character;
    }
  }
  return fields;
}

/// The rows of a table without line breaks and quotes in its cells.
std::vector<PlainRow> plain_rows(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  const std::vector<std::string> header = csv_fields(line);
  std::vector<PlainRow> rows;
  while (std::getline(lines, line)) {
    const std::vector<std::string> fields = csv_fields(line);
    REQUIRE(fields.size() == header.size());
    PlainRow& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = fields[i];
  }
  return rows;
}

/// Token → name, of persons only.
std::map<std::string, std::string> names_behind(const std::string& table) {
  std::map<std::string, std::string> names;
  for (const PlainRow& row : plain_rows(read_file(table))) {
    if (row.at("token").starts_with("P-")) names[row.at("token")] = row.at("name");
  }
  return names;
}

constexpr const char* dull_record = "{\"id\": \"x\", \"participants\": [\"Ab Cd\", \"Ef Gh\"]}\n";

/// All that is written, also by commands that print, under a name each.
std::map<std::string, std::string> all_outputs(const TestFolder& folder, const std::vector<std::string>& flags,
                                               const std::string& records, const std::string& a, const std::string& b) {
  std::map<std::string, std::string> outputs;
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    const Outcome outcome = run_entente(arguments);
    INFO(arguments.front() << ": " << outcome.err);
    REQUIRE(outcome.status <= 1);
    std::string name;
    for (const std::string& one : arguments) name += one + ' ';
    outputs[name] = outcome.out + outcome.err;
  };
  const std::string made = folder / "made";
  run({"run", records, "--out", made});
  run({"resolve", records, "--accounts", folder / "made/accounts"});
  for (const std::string format : {"table", "csv", "json"}) {
    run({"pairs", records, "--format", format});
    run({"path", a, b, records, "--format", format});
  }
  run({"rank", records, "--measure", "degree"});
  run({"rank", records, "--measure", "degree", "--format", "json"});
  run({"communities", records});
  run({"communities", records, "--format", "csv"});
  run({"pairs", records, "--evidence"});
  run({"pairs", records, "--compare-weights"});
  run({"pairs", records, "--person", a});
  run({"pairs", records, "--no-resolve"});
  run({"rank", records, "--by", "country", "--measure", "degree"});
  run({"person", a, records});
  const std::string dull = folder.write("dull.jsonl", dull_record);
  run({"diff", dull, records});
  run({"diff", records, dull, "--format", "csv"});
  for (const std::string as :
       {"graphml", "gexf", "dot", "dot-gephi", "node-link", "cytoscape", "graphology", "pajek", "gml"}) {
    run({"export", records, "--as", as, "--measure", "degree"});
    if (!as.starts_with("dot")) run({"export", records, "--as", as, "--graph", "events"});
  }
  run({"export", records, "-o", folder / "made/n.csv", "--measure", "degree"});
  run({"export", records, "-o", folder / "made/e.csv", "--graph", "events"});
  run({"export", records, "-o", folder / "made/n.sqlite", "--measure", "degree"});
  if (entente::has_report_page()) run({"report", records, "-o", folder / "made/page.html", "--measure", "degree"});
  for (const auto& entry : std::filesystem::recursive_directory_iterator(made)) {
    if (entry.is_regular_file()) outputs[entry.path().filename().string()] = read_file(entry.path());
  }
  return outputs;
}

/// What records say, by the key that says it.
void collect_texts(const simdjson::dom::element& element, const std::string& key,
                   std::map<std::string, std::set<std::string>>& texts) {
  if (element.is_array()) {
    for (const auto one : element.get_array()) collect_texts(one, key, texts);
  } else if (element.is_object()) {
    for (const auto& [name, value] : element.get_object()) collect_texts(value, std::string(name), texts);
  } else if (element.is_string()) {
    texts[key].insert(std::string(element.get_string().value()));
  }
}

std::map<std::string, std::set<std::string>> texts_of(const std::string& records) {
  std::map<std::string, std::set<std::string>> texts;
  simdjson::dom::parser parser;
  std::istringstream lines(records);
  for (std::string line; std::getline(lines, line);) collect_texts(parser.parse(line), "", texts);
  return texts;
}

/// Finds many texts of four bytes or more at once.
class TextFinder {
 public:
  explicit TextFinder(const std::set<std::string>& wanted) : begins_(1U << 16U) {
    for (const std::string& one : wanted) {
      begins_[bucket(one, 0)] = true;
      by_beginning_[one.substr(0, 4)].push_back(one);
    }
  }

  [[nodiscard]] std::set<std::string> found_in(const std::string& text) const {
    std::set<std::string> found;
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
      if (!begins_[bucket(text, at)]) continue;
      const auto same_beginning = by_beginning_.find(text.substr(at, 4));
      if (same_beginning == by_beginning_.end()) continue;
      for (const std::string& one : same_beginning->second) {
        if (text.compare(at, one.size(), one) == 0) found.insert(one);
      }
    }
    return found;
  }

 private:
  static std::size_t bucket(const std::string& text, std::size_t at) {
    std::size_t bucket = 0;
    for (std::size_t i = at; i < at + 4; ++i) bucket = bucket * 31 + static_cast<unsigned char>(text[i]);
    return bucket & 0xFFFFU;
  }

  std::vector<bool> begins_;
  std::map<std::string, std::vector<std::string>> by_beginning_;
};

/// Words of names, of 5 letters or more.
std::set<std::string> long_words(const std::set<std::string>& names) {
  std::set<std::string> words;
  for (const std::string& name : names) {
    std::istringstream parts(name);
    for (std::string word; parts >> word;) {
      if (word.size() >= 5) words.insert(word);
    }
  }
  return words;
}

// Whatever is quoted in it would be seen in the results.
constexpr const char* hostile_record =
    R"({"id": "xyzzy-lunch", "type": "meeting", "date": "2024-05-01", "place": "Villa Qwertyname Plughson", )"
    R"("participants": [{"name": "Qwertyname Plughson", "country": "TR", "position": "Chief Frobnicator", )"
    R"("organisation": "Qwertyname Plughson Fund", "rank": "General"}, {"name": "=HYPERLINK(\"<b>&'\u0001\u202Ezorkmid", )"
    R"("country": "AZ"}, {"name": "Hulusi Akar", "country": "TR"}], "mentions": [{"name": "Quuxwell Garplyson"}], )"
    R"("source": {"document": "plughson-meets.txt", "title": "Headline waldo", "url": "https://example.org/fred"}, )"
    R"("evidence": [{"text": "Sentence corge."}], "rule": "verb: grault"})"
    "\n"
    R"({"id": "bad", "date": "qwertydate", "participants": ["Wibblename Wobbleson"], "thudfield": 1})"
    "\n"
    R"({"id": "xyzzy-lunch", "participants": ["Qwertyname Plughson", "Hulusi Akar"]})"
    "\n";

const std::vector<std::string> hostile_words{"xyzzy",        "Qwertyname", "Plughson",  "Frobnicator", "HYPERLINK",
                                             "zorkmid",      "Quuxwell",   "Garplyson", "plughson",    "waldo",
                                             "example.org/", "corge",      "grault",    "qwertydate",  "Wibblename",
                                             "Wobbleson",    "thudfield"};

}  // namespace

TEST_CASE("no output names anybody where pseudonyms are asked for", "[cli][pseudonyms]") {
  const TestFolder folder;
  const std::string articles = source_path("data/articles");
  if (!std::filesystem::exists(articles)) {
    WARN("no articles here");
    return;
  }
  const std::string resolved = run_entente({"resolve", articles, "--quiet"}).out;
  std::map<std::string, std::set<std::string>> told = texts_of(resolved);
  REQUIRE(told["name"].size() > 200);
  const std::string records = folder.write("in/records.jsonl", resolved + hostile_record);

  std::set<std::string> forbidden(hostile_words.begin(), hostile_words.end());
  for (const char* key : {"name", "text", "title", "url", "document", "id"}) {
    forbidden.insert(told[key].begin(), told[key].end());
  }
  for (const std::string& position : told["position"]) {
    if (position.size() > 12) forbidden.insert(position);
  }
  forbidden.merge(long_words(told["name"]));
  std::erase_if(forbidden, [](const std::string& text) { return text.size() < 4; });
  // Words that results have anyway: those of the programs in the page, of places and ranks.
  std::string kept;
  for (const char* key : {"place", "rank", "organisation", "country"}) {
    for (const std::string& text : told[key]) kept += text + '\n';
  }
  REQUIRE(run_entente({"run", folder.write("dull.jsonl", dull_record), "--out", folder / "dull"}).status == 0);
  std::string usual = kept;
  for (const auto& [name, text] : read_results(folder / "dull")) usual += text;
  for (const std::string& word : TextFinder(forbidden).found_in(kept)) forbidden.erase(word);
  for (const std::string& word : TextFinder(forbidden).found_in(usual)) {
    if (word.find(' ') == std::string::npos) forbidden.erase(word);
  }
  CHECK(forbidden.size() > 1000);

  const auto outputs = all_outputs(folder, {"--pseudonymise"}, records, "Hulusi Akar", "zakir hasanov");
  CHECK(outputs.size() > 50);
  const TextFinder finder(forbidden);
  for (const auto& [name, text] : outputs) {
    INFO(name);
    CHECK(finder.found_in(text) == std::set<std::string>());
  }
  CHECK_THAT(outputs.at("records.jsonl"), Contains("P-") && Contains("D-") && Contains("E-") && Contains("\"TR\""));
  CHECK_THAT(outputs.at("summary.json"), Contains("\"pseudonyms\": "));
  CHECK_THAT(outputs.at("rejected.jsonl"),
             Contains("records.jsonl\", \"line\": ") || Contains("records.jsonl\",\"line\":"));
  CHECK_THAT(outputs.at("persons.csv"), Contains("P-") && !Contains("Minister"));
}

TEST_CASE("pseudonyms change no number", "[cli][pseudonyms]") {
  const TestFolder folder;
  const std::string table = folder / "table.csv";
  const std::string generated = folder.write("g.jsonl", run_entente({"generate", "--preset", "XS", "-o", "-"}).out);
  const auto rows_of = [](std::vector<std::string> arguments, const std::vector<std::string>& flags) {
    arguments.insert(arguments.end(), {"--format", "csv", "--quiet"});
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    const Outcome outcome = run_entente(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return plain_rows(outcome.out);
  };
  const auto by_names = [](std::vector<PlainRow> rows, const std::map<std::string, std::string>& names) {
    std::map<std::set<std::string>, PlainRow> found;
    for (PlainRow& row : rows) {
      for (const char* side : {"a_name", "b_name"}) {
        if (!names.empty()) row[side] = names.at(row[side]);
      }
      const std::set<std::string> pair{row["a_name"], row["b_name"]};
      row.erase("a_name");
      row.erase("b_name");
      found[pair] = row;
    }
    return found;
  };
  const std::vector<std::string> hidden{"--pseudonymise", "--pseudonym-table", table};
  for (const std::vector<std::string>& flags : {std::vector<std::string>{seeds},
                                                {seeds, "--weight", "newman", "--half-life", "365"},
                                                {seeds, "--person", "Zakir Hasanov"},
                                                {seeds, "--person", "hasanov", "--country", "AZ", "--only"},
                                                {generated, "--no-resolve"},
                                                {generated, "--no-resolve", "--since", "2000", "--top", "5"}}) {
    std::vector<std::string> arguments{"pairs"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    const std::vector<std::string> columns{"--columns",
                                           "a_name,b_name,events,reports,expected,weight,first,last,bilateral"};
    arguments.insert(arguments.end(), columns.begin(), columns.end());
    const std::vector<PlainRow> named = rows_of(arguments, {});
    const std::vector<PlainRow> tokens = rows_of(arguments, hidden);
    REQUIRE(named.size() == tokens.size());
    for (std::size_t row = 0; row < named.size(); ++row) CHECK(named[row].at("events") == tokens[row].at("events"));
    // Which of equal pairs are among the first five depends on their names.
    if (flags.back() != "5") CHECK((by_names(tokens, names_behind(table)) == by_names(named, {})));
  }

  const std::vector<std::string> rank{"rank", generated, "--no-resolve", "--measure", "all"};
  const std::vector<PlainRow> tokens = rows_of(rank, hidden);
  const std::map<std::string, std::string> names = names_behind(table);
  std::map<std::string, PlainRow> named;
  for (const PlainRow& row : rows_of(rank, {})) named[row.at("name")] = row;
  REQUIRE(tokens.size() == named.size());
  const std::set<std::string> texts{"no", "id", "name", "country", "organisation", "position"};
  for (const PlainRow& row : tokens) {
    const PlainRow& other = named.at(names.at(row.at("name")));
    CHECK(row.at("country") == other.at("country"));
    for (const auto& [column, value] : row) {
      if (texts.contains(column)) continue;
      INFO(column);
      CHECK(std::strtod(value.c_str(), nullptr) == Approx(std::strtod(other.at(column).c_str(), nullptr)).margin(1e-9));
    }
  }
}

TEST_CASE("a person's token stays, and depends on the key", "[cli][pseudonyms]") {
  const TestFolder folder;
  const std::string key = folder.write("key", std::string("\0\xFFsecret", 8));
  const std::string other_key = folder.write("other-key", "secret");
  const std::string records = run_entente({"generate", "--preset", "XS", "-o", "-"}).out;
  const std::string whole = folder.write("whole.jsonl", records);
  const auto names = [&](const std::vector<std::string>& flags, const std::string& input) {
    const std::string table = folder / "t.csv";
    std::vector<std::string> arguments{"rank", input,       "--quiet", "--pseudonymise", "--pseudonym-table",
                                       table,  "--measure", "degree"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    const Outcome outcome = run_entente(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status <= 1);
    return names_behind(table);
  };
  const auto all = names({"--pseudonym-key", key}, whole);
  REQUIRE(all.size() > 200);
  CHECK(names({"--pseudonym-key", key, "--threads", "3"}, whole) == all);

  std::istringstream lines(records);
  std::string half;
  for (auto [line, number] = std::pair<std::string, int>(); std::getline(lines, line); ++number) {
    if (number % 2 == 0) half += line + '\n';
  }
  const auto some = names({"--pseudonym-key", key}, folder.write("half.jsonl", half));
  REQUIRE(some.size() > 100);
  std::size_t same = 0;
  std::set<std::string> all_names;
  for (const auto& [token, name] : all) all_names.insert(name);
  for (const auto& [token, name] : some) {
    if (!all_names.contains(name)) continue;  // another form of the name is the usual one
    CHECK(all.contains(token));
    ++same;
  }
  CHECK(same > 100);

  for (const auto& [token, name] : names({"--pseudonym-key", other_key}, whole)) CHECK_FALSE(all.contains(token));
  for (const auto& [token, name] : names({}, whole)) CHECK_FALSE(all.contains(token));
}

TEST_CASE("what pseudonyms stand for is written where asked for, for the owner only", "[cli][pseudonyms]") {
  const TestFolder folder;
  const std::string table = folder / "table.csv";
  REQUIRE(run_entente({"run", seeds, "--out", folder / "r", "--pseudonymise", "--pseudonym-table", table, "--person",
                       "Zakir Hasanov"})
              .status == 0);
  namespace fs = std::filesystem;
  CHECK(fs::status(table).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  const std::string token = "P-90E465SGXN";  // of zakir-hasanov, without a key
  CHECK(names_behind(table).at(token) == "Zakir Hasanov");
  CHECK_THAT(read_file(table), Contains(",Zakir Hasanov,AZ,") && Contains("D-") && Contains("E-"));
  CHECK_THAT(read_file(folder / "r/study.yaml"), Contains("persons: [\"" + token + "\"]") && Contains("use: true"));

  // The tokens are good for asking, too; and the study gives the same results again.
  const Outcome person = run_entente({"person", token, seeds, "--pseudonymise"});
  CHECK(person.status == 0);
  CHECK(person.out == run_entente({"person", "Zakir Həsənov", seeds, "--pseudonymise"}).out);
  const auto results = read_results(folder / "r");
  REQUIRE(run_entente({"run", folder / "r/study.yaml", "--out", folder / "again"}).status == 0);
  CHECK(read_results(folder / "again") == results);
  CHECK(read_file(table).find(token) != std::string::npos);

  // Whoever is given the records works with them as with any others.
  const Outcome reviewed =
      run_entente({"pairs", folder / "r/records.jsonl", "--format", "csv", "--no-quotes", "--person", token});
  CHECK(reviewed.status == 0);
  CHECK(reviewed.out == run_entente({"pairs", seeds, "--format", "csv", "--person", token, "--pseudonymise"}).out);
}

TEST_CASE("what would undo pseudonyms is refused", "[cli][pseudonyms]") {
  const TestFolder folder;
  const std::string study = folder.write("study.yaml", "pseudonyms: {use: true}\n");
  const std::string empty = folder.write("empty", "");
  const std::vector<std::pair<std::vector<std::string>, std::string>> refused{
      {{"pairs", seeds, "--pseudonym-key", study}, "no pseudonyms are asked for"},
      {{"pairs", seeds, "--pseudonym-table", folder / "t"}, "no tokens to tell of"},
      {{"pairs", seeds, "--pseudonymise", "--pseudonym-key", empty}, "the key is empty"},
      {{"pairs", seeds, "--pseudonymise", "--by", "position"}, "an office tells who holds it"},
      {{"resolve", seeds, "--pseudonymise", "--review"}, "the questions tell names"},
      {{"extract", seeds, "--config", study}, "entente extract shows names"},
      {{"check", seeds, "--config", study}, "entente check shows names"},
      {{"run", seeds, "--out", folder / "r", "--pseudonymise", "--pseudonym-table", folder / "r/t.csv"},
       "lies in the folder of the results"},
      {{"run", seeds, "--out", folder.path().string(), "--pseudonymise", "--pseudonym-key", study},
       "lies in the folder of the results"},
  };
  for (const auto& [arguments, message] : refused) {
    const Outcome outcome = run_entente(arguments);
    INFO(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, Contains(message));
  }
  CHECK(run_entente({"pairs", seeds, "--pseudonymise", "--pseudonym-key", folder / "none"}).status == 3);
}
