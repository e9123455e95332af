#pragma once

#include <entente/core/record_batch.hpp>

#include <memory>
#include <string_view>

namespace entente {

/// Reads lines that are records of the plain sort, with texts where texts are expected, one source at most, and no
/// fields but those that entente writes: the great majority of the lines of large files, at many times the speed of the
/// careful reader (record_fields.hpp), which is to be asked about every other line. What it accepts it reads as the
/// careful reader does. One for each thread.
class PlainRecordReader {
 public:
  PlainRecordReader();
  ~PlainRecordReader();
  PlainRecordReader(PlainRecordReader&&) noexcept;

  /// Adds the record to the batch; false, and the batch is as it was, where the line is not of the plain sort. Behind
  /// the line there must be `padding` bytes that may be read.
  bool read(std::string_view line, RecordBatch& batch);

  static const std::size_t padding;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace entente
