#include "bearer_pairs.hpp"

#include "name_match.hpp"
#include "name_sounds.hpp"

#include <entente/core/content_hash.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t most_of_name = 64;  // bearers of one name that are compared in full
constexpr std::size_t window = 16;        // neighbours of those beyond
constexpr std::size_t pairs_a_block = 8192;

class PairCollector {
 public:
  PairCollector(const Bearers& bearers, const NamePairs& names, const PersonWeights& weights, double least,
                std::size_t block_cap)
      : bearers_(bearers), names_(names), weights_(weights), least_(least), block_cap_(block_cap) {
    // What bearers may add to a pair after all: partners, and that nobody else is meant.
    hope_ = 1.5 * weights.partner_shared + weights.single_bearer;
  }

  std::vector<BearerPair> collect() {
    for (std::uint32_t name = 0; name < bearers_.names.size(); ++name) add_of_one_name(name);
    for (const NamePair& pair : names_.pairs) add_of_two_names(pair);
    add_lone();
    std::ranges::sort(pairs_, {}, [](const BearerPair& one) { return std::tie(one.a, one.b); });
    const auto same = [](const BearerPair& x, const BearerPair& y) { return x.a == y.a && x.b == y.b; };
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end(), same), pairs_.end());
    return std::move(pairs_);
  }

 private:
  void add_of_one_name(std::uint32_t name) {
    const std::uint32_t begin = bearers_.first_of_name[name];
    const std::uint32_t end = bearers_.first_of_name[name + 1];
    if (end - begin < 2) return;
    NameComparison same = compare_parts(bearers_.parts[name], bearers_.parts[name], weights_);
    if (bearers_.parts[name].words.empty()) same.log_odds = weights_.word_equal;
    for (std::uint32_t a = begin; a < end; ++a) {
      const std::uint32_t last = end - begin <= most_of_name ? end : std::min<std::uint32_t>(end, a + 1 + window);
      for (std::uint32_t b = a + 1; b < last; ++b) add(a, b, same);
    }
  }

  void add_of_two_names(const NamePair& pair) {
    const std::uint32_t begin_a = bearers_.first_of_name[pair.a];
    const std::uint32_t end_a = bearers_.first_of_name[pair.a + 1];
    const std::uint32_t begin_b = bearers_.first_of_name[pair.b];
    const std::uint32_t end_b = bearers_.first_of_name[pair.b + 1];
    const std::uint32_t most = window;
    for (std::uint32_t a = begin_a; a < std::min(end_a, begin_a + most); ++a) {
      for (std::uint32_t b = begin_b; b < std::min(end_b, begin_b + most); ++b) add(a, b, pair.comparison);
    }
  }

  // A lone word meets the names that begin or end with it, in the same country; beyond `block_cap` of them nobody could
  // say which is meant.
  void add_lone() {
    struct Entry {
      std::uint64_t key;
      bool lone;
      std::uint32_t bearer;
      auto operator<=>(const Entry&) const = default;
    };
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < bearers_.all.size(); ++i) {
      const std::vector<NameWord>& words = bearers_.parts[bearers_.all[i].name].words;
      if (words.empty()) continue;
      const auto key_of = [&](const NameWord& word) {
        ContentHash hash;
        hash.add(sound_key(word.sounds));
        hash.add(bearers_.countries[bearers_.all[i].country]);
        return hash.value();
      };
      const std::uint64_t last = key_of(words.back());
      entries.push_back({last, words.size() == 1, i});
      if (words.size() > 1 && !words.front().initial) {
        const std::uint64_t first = key_of(words.front());
        if (first != last) entries.push_back({first, false, i});
      }
    }
    std::ranges::sort(entries);
    for (std::size_t begin = 0; begin < entries.size();) {
      std::size_t lone = begin;
      std::size_t end = begin;
      while (end < entries.size() && entries[end].key == entries[begin].key) ++end;
      while (lone < end && !entries[lone].lone) ++lone;
      if (lone - begin <= block_cap_) {
        for (std::size_t i = lone; i < end; ++i) {
          for (std::size_t j = begin; j < lone; ++j) add_compared(entries[i].bearer, entries[j].bearer);
        }
      }
      begin = end;
    }
  }

  void add_compared(std::uint32_t a, std::uint32_t b) {
    const NameComparison one =
        compare_parts(bearers_.parts[bearers_.all[a].name], bearers_.parts[bearers_.all[b].name], weights_);
    if (one.agreement != NameAgreement::contradiction) add(std::min(a, b), std::max(a, b), one);
  }

  void add(std::uint32_t a, std::uint32_t b, const NameComparison& names) {
    const Bearer& x = bearers_.all[a];
    const Bearer& y = bearers_.all[b];
    if (x.id != 0 && y.id != 0) return;  // equal ones are one from the start, others never
    const PairEvidence found = weigh(bearers_, a, b, names, weights_);
    if (found.log_odds + hope_ >= least_) pairs_.push_back({a, b, found});
  }

  const Bearers& bearers_;
  const NamePairs& names_;
  const PersonWeights& weights_;
  double least_;
  std::size_t block_cap_;
  double hope_ = 0;
  std::vector<BearerPair> pairs_;
};

}  // namespace

Completeness completeness_of(const Bearers& bearers, std::uint32_t bearer) {
  const Bearer& one = bearers.all[bearer];
  if (one.id != 0) return Completeness::full;
  if (bearers.parts[one.name].num_full() < 2) return Completeness::name_in_part;
  return one.country == 0 ? Completeness::without_country : Completeness::full;
}

std::vector<BearerPair> bearer_pairs(const Bearers& bearers, const NamePairs& names, const PersonWeights& weights,
                                     double least, std::size_t block_cap, const Run& run) {
  std::vector<BearerPair> pairs = PairCollector(bearers, names, weights, least, block_cap).collect();
  check_stop(run);
  std::vector<std::uint8_t> paired(bearers.all.size(), 0);
  for (const BearerPair& pair : pairs) paired[pair.a] = paired[pair.b] = 1;
  std::vector<std::vector<std::uint32_t>> partners(bearers.all.size());
  for_blocks(run, bearers.all.size(), pairs_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) {
      if (paired[i] != 0) partners[i] = partner_sample(bearers, static_cast<std::uint32_t>(i));
    }
  });
  for_blocks(run, pairs.size(), pairs_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) {
      weigh_events(bearers, pairs[i].a, pairs[i].b, partners, weights, pairs[i].found);
    }
  });
  return pairs;
}

}  // namespace entente
