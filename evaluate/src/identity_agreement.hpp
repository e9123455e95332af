#pragma once

#include <entente/evaluate/difference.hpp>
#include <entente/evaluate/figures.hpp>

#include <span>
#include <string>
#include <vector>

namespace entente {

/// A matched participant: how the records and how the gold identify the person.
struct IdentifiedParticipant {
  std::string given;
  std::string key;
};

/// B-cubed precision and recall.
[[nodiscard]] IdentityAgreement identity_agreement(std::span<const IdentifiedParticipant> participants);

/// One difference for each identifier that stands for several persons (`persons_merged`), and one for each person with
/// several identifiers (`person_split`).
[[nodiscard]] std::vector<Difference> identity_differences(std::span<const IdentifiedParticipant> participants);

}  // namespace entente
