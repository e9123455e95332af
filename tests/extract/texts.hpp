#pragma once

#include "lexicon.hpp"

#include <entente/core/record.hpp>

#include <optional>
#include <string>
#include <vector>

namespace entente::test {

/// The lexicons of the project, loaded once.
const extract::Lexicon& lexicon();

/// The records of a text that was published on `published` (an EDTF day, empty for none).
std::vector<Record> records_of(const std::string& text, const std::string& published = "2024-03-06");

/// The names of a record's participants, sorted.
std::vector<std::string> names_of(const Record& record);

/// Who met whom: the sorted names of each occasion.
using Circles = std::vector<std::vector<std::string>>;

/// The records' participants, each as its sorted names, in the order of the records.
Circles circles(const std::vector<Record>& records);

/// The participant of that name in any of the records.
std::optional<Participant> participant(const std::vector<Record>& records, const std::string& name);

}  // namespace entente::test
