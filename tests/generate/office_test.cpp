#include "generated_corpus.hpp"

#include <entente/core/date.hpp>

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("an office has one holder at any time, and holders change", "[generate]") {
  const GeneratedCorpus corpus = generated_corpus({.preset = generate::Preset::s});
  std::map<std::pair<std::string, std::string>, std::vector<Truth::Term>> offices;
  for (const Truth::Term& term : corpus.truth.terms) offices[{term.country, term.office}].push_back(term);
  CHECK(offices.size() >= 40);
  for (auto& [office, terms] : offices) {
    INFO(office.first << " " << office.second);
    std::ranges::sort(terms, {}, &Truth::Term::first);
    CHECK(terms.size() >= 4);
    CHECK(terms.front().first <= "1990-01-01");
    CHECK(terms.back().last >= "2024-12-31");
    for (std::size_t index = 1; index < terms.size(); ++index) {
      CHECK(*Date::parse(terms[index].first)->first_day() == *Date::parse(terms[index - 1].last)->first_day() + 1);
      CHECK(terms[index].person != terms[index - 1].person);
    }
  }
  // Records name the holder of the day, and nobody else, by the office.
  std::size_t held = 0;
  for (const Record& record : corpus.records) {
    const Truth::Document& document = corpus.truth.documents.at(record.sources.front().document);
    const std::string day = record.date->to_string();
    for (std::size_t index = 0; index < record.participants.size(); ++index) {
      const Participant& participant = record.participants[index];
      CHECK_FALSE(participant.position.empty());
      const auto office = offices.find({participant.country, participant.position});
      if (office == offices.end()) continue;
      ++held;
      const auto term = std::ranges::find_if(
          office->second, [&](const Truth::Term& one) { return one.first <= day && day <= one.last; });
      REQUIRE(term != office->second.end());
      CHECK(term->person == document.persons[index]);
    }
  }
  CHECK(held > 10'000);
}
