#pragma once

#include <entente/io/network_document.hpp>
#include <entente/io/table.hpp>

#include <filesystem>
#include <span>
#include <string>

namespace entente {

/// A table that goes into a database beside what the network tells.
struct NamedTable {
  std::string name;
  const Table& table;
};

/// The person network, the graph of persons and events, and `also` as a SQLite database, with views that answer the
/// usual questions (docs/formats.md); whole or not at all. Streams: no copy of the network. Throws `Error`
/// (`output_failed`), and
/// (`bad_option`) unless all parts of the document are about the same persons.
void write_sqlite(const std::filesystem::path& path, const NetworkDocument& document,
                  std::span<const NamedTable> also = {});

}  // namespace entente
