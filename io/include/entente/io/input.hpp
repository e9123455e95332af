#pragma once

#include <entente/core/article.hpp>
#include <entente/core/record.hpp>
#include <entente/core/record_batch.hpp>
#include <entente/core/rejected.hpp>
#include <entente/core/run.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <string>

namespace entente {

/// Where what was read goes. Each is called from the thread that reads, in the order of the input.
struct InputSink {
  std::function<void(Article&&)> article;
  std::function<void(Record&&, Place)> record;  ///< with the file and line that it stands on
  std::function<void(Rejected&&)> rejected;
  /// Where there is one, records of the plain sort in JSON Lines come here, many at a time and read on several threads,
  /// before the other lines of their stretch of the file; they need no place.
  std::function<void(std::span<const RecordBatch>)> batches = {};
};

/// What there was.
struct InputCounts {
  std::uint64_t files = 0;
  std::uint64_t articles = 0;  ///< given to the sink
  std::uint64_t records = 0;   ///< given to the sink
  std::uint64_t rejected = 0;  ///< articles, lines, rows and files not used, each once
  std::uint64_t repaired = 0;  ///< articles, lines and rows used after a repair, each once
  std::uint64_t missing = 0;   ///< paths named that are not there, beside others that are; not in `rejected`
};

/// How much is complained of.
struct InputOptions {
  bool strict =
      false;  ///< tell of unknown fields of records too (they are used all the same), and of all problems of a line
};

/// Reads every PATH: a file, a folder (all files below it whose ending is known, in the order of the bytes of their
/// paths, hidden ones left out) or `-` for `standard_input`. By ending: `.txt` one article, `.jsonl`/`.ndjson`/`.json`
/// records or articles by the line, `.csv` records as rows `event,person[,date,type]`; `.gz` and `.zst` behind any of
/// them. Where they are named themselves, `.graphml`, `.nodes.csv` with its `.edges.csv`, `.sqlite` and `.db` that
/// entente wrote of persons and events: each event is a record, with what the graph knows of its persons. On `-`, and
/// in a named pipe or another file without an ending, the beginning tells: JSON objects by the line, rows with a header
/// that has `event` and `person`, or else one plain article; compressed or not. A file that is named twice is read
/// once.
///
/// The id of an article is its path relative to the PATH that was named (the file's name where the PATH is the file
/// itself; the whole path where that would name two files), `-` for standard input, the field `id` or else "file#" and
/// a hash of the line in JSON Lines, the same wherever it stands. A record without an id keeps none here: see resolve.
///
/// Bad input goes to the sink's `rejected` and the rest is read. Throws `Error`: `input_missing` if no PATH exists,
/// `no_usable_input` if there is not a single file to read, `input_unreadable` if none of them can be read,
/// `interrupted`. Memory: one document, or one line; all of a file of rows; a hash of each identifier.
InputCounts read_inputs(std::span<const std::string> paths, std::istream& standard_input, const InputSink& sink,
                        const Run& run = {}, const InputOptions& options = {});

}  // namespace entente
