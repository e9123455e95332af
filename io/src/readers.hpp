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

/// What entente wrote of its graph of persons and events: GraphML, the tables of CSV (given the table of nodes; that of
/// edges stands beside it), SQLite (which is read by its name). Throw `ReadFailure` for anything else, whole files at a
/// time. GraphML is parsed on several threads. Memory: the records, and of CSV the file.
void read_graphml(OpenInput& input, Delivery& delivery);
void read_gephi_tables(std::string_view nodes, const OpenInput& input, Delivery& delivery);
void read_sqlite(OpenInput& input, Delivery& delivery);
/// True for the beginning of a table that entente wrote for Gephi.
[[nodiscard]] bool is_gephi_table(std::string_view beginning);

/// What a file is, by its ending; the beginning of a file without a telling name is for one of the first three.
enum class InputFormat : std::uint8_t { text, json_lines, csv, graphml, sqlite };
[[nodiscard]] InputFormat format_of(std::string_view beginning);

}  // namespace entente
