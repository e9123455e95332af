#include "name_forms.hpp"

#include <cctype>
#include <cstddef>
#include <utility>
#include <vector>

namespace entente::generate {

namespace {

bool is_plain_small_letter(char letter) { return letter >= 'a' && letter <= 'z'; }

/// The first letter, all its bytes.
std::string initial(const std::string& name) {
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
  return name.substr(0, end) + ".";
}

/// The name with all of the first letters that a random romanisation knows written in the other way.
std::string romanised(const Tables& tables, const std::string& name, RandomStream& random) {
  std::vector<const std::array<std::string, 2>*> fitting;
  for (const auto& pair : tables.romanisations) {
    if (name.find(pair[0]) != std::string::npos) fitting.push_back(&pair);
  }
  if (fitting.empty()) return name;
  const auto& [from, to] = *fitting[random.below(fitting.size())];
  std::string other;
  for (std::size_t at = 0; at < name.size();) {
    if (name.compare(at, from.size(), from) == 0) {
      other += to;
      at += from.size();
    } else {
      other += name[at++];
    }
  }
  return other;
}

/// Where a slip can be: [begin, end) of runs of small letters after the first of a word.
std::vector<std::size_t> places_for_slips(const std::string& name) {
  std::vector<std::size_t> places;
  for (std::size_t begin = 0; begin < name.size();) {
    std::size_t end = begin + 1;
    while (end < name.size() && is_plain_small_letter(name[end])) ++end;
    if (end - begin >= 5) {
      for (std::size_t at = begin + 1; at + 1 < end; ++at) places.push_back(at);
    }
    begin = end;
  }
  return places;
}

}  // namespace

std::string other_form(const Tables& tables, const PersonNames& names, std::uint32_t person, bool surname_suffices,
                       RandomStream& random) {
  const NameParts parts = names.parts(person);
  const NameRegion& region = names.region_of(names.bearer(person));
  const std::string full = parts.full();
  const std::uint64_t kind = random.below(100);
  if (kind < 20) return initial(parts.given) + " " + parts.surname;
  if (kind < 32 && surname_suffices) return parts.surname;
  if (kind < 44) {
    const std::string middle = names.middle(person);
    return region.second == SecondName::surname ? full + " " + middle
                                                : parts.given + " " + middle + " " + parts.surname;
  }
  if (kind < 56 && region.surname_first) return parts.surname + " " + parts.given;
  if (kind < 62) return parts.surname + " " + parts.given;
  if (const std::string plain = without_diacritics(full); plain != full && kind < 80) return plain;
  if (std::string other = romanised(tables, full, random); other != full) return other;
  return initial(parts.given) + " " + parts.surname;
}

std::string with_slip(std::string name, RandomStream& random) {
  const std::vector<std::size_t> places = places_for_slips(name);
  if (places.empty()) return name;
  const std::size_t at = places[random.below(places.size())];
  switch (random.below(4)) {
    case 0:
      if (name[at] != name[at + 1]) {
        std::swap(name[at], name[at + 1]);
        return name;
      }
      break;
    case 1:
      return name.erase(at, 1);
    case 2:
      return name.insert(at, 1, name[at]);
    default:
      break;
  }
  const auto letter = static_cast<unsigned>(name[at] - 'a');
  name[at] = static_cast<char>('a' + (letter + 1 + random.below(25)) % 26);
  return name;
}

}  // namespace entente::generate
