#pragma once

#include "bearers.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// One person among those found.
struct FoundPerson {
  std::string id;
  std::string usual;
  std::string country;  ///< told most often
  std::optional<Date> earliest;
  std::uint64_t participations = 0;
  bool id_given = false;
};

/// A form of a person's name and how often the person is called so.
struct PersonForm {
  std::uint32_t person = 0;
  std::uint32_t name = 0;  ///< among the names as worded
  std::uint64_t participations = 0;
};

/// All persons found.
struct NamedPersons {
  std::vector<std::uint32_t> person_of;  ///< by bearer: numbers without gaps, in the order of the least bearers
  std::vector<PersonForm> forms;         ///< by person, then text
  std::vector<FoundPerson> persons;
};

/// Identifiers that persons had before corrections.
struct FormerIds {
  std::vector<std::string> of_person;  ///< the one that each keeps, or empty
  std::vector<std::string> taken;      ///< all that there were: nobody else gets one
};

/// Numbers the persons, given the least bearer of the person of each bearer.
[[nodiscard]] std::vector<std::uint32_t> dense_persons(const std::vector<std::uint32_t>& root_of);

/// Gives persons (`dense_persons`) identifiers: former ones, those given, or slugs of the usual name; `-country` and
/// then `-2`, in the order of the first date, where one is taken.
[[nodiscard]] NamedPersons name_persons(const Bearers& bearers, std::vector<std::uint32_t> person_of,
                                        const FormerIds& former);

}  // namespace entente
