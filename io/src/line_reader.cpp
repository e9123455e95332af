#include "line_reader.hpp"

#include "field_text.hpp"

#include <algorithm>
#include <cstring>

namespace entente {

bool LineReader::next(std::string& line) {
  line.clear();
  too_long_ = false;
  bool any = false;
  bool ended = false;
  while (!ended) {
    if (begin_ == end_) {
      begin_ = 0;
      end_ = bytes_.read(buffer_.data(), buffer_.size());
      if (end_ == 0) break;
    }
    any = true;
    const void* found = std::memchr(buffer_.data() + begin_, '\n', end_ - begin_);
    ended = found != nullptr;
    const std::size_t line_end =
        ended ? static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data()) : end_;
    append(line, begin_, line_end);
    begin_ = ended ? line_end + 1 : line_end;
  }
  if (!any) return false;
  ++number_;
  if (number_ == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

void LineReader::append(std::string& line, std::size_t begin, std::size_t end) {
  const std::size_t room = max_document_bytes - line.size();
  too_long_ = too_long_ || end - begin > room;
  line.append(buffer_, begin, std::min(end - begin, room));
}

}  // namespace entente
