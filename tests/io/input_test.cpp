#include "collected_input.hpp"
#include "temporary_folder.hpp"

#include <entente/core/error.hpp>
#include <entente/io/input.hpp>

#include <atomic>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

using namespace entente;
using namespace entente::test;

namespace {

template <typename Compressor>
std::string compressed(const std::string& text) {
  std::istringstream in(text);
  std::ostringstream out;
  boost::iostreams::filtering_ostream filter;
  filter.push(Compressor());
  filter.push(out);
  boost::iostreams::copy(in, filter);
  return out.str();
}
std::string gzipped(const std::string& text) { return compressed<boost::iostreams::gzip_compressor>(text); }
std::string zstandard(const std::string& text) { return compressed<boost::iostreams::zstd_compressor>(text); }

std::vector<std::string> ids(const std::vector<Article>& articles) {
  std::vector<std::string> ids;
  for (const Article& article : articles) ids.push_back(article.id);
  return ids;
}

std::vector<std::string> names(const Record& record) {
  std::vector<std::string> names;
  for (const Participant& participant : record.participants) names.push_back(participant.name);
  return names;
}

ErrorCode code_of(const std::vector<std::string>& paths) {
  try {
    collect(paths);
  } catch (const Error& error) {
    return error.code();
  }
  throw std::logic_error("no error");
}

const std::string record_line = R"({"participants": ["Ada", {"name": "Bo", "role": "host"}]})";

}  // namespace

TEST_CASE("a folder is read recursively, in the order of the bytes of its paths", "[io]") {
  const TemporaryFolder folder;
  folder.write("b.txt", "B");
  folder.write("a/z.txt", "Z");
  folder.write("a.txt", "A");
  folder.write("Z.TXT", "upper");
  folder.write("\xC3\xA9.txt", "E");
  folder.write("notes.md", "no article");
  folder.write(".hidden.txt", "no article");
  folder.write(".git/x.txt", "no article");
  const CollectedInput input = collect({folder.path().string()});
  // '.' sorts before '/', and both before letters.
  CHECK(ids(input.articles) == std::vector<std::string>{"Z.TXT", "a.txt", "a/z.txt", "b.txt", "\xC3\xA9.txt"});
  CHECK(input.counts.files == 5);
  CHECK(input.counts.articles == 5);
  CHECK(input.rejected.empty());
}

TEST_CASE("the text of an article is left as it is", "[io]") {
  const TemporaryFolder folder;
  const std::string text = " date 2024-01-18 \r\nA\u0301 met B.\n\n";
  const CollectedInput input = collect({folder.write("a.txt", text)});
  REQUIRE(input.articles.size() == 1);
  CHECK(input.articles[0].id == "a.txt");
  CHECK(input.articles[0].text == text);
  CHECK_FALSE(input.articles[0].published);
  CHECK(input.articles[0].repairs.empty());
}

TEST_CASE("ranges of a repaired article refer to the bytes as read", "[io]") {
  const TemporaryFolder folder;
  const std::string bytes =
      "\xEF\xBB\xBF"
      "Zak\xFFir\nG\xFCler met \xC3\xA9t\xE9.";
  const CollectedInput input = collect({folder.write("a.txt", bytes)});
  REQUIRE(input.articles.size() == 1);
  const Article& article = input.articles[0];
  CHECK(article.text == "Zak\uFFFDir\nG\uFFFDler met \u00E9t\uFFFD.");
  const std::size_t met = article.text.find("met");
  const ByteRange range = original_range(article, {met, met + 3});
  CHECK(bytes.substr(range.begin, range.end - range.begin) == "met");
  REQUIRE(input.rejected.size() == 1);
  CHECK(input.rejected[0].repaired);
  CHECK(input.rejected[0].defect == Defect::invalid_utf8);
  CHECK(input.rejected[0].place == Place{.source = folder / "a.txt", .line = 1, .column = 4});
  CHECK(input.rejected[0].message == "invalid UTF-8, replaced by U+FFFD, at 3 places, the first of them here");
  CHECK(input.rejected[0].text == "Zak\uFFFDir");
  CHECK(input.counts.repaired == 1);
  CHECK(input.counts.rejected == 0);
}

