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

/// Regroups ties by their greater person. The ties of person p stand from `offsets[p]` to `offsets[p + 1]` of `others`,
/// ascending. To write each tie at once where it belongs would wait for memory twice a tie: ties are first sorted into
/// buckets of few greater persons, then placed bucket by bucket, in the cache; as many persons at a time as the ties in
/// between may take memory. `Value` is what a tie carries along. Refers to the arguments of its constructor.
template <typename Value>
class Transposition {
 public:
  /// About `most_staged` ties are in between at a time.
  Transposition(std::span<const std::uint64_t> offsets, std::span<const PersonId> others, Workers& workers,
                std::size_t most_staged = std::size_t{1} << 24U)
      : offsets_(offsets), others_(others), workers_(workers), most_staged_(most_staged) {}

  /// Calls `place(other, person, value_of(tie))` for every tie; for each `other` from one thread, by ascending
  /// `person`. O(ties + persons).
  template <typename ValueOf, typename Place>
  void run(const ValueOf& value_of, const Place& place) {
    const std::size_t ranges = others_.size() / most_staged_ + 1;
    const std::size_t persons_a_range = (num_persons() / persons_a_bucket / ranges + 1) * persons_a_bucket;
    for (begin_ = 0; begin_ < num_persons(); begin_ = end_) {
      end_ = std::min(num_persons(), begin_ + persons_a_range);
      stage(value_of);
      workers_.for_blocks(buckets_.size() - 1, 1, [&](std::size_t bucket, std::size_t, std::size_t) {
        for (std::uint64_t at = buckets_[bucket]; at < buckets_[bucket + 1]; ++at) {
          place(PersonId(staged_[at].other), PersonId(staged_[at].person), staged_[at].value);
        }
      });
    }
  }

 private:
  struct Staged {
    std::uint32_t other;
    std::uint32_t person;
    Value value;
  };
  static constexpr std::size_t persons_a_bucket = 2048;
  static constexpr std::size_t blocks = 64;

  [[nodiscard]] std::size_t num_persons() const { return offsets_.size() - 1; }

  // The ties of the range by buckets, and within each by person: how many each block of rows has for each bucket tells
  // where it writes them.
  template <typename ValueOf>
  void stage(const ValueOf& value_of) {
    const std::size_t num_buckets = (end_ - begin_ + persons_a_bucket - 1) / persons_a_bucket;
    std::vector<std::vector<std::uint64_t>> next(blocks, std::vector<std::uint64_t>(num_buckets));
    for_rows([&next, first = begin_, others = others_.data()](std::size_t block, std::size_t, std::uint64_t tie,
                                                              std::uint64_t row_end) {
      std::uint64_t* const counts = next[block].data();
      for (; tie < row_end; ++tie) ++counts[(others[tie].index() - first) / persons_a_bucket];
    });
    buckets_.assign(num_buckets + 1, 0);
    std::uint64_t staged = 0;
    for (std::size_t bucket = 0; bucket < num_buckets; ++bucket) {
      buckets_[bucket] = staged;
      for (auto& of_block : next) of_block[bucket] = std::exchange(staged, staged + of_block[bucket]);
    }
    buckets_[num_buckets] = staged;
    if (staged_.size() < staged) staged_.resize(staged);
    for_rows([&, first = begin_, others = others_.data(), to = staged_.data()](
                 std::size_t block, std::size_t person, std::uint64_t tie, std::uint64_t row_end) {
      std::uint64_t* const places = next[block].data();
      for (; tie < row_end; ++tie) {
        const std::size_t other = others[tie].index();
        to[places[(other - first) / persons_a_bucket]++] = {static_cast<std::uint32_t>(other),
                                                            static_cast<std::uint32_t>(person), value_of(tie)};
      }
    });
  }

  // The part of each row whose others lie in the range; blocks of rows side by side.
  template <typename Visit>
  void for_rows(const Visit& visit) const {
    const std::size_t rows_a_block = num_persons() / blocks + 1;
    workers_.for_blocks(num_persons(), rows_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      const PersonId* const others = others_.data();
      for (std::size_t person = begin; person < end; ++person) {
        const PersonId* from = others + offsets_[person];
        const PersonId* to = others + offsets_[person + 1];
        if (begin_ > 0) from = std::lower_bound(from, to, PersonId(begin_));
        if (end_ < num_persons()) to = std::lower_bound(from, to, PersonId(end_));
        visit(begin / rows_a_block, person, static_cast<std::uint64_t>(from - others),
              static_cast<std::uint64_t>(to - others));
      }
    });
  }

  std::span<const std::uint64_t> offsets_;
  std::span<const PersonId> others_;
  Workers& workers_;
  std::size_t most_staged_;
  std::size_t begin_ = 0;  // of the persons under way
  std::size_t end_ = 0;
  std::vector<std::uint64_t> buckets_;  // where each begins
  HugeVector<Staged> staged_;
};

}  // namespace entente
