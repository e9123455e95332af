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
  CHECK(sha256(plain.record_lines) == "aa3b6498e7982e30cc25df6b94c8ec3bdd37569c33a40cb5059ad648bb0ad18f");
  CHECK(sha256(plain.truth_text) == "cdc1c5d94622ca355e39c3a3a2526c575bdb2f2f534bf339e77311fa71d77c06");
  const GeneratedCorpus retold =
      generated_corpus({.preset = Preset::xs, .retellings = 2, .variants = 0.05, .typos = 0.05, .partial_dates = 0.1});
  CHECK(sha256(retold.record_lines) == "4200b940e79a51128b7effb95bb6b0e8611e0b58d773adc3b2f8425e91434624");
  const GeneratedCorpus chance = generated_corpus({.preset = Preset::xs, .background = Background::bicm});
  CHECK(sha256(chance.record_lines + chance.truth_text) ==
        "39283303bbdf06f9dd4a0e0c9496fcc731c6ac283a127e77080c084cc6fc34fa");
  const GeneratedTexts texts = generated_texts({.preset = Preset::xs, .retellings = 2});
  CHECK(sha256(texts.articles) == "195260bcef7a39c17899e51c2a6fefeb81797f29a0cbe4cc62e5a01c24fec5dd");
  CHECK(sha256(texts.gold) == "043ff8baa10df54395706e6312d22f7df2d3c25ab7cdcd549953b805ed9b5a3d");
}
