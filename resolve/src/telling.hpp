#pragma once

#include "date_relation.hpp"
#include "place_relation.hpp"

#include <entente/core/record.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A participant, by numbers that stand for persons and countries.
struct Attendee {
  std::uint32_t person = 0;
  std::uint32_t country = 0;  ///< 0: not told
  bool attends = false;       ///< told as attendee or member: not one of those whom the event is about

  friend bool operator==(const Attendee&, const Attendee&) = default;
};

/// What one record, or several together, tell of an occasion, made comparable.
struct Telling {
  std::vector<Attendee> attendees = {};  ///< by person, each once
  ToldDate date = {};
  std::uint16_t types = 0;             ///< a bit for each `EventType` that is told
  std::vector<ToldPlace> places = {};  ///< ascending, each once, at most `most_places`
};

constexpr std::size_t most_places = 8;

/// The persons of all records, numbered by the order of their identifiers.
class PersonNumbers {
 public:
  explicit PersonNumbers(std::span<const Record> records);

  [[nodiscard]] std::uint32_t number_of(std::string_view id) const;
  [[nodiscard]] const std::string& id(std::uint32_t number) const { return ids_[number]; }
  /// The country told most often of the person, 0 where none is.
  [[nodiscard]] std::uint32_t country_of(std::uint32_t number) const { return countries_[number]; }
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  std::vector<std::string> ids_;
  std::vector<std::uint32_t> countries_;
};

[[nodiscard]] Telling read_telling(const Record& record, const PersonNumbers& persons);

/// What both tell together.
[[nodiscard]] Telling together(const Telling& a, const Telling& b);

/// The persons of both, ascending.
[[nodiscard]] std::vector<std::uint32_t> shared_persons(const Telling& a, const Telling& b);

}  // namespace entente
