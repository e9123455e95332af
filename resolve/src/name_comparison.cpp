// Words of the two names are paired, the surest pairs first; what agrees adds log-odds, what one of the names leaves
// untold costs little, and what both tell differently is a contradiction, however alike the names are as strings.
#include "name_match.hpp"
#include "name_sounds.hpp"
#include "nicknames.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

namespace entente {

namespace {

// From the surest on.
enum class WordAgreement : std::uint8_t { equal, transliterated, nickname, typo, loose, initial, none };

constexpr std::size_t most_words = 8;
constexpr std::size_t most_joined = 3;
constexpr std::size_t shortest_typo = 5;
constexpr double closest_initials = .1;  // J. for Ceyhun

// Given names of men that are a woman's with an a behind them.
constexpr std::array<std::string_view, 56> male_names{
    "adil",   "aleksandr", "alexandr", "alim",   "amin",   "amir",  "angel", "anis",    "aziz",   "azim",
    "bashir", "carl",      "daniel",   "emir",   "emil",   "farid", "fadil", "gabriel", "hakim",  "halim",
    "hamid",  "ivan",      "jalil",    "jamil",  "kamil",  "karim", "karl",  "khalid",  "khalil", "latif",
    "majid",  "manuel",    "martin",   "munir",  "nabil",  "nadir", "nasir", "nazim",   "paul",   "petr",
    "rafael", "rafiq",     "rahim",    "rashid", "robert", "roman", "said",  "salim",   "samir",  "sharif",
    "tahir",  "viktor",    "vladimir", "wahid",  "zahid",  "zahir"};

// Aliyev and Aliyeva are a man and a woman, and so are Samir and Samira.
bool differ_by_gender(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() == a.size() + 1 && b.ends_with('a') && b.starts_with(a) &&
      std::ranges::find(male_names, a) != male_names.end())
    return true;
  constexpr std::string_view male[] = {"ov", "ev", "in", "yn", "iov"};
  if (b.size() == a.size() + 1 && b.ends_with('a') && b.starts_with(a)) {
    return std::ranges::any_of(male, [&](std::string_view end) { return a.size() > 3 && a.ends_with(end); });
  }
  constexpr std::string_view skaya = "skaya";
  const std::size_t ski = a.rfind("sk");
  return b.ends_with(skaya) && ski != std::string_view::npos && ski > 1 && a.size() <= ski + 4 &&
         b.starts_with(a.substr(0, ski + 2));
}

// One letter added, left out, changed, or two neighbours exchanged (Damerau 1964).
bool is_one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() > a.size() + 1) return false;
  std::size_t begin = 0;
  while (begin < a.size() && a[begin] == b[begin]) ++begin;
  std::string_view rest_a = a.substr(begin);
  std::string_view rest_b = b.substr(begin);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty()) return true;
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

// Names that differ in vowels only, and are borne side by side.
bool are_two_names(std::string_view a, std::string_view b) {
  constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"hasan", "husein"}, {"jamal", "jamil"}, {"kamal", "kamil"}, {"raSad", "raSid"},
      {"hamad", "hamid"},  {"nasr", "nasir"},  {"amin", "iman"}};
  return std::ranges::any_of(names, [&](const auto& two) {
    return (is_transliteration(a, two.first) && is_transliteration(b, two.second)) ||
           (is_transliteration(b, two.first) && is_transliteration(a, two.second));
  });
}

bool is_short_u_for_v(const NameWord& one, const NameWord& other) {
  if (one.text.find_first_of("uw") == std::string::npos || other.text.find('v') == std::string::npos) return false;
  const std::string read = read_short_u(one.text);
  return read != one.text && is_transliteration(sounds_of(read), other.sounds);
}

// Sobirov, Sobirzoda, Sobiri: Tajik surnames with and without the Russian ending.
bool is_other_surname_form(std::string_view a, std::string_view b) {
  constexpr std::string_view russian[] = {"ov", "ev"};
  constexpr std::string_view persian[] = {"zoda", "zod", "i"};
  constexpr std::size_t shortest_stem = 4;
  for (const std::string_view end_a : russian) {
    for (const std::string_view end_b : persian) {
      if (!a.ends_with(end_a) || !b.ends_with(end_b)) continue;
      const std::string_view stem_a = a.substr(0, a.size() - end_a.size());
      const std::string_view stem_b = b.substr(0, b.size() - end_b.size());
      if (stem_a.size() >= shortest_stem && is_transliteration(sounds_of(stem_a), sounds_of(stem_b))) return true;
    }
  }
  return false;
}

