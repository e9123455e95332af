#pragma once

#include "document.hpp"
#include "events.hpp"
#include "names.hpp"
#include "persons.hpp"
#include "trace.hpp"

#include <string>
#include <vector>

namespace entente::extract {

/// The document sentence by sentence with whom each reference was taken for and what each word of meeting tells, then
/// its events with their rules, then its persons with the reason why one takes part in none. Plain text, UTF-8.
[[nodiscard]] std::string explain(const Document& document, const std::vector<NameMention>& names,
                                  const std::vector<Person>& persons, const std::vector<Occasion>& occasions,
                                  const Trace& trace);

}  // namespace entente::extract
