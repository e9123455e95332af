#include "lexicon.hpp"

#include "texts.hpp"

#include <entente/core/error.hpp>
#include <entente/extract/extractor.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace entente;

namespace fs = std::filesystem;

namespace {

/// A copy of the project's lexicons that a test may spoil; gone with it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "entente-lexicon-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
    for (const auto& file : fs::directory_iterator(ENTENTE_SOURCE_DIR "/configs/lexicon")) fs::copy(file, path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void replace(const std::string& file, const std::string& old_text, const std::string& new_text) const {
    auto text = content_of(file);
    const auto at = text.find(old_text);
    REQUIRE(at != std::string::npos);
    text.replace(at, old_text.size(), new_text);
    std::ofstream(path_ / file) << text;
  }
  /// Adds an item to the list `key` at the top of a file, written below it or between brackets.
  void add(const std::string& file, const std::string& key, const std::string& item) const {
    const auto head = "\n" + key + ":";
    const auto inline_head = head + " [";
    if (content_of(file).find(inline_head) != std::string::npos)
      replace(file, inline_head, inline_head + item + ", ");
    else
      replace(file, head + "\n", head + "\n  - " + item + "\n");
  }
  void write(const std::string& file, const std::string& text) const { std::ofstream(path_ / file) << text; }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  [[nodiscard]] std::string content_of(const std::string& file) const {
    std::ifstream in(path_ / file);
    std::stringstream content;
    content << in.rdbuf();
    return content.str();
  }

  fs::path path_;
};

/// The error of loading the folder.
Error error_of(const Folder& folder) {
  try {
    const Extractor extractor(folder.path());
  } catch (const Error& error) {
    return error;
  }
  FAIL("the lexicons were accepted");
  throw std::logic_error("unreachable");
}

std::vector<Record> records_by(const fs::path& lexicons, const std::string& text) {
  Article article;
  article.id = "text.txt";
  article.text = text;
  article.published = Date::parse("2024-03-06");
  return Extractor(lexicons).extract(article);
}

const fs::path original = ENTENTE_SOURCE_DIR "/configs/lexicon";

}  // namespace

TEST_CASE("an unknown key names file, line, column and what was meant", "[extract][lexicon]") {
  const Folder folder;
  folder.write("words.yaml", "things: [park]\ncommon: [the]\nphrasess: [Trend]\nabbreviations: [gen]\n");
  const auto error = error_of(folder);
  CHECK(error.code() == ErrorCode::bad_lexicon);
  CHECK(error.place().source.find("words.yaml") != std::string::npos);
  CHECK(error.place().line == 3);
  CHECK(error.place().column == 1);
  CHECK(error.full_message().find("phrases") != std::string::npos);
}

TEST_CASE("an unknown frame or type is an error at its place", "[extract][lexicon]") {
  {
    const Folder folder;
    folder.replace("events.yaml", "{frame: mutual", "{frame: mutal");
    const auto error = error_of(folder);
    CHECK(error.code() == ErrorCode::bad_lexicon);
    CHECK(error.place().line > 0);
    CHECK(error.full_message().find("mutal") != std::string::npos);
  }
  {
    const Folder folder;
    folder.replace("events.yaml", "type: signing", "type: singing");
    CHECK(error_of(folder).full_message().find("singing") != std::string::npos);
  }
}

TEST_CASE("a country without a code and a list that is none are errors", "[extract][lexicon]") {
  {
    const Folder folder;
    folder.write("countries.yaml", "countries:\n  - {names: [Nowhere]}\n");
    const auto error = error_of(folder);
    CHECK(error.place().line == 2);
    CHECK(error.full_message().find("code") != std::string::npos);
  }
  {
    const Folder folder;
    folder.write("countries.yaml", "countries: 7\n");
    CHECK(error_of(folder).code() == ErrorCode::bad_lexicon);
  }
}

TEST_CASE("a missing lexicon is an error", "[extract][lexicon]") {
  const Folder folder;
  fs::remove(folder.path() / "names.yaml");
  CHECK(error_of(folder).full_message().find("names.yaml") != std::string::npos);
}

