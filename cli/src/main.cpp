#include "command_line.hpp"
#include "signals.hpp"
#include "standard_streams.hpp"

#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace {

constexpr std::size_t usual_width = 80;

std::size_t terminal_width(int descriptor) {
  if (::isatty(descriptor) == 0) return 0;
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual_width;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace entente::cli;
  install_signal_handlers();
  InputDescriptor input(STDIN_FILENO);
  OutputDescriptor output(STDOUT_FILENO);
  std::istream in(&input);
  std::ostream out(&output);
  in.exceptions(std::ios::badbit);
  out.exceptions(std::ios::badbit);
  return execute({argv + 1, argv + argc},
                 {in, out, std::cerr, terminal_width(STDOUT_FILENO), ::isatty(STDERR_FILENO) != 0});
}
