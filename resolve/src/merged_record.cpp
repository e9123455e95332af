#include "merged_record.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente {

namespace {

// Any but `other`, then the one told most often, then the first of the enumeration.
EventType usual_type(const std::vector<Record>& tellings) {
  std::map<EventType, std::uint64_t> counts;
  for (const Record& record : tellings) ++counts[record.type];
  const auto best = std::ranges::max_element(counts, [](const auto& a, const auto& b) {
    return std::tuple(a.first != EventType::other, a.second) < std::tuple(b.first != EventType::other, b.second);
  });
  return best->first;
}

// Most often, then the longest, then the first by letters.
std::string usual_place(const std::vector<Record>& tellings) {
  std::map<std::string_view, std::uint64_t> counts;
  for (const Record& record : tellings) {
    if (!record.place.empty()) ++counts[record.place];
  }
  const auto best = std::ranges::max_element(counts, [](const auto& a, const auto& b) {
    return std::tuple(a.second, a.first.size()) < std::tuple(b.second, b.first.size());
  });
  return best == counts.end() ? std::string() : std::string(best->first);
}

void fill_gaps(std::string& told, std::string& other) {
  if (told.empty()) told = std::move(other);
}

// Whoever stands in the first record comes first and keeps the spans; the others' would be of other documents.
std::vector<Participant> all_participants(std::vector<Record>& tellings) {
  std::vector<Participant> all;
  std::unordered_map<std::string, std::size_t> place_of;
  for (std::size_t record = 0; record < tellings.size(); ++record) {
    for (Participant& participant : tellings[record].participants) {
      const auto [entry, inserted] = place_of.try_emplace(participant.id, all.size());
      if (inserted) {
        if (record > 0) participant.spans.clear();
        all.push_back(std::move(participant));
        continue;
      }
      Participant& same = all[entry->second];
      fill_gaps(same.country, participant.country);
      fill_gaps(same.organisation, participant.organisation);
      fill_gaps(same.position, participant.position);
      fill_gaps(same.rank, participant.rank);
      if (!same.role) same.role = participant.role;
    }
  }
  return all;
}

std::vector<Mention> all_mentions(const std::vector<Record>& tellings, const std::vector<Participant>& participants) {
  std::unordered_set<std::string_view> known;
  for (const Participant& participant : participants) known.insert(participant.name);
  std::vector<Mention> all;
  for (const Record& record : tellings) {
    for (const Mention& mention : record.mentions) {
      if (known.insert(mention.name).second) all.push_back(mention);
    }
  }
  return all;
}

std::vector<Source> all_sources(const std::vector<Record>& tellings) {
  std::vector<Source> all;
  std::unordered_set<std::string_view> named;
  for (const Record& record : tellings) {
    for (const Source& source : record.sources) {
      if (named.insert(source.document).second) all.push_back(source);
    }
  }
  return all;
}

std::vector<Evidence> all_evidence(std::vector<Record>& tellings) {
  std::vector<Evidence> all;
  for (Record& record : tellings) {
    for (Evidence& evidence : record.evidence) {
      if (evidence.document.empty() && record.sources.size() == 1) evidence.document = record.sources.front().document;
      all.push_back(std::move(evidence));
    }
  }
  return all;
}

}  // namespace

Record merged_record(std::vector<Record> tellings, const std::optional<Date>& date) {
  Record merged;
  merged.id = tellings.front().id;
  merged.type = usual_type(tellings);
  merged.date = date;
  merged.place = usual_place(tellings);
  for (const Record& record : tellings) {
    if (merged.rule.empty()) merged.rule = record.rule;
    merged.confidence = std::max(merged.confidence, record.confidence);
  }
  merged.participants = all_participants(tellings);
  merged.mentions = all_mentions(tellings, merged.participants);
  merged.sources = all_sources(tellings);
  merged.evidence = all_evidence(tellings);
  return merged;
}

}  // namespace entente
