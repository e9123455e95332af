#pragma once

#include <string_view>

namespace entente {

/// True if one of two folded given names is in use for the other: "mike", "michael".
[[nodiscard]] bool is_nickname(std::string_view a, std::string_view b);

/// The given name that a short form stands for, the same for all that stand for one; the word itself where it is none.
[[nodiscard]] std::string_view formal_name(std::string_view word);

}  // namespace entente
