#include "temporary_folder.hpp"

#include <entente/core/error.hpp>
#include <entente/io/output_file.hpp>

#include <csignal>
#include <filesystem>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace entente;
using namespace entente::test;
namespace fs = std::filesystem;

namespace {

std::ptrdiff_t num_entries(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

Error failure(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  try {
    write_file(path, write);
  } catch (const Error& error) {
    return error;
  }
  throw std::logic_error("no error");
}

void write_a_lot(std::ostream& out) {
  for (int i = 0; i < 100; ++i) out << std::string(100000, 'x');
}

// Lets no file grow beyond a size, as a full disk would.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

}  // namespace

TEST_CASE("a file is written whole and its size told", "[io]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "out.csv";
  CHECK(write_file(path, [](std::ostream& out) { out << "abc"; }) == 3);
  CHECK(file_content(path) == "abc");
  CHECK(write_file(path, [](std::ostream& out) { write_a_lot(out); }) == 10'000'000);
  CHECK(fs::file_size(path) == 10'000'000);
  CHECK(write_file(path, [](std::ostream&) {}) == 0);
  CHECK(file_content(path).empty());
  CHECK(num_entries(folder.path()) == 1);
}

TEST_CASE("a writer that fails leaves the old file and nothing else", "[io]") {
  const TemporaryFolder folder;
  const fs::path path = folder.write("out.csv", "old");
  CHECK_THROWS_WITH(write_file(path,
                               [](std::ostream& out) {
                                 write_a_lot(out);
                                 throw std::runtime_error("the writer failed");
                               }),
                    "the writer failed");
  CHECK(file_content(path) == "old");
  CHECK(num_entries(folder.path()) == 1);
}

TEST_CASE("a stream that was marked bad is a failure", "[io]") {
  const TemporaryFolder folder;
  CHECK_THROWS(write_file(folder.path() / "out.csv", [](std::ostream& out) { out.setstate(std::ios::failbit); }));
  CHECK(num_entries(folder.path()) == 0);
}

TEST_CASE("a full disk leaves the old file and says so", "[io]") {
  const TemporaryFolder folder;
  const fs::path path = folder.write("out.csv", "old");
  {
    const FileSizeLimit limit(3'000'000);
    const Error error = failure(path, write_a_lot);
    CHECK(error.code() == ErrorCode::output_failed);
    CHECK(std::string(error.what()) == "cannot write the file: File too large");
    CHECK(error.place().source == path.string());
  }
  CHECK(file_content(path) == "old");
  CHECK(num_entries(folder.path()) == 1);
}

TEST_CASE("a device is written to, never replaced", "[io]") {
  CHECK(write_file("/dev/null", write_a_lot) == 10'000'000);
  CHECK(fs::is_character_file("/dev/null"));
  if (fs::exists("/dev/full")) {
    CHECK(std::string(failure("/dev/full", write_a_lot).what()) == "cannot write the file: No space left on device");
  }
}

TEST_CASE("folders that are not there or not writable are told", "[io]") {
  const TemporaryFolder folder;
  CHECK_THAT(failure(folder.path() / "none" / "out.csv", write_a_lot).full_message(),
             Catch::Contains("No such file or directory"));
  CHECK_THAT(failure(folder.path(), write_a_lot).full_message(), Catch::Contains("Is a directory"));
  if (geteuid() != 0) {
    REQUIRE(chmod(folder.path().c_str(), 0500) == 0);
    CHECK_THAT(failure(folder.path() / "out.csv", write_a_lot).full_message(), Catch::Contains("Permission denied"));
    chmod(folder.path().c_str(), 0700);
  }
}

TEST_CASE("a symbolic link stays one, and rights stay", "[io]") {
  const TemporaryFolder folder;
  const fs::path path = folder.write("out.csv", "old");
  REQUIRE(chmod(path.c_str(), 0640) == 0);
  fs::create_symlink("out.csv", folder.path() / "link.csv");
  write_file(folder.path() / "link.csv", [](std::ostream& out) { out << "new"; });
  CHECK(fs::is_symlink(folder.path() / "link.csv"));
  CHECK(file_content(path) == "new");
  CHECK(fs::status(path).permissions() == fs::perms{0640});
}

TEST_CASE("files that belong together appear together or not at all", "[io]") {
  const TemporaryFolder folder;
  const auto text = [](const std::string& content) { return [content](std::ostream& out) { out << content; }; };
  const std::vector<FileToWrite> files{{folder / "a", text("new a")}, {folder / "b", text("new b")}};
  write_files(files);
  CHECK(file_content(folder / "a") == "new a");
  CHECK(file_content(folder / "b") == "new b");
  const std::vector<FileToWrite> failing{{folder / "a", text("newer a")},
                                         {folder / "b", [](std::ostream&) { throw std::runtime_error("no"); }}};
  CHECK_THROWS_AS(write_files(failing), std::runtime_error);
  CHECK(file_content(folder / "a") == "new a");
  CHECK(num_entries(folder.path()) == 2);
}

TEST_CASE("a private file is its owner's only, also where another one was there", "[io]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "table.csv";
  write_file(path, [](std::ostream& out) { out << "earlier"; });
  fs::permissions(path,
                  fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read);
  for (int time = 0; time < 2; ++time) {
    CHECK(write_private_file(path, [](std::ostream& out) { out << "secret"; }) == 6);
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    fs::remove(path);
  }
}
