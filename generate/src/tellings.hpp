#pragma once

#include "corpus_parts.hpp"

#include <vector>

namespace entente::generate {

/// How many documents tell of an occasion.
[[nodiscard]] std::uint64_t num_documents(const CorpusParts& parts, std::uint64_t occasion);

/// What a document makes of an occasion before it is worded.
struct Account {
  std::vector<Attendee> told = {};  ///< two at least, in the order of the occasion
  Day published = 0;
  bool day_of_report = false;   ///< the writer takes the day of publication for that of the occasion
  bool copied = false;          ///< a near-copy of an account before
  std::uint64_t worded_as = 0;  ///< the number of that account; of any other its own
};

/// The accounts of all documents about an occasion. A single one is whole; of several each leaves some out who came
/// along.
[[nodiscard]] std::vector<Account> accounts_of(const CorpusParts& parts, const Occasion& occasion);

/// The records of all documents about an occasion.
[[nodiscard]] std::vector<Telling> tell(const CorpusParts& parts, const Occasion& occasion);

}  // namespace entente::generate
