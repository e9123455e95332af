// Blocks and clusters against brute force on sets small enough for it.
#include "bearer_pairs.hpp"
#include "bearers.hpp"
#include "name_match.hpp"
#include "name_pairs.hpp"
#include "participations.hpp"
#include "person_clusters.hpp"
#include "random_records.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

const std::vector<std::string> spellings = {
    "Zakir Hasanov",     "Zakir Həsənov",     "Hasanov Zakir",  "Z. Hasanov",          "Zakir Gasanov",
    "Ali Hasanov",       "Yaşar Güler",       "Yashar Guler",   "Guler Yasar",         "Sergei Shoigu",
    "Sergey Shoygu",     "Kihara Minoru",     "Minoru Kihara",  "Mohammad Bagheri",    "Mohammad Baqeri",
    "Abdel Fattah Sisi", "Abdul-Fattah Sisi", "Lloyd Austin",   "Lloyd J. Austin III", "Bill Clinton",
    "William Clinton",   "Ilham Aliyev",      "Heydar Aliyev",  "Kim Jong Un",         "Kim Jong-un",
    "Kim Jongun",        "Celal Tüfekçi",     "Jalal Tufekchi", "Jeyhun Bayramov",     "Ceyhun Bayramov"};

Participations told_by(const std::vector<Record>& records) {
  const Run run;
  Workers workers(run);
  Participations told;
  told.add(records, workers);
  return told;
}

Participations told_of(std::uint64_t seed, std::size_t num_records) {
  const std::vector<std::string> countries = {"AZ", "TR"};
  TestRandom random(seed);
  std::vector<Record> records;
  for (std::size_t i = 0; i < num_records; ++i) {
    Record record;
    const std::uint64_t size = 1 + random.below(3);
    for (std::uint64_t k = 0; k < size; ++k) {
      Participant participant;
      participant.name = spellings[random.below(spellings.size())];
      participant.country = countries[random.below(40) == 0 ? 1 : 0];
      record.participants.push_back(participant);
    }
    records.push_back(std::move(record));
  }
  return told_by(records);
}

}  // namespace

TEST_CASE("names that agree in two words share a block", "[resolve][oracle]") {
  std::vector<Record> records;
  for (const std::string& name : spellings) records.emplace_back().participants.push_back({.name = name});
  const Bearers bearers = bearers_of(told_by(records), {});
  const NamePairs found = name_pairs(bearers, {}, 1000, {});
  std::set<std::pair<std::uint32_t, std::uint32_t>> blocked;
  for (const NamePair& pair : found.pairs) blocked.emplace(pair.a, pair.b);
  for (std::uint32_t a = 0; a < bearers.names.size(); ++a) {
    for (std::uint32_t b = a + 1; b < bearers.names.size(); ++b) {
      const NameComparison one = compare_parts(bearers.parts[a], bearers.parts[b], {});
      if (one.agreement == NameAgreement::contradiction || one.agreement == NameAgreement::lone_word) continue;
      INFO(bearers.names[a] << " and " << bearers.names[b]);
      CHECK(blocked.contains({a, b}));
    }
  }
}

// The same rule by definition: of all pairs of persons that may be joined, the surest pair of bearers first, with every
// check over all members.
TEST_CASE("clusters are those of brute force", "[resolve][oracle]") {
  const auto seed = GENERATE(1U, 2U, 3U, 4U, 5U);
  const double least = 1.1;
  const PersonWeights weights;
  const Participations told = told_of(seed, 25);
  const Bearers bearers = bearers_of(told, {});
  const NamePairs names = name_pairs(bearers, weights, 32, {});
  std::vector<BearerPair> pairs = bearer_pairs(bearers, names, weights, -1.4, 32, {});
  // Incomplete names join by a rule of their own (persons_test.cpp).
  std::erase_if(pairs, [&](const BearerPair& pair) {
    return completeness_of(bearers, pair.a) != Completeness::full ||
           completeness_of(bearers, pair.b) != Completeness::full;
  });
  const PersonClusters clusters = cluster_persons(bearers, pairs, names, weights, least, {});

  const auto n = static_cast<std::uint32_t>(bearers.all.size());
  std::vector<std::uint32_t> person(n);
  for (std::uint32_t i = 0; i < n; ++i) person[i] = i;
  const auto forbidden = [&](std::uint32_t x, std::uint32_t y) {
    const Bearer& one = bearers.all[x];
    const Bearer& two = bearers.all[y];
    const NameComparison compared = compare_parts(bearers.parts[one.name], bearers.parts[two.name], weights);
    if (one.name != two.name && compared.agreement == NameAgreement::contradiction) return true;
    const PairEvidence found = weigh(bearers, x, y, compared, weights);
    if (found.context <= -3 && found.log_odds < least) return true;
    for (const std::uint32_t record : bearers.events_of(x)) {
      const auto company = bearers.participants_of(record);
      if (std::ranges::find(company, y) == company.end()) continue;
      if (one.name != two.name || one.country != two.country) return true;
    }
    return false;
  };
  std::ranges::sort(pairs, {}, [](const BearerPair& pair) { return std::tuple(-pair.found.log_odds, pair.a, pair.b); });
  for (const BearerPair& pair : pairs) {
    const std::uint32_t a = person[pair.a];
    const std::uint32_t b = person[pair.b];
    if (pair.found.log_odds < least || a == b) continue;
    bool allowed = true;
    for (std::uint32_t x = 0; x < n; ++x) {
      for (std::uint32_t y = 0; y < n; ++y) allowed = allowed && !(person[x] == a && person[y] == b && forbidden(x, y));
    }
    if (!allowed) continue;
    for (std::uint32_t& one : person) {
      if (one == a || one == b) one = std::min(a, b);
    }
  }
  CHECK(clusters.person_of == person);
}
