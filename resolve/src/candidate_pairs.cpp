#include "candidate_pairs.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <tuple>

namespace entente {

namespace {

constexpr std::size_t most_persons = 24;
constexpr std::size_t blocks_a_task = 512;
constexpr int most_years = 60;

struct Entry {
  std::uint64_t block;  // the two persons
  std::uint32_t record;
};

struct Dated {
  Day day;
  std::uint32_t record;

  friend auto operator<=>(const Dated&, const Dated&) = default;
};

// The persons by whom a record is found.
std::vector<std::uint32_t> leading_persons(const Telling& telling, const std::vector<std::uint32_t>& frequency) {
  std::vector<std::uint32_t> persons;
  for (const Attendee& one : telling.attendees) persons.push_back(one.person);
  if (persons.size() <= most_persons) return persons;
  std::ranges::sort(persons, {}, [&](std::uint32_t person) { return std::pair(frequency[person], person); });
  persons.erase(persons.begin() + most_persons / 2, persons.end() - most_persons / 2);
  std::ranges::sort(persons);
  return persons;
}

std::uint64_t block_of(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32U) | b; }

class Blocks {
 public:
  explicit Blocks(std::span<const Telling> tellings) {
    std::vector<std::uint32_t> frequency;
    for (const Telling& telling : tellings) {
      for (const Attendee& one : telling.attendees) {
        if (one.person >= frequency.size()) frequency.resize(one.person + 1, 0);
        ++frequency[one.person];
      }
    }
    persons_.reserve(tellings.size());
    for (std::uint32_t record = 0; record < tellings.size(); ++record) {
      persons_.push_back(leading_persons(tellings[record], frequency));
      const std::vector<std::uint32_t>& persons = persons_.back();
      for (std::size_t a = 0; a < persons.size(); ++a) {
        // Somebody who stands in one record shares nothing.
        if (frequency[persons[a]] == 1) continue;
        for (std::size_t b = a + 1; b < persons.size(); ++b) {
          if (frequency[persons[b]] > 1) entries_.push_back({block_of(persons[a], persons[b]), record});
        }
      }
    }
    std::ranges::sort(entries_, {}, [](const Entry& entry) { return std::pair(entry.block, entry.record); });
    for (std::size_t begin = 0; begin < entries_.size();) {
      std::size_t end = begin;
      while (end < entries_.size() && entries_[end].block == entries_[begin].block) ++end;
      if (end - begin > 1) ranges_.emplace_back(begin, end);
      begin = end;
    }
  }

  [[nodiscard]] std::size_t size() const { return ranges_.size(); }
  [[nodiscard]] std::span<const Entry> operator[](std::size_t block) const {
    return std::span(entries_).subspan(ranges_[block].first, ranges_[block].second - ranges_[block].first);
  }

  // The first block that holds both records.
  [[nodiscard]] bool is_first(std::uint64_t block, std::uint32_t a, std::uint32_t b) const {
    std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
    for (auto left = persons_[a].begin(), right = persons_[b].begin();
         left != persons_[a].end() && right != persons_[b].end();) {
      if (*left == *right) {
        if (first != std::numeric_limits<std::uint32_t>::max()) return block == block_of(first, *left);
        first = *left;
        ++left;
        ++right;
      } else if (*left < *right) {
        ++left;
      } else {
        ++right;
      }
    }
    return false;
  }

 private:
  std::vector<std::vector<std::uint32_t>> persons_;
  std::vector<Entry> entries_;
  std::vector<std::pair<std::size_t, std::size_t>> ranges_;
};

// Looks for pairs in one block at a time.
class BlockSearch {
 public:
  BlockSearch(std::span<const Telling> tellings, std::uint32_t max_compared)
      : tellings_(tellings), most_(max_compared) {}