TEST_CASE("a byte order mark is no part of an article and no reason to complain", "[io]") {
  const TemporaryFolder folder;
  const CollectedInput input = collect({folder.write("a.txt", "\xEF\xBB\xBFText")});
  REQUIRE(input.articles.size() == 1);
  CHECK(input.articles[0].text == "Text");
  CHECK(input.articles[0].repairs == std::vector<Repair>{{.position = 0, .bytes_original = 3, .bytes_text = 0}});
  CHECK(input.rejected.empty());
}

TEST_CASE("JSON Lines hold records and articles", "[io]") {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("mixed.jsonl",
                   "\xEF\xBB\xBF" + record_line + "\r\n\r\n  \n" +
                       R"({"id": "n1", "date": "2024-01", "title": " T ", "text": "Words.", "url": "u", "lang": "en"})"
                       "\n" +
                       R"({"id": 17, "text": "More", "date": null, "title": null})"
                       "\n" +
                       R"({"text": "No id"})");
  const CollectedInput input = collect({path});
  CHECK(input.rejected.empty());
  REQUIRE(input.records.size() == 1);
  CHECK(names(input.records[0]) == std::vector<std::string>{"Ada", "Bo"});
  CHECK(input.records[0].participants[1].role == Role::host);
  CHECK(input.records[0].type == EventType::other);
  CHECK(input.places[0] == Place{.source = path, .line = 1});
  REQUIRE(input.articles.size() == 3);
  CHECK(input.articles[0].id == "n1");
  CHECK(input.articles[0].published == Date::parse("2024-01"));
  CHECK(input.articles[0].title == "T");
  CHECK(input.articles[0].text == "Words.");
  CHECK(input.articles[0].url == "u");
  CHECK(input.articles[1].id == "17");
  CHECK(input.articles[2].id.starts_with("mixed.jsonl#"));
}

TEST_CASE("every field of a record is read", "[io]") {
  const CollectedInput input = collect(
      {"-"},
      R"({"id": "d#1", "type": "signing", "date": "XXXX-05-21", "place": " Kyiv ", "participants": [{"id": "ada", "name": "Ada\u0001 \u00e9",)"
      R"( "country": "AZ", "organisation": "O", "position": "P", "rank": "R", "role": "signatory", "spans": [[1, 2], [5, 9]]}], "mentions": ["M", {"name": "N"}],)"
      R"( "sources": ["d", {"document": "e", "published": "2024", "title": "T", "url": "U"}], "evidence": [{"document": "d", "range": [0, 9], "text": "S."}]})");
  CHECK(input.rejected.empty());
  REQUIRE(input.records.size() == 1);
  const Record expected{.id = "d#1",
                        .type = EventType::signing,
                        .date = Date::parse("XXXX-05-21"),
                        .place = "Kyiv",
                        .participants = {{.id = "ada",
                                          .name = "Ada  \u00e9",
                                          .country = "AZ",
                                          .organisation = "O",
                                          .position = "P",
                                          .rank = "R",
                                          .role = Role::signatory,
                                          .spans = {{1, 2}, {5, 9}}}},
                        .mentions = {{"M"}, {"N"}},
                        .sources = {{.document = "d", .published = {}, .title = {}, .url = {}},
                                    {.document = "e", .published = Date::parse("2024"), .title = "T", .url = "U"}},
                        .evidence = {{.document = "d", .range = ByteRange{0, 9}, .text = "S."}}};
  CHECK(input.records[0] == expected);
}

