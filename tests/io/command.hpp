#pragma once

#include <array>
#include <cstdio>
#include <string>

#include <sys/wait.h>

namespace entente::test {

struct CommandResult {
  int status = -1;
  std::string output;  ///< standard and error output
};

/// Runs a command line in the shell.
inline CommandResult run_command(const std::string& command) {
  CommandResult result;
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return result;
  std::array<char, 4096> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe))
    result.output.append(buffer.data(), size);
  const int status = pclose(pipe);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

inline bool has_program(const std::string& name) { return run_command("command -v " + name).status == 0; }

/// Debian's Python, for which the modules are packaged.
inline const std::string python = "/usr/bin/python3";
inline bool has_python_module(const std::string& name) {
  return run_command(python + " -c 'import " + name + "'").status == 0;
}

inline std::string script(const std::string& name) { return std::string(ENTENTE_SOURCE_DIR "/tests/io/") + name; }

}  // namespace entente::test
