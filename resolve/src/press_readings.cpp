#include "press_readings.hpp"

#include "name_sounds.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>

namespace entente {

namespace {

struct Reading {
  std::string_view letters;
  std::string_view heard;
};

// The longest first.
constexpr Reading german[] = {{"dsch", "j"}, {"tsch", "tch"}, {"sch", "sh"}, {"sh", "sh"}, {"ch", "kh"},
                              {"ss", "s"},   {"tz", "ts"},    {"st", "st"},  {"sk", "sk"}, {"s", "$"},
                              {"z", "ts"},   {"w", "v"},      {"j", "y"}};
constexpr Reading french[] = {{"tch", "tch"}, {"sch", "sh"}, {"ch", "sh"}, {"gue", "ge"},
                              {"gui", "gi"},  {"ss", "s"},   {"ou", "u"},  {"j", "zh"}};

bool is_spoken_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends,
                             [&](std::string_view end) { return word.size() > end.size() + 1 && word.ends_with(end); });
}

bool is_german(std::string_view word) {
  if (word.find("sch") != std::string_view::npos) return true;
  if (ends_with_any(word, {"ow", "ew", "owa", "ewa", "ij", "yj", "ija"})) return true;
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    constexpr std::string_view before = "lrsztvwkbpm";
    if (word[i] == 'j' && before.find(word[i - 1]) != std::string_view::npos && is_spoken_vowel(word[i + 1]))
      return true;
  }
  return false;
}

bool is_french(std::string_view word) {
  return word.find("tch") != std::string_view::npos || word.find("ou") != std::string_view::npos ||
         word.find("ch") != std::string_view::npos;
}

std::string read_as(std::string_view word, std::span<const Reading> readings) {
  std::string heard;
  for (std::size_t i = 0; i < word.size();) {
    const auto found =
        std::ranges::find_if(readings, [&](const Reading& one) { return word.substr(i).starts_with(one.letters); });
    if (found == readings.end()) {
      heard += word[i++];
    } else {
      heard += found->heard;
      i += found->letters.size();
    }
  }
  return heard;
}

}  // namespace

PressLanguage press_language(std::span<const std::string> words) {
  if (std::ranges::any_of(words, is_german)) return PressLanguage::german;
  return std::ranges::any_of(words, is_french) ? PressLanguage::french : PressLanguage::english;
}

std::string press_sounds(std::string_view word, PressLanguage language) {
  if (language == PressLanguage::german) return sounds_of(read_as(word, german));
  if (language == PressLanguage::french) return sounds_of(read_as(word, french));
  return sounds_of(word);
}

}  // namespace entente
