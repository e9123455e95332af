#include "generated_corpus.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using generate::Background;
using generate::GenerateOptions;
using generate::Preset;

namespace {

/// How many events each name is at, the most first.
std::vector<double> degrees(const GeneratedCorpus& corpus) {
  std::map<std::string, double> counts;
  for (const Record& record : corpus.records) {
    for (const Participant& participant : record.participants) ++counts[participant.name];
  }
  std::vector<double> sorted;
  for (const auto& [name, count] : counts) sorted.push_back(count);
  std::ranges::sort(sorted, std::greater{});
  return sorted;
}

/// Hill's estimate of the exponent of the tail's distribution function.
double tail_exponent(const std::vector<double>& sorted, std::size_t tail) {
  double sum = 0.0;
  for (std::size_t index = 0; index < tail; ++index) sum += std::log(sorted[index] / sorted[tail]);
  return static_cast<double>(tail) / sum;
}

}  // namespace

TEST_CASE("presets have the sizes that they say", "[generate]") {
  const GeneratedCorpus xs = generated_corpus({.preset = Preset::xs});
  CHECK(xs.records.size() == 800);
  CHECK(xs.truth.persons.size() == 300);
  CHECK(degrees(xs).size() == 300);  // everybody takes part, under a name of the own
  const GeneratedCorpus s = generated_corpus({.preset = Preset::s});
  CHECK(s.records.size() == 30'000);
  CHECK(degrees(s).size() == 10'000);
  CHECK(s.truth.communities.size() == 40);
  std::size_t participations = 0;
  for (const Record& record : s.records) participations += record.participants.size();
  CHECK(participations > 92'000);
  CHECK(participations < 125'000);
}

TEST_CASE("activity and sizes of events have heavy tails", "[generate]") {
  const GeneratedCorpus corpus = generated_corpus({.preset = Preset::s});
  const std::vector<double> sorted = degrees(corpus);
  const double exponent = tail_exponent(sorted, 500);
  CHECK(exponent > 0.8);
  CHECK(exponent < 1.9);
  CHECK(sorted.front() > 30 * sorted[sorted.size() / 2]);
  std::vector<std::size_t> sizes;
  for (const Record& record : corpus.records) sizes.push_back(record.participants.size());
  std::ranges::sort(sizes);
  CHECK(sizes.front() == 2);
  CHECK(sizes[sizes.size() / 2] == 3);
  CHECK(sizes.back() > 40);
  CHECK(sizes.back() <= 70);
}

TEST_CASE("records say what the truth says", "[generate][oracle]") {
  const GeneratedCorpus corpus = generated_corpus({.preset = Preset::xs, .retellings = 2.5, .seed = 4});
  const Truth& truth = corpus.truth;
  CHECK(truth.documents.size() == corpus.records.size());
  std::map<std::uint64_t, std::vector<const Record*>> by_occasion;
  for (const Record& record : corpus.records) {
    REQUIRE(record.sources.size() == 1);
    const Truth::Document& document = truth.documents.at(record.sources.front().document);
    by_occasion[document.occasion].push_back(&record);
    REQUIRE(document.persons.size() == record.participants.size());
    CHECK(record.participants.size() >= 2);
    for (std::size_t index = 0; index < document.persons.size(); ++index) {
      const Truth::Person& person = truth.persons.at(document.persons[index]);
      CHECK(record.participants[index].name == person.name);
      CHECK(record.participants[index].country == person.country);
    }
    CHECK(std::set<std::uint64_t>(document.persons.begin(), document.persons.end()).size() == document.persons.size());
  }
  CHECK(by_occasion.size() == 800);
  CHECK(corpus.records.size() > 1700);
  CHECK(corpus.records.size() < 2300);
  std::size_t partial_lists = 0;
  for (const auto& [occasion, records] : by_occasion) {
    for (const Record* record : records) {
      REQUIRE(record->date);
      CHECK(std::abs(*record->date->first_day() - *records.front()->date->first_day()) <= 1);
      if (record->participants.size() != records.front()->participants.size()) ++partial_lists;
      if (records.size() > 1) CHECK_FALSE(record->evidence.empty());
    }
  }
  CHECK(partial_lists > 300);
}

TEST_CASE("communities follow each other without gaps, and everybody belongs to one", "[generate]") {
  const Truth truth = generated_corpus({.preset = Preset::xs, .communities = 9}).truth;
  REQUIRE(truth.communities.size() == 9);
  std::uint64_t next = 0;
  for (std::size_t community = 0; community < truth.communities.size(); ++community) {
    CHECK(truth.communities[community].begin == next);
    next = truth.communities[community].end;
    for (std::uint64_t person = truth.communities[community].begin; person < next; ++person) {
      CHECK(truth.persons.at(person).community == static_cast<std::int64_t>(community));
      CHECK(truth.persons.at(person).country == truth.communities[community].country);
    }
  }
  CHECK(next == truth.persons.size());
}

TEST_CASE("mixing is the share of participants from outside", "[generate]") {
  const auto share_outside = [](double mixing) {
    const GeneratedCorpus corpus = generated_corpus({.preset = Preset::s, .events = 5000, .mixing = mixing});
    double outside = 0.0;
    double all = 0.0;
    for (const auto& [name, document] : corpus.truth.documents) {
      std::map<std::int64_t, double> counts;
      for (const std::uint64_t person : document.persons) ++counts[corpus.truth.persons.at(person).community];
      double most = 0.0;
      for (const auto& [community, count] : counts) most = std::max(most, count);
      outside += static_cast<double>(document.persons.size()) - most;
      all += static_cast<double>(document.persons.size());
    }
    return outside / all;
  };
  CHECK(share_outside(0.0) == 0.0);
  const double some = share_outside(0.2);
  const double more = share_outside(0.5);
  CHECK(some > 0.1);
  CHECK(some < 0.25);
  CHECK(more > some + 0.1);
  CHECK(share_outside(1.0) > more);
}

TEST_CASE("small and odd corpora are whole", "[generate]") {
  for (const std::uint64_t persons : {2U, 3U, 11U}) {
    const GeneratedCorpus corpus =
        generated_corpus({.preset = Preset::xs, .persons = persons, .events = 1, .retellings = 3});
    CHECK_FALSE(corpus.records.empty());
    CHECK(corpus.truth.persons.size() == persons);
  }
}
