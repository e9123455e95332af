#include "shared_set.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

namespace entente {

std::vector<std::filesystem::path> shared_sets() {
  std::vector<std::filesystem::path> sets;
  const std::filesystem::path folder = std::filesystem::path(ENTENTE_SHARED_DIR) / "data";
  if (!std::filesystem::is_directory(folder)) return sets;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (std::filesystem::exists(entry.path() / "participations.csv")) sets.push_back(entry.path());
  }
  std::ranges::sort(sets);
  return sets;
}

std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      row.push_back(std::move(field));
      field.clear();
      if (c == '\n') rows.push_back(std::exchange(row, {}));
    } else if (c != '\r') {
      field += c;
    }
  }
  if (!field.empty() || !row.empty()) {
    row.push_back(std::move(field));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Record> records_of(const std::filesystem::path& set) {
  std::ifstream file(set / "participations.csv", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto rows = csv_rows(text);
  if (rows.empty() || rows[0].size() < 2 || rows[0][0] != "event" || rows[0][1] != "person") {
    throw std::runtime_error(set.string() + ": participations.csv does not begin with the columns event, person");
  }
  std::vector<Record> records;
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto [entry, is_new] = place.emplace(rows[i].at(0), records.size());
    if (is_new) {
      records.emplace_back();
      records.back().id = rows[i][0];
    }
    Participant participant;
    participant.id = participant.name = rows[i].at(1);
    records[entry->second].participants.push_back(std::move(participant));
  }
  return records;
}

}  // namespace entente
