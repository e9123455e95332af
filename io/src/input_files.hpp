#pragma once

#include "byte_stream.hpp"
#include "delivery.hpp"
#include "readers.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// One file to read.
struct InputFile {
  std::filesystem::path path;
  std::string document;  ///< its path relative to what was named
  bool standard_input = false;
  bool sniff = false;  ///< no ending: the content tells the format and the compression
  InputFormat format = InputFormat::text;
  Compression compression = Compression::none;
  std::uint64_t size = 0;  ///< bytes on disk
};

/// The files that `paths` name, as `read_inputs` describes. What is missing or of no known kind goes to `delivery`.
/// Throws `Error` (`input_missing`, `no_usable_input`) where nothing is left.
[[nodiscard]] std::vector<InputFile> find_input_files(std::span<const std::string> paths, Delivery& delivery);

}  // namespace entente
