#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace entente::generate {

/// How large a corpus is; see `sizes_of`.
enum class Preset : std::uint8_t { xs, s, m, l, xl };

/// What brings persons together beside what is planted.
enum class Background : std::uint8_t {
  communities,  ///< ministries of countries, delegations, offices
  bicm          ///< activity and sizes of events alone: nobody prefers anybody
};

/// Names as options have them (`XS`, `communities`), in the order of the enumerations.
[[nodiscard]] std::span<const std::string_view> preset_names();
/// By value of `Background`, as studies and flags write them.
[[nodiscard]] std::span<const std::string_view> background_names();

/// Numbers of things in a corpus.
struct CorpusSizes {
  std::uint64_t persons = 0;
  std::uint64_t events = 0;  ///< occasions; several documents may tell of one
  std::uint64_t communities = 0;
};

/// What a corpus is like. Shares are from 0 to 1.
struct GenerateOptions {
  Preset preset = Preset::s;
  std::uint64_t persons = 0;      ///< 0: as the preset has it
  std::uint64_t events = 0;       ///< 0: as the preset has it
  std::uint64_t communities = 0;  ///< 0: as many as suit the number of persons
  Background background = Background::communities;
  double mixing = 0.3;          ///< share of participants who come from outside the community of their event
  double delegations = 0.35;    ///< share of participants who bring one to three others of their country along
  double pairs = 0.1;           ///< share of events that hold a planted recurring pair
  double groups = 0.03;         ///< share of events that hold a planted recurring group
  double excess = 5;            ///< bicm: how many times as often as by chance a planted pair meets; at least 1
  double retellings = 1;        ///< documents that tell of an occasion, on average; 1 to 10
  double variants = 0;          ///< share of names that are written in another way than usual
  double typos = 0;             ///< share of names with a slip of one letter
  double partial_dates = 0;     ///< share of records whose date is partial or not told
  double namesakes = 0;         ///< share of persons who bear the name of somebody in another country
  double without_event = 0.15;  ///< articles only: share that tell of no event, beside the others
  std::uint64_t seed = 1;
};

/// The sizes that the options ask for. XS, S, M and L are those of the corpora on which other programs are timed.
/// Throws `Error` (`bad_option`) where options are out of range or contradict each other.
[[nodiscard]] CorpusSizes sizes_of(const GenerateOptions& options);

}  // namespace entente::generate
