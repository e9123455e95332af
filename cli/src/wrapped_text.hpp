#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The words of `text` in lines that take at most `width` columns, where no single word is wider.
[[nodiscard]] std::vector<std::string> wrapped_lines(std::string_view text, std::size_t width);

}  // namespace entente::cli