TEST_CASE("every state of the world has a name and an adjective that lead to its code", "[extract][lexicon]") {
  const auto lexicon = extract::Lexicon::load(ENTENTE_SOURCE_DIR "/configs/lexicon");
  const auto code_of = [&](std::string_view word, extract::Tag tag) -> std::string {
    for (const auto& entry : lexicon.meanings(extract::Word::of(word))) {
      if (entry.tag == tag) return lexicon.code(entry.value);
    }
    return {};
  };
  CHECK(code_of("azerbaijan", extract::Tag::country) == "AZ");
  CHECK(code_of("turkish", extract::Tag::adjective) == "TR");
  CHECK(code_of("norway", extract::Tag::country) == "NO");
  CHECK(code_of("pentagon", extract::Tag::seat) == "US");
  CHECK(code_of("nato", extract::Tag::organisation) == "NATO");
  CHECK(code_of("kosovo", extract::Tag::country) == "XK");
}

TEST_CASE("bad dates are errors at their place", "[extract][lexicon][dates]") {
  const std::string good =
      "months:\n  - [A]\n  - [B]\n  - [C]\n  - [D]\n  - [E]\n  - [F]\n  - [G]\n  - [H]\n  - [I]\n  - [J]\n  - [K]\n"
      "  - [L]\n"
      "weekdays:\n  - [M]\n  - [N]\n  - [O]\n  - [P]\n  - [Q]\n  - [R]\n  - [S]\n"
      "relative:\n  - {from: month, offset: -1, forms: [last month]}\n";
  const Folder folder;
  folder.write("dates.yaml", good);
  CHECK_NOTHROW(Extractor(folder.path()));
  const auto [old_text, new_text, line, message] =
      GENERATE(table<std::string, std::string, std::uint64_t, std::string>({
          {"  - [L]\n", "", 2, "months: 12 lists of names were expected"},
          {"  - [L]\n", "  - [L]\n  - [X]\n", 2, "months: 12 lists of names were expected"},
          {"  - [S]\n", "", 15, "weekdays: 7 lists of names were expected"},
          {"from: month", "from: mouth", 23, "from: unknown anchor 'mouth'"},
          {"from: month", "from: calendar", 23, "from: unknown anchor 'calendar'"},
          {"offset: -1", "offset: soon", 23, "offset: a whole number was expected"},
          {"offset: -1", "offset: 1.5", 23, "offset: a whole number was expected"},
          {"offset: -1", "offset: [1]", 23, "offset: a whole number was expected"},
          {"from: month, ", "", 23, "from: 'from' is missing"},
          {"offset: -1, ", "", 23, "offset: 'offset' is missing"},
          {", forms: [last month]", "", 23, "forms: 'forms' is missing"},
          {"[last month]", "{last: month}", 23, "forms"},
          {"forms:", "formes:", 23, "did you mean 'forms'?"},
          {"weekdays:", "weekday:", 14, "did you mean 'weekdays'?"},
          {"  - [M]\n", "  - {M: N}\n", 15, "weekdays"},
          {"months:\n", "months: [\n", 0, "is no YAML"},
      }));
  CAPTURE(old_text, new_text);
  folder.replace("dates.yaml", old_text, new_text);
  const auto error = error_of(folder);
  CHECK(error.code() == ErrorCode::bad_lexicon);
  CHECK(error.place().source == (folder.path() / "dates.yaml").string());
  if (line > 0) CHECK(error.place().line == line);
  CHECK_THAT(error.full_message(), Catch::Matchers::Contains("dates.yaml:" + std::to_string(error.place().line)) &&
                                       Catch::Matchers::Contains(message));
}

TEST_CASE("the place of an error is its line", "[extract][lexicon][dates]") {
  const Folder folder;
  folder.write("dates.yaml",
               "months: [[A], [B], [C], [D], [E], [F], [G], [H], [I], [J], [K], [L]]\n"
               "weekdays: [[A], [B], [C], [D], [E], [F], [G]]\n"
               "relative:\n"
               "  - {from: published, offset: 0, forms: [today]}\n"
               "  - {from: published, offset: none, forms: [yesterday]}\n");
  CHECK(error_of(folder).place().line == 5);
}

