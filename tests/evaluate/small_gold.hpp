#pragma once

#include <entente/evaluate/evaluation.hpp>

#include <string>
#include <vector>

namespace entente::test {

/// One document, "d.txt", of the persons Ada Lovelace (GB, mathematician), Charles Babbage (GB, professor), Mary
/// Somerville (no facts) and Zakir Hasanov (AZ, Minister of Defense; also "Z. Hasanov"), by the keys ada, charles, mary
/// and zakir, with the given events.
[[nodiscard]] GoldDocument small_document(std::vector<GoldEvent> events);

/// A meeting on 2024-01-18 in "the city of Baku".
[[nodiscard]] GoldEvent gold_meeting(std::vector<std::string> keys);

/// The same as a record of "d.txt", of the persons with these names, without anything else.
[[nodiscard]] Record meeting_record(const std::vector<std::string>& names);

/// The differences of one kind.
[[nodiscard]] std::vector<Difference> of_kind(const Evaluation& evaluation, DifferenceKind kind);

}  // namespace entente::test
