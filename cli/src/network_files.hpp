#pragma once

#include "material.hpp"

#include <entente/io/network_document.hpp>
#include <entente/resolve/persons.hpp>

#include <filesystem>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// What an export is of: the person network, or the bipartite graph of persons and events.
enum class ExportedGraph : std::uint8_t { persons, events };

/// A file of a format that a network can be written in.
struct NetworkFile {
  using Write = void (*)(std::ostream& out, const NetworkDocument& document, const Session& session);

  std::string_view ending;  ///< behind the name of the output; empty: the output itself
  Write persons;
  Write events;  ///< null: the format is not made for the bipartite graph
};

/// A format that a network can be written in.
struct NetworkFormat {
  using WriteByPath = void (*)(const std::filesystem::path& path, const NetworkDocument& document,
                               std::span<const Identity> identities);

  std::string_view name;                  ///< for --as
  std::vector<std::string_view> endings;  ///< of files that get it without being asked
  std::vector<NetworkFile> files;
  WriteByPath by_path = nullptr;  ///< instead of files, one that is not written from its beginning to its end
};

/// What was asked for by --as and --graph, or the ending of the output.
struct ChosenFormat {
  const NetworkFormat& format;
  ExportedGraph graph;
};

/// Throws `Error` (`bad_usage`) naming the known ones where there is no such format, or it cannot be written so.
[[nodiscard]] ChosenFormat chosen_format(const Session& session);

/// Whether the format uses a layout of ours: Graphviz places clusters itself.
[[nodiscard]] bool needs_positions(const Session& session, const ChosenFormat& chosen);

/// Writes the files of the format, all of them or none.
void write_network(const Session& session, const ChosenFormat& chosen, const NetworkDocument& document,
                   std::span<const Identity> identities);

/// For --as.
[[nodiscard]] std::vector<std::string> network_format_names();

void write_network_dot(std::ostream& out, const NetworkDocument& document, const Session& session);
void write_network_gexf(std::ostream& out, const NetworkDocument& document, const Session& session);

}  // namespace entente::cli
