#include "person_numbering.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

namespace {

void fill(std::string& told, std::string& other) {
  if (told.empty()) told = std::move(other);
}

// Joins participants with one id: the first one stays and learns what only the others tell.
void join_same_persons(std::vector<Participant>& participants) {
  std::unordered_map<std::string, std::size_t> place_of;
  std::vector<Participant> joined;
  joined.reserve(participants.size());
  for (Participant& participant : participants) {
    const auto [entry, inserted] = place_of.try_emplace(participant.id, joined.size());
    if (inserted) {
      joined.push_back(std::move(participant));
      continue;
    }
    Participant& same = joined[entry->second];
    fill(same.country, participant.country);
    fill(same.organisation, participant.organisation);
    fill(same.position, participant.position);
    fill(same.rank, participant.rank);
    if (!same.role) same.role = participant.role;
    same.spans.insert(same.spans.end(), participant.spans.begin(), participant.spans.end());
    std::ranges::sort(same.spans);
  }
  participants = std::move(joined);
}

}  // namespace

void give_ids(Record& record, const PersonAssignment& persons, std::uint64_t first) {
  std::vector<std::uint32_t> numbers(
      persons.person_of.begin() + static_cast<std::ptrdiff_t>(first),
      persons.person_of.begin() + static_cast<std::ptrdiff_t>(first + record.participants.size()));
  auto number = numbers.cbegin();
  for (Participant& participant : record.participants) {
    const std::uint32_t person = *number++;
    participant.id = persons.ids[person];
    if (!persons.new_names[person].empty()) participant.name = persons.new_names[person];
  }
  std::ranges::sort(numbers);
  if (std::ranges::adjacent_find(numbers) != numbers.end()) join_same_persons(record.participants);
}

}  // namespace entente
