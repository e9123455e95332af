#include "standard_streams.hpp"

#include "signals.hpp"

#include <entente/core/error.hpp>

#include <cerrno>
#include <system_error>

#include <poll.h>
#include <unistd.h>

namespace entente::cli {

namespace {

constexpr int milliseconds_between_looks = 100;

}  // namespace

InputDescriptor::int_type InputDescriptor::underflow() {
  while (!stop_requested()) {
    // A signal between the look at the flag and the wait would be missed, so the wait is short.
    pollfd wanted{descriptor_, POLLIN, 0};
    const int ready = ::poll(&wanted, 1, milliseconds_between_looks);
    if (ready < 0 && errno != EINTR) break;
    if (ready <= 0) continue;
    const ssize_t size = ::read(descriptor_, buffer_.data(), buffer_.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (size < 0) {
      throw Error(ErrorCode::input_unreadable, std::generic_category().message(errno), {"-"});
    }
    if (size == 0) break;
    setg(buffer_.data(), buffer_.data(), buffer_.data() + size);
    return traits_type::to_int_type(buffer_.front());
  }
  return traits_type::eof();
}

OutputDescriptor::int_type OutputDescriptor::overflow(int_type character) {
  write_out();
  if (!traits_type::eq_int_type(character, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(character);
    pbump(1);
  }
  return traits_type::not_eof(character);
}

int OutputDescriptor::sync() {
  write_out();
  return 0;
}

void OutputDescriptor::write_out() {
  const char* next = pbase();
  const char* const end = pptr();
  // What could not be written is given up: a later flush must not fail a second time.
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  while (next < end) {
    const ssize_t size = ::write(descriptor_, next, static_cast<std::size_t>(end - next));
    if (size >= 0) {
      next += size;
    } else if (errno == EPIPE) {
      throw ClosedPipe();
    } else if (errno == EINTR) {
      if (stop_requested()) throw Error(ErrorCode::interrupted, "interrupted");
    } else if (errno == EAGAIN) {
      pollfd wanted{descriptor_, POLLOUT, 0};
      ::poll(&wanted, 1, milliseconds_between_looks);
    } else {
      throw Error(ErrorCode::output_failed, std::generic_category().message(errno), {"standard output"});
    }
  }
}

}  // namespace entente::cli
