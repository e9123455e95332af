#pragma once

#include <entente/core/rejected.hpp>

#include <string>

namespace entente {

/// The rejection as one line of `rejected.jsonl` (no line break at the end), keys `source`, `line`, `column`, `field`,
/// `defect`, `message`, `hint`, `repaired`, `text`; what is not known is left out.
[[nodiscard]] std::string to_json_line(const Rejected& rejected);

}  // namespace entente