// Jermak and Yermak; Choïgou and Shoigu.
bool is_heard_as(const NameWord& one, const NameWord& other) {
  return !one.heard.empty() && is_transliteration(one.heard, other.sounds);
}

WordAgreement compare_words(const NameWord& a, const NameWord& b) {
  if (a.initial || b.initial) {
    if (a.initial && b.initial) return a.text == b.text ? WordAgreement::initial : WordAgreement::none;
    const NameWord& letter = a.initial ? a : b;
    const NameWord& word = a.initial ? b : a;
    const bool fits = word.text.starts_with(letter.text) || formal_name(word.text).starts_with(letter.text) ||
                      sound_distance(std::string_view(word.sounds).substr(0, 1), letter.sounds) <= closest_initials;
    return fits ? WordAgreement::initial : WordAgreement::none;
  }
  if (a.text == b.text) return WordAgreement::equal;
  if (has_digit(a.text) || has_digit(b.text)) return WordAgreement::none;
  if (differ_by_gender(a.text, b.text)) return WordAgreement::none;
  if (is_transliteration(a.sounds, b.sounds)) return WordAgreement::transliterated;
  if (is_nickname(a.text, b.text)) return WordAgreement::nickname;
  if (is_other_surname_form(a.text, b.text) || is_other_surname_form(b.text, a.text)) return WordAgreement::nickname;
  if (is_short_u_for_v(a, b) || is_short_u_for_v(b, a)) return WordAgreement::transliterated;
  if (is_heard_as(a, b) || is_heard_as(b, a)) return WordAgreement::transliterated;
  if (std::min(a.text.size(), b.text.size()) >= shortest_typo && is_one_slip(a.text, b.text))
    return WordAgreement::typo;
  const bool loose = is_loose_transliteration(a.sounds, b.sounds) && !are_two_names(a.sounds, b.sounds);
  return loose ? WordAgreement::loose : WordAgreement::none;
}

using Words = std::vector<NameWord>;

bool has_initial(const Words& words) { return std::ranges::any_of(words, &NameWord::initial); }

// Writes neighbours as one word where the other name does: Amir-Abdollahian, Amirabdollahian; A. P. J., APJ.
bool join_as_in(Words& words, const Words& other) {
  bool joined = false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    // "Maris" is whole without the "Sa" behind it.
    if (std::ranges::find(other, words[i].text, &NameWord::text) != other.end()) continue;
    NameWord whole = words[i];
    bool initials = whole.initial;
    bool full = !whole.initial;
    for (std::size_t last = i + 1; last < std::min(words.size(), i + most_joined); ++last) {
      whole.text += words[last].text;
      initials = initials && words[last].initial;
      full = full && !words[last].initial;
      if (!initials && !full && last > i + 1) break;
      whole.sounds = sounds_of(whole.text);
      whole.heard.clear();
      const bool found = std::ranges::any_of(other, [&](const NameWord& word) {
        return !word.initial && (word.text == whole.text ||
                                 (full && whole.text.size() > 4 && is_transliteration(word.sounds, whole.sounds)));
      });
      if (!found) continue;
      whole.initial = false;
      words[i] = whole;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  words.begin() + static_cast<std::ptrdiff_t>(last) + 1);
      joined = true;
      break;
    }
  }
  return joined;
}

// Leaves out a particle that is written as part of a word where the other name tells it alone: deBrum, de Brum.
bool unglue_as_in(Words& words, const Words& other) {
  bool changed = false;
  for (NameWord& word : words) {
    const std::size_t length = glued_particle(word.text);
    if (length == 0 || std::ranges::find(other, word.text, &NameWord::text) != other.end()) continue;
    const std::string rest = word.text.substr(length);
    const std::string sounds = sounds_of(rest);
    const bool found = std::ranges::any_of(other, [&](const NameWord& one) {
      return !one.initial && (one.text == rest || is_transliteration(one.sounds, sounds));
    });
    if (!found) continue;
    word.text = rest;
    word.sounds = sounds;
    word.heard.clear();
    changed = true;
  }
  return changed;
}

// The words of two names, paired.
struct Matching {
  std::array<std::int8_t, most_words> of_a{};  // index in b, −1: none
  std::array<std::int8_t, most_words> of_b{};
  std::array<WordAgreement, most_words> agreement{};  // by index in a

