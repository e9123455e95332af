#include "generated_corpus.hpp"
#include "name_forms.hpp"

#include <map>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using generate::GenerateOptions;
using generate::Preset;

namespace {

double share_of_other_names(const GeneratedCorpus& corpus) {
  double other = 0.0;
  double all = 0.0;
  for (const Record& record : corpus.records) {
    const Truth::Document& document = corpus.truth.documents.at(record.sources.front().document);
    for (std::size_t index = 0; index < document.persons.size(); ++index) {
      other += record.participants[index].name != corpus.truth.persons.at(document.persons[index]).name ? 1.0 : 0.0;
      ++all;
    }
  }
  return other / all;
}

}  // namespace

TEST_CASE("names vary at the rate asked for", "[generate]") {
  CHECK(share_of_other_names(generated_corpus({.preset = Preset::xs})) == 0.0);
  CHECK(share_of_other_names(generated_corpus({.preset = Preset::xs, .variants = 0.2})) == Approx(0.2).margin(0.03));
  CHECK(share_of_other_names(generated_corpus({.preset = Preset::xs, .typos = 0.2})) == Approx(0.2).margin(0.04));
  CHECK(share_of_other_names(generated_corpus({.preset = Preset::xs, .variants = 1.0})) > 0.97);
}

TEST_CASE("dates are partial at the rate asked for", "[generate]") {
  const GeneratedCorpus corpus = generated_corpus({.preset = Preset::s, .events = 4000, .partial_dates = 0.3});
  double partial = 0.0;
  std::set<std::size_t> lengths;
  for (const Record& record : corpus.records) {
    if (!record.date || !record.date->is_day()) ++partial;
    lengths.insert(record.date ? record.date->to_string().size() : 0);
  }
  CHECK(partial / 4000 == Approx(0.3).margin(0.03));
  CHECK(lengths == std::set<std::size_t>{0, 4, 7, 10});
}

TEST_CASE("namesakes live in other countries", "[generate]") {
  const Truth truth = generated_corpus({.preset = Preset::s, .namesakes = 0.05}).truth;
  std::map<std::string, std::multiset<std::string>> countries;
  for (const Truth::Person& person : truth.persons) countries[person.name].insert(person.country);
  std::size_t shared = 0;
  for (const auto& [name, all] : countries) {
    if (all.size() == 1) continue;
    ++shared;
    CHECK(std::set<std::string>(all.begin(), all.end()).size() > 1);
  }
  CHECK(shared > 300);
  CHECK(shared < 600);
}

TEST_CASE("a slip changes one letter of a long word, never the first", "[generate]") {
  generate::RandomStream random(3, generate::Stage::spelling, 0);
  for (int slip = 0; slip < 200; ++slip) {
    const std::string name = generate::with_slip("Ada Lovelace", random);
    CHECK(name != "Ada Lovelace");
    CHECK(name.starts_with("Ada L"));
    CHECK(name.size() >= 11);
    CHECK(name.size() <= 13);
  }
  CHECK(generate::with_slip("Li Wu", random) == "Li Wu");
}

TEST_CASE("diacritics go by a table of our own", "[generate]") {
  CHECK(generate::without_diacritics("Çetin Şahin Søren Železník Łukasz Ádám Győző") ==
        "Cetin Sahin Soren Zeleznik Lukasz Adam Gyozo");
  CHECK(generate::without_diacritics("plain") == "plain");
}
