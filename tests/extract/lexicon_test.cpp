#include "lexicon.hpp"

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
    std::ifstream in(path_ / file);
    std::stringstream content;
    content << in.rdbuf();
    auto text = content.str();
    const auto at = text.find(old_text);
    REQUIRE(at != std::string::npos);
    text.replace(at, old_text.size(), new_text);
    std::ofstream(path_ / file) << text;
  }
  void write(const std::string& file, const std::string& text) const { std::ofstream(path_ / file) << text; }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
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
    for (const auto& entry : lexicon.entries(lexicon.step(0, lexicon.word(word)))) {
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
