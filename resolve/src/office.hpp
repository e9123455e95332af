#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// The class of an office, whatever its wording.
enum class OfficeKind : std::uint8_t {
  untold,
  other,
  head_of_state,
  head_of_government,
  foreign_minister,
  defence_minister,
  interior_minister,
  other_minister,
  chief_of_staff,
  commander,
  ambassador,
  attache,
  speaker,
  secretary_general,
  adviser,
  envoy,
};

struct Office {
  OfficeKind kind = OfficeKind::untold;
  bool deputy = false;  ///< deputy, vice, first deputy, assistant

  friend auto operator<=>(const Office&, const Office&) = default;
  /// A number for each office, below 64.
  [[nodiscard]] std::uint8_t code() const {
    return static_cast<std::uint8_t>(static_cast<unsigned>(kind) * 2U + (deputy ? 1U : 0U));
  }
  [[nodiscard]] static Office of_code(std::uint8_t code) {
    return {static_cast<OfficeKind>(code / 2U), code % 2U != 0};
  }
  /// True if it says something: neither untold nor one without a class.
  [[nodiscard]] bool is_known() const { return kind != OfficeKind::untold && kind != OfficeKind::other; }
};

/// Whether one outlet may call an office the one, and another the other: the head of an army is its commander-in-chief,
/// its chief of staff or the chief of defence.
[[nodiscard]] bool may_be_one(const Office& a, const Office& b);

/// The class of an office as worded, in English, the most frequent ones also in other languages of Europe: "Minister of
/// National Defense", "Turkish defence minister", "ministre de la Défense". O(length).
[[nodiscard]] Office office_of(std::string_view position);

/// In words, for accounts: "defence minister", "deputy foreign minister".
[[nodiscard]] std::string_view to_string(OfficeKind kind);

}  // namespace entente