  template <typename Visit>
  void search(std::span<const Entry> block, const Visit& visit) {
    days_.clear();
    partial_.clear();
    for (const Entry& entry : block) {
      const std::optional<Date>& date = tellings_[entry.record].date.date;
      if (date && date->is_day()) {
        days_.push_back({*date->first_day(), entry.record});
      } else {
        partial_.push_back(entry.record);
      }
    }
    std::ranges::sort(days_);
    for (std::size_t i = 0; i < days_.size(); ++i) {
      // As many of the same day as of the next one: where the first are many, the others are not to be forgotten.
      visit_from(i + 1, days_[i].day, days_[i].record, visit);
      visit_from(first_of(days_[i].day + 1), days_[i].day + 1, days_[i].record, visit);
    }
    for (std::size_t i = 0; i < partial_.size(); ++i) {
      const std::size_t end = std::min(partial_.size(), i + 1 + most_);
      for (std::size_t j = i + 1; j < end; ++j) visit(partial_[i], partial_[j]);
      visit_days(partial_[i], visit);
    }
  }

 private:
  [[nodiscard]] std::size_t first_of(Day day) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(days_, day, {}, &Dated::day) - days_.begin());
  }

  template <typename Visit>
  void visit_from(std::size_t begin, Day last, std::uint32_t record, const Visit& visit) const {
    const std::size_t end = std::min(days_.size(), begin + most_);
    for (std::size_t at = begin; at < end && days_[at].day <= last; ++at) visit(record, days_[at].record);
  }

  // Those dated to the day that a record may mean which is not.
  template <typename Visit>
  void visit_days(std::uint32_t record, const Visit& visit) const {
    if (days_.empty()) return;
    const ToldDate& told = tellings_[record].date;
    if (!told.date) {
      const Day last = told.published ? *told.published : days_.back().day;
      constexpr Day week = 7;
      visit_from(told.published ? first_of(last - week) : 0, last, record, visit);
    } else if (told.date->has_year()) {
      visit_from(first_of(*told.date->first_day()), *told.date->last_day(), record, visit);
    } else {
      const int first = Date::from_day(days_.front().day).year();
      const int last = std::min(first + most_years, Date::from_day(days_.back().day).year());
      for (int year = first; year <= last; ++year) {
        const std::optional<Date> date = Date::from_parts(year, told.date->month(), told.date->day());
        if (date) visit_from(first_of(*date->first_day()), *date->last_day(), record, visit);
      }
    }
  }

  std::span<const Telling> tellings_;
  std::size_t most_;
  std::vector<Dated> days_;
  std::vector<std::uint32_t> partial_;
};

}  // namespace

std::vector<RecordPair> candidate_pairs(std::span<const Telling> tellings, std::uint32_t max_compared,
                                        const std::function<bool(std::uint32_t, std::uint32_t)>& keep, const Run& run) {
  const Blocks blocks(tellings);
  std::vector<std::vector<RecordPair>> found((blocks.size() + blocks_a_task - 1) / blocks_a_task);
  for_blocks(run, blocks.size(), blocks_a_task, [&](std::size_t begin, std::size_t end, std::size_t) {
    BlockSearch search(tellings, max_compared);
    std::vector<RecordPair>& pairs = found[begin / blocks_a_task];
    for (std::size_t at = begin; at < end; ++at) {
      const std::uint64_t block = blocks[at].front().block;
      search.search(blocks[at], [&](std::uint32_t one, std::uint32_t other) {
        const auto [a, b] = std::minmax(one, other);
        if (relate(tellings[a].date, tellings[b].date) == DateRelation::contradictory) return;
        if (blocks.is_first(block, a, b) && keep(a, b)) pairs.emplace_back(a, b);
      });
    }
  });
  std::vector<RecordPair> all;
  for (const std::vector<RecordPair>& pairs : found) all.insert(all.end(), pairs.begin(), pairs.end());
  std::ranges::sort(all);
  const auto repeated = std::ranges::unique(all);
  all.erase(repeated.begin(), repeated.end());
  return all;
}

}  // namespace entente
