#include <entente/core/content_hash.hpp>
#include <entente/resolve/unique_events.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace entente {

namespace {

std::string id_by_content(const Record& record) {
  ContentHash hash;
  hash.add(to_string(record.type));
  hash.add(record.date ? record.date->to_string() : std::string());
  hash.add(record.place);
  for (const Participant& participant : record.participants) {
    hash.add(participant.id);
    hash.add(participant.name);
  }
  for (const Source& source : record.sources) hash.add(source.document);
  return "r-" + hash.hex();
}

Rejected duplicate(const LocatedRecord& rejected, const LocatedRecord& kept) {
  const std::string message =
      "the event id '" + rejected.record.id + "' stands at " + to_string(kept.place) + " already";
  Place place = rejected.place;
  place.field = "id";
  return {std::move(place), Defect::duplicate_event, message, rejected.record.id};
}

}  // namespace

UniqueEvents unique_events(std::vector<LocatedRecord> records) {
  std::unordered_set<std::string_view> told;
  for (const LocatedRecord& located : records) {
    if (!located.record.id.empty()) told.insert(located.record.id);
  }
  std::vector<std::size_t> without_id;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i].record.id.empty()) without_id.push_back(i);
  }
  std::vector<std::pair<std::string, std::size_t>> made;
  made.reserve(without_id.size());
  for (const std::size_t i : without_id) made.emplace_back(id_by_content(records[i].record), i);
  // Records of one hash are numbered by content, so that equal ones, told in any order, get the same set of ids.
  std::ranges::sort(made, [&](const auto& a, const auto& b) {
    return std::tie(a.first, records[a.second].record, records[a.second].place.source, records[a.second].place.line) <
           std::tie(b.first, records[b.second].record, records[b.second].place.source, records[b.second].place.line);
  });
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (i == 0 || made[i].first != made[i - 1].first) number = 0;
    std::string id;
    do {
      ++number;
      id = number == 1 ? made[i].first : made[i].first + "-" + std::to_string(number);
    } while (told.contains(id));
    records[made[i].second].record.id = std::move(id);
  }

  std::ranges::sort(records, [](const LocatedRecord& a, const LocatedRecord& b) {
    return std::tie(a.record.id, a.record, a.place.source, a.place.line) <
           std::tie(b.record.id, b.record, b.place.source, b.place.line);
  });
  UniqueEvents unique;
  unique.records.reserve(records.size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (i > 0 && records[i].record.id == unique.records.back().id) {
      unique.rejected.push_back(duplicate(records[i], records[kept]));
    } else {
      kept = i;
      unique.records.push_back(std::move(records[i].record));
    }
  }
  return unique;
}

}  // namespace entente
