// A word is first read as sounds, then compared by a weighted edit distance (Wagner and Fischer 1974) whose costs say
// how often romanisations of Turkic, Slavic, Arabic, Persian and East Asian names differ in a sound. Names are short:
// the table of distances is kept on the stack.
#include "name_sounds.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <limits>

namespace entente {

namespace {

struct Group {
  std::string_view letters;
  std::string_view sounds;
};

// The longest first.
constexpr Group groups[] = {{"schtsch", "S"}, {"shch", "S"}, {"tsch", "C"}, {"tch", "C"}, {"sch", "S"}, {"dzh", "j"},
                            {"sh", "S"},      {"sz", "S"},   {"ch", "C"},   {"cz", "C"},  {"cs", "C"},  {"dj", "j"},
                            {"zh", "Z"},      {"kh", "K"},   {"gh", "G"},   {"xh", "j"},  {"ts", "T"},  {"tz", "T"},
                            {"ph", "f"},      {"th", "t"},   {"dh", "d"},   {"ck", "k"},  {"gk", "g"},  {"ou", "u"},
                            {"oo", "u"},      {"ee", "i"}};

struct Cost {
  std::string_view pair;
  double cost;
};

// What is not here costs 1.
constexpr Cost substitutions[] = {
    {"bp", .4},  {"bv", .5}, {"fv", .3},  {"vw", .1}, {"fw", .4},  {"dt", .3},  {"sz", .4},  {"sS", .1},
    {"sT", .4},  {"zT", .3}, {"zZ", .3},  {"cC", .1}, {"cj", .1},  {"Cj", .4},  {"jZ", .1},  {"cZ", .3},
    {"ck", .2},  {"cs", .3}, {"cT", .2},  {"jy", .3}, {"dj", .25}, {"cy", .3},  {"hj", .4},  {"gj", .2},
    {"gZ", .2},  {"gG", .1}, {"gq", .2},  {"gk", .3}, {"Gq", .1},  {"Gk", .4},  {"kq", .1},  {"hK", .1},
    {"kK", .2},  {"gh", .3}, {"gK", .5},  {"GK", .4}, {"uw", .2},  {"dz", .35}, {"jz", .35}, {"CK", .3},
    {"Ch", .4},  {"CS", .3}, {"Ck", .4},  {"xK", .2}, {"xs", .3},  {"xS", .1},  {"SZ", .3},  {"$s", 0},
    {"$z", .05}, {"xh", .3}, {"xz", .3},  {"qC", .3}, {"iy", .05}, {"ae", .2},  {"ei", .2},  {"ou", .15},
    {"ao", .35}, {"uy", .3}, {"ey", .25}, {"ai", .5}, {"eo", .4},  {"au", .3},  {"eu", .3},  {"iu", .4}};

constexpr double vowel_beside_vowel = .15;
constexpr double glide_beside_vowel = .1;
constexpr double vowel = .35;
constexpr double last_vowel = .4;
constexpr double last_e = .2;  // silent in French
constexpr double first_vowel = .8;
constexpr double silent_h = .2;
constexpr double soft_g = .3;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

using CostTable = std::array<std::array<double, 128>, 128>;

CostTable make_cost_table() {
  CostTable table;
  for (auto& row : table) row.fill(1);
  for (std::size_t c = 0; c < table.size(); ++c) table[c][c] = 0;
  for (const Cost& one : substitutions) {
    const auto a = static_cast<unsigned char>(one.pair[0]);
    const auto b = static_cast<unsigned char>(one.pair[1]);
    table[a][b] = table[b][a] = one.cost;
  }
  return table;
}

const CostTable& cost_table() {
  static const CostTable table = make_cost_table();
  return table;
}

// What it costs that the other word lacks the sound at `i`.
double lack(std::string_view word, std::size_t i) {
  const char c = word[i];
  const bool after_vowel = i > 0 && is_vowel(word[i - 1]);
  const bool before_vowel = i + 1 < word.size() && is_vowel(word[i + 1]);
  if (is_vowel(c)) {
    if (after_vowel || before_vowel) return c == 'i' || c == 'y' ? glide_beside_vowel : vowel_beside_vowel;
    if (i == 0) return first_vowel;
    if (i + 1 == word.size()) return c == 'e' ? last_e : last_vowel;
    return vowel;
  }
  if (c == 'h' && i > 0) return silent_h;
  if ((c == 'g' || c == 'G') && after_vowel) return soft_g;
  return 1;
}

constexpr std::size_t longest = 40;
constexpr std::size_t shortest_with_short_u = 5;

}  // namespace

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return '0' <= c && c <= '9'; });
}

std::string read_short_u(std::string_view word) {
  std::string read(word);
  if (word.size() < shortest_with_short_u) return read;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i] != 'u' && word[i] != 'w') continue;
    const bool before_consonant = i + 1 == word.size() || !is_vowel(word[i + 1]);
    if (is_vowel(word[i - 1]) && word[i - 1] != 'u' && before_consonant) read[i] = 'v';
  }
  return read;
}

