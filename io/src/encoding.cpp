#include "encoding.hpp"

#include "field_text.hpp"
#include "utf8_text.hpp"
#include "windows_1252.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include <simdjson.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace entente {

namespace {

// Calls `take(part, is_well_formed)` for each character and each maximal ill-formed part; stretches of ASCII are one.
template <typename Take>
void each_part(std::string_view text, std::size_t offset, Take take) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  while (offset < text.size()) {
    const std::size_t begin = offset;
    while (offset < text.size() && bytes[offset] < 0x80) ++offset;
    if (offset > begin) {
      take(text.substr(begin, offset - begin), true);
      continue;
    }
    std::int32_t length = 0;
    const auto longest = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - offset, U8_MAX_LENGTH));
    UChar32 c = 0;
    U8_NEXT(bytes + offset, length, longest, c);
    offset += static_cast<std::size_t>(length);
    take(text.substr(begin, offset - begin), c >= 0);
  }
}

// True if the bytes that are no UTF-8 are few, characters of Windows-1252, and no damaged UTF-8. ÿ counts as none: in
// text it hardly occurs, and elsewhere the byte 0xFF is frequent.
bool looks_like_windows_1252(std::string_view text, std::size_t first_invalid) {
  std::size_t num_strays = 0;
  bool impossible = false;
  bool cut_off = false;
  bool at_end = false;
  bool is_utf8 = std::ranges::any_of(text.substr(0, first_invalid),
                                     [](char c) { return U8_IS_LEAD(static_cast<std::uint8_t>(c)); });
  each_part(text, first_invalid, [&](std::string_view part, bool well_formed) {
    at_end = false;
    if (well_formed) {
      is_utf8 = is_utf8 || static_cast<unsigned char>(part.front()) >= 0x80;
      return;
    }
    num_strays += part.size();
    at_end = part.size() > 1;
    cut_off = cut_off || part.size() > 1;
    for (const char c : part) {
      const auto byte = static_cast<unsigned char>(c);
      impossible = impossible || byte == 0xFF || windows_1252(byte) == 0;
    }
  });
  constexpr std::size_t at_most_one_in = 4;
  return !impossible && !at_end && !(cut_off && is_utf8) && num_strays <= text.size() / at_most_one_in;
}

void append_windows_1252(RepairedTextBuilder& out, std::string_view part) {
  for (const char c : part) out.replace(1, utf8_text(windows_1252(static_cast<unsigned char>(c))));
}

// The bytes of a file that begins with a byte order mark of UTF-16.
class Utf16Decoder {
 public:
  Utf16Decoder(std::string_view bytes, bool big_endian) : bytes_(bytes), big_endian_(big_endian) {}

  DecodedText decode() {
    constexpr std::size_t mark_bytes = 2;
    out_.reserve(bytes_.size() / 2);
    out_.replace(mark_bytes, {});
    position_ = mark_bytes;
    while (position_ < bytes_.size()) {
      if (!read_ascii()) read_character();
    }
    decoded_.content = out_.take();
    if (decoded_.num_invalid > 0) decoded_.problem = "invalid UTF-16, replaced by U+FFFD";
    return std::move(decoded_);
  }

 private:
  [[nodiscard]] char16_t unit(std::size_t position) const {
    const auto first = static_cast<unsigned char>(bytes_[position]);
    const auto second = static_cast<unsigned char>(bytes_[position + 1]);
    return static_cast<char16_t>(big_endian_ ? (first << 8U) | second : (second << 8U) | first);
  }
  [[nodiscard]] bool has_unit(std::size_t position) const { return position + 1 < bytes_.size(); }

  // One run, as most of an English text is.
  bool read_ascii() {
    ascii_.clear();
    for (; has_unit(position_) && unit(position_) < 0x80; position_ += 2) ascii_ += static_cast<char>(unit(position_));
    if (!ascii_.empty()) out_.replace(2, ascii_, ascii_.size());
    return !ascii_.empty();
  }

  void read_character() {
    if (!has_unit(position_)) return invalid(1);
    const char16_t first = unit(position_);
    if (!U16_IS_SURROGATE(first)) {
      out_.replace(2, utf8_text(first));
      position_ += 2;
    } else if (U16_IS_LEAD(first) && has_unit(position_ + 2) && U16_IS_TRAIL(unit(position_ + 2))) {
      out_.replace(4, utf8_text(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(first, unit(position_ + 2)))));
      position_ += 4;
    } else {
      invalid(2);
    }
  }

  void invalid(std::size_t num_bytes) {
    if (decoded_.num_invalid++ == 0) decoded_.first_invalid = out_.size();
    out_.replace(num_bytes, replacement_character);
    position_ += num_bytes;
  }

  std::string_view bytes_;
  bool big_endian_;
  std::size_t position_ = 0;
  std::string ascii_;
  RepairedTextBuilder out_;
  DecodedText decoded_;
};

}  // namespace

DecodedText decode_utf8(std::string bytes) {
  DecodedText decoded;
  if (simdjson::validate_utf8(bytes)) {
    decoded.content.text = std::move(bytes);
    return decoded;
  }
  decoded.first_invalid = first_invalid_byte(bytes);
  const std::string_view text = bytes;
  const bool is_windows_1252 = looks_like_windows_1252(text, decoded.first_invalid);
  RepairedTextBuilder out;
  out.reserve(text.size() + text.size() / 16);
  out.keep(text.substr(0, decoded.first_invalid));
  each_part(text, decoded.first_invalid, [&](std::string_view part, bool well_formed) {
    decoded.num_invalid += well_formed ? 0U : 1U;
    if (well_formed) {
      out.keep(part);
    } else if (is_windows_1252) {
      append_windows_1252(out, part);
    } else {
      out.replace(part.size(), replacement_character);
    }
  });
  decoded.content = out.take();
  decoded.problem = is_windows_1252 ? "invalid UTF-8, read as Windows-1252" : "invalid UTF-8, replaced by U+FFFD";
  return decoded;
}

DecodedText decode(std::string bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Utf16Decoder(bytes, false).decode();
  if (bytes.starts_with("\xFE\xFF")) return Utf16Decoder(bytes, true).decode();
  if (!bytes.starts_with(byte_order_mark)) return decode_utf8(std::move(bytes));
  bytes.erase(0, byte_order_mark.size());
  DecodedText decoded = decode_utf8(std::move(bytes));
  for (Repair& repair : decoded.content.repairs) repair.original += byte_order_mark.size();
  decoded.content.repairs.insert(decoded.content.repairs.begin(),
                                 {.position = 0, .bytes_original = byte_order_mark.size(), .bytes_text = 0});
  return decoded;
}

}  // namespace entente