  Matching(const Words& a, const Words& b) {
    of_a.fill(-1);
    of_b.fill(-1);
    agreement.fill(WordAgreement::none);
    std::array<std::tuple<WordAgreement, std::uint8_t, std::uint8_t, std::uint8_t>, most_words * most_words> pairs;
    std::size_t num_pairs = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j) {
        const WordAgreement one = compare_words(a[i], b[j]);
        if (one == WordAgreement::none) continue;
        // Symmetric in the names, so that the pairing is.
        const std::size_t shift = i > j ? i - j : j - i;
        pairs[num_pairs++] = {one, static_cast<std::uint8_t>(shift), static_cast<std::uint8_t>(std::min(i, j)),
                              static_cast<std::uint8_t>(i * most_words + j)};
      }
    }
    std::sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(num_pairs));
    for (std::size_t p = 0; p < num_pairs; ++p) {
      const std::size_t i = std::get<3>(pairs[p]) / most_words;
      const std::size_t j = std::get<3>(pairs[p]) % most_words;
      if (of_a[i] >= 0 || of_b[j] >= 0) continue;
      of_a[i] = static_cast<std::int8_t>(j);
      of_b[j] = static_cast<std::int8_t>(i);
      agreement[i] = std::get<0>(pairs[p]);
    }
  }

  // Another order is that of a culture: the family name moves to the other end.
  [[nodiscard]] bool is_rotated() const {
    std::array<std::int8_t, most_words> order{};
    const auto end = std::copy_if(of_a.begin(), of_a.end(), order.begin(), [](std::int8_t j) { return j >= 0; });
    const std::span places(order.begin(), end);
    std::size_t falls = 0;
    for (std::size_t i = 0; i < places.size(); ++i) falls += places[i] > places[(i + 1) % places.size()] ? 1U : 0U;
    return falls <= 1;
  }

  [[nodiscard]] bool in_order() const {
    std::int8_t last = -1;
    for (const std::int8_t j : of_a) {
      if (j < 0) continue;
      if (j < last) return false;
      last = j;
    }
    return true;
  }
};

// The given name before given names, which is as often left out as told: (Muhammad) Amjad Khan.
bool is_muhammad(const NameWord& word) {
  constexpr std::array<std::string_view, 8> spellings{"muhammad", "mohammad", "mohammed", "muhammed",
                                                      "mohamed",  "mohamad",  "muhamad",  "md"};
  return std::ranges::find(spellings, word.text) != spellings.end();
}

// The words that the other name does not tell.
struct Untold {
  std::size_t middle = 0;  // and a Muhammad before two that both tell
  std::size_t first = 0;   // before all that the other tells
  std::size_t last = 0;    // behind it
  std::size_t initials = 0;

  Untold(const Words& words, const std::array<std::int8_t, most_words>& partner) {
    std::size_t begin = words.size();
    std::size_t end = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (partner[i] < 0) continue;
      begin = std::min(begin, i);
      end = i + 1;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (partner[i] >= 0) continue;
      const bool is_first = i < begin && !(end - begin >= 2 && is_muhammad(words[i]));
      ++(words[i].initial ? initials : is_first ? first : i < end ? middle : last);
    }
  }
  [[nodiscard]] std::size_t all() const { return middle + outer() + initials; }
  [[nodiscard]] std::size_t outer() const { return first + last; }
};

// Kim Song is not Kim Song-nam: given names of two syllables are told whole in Korea.
bool leave_half_a_given_name(const Words& a, const Untold& untold_a, const Words& b, const Untold& untold_b) {
  constexpr std::string_view families[] = {"ahn",   "baek", "chang", "choe", "choi", "chong", "chung", "han",  "hong",
                                           "hwang", "jang", "jo",    "jong", "jung", "kang",  "kim",   "kwon", "moon",
                                           "paek",  "pak",  "park",  "ri",   "rim",  "ryu",   "shin",  "yoon", "yun"};
  const Words& longer = a.size() > b.size() ? a : b;
  const Words& shorter = a.size() > b.size() ? b : a;
  return longer.size() == 3 && shorter.size() == 2 && untold_a.last + untold_b.last == 1 &&
         std::ranges::find(families, longer.front().text) != std::end(families) &&
         longer.front().text == shorter.front().text;
}

// "John Paul I" beside II: what looks like an initial is a number.
bool tell_two_numbers(const NameParts& numbered, const NameParts& other) {
  if (numbered.generation == 0 || numbered.generation >= senior_generation || other.generation != 0) return false;
  if (other.words.size() != numbered.words.size() + 1) return false;
  const std::string& last = other.words.back().text;
  return (last == "i" && numbered.generation != 1) || (last == "v" && numbered.generation != 5);
}

