#include "generated_corpus.hpp"

#include <entente/core/unicode.hpp>
#include <entente/io/gold_json.hpp>
#include <entente/io/input.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace entente;
using namespace entente::test;
using Catch::Matchers::Contains;
using generate::GenerateOptions;
using generate::Preset;

namespace {

struct GeneratedArticles {
  std::map<std::string, Article> articles;
  Gold gold;
};

GeneratedArticles generated_articles(const GenerateOptions& options) {
  const generate::Corpus corpus = make_corpus(options);
  std::stringstream lines;
  const std::uint64_t count = generate::write_articles(corpus, lines, {});
  GeneratedArticles generated;
  const std::vector<std::string> paths{"-"};
  read_inputs(paths, lines,
              {.article = [&](Article&& article) { generated.articles.emplace(article.id, std::move(article)); },
               .record = [](Record&&, const Place&) { FAIL("a record"); },
               .rejected = [](Rejected&& rejected) { FAIL(rejected.message); }});
  CHECK(generated.articles.size() == count);
  const std::string file =
      (std::filesystem::temp_directory_path() / ("entente-generated-gold-" + std::to_string(::getpid()))).string();
  {
    std::ofstream out(file, std::ios::binary);
    generate::write_gold(corpus, out, {});
  }
  const std::vector<std::string> files{file};
  generated.gold = read_gold(files);
  std::filesystem::remove(file);
  CHECK(generated.gold.size() == count);
  return generated;
}

}  // namespace

TEST_CASE("what the gold says stands in the text", "[generate][oracle]") {
  for (const double spelling : {0.0, 0.1}) {
    const GeneratedArticles generated = generated_articles({.preset = Preset::xs,
                                                            .retellings = 2,
                                                            .variants = spelling,
                                                            .typos = spelling,
                                                            .partial_dates = spelling,
                                                            .namesakes = spelling});
    std::size_t events = 0;
    for (const GoldDocument& document : generated.gold) {
      const Article& article = generated.articles.at(document.name);
      const std::string text = nfc(article.title + "\n" + article.text);
      INFO(text);
      for (const GoldPerson& person : document.persons) {
        CHECK_THAT(text, Contains(person.name));
        CHECK_THAT(text, Contains(person.position));
        CHECK_FALSE(person.position.empty());
        CHECK(person.country.size() == 2);
        for (const std::string& alias : person.aliases) CHECK_THAT(text, Contains(alias));
      }
      for (const GoldEvent& event : document.events) {
        ++events;
        CHECK_THAT(text, Contains(event.place));
        REQUIRE(event.date);
        REQUIRE(article.published);
        if (event.date->is_day()) {
          CHECK(*event.date->first_day() <= *article.published->first_day());
          CHECK(*event.date->first_day() + 2 >= *article.published->first_day());
        }
      }
      CHECK_THAT(text, !Contains("{") && !Contains("}") && !Contains(",,") && !Contains(",.") && !Contains("  "));
    }
    CHECK(events > 1300);
    const std::size_t without = generated.gold.size() - events;
    CHECK(static_cast<double>(without) / static_cast<double>(generated.gold.size()) == Approx(0.15).margin(0.04));
  }
}

TEST_CASE("one person has one key in all articles", "[generate]") {
  const GeneratedArticles generated = generated_articles({.preset = Preset::xs});
  std::map<std::string, std::set<std::string>> names;
  for (const GoldDocument& document : generated.gold) {
    for (const GoldPerson& person : document.persons) names[person.key].insert(person.name);
  }
  CHECK(names.size() > 290);
  for (const auto& [key, forms] : names) CHECK(forms.size() == 1);
}

TEST_CASE("articles are worded in many ways", "[generate]") {
  const GeneratedArticles generated = generated_articles({.preset = Preset::xs, .events = 400});
  std::set<std::string> texts;
  for (const auto& [id, article] : generated.articles) texts.insert(article.text);
  CHECK(texts.size() == generated.articles.size());
}
