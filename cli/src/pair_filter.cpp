#include "pair_filter.hpp"

#include <cstddef>

namespace entente::cli {

namespace {

constexpr std::uint8_t of_the_one = 1;
constexpr std::uint8_t of_the_other = 2;
constexpr std::uint8_t is_asked_for = 4;

}  // namespace

PairFilter::PairFilter(const EventGraph& graph, std::string_view between, std::span<const PersonId> persons) {
  if (between.empty() && persons.empty()) return;
  marks_.assign(graph.num_persons(), persons.empty() ? is_asked_for : 0);
  for (const PersonId person : persons) marks_[person.index()] |= is_asked_for;
  const std::size_t colon = between.find(':');
  const auto is_of = [&](std::size_t person, std::string_view sends) {
    return between.empty() || graph.persons().country[person] == sends || graph.persons().organisation[person] == sends;
  };
  for (std::size_t person = 0; person < marks_.size(); ++person) {
    if (is_of(person, between.substr(0, colon))) marks_[person] |= of_the_one;
    if (is_of(person, between.empty() ? between : between.substr(colon + 1))) marks_[person] |= of_the_other;
  }
}

bool PairFilter::keeps(PersonId a, PersonId b) const {
  if (marks_.empty()) return true;
  const std::uint8_t one = marks_[a.index()];
  const std::uint8_t other = marks_[b.index()];
  const bool is_between = ((one & of_the_one) != 0 && (other & of_the_other) != 0) ||
                          ((one & of_the_other) != 0 && (other & of_the_one) != 0);
  return is_between && ((one | other) & is_asked_for) != 0;
}

}  // namespace entente::cli
