#include "shingles.hpp"

#include <entente/core/content_hash.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace entente {

namespace {

bool is_word_byte(unsigned char byte) {
  return byte >= 0x80 || ('0' <= byte && byte <= '9') || ('A' <= byte && byte <= 'Z') || ('a' <= byte && byte <= 'z');
}

// The bytes of the character at the beginning if it is a dash, a quotation mark or the like (U+2000 to U+207F).
std::size_t punctuation_length(std::string_view text) {
  return text.starts_with("\xE2\x80") || text.starts_with("\xE2\x81") ? 3 : 0;
}

bool begins_with_word(std::string_view text) {
  return !text.empty() && is_word_byte(static_cast<unsigned char>(text.front())) && punctuation_length(text) == 0;
}

std::uint64_t hash_of(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  ContentHash hash;
  hash.add(lower);
  return hash.value();
}

}  // namespace

void add_shingles(std::string_view text, Shingles& shingles) {
  std::array<std::uint64_t, 3> last{};
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    if (!begins_with_word(text.substr(begin))) {
      begin = std::min(text.size(), begin + std::max<std::size_t>(1, punctuation_length(text.substr(begin))));
      continue;
    }
    std::size_t end = begin;
    while (begins_with_word(text.substr(end))) ++end;
    last = {last[1], last[2], hash_of(text.substr(begin, end - begin))};
    if (++words >= last.size()) {
      constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;  // odd, so that the order of the words matters
      shingles.push_back((last[0] * factor + last[1]) * factor + last[2]);
    }
    begin = end;
  }
}

void arrange(Shingles& shingles) {
  std::ranges::sort(shingles);
  const auto repeated = std::ranges::unique(shingles);
  shingles.erase(repeated.begin(), repeated.end());
}

double resemblance(const Shingles& a, const Shingles& b) {
  if (a.empty() && b.empty()) return 0;
  std::size_t shared = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) {
      ++shared;
      ++left;
      ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

}  // namespace entente
