// Agreement with data/gold/score.py, which defines the figures: the same numbers for the published gold and records
// that are wrong in many ways.
#include "referee.hpp"

#include "command.hpp"
#include "plain_words.hpp"
#include "small_gold.hpp"
#include "spoiled_records.hpp"
#include "temporary_folder.hpp"

#include <entente/evaluate/evaluation.hpp>
#include <entente/io/gold_json.hpp>
#include <entente/io/record_json.hpp>

#include <map>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

const std::string gold_folder = ENTENTE_SOURCE_DIR "/data/gold/";

std::string json_lines(const std::vector<Record>& records) {
  std::string lines;
  for (const Record& record : records) lines += to_json_line(record) + '\n';
  return lines;
}

/// Every case that a figure counts as wrong stands among the differences.
void check_differences_add_up(const Evaluation& evaluation) {
  std::map<DifferenceKind, std::uint64_t> counts;
  for (const Difference& difference : evaluation.differences) ++counts[difference.kind];
  const Figures& figures = evaluation.figures;
  CHECK(counts[DifferenceKind::wrong_date] == figures.date.of - figures.date.right);
  CHECK(counts[DifferenceKind::wrong_type] == figures.type.of - figures.type.right);
  CHECK(counts[DifferenceKind::wrong_place] == figures.place.of - figures.place.right);
  CHECK(counts[DifferenceKind::wrong_country] == figures.country.of - figures.country.right);
  CHECK(counts[DifferenceKind::wrong_position] == figures.position.of - figures.position.right);
  CHECK(counts[DifferenceKind::name_too_short] == figures.full_name.of - figures.full_name.right);
  CHECK(counts[DifferenceKind::false_document] == figures.false_documents);
  CHECK(counts[DifferenceKind::event_missing] + figures.date.of == figures.events.wanted);
  CHECK(counts[DifferenceKind::event_too_many] + figures.date.of == figures.events.given);
  CHECK((counts[DifferenceKind::persons_merged] + counts[DifferenceKind::person_split] == 0) ==
        (figures.identity.f1() == 1 || figures.full_name.of == 0));
}

}  // namespace

TEST_CASE("the figures are those of score.py, however records are spoiled", "[evaluate][oracle]") {
  if (!has_program(python)) {
    WARN("python3 is not there; not tested");
    return;
  }
  const auto files = GENERATE(values<std::vector<std::string>>(
      {{gold_folder + "seeds.jsonl"}, {gold_folder + "articles-a.jsonl", gold_folder + "articles-b.jsonl"}}));
  const Gold gold = read_gold(files);
  const TemporaryFolder folder;
  for (const Spoil& spoil : spoils()) {
    INFO(spoil.name);
    std::vector<Record> records = records_of(gold);
    spoil.apply(records, gold);
    const Evaluation evaluation = evaluate(gold, records);
    const NamedFigures ours = named(evaluation.figures);
    const NamedFigures theirs = referee_figures(files, folder.write("records.jsonl", json_lines(records)));
    REQUIRE(ours.size() == theirs.size());
    for (const auto& [name, figure] : theirs) {
      INFO(name);
      REQUIRE(ours.contains(name));
      CHECK(ours.at(name) == Approx(figure).epsilon(1e-12));
    }
    check_differences_add_up(evaluation);
  }
}

TEST_CASE("the gold agrees with itself", "[evaluate]") {
  const Gold gold = read_gold(std::vector{gold_folder + "seeds.jsonl", gold_folder + "articles-a.jsonl"});
  const Evaluation evaluation = evaluate(gold, records_of(gold));
  CHECK(evaluation.differences.empty());
  for (const auto& [name, figure] : named(evaluation.figures)) {
    INFO(name);
    if (name != "documents" && name != "negatives") CHECK(figure == (name == "false_docs" ? 0 : 1));
  }
}

TEST_CASE("texts fold as score.py folds them", "[evaluate][oracle]") {
  if (!has_program(python)) {
    WARN("python3 is not there; not tested");
    return;
  }
  const std::vector<std::string> texts{"Yaşar  GÜLER",
                                       "Həsənov-oğlu",
                                       "İıØøŁłĐđßæÆœŒþÞðÐ",
                                       "O’Neill ‘Oʼ–x'",
                                       "ﬁ ŉ ǰ ½ Ⅳ ① ²",
                                       "Владимир Йод",
                                       "Ἀθηνᾶ ΐ ς",
                                       "عبد الله ٣",
                                       "王毅 习近平",
                                       "김정은",
                                       "क्षत्रिय ज़",
                                       "x\tz\u00a0y\u200bw",
                                       "_a_",
                                       "Ångström e\u0301",
                                       "ＡＢＣ",
                                       "😀 a"};
  const std::vector<std::string> theirs = referee_folded(texts);
  REQUIRE(theirs.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(plain_words(texts[i]) == theirs[i]);
}