class Comparison {
 public:
  Comparison(const NameParts& a, const NameParts& b, const PersonWeights& weights) : a_(a), b_(b), weights_(weights) {}

  NameComparison compare() {
    // Longer names than anybody bears are equal or not.
    if (a_.words.size() > most_words || b_.words.size() > most_words) {
      if (a_.words == b_.words) return {NameAgreement::full, name_equal, weights_.most};
      return {};
    }
    if (a_.words.empty() || b_.words.empty()) return {};
    if (a_.generation != 0 && b_.generation != 0 && a_.generation != b_.generation) return {};
    if (tell_two_numbers(a_, b_) || tell_two_numbers(b_, a_)) return {};
    if (a_.words.size() != b_.words.size()) {
      Words joined_a = a_.words;
      Words joined_b = b_.words;
      if (join_as_in(a_.words.size() > b_.words.size() ? joined_a : joined_b,
                     a_.words.size() > b_.words.size() ? b_.words : a_.words)) {
        found_.variations |= name_joined;
        return judge(joined_a, joined_b);
      }
    }
    const bool a_tells_particle = a_.article || a_.father_named;
    if (a_tells_particle != (b_.article || b_.father_named)) {
      Words without = a_tells_particle ? b_.words : a_.words;
      if (unglue_as_in(without, a_tells_particle ? a_.words : b_.words)) {
        found_.variations |= name_article;
        return a_tells_particle ? judge(a_.words, without) : judge(without, b_.words);
      }
    }
    return judge(a_.words, b_.words);
  }

