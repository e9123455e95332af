#pragma once

#include <entente/core/date.hpp>
#include <entente/core/interner.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/record.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace entente {

/// All that a record tells of a participant that bears on identity, as numbers of an Interner.
struct Appearance {
  std::uint32_t name = 0;  ///< as worded
  std::uint32_t country = 0;
  std::uint32_t id = 0;
  std::uint32_t rank = 0;     ///< folded
  std::uint32_t wording = 0;  ///< of an office without a class, folded
  std::uint8_t office = 0;    ///< Office::code

  friend bool operator==(const Appearance&, const Appearance&) = default;
};

/// The records as far as they bear on identity: columns of numbers, about 30 bytes a participation besides one copy of
/// each text.
class Participations {
 public:
  Participations() : record_begin{0} {}

  /// In the order given.
  void add(std::span<const Record> records, Workers& workers);

  // Number 0 is the empty text: what is not told.
  Interner names{""}, countries{""}, ids{""}, ranks{""}, places{""}, offices{""};
  std::vector<Appearance> appearances;
  std::vector<std::uint64_t> appearance_count;
  std::vector<std::uint64_t> record_begin;   ///< [records + 1]
  std::vector<std::uint32_t> appearance_of;  ///< by participation
  std::vector<std::optional<Date>> date_of;  ///< by record
  std::vector<std::uint32_t> place_of;       ///< by record, folded

 private:
  struct Hash {
    std::size_t operator()(const Appearance& one) const;
  };
  // The numbers of the texts of a participant that were told before; others are Interner::none.
  struct Known {
    std::uint32_t name;
    std::uint32_t country;
    std::uint32_t id;
    std::uint32_t rank;      // as worded
    std::uint32_t position;  // as worded
  };
  void look_up(std::span<const Record> records, std::span<Known> known) const;
  std::uint32_t number_of(const Participant& participant, const Known& known);

  boost::unordered_flat_map<Appearance, std::uint32_t, Hash> numbers_;
  Interner positions_{""};
  std::vector<std::uint8_t> office_of_position_;
  std::vector<std::uint32_t> wording_of_position_;
  Interner worded_ranks_{""};
  std::vector<std::uint32_t> rank_of_wording_;
  Interner worded_places_{""};
  std::vector<std::uint32_t> place_of_wording_;
};

}  // namespace entente
