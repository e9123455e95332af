#include "command_line.hpp"
#include "look.hpp"
#include "signals.hpp"
#include "standard_streams.hpp"

#include <iostream>

#include <unistd.h>

int main(int argc, char** argv) {
  using namespace entente::cli;
  install_signal_handlers();
  InputDescriptor input(STDIN_FILENO);
  OutputDescriptor output(STDOUT_FILENO);
  std::istream in(&input);
  std::ostream out(&output);
  in.exceptions(std::ios::badbit);
  out.exceptions(std::ios::badbit);
  return execute({argv + 1, argv + argc}, {in, out, std::cerr, look_of(STDOUT_FILENO), look_of(STDERR_FILENO)});
}