std::string sounds_of(std::string_view word) {
  if (has_digit(word)) return std::string(word);
  // Mongolian fathers stand in the genitive or not: Lundeg, Lundegiin.
  if (word.size() >= 6 && word.ends_with("iin")) word.remove_suffix(3);
  // Abdullah, Abdulla; Shih, Shi.
  if (word.size() >= 4 && word.ends_with('h') && is_vowel(word[word.size() - 2])) word.remove_suffix(1);
  std::string sounds;
  for (std::size_t i = 0; i < word.size();) {
    const auto group = std::ranges::find_if(
        groups, [&](const Group& g) { return word[i] == g.letters.front() && word.substr(i).starts_with(g.letters); });
    std::string_view heard = word.substr(i, 1);
    std::size_t length = 1;
    if (group != std::end(groups)) {
      heard = group->sounds;
      length = group->letters.size();
    } else if (word[i] == 'x' && i > 0) {
      heard = "ks";
    }
    // ICU writes дж as dz: Dzejhun. Macedonian gj is what Serbian writes đ; Wade and Giles wrote hs for x.
    if (i == 0 && (word.starts_with("dz") || word.starts_with("gj"))) {
      heard = "j";
      length = 2;
    }
    if (i == 0 && word.starts_with("hs")) {
      heard = "x";
      length = 2;
    }
    // Mezouche, as French has it, and Kyung-wha, Gyeong-hwa.
    if (word.substr(i) == "che" && i > 1) {
      heard = "S";
      length = 3;
    }
    if (i > 0 && (word.substr(i).starts_with("wh") || word.substr(i).starts_with("hw"))) {
      heard = "w";
      length = 2;
    }
    // One diphthong: Freij, Furayj; Gheit, Ghayt. In words of four letters it may tell two (Chen Lei, Chen Lai), and
    // Hussein is not to come nearer to Hassan.
    if (word.size() > 4 && word.substr(i).starts_with("ei") && !word.substr(i).starts_with("ein")) {
      heard = "ay";
      length = 2;
    }
    // Seok and Suk, Hyeon and Hyun: one Korean vowel.
    constexpr std::string_view korean_ends = "knlmp";
    if (i > 0 && word.substr(i).starts_with("eo") && i + 2 < word.size() && word.size() < 7 &&
        korean_ends.find(word[i + 2]) != std::string_view::npos) {
      heard = "o";
      length = 2;
    }
    // ICU writes й as j: Sergej, Sojgu.
    if (heard == "j" && length == 1 && i > 0 && is_vowel(word[i - 1]) &&
        (i + 1 == word.size() || !is_vowel(word[i + 1]))) {
      heard = "y";
    }
    for (const char c : heard) {
      if (sounds.empty() || sounds.back() != c) sounds += c;
    }
    i += length;
  }
  return sounds;
}

double sound_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  const CostTable& cost = cost_table();
  std::array<double, longest + 1> above{};
  std::array<double, longest + 1> row{};
  std::array<double, longest> lack_b{};
  for (std::size_t j = 0; j < b.size(); ++j) {
    lack_b[j] = lack(b, j);
    above[j + 1] = above[j] + lack_b[j];
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double lack_a = lack(a, i);
    const auto& costs = cost[static_cast<unsigned char>(a[i]) & 127U];
    row[0] = above[0] + lack_a;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min(
          {above[j] + costs[static_cast<unsigned char>(b[j]) & 127U], above[j + 1] + lack_a, row[j] + lack_b[j]});
    }
    above = row;
  }
  return above[b.size()];
}

bool is_transliteration(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t length = std::max(a.size(), b.size());
  // Beyond half again the length no sum of cheap changes is small enough.
  if (length > std::min(a.size(), b.size()) + 3 || has_digit(a) || has_digit(b)) return false;
  const double allowed =
      length <= 4 ? .05 + .04 * static_cast<double>(length) : .05 + .08 * static_cast<double>(length);
  return sound_distance(a, b) <= allowed;
}

bool is_loose_transliteration(std::string_view a, std::string_view b) {
  constexpr std::size_t shortest = 4;
  const std::size_t length = std::max(a.size(), b.size());
  if (std::min(a.size(), b.size()) < shortest || has_digit(a) || has_digit(b)) return false;
  return sound_key(a) == sound_key(b) && sound_distance(a, b) <= .05 + .16 * static_cast<double>(length);
}

std::string sound_key(std::string_view sounds) {
  if (has_digit(sounds)) return std::string(sounds);
  std::string key;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    char c = 0;
    switch (sounds[i]) {
      case 'b':
      case 'p':
        c = 'P';
        break;
      case 'f':
      case 'v':
      case 'w':
        c = 'F';
        break;
      case 'd':
      case 't':
        c = 'T';
        break;
      case 's':
      case 'z':
      case 'S':
      case 'T':
      case '$':
        c = 'S';
        break;
      case 'h':
        c = i == 0 ? 'K' : '\0';
        break;
      case 'c':
      case 'C':
      case 'j':
      case 'Z':
      case 'k':
      case 'K':
      case 'g':
      case 'G':
      case 'q':
        c = 'K';
        break;
      case 'x':
        c = 'K';
        break;
      default:
        c = is_vowel(sounds[i]) ? (i == 0 ? 'A' : '\0') : sounds[i];
    }
    if (c != '\0' && (key.empty() || key.back() != c)) key += c;
  }
  return key;
}

}  // namespace entente
