#include <entente/core/yaml.hpp>
#include <entente/generate/tables.hpp>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <unordered_set>

#include <fmt/format.h>

namespace entente::generate {

namespace {

/// One file of a table: a list of maps under one key.
class TableFile {
 public:
  TableFile(const std::filesystem::path& path, const std::string& list, const std::vector<std::string>& beside = {})
      : yaml_(YamlFile::load(path, ErrorCode::bad_lexicon)), list_(list) {
    std::vector<std::string> known = beside;
    known.push_back(list);
    yaml_.require_map(yaml_.root(), "", known);
    const YAML::Node rows = yaml_.root()[list];
    if (!rows.IsDefined() || !rows.IsSequence() || rows.size() == 0) {
      yaml_.fail(yaml_.root(), list, "expected a list of at least one entry");
    }
  }

  template <typename Read>
  void each_row(const std::vector<std::string>& known, const Read& read) const {
    for (const YAML::Node& row : yaml_.root()[list_]) {
      yaml_.require_map(row, list_, known);
      read(row);
    }
  }

  [[nodiscard]] std::string text(const YAML::Node& row, const std::string& field) const {
    const YAML::Node node = row[field];
    if (!node.IsDefined()) yaml_.fail(row, field, "the field is missing");
    return yaml_.text(node, field);
  }
  [[nodiscard]] std::string text_or(const YAML::Node& row, const std::string& field,
                                    const std::string& otherwise) const {
    const YAML::Node node = row[field];
    return node.IsDefined() ? yaml_.text(node, field) : otherwise;
  }
  [[nodiscard]] std::vector<std::string> texts(const YAML::Node& row, const std::string& field,
                                               std::size_t least) const {
    const YAML::Node node = row[field];
    if (!node.IsDefined()) yaml_.fail(row, field, "the field is missing");
    std::vector<std::string> found = yaml_.texts(node, field);
    if (found.size() < least) yaml_.fail(node, field, fmt::format("expected a list of at least {}", least));
    return found;
  }
  [[nodiscard]] const YamlFile& yaml() const { return yaml_; }

 private:
  YamlFile yaml_;
  std::string list_;
};

std::uint32_t years_of(const TableFile& file, const YAML::Node& row, const std::string& text) {
  std::uint32_t years = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), years);
  if (problem != std::errc() || end != text.data() + text.size() || years < 1 || years > 40) {
    file.yaml().fail(row, "years", fmt::format("expected a whole number from 1 to 40, found '{}'", text));
  }
  return years;
}

Office read_office(const TableFile& file, const YAML::Node& row) {
  static const std::vector<std::string> known{"title", "short", "noun", "years"};
  file.yaml().require_map(row, "heads", known);
  Office office{file.text(row, "title"), file.text(row, "short"), file.text(row, "noun")};
  const std::vector<std::string> years = file.texts(row, "years", 2);
  office.years = {years_of(file, row, years.front()), years_of(file, row, years.back())};
  if (office.years[0] > office.years[1]) file.yaml().fail(row, "years", "the first number is the smaller one");
  return office;
}

std::vector<Ministry> read_ministries(const std::filesystem::path& path) {
  const TableFile file(path, "ministries");
  std::vector<Ministry> ministries;
  file.each_row({"name", "building", "heads", "staff"}, [&](const YAML::Node& row) {
    Ministry ministry{file.text(row, "name"), file.text(row, "building"), {}, file.texts(row, "staff", 1)};
    const YAML::Node heads = row["heads"];
    if (!heads.IsDefined() || !heads.IsSequence() || heads.size() == 0) {
      file.yaml().fail(row, "heads", "expected a list of at least one office");
    }
    for (const YAML::Node& head : heads) ministry.heads.push_back(read_office(file, head));
    ministries.push_back(std::move(ministry));
  });
  return ministries;
}

/// Given names of men and women, each once.
void read_given_names(const TableFile& file, const YAML::Node& row, NameRegion& region) {
  std::unordered_set<std::string> seen;
  const auto add = [&](const std::string& field) {
    for (std::string& name : file.texts(row, field, 1)) {
      if (seen.insert(without_diacritics(name)).second) region.given.push_back(std::move(name));
    }
  };
  add("male");
  region.num_male = region.given.size();
  add("female");
}

