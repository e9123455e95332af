#pragma once

#include <entente/core/huge_pages.hpp>
#include <entente/core/ids.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace entente {

/// Regroups rows of persons, of a person's ties or an event's participants, by the person who stands in them. Row r
/// stands from `offsets[r]` to `offsets[r + 1]` of `persons`, ascending. To write each entry at once where it belongs
/// would wait for memory twice an entry: entries are first sorted into buckets of few persons, then placed bucket by
/// bucket, in the cache; as many persons at a time as the entries in between may take memory. `Value` is what an entry
/// carries along. Refers to the arguments of its constructor.
template <typename Value>
class Transposition {
 public:
  /// About `most_staged` entries are in between at a time.
  Transposition(std::span<const std::uint64_t> offsets, std::span<const PersonId> persons, std::size_t num_persons,
                Workers& workers, std::size_t most_staged = std::size_t{1} << 24U)
      : offsets_(offsets), persons_(persons), num_persons_(num_persons), workers_(workers), most_staged_(most_staged) {}

  /// Calls `place(person, row, value_of(entry))` for every entry; for each person from one thread, by ascending row.
  /// O(entries + persons + rows).
  template <typename ValueOf, typename Place>
  void run(const ValueOf& value_of, const Place& place) {
    const std::size_t ranges = persons_.size() / most_staged_ + 1;
    const std::size_t persons_a_range = (num_persons_ / persons_a_bucket / ranges + 1) * persons_a_bucket;
    for (begin_ = 0; begin_ < num_persons_; begin_ = end_) {
      end_ = std::min(num_persons_, begin_ + persons_a_range);
      stage(value_of);
      workers_.for_blocks(buckets_.size() - 1, 1, [&](std::size_t bucket, std::size_t, std::size_t) {
        for (std::uint64_t at = buckets_[bucket]; at < buckets_[bucket + 1]; ++at) {
          place(PersonId(staged_[at].person), staged_[at].row, staged_[at].value);
        }
      });
    }
  }

 private:
  struct Staged {
    std::uint32_t person;
    std::uint32_t row;
    [[no_unique_address]] Value value;
  };
  static constexpr std::size_t persons_a_bucket = 2048;
  static constexpr std::size_t blocks = 64;

  [[nodiscard]] std::size_t num_rows() const { return offsets_.size() - 1; }

  // The entries of the range by buckets, and within each by row: how many each block of rows has for each bucket tells
  // where it writes them.
  template <typename ValueOf>
  void stage(const ValueOf& value_of) {
    const std::size_t num_buckets = (end_ - begin_ + persons_a_bucket - 1) / persons_a_bucket;
    std::vector<std::vector<std::uint64_t>> next(blocks, std::vector<std::uint64_t>(num_buckets));
    for_rows([&next, first = begin_, persons = persons_.data()](std::size_t block, std::size_t, std::uint64_t entry,
                                                                std::uint64_t row_end) {
      std::uint64_t* const counts = next[block].data();
      for (; entry < row_end; ++entry) ++counts[(persons[entry].index() - first) / persons_a_bucket];
    });
    buckets_.assign(num_buckets + 1, 0);
    std::uint64_t staged = 0;
    for (std::size_t bucket = 0; bucket < num_buckets; ++bucket) {
      buckets_[bucket] = staged;
      for (auto& of_block : next) of_block[bucket] = std::exchange(staged, staged + of_block[bucket]);
    }
    buckets_[num_buckets] = staged;
    if (staged_.size() < staged) staged_.resize(staged);
    for_rows([&, first = begin_, persons = persons_.data(), to = staged_.data()](
                 std::size_t block, std::size_t row, std::uint64_t entry, std::uint64_t row_end) {
      std::uint64_t* const places = next[block].data();
      for (; entry < row_end; ++entry) {
        const std::size_t person = persons[entry].index();
        to[places[(person - first) / persons_a_bucket]++] = {static_cast<std::uint32_t>(person),
                                                             static_cast<std::uint32_t>(row), value_of(entry)};
      }
    });
  }

  // The part of each row whose persons lie in the range; blocks of rows side by side.
  template <typename Visit>
  void for_rows(const Visit& visit) const {
    const std::size_t rows_a_block = num_rows() / blocks + 1;
    workers_.for_blocks(num_rows(), rows_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      const PersonId* const persons = persons_.data();
      for (std::size_t row = begin; row < end; ++row) {
        const PersonId* from = persons + offsets_[row];
        const PersonId* to = persons + offsets_[row + 1];
        if (begin_ > 0) from = std::lower_bound(from, to, PersonId(begin_));
        if (end_ < num_persons_) to = std::lower_bound(from, to, PersonId(end_));
        visit(begin / rows_a_block, row, static_cast<std::uint64_t>(from - persons),
              static_cast<std::uint64_t>(to - persons));
      }
    });
  }

  std::span<const std::uint64_t> offsets_;
  std::span<const PersonId> persons_;
  std::size_t num_persons_;
  Workers& workers_;
  std::size_t most_staged_;
  std::size_t begin_ = 0;  // of the persons under way
  std::size_t end_ = 0;
  std::vector<std::uint64_t> buckets_;  // where each begins
  HugeVector<Staged> staged_;
};

}  // namespace entente