 private:
  NameComparison judge(const Words& a, const Words& b) {
    const Matching matching(a, b);
    const Untold untold_a(a, matching.of_a);
    const Untold untold_b(b, matching.of_b);
    // Each tells a word that the other does not: Ilham and Heydar Aliyev.
    if (untold_a.all() > 0 && untold_b.all() > 0) return {};
    std::size_t full = 0;
    std::size_t initials = 0;
    std::size_t typos = 0;
    std::size_t loose = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      switch (matching.agreement[i]) {
        case WordAgreement::equal:
          add(weights_.word_equal, name_equal);
          break;
        case WordAgreement::transliterated:
          add(weights_.word_transliterated, name_transliterated);
          break;
        case WordAgreement::nickname:
          add(weights_.word_nickname, name_nickname);
          break;
        case WordAgreement::typo:
          ++typos;
          add(weights_.word_typo, name_typo);
          break;
        case WordAgreement::loose:
          ++loose;
          add(weights_.word_loose, name_loose);
          break;
        case WordAgreement::initial:
          ++initials;
          if (a[i].initial && b[static_cast<std::size_t>(matching.of_a[i])].initial) {
            add(weights_.word_both_initial, name_equal);
          } else {
            add(weights_.word_initial, name_initial);
          }
          break;
        case WordAgreement::none:
          continue;
      }
      if (matching.agreement[i] != WordAgreement::initial) ++full;
    }
    if (full == 0 || typos + loose > 1 || loose == full) return {};
    // Mahmoud and Mohamed are two names: only where nothing else differs may other vowels be a spelling.
    if (loose > 0 && untold_a.all() + untold_b.all() > 0) return {};
    // Of "K. P. S. Menon" one initial is not enough.
    if (full == 1 && initials > 0 && untold_a.initials + untold_b.initials > 1) return {};
    // "George H. W." and "George W.": who tells initials tells all of them.
    if (full > 1 && initials > 0 && untold_a.initials + untold_b.initials > 0 && has_initial(a) && has_initial(b))
      return {};
    // "Mark T. Esper" is no Takano.
    if (full == 1 && initials > 0 && untold_a.outer() + untold_b.outer() > 0) return {};
    // The son of Salman is not Salman.
    if (a_.father_named && matching.of_a[0] < 0 && a.size() > 1 && b.size() > 1) return {};
    if (b_.father_named && matching.of_b[0] < 0 && a.size() > 1 && b.size() > 1) return {};
    const bool in_order = matching.in_order();
    if (!in_order && (a_.father_named || b_.father_named || !matching.is_rotated())) return {};
    const bool lone = a.size() == 1 || b.size() == 1;
    found_.agreement = lone && a.size() != b.size() ? NameAgreement::lone_word
                       : full == 1 && initials > 0  ? NameAgreement::initials
                                                    : NameAgreement::full;
    if (found_.agreement == NameAgreement::full && leave_half_a_given_name(a, untold_a, b, untold_b)) return {};
    if (found_.agreement == NameAgreement::lone_word) {
      if (typos + loose > 0) return {};
      const auto& partner = a.size() == 1 ? matching.of_b : matching.of_a;
      const bool last = partner[std::max(a.size(), b.size()) - 1] >= 0;
      found_.log_odds = last ? weights_.lone_word : partner[0] >= 0 ? weights_.lone_first_word : 0;
      found_.variations |= name_lone_word;
    } else {
      found_.log_odds = std::min(found_.log_odds, weights_.most);
      if (!in_order) add(weights_.order, name_reordered);
      for (const Untold& untold : {untold_a, untold_b}) {
        add(weights_.middle_missing, name_middle_missing, untold.middle);
        // Whose son somebody is tells more than the names behind it.
        const bool same_father = a_.father_named && b_.father_named && matching.of_a[0] == 0 && matching.of_a[1] == 1;
        // Omar Abdirashid Ali is a son of Abdirashid Ali.
        add(full > 2 ? weights_.son_missing : weights_.first_missing, name_outer_missing, untold.first);
        add(same_father ? weights_.middle_missing : weights_.last_missing, name_outer_missing, untold.last);
        add(weights_.initial_missing, name_initial_missing, untold.initials);
      }
    }
    if (a_.generation != b_.generation) {
      const bool senior = std::max(a_.generation, b_.generation) == senior_generation;
      add(senior ? weights_.senior_missing : weights_.generation_missing, name_generation_missing);
    }
    if (a_.article != b_.article) found_.variations |= name_article;
    return with_patronymic(a, b, matching);
  }

  NameComparison with_patronymic(const Words& a, const Words& b, const Matching& matching) {
    if (!a_.patronymic.empty() && !b_.patronymic.empty()) {
      if (!is_transliteration(a_.patronymic, b_.patronymic)) return {};
      add(weights_.patronymic_equal, name_equal);
    } else if (!a_.patronymic.empty() || !b_.patronymic.empty()) {
      // "Hasanov Zakir A." has an initial for "Asgar oglu".
      const Words& other = a_.patronymic.empty() ? a : b;
      const auto& partner = a_.patronymic.empty() ? matching.of_a : matching.of_b;
      const std::string& father = a_.patronymic.empty() ? b_.patronymic : a_.patronymic;
      for (std::size_t i = 0; i < other.size(); ++i) {
        if (partner[i] < 0 && other[i].initial && other[i].text[0] != father[0]) return {};
      }
      found_.variations |= name_patronymic;
    }
    return found_;
  }

  void add(double log_odds, std::uint32_t variation, std::size_t times = 1) {
    if (times == 0) return;
    found_.log_odds += log_odds * static_cast<double>(times);
    found_.variations |= variation;
  }

  const NameParts& a_;
  const NameParts& b_;
  const PersonWeights& weights_;
  NameComparison found_;
};

constexpr std::pair<NameVariation, std::string_view> wordings[] = {
    {name_transliterated, "two romanisations"},
    {name_nickname, "two forms of a name"},
    {name_typo, "one letter differs"},
    {name_loose, "vowels differ"},
    {name_slip, "a rare slip of a frequent name"},
    {name_initial, "initials"},
    {name_lone_word, "one word of the name alone"},
    {name_reordered, "another order"},
    {name_middle_missing, "a middle name left out"},
    {name_outer_missing, "a first or last name left out"},
    {name_initial_missing, "an initial left out"},
    {name_generation_missing, "Jr or a number left out"},
    {name_patronymic, "a patronymic left out"},
    {name_joined, "written as one word"},
    {name_article, "an article or particle left out"}};

}  // namespace

NameComparison compare_parts(const NameParts& a, const NameParts& b, const PersonWeights& weights) {
  return Comparison(a, b, weights).compare();
}

NameComparison compare_names(std::string_view a, std::string_view b, const PersonWeights& weights) {
  return compare_parts(parse_name(fold_name(a)), parse_name(fold_name(b)), weights);
}

std::string variations_in_words(std::uint32_t variations) {
  std::string text;
  for (const auto& [variation, wording] : wordings) {
    if ((variations & variation) == 0) continue;
    if (!text.empty()) text += ", ";
    text += wording;
  }
  return text;
}

}  // namespace entente
