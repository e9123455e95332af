#pragma once

#include <entente/core/record.hpp>

#include <string>

namespace entente {

/// What of a record is written.
struct RecordJsonOptions {
  bool quotes = true;  ///< write the sentences of evidence
};

/// The record as one line of JSON (no line break at the end), keys in the order of docs/records.md, what is not told
/// left out (but `date`: null). Valid JSON and UTF-8 for any record.
[[nodiscard]] std::string to_json_line(const Record& record, const RecordJsonOptions& options = {});

}  // namespace entente
