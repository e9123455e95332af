#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// How records and gold differ.
enum class DifferenceKind : std::uint8_t {
  false_document,
  event_missing,
  event_too_many,
  participant_missing,
  participant_too_many,
  wrong_date,
  wrong_type,
  wrong_place,
  wrong_country,
  wrong_position,
  name_too_short,
  persons_merged,
  person_split,
};

/// The kind in words: "participant missing".
[[nodiscard]] std::string_view to_string(DifferenceKind kind);

/// One difference between records and gold, in words. What does not apply, or is not there, is empty.
struct Difference {
  DifferenceKind kind = {};
  std::string document = {};  ///< none where the difference is one of several documents
  std::string event = {};     ///< as the gold has it, or as given where the gold has none
  std::string person = {};    ///< as the gold names the person, or as given where the gold has none
  std::string gold = {};
  std::string given = {};
  std::string sentence = {};  ///< that the given event stands on

  friend bool operator==(const Difference&, const Difference&) = default;
};

}  // namespace entente
