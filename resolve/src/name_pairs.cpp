#include "name_pairs.hpp"

#include "name_match.hpp"
#include "name_sounds.hpp"
#include "nicknames.hpp"

#include <entente/core/content_hash.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t names_a_key = 4096;
constexpr std::size_t pairs_a_key = 16384;
constexpr std::size_t key_window = 8;  // neighbours by letters in blocks that are too large
constexpr std::size_t most_anchors = 5;
// More slips or romanisations than one name sees in a life.
constexpr std::uint32_t typo_crowd = 3;
constexpr std::uint64_t slip_ratio = 20;
constexpr std::uint32_t romanisation_crowd = 24;

struct KeyedName {
  std::uint64_t key;
  std::uint32_t name;

  friend auto operator<=>(const KeyedName&, const KeyedName&) = default;
};

template <typename Item>
std::vector<Item> joined(std::vector<std::vector<Item>> blocks) {
  std::size_t size = 0;
  for (const auto& block : blocks) size += block.size();
  std::vector<Item> all;
  all.reserve(size);
  for (auto& block : blocks) {
    all.insert(all.end(), block.begin(), block.end());
    std::vector<Item>().swap(block);
  }
  return all;
}

std::uint64_t hash_of(std::initializer_list<std::string_view> parts) {
  ContentHash hash;
  for (const std::string_view part : parts) hash.add(part);
  return hash.value();
}

void enter_all(std::vector<std::string> keys, std::uint32_t name, std::vector<KeyedName>& entries) {
  std::ranges::sort(keys);
  ContentHash all;
  for (const std::string& key : keys) all.add(key);
  entries.push_back({all.value(), name});
}

// As another language reads the letters: French ch is sh (Choukri), German j is y (Jewgeni), đ stands for dj (Đinđić).
std::string read_otherwise(std::string word) {
  if (word.starts_with("ch")) word.front() = 's';
  for (std::size_t at = word.find("dj"); at != std::string::npos; at = word.find("dj", at + 1)) word.erase(at + 1, 1);
  if (word.starts_with('j')) word.front() = 'y';
  if (word.starts_with("gj")) word.replace(0, 2, "d");
  return word;
}

// Sobirzoda and Sobiri meet Sobirov.
std::string with_russian_ending(std::string word) {
  constexpr std::string_view endings[] = {"zoda", "zod", "i"};
  const auto* ending = std::ranges::find_if(endings, [&](std::string_view one) { return word.ends_with(one); });
  if (ending == std::end(endings) || word.size() < ending->size() + 4) return word;
  return word.replace(word.size() - ending->size(), ending->size(), "ov");
}

std::string without_particle(std::string word) {
  word.erase(0, glued_particle(word));
  return word;
}

// Enters the keys of the words that are no initials as another reading has them, if it has others.
template <typename Reading>
void enter_reading(const NameParts& parts, std::vector<std::string> keys, std::uint32_t name, const Reading& reading,
                   std::vector<KeyedName>& entries) {
  bool changed = false;
  auto key = keys.begin();
  for (const NameWord& word : parts.words) {
    if (word.initial) continue;
    const std::string other = reading(word.text);
    if (other != word.text) {
      *key = sound_key(sounds_of(other));
      changed = true;
    }
    ++key;
  }
  if (changed) enter_all(std::move(keys), name, entries);
}

// Enters the keys of the words as readers of the press that the name comes from hear them.
void enter_heard(const NameParts& parts, std::vector<std::string> keys, std::uint32_t name,
                 std::vector<KeyedName>& entries) {
  bool changed = false;
  auto key = keys.begin();
  for (const NameWord& word : parts.words) {
    if (word.initial) continue;
    if (!word.heard.empty()) {
      *key = sound_key(word.heard);
      changed = true;
    }
    ++key;
  }
  if (changed) enter_all(std::move(keys), name, entries);
}

