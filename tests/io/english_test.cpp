#include "english.hpp"

#include "collected_input.hpp"
#include "temporary_folder.hpp"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

const std::filesystem::path languages = ENTENTE_SOURCE_DIR "/tests/io/languages";

}  // namespace

TEST_CASE("articles in other languages and scripts are rejected with the reason", "[io][english]") {
  const auto [name, reason] = GENERATE(table<std::string, std::string>({
      {"russian", "most of its letters are Cyrillic"},
      {"arabic", "most of its letters are Arabic"},
      {"chinese", "most of its letters are Han"},
      {"greek", "most of its letters are Greek"},
      {"azerbaijani", "frequent English ones"},
      {"turkish", "frequent English ones"},
      {"german", "frequent English ones"},
      {"french", "frequent English ones"},
      {"spanish", "frequent English ones"},
      {"indonesian", "frequent English ones"},
  }));
  CAPTURE(name);
  const CollectedInput input = collect({(languages / (name + ".txt")).string()});
  CHECK(input.articles.empty());
  CHECK(input.counts.rejected == 1);
  REQUIRE(input.rejected.size() == 1);
  CHECK(input.rejected[0].defect == Defect::not_english);
  CHECK_THAT(input.rejected[0].message,
             Catch::StartsWith("the text does not look like English: ") && Catch::Contains(reason));
}

TEST_CASE("no English article of the corpora is rejected", "[io][english]") {
  const std::filesystem::path shared = std::string(ENTENTE_SHARED_DIR);
  for (const auto& folder :
       {std::filesystem::path(ENTENTE_SOURCE_DIR "/data/articles"), shared / "seeds", shared / "gold/articles"}) {
    if (!std::filesystem::exists(folder)) {
      WARN("not there; not tested: " << folder);
      continue;
    }
    const CollectedInput input = collect({folder.string()});
    CHECK(input.counts.articles >= 5);
    CHECK(input.counts.articles == input.counts.files);
    for (const Rejected& rejected : input.rejected) UNSCOPED_INFO(to_string(rejected));
    CHECK(input.rejected.empty());
  }
}

TEST_CASE("every corpus article stays clear of the limit, and so does each of its parts", "[io][english]") {
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/data/articles")) {
    const std::string text = file_content(entry.path());
    for (std::size_t begin = 0; begin < text.size(); begin += 300) {
      CAPTURE(entry.path(), text.substr(begin, 600));
      CHECK(looks_english(text.substr(begin, 600)));
    }
  }
}

TEST_CASE("headlines and lists of names pass", "[io][english]") {
  const auto text =
      GENERATE(as<std::string>(), "Hasanov, Güler hold talks", "Macron reçoit Scholz", "2024-01-18", "x",
               "Zakir Həsənov – Yaşar Güler", "MINISTERS MEET IN BAKU",
               "Present: Zakir Həsənov, Yaşar Güler, Hulusi Akar, Celal Sami Tüfekçi, Ilham Aliyev, "
               "Recep Tayyip Erdoğan, Kęstutis Budrys, Žygimantas Pavilionis, Łukasz Jasiński, "
               "Đorđe Petrović, Nguyễn Phú Trọng, Phan Văn Giang, Jean-Noël Barrot, Sébastien Lecornu, "
               "José Manuel Albares, Gonçalo da Câmara Pereira, Bjørn Arild Gram, Pål Jonson.",
               "He quoted the poem in full: \"Мы встретились в Баку и говорили о мире\". The two then met "
               "with reporters and said that they would meet again.");
  CAPTURE(text);
  CHECK(looks_english(text));
}

TEST_CASE("a few words in another script are enough to tell", "[io][english]") {
  CHECK_FALSE(looks_english("Путин встретился с Эрдоганом"));
  CHECK_FALSE(looks_english("习近平会见普京 Xi"));
  CHECK(why_not_english("\uFFFD\uFFFD\uFFFD\uFFFD a\uFFFD") ==
        "the text does not look like English: most of its letters are unreadable");
}

TEST_CASE("an article by the line is rejected with its line", "[io][english]") {
  std::string text = file_content(languages / "german.txt");
  text.pop_back();
  const CollectedInput input = collect({"-"}, R"({"text": "The two ministers met."})"
                                              "\n{\"text\": \"" +
                                                  text + "\"}\n");
  CHECK(input.articles.size() == 1);
  REQUIRE(input.rejected.size() == 1);
  CHECK(input.rejected[0].defect == Defect::not_english);
  CHECK(input.rejected[0].place == Place{.source = "-", .line = 2, .field = "text"});
}
