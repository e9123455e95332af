#pragma once

#include <entente/core/record.hpp>

#include <string>
#include <vector>

namespace entente::test {

/// The annotated events of files of data/gold as records: ids are document + "#n", persons have the annotators' keys.
[[nodiscard]] std::vector<Record> gold_records(const std::vector<std::string>& files);

}  // namespace entente::test
