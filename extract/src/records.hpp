#pragma once

#include "events.hpp"

#include <entente/extract/extractor.hpp>

#include <vector>

namespace entente::extract {

/// The records of the occasions, with ids, spans, evidence and, on the first one, the mentions of the document.
[[nodiscard]] std::vector<Record> make_records(const Document& document, const std::vector<NameMention>& names,
                                               const std::vector<Person>& persons,
                                               const std::vector<Occasion>& occasions, const ExtractOptions& options);

}  // namespace entente::extract
