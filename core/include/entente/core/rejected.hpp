#pragma once

#include <entente/core/error.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What is wrong with one piece of input.
enum class Defect : std::uint8_t {
  invalid_utf8,
  invalid_json,
  invalid_csv,
  wrong_field_type,
  unknown_field,
  missing_participants,
  nameless_participant,
  duplicate_event,
  invalid_date,
  unknown_event_type,
  unknown_role,
  invalid_range,
  empty_article,
  binary_article,
  not_english,
  unreadable_article,
};

/// What is the same for all input with one defect.
struct DefectInfo {
  Defect defect;
  std::string_view name;  ///< as it stands in `rejected.jsonl`
  std::string_view hint;  ///< what a user does about it
};

/// All defects, in the order of the enumeration.
[[nodiscard]] std::span<const DefectInfo> defects();
/// The row of one defect.
[[nodiscard]] const DefectInfo& info(Defect defect);

/// A piece of input that could not be used as it was; a value, never thrown: the reader goes on with the rest.
struct Rejected {
  Place place = {};
  Defect defect;
  std::string message = {};  ///< what was found and what was expected
  std::string text = {};     ///< the offending input, cut to 1,000 bytes at a character boundary
  bool repaired = false;     ///< true if the input was used all the same after a repair that `message` names

  friend bool operator==(const Rejected&, const Rejected&) = default;
};

/// "place: message; hint".
[[nodiscard]] std::string to_string(const Rejected& rejected);

}  // namespace entente
