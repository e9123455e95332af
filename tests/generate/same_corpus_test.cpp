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
  CHECK(sha256(plain.record_lines) == "f9980a15f18aca2b7c922cab5bfe435ad930dc273559b42d92b51967f18e1567");
  CHECK(sha256(plain.truth_text) == "a163cc88743472a687e33f747635f7ac2e22052b30716f1d70b8bd3779667044");
  const GeneratedCorpus retold =
      generated_corpus({.preset = Preset::xs, .retellings = 2, .variants = 0.05, .typos = 0.05, .partial_dates = 0.1});
  CHECK(sha256(retold.record_lines) == "3fe8e6ef1c5d62a64b5038796df983ebdedc703441bb705656e1db45176ecd08");
  const GeneratedCorpus chance = generated_corpus({.preset = Preset::xs, .background = Background::bicm});
  CHECK(sha256(chance.record_lines + chance.truth_text) ==
        "c63db876bfa4c870a56e055784326e3e54c3a5a3e01b840e51dbb159a6f98839");
  const GeneratedTexts texts = generated_texts({.preset = Preset::xs, .retellings = 2});
  CHECK(sha256(texts.articles) == "07a64ab20d7d14d90ce5e5b739610febd7e9cc9c2d6063b1076dc2b14e01dbd5");
  CHECK(sha256(texts.gold) == "34e180f0501004d04a3584a0c8a16a67f28fc3b478173d9d12dee9065a1e4daa");
}
