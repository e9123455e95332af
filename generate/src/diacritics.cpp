#include <entente/generate/tables.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace entente::generate {

namespace {

/// Letters of two bytes, and what is left of them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 97> plain_letters{{
    {"À", "A"}, {"Á", "A"}, {"Â", "A"},  {"Ã", "A"}, {"Ä", "A"}, {"Å", "A"},  {"Æ", "Ae"}, {"Ç", "C"}, {"È", "E"},
    {"É", "E"}, {"Ê", "E"}, {"Ë", "E"},  {"Í", "I"}, {"Î", "I"}, {"Ñ", "N"},  {"Ó", "O"},  {"Ô", "O"}, {"Õ", "O"},
    {"Ö", "O"}, {"Ø", "O"}, {"Ú", "U"},  {"Ü", "U"}, {"Ý", "Y"}, {"à", "a"},  {"á", "a"},  {"â", "a"}, {"ã", "a"},
    {"ä", "a"}, {"å", "a"}, {"æ", "ae"}, {"ç", "c"}, {"è", "e"}, {"é", "e"},  {"ê", "e"},  {"ë", "e"}, {"ì", "i"},
    {"í", "i"}, {"î", "i"}, {"ï", "i"},  {"ð", "d"}, {"ñ", "n"}, {"ò", "o"},  {"ó", "o"},  {"ô", "o"}, {"õ", "o"},
    {"ö", "o"}, {"ø", "o"}, {"ù", "u"},  {"ú", "u"}, {"û", "u"}, {"ü", "u"},  {"ý", "y"},  {"ă", "a"}, {"ą", "a"},
    {"ā", "a"}, {"ć", "c"}, {"č", "c"},  {"Č", "C"}, {"ď", "d"}, {"đ", "d"},  {"ē", "e"},  {"ė", "e"}, {"ę", "e"},
    {"ě", "e"}, {"ğ", "g"}, {"ģ", "g"},  {"ī", "i"}, {"İ", "I"}, {"ı", "i"},  {"ķ", "k"},  {"ļ", "l"}, {"ł", "l"},
    {"Ł", "L"}, {"ń", "n"}, {"ņ", "n"},  {"ň", "n"}, {"ő", "o"}, {"œ", "oe"}, {"ř", "r"},  {"ś", "s"}, {"ş", "s"},
    {"Ş", "S"}, {"š", "s"}, {"Š", "S"},  {"ș", "s"}, {"ţ", "t"}, {"ț", "t"},  {"ū", "u"},  {"ů", "u"}, {"ű", "u"},
    {"ź", "z"}, {"ż", "z"}, {"ž", "z"},  {"Ž", "Z"}, {"Ż", "Z"}, {"ų", "u"},  {"ľ", "l"},
}};

}  // namespace

std::string without_diacritics(std::string_view name) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  if (std::ranges::all_of(name, is_ascii)) return std::string(name);
  std::string plain;
  plain.reserve(name.size());
  for (std::size_t at = 0; at < name.size(); ++at) {
    const auto byte = static_cast<unsigned char>(name[at]);
    if (byte < 0x80) {
      plain += name[at];
      continue;
    }
    const std::string_view letter = name.substr(at, 2);
    bool known = false;
    for (const auto& [accented, bare] : plain_letters) {
      if (accented != letter) continue;
      plain += bare;
      known = true;
      break;
    }
    if (!known) plain += letter;
    ++at;
  }
  return plain;
}

}  // namespace entente::generate
