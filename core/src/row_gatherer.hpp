#pragma once

#include "projection_terms.hpp"

#include <entente/core/event_graph.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// The persons of a row, put in order: few by sorting, many by marking them in a bitmap and reading it from the start,
/// which costs a step a person and one a word that is marked.
class RowOrder {
 public:
  explicit RowOrder(std::size_t num_persons)
      : words_(num_persons / word_bits + 1, 0), summary_(words_.size() / word_bits + 1, 0) {}

  void sort(std::span<std::uint32_t> persons) {
    if (persons.size() < fewest_marked) {
      std::ranges::sort(persons);
      return;
    }
    for (const std::uint32_t person : persons) {
      words_[person / word_bits] |= std::uint64_t{1} << person % word_bits;
      summary_[person / word_bits / word_bits] |= std::uint64_t{1} << person / word_bits % word_bits;
    }
    auto next = persons.begin();
    for (std::size_t block = 0; block < summary_.size(); ++block) {
      for (; summary_[block] != 0; summary_[block] &= summary_[block] - 1) {
        const std::size_t word = block * word_bits + static_cast<std::size_t>(std::countr_zero(summary_[block]));
        for (; words_[word] != 0; words_[word] &= words_[word] - 1) {
          *next++ =
              static_cast<std::uint32_t>(word * word_bits + static_cast<std::size_t>(std::countr_zero(words_[word])));
        }
      }
    }
  }

 private:
  static constexpr std::size_t word_bits = 64;
  static constexpr std::size_t fewest_marked = 48;

  std::vector<std::uint64_t> words_;
  std::vector<std::uint64_t> summary_;
};

/// Calls `visit` for the shares of a person's events that make ties, in ascending order. The events of a person lie far
/// apart; their shares, and then their participants, are asked of the memory a few events ahead.
template <typename Visit, typename Approach>
void for_shares(const EventGraph& graph, const ProjectionTerms& terms, PersonId person, const Visit& visit,
                const Approach& approach) {
  constexpr std::size_t shares_ahead = 16;
  constexpr std::size_t participants_ahead = 9;
  constexpr std::size_t entries_ahead = 2;
  const std::span<const EventId> events = graph.events_of(person);
  const auto share_of = [&](std::size_t i) -> const EventShare& { return terms.shares[events[i].index()]; };
  for (std::size_t i = 0; i < std::min(shares_ahead, events.size()); ++i) __builtin_prefetch(&share_of(i));
  for (std::size_t i = 0; i < std::min(participants_ahead, events.size()); ++i) {
    __builtin_prefetch(share_of(i).participants);
  }
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (i + shares_ahead < events.size()) __builtin_prefetch(&share_of(i + shares_ahead));
    if (i + participants_ahead < events.size()) __builtin_prefetch(share_of(i + participants_ahead).participants);
    if (i + entries_ahead < events.size()) approach(share_of(i + entries_ahead));
    visit(share_of(i));
  }
}

/// The tie under way between the person of a row and another one; as it is made, it is that of nobody.
struct CountedTie {
  static constexpr std::uint32_t nobody = ~std::uint32_t{0};

  std::uint32_t other = nobody;
  std::uint32_t events = 0;
  std::uint32_t begin = EventShare::no_begin;
  std::uint32_t end = 0;

  [[nodiscard]] double sum() const { return events; }
  void add(const EventShare& share) {
    ++events;
    begin = std::min(begin, share.begin);
    end = std::max(end, share.end);
  }
};
struct SummedTie : CountedTie {
  double amounts = 0;

  [[nodiscard]] double sum() const { return amounts; }
  void add(const EventShare& share) {
    CountedTie::add(share);
    amounts += share.amount;
  }
};

/// Gathers the ties of one person after another with persons of greater ids. Sums run over the shared events in
/// ascending order. Short rows, nearly all of them, are gathered in a small hash table that stays in the cache; long
/// ones in an array with an entry for everybody, of which only those touched are cleared. Each worker has its own.
template <typename Entry>
class RowGatherer {
 public:
  RowGatherer(const EventGraph& graph, const ProjectionTerms& terms)
      : graph_(graph), terms_(terms), order_(graph.num_persons()) {
    others_.resize(graph.num_persons() + 1);
    table_.resize(largest_table);
  }

  /// The others of the row of `person`, in no order; there are `at_most` so many.
  std::span<std::uint32_t> gather(PersonId person, std::uint32_t at_most) {
    size_ = 0;
    const std::size_t wanted = std::bit_ceil(room * (std::size_t{at_most} + 1));
    is_dense_ = wanted > largest_table;
    if (is_dense_) {
      prepare_dense();
      const auto approach = [this, person](const EventShare& share) {
        for (std::uint32_t i = share.size; i > 0 && share.participants[i - 1] > person; --i) {
          __builtin_prefetch(&dense_[share.participants[i - 1].index()]);
        }
      };
      gather_into(person, [this](std::uint32_t other) -> Entry& { return dense_[other]; }, approach);
    } else {
      mask_ = static_cast<std::uint32_t>(wanted - 1);
      gather_into(person, [this](std::uint32_t other) -> Entry& { return slot(other); }, [](const EventShare&) {});
    }
    return std::span(others_).first(size_);
  }

  void sort(std::span<std::uint32_t> others) { order_.sort(others); }
  [[nodiscard]] const Entry& entry(std::uint32_t other) { return is_dense_ ? dense_[other] : slot(other); }

  /// To be called when all is done with a row.
  void forget() {
    if (is_dense_) {
      for (const std::uint32_t other : std::span(others_).first(size_)) dense_[other] = Entry();
    } else {
      std::fill_n(table_.begin(), mask_ + 1, Entry());
    }
  }

 private:
  static constexpr std::size_t room = 2;  // slots for each tie, so that few stand where another would
  static constexpr std::size_t largest_table = 2048;

  void prepare_dense() {
    if (dense_.empty()) dense_.assign(graph_.num_persons(), Entry());
  }

  Entry& slot(std::uint32_t other) {
    std::uint32_t at = static_cast<std::uint32_t>((other * std::uint64_t{0x9E3779B97F4A7C15U}) >> 40U) & mask_;
    while (table_[at].other != other && table_[at].other != Entry::nobody) at = (at + 1) & mask_;
    return table_[at];
  }

  template <typename EntryOf, typename Approach>
  void gather_into(PersonId person, const EntryOf& entry_of, const Approach& approach) {
    for_shares(
        graph_, terms_, person,
        [&](const EventShare& share) {
          for (std::uint32_t i = share.size; i > 0 && share.participants[i - 1] > person; --i) {
            const auto other = static_cast<std::uint32_t>(share.participants[i - 1].index());
            Entry& entry = entry_of(other);
            // Whether two met before is hard to foretell: without a branch on it the processor need not.
            entry.other = other;
            others_[size_] = other;
            size_ += entry.events == 0 ? 1U : 0U;
            entry.add(share);
          }
        },
        approach);
  }

  const EventGraph& graph_;
  const ProjectionTerms& terms_;
  RowOrder order_;
  HugeVector<std::uint32_t> others_;
  std::size_t size_ = 0;
  bool is_dense_ = false;
  HugeVector<Entry> dense_;
  std::vector<Entry> table_;
  std::uint32_t mask_ = 0;
};

}  // namespace entente
