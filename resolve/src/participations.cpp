#include "participations.hpp"

#include "office.hpp"

#include <entente/core/unicode.hpp>

#include <string>
#include <string_view>

namespace entente {

namespace {

constexpr std::size_t records_looked_up_at_once = 1024;

std::uint64_t scrambled(std::uint64_t x) {  // Steele, Lea and Flood 2014: SplitMix
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
  return static_cast<std::size_t>(scrambled(scrambled(first) ^ second) ^ (std::uint64_t{one.wording} << 8U) ^
                                  one.office);
}

void Participations::look_up(std::span<const Record> records, std::span<Known> known) const {
  std::vector<std::string_view> texts(known.size());
  std::vector<std::uint32_t> numbers(known.size());
  const auto look_up_field = [&](const Interner& interner, std::string Participant::* text,
                                 std::uint32_t Known::* number) {
    std::size_t next = 0;
    for (const Record& record : records) {
      for (const Participant& participant : record.participants) texts[next++] = participant.*text;
    }
    interner.find(texts, numbers);
    for (std::size_t i = 0; i < known.size(); ++i) known[i].*number = numbers[i];
  };
  look_up_field(names, &Participant::name, &Known::name);
  look_up_field(countries, &Participant::country, &Known::country);
  look_up_field(ids, &Participant::id, &Known::id);
  look_up_field(worded_ranks_, &Participant::rank, &Known::rank);
  look_up_field(positions_, &Participant::position, &Known::position);
}

std::uint32_t Participations::number_of(const Participant& participant, const Known& known) {
  const auto number = [](Interner& interner, std::uint32_t found, const std::string& text) {
    return found != Interner::none ? found : interner.number(text);
  };
  Appearance one;
  one.name = number(names, known.name, participant.name);
  one.country = number(countries, known.country, participant.country);
  one.id = number(ids, known.id, participant.id);
  one.rank = known.rank < rank_of_wording_.size()
                 ? rank_of_wording_[known.rank]
                 : folded_number(worded_ranks_, rank_of_wording_, ranks, participant.rank);
  const std::uint32_t position = number(positions_, known.position, participant.position);
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

void Participations::add(std::span<const Record> records, Workers& workers) {
  std::vector<std::size_t> begins{0};
  for (const Record& record : records) begins.push_back(begins.back() + record.participants.size());
  std::vector<Known> known(begins.back());
  workers.for_blocks(records.size(), records_looked_up_at_once, [&](std::size_t begin, std::size_t end, std::size_t) {
    look_up(records.subspan(begin, end - begin), std::span(known).subspan(begins[begin], begins[end] - begins[begin]));
  });
  auto next = known.begin();
  for (const Record& record : records) {
    for (const Participant& one : record.participants) appearance_of.push_back(number_of(one, *next++));
    record_begin.push_back(appearance_of.size());
    date_of.push_back(record.date);
    place_of.push_back(folded_number(worded_places_, place_of_wording_, places, record.place));
  }
}

}  // namespace entente
