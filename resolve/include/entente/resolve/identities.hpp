#pragma once

#include <entente/core/record.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// One way in which a person is named, and why that name was taken for the person's.
struct Identity {
  std::string person;  ///< the identifier given
  std::string form;    ///< the name as worded
  std::string usual;   ///< the person's usual name: the form of most participations
  std::uint64_t participations = 0;
  double score = 1;    ///< 0–1: how sure
  std::string reason;  ///< "usual name", "same letters but for case and diacritics", "identifier given"
};

struct Resolution {
  std::vector<Record> records;       ///< in the order given, every participant with an id
  std::vector<Identity> identities;  ///< by person, then form
};

/// Gives every participant an id: the slug of the usual name. Names that fold to the same letters (core/unicode.hpp:
/// case, diacritics, transliteration) are one person; identifiers that records bring along are kept, and a bare name
/// joins the identifier whose bearer folds to the same letters if there is exactly one. Two participants of one record
/// that turn out to be one person become one. Does not depend on the order of the records. O(participations · log).
[[nodiscard]] Resolution resolve_persons(std::vector<Record> records, const Run& run = {});

}  // namespace entente
