#include "xml_blocks.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20U;

struct Skipped {
  std::size_t begin;
  std::size_t end;
};

// Comments and instructions, in which anything may stand; the last may go on behind the text. What could begin one is
// looked for by its second character, which is rarer than '<'.
std::vector<Skipped> skipped_parts(std::string_view text) {
  std::vector<Skipped> parts;
  std::size_t exclamation = text.find('!');
  std::size_t question = text.find('?');
  while (std::min(exclamation, question) != std::string_view::npos) {
    const std::size_t at = std::min(exclamation, question);
    std::size_t behind = at + 1;
    const bool is_comment = text.substr(at).starts_with("!--");
    if (at > 0 && text[at - 1] == '<' && (is_comment || at == question)) {
      const std::string_view mark = is_comment ? "-->" : "?>";
      const std::size_t end = text.find(mark, behind);
      behind = end == std::string_view::npos ? text.size() : end + mark.size();
      parts.push_back({at - 1, behind});
    }
    if (exclamation < behind) exclamation = text.find('!', behind);
    if (question < behind) question = text.find('?', behind);
  }
  return parts;
}

}  // namespace

// Where the last element begins that the text may be divided at; 0 where there is none.
std::size_t XmlBlocks::last_opening(std::string_view text) const {
  const std::vector<Skipped> skipped = skipped_parts(text);
  const auto begins_here = [&](std::size_t at) {
    return std::ranges::any_of(openings_,
                               [&](std::string_view opening) { return text.substr(at).starts_with(opening); });
  };
  std::size_t at = text.rfind('<');
  while (at != std::string_view::npos) {
    const auto around =
        std::ranges::find_if(skipped, [&](const Skipped& part) { return part.begin <= at && at < part.end; });
    if (around == skipped.end() && begins_here(at)) return at;
    const std::size_t before = around == skipped.end() ? at : around->begin;
    at = text.substr(0, before).rfind('<');
  }
  return 0;
}

bool XmlBlocks::next(std::string& block) {
  block = std::exchange(rest_, {});
  for (std::size_t size = block_size;; size = 2 * block.size()) {
    const bool is_end = bytes_.read_all(block, std::max(size, block.size()) - block.size());
    if (is_end) return !block.empty();
    const std::size_t end = last_opening(block);
    if (end == 0) continue;
    rest_ = block.substr(end);
    block.resize(end);
    return true;
  }
}

}  // namespace entente
