#pragma once

#include "person_names.hpp"

#include <string>

namespace entente::generate {

/// A name as some text might write it instead: with initials, another romanisation, without diacritics, with a middle
/// name, the surname first, or, where office and country tell who is meant (`surname_suffices`), the surname alone.
[[nodiscard]] std::string other_form(const Tables& tables, const PersonNames& names, std::uint32_t person,
                                     bool surname_suffices, RandomStream& random);

/// A name with a slip in one letter of a word of five letters or more, never the first: two letters swapped, one left
/// out, doubled or another. As it was where it has no such word.
[[nodiscard]] std::string with_slip(std::string name, RandomStream& random);

}  // namespace entente::generate
