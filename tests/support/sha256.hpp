#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The SHA-256 of some bytes (FIPS 180-4), in lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace entente
