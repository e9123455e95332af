#include <entente/core/error.hpp>
#include <entente/generate/options.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

namespace entente::generate {

namespace {

constexpr std::uint64_t most_persons = 50'000'000;
constexpr std::uint64_t most_events = 1'000'000'000;
constexpr std::uint64_t persons_a_community = 10;

constexpr std::array<std::string_view, 5> names_of_presets{"XS", "S", "M", "L", "XL"};
constexpr std::array<std::string_view, 2> names_of_backgrounds{"communities", "bicm"};
constexpr std::array<CorpusSizes, 5> preset_sizes{{
    {300, 800, 6},
    {10'000, 30'000, 40},
    {200'000, 1'000'000, 300},
    {2'000'000, 10'000'000, 1'500},
    {5'700'000, 28'600'000, 2'800},
}};

void require(bool good, std::string_view field, const std::string& message, const std::string& hint = {}) {
  if (!good) throw Error(ErrorCode::bad_option, message, {.field = std::string(field)}, hint);
}

void require_share(double value, std::string_view field) {
  require(value >= 0.0 && value <= 1.0, field, fmt::format("expected a share from 0 to 1, found {}", value));
}

/// As many as the preset next above has, fewer for fewer persons: communities grow with the root of the persons.
std::uint64_t suiting_communities(const CorpusSizes& preset, std::uint64_t persons) {
  const double share = std::sqrt(static_cast<double>(persons) / static_cast<double>(preset.persons));
  const auto suiting = static_cast<std::uint64_t>(static_cast<double>(preset.communities) * share + 0.5);
  return std::clamp<std::uint64_t>(suiting, 1, std::max<std::uint64_t>(1, persons / persons_a_community));
}

}  // namespace

std::span<const std::string_view> preset_names() { return names_of_presets; }

std::span<const std::string_view> background_names() { return names_of_backgrounds; }

CorpusSizes sizes_of(const GenerateOptions& options) {
  require_share(options.mixing, "mixing");
  require_share(options.delegations, "delegations");
  require_share(options.pairs, "pairs");
  require_share(options.groups, "groups");
  require(options.pairs + options.groups <= 1.0, "groups",
          fmt::format("pairs ({}) and groups ({}) are shares of the same events and sum to more than 1", options.pairs,
                      options.groups),
          "make one of them smaller");
  require(options.excess >= 1.0 && options.excess <= 1000.0, "excess",
          fmt::format("expected a number from 1 to 1000, found {}", options.excess));
  require(options.retellings >= 1.0 && options.retellings <= 10.0, "retellings",
          fmt::format("expected a number from 1 to 10, found {}", options.retellings));
  require_share(options.variants, "variants");
  require_share(options.typos, "typos");
  require_share(options.partial_dates, "partial_dates");
  require_share(options.namesakes, "namesakes");
  require(options.without_event >= 0.0 && options.without_event <= 0.9, "without_event",
          fmt::format("expected a share from 0 to 0.9, found {}", options.without_event));
  const CorpusSizes preset = preset_sizes.at(static_cast<std::size_t>(options.preset));
  CorpusSizes sizes = preset;
  if (options.persons > 0) sizes.persons = options.persons;
  if (options.events > 0) sizes.events = options.events;
  require(sizes.persons >= 2 && sizes.persons <= most_persons, "persons",
          fmt::format("expected a whole number from 2 to {}, found {}", most_persons, sizes.persons));
  require(sizes.events <= most_events, "events",
          fmt::format("expected a whole number from 1 to {}, found {}", most_events, sizes.events));
  sizes.communities = options.communities > 0 ? options.communities : suiting_communities(preset, sizes.persons);
  const std::uint64_t most_communities = std::max<std::uint64_t>(1, sizes.persons / persons_a_community);
  require(sizes.communities <= most_communities, "communities",
          fmt::format("{} communities are too many for {} persons", sizes.communities, sizes.persons),
          fmt::format("ask for at most {}, or for more persons", most_communities));
  return sizes;
}

}  // namespace entente::generate
