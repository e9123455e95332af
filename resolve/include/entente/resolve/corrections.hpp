#pragma once

#include <entente/resolve/event_corrections.hpp>
#include <entente/resolve/person_corrections.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace entente {

/// What a reader knows better than the rules; docs/corrections.md tells how it is written.
struct Corrections {
  PersonCorrections persons;
  EventCorrections events;
};

/// Reads a file of corrections (YAML; of several documents all entries count). Throws `Error` (`bad_corrections`) with
/// file, line, column and field where it cannot be read or is not written as it should; whether the entries mean
/// anything shows when they are applied.
[[nodiscard]] Corrections read_corrections(const std::filesystem::path& file);
/// The same for a text; `name` stands for the file in messages.
[[nodiscard]] Corrections parse_corrections(std::string_view text, const std::string& name);

}  // namespace entente
