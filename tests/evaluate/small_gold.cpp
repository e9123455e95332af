#include "small_gold.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente::test {

GoldDocument small_document(std::vector<GoldEvent> events) {
  return {.name = "d.txt",
          .persons = {{.key = "ada", .name = "Ada Lovelace", .country = "GB", .position = "mathematician"},
                      {.key = "charles", .name = "Charles Babbage", .country = "GB", .position = "professor"},
                      {.key = "mary", .name = "Mary Somerville"},
                      {.key = "zakir",
                       .name = "Zakir Hasanov",
                       .aliases = {"Z. Hasanov"},
                       .country = "AZ",
                       .position = "Minister of Defense"}},
          .events = std::move(events)};
}

GoldEvent gold_meeting(std::vector<std::string> keys) {
  return {.type = EventType::meeting,
          .date = Date::parse("2024-01-18"),
          .place = "the city of Baku",
          .participants = std::move(keys)};
}

Record meeting_record(const std::vector<std::string>& names) {
  Record record{.type = EventType::meeting,
                .date = Date::parse("2024-01-18"),
                .place = "Baku",
                .sources = {{.document = "d.txt"}}};
  for (const std::string& name : names) record.participants.push_back({.name = name});
  return record;
}

std::vector<Difference> of_kind(const Evaluation& evaluation, DifferenceKind kind) {
  std::vector<Difference> found;
  std::ranges::copy_if(evaluation.differences, std::back_inserter(found),
                       [kind](const Difference& one) { return one.kind == kind; });
  return found;
}

}  // namespace entente::test
