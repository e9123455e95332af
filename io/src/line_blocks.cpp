#include "line_blocks.hpp"

#include "field_text.hpp"
#include "line_reader.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20U;
constexpr std::size_t room_behind = 1024;  // parsers look beyond the end

}  // namespace

// False once the stream is at its end, or has broken off.
bool LineBlocks::fill(std::string& text, std::size_t size) {
  std::size_t filled = text.size();
  text.reserve(size + room_behind);
  text.resize(size);
  try {
    while (filled < size && !failure_) {
      const std::size_t count = bytes_.read(text.data() + filled, size - filled);
      if (count == 0) break;
      filled += count;
    }
  } catch (const ReadFailure&) {
    failure_ = std::current_exception();
  }
  text.resize(filled);
  return filled == size;
}

void LineBlocks::skip_line() {
  do {
    const std::size_t end = rest_.find('\n');
    if (end != std::string::npos) {
      rest_.erase(0, end + 1);
      return;
    }
    rest_.clear();
  } while (fill(rest_, block_size) || !rest_.empty());
}

bool LineBlocks::next(Block& block) {
  block.too_long = false;
  block.text = rest_;
  rest_.clear();
  std::size_t size = block_size;
  while (size <= block.text.size()) size *= 2;
  for (;; size *= 2) {
    const bool more = fill(block.text, std::min(size, max_document_bytes + 1));
    if (std::exchange(first_, false) && block.text.starts_with(byte_order_mark)) {
      block.text.erase(0, byte_order_mark.size());
    }
    const std::size_t line_end = block.text.rfind('\n');
    if (more && line_end != std::string::npos) {
      rest_.assign(block.text, line_end + 1);
      block.text.resize(line_end + 1);
      return true;
    }
    if (block.text.size() > max_document_bytes) {
      block.text.resize(max_document_bytes);
      block.too_long = true;
      skip_line();
      return true;
    }
    if (more) continue;
    if (failure_) block.text.resize(line_end == std::string::npos ? 0 : line_end + 1);
    return !block.text.empty();
  }
}

void LineBlocks::require_whole() const {
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace entente
