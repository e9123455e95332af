#include "participations.hpp"

#include "office.hpp"

#include <entente/core/unicode.hpp>

namespace entente {

namespace {

std::uint64_t mixed(std::uint64_t x) {  // Steele, Lea and Flood 2014: SplitMix
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

// The number of the folded text; each wording is folded once.
std::uint32_t folded_number(Interner& wordings, std::vector<std::uint32_t>& of_wording, Interner& folded,
                            const std::string& text) {
  const std::uint32_t wording = wordings.number(text);
  while (of_wording.size() < wordings.size()) {
    of_wording.push_back(folded.number(fold(wordings.text(static_cast<std::uint32_t>(of_wording.size())))));
  }
  return of_wording[wording];
}

}  // namespace

std::size_t Participations::Hash::operator()(const Appearance& one) const {
  const std::uint64_t first = (std::uint64_t{one.name} << 32U) | one.country;
  const std::uint64_t second = (std::uint64_t{one.id} << 32U) | one.rank;
  return static_cast<std::size_t>(mixed(mixed(first) ^ second) ^ (std::uint64_t{one.wording} << 8U) ^ one.office);
}

std::uint32_t Participations::number_of(const Participant& participant) {
  Appearance one;
  one.name = names.number(participant.name);
  one.country = countries.number(participant.country);
  one.id = ids.number(participant.id);
  one.rank = folded_number(worded_ranks_, rank_of_wording_, ranks, participant.rank);
  const std::uint32_t position = positions_.number(participant.position);
  while (office_of_position_.size() < positions_.size()) {
    const auto next = static_cast<std::uint32_t>(office_of_position_.size());
    const Office office = office_of(positions_.text(next));
    office_of_position_.push_back(office.code());
    const bool classless = office.kind == OfficeKind::other;
    wording_of_position_.push_back(classless ? offices.number(fold(positions_.text(next))) : 0);
  }
  one.office = office_of_position_[position];
  one.wording = wording_of_position_[position];
  const auto [entry, inserted] = numbers_.try_emplace(one, static_cast<std::uint32_t>(appearances.size()));
  if (inserted) {
    appearances.push_back(one);
    appearance_count.push_back(0);
  }
  ++appearance_count[entry->second];
  return entry->second;
}

void Participations::add(const Record& record) {
  for (const Participant& participant : record.participants) appearance_of.push_back(number_of(participant));
  record_begin.push_back(appearance_of.size());
  date_of.push_back(record.date);
  place_of.push_back(folded_number(worded_places_, place_of_wording_, places, record.place));
}

}  // namespace entente
