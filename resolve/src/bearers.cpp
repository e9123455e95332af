#include "bearers.hpp"

#include <entente/core/parallel.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t names_a_block = 4096;

std::vector<std::string> sorted_texts(const Interner& texts, const std::vector<std::uint32_t>& ranks) {
  std::vector<std::string> sorted(texts.size());
  for (std::uint32_t i = 0; i < texts.size(); ++i) sorted[ranks[i]] = texts.text(i);
  return sorted;
}

// Folds the names as worded; gives each the number of what is left among the sorted folded names.
std::vector<std::uint32_t> fold_names(const Interner& worded, Bearers& bearers, const Run& run) {
  std::vector<std::string> folded(worded.size());
  for_blocks(run, worded.size(), names_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view name = worded.text(static_cast<std::uint32_t>(i));
      folded[i] = fold_name(name);
      if (folded[i].empty()) folded[i] = name;
    }
  });
  std::vector<std::uint32_t> order(folded.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return folded[a] < folded[b]; });
  std::vector<std::uint32_t> name_of(folded.size());
  for (const std::uint32_t i : order) {
    if (bearers.names.empty() || bearers.names.back() != folded[i]) bearers.names.push_back(std::move(folded[i]));
    name_of[i] = static_cast<std::uint32_t>(bearers.names.size() - 1);
  }
  bearers.parts.resize(bearers.names.size());
  for_blocks(run, bearers.names.size(), names_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) bearers.parts[i] = parse_name(bearers.names[i]);
  });
  return name_of;
}

void enter_wordings(const Participations& told, const std::vector<std::uint32_t>& wording_rank, Bearers& bearers) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> told_by;  // bearer, wording
  for (std::size_t i = 0; i < told.appearances.size(); ++i) {
    if (told.appearances[i].wording != 0) {
      told_by.emplace_back(bearers.of_appearance[i], wording_rank[told.appearances[i].wording]);
    }
  }
  std::ranges::sort(told_by);
  const auto repeated = std::ranges::unique(told_by);
  told_by.erase(repeated.begin(), repeated.end());
  bearers.wordings_begin.assign(bearers.all.size() + 1, 0);
  for (const auto& [bearer, wording] : told_by) {
    ++bearers.wordings_begin[bearer + 1];
    bearers.wordings.push_back(wording);
  }
  std::partial_sum(bearers.wordings_begin.begin(), bearers.wordings_begin.end(), bearers.wordings_begin.begin());
}

// The bearers, their counts and military ranks.
void enter_bearers(const Participations& told, Bearers& bearers, const std::vector<std::uint32_t>& name_of) {
  const std::vector<std::uint32_t> country_rank = ranks_of(told.countries);
  const std::vector<std::uint32_t> id_rank = ranks_of(told.ids);
  const std::vector<std::uint32_t> rank_rank = ranks_of(told.ranks);
  bearers.countries = sorted_texts(told.countries, country_rank);
  bearers.ids = sorted_texts(told.ids, id_rank);
  const std::vector<std::uint32_t> wording_rank = ranks_of(told.offices);
  bearers.offices = sorted_texts(told.offices, wording_rank);
  struct Key {
    std::uint32_t name, country;
    std::uint8_t office;
    std::uint32_t wording, id, rank, appearance;

    [[nodiscard]] auto bearer() const { return std::tie(name, country, office, wording, id); }
    auto operator<=>(const Key&) const = default;
  };
  std::vector<Key> keys;
  keys.reserve(told.appearances.size());
  for (std::uint32_t i = 0; i < told.appearances.size(); ++i) {
    const Appearance& one = told.appearances[i];
    const bool in_part = bearers.parts[name_of[one.name]].num_full() < 2;
    keys.push_back({name_of[one.name], country_rank[one.country], one.office, in_part ? wording_rank[one.wording] : 0,
                    id_rank[one.id], rank_rank[one.rank], i});
  }
  std::ranges::sort(keys);
  bearers.of_appearance.resize(keys.size());
  std::uint64_t most_of_rank = 0;
  std::uint64_t of_rank = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Key& key = keys[i];
    const bool same_bearer = i > 0 && key.bearer() == keys[i - 1].bearer();
    if (!same_bearer) {
      bearers.all.push_back({.name = key.name,
                             .country = key.country,
                             .id = key.id,
                             .rank = 0,
                             .office = Office::of_code(key.office),
                             .wording = key.wording});
      most_of_rank = 0;
    }
    if (!same_bearer || key.rank != keys[i - 1].rank) of_rank = 0;
    of_rank += told.appearance_count[key.appearance];
    Bearer& bearer = bearers.all.back();
    bearer.participations += told.appearance_count[key.appearance];
    if (key.rank != 0 && of_rank > most_of_rank) {
      bearer.rank = key.rank;
      most_of_rank = of_rank;
    }
    bearers.of_appearance[key.appearance] = static_cast<std::uint32_t>(bearers.all.size() - 1);
  }
  enter_wordings(told, wording_rank, bearers);
  bearers.first_of_name.assign(bearers.names.size() + 1, 0);
  for (const Bearer& one : bearers.all) ++bearers.first_of_name[one.name + 1];
  std::partial_sum(bearers.first_of_name.begin(), bearers.first_of_name.end(), bearers.first_of_name.begin());
}

void enter_date(Bearer& bearer, const Date& date) {
  if (!bearer.earliest || date < *bearer.earliest) bearer.earliest = date;
  if (!date.has_year()) return;
  bearer.first = std::min(bearer.first, *date.first_day());
  bearer.last = std::max(bearer.last, *date.last_day());
}

void enter_events(const Participations& told, Bearers& bearers) {
  bearers.of_participation.resize(told.appearance_of.size());
  bearers.events_begin.assign(bearers.all.size() + 1, 0);
  for (std::size_t i = 0; i < told.appearance_of.size(); ++i) {
    bearers.of_participation[i] = bearers.of_appearance[told.appearance_of[i]];
    ++bearers.events_begin[bearers.of_participation[i] + 1];
  }
  std::partial_sum(bearers.events_begin.begin(), bearers.events_begin.end(), bearers.events_begin.begin());
  bearers.events.resize(told.appearance_of.size());
  std::vector<std::uint64_t> next(bearers.events_begin.begin(), bearers.events_begin.end() - 1);
  for (std::uint32_t record = 0; record < told.date_of.size(); ++record) {
    for (const std::uint32_t bearer : bearers.participants_of(record)) {
      bearers.events[next[bearer]++] = record;
      if (told.date_of[record]) enter_date(bearers.all[bearer], *told.date_of[record]);
    }
  }
}

}  // namespace

Bearers bearers_of(const Participations& told, const Run& run) {
  Bearers bearers;
  bearers.told = &told;
  bearers.record_begin = told.record_begin;
  const std::vector<std::uint32_t> name_of = fold_names(told.names, bearers, run);
  enter_bearers(told, bearers, name_of);
  enter_events(told, bearers);
  return bearers;
}

}  // namespace entente
