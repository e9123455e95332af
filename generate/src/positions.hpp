#pragma once

#include "corpus_parts.hpp"

#include <cstdint>
#include <string_view>

namespace entente::generate {

/// What somebody is on a day.
struct Position {
  std::string_view title;          ///< "Minister of Defence", "Adviser to the Prime Minister"
  const Office* office = nullptr;  ///< the office with one holder, or null for one of a staff
};

/// The office that the person holds, or else one of the staff, which changes every few years.
[[nodiscard]] Position position_of(const CorpusParts& parts, std::uint32_t person, Day day);

[[nodiscard]] const Country& country_of(const CorpusParts& parts, std::uint32_t person);

}  // namespace entente::generate
