#include "line_blocks.hpp"

#include "field_text.hpp"
#include "line_reader.hpp"

#include <utility>

namespace entente {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20U;

}  // namespace

// False once the stream is at its end.
bool LineBlocks::fill(std::string& text, std::size_t size) {
  std::size_t filled = text.size();
  text.resize(size);
  while (filled < size) {
    const std::size_t count = bytes_.read(text.data() + filled, size - filled);
    if (count == 0) break;
    filled += count;
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
  block.text = std::exchange(rest_, {});
  std::size_t line_end = std::string::npos;
  for (std::size_t size = block_size; line_end == std::string::npos; size *= 2) {
    const bool more = fill(block.text, size);
    if (std::exchange(first_, false) && block.text.starts_with(byte_order_mark)) {
      block.text.erase(0, byte_order_mark.size());
    }
    if (!more) return !block.text.empty();
    line_end = block.text.rfind('\n');
    if (line_end == std::string::npos && block.text.size() > max_document_bytes) {
      block.text.resize(max_document_bytes);
      block.too_long = true;
      skip_line();
      return true;
    }
  }
  rest_ = block.text.substr(line_end + 1);
  block.text.resize(line_end + 1);
  return true;
}

}  // namespace entente
