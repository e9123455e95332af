#pragma once

#include <entente/core/record.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The folders of real data that have participations.csv, by name; empty where the data are not at hand.
std::vector<std::filesystem::path> shared_sets();

/// Rows of a CSV file as RFC 4180 has it.
std::vector<std::vector<std::string>> csv_rows(std::string_view text);

/// The records of a set: one for each value of the column `event`, with the persons of the column `person`, in the
/// order of the file. Identifiers are the names.
std::vector<Record> records_of(const std::filesystem::path& set);

}  // namespace entente
