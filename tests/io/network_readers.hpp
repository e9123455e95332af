#pragma once

#include "command.hpp"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

namespace entente::test {

/// Checks a file against a schema of the shared folder, after the given filter (a command that reads the file).
inline void check_schema(const std::string& path, const std::string& name, const std::string& filter = "cat") {
  const std::string schema = std::string(ENTENTE_SHARED_DIR) + "/schemas/" + name;
  if (!has_program("xmllint") || !std::filesystem::exists(schema)) {
    WARN("xmllint or the schema is not there; not tested");
    return;
  }
  const CommandResult result =
      run_command(filter + " " + path + " | xmllint --nonet --noout --huge --schema " + schema + " -");
  INFO(result.output.substr(0, 2000));
  CHECK(result.status == 0);
}

/// Runs a script of this folder, which needs a module of Python, on a file; what it prints.
inline std::string check_with(const std::string& module, const std::string& name, const std::string& arguments) {
  if (!has_python_module(module)) {
    WARN("Python has no " + module + "; not tested");
    return {};
  }
  const CommandResult result = run_command(python + " " + script(name) + " " + arguments);
  INFO(result.output.substr(0, 2000));
  CHECK(result.status == 0);
  return result.output;
}

}  // namespace entente::test
