#pragma once

#include <entente/io/report.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// What of a network the page tells.
struct ReportSelection {
  static constexpr std::uint32_t left_out = 0xFFFFFFFF;

  std::vector<PersonId> persons;            ///< ascending
  std::vector<std::uint32_t> person_place;  ///< [num_persons]: its place among `persons`, or `left_out`
  std::vector<EventId> events;              ///< ascending
  std::vector<std::uint32_t> event_place;   ///< [num_events]: its place among `events`, or `left_out`
};

/// The persons of greatest strength and the newest events with one of them, up to the limits.
[[nodiscard]] ReportSelection select_for_report(const ReportDocument& report);

/// For each of `selection.events` whether it is among the newest three of a tie.
[[nodiscard]] std::vector<std::uint8_t> newest_of_ties(const ReportDocument& report, const ReportSelection& selection);

}  // namespace entente