// An entry that a user adds to a lexicon changes the result, and nothing is compiled for it.

TEST_CASE("a rank added to the lexicon is read", "[extract][lexicon][extension]") {
  const std::string text = "Polkovnik Marek Dvorak met with Minister Lars Holm.";
  const auto rank_by = [&](const fs::path& lexicons) {
    const auto found = test::participant(records_by(lexicons, text), "Marek Dvorak");
    return found ? found->rank : "";
  };
  const Folder folder;
  folder.add("titles.yaml", "ranks", "[Polkovnik]");
  CHECK(rank_by(original).empty());
  CHECK(rank_by(folder.path()) == "Polkovnik");
}

TEST_CASE("a title added to the lexicon is read", "[extract][lexicon][extension]") {
  const std::string text = "Norway's Lagman Marek Dvorak met with Minister Lars Holm.";
  const auto position_by = [&](const fs::path& lexicons) {
    const auto found = test::participant(records_by(lexicons, text), "Marek Dvorak");
    return found ? found->position : "";
  };
  const Folder folder;
  folder.add("titles.yaml", "heads", "lagman");
  CHECK(position_by(original).empty());
  CHECK(position_by(folder.path()) == "Lagman");
}

TEST_CASE("a verb added to the lexicon tells of meetings", "[extract][lexicon][extension]") {
  const std::string text = "Minister Luis Rojas confabbed with Minister Lars Holm.";
  const Folder folder;
  folder.add("events.yaml", "verbs", "{frame: with, type: meeting, forms: [confabbed]}");
  CHECK(records_by(original, text).empty());
  const auto records = records_by(folder.path(), text);
  CHECK(test::circles(records) == std::vector<std::vector<std::string>>{{"Lars Holm", "Luis Rojas"}});
}

TEST_CASE("a noun added to the lexicon tells of meetings", "[extract][lexicon][extension]") {
  const std::string text = "A palaver between Minister Luis Rojas and Minister Lars Holm took place in Lima.";
  const Folder folder;
  folder.add("events.yaml", "nouns", "{type: conference, forms: [palaver]}");
  CHECK(records_by(original, text).empty());
  const auto records = records_by(folder.path(), text);
  REQUIRE(records.size() == 1);
  CHECK(records[0].type == EventType::conference);
}

TEST_CASE("a country added to the lexicon is found", "[extract][lexicon][extension]") {
  const std::string text = "Minister Luis Rojas met with Zubrowkan Foreign Minister Lars Holm.";
  const Folder folder;
  folder.add("countries.yaml", "countries", "{code: ZW2, names: [Zubrowka], adjectives: [Zubrowkan], cities: [Lutz]}");
  const auto found = test::participant(records_by(folder.path(), text), "Lars Holm");
  REQUIRE(found.has_value());
  CHECK(found->country == "ZW2");
}

TEST_CASE("words for a day added to the lexicon are read", "[extract][lexicon][extension][dates]") {
  const std::string text = "Minister Luis Rojas met with Minister Lars Holm a fortnight ago.";
  const auto day_by = [&](const fs::path& lexicons) {
    const auto records = records_by(lexicons, text);
    return records.size() == 1 && records[0].date ? records[0].date->to_string() : "-";
  };
  const Folder folder;
  folder.add("dates.yaml", "relative", "{from: published, offset: -14, forms: [a fortnight ago]}");
  CHECK(day_by(original) != "2024-02-21");
  CHECK(day_by(folder.path()) == "2024-02-21");
}

TEST_CASE("a month of another name added to the lexicon is read", "[extract][lexicon][extension][dates]") {
  const std::string text = "Minister Luis Rojas met with Minister Lars Holm on 5 Brumaire 2023.";
  const Folder folder;
  folder.replace("dates.yaml", "[November, Nov]", "[November, Nov, Brumaire]");
  const auto records = records_by(folder.path(), text);
  REQUIRE(records.size() == 1);
  REQUIRE(records[0].date.has_value());
  CHECK(records[0].date->to_string() == "2023-11-05");
}