TEST_CASE("names are in normalization form C", "[io]") {
  const CollectedInput input = collect({"-"}, R"({"participants": ["Gu\u0308ler\u00a0", "\u200bAd\na"]})");
  REQUIRE(input.records.size() == 1);
  CHECK(names(input.records[0]) == std::vector<std::string>{"G\u00FCler", "Ad a"});
}

TEST_CASE("rows of one event make one record, wherever they stand", "[io]") {
  const TemporaryFolder folder;
  const std::string path = folder.write("rows.csv",
                                        "\xEF\xBB\xBFPerson , DATE,event,type,vote\r\n"
                                        "\"Enzi, \"\"Mike\"\" B.\",2024-01-18,E2,meeting,for\r\n"
                                        "Ada,,E1,,\r\n"
                                        "\r\n"
                                        "\"Two\nlines\",,E2,meeting,against\r\n"
                                        "Bo,2020,E1,call,\n"
                                        "Cy,,E3,,");
  const CollectedInput input = collect({path});
  CHECK(input.rejected.empty());
  REQUIRE(input.records.size() == 3);
  CHECK(input.records[0].id == "E2");
  CHECK(input.records[0].type == EventType::meeting);
  CHECK(input.records[0].date == Date::parse("2024-01-18"));
  CHECK(names(input.records[0]) == std::vector<std::string>{"Enzi, \"Mike\" B.", "Two lines"});
  CHECK(input.records[1].id == "E1");
  CHECK(input.records[1].type == EventType::call);
  CHECK(input.records[1].date == Date::parse("2020"));
  CHECK(input.places[1] == Place{.source = path, .line = 3});
  CHECK(input.places[2] == Place{.source = path, .line = 8});
}

TEST_CASE("compressed files are read behind every ending", "[io]") {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 20000; ++i)
    lines += R"({"id": "e)" + std::to_string(i) +
             R"(", "participants": ["A", "B"]})"
             "\n";
  folder.write("a.jsonl.gz", gzipped(lines.substr(0, lines.size() / 2)) + gzipped(lines.substr(lines.size() / 2)));
  folder.write("b.txt.zst", zstandard("first ") + zstandard("second"));
  folder.write("c.csv.GZ", gzipped("event,person\nc,C\n"));
  folder.write("d.ndjson.zst", zstandard(R"({"id": "d", "participants": ["D"]})"));
  const CollectedInput input = collect({folder.path().string()});
  CHECK(input.rejected.empty());
  CHECK(input.records.size() == 20002);
  REQUIRE(input.articles.size() == 1);
  CHECK(input.articles[0].id == "b.txt.zst");
  CHECK(input.articles[0].text == "first second");
}

TEST_CASE("damaged and cut-off archives are rejected, what was read before is kept", "[io]") {
  const TemporaryFolder folder;
  std::string lines;
  for (unsigned i = 0; i < 40000; ++i) {
    lines += R"({"id": "e)" + std::to_string(i * 2654435761U) +
             R"(", "participants": ["A", "B"]})"
             "\n";
  }
  const auto [bytes, message] = GENERATE_COPY(table<std::string, std::string>({
      {gzipped(lines).substr(0, 200000), "the gzip data are damaged or cut off"},
      {gzipped(lines).substr(0, gzipped(lines).size() - 3), "the gzip data are damaged or cut off"},
      {zstandard(lines).substr(0, 200000), "the Zstandard data are cut off"},
      {zstandard(lines).substr(0, zstandard(lines).size() - 1), "the Zstandard data are cut off"},
      {zstandard(lines) + "more", "the Zstandard data are damaged"},
      {"plain", "damaged"},
  }));
  folder.write("whole.jsonl", record_line);
  folder.write(message.find("gzip") != std::string::npos ? "broken.jsonl.gz" : "broken.jsonl.zst", bytes);
  const CollectedInput input = collect({folder.path().string()});
  REQUIRE_FALSE(input.rejected.empty());
  CHECK(input.rejected.back().defect == Defect::unreadable_article);
  CHECK_THAT(input.rejected.back().message, Catch::Contains(message));
  CHECK(input.records.back().participants.front().name == "Ada");
  if (bytes.size() > 1000) CHECK(input.records.size() > 10000);
}

