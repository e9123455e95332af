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

/// The persons by the number that `person_of_bearer` gives each, with identifiers: those given, or slugs of the usual
/// name; `-country` and then `-2`, in the order of the first date, where one is taken. `forms` by person, then text.
[[nodiscard]] std::vector<FoundPerson> named_persons(const Bearers& bearers,
                                                     const std::vector<std::uint32_t>& person_of_bearer,
                                                     std::size_t num_persons, const std::vector<PersonForm>& forms);

/// The forms of all persons, by person, then text.
[[nodiscard]] std::vector<PersonForm> forms_of(const Bearers& bearers,
                                               const std::vector<std::uint32_t>& person_of_bearer);

}  // namespace entente
