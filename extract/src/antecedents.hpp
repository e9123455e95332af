#pragma once

#include "references.hpp"

#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

/// Adds `person` to a list that stays short however long the text is.
void add_unique(std::vector<int>& list, int person);

/// Says whom pronouns, offices and groups of a sentence stand for, from what was told before and from the references
/// of the sentence found so far. Keeps references to what it is given.
class Antecedents {
 public:
  Antecedents(const Document& document, const std::vector<Person>& persons, const Focus& focus,
              const std::vector<Reference>& references)
      : document_(document), persons_(persons), focus_(focus), references_(references) {}

  /// "him": somebody of the sentence who is not the subject right before, else whom the last sentence was about.
  [[nodiscard]] std::vector<int> object_pronoun() const;
  /// Those of the last event besides `persons`.
  [[nodiscard]] std::vector<int> others(const std::vector<int>& persons) const;
  /// Who is "the guest": a guest of before, or the only one whom the text has spoken of.
  [[nodiscard]] std::vector<int> guests(const std::string& country) const;
  /// The first of the sentence who takes part, else whom the last sentence was about.
  [[nodiscard]] std::vector<int> subject_here() const;
  /// "The Turkish delegation", "his delegation", "both delegations" at `token`: who belongs to it.
  [[nodiscard]] std::vector<int> delegation(const std::string& country, bool his, std::uint32_t token) const;
  /// "the two", "the sides", "the foreign ministers": those of the last event, as far as their number and office fit.
  [[nodiscard]] std::vector<int> group(int number, bool both, bool side, const Match* plural) const;
  /// "The Turkish minister", "his counterpart": the person meant, -1 where nobody knows.
  [[nodiscard]] int office(const std::string& head, const std::string& country, const std::string& domain,
                           bool his) const;
  /// Persons spoken of so far, the last one first.
  [[nodiscard]] std::vector<std::pair<int, std::uint32_t>> by_recency() const;

 private:
  /// True if the person holds the office, as far as its domain ("foreign") is told.
  [[nodiscard]] bool holds(int index, const std::string& head, const std::string& domain) const;

  const Document& document_;
  const std::vector<Person>& persons_;
  const Focus& focus_;
  const std::vector<Reference>& references_;
};

}  // namespace entente::extract
