#include "input_files.hpp"

#include "field_text.hpp"

#include <entente/core/error.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view endings = ".txt, .jsonl, .ndjson, .json or .csv, also with .gz or .zst behind";

struct Kind {
  InputFormat format;
  Compression compression;
};

// By the ending of the file's name, in any case; empty where it is none of ours.
std::optional<Kind> kind_of(const fs::path& path) {
  struct Ending {
    std::string_view text;
    InputFormat format;
  };
  constexpr std::array formats{Ending{".txt", InputFormat::text},          Ending{".jsonl", InputFormat::json_lines},
                               Ending{".ndjson", InputFormat::json_lines}, Ending{".json", InputFormat::json_lines},
                               Ending{".csv", InputFormat::csv},           Ending{".graphml", InputFormat::graphml},
                               Ending{".sqlite", InputFormat::sqlite},     Ending{".db", InputFormat::sqlite}};
  std::string name = path.filename().string();
  std::ranges::transform(name, name.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  Compression compression = Compression::none;
  if (name.ends_with(".gz")) {
    compression = Compression::gzip;
    name.resize(name.size() - 3);
  } else if (name.ends_with(".zst")) {
    compression = Compression::zstd;
    name.resize(name.size() - 4);
  }
  for (const Ending& ending : formats) {
    if (name.ends_with(ending.text)) return Kind{ending.format, compression};
  }
  return {};
}

// What entente itself writes beside records, which a folder of results would then tell twice.
bool is_result(const Kind& kind) { return kind.format == InputFormat::graphml || kind.format == InputFormat::sqlite; }

class Finder {
 public:
  explicit Finder(Delivery& delivery) : delivery_(delivery) {}

  std::vector<InputFile> find(std::span<const std::string> paths) {
    for (const std::string& path : paths) add_path(path);
    if (files_.empty()) fail(paths);
    for (const std::string& path : missing_) delivery_.missing(path);
    for (const auto& [place, message] : unusable_) delivery_.reject(place, Defect::unreadable_article, message, {});
    name_apart();
    return std::move(files_);
  }

 private:
  void add_path(const std::string& path) {
    if (path == "-") {
      if (std::exchange(has_standard_input_, true)) return;
      files_.push_back({.path = path, .document = path, .standard_input = true, .sniff = true});
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      missing_.push_back(path);
    } else if (!fs::status_known(status)) {
      unusable(path, "the path cannot be read: " + error.message());
    } else if (fs::is_directory(status)) {
      add_folder(path);
    } else {
      add_named_file(path);
    }
  }

  void add_named_file(const fs::path& path) {
    if (const auto kind = kind_of(path)) {
      add({.path = path,
           .document = path.filename().string(),
           .format = kind->format,
           .compression = kind->compression});
    } else if (!path.has_extension() || !fs::is_regular_file(path)) {
      add({.path = path, .document = path.filename().string(), .sniff = true});
    } else {
      unusable(path, "unknown ending " + in_quotes(path.extension().string()) + "; expected " + std::string(endings) +
                         "; or .graphml or .sqlite that entente wrote");
    }
  }

  void add_folder(const fs::path& folder) {
    std::vector<fs::path> found;
    std::vector<fs::path> open{folder};
    while (!open.empty()) {
      const fs::path next = std::move(open.back());
      open.pop_back();
      std::error_code error;
      for (fs::directory_iterator entry(next, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().filename().string().starts_with('.')) continue;
        std::error_code ignored;
        // Links to folders are not followed: they can lead in circles.
        if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
          open.push_back(entry->path());
        } else if (const auto kind = kind_of(entry->path());
                   kind && !is_result(*kind) && entry->is_regular_file(ignored)) {
          found.push_back(entry->path());
        }
      }
      if (error) unusable(next, "the folder cannot be read: " + error.message());
    }
    std::ranges::sort(found, {}, [](const fs::path& path) -> const std::string& { return path.native(); });
    for (const fs::path& path : found) {
      const Kind kind = *kind_of(path);
      add({.path = path,
           .document = path.lexically_relative(folder).generic_string(),
           .format = kind.format,
           .compression = kind.compression});
    }
  }

  void add(InputFile file) {
    std::error_code ignored;
    const fs::path canonical = fs::weakly_canonical(file.path, ignored);
    if (!seen_.insert(canonical.empty() ? file.path.string() : canonical.string()).second) return;
    const auto size = fs::file_size(file.path, ignored);
    file.size = ignored ? 0 : size;
    files_.push_back(std::move(file));
  }

  void unusable(const fs::path& path, std::string message) {
    unusable_.emplace_back(Place{.source = path.string()}, std::move(message));
  }

  // Two folders may hold files of one relative path; their articles need identifiers of their own.
  void name_apart() {
    std::unordered_map<std::string, std::size_t> times;
    for (const InputFile& file : files_) ++times[file.document];
    for (InputFile& file : files_) {
      if (times[file.document] > 1) file.document = file.path.generic_string();
    }
  }

  [[noreturn]] void fail(std::span<const std::string> paths) const {
    if (paths.empty()) throw Error(ErrorCode::no_usable_input, "no input was named");
    if (missing_.size() == paths.size()) {
      throw Error(ErrorCode::input_missing, "there is no such file or folder", Place{.source = missing_.front()},
                  missing_.size() > 1 ? "nor any of the others that were named" : "");
    }
    if (!unusable_.empty()) throw Error(ErrorCode::no_usable_input, unusable_.front().second, unusable_.front().first);
    throw Error(ErrorCode::no_usable_input, "there is no file to read here", Place{.source = paths.front()},
                "files are read that end in " + std::string(endings));
  }

  Delivery& delivery_;
  std::vector<InputFile> files_;
  std::vector<std::string> missing_;
  std::vector<std::pair<Place, std::string>> unusable_;
  std::unordered_set<std::string> seen_;
  bool has_standard_input_ = false;
};

}  // namespace

std::vector<InputFile> find_input_files(std::span<const std::string> paths, Delivery& delivery) {
  return Finder(delivery).find(paths);
}

}  // namespace entente
