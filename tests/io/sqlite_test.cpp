#include "expected_network.hpp"
#include "full_document.hpp"
#include "network_readers.hpp"
#include "temporary_folder.hpp"

#include <entente/core/error.hpp>
#include <entente/io/sqlite.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/stat.h>

using namespace entente;
using namespace entente::test;

namespace {

// SQLite holds every name as it is, but for what is no UTF-8.
std::vector<std::string> names_in_sqlite() {
  std::vector<std::string> names = hostile_names();
  names[8] = "tag8 \uFFFD\uFFFD( invalid";
  names.emplace_back("Zo\u00EB");
  return names;
}

std::string read(const std::string& path, const std::string& expected) {
  const CommandResult result = run_command(python + " " + script("read_sqlite.py") + " " + path + " " + expected);
  return result.output.substr(0, 2000);
}

}  // namespace

TEST_CASE("SQLite holds the network, its events and what they stand on", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  const TemporaryFolder folder;
  const std::string path = folder / "network.sqlite";
  write_sqlite(path, full_document(sample));
  // Three of four measures have all ten values, one has nine; one event tells of no document.
  CHECK(read(path, folder.write("expected.json", expected_network(sample, names_in_sqlite()))) ==
        "persons 10 ties 18 events 10 evidence 9 measures 39 sentences 9\n");
  const std::string bytes = file_content(path);
  write_sqlite(path, full_document(sample));
  CHECK(file_content(path) == bytes);

  NetworkDocument document = sample.document();
  document.quotes = false;
  write_sqlite(path, document);
  CHECK(read(path, folder / "expected.json") == "persons 10 ties 18 events 10 evidence 9 measures 0 sentences 0\n");
}

TEST_CASE("SQLite of the empty network is a database, and takes other tables", "[io]") {
  const SampleNetwork sample({});
  const TemporaryFolder folder;
  const Table table{{{"a b"}, {"\"quoted\""}}, {{std::string("x'y"), std::int64_t{3}}, {std::monostate(), 0.5}}};
  const NamedTable named{"also", table};
  write_sqlite(folder / "n.sqlite", sample.document(), std::span(&named, 1));
  CHECK(read(folder / "n.sqlite", folder.write("expected.json", expected_network(sample, {}))) ==
        "persons 0 ties 0 events 0 evidence 0 measures 0 sentences 0\n");
  if (has_program("sqlite3")) {
    CHECK(run_command("sqlite3 " + (folder / "n.sqlite") + " 'SELECT * FROM also'").output == "x'y|3\n|0.5\n");
  }
}

TEST_CASE("a database that cannot be written leaves the earlier file", "[io]") {
  const SampleNetwork sample(hostile_records());
  const TemporaryFolder folder;
  CHECK_THROWS_AS(write_sqlite(folder / "no/n.sqlite", sample.document()), Error);
  const std::string path = folder.write("n.sqlite", "earlier");
  const Table broken{{{"a"}, {"A"}}, {}};  // two columns of one name
  const NamedTable named{"also", broken};
  CHECK_THROWS_AS(write_sqlite(path, sample.document(), std::span(&named, 1)), Error);
  CHECK(file_content(path) == "earlier");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK_THROWS_WITH(write_sqlite(folder / "pipe", sample.document()), Catch::Contains("is no ordinary file"));
}