TEST_CASE("the beginning of standard input tells what it is", "[io]") {
  CHECK(collect({"-"}, record_line).records.size() == 1);
  CHECK(collect({"-"}, "\xEF\xBB\xBF\n " + record_line).records.size() == 1);
  const std::string one = R"({"text": "An article."})";
  const std::string other = R"({"text": "Another."})";
  const auto first = collect({"-"}, one + "\n" + other).articles;
  const auto second = collect({"-"}, other + "\n" + one).articles;
  CHECK(first.at(0).id.starts_with("-#"));
  CHECK(first.at(0).id == second.at(1).id);
  CHECK(first.at(0).id != first.at(1).id);
  CHECK(collect({"-"}, gzipped(record_line)).records.size() == 1);
  CHECK(collect({"-"}, zstandard(record_line)).records.size() == 1);
  CHECK(collect({"-"}, "person,event\nAda,E1\nBo,E1\n").records.at(0).participants.size() == 2);
  const auto text = GENERATE(as<std::string>(), "Ada met Bo.\n{\"participants\": []}", "[Agency] Ada met Bo.",
                             "{{Infobox}} Ada", "At the event, person by person, they met.", "x");
  const CollectedInput article = collect({"-"}, text);
  REQUIRE(article.articles.size() == 1);
  CHECK(article.articles[0].id == "-");
  CHECK(article.articles[0].text == text);
}

TEST_CASE("a named pipe is read as standard input is", "[io]") {
  const TemporaryFolder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  REQUIRE(std::system(("echo '" + record_line + "' > " + pipe + " &").c_str()) == 0);
  CHECK(collect({pipe}).records.size() == 1);
}

TEST_CASE("a missing path beside others is told, a missing input is an error", "[io]") {
  const TemporaryFolder folder;
  const std::string there = folder.write("a.txt", "Text");
  const std::string missing = folder / "missing.txt";
  const CollectedInput input = collect({missing, there});
  CHECK(input.articles.size() == 1);
  CHECK(input.counts.missing == 1);
  CHECK(input.counts.rejected == 0);
  REQUIRE(input.rejected.size() == 1);
  CHECK(to_string(input.rejected[0]) == missing + ": there is no such file or folder; check that the file can be read");
  CHECK(code_of({missing}) == ErrorCode::input_missing);
  CHECK(code_of({missing, folder / "too"}) == ErrorCode::input_missing);
  CHECK(code_of({}) == ErrorCode::no_usable_input);
}

TEST_CASE("a folder without a file to read is an error that names the endings", "[io]") {
  const TemporaryFolder folder;
  folder.write("paper.pdf", "x");
  CHECK_THROWS_WITH(collect({folder.path().string()}), "there is no file to read here");
  CHECK(code_of({folder.path().string()}) == ErrorCode::no_usable_input);
  CHECK(code_of({folder / "paper.pdf"}) == ErrorCode::no_usable_input);
  try {
    collect({folder.path().string()});
  } catch (const Error& error) {
    CHECK_THAT(error.hint(), Catch::Contains(".txt, .jsonl, .ndjson, .json or .csv, also with .gz or .zst"));
  }
  const CollectedInput input = collect({folder / "paper.pdf", folder.write("a.txt", "Text")});
  CHECK(input.articles.size() == 1);
  REQUIRE(input.rejected.size() == 1);
  CHECK_THAT(input.rejected[0].message, Catch::Contains("unknown ending '.pdf'; expected .txt"));
}

TEST_CASE("files of one name in two folders keep apart, a file named twice is read once", "[io]") {
  const TemporaryFolder folder;
  const std::string one = folder.write("one/news.txt", "1");
  const std::string two = folder.write("two/news.txt", "2");
  CHECK(ids(collect({folder / "one", folder / "two"}).articles) == std::vector<std::string>{one, two});
  CHECK(ids(collect({one, folder / "one", one}).articles) == std::vector<std::string>{"news.txt"});
}

