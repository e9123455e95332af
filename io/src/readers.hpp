#pragma once

#include "byte_stream.hpp"
#include "delivery.hpp"

#include <entente/io/input.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace entente {

/// What a reader is told of the file that it reads.
struct OpenInput {
  ByteStream& bytes;
  std::string source;              ///< as it was named, for `Place`
  std::string document;            ///< relative to what was named: the id of an article
  std::function<void()> progress;  ///< to be called for each line; may throw `Error` (`interrupted`)
  const Run& run;
};

/// One plain article.
void read_text_article(OpenInput& input, Delivery& delivery);
/// Records or articles by the line.
void read_json_lines(OpenInput& input, const InputOptions& options, Delivery& delivery);
/// Records as rows `event,person[,date,type]`.
void read_csv(OpenInput& input, Delivery& delivery);

/// Which of the three the beginning of a file without a telling name is for.
enum class InputFormat : std::uint8_t { text, json_lines, csv };
[[nodiscard]] InputFormat format_of(std::string_view beginning);

}  // namespace entente