void enter_keys(const NameParts& parts, std::uint32_t name, std::vector<KeyedName>& entries) {
  const std::size_t begin = entries.size();
  std::vector<std::string> keys;
  std::string together;
  for (const NameWord& word : parts.words) {
    const std::string_view formal = formal_name(word.text);
    keys.push_back(formal == word.text ? sound_key(word.sounds) : sound_key(sounds_of(formal)));
  }
  // All words in any order; one word written as two meets itself through the words put together.
  std::vector<std::string> sorted;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (parts.words[i].initial) continue;
    sorted.push_back(keys[i]);
    together += parts.words[i].text;
  }
  enter_all(sorted, name, entries);
  enter_reading(parts, sorted, name, read_otherwise, entries);
  enter_reading(parts, sorted, name, read_short_u, entries);
  enter_reading(parts, sorted, name, with_russian_ending, entries);
  enter_heard(parts, sorted, name, entries);
  enter_reading(parts, sorted, name, without_particle, entries);
  if (sorted.size() > 1) entries.push_back({hash_of({"together", sound_key(sounds_of(together))}), name});
  std::size_t anchors = 0;
  for (std::size_t i = 0; i < keys.size() && anchors < most_anchors; ++i) {
    if (parts.words[i].initial) continue;
    ++anchors;
    for (std::size_t j = 0; j < std::min(keys.size(), most_anchors + 1); ++j) {
      if (j == i) continue;
      const auto enter = [&](std::string_view initial) {
        entries.push_back({hash_of({"anchor", keys[i], initial.substr(0, 1)}), name});
      };
      enter(keys[j]);
      // Dick, whose formal name is Richard, may be D. or R.
      const std::string plain = sound_key(parts.words[j].sounds);
      if (plain.substr(0, 1) != keys[j].substr(0, 1)) enter(plain);
    }
  }
  std::sort(entries.begin() + static_cast<std::ptrdiff_t>(begin), entries.end());
  entries.erase(std::unique(entries.begin() + static_cast<std::ptrdiff_t>(begin), entries.end()), entries.end());
}

std::vector<KeyedName> sorted_entries(const Bearers& bearers, const Run& run) {
  std::vector<std::vector<KeyedName>> blocks((bearers.names.size() + names_a_key - 1) / names_a_key);
  for_blocks(run, bearers.names.size(), names_a_key, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t name = begin; name < end; ++name) {
      if (!bearers.parts[name].words.empty()) {
        enter_keys(bearers.parts[name], static_cast<std::uint32_t>(name), blocks[begin / names_a_key]);
      }
    }
  });
  std::vector<KeyedName> entries = joined(std::move(blocks));
  std::ranges::sort(entries);
  return entries;
}

// Two names as one number that sorts like the pair.
using PackedPair = std::uint64_t;
PackedPair packed(std::uint32_t a, std::uint32_t b) { return (PackedPair{a} << 32U) | b; }

std::vector<PackedPair> pairs_of_blocks(const std::vector<KeyedName>& entries, std::size_t block_cap,
                                        std::vector<std::uint8_t>& crowded) {
  std::vector<PackedPair> pairs;
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin;
    while (end < entries.size() && entries[end].key == entries[begin].key) ++end;
    const bool full = end - begin <= block_cap;
    for (std::size_t i = begin; i < end; ++i) {
      if (!full) crowded[entries[i].name] = 1;
      const std::size_t last = full ? end : std::min(end, i + 1 + key_window);
      for (std::size_t j = i + 1; j < last; ++j) pairs.push_back(packed(entries[i].name, entries[j].name));
    }
    begin = end;
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<NamePair> compared(const Bearers& bearers, const std::vector<PackedPair>& pairs,
                               const PersonWeights& weights, const Run& run) {
  std::vector<std::vector<NamePair>> blocks((pairs.size() + pairs_a_key - 1) / pairs_a_key);
  for_blocks(run, pairs.size(), pairs_a_key, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto a = static_cast<std::uint32_t>(pairs[i] >> 32U);
      const auto b = static_cast<std::uint32_t>(pairs[i]);
      const NameComparison one = compare_parts(bearers.parts[a], bearers.parts[b], weights);
      if (one.agreement != NameAgreement::contradiction) blocks[begin / pairs_a_key].push_back({a, b, one});
    }
  });
  return joined(std::move(blocks));
}

