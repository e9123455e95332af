#pragma once

#include <entente/generate/wording.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente::generate {

/// A country as texts name it.
struct Country {
  std::string code = {};       ///< ISO 3166-1 alpha-2
  std::string name = {};       ///< "Latvia"
  std::string adjective = {};  ///< "Latvian"
  std::string capital = {};
  std::vector<std::string> towns = {};  ///< beside the capital
  std::uint32_t region = 0;             ///< of `Tables::regions`
};

/// An office with one holder at a time.
struct Office {
  std::string title = {};                       ///< "Minister of Defence", goes with "of Latvia"
  std::string brief = {};                       ///< "Defence Minister", goes with "Latvian"
  std::string noun = {};                        ///< what the holder is called later on: "minister"
  std::array<std::uint32_t, 2> years = {1, 1};  ///< how long a term lasts, from and to
};

/// A body whose officials meet others.
struct Ministry {
  std::string name = {};
  std::string building = {};
  std::vector<Office> heads = {};
  std::vector<std::string> staff = {};  ///< offices that several hold at once
};

/// What a middle name is made of.
enum class SecondName : std::uint8_t { given, patronymic, surname };

/// How persons of a part of the world are called.
struct NameRegion {
  std::string name = {};
  std::vector<std::string> given = {};  ///< those of men, then those of women, each once
  std::size_t num_male = 0;
  std::vector<std::string> surnames = {};  ///< each once in all regions, also where diacritics do not count
  std::vector<std::string> feminine = {};  ///< surnames with these endings add an a where a woman bears them
  SecondName second = SecondName::given;
  std::array<std::string, 2> patronymic = {};  ///< endings for men and women
  bool surname_first = false;                  ///< names are also written so
};

/// The words that corpora are made of: what stands in `countries.yaml`, `offices.yaml`,
/// `names.yaml` and `articles.yaml`.
struct Tables {
  std::vector<Country> countries = {};
  std::vector<Ministry> ministries = {};
  std::vector<NameRegion> regions = {};
  std::vector<std::array<std::string, 2>> romanisations = {};  ///< two ways to write the same letters
  Wording wording = {};
};

/// Reads the tables of a folder. Throws `Error` (`bad_lexicon`) with file, line and field for whatever is wrong.
[[nodiscard]] Tables read_tables(const std::filesystem::path& folder);

/// Latin letters without diacritics, as `names.yaml` uses them: "Çetin" → "Cetin", "Søren" → "Soren". Unlike `fold` it
/// does not depend on a library's version.
[[nodiscard]] std::string without_diacritics(std::string_view name);

}  // namespace entente::generate
