#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <ostream>

namespace entente {

/// Writes a file whole or not at all: into a temporary file beside it, synced, then renamed over it. If `write` throws
/// or the disk is full, the temporary file is removed and an earlier file at `path` stays as it was. Throws `Error`
/// (`output_failed`). Returns the number of bytes.
std::uint64_t write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

}  // namespace entente
