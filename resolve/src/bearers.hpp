#pragma once

#include "name_parts.hpp"
#include "office.hpp"
#include "participations.hpp"

#include <entente/core/date.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// A name in one country and one class of office, with the identifier that came along: what is taken for one person
/// from the start, and joined with others or not. A name told in part (a lone surname, with initials) may be that of
/// many: there an office without a class counts as it is worded. Texts are ranks among the sorted texts, 0 the empty
/// one.
struct Bearer {
  std::uint32_t name = 0;
  std::uint32_t country = 0;
  std::uint32_t id = 0;
  std::uint32_t rank = 0;  ///< the military rank told most often
  Office office = {};
  std::uint32_t wording = 0;  ///< of an office without a class, where the name is told in part
  std::uint64_t participations = 0;
  Day first = std::numeric_limits<Day>::max();  ///< of the dated events
  Day last = std::numeric_limits<Day>::min();
  std::optional<Date> earliest = {};  ///< by the order of dates, partial ones too

  [[nodiscard]] bool is_dated() const { return first <= last; }
};

/// All bearers and who met whom. Numbers follow the texts, never the order of records.
struct Bearers {
  std::vector<std::string> names;  ///< folded, sorted; the name as worded where folding leaves nothing
  std::vector<NameParts> parts;    ///< by name
  std::vector<std::string> countries;
  std::vector<std::string> ids;
  std::vector<std::string> offices;             ///< those without a class, folded
  std::vector<Bearer> all;                      ///< by name, country, office, wording, id
  std::vector<std::uint32_t> wordings_begin;    ///< [bearers + 1] into `wordings`
  std::vector<std::uint32_t> wordings;          ///< of each bearer's offices without a class, ascending
  std::vector<std::uint32_t> first_of_name;     ///< [names + 1] into `all`
  std::vector<std::uint32_t> of_appearance;     ///< the bearer of each appearance
  std::vector<std::uint32_t> of_participation;  ///< the bearer of each participation
  std::span<const std::uint64_t> record_begin;
  std::vector<std::uint64_t> events_begin;  ///< [bearers + 1] into `events`
  std::vector<std::uint32_t> events;        ///< the records of each bearer
  const Participations* told = nullptr;     ///< borrowed

  [[nodiscard]] std::span<const std::uint32_t> events_of(std::uint32_t bearer) const {
    return std::span(events).subspan(events_begin[bearer], events_begin[bearer + 1] - events_begin[bearer]);
  }
  [[nodiscard]] std::span<const std::uint32_t> wordings_of(std::uint32_t bearer) const {
    return std::span(wordings).subspan(wordings_begin[bearer], wordings_begin[bearer + 1] - wordings_begin[bearer]);
  }
  [[nodiscard]] std::span<const std::uint32_t> participants_of(std::uint32_t record) const {
    return std::span(of_participation).subspan(record_begin[record], record_begin[record + 1] - record_begin[record]);
  }
};

/// O(participations + distinct texts · log). Names are folded and taken to pieces on all threads.
[[nodiscard]] Bearers bearers_of(const Participations& told, const Run& run);

}  // namespace entente
