#pragma once

#include <array>

namespace entente {

/// The character that a byte is in Windows-1252, 0 for the five that are none.
constexpr char32_t windows_1252(unsigned char byte) {
  constexpr std::array<char32_t, 32> upper_controls{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  return 0x80 <= byte && byte < 0xA0 ? upper_controls[byte - 0x80U] : byte;
}

}  // namespace entente
