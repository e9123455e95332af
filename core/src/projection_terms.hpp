#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/huge_pages.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/projection.hpp>

#include <cstdint>
#include <vector>

namespace entente {

/// An event as the rows need it, all in one place: to look at an event costs waiting for memory once, not thrice.
struct EventShare {
  static constexpr std::uint32_t no_begin = ~std::uint32_t{0};

  const PersonId* participants;
  double amount;        ///< what it adds to the tie of each two participants
  std::uint32_t size;   ///< the number of participants; 0 where it makes no ties
  std::uint32_t begin;  ///< the place of its date among all dates by first day; `no_begin` without a year
  std::uint32_t end;    ///< its place by last day, counted from 1; 0 without a year
};

/// What the rows of a projection are gathered from. Dates stand in two orders, so that the earliest and the latest one
/// are found by comparing whole numbers.
struct ProjectionTerms {
  HugeVector<EventShare> shares;  ///< [num_events]; valid while the graph lives
  std::vector<double> activity;   ///< [num_persons], Σ f over each person's events; empty where no weight needs it
  std::vector<CompactDate> by_begin;
  std::vector<CompactDate> by_end;
  Weight weight = Weight::count;
  bool amounts_are_ones = true;  ///< or 0: the sum of amounts is the number of events

  [[nodiscard]] CompactDate first(std::uint32_t begin) const {
    return begin == EventShare::no_begin ? CompactDate() : by_begin[begin];
  }
  [[nodiscard]] CompactDate last(std::uint32_t end) const { return end == 0 ? CompactDate() : by_end[end - 1]; }
  /// The weight of the tie of two persons over whose shared events the amounts sum to `shared`.
  [[nodiscard]] double weight_of(PersonId a, PersonId b, double shared) const;
};

/// Throws `Error` (`bad_option`) as `event_factors` does. O(participations + events · log of the distinct dates).
[[nodiscard]] ProjectionTerms projection_terms(const EventGraph& graph, const ProjectionOptions& options,
                                               Workers& workers);

}  // namespace entente
