#pragma once

#include "references.hpp"

#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

/// Adds `person` to a list that stays short however long the text is.
void add_unique(Persons& list, int person);

/// Says whom pronouns, offices and groups of a sentence stand for, from what was told before and from the references
/// of the sentence found so far. Keeps references to what it is given.
class Antecedents {
 public:
  Antecedents(const Document& document, const std::vector<NameMention>& names, const std::vector<Person>& persons,
              const Focus& focus, const std::vector<Reference>& references)
      : document_(document), names_(names), persons_(persons), focus_(focus), references_(references) {}

  /// "him": somebody of the sentence who is not the subject right before, else whom the last sentence was about.
  [[nodiscard]] Persons object_pronoun(Sex sex) const;
  /// Those of the last event besides `persons`, of one country where it is told.
  [[nodiscard]] Persons others(const Persons& persons, const std::string& country = {}) const;
  /// Who is "the guest": a guest of before, or the only one whom the text has spoken of; `plural` for "the guests".
  [[nodiscard]] Persons guests(const std::string& country, bool plural) const;
  /// Who is "the host": a host of before, or the only one of the last event who is at home.
  [[nodiscard]] Persons hosts() const;
  /// The first of the sentence who takes part, else whom the last sentence was about.
  [[nodiscard]] Persons subject_here() const;
  /// "The Turkish delegation", "his delegation", "both delegations" at `token`: who belongs to it.
  [[nodiscard]] Persons delegation(const std::string& country, bool his, std::uint32_t token) const;
  /// Those whom the sentence has spoken of one by one so far; with `possessors` also whose something is.
  [[nodiscard]] Persons named_here(bool possessors = false) const;
  /// The two who were spoken of last; empty where there are fewer.
  [[nodiscard]] Persons last_two() const;
  /// "the two", "the sides", "the foreign ministers": those of the last event, as far as their number and office fit.
  [[nodiscard]] Persons group(int number, bool both, bool side, const Match* plural, const std::string& domain,
                              bool others_than_here = false) const;
  /// "the presidents of Peru and Norway": of each state the one whom the text names with that office, else the only one
  /// of whom it names no other; nobody where that is not told of each.
  [[nodiscard]] Persons of_states(const std::vector<std::string>& states, const std::string& head,
                                  const std::string& domain) const;
  /// "the two Norwegian ministers": so many of that country, of the last occasion first; 0 for any number.
  [[nodiscard]] Persons of_country(const std::string& country, const std::string& head, const std::string& domain,
                                   int number) const;
  /// "his wife": the one other person of the document who has the same surname, and not the same sex; -1 for nobody.
  [[nodiscard]] int spouse(int person) const;
  /// "The Turkish minister", "his counterpart" at `token`: the person meant, -1 where nobody knows.
  [[nodiscard]] int office(const std::string& head, const std::string& country, const std::string& domain, bool his,
                           std::uint32_t token) const;
  /// Persons spoken of so far, the last one first.
  [[nodiscard]] std::vector<std::pair<int, std::uint32_t>> by_recency() const;

  /// True if nothing tells that the person holds another office than `head`; empty for any.
  [[nodiscard]] bool may_hold(int person, const std::string& head) const;

 private:
  /// The person meant by an office; `deputies` says if a deputy may be.
  [[nodiscard]] int find_office(const std::string& head, const std::string& country, const std::string& domain,
                                bool his, std::uint32_t token, bool deputies) const;
  /// Those of the sentence before `token`, back to what begins a new clause.
  [[nodiscard]] Persons named_beside(std::uint32_t token) const;
  /// Of `persons` so many as one sentence was the first to name; empty where no sentence was, or several.
  [[nodiscard]] Persons named_together(const Persons& persons, int number) const;
  /// "At the invitation of X, Y came to …": X and Y, if both hold the office; empty for any.
  [[nodiscard]] Persons guest_and_inviter(const std::string& head) const;
  /// True if the person holds the office, as far as its domain ("foreign") is told.
  [[nodiscard]] bool holds(int index, const std::string& head, const std::string& domain) const;

  /// The one person of that country whose office is of the same field as this person's: "his Russian counterpart" of a
  /// minister of defence; -1 for none or several.
  [[nodiscard]] int equal_of(int person, const std::string& country) const;
  /// The only one spoken of lately whose office the text has not told: "the Soviet party chief", "the president".
  [[nodiscard]] int untitled(const std::string& head, const std::string& country) const;
  /// The only one of the whole document who holds the office, -1 where there is none or several.
  [[nodiscard]] int holder_in_document(const std::string& head, const std::string& country,
                                       const std::string& domain) const;
  /// The same among those of that country, or, where `unsaid`, of whose country the text has said nothing.
  [[nodiscard]] int only_holder(const std::string& head, const std::string& country, const std::string& domain,
                                bool unsaid) const;
  /// True if the word may mean the holder of any high office.
  [[nodiscard]] static bool is_general(const std::string& head);
  /// True if the office of the person is a past one: "former president", "the late emir".
  [[nodiscard]] static bool is_former(const Person& person);
  /// True if the person is the deputy of somebody who holds the office.
  [[nodiscard]] static bool is_deputy(const Person& person);
  [[nodiscard]] static bool is_prime_minister(const Person& person);
  /// True if the person speaks for somebody.
  [[nodiscard]] static bool is_spokesperson(const Person& person);
  /// True if no office of the person says more than whose equal he is.
  [[nodiscard]] static bool is_relative(const Person& person);

  const Document& document_;
  const std::vector<NameMention>& names_;
  const std::vector<Person>& persons_;
  const Focus& focus_;
  const std::vector<Reference>& references_;
};

}  // namespace entente::extract
