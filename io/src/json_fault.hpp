#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Where a text stops being JSON, and what was expected there. For messages only: simdjson, which reads, does not tell.
struct JsonFault {
  std::size_t offset;
  std::string message;
};

/// The first fault of `text` as one JSON value (RFC 8259), or nothing if it is one.
[[nodiscard]] std::optional<JsonFault> find_json_fault(std::string_view text);

}  // namespace entente
