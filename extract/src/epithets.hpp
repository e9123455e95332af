#pragma once

#include "antecedents.hpp"

#include <optional>

namespace entente::extract {

/// What stands for a person by country or walk of life, or for several of one country, up to token `end`.
struct Epithet {
  std::uint32_t end = 0;
  Persons persons;
};

/// "the Colombian", "the Americans", "the former guerrilla", "the businessman" at `begin` and before `limit`: whom the
/// text means by it; nothing where the words go on ("the Colombian side") or where nobody can be meant.
[[nodiscard]] std::optional<Epithet> epithet_at(const Document& document, std::uint32_t begin, std::uint32_t limit,
                                                const std::vector<Person>& persons, const Focus& focus,
                                                const Antecedents& antecedents);

/// "The former warlord", where no title tells whose past that is: the one without an office among those who met, else
/// whom the text goes on about; -1 where nobody can be meant.
[[nodiscard]] int former_one(const std::vector<Person>& persons, const Focus& focus, const Antecedents& antecedents);

}  // namespace entente::extract
