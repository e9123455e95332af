#include "generated_corpus.hpp"
#include "sha256.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using generate::Background;
using generate::GenerateOptions;
using generate::Preset;

namespace {

struct GeneratedTexts {
  std::string articles;
  std::string gold;
};

GeneratedTexts generated_texts(const GenerateOptions& options, const Run& run = {.threads = 2}) {
  const generate::Corpus corpus = make_corpus(options, run);
  std::ostringstream articles;
  std::ostringstream gold;
  generate::write_articles(corpus, articles, run);
  generate::write_gold(corpus, gold, run);
  return {articles.str(), gold.str()};
}

}  // namespace

TEST_CASE("the same bytes for any number of threads", "[generate][determinism]") {
  for (const Background background : {Background::communities, Background::bicm}) {
    const GenerateOptions options{.preset = Preset::xs,
                                  .events = 1700,
                                  .background = background,
                                  .retellings = 2,
                                  .variants = 0.1,
                                  .typos = 0.1,
                                  .partial_dates = 0.1};
    const GeneratedCorpus one = generated_corpus(options, {.threads = 1});
    for (const unsigned threads : {2U, 3U, 8U}) {
      const GeneratedCorpus more = generated_corpus(options, {.threads = threads});
      CHECK(more.record_lines == one.record_lines);
      CHECK(more.truth_text == one.truth_text);
    }
  }
}

TEST_CASE("the same articles for any number of threads", "[generate][determinism]") {
  const GenerateOptions options{.preset = Preset::xs, .retellings = 2, .variants = 0.1};
  const GeneratedTexts one = generated_texts(options, {.threads = 1});
  for (const unsigned threads : {2U, 3U, 8U}) {
    const GeneratedTexts more = generated_texts(options, {.threads = threads});
    CHECK(more.articles == one.articles);
    CHECK(more.gold == one.gold);
  }
}

TEST_CASE("another seed gives another corpus", "[generate][determinism]") {
  CHECK(generated_corpus({.preset = Preset::xs, .seed = 1}).record_lines !=
        generated_corpus({.preset = Preset::xs, .seed = 2}).record_lines);
}

// On every machine. These change with what is generated and with configs/generate, and the changelog says so.
TEST_CASE("a seed gives the bytes that it gave", "[generate][determinism]") {
  const GeneratedCorpus plain = generated_corpus({.preset = Preset::xs});
  CHECK(sha256(plain.record_lines) == "158731d20eb512b387dd7c30ef833ae6c3662354e551c9c327f74b303490accf");
  CHECK(sha256(plain.truth_text) == "5f00b22a47706b752092c8ff0a28734ad209c71389cda2ff3bf25b4a8e4050de");
  const GeneratedCorpus retold =
      generated_corpus({.preset = Preset::xs, .retellings = 2, .variants = 0.05, .typos = 0.05, .partial_dates = 0.1});
  CHECK(sha256(retold.record_lines) == "a902e37b77d7b408bd4ff20b9a6b56f5010b6239688d64e19ec81a6fa551df3a");
  const GeneratedCorpus chance = generated_corpus({.preset = Preset::xs, .background = Background::bicm});
  CHECK(sha256(chance.record_lines + chance.truth_text) ==
        "d660129c5671749fa30d87eb101292f039025b087e46cd134db0590218ed13ca");
  const GeneratedTexts texts = generated_texts({.preset = Preset::xs, .retellings = 2});
  CHECK(sha256(texts.articles) == "d4af4909e60fe3af456573268ab3b6795cd94d41d12f24edd672a0cecdf6c44f");
  CHECK(sha256(texts.gold) == "b50344b121c8ca0f990815cb0f9dcf424b92c96060a1380ef3d900437be1aa13");
}
