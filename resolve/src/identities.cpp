#include "person_numbering.hpp"

#include <entente/resolve/identities.hpp>

#include <utility>

namespace entente {

Resolution resolve_persons(std::vector<Record> records, const PersonOptions& options, const Run& run) {
  PersonAssignment persons = assign_persons(records, options, run);
  std::uint64_t participation = 0;
  for (Record& record : records) {
    const std::size_t participants = record.participants.size();
    give_ids(record, persons, participation);
    participation += participants;
  }
  return {std::move(records), std::move(persons.identities), std::move(persons.doubts)};
}

}  // namespace entente
