#pragma once

#include "material.hpp"

#include <entente/io/network_document.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// A format that a network can be written in.
struct NetworkFormat {
  std::string_view name;                  ///< for --as
  std::vector<std::string_view> endings;  ///< of files that get it without being asked
  bool needs_measures;                    ///< whether it tells of measures and communities
  void (*write)(std::ostream& out, const NetworkDocument& document, const Session& session);
};

/// The format that --as names, or else the ending of the output. Throws `Error` (`bad_usage`) naming the known ones.
[[nodiscard]] const NetworkFormat& network_format(const Session& session);

void write_network_dot(std::ostream& out, const NetworkDocument& document, const Session& session);

}  // namespace entente::cli
