#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <ostream>
#include <span>

namespace entente {

/// Writes a file whole or not at all: into a temporary file beside it, synced, then renamed over it. If `write` throws
/// or the disk is full, the temporary file is removed and an earlier file at `path` stays as it was. Throws `Error`
/// (`output_failed`). Returns the number of bytes.
std::uint64_t write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

/// The same for a file that nobody but its owner may read or write, whatever an earlier one allowed.
std::uint64_t write_private_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

/// The same for a library that writes files by itself: `write` is given the path of the temporary file, which is there
/// and empty. What is no ordinary file is refused.
std::uint64_t write_file_by_path(const std::filesystem::path& path,
                                 const std::function<void(const std::filesystem::path&)>& write);

/// A file of several that belong together.
struct FileToWrite {
  std::filesystem::path path;
  std::function<void(std::ostream&)> write;
};
/// Writes files that belong together: all are whole before the first appears under its name. If one cannot be written,
/// earlier files stay as they were.
void write_files(std::span<const FileToWrite> files);

}  // namespace entente
