#pragma once

#include "sentence_reading.hpp"

namespace entente::extract {

/// Who takes part by references [first, last]: those only spoken of and possessors left out.
[[nodiscard]] Persons persons_of(const SentenceReading& sentence, std::size_t first, std::size_t last);

/// "…, and Y with B", "…, and Y one with B" behind the trigger: the reference Y; as many as there are where nobody
/// stands like that.
[[nodiscard]] std::size_t gapped_subject(const SentenceReading& sentence, const Trigger& trigger);

/// Whom the verb of meeting has beside its subject, each reference by itself: objects, "with X", "by X" of a passive.
[[nodiscard]] std::vector<Persons> complements(const SentenceReading& sentence, const Trigger& trigger);

/// True if objects of the verb have a place or a day of their own: "saw X in Jerusalem and Y in Ramallah".
[[nodiscard]] bool told_apart(const SentenceReading& sentence, const Trigger& trigger);

/// Those who are told right behind a noun of meeting: "with X", "between X and Y", "of X and Y"; each reference by
/// itself.
[[nodiscard]] std::vector<Persons> attached(const SentenceReading& sentence, const Trigger& trigger);

/// Those behind the verb of which the noun is the subject: "talks were held with X", "a meeting took place between X
/// and Y".
[[nodiscard]] std::vector<Persons> behind_subject(const SentenceReading& sentence, const Trigger& trigger);

/// All of `members` as one list.
[[nodiscard]] Persons joined(const std::vector<Persons>& members);

/// "talks with X, hosted by Y": Y was there.
[[nodiscard]] Persons host_of_noun(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup& verb);

/// "began a visit to Moldova together with X and Y": whom he has with him.
[[nodiscard]] bool comes_together(const SentenceReading& sentence, const Trigger& trigger);

/// "received the two separately, first X, then Y": each of the group is one of `members`.
void split_groups(const SentenceReading& sentence, const Trigger& trigger, bool told_apart_later, const Persons& common,
                  std::vector<Persons>& members);

}  // namespace entente::extract
