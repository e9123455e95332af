#include "name_parts.hpp"

#include "name_sounds.hpp"
#include "press_readings.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace entente {

namespace {

using WordList = std::span<const std::string_view>;

// None of them is a given name somewhere: "Gen", "Emir", "Sultan" and "He" are.
constexpr std::string_view titles[] = {
    "admiral", "ambassador", "ayatollah", "captain", "colonel", "crown", "dr", "excellency", "general", "haji", "hrh",
    "king", "lady", "lieutenant", "lord", "lt", "maj", "major", "marshal", "minister", "mr", "mrs", "ms", "mullah",
    "pope", "president", "prince", "princess", "prof", "queen", "sayed", "sayyed", "sayyid", "seyed", "seyyed",
    "shaikh", "sheik", "sheikh", "sir", "syed", "tun", "dato", "datuk", "shri", "hon", "adm", "brig", "capt", "col",
    // and of further languages
    "alhaji", "archbishop", "brigadier", "cardinal", "chairman", "commodore", "congressman", "dame", "dasho", "daw",
    "engineer", "hojatoleslam", "hojjatoleslam", "lyonchhen", "lyonpo", "madame", "maulana", "maulvi", "mawlawi", "mme",
    "molavi", "monsieur", "moulvi", "premier", "professor", "rabbi", "reverend", "samdech", "senator", "sheikha",
    "shaikha", "shaykh", "sgt"};
constexpr std::string_view articles[] = {"al", "el", "ul"};
constexpr std::string_view particles[] = {"da",  "das", "de",  "del", "della", "den",  "der",   "di",  "do",
                                          "dos", "du",  "e",   "la",  "las",   "le",   "los",   "of",  "ould",
                                          "ter", "van", "von", "y",   "abu",   "abou", "aboul", "abul"};
// With these a surname may begin that stands alone ("De Mistura"); "Van" or "Do" would be a name of Vietnam.
constexpr std::string_view first_particles[] = {"de", "del", "della", "di", "dos", "von"};
constexpr std::string_view fathers[] = {"bin", "ibn", "bint", "ben"};
constexpr std::string_view sons[] = {"oglu", "ogly", "oghlu", "oghly", "ogli", "qizi",
                                     "kizi", "kyzy", "gizi",  "qyzy",  "uulu"};
constexpr std::string_view one_of_two[] = {"ng", "mc", "st", "dr",
                                           "jr", "sr", "md"};  // words of two letters without vowels
constexpr std::string_view patronymic_ends[] = {"ovich", "evich", "ovna", "evna", "ovych", "ivna", "yevich", "avich"};

constexpr std::pair<std::string_view, std::uint8_t> generations[] = {{"jr", junior_generation},
                                                                     {"junior", junior_generation},
                                                                     {"sr", senior_generation},
                                                                     {"senior", senior_generation},
                                                                     {"ii", 2},
                                                                     {"iii", 3},
                                                                     {"iv", 4},
                                                                     {"vi", 6},
                                                                     {"vii", 7},
                                                                     {"viii", 8},
                                                                     {"ix", 9}};

bool is_one_of(WordList list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end > 0) words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

// With the article as it is written or as it is heard: Abdul Rahman, Abdur Rahman; Abdus Salam, Abdessalam.
bool is_abd(std::string_view word) {
  constexpr std::string_view spellings[] = {"abd",   "abdel", "abdul", "abdal", "abdol", "abder", "abdur",
                                            "abdar", "abdes", "abdus", "abdas", "abden", "abdun", "abdud",
                                            "abded", "abdut", "abdet", "abduz", "abdez", "abed"};
  return std::ranges::find(spellings, word) != std::end(spellings);
}

// "abdel fattah", "abd al fattah", "abdulfattah" → "abdfattah"; "abdullah" is a word of its own.
void join_servants(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].starts_with("abdou")) words[i].erase(3, 1);  // Abdoulaye, Abdulaye
    if (is_abd(words[i])) {
      std::size_t next = i + 1;
      if (next < words.size() && is_one_of(articles, words[next])) ++next;
      if (next >= words.size() || words[next].size() < 3) continue;
      words[i] = "abd" + words[next];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  words.begin() + static_cast<std::ptrdiff_t>(next) + 1);
    } else if (words[i].size() >= 8 && is_abd(words[i].substr(0, 5)) && !words[i].substr(5).starts_with("la")) {
      words[i] = "abd" + words[i].substr(5);
    }
  }
}

// "Shams al-Din", "Shams-Eddin", "Shamsuddin" → "shamsiddin".
void join_faiths(std::vector<std::string>& words) {
  constexpr std::string_view spellings[] = {"eddine", "eddin", "uddin", "addin", "iddin", "aldin",
                                            "eldin",  "idin",  "udin",  "edin",  "din"};
  constexpr std::string_view joined = "iddin";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto* spelling = std::ranges::find_if(spellings, [&](std::string_view one) {
      return one != "din" && words[i].ends_with(one) && words[i].size() > one.size() + 2;
    });
    if (spelling != std::end(spellings)) {
      words[i].resize(words[i].size() - spelling->size());
      words[i] += joined;
    }
    if (i == 0) continue;
    std::size_t begin = i;
    if (words[i] == "din" && i > 1 && is_one_of(articles, words[i - 1])) begin = i - 1;
    if (words[i] != "din" && !is_one_of(spellings, words[i])) continue;
    if (words[begin - 1].size() < 3) continue;
    words[begin - 1] += joined;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    i = begin - 1;
  }
}

