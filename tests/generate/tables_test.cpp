#include "generated_corpus.hpp"

#include <entente/core/error.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using Catch::Matchers::Contains;
using generate::GenerateOptions;

namespace {

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.full_message();
  }
  return {};
}

std::string option_error(const GenerateOptions& options) {
  return message_of([&] { static_cast<void>(generate::sizes_of(options)); });
}

}  // namespace

TEST_CASE("surnames are one region's alone, so that full names tell persons apart", "[generate]") {
  const generate::Tables tables = generate::read_tables(ENTENTE_SOURCE_DIR "/configs/generate");
  CHECK(tables.countries.size() > 190);
  std::set<std::string> codes;
  for (const generate::Country& country : tables.countries) {
    CHECK(country.code.size() == 2);
    CHECK(codes.insert(country.code).second);
  }
  std::set<std::string> surnames;
  std::uint64_t names = 0;
  for (const generate::NameRegion& region : tables.regions) {
    for (const std::string& surname : region.surnames) {
      if (!surnames.insert(generate::without_diacritics(surname)).second) FAIL(surname);
    }
    names += region.surnames.size() * region.given.size();
  }
  CHECK(names > 20'000'000);
}

TEST_CASE("options that are out of range are told", "[generate]") {
  CHECK_THAT(option_error({.mixing = 1.5}), Contains("mixing") && Contains("1.5"));
  CHECK_THAT(option_error({.mixing = -0.1}), Contains("mixing"));
  CHECK_THAT(option_error({.pairs = 0.7, .groups = 0.6}), Contains("more than 1"));
  CHECK_THAT(option_error({.persons = 1}), Contains("persons"));
  CHECK_THAT(option_error({.persons = 100, .communities = 50}), Contains("at most 10"));
  CHECK_THAT(option_error({.excess = 0.5}), Contains("excess"));
  CHECK_THAT(option_error({.retellings = 0.5}), Contains("retellings"));
  CHECK(option_error({}).empty());
}

TEST_CASE("mistakes in the tables are told with file, line and field", "[generate]") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "entente-generate-tables";
  fs::remove_all(folder);
  fs::copy(ENTENTE_SOURCE_DIR "/configs/generate", folder, fs::copy_options::recursive);
  const auto message = [&] { return message_of([&] { static_cast<void>(generate::read_tables(folder)); }); };
  CHECK(message().empty());
  std::ofstream(folder / "countries.yaml")
      << "countries:\n  - {code: XX, name: X, adjective: X, capital: X, towns: [], names: martian}\n";
  CHECK_THAT(message(), Contains("countries.yaml:2") && Contains("martian"));
  std::ofstream(folder / "countries.yaml") << "countries:\n  - {code: XX, nam: X}\n";
  CHECK_THAT(message(), Contains("countries.yaml:2") && Contains("did you mean 'name'"));
  std::ofstream(folder / "offices.yaml") << "ministries:\n  - {name: m, building: b, heads: [], staff: [s]}\n";
  CHECK_THAT(message(), Contains("offices.yaml:2") && Contains("heads"));
  fs::remove_all(folder);
}