/// Neighbours in the list begin and end differently: see `PersonNames`.
void add_surnames(const TableFile& file, const YAML::Node& row, std::unordered_set<std::string>& taken,
                  NameRegion& region) {
  const std::vector<std::string> begins = file.texts(row, "begin", 1);
  const std::vector<std::string> middles = file.texts(row, "middle", 1);
  const std::vector<std::string> ends = file.texts(row, "end", 1);
  const std::size_t rests = middles.size() * ends.size();
  std::size_t step = rests * 5 / 8 + 1;
  while (std::gcd(step, rests) != 1) ++step;
  for (std::size_t turn = 0; turn < rests; ++turn) {
    for (std::size_t begin = 0; begin < begins.size(); ++begin) {
      const std::size_t rest = (turn + 7 * begin) * step % rests;
      std::string surname = begins[begin] + middles[rest / ends.size()] + ends[rest % ends.size()];
      if (taken.insert(without_diacritics(surname)).second) region.surnames.push_back(std::move(surname));
    }
  }
}

std::vector<std::array<std::string, 2>> read_romanisations(const TableFile& file) {
  std::vector<std::array<std::string, 2>> romanisations;
  const YAML::Node pairs = file.yaml().root()["romanisations"];
  if (!pairs.IsDefined()) return romanisations;
  if (!pairs.IsSequence()) file.yaml().fail(pairs, "romanisations", "expected a list of pairs");
  for (const YAML::Node& node : pairs) {
    const std::vector<std::string> pair = file.yaml().texts(node, "romanisations");
    if (pair.size() != 2) file.yaml().fail(node, "romanisations", "expected a pair of letters");
    romanisations.push_back({pair[0], pair[1]});
  }
  return romanisations;
}

std::vector<NameRegion> read_regions(const TableFile& file) {
  std::vector<NameRegion> regions;
  std::unordered_set<std::string> taken;
  file.each_row(
      {"region", "male", "female", "begin", "middle", "end", "feminine", "second", "patronymic", "surname_first"},
      [&](const YAML::Node& row) {
        NameRegion region;
        region.name = file.text(row, "region");
        read_given_names(file, row, region);
        add_surnames(file, row, taken, region);
        if (region.surnames.empty()) file.yaml().fail(row, "begin", "other regions have all these surnames");
        if (row["feminine"].IsDefined()) region.feminine = file.texts(row, "feminine", 0);
        const std::string second = file.text_or(row, "second", "given");
        if (second == "patronymic") {
          region.second = SecondName::patronymic;
          const std::vector<std::string> endings = file.texts(row, "patronymic", 2);
          region.patronymic = {endings[0], endings[1]};
        } else if (second == "surname") {
          region.second = SecondName::surname;
        } else if (second != "given") {
          file.yaml().fail(row, "second", fmt::format("expected given, patronymic or surname, found '{}'", second));
        }
        region.surname_first = file.text_or(row, "surname_first", "false") == "true";
        regions.push_back(std::move(region));
      });
  return regions;
}

std::vector<Country> read_countries(const std::filesystem::path& path, const std::vector<NameRegion>& regions) {
  const TableFile file(path, "countries");
  std::vector<Country> countries;
  file.each_row({"code", "name", "adjective", "capital", "towns", "names"}, [&](const YAML::Node& row) {
    Country country{file.text(row, "code"), file.text(row, "name"), file.text(row, "adjective"),
                    file.text(row, "capital"), file.texts(row, "towns", 0)};
    const std::string region = file.text(row, "names");
    const auto found = std::ranges::find(regions, region, &NameRegion::name);
    if (found == regions.end()) file.yaml().fail(row, "names", fmt::format("there are no names of '{}'", region));
    country.region = static_cast<std::uint32_t>(found - regions.begin());
    countries.push_back(std::move(country));
  });
  return countries;
}

}  // namespace

Tables read_tables(const std::filesystem::path& folder) {
  Tables tables;
  tables.ministries = read_ministries(folder / "offices.yaml");
  const TableFile names(folder / "names.yaml", "regions", {"romanisations"});
  tables.regions = read_regions(names);
  tables.romanisations = read_romanisations(names);
  tables.countries = read_countries(folder / "countries.yaml", tables.regions);
  tables.wording = read_wording(folder / "articles.yaml");
  return tables;
}

}  // namespace entente::generate
