#pragma once

#include <entente/core/record_batch.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace entente {

/// Reads lines that are records of the plain sort, with texts where texts are expected, one source at most, and no
/// fields but those that entente writes: the great majority of the lines of large files, at many times the speed of the
/// careful reader (record_fields.hpp), which is to be asked about every other line. What it accepts it reads as the
/// careful reader does. One for each thread.
class PlainRecordReader {
 public:
  /// The number of a line, from 0, and where it stands in the texts of the batch; bytes behind it may be read.
  using OtherLine = std::function<void(std::uint64_t number, RecordBatch::Text line)>;

  PlainRecordReader();
  ~PlainRecordReader();
  PlainRecordReader(PlainRecordReader&&) noexcept;

  /// Makes a batch of the lines, which become its texts: few need a copy. `lines` gets memory that is free. Lines that
  /// are not of the plain sort are told to `other`. Returns how many lines there are.
  std::uint64_t read(std::string& lines, RecordBatch& batch, const OtherLine& other);

 private:
  class Lines;
  std::unique_ptr<Lines> lines_;
};

}  // namespace entente
