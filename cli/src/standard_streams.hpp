#pragma once

#include <array>
#include <exception>
#include <streambuf>

namespace entente::cli {

/// Thrown where the reader of the standard output went away (`| head`): no failure, only the end.
class ClosedPipe : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "the reader of the output went away"; }
};

/// Reads a file descriptor; ends like a file at its end when the command is asked to stop, also while it waits for
/// input.
class InputDescriptor : public std::streambuf {
 public:
  explicit InputDescriptor(int descriptor) : descriptor_(descriptor) {}

 protected:
  int_type underflow() override;

 private:
  int descriptor_;
  std::array<char, 1 << 16> buffer_;
};

/// Writes a file descriptor. Throws `ClosedPipe`, or `Error` (`output_failed`) with the reason; a stream above it
/// passes these on if its `exceptions` have `badbit`.
class OutputDescriptor : public std::streambuf {
 public:
  explicit OutputDescriptor(int descriptor) : descriptor_(descriptor) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  void write_out();

  int descriptor_;
  std::array<char, 1 << 16> buffer_;
};

}  // namespace entente::cli
