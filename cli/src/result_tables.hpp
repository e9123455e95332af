#pragma once

#include "material.hpp"

#include <entente/analysis/recurring_pairs.hpp>
#include <entente/io/table.hpp>
#include <entente/resolve/identities.hpp>
#include <entente/resolve/occasions.hpp>

#include <span>
#include <string>
#include <vector>

namespace entente::cli {

/// All persons by id: facts, names used, measures, community.
[[nodiscard]] Table persons_table(const Material& material, std::span<const Identity> identities,
                                  const std::vector<MeasureColumn>& measures, const std::vector<std::uint32_t>& labels);

/// The given persons in that order with their measures.
[[nodiscard]] Table ranking_table(const Material& material, const std::vector<MeasureColumn>& measures,
                                  std::span<const PersonId> order);
[[nodiscard]] Table ranking_overview(const Material& material, const std::vector<MeasureColumn>& measures,
                                     std::span<const PersonId> order);

/// One row a community: its size, the ties and the weight within and across its border, its members by strength.
[[nodiscard]] Table communities_table(const Material& material, const Communities& found);
[[nodiscard]] Table communities_overview(const Material& material, const Communities& found);

/// identities.csv.
[[nodiscard]] Table identities_table(std::span<const Identity> identities);
/// doubtful_identities.csv.
[[nodiscard]] Table doubts_table(std::span<const Doubt> doubts);

/// occasions.csv.
[[nodiscard]] Table occasions_table(std::span<const OccasionDecision> decisions);

/// The date as text, empty where there is none.
[[nodiscard]] std::string date_text(const std::optional<Date>& date);

}  // namespace entente::cli
