#pragma once

#include <entente/evaluate/gold.hpp>

#include <span>
#include <string>

namespace entente {

/// Reads annotations, one JSON object a document by the line, as data/gold/GUIDE.md has it. Whatever is wrong, or would
/// make figures wrong unnoticed, throws `Error` (`bad_gold`) with file, line and field: a person of an event whom the
/// document does not list, a document annotated twice, a field that looks misspelt.
[[nodiscard]] Gold read_gold(std::span<const std::string> paths);

}  // namespace entente
