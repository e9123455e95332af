#include "repaired_text.hpp"

#include <algorithm>

namespace entente {

namespace {

std::uint64_t end_in_text(const Repair& repair) { return repair.position + repair.bytes_text * repair.count; }

std::uint64_t end_in_original(const Repair& repair) { return repair.original + repair.bytes_original * repair.count; }

// True if `last` could be made to say what `next` says as well.
bool take_in(Repair& last, const Repair& next) {
  if (end_in_text(last) != next.position || end_in_original(last) != next.original) return false;
  if (last.bytes_text == 0 && next.bytes_text == 0) {
    last.bytes_original += next.bytes_original;
    return true;
  }
  if (last.bytes_text != next.bytes_text || last.bytes_original != next.bytes_original) return false;
  last.count += next.count;
  return true;
}

}  // namespace

void RepairedTextBuilder::keep(std::string_view part) {
  made_.text += part;
  original_ += part.size();
}

void RepairedTextBuilder::replace(std::uint64_t bytes_original, std::string_view with, std::uint64_t count) {
  const Repair repair{.position = made_.text.size(),
                      .bytes_original = bytes_original,
                      .bytes_text = with.size() / count,
                      .count = count,
                      .original = original_};
  made_.text += with;
  original_ += bytes_original * count;
  if (repair.bytes_original == repair.bytes_text) return;
  if (made_.repairs.empty() || !take_in(made_.repairs.back(), repair)) made_.repairs.push_back(repair);
}

// What an earlier step left out right here.
void TextRewriter::pass_left_out() {
  for (; next_repair_ < source_.repairs.size(); ++next_repair_) {
    const Repair& repair = source_.repairs[next_repair_];
    if (repair.position != position_ || repair.bytes_text > 0) return;
    builder_.replace(repair.bytes_original, {});
  }
}

void TextRewriter::keep_to(std::size_t end) {
  const std::string_view text = source_.text;
  while (position_ < end) {
    pass_left_out();
    const bool any = next_repair_ < source_.repairs.size();
    const std::size_t repaired = any ? std::min<std::size_t>(source_.repairs[next_repair_].position, end) : end;
    if (position_ < repaired) {
      builder_.keep(text.substr(position_, repaired - position_));
      position_ = repaired;
      continue;
    }
    const Repair& repair = source_.repairs[next_repair_];
    const std::size_t run_end = std::min<std::size_t>(end_in_text(repair), end);
    const std::size_t pieces = (run_end - position_) / repair.bytes_text;
    builder_.replace(repair.bytes_original, text.substr(position_, run_end - position_), pieces);
    position_ = run_end;
    if (run_end == end_in_text(repair)) ++next_repair_;
  }
}

void TextRewriter::replace_to(std::size_t end, std::string_view with) {
  pass_left_out();
  const std::uint64_t original_end = original_range(source_.repairs, {position_, end}).end;
  builder_.replace(original_end - builder_.original(), with);
  position_ = end;
  const auto is_behind = [end](const Repair& repair) { return repair.position < end && end_in_text(repair) <= end; };
  while (next_repair_ < source_.repairs.size() && is_behind(source_.repairs[next_repair_])) ++next_repair_;
}

}  // namespace entente