// How many words before a name are one title: "field marshal", "lt", "tan sri", "datuk seri". Gen alone may be a given
// name, and so may what begins a title of two words.
std::size_t title_length(std::span<const std::string> words) {
  constexpr std::string_view beginnings[] = {"field", "air", "chief", "vice", "rear", "tan", "dato", "datuk", "senior"};
  constexpr std::string_view endings[] = {"marshal", "chief", "admiral", "air", "sri", "seri", "general", "commodore"};
  if (words.size() > 2 && is_one_of(beginnings, words[0]) && is_one_of(endings, words[1])) return 2;
  if (words.size() > 1 && is_one_of(titles, words[0])) return 1;
  return words.size() > 2 && words[0] == "gen" ? 1 : 0;
}

// A title stands before a name: "Mackenzie King" and "Mohamed Sayed Tantawi" tell none.
void drop_titles(std::vector<std::string>& words) {
  while (const std::size_t length = title_length(words)) {
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length));
  }
}

// "CQ Brown" tells two initials, "Elsisi" an article.
void split_words(std::vector<std::string>& words) {
  constexpr std::string_view vowels = "aeiouy";
  for (std::size_t i = 0; i < words.size() && words.size() > 1; ++i) {
    if (words[i].size() == 2 && i + 1 < words.size() && words[i].find_first_of(vowels) == std::string::npos &&
        words[i].find_first_of("0123456789") == std::string::npos && !is_one_of(one_of_two, words[i])) {
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words[i].substr(1));
      words[i].resize(1);
    } else if (i > 0 &&
               ((words[i].size() >= 6 && words[i].starts_with("el")) ||
                (words[i].size() >= 7 && words[i].starts_with("al"))) &&
               words[i].substr(2, 1).find_first_of(vowels) == std::string::npos && !words[i].starts_with("elts") &&
               !words[i].starts_with("elch")) {  // no sounds of Arabic: Eltsin, Elchin
      words[i].erase(0, 2);
    }
  }
}

// "Elizabeth I" and "Mohammed V" beside II and VI: a letter behind a lone name is a number.
bool is_lone_number(const std::vector<std::string>& words, std::size_t i) {
  return words.size() == 2 && i == 1 && (words[i] == "i" || words[i] == "v");
}

void take_generation(std::vector<std::string>& words, NameParts& parts) {
  for (std::size_t i = words.size(); i-- > 1;) {
    if (is_lone_number(words, i)) {
      parts.generation = words[i] == "i" ? 1 : 5;
      words.pop_back();
      return;
    }
    const auto* found = std::ranges::find(generations, words[i], [](const auto& one) { return one.first; });
    if (found == std::end(generations)) continue;
    if (words[i] == "vi" && words.size() != 2) continue;  // a given name in Vietnam
    parts.generation = found->second;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

void take_patronymic(std::vector<std::string>& words, NameParts& parts) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (!is_one_of(sons, words[i])) continue;
    parts.patronymic = sounds_of(words[i - 1]);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) - 1, words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return;
  }
  if (words.size() < 3) return;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool ends = words[i].size() > 6 && std::ranges::any_of(patronymic_ends, [&](std::string_view end) {
                        return words[i].ends_with(end);
                      });
    // A surname such as Petrovich stands last, where a patronymic stands only after the surname and the given name.
    if (!ends || (i + 1 == words.size() && words.size() != 3)) continue;
    parts.patronymic = sounds_of(words[i]);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

void drop_particles(std::vector<std::string>& words, NameParts& parts) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (!last && i > 0 && is_one_of(fathers, words[i])) {
      parts.father_named = true;
    } else if (!last && (is_one_of(articles, words[i]) || is_one_of(first_particles, words[i]) ||
                         (i > 0 && is_one_of(particles, words[i])))) {
      parts.article = true;
    } else {
      kept.push_back(std::move(words[i]));
    }
  }
  words = std::move(kept);
}

}  // namespace

std::size_t NameParts::num_full() const {
  return static_cast<std::size_t>(std::ranges::count(words, false, &NameWord::initial));
}

std::size_t glued_particle(std::string_view word) {
  constexpr std::string_view glued[] = {"vander", "vanden", "abul", "ould", "abu", "bin", "ben", "ibn", "al",
                                        "el",     "van",    "de",   "di",   "da",  "du",  "la",  "le"};
  constexpr std::size_t shortest_rest = 4;
  const auto* found = std::ranges::find_if(
      glued, [&](std::string_view one) { return word.size() >= one.size() + shortest_rest && word.starts_with(one); });
  return found == std::end(glued) ? 0 : found->size();
}

std::string fold_name(std::string_view name) {
  constexpr std::string_view rank = "Gen.";
  const std::size_t place = name.find(rank);
  const bool alone = place != std::string_view::npos && (place == 0 || name[place - 1] == ' ');
  if (!alone) return fold(name);
  return fold(std::string(name.substr(0, place)).append(name.substr(place + rank.size())));
}

NameParts parse_name(std::string_view folded) {
  NameParts parts;
  std::vector<std::string> words = words_of(folded);
  drop_titles(words);
  take_generation(words, parts);
  join_servants(words);
  join_faiths(words);
  split_words(words);
  take_patronymic(words, parts);
  drop_particles(words, parts);
  const PressLanguage language = press_language(words);
  for (std::string& word : words) {
    const bool initial = word.size() == 1 && words.size() > 1 && !('0' <= word[0] && word[0] <= '9');
    std::string sounds = sounds_of(word);
    std::string heard;
    if (language != PressLanguage::english) heard = press_sounds(word, language);
    if (heard == sounds) heard.clear();
    parts.words.push_back({std::move(word), std::move(sounds), std::move(heard), initial});
  }
  return parts;
}

}  // namespace entente
