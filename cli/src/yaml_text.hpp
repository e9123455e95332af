#pragma once

#include <string>
#include <string_view>

namespace entente::cli {

/// `text` as a quoted scalar of YAML.
[[nodiscard]] std::string yaml_text(std::string_view text);

}  // namespace entente::cli