// Participations under each name.
std::vector<std::uint64_t> frequencies(const Bearers& bearers) {
  std::vector<std::uint64_t> of_name(bearers.names.size(), 0);
  for (const Bearer& one : bearers.all) of_name[one.name] += one.participations;
  return of_name;
}

bool have_the_same_words(const NameParts& a, const NameParts& b) {
  const auto text = &NameWord::text;
  return a.words.size() == b.words.size() && std::ranges::is_permutation(a.words, b.words, {}, text, text);
}

// A slip is rare beside the name as it should be. Where many names of like frequency are a letter apart they are no
// slips, and where several frequent ones are, nobody knows of which.
void weigh_slips(NamePairs& found, std::span<const NameParts> parts, const std::vector<std::uint64_t>& frequency,
                 const PersonWeights& weights) {
  std::vector<std::uint32_t> slips(frequency.size());   // of others, not much rarer
  std::vector<std::uint32_t> usual(frequency.size());   // of those, the most frequent one
  std::vector<std::uint8_t> unclear(frequency.size());  // whether another is much more frequent too
  std::vector<std::uint32_t> romanisations(frequency.size());
  std::iota(usual.begin(), usual.end(), 0U);
  found.slips.assign(frequency.size(), 0);
  const auto is_rare_beside = [&](std::uint32_t name, std::uint32_t other) {
    return frequency[name] * slip_ratio <= frequency[other];
  };
  for (const NamePair& one : found.pairs) {
    for (const auto& [name, other] : {std::pair(one.a, one.b), std::pair(one.b, one.a)}) {
      if ((one.comparison.variations & name_transliterated) != 0) ++romanisations[name];
      if ((one.comparison.variations & name_typo) == 0 || is_rare_beside(other, name)) continue;
      ++slips[name];
      if (!is_rare_beside(name, other)) continue;
      if (frequency[usual[name]] < frequency[other]) usual[name] = other;
    }
  }
  // The words of the usual name in another order are no other name, nor is what is itself rare beside it.
  const auto is_another = [&](std::uint32_t name, std::uint32_t other) {
    return other != usual[name] && !is_rare_beside(other, usual[name]) &&
           !have_the_same_words(parts[other], parts[usual[name]]);
  };
  for (const NamePair& one : found.pairs) {
    if ((one.comparison.variations & name_typo) == 0) continue;
    for (const auto& [name, other] : {std::pair(one.a, one.b), std::pair(one.b, one.a)}) {
      if (is_rare_beside(name, other) && is_another(name, other)) unclear[name] = 1;
    }
  }
  for (NamePair& one : found.pairs) {
    const bool slip = (one.comparison.variations & name_typo) != 0;
    const bool romanised = (one.comparison.variations & name_transliterated) != 0;
    const bool a_slips = slip && is_rare_beside(one.a, one.b) && unclear[one.a] == 0;
    const bool b_slips = slip && is_rare_beside(one.b, one.a) && unclear[one.b] == 0;
    const bool clear = a_slips || b_slips;
    const bool crowd = (slip && !clear && std::max(slips[one.a], slips[one.b]) > typo_crowd) ||
                       (romanised && std::max(romanisations[one.a], romanisations[one.b]) > romanisation_crowd);
    if (clear) {
      found.slips[a_slips ? one.a : one.b] = 1;
      one.comparison.log_odds += weights.typo_rare;
      one.comparison.variations |= name_slip;
    }
    if (crowd) one.comparison.log_odds += weights.typo_crowd;
  }
}

}  // namespace

NamePairs name_pairs(const Bearers& bearers, const PersonWeights& weights, std::size_t block_cap, const Run& run) {
  NamePairs found;
  found.crowded.assign(bearers.names.size(), 0);
  const std::vector<PackedPair> pairs = pairs_of_blocks(sorted_entries(bearers, run), block_cap, found.crowded);
  check_stop(run);
  found.pairs = compared(bearers, pairs, weights, run);
  weigh_slips(found, bearers.parts, frequencies(bearers), weights);
  return found;
}

}  // namespace entente