TEST_CASE("a file without the right to read is rejected, or an error where it is alone", "[io]") {
  if (geteuid() == 0) {
    WARN("the superuser may read everything; not tested");
    return;
  }
  const TemporaryFolder folder;
  const std::string secret = folder.write("secret.txt", "x");
  REQUIRE(chmod(secret.c_str(), 0) == 0);
  CHECK(code_of({secret}) == ErrorCode::input_unreadable);
  CHECK_THAT(collect({secret, folder.write("a.txt", "Text")}).rejected.at(0).message,
             Catch::Contains("Permission denied"));
}

TEST_CASE("strict reading tells of unknown fields and of all problems of a line", "[io]") {
  const std::string line = R"({"participants": [{"name": "Ada", "counrty": "AZ", "x_own": 1}], "note": "n"})";
  CHECK(collect({"-"}, line).rejected.empty());
  const CollectedInput strict = collect({"-"}, line, {.strict = true});
  CHECK(strict.records.size() == 1);
  CHECK(strict.counts.repaired == 1);
  CHECK(strict.counts.rejected == 0);
  REQUIRE(strict.rejected.size() == 2);
  CHECK(strict.rejected[0].defect == Defect::unknown_field);
  CHECK(strict.rejected[0].repaired);
  CHECK(strict.rejected[0].place.field == "participants[0].counrty");
  CHECK(strict.rejected[0].message == "unknown field 'counrty'; did you mean 'country'?");
  CHECK(strict.rejected[1].place.field == "note");

  const std::string bad = R"({"participants": ["Ada", {"role": "boss"}], "date": "2024-02-30", "note": 1})";
  CHECK(collect({"-"}, bad).rejected.size() == 1);
  const CollectedInput all = collect({"-"}, bad, {.strict = true});
  CHECK(all.rejected.size() == 4);
  CHECK(all.counts.rejected == 1);
  CHECK(all.counts.repaired == 0);
}

TEST_CASE("lines of any length up to 64 MB are read", "[io]") {
  const TemporaryFolder folder;
  const std::string name(10'000'000, 'a');
  const CollectedInput input =
      collect({folder.write("a.jsonl", R"({"participants": [")" + name + "\"]}\n" + record_line)});
  REQUIRE(input.records.size() == 2);
  CHECK(input.records[0].participants[0].name == name);

  const std::string huge = folder.write(
      "b.jsonl", "{\"participants\": [\"" + std::string(std::size_t{65} << 20U, 'a') + "\"]}\n" + record_line);
  const CollectedInput rest = collect({huge});
  CHECK(rest.records.size() == 1);
  REQUIRE(rest.rejected.size() == 1);
  CHECK(rest.rejected[0].message == "the line is longer than 64 MB");
  CHECK(rest.rejected[0].text.size() <= 1000);
}

TEST_CASE("reading stops when asked to", "[io]") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.jsonl", record_line + "\n" + record_line);
  std::atomic<bool> stop = false;
  std::istringstream none;
  const InputSink sink{.article = {}, .record = [&](Record&&, Place) { stop = true; }, .rejected = {}};
  Run run;
  run.stop = &stop;
  CHECK_THROWS_AS(read_inputs(std::vector{path}, none, sink, run), Error);
}

TEST_CASE("progress adds up to the bytes of the files", "[io]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "12345");
  folder.write("b.txt", "123");
  std::vector<std::uint64_t> done;
  Run run;
  run.progress = [&](std::string_view, std::uint64_t now, std::uint64_t total) {
    CHECK(total == 8);
    done.push_back(now);
  };
  std::istringstream none;
  read_inputs(std::vector{folder.path().string()}, none, {}, run);
  CHECK(done == std::vector<std::uint64_t>{5, 8});
}
