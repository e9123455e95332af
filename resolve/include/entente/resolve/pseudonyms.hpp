#pragma once

#include <entente/core/record.hpp>
#include <entente/core/selection.hpp>
#include <entente/resolve/occasions.hpp>
#include <entente/resolve/persons.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <boost/uuid/uuid.hpp>

namespace entente {

/// What a token stands for; the letter that it begins with says which.
enum class PseudonymKind : std::uint8_t { person, document, event };

/// What there is to replace (see `ReplaceableNames`).
struct Pseudonymised {
  std::vector<std::string> persons;    ///< identifiers, in any order, also more than once
  std::vector<std::string> documents;  ///< the same
  std::vector<std::string> events;     ///< the same, of events and of the records that they were made of
  std::vector<Identity> forms;         ///< every way in which a person is named; only `person` and `form` count
  std::vector<std::string> texts;      ///< places, countries, organisations and ranks, some of which may name a person
};

/// Tokens in place of persons, documents and events: `P-`, `D-` or `E-` and base-32 digits (without I, L, O, U).
///
/// A token is the name-based UUID (RFC 4122, version 5: SHA-1) of an identifier, in the namespace that is the UUID of
/// the key; so it depends on the key and the identifier only, and stays when records are added. Two that would share a
/// token get tokens of 22 digits. Without the key nobody can tell which identifier a token stands for, nor check a
/// guess; with the empty key anybody can check one.
class Pseudonyms {
 public:
  /// Fifty bits: among a million persons the chance that any two share a token is 0.0004.
  static constexpr std::size_t usual_digits = 10;

  /// `digits`: of a token that no other one shares, 1 to 22.
  Pseudonyms(std::string_view key, Pseudonymised replaced, std::size_t digits = usual_digits);

  /// What a person's token is made of: the identifier, or what would be the identifier of the only one of that name.
  [[nodiscard]] static std::string identifier_of(const Participant& participant);

  /// Of any text; empty for the empty one. Tokens are sure to differ for what the constructor was given.
  [[nodiscard]] std::string token(PseudonymKind kind, std::string_view id) const;

  /// What `token` gives for a person, document or event, of all of them.
  [[nodiscard]] const Pseudonymised& replaced() const { return replaced_; }

  /// The forms of names, each with the token of its person: for finding somebody by a name that a user knows.
  [[nodiscard]] const std::vector<Identity>& forms() const { return forms_; }

  /// The same selection with identifiers where it names persons by their tokens.
  [[nodiscard]] Selection with_identifiers(Selection selection) const;
  /// The tokens of those whom `text` names: a token, an identifier or a form of a name; its own token if it is
  /// nobody's.
  [[nodiscard]] std::vector<std::string> tokens_of(const std::string& text) const;

  /// The record with tokens for the persons, the documents and the record itself. Left out is what else may say who
  /// took part: offices, sentences, mentions, titles, addresses, ranges, the words of the rule, and places,
  /// countries, organisations and ranks in which a name of two or more words stands.
  [[nodiscard]] Record without_names(Record record) const;
  /// The same of the account of it: one row a person without forms of names, by person.
  [[nodiscard]] std::vector<Identity> without_names(const std::vector<Identity>& identities) const;
  /// Doubts with tokens in place of names, those with most ties first.
  [[nodiscard]] std::vector<Doubt> without_names(std::vector<Doubt> doubts) const;
  /// Decisions with the tokens of records, events and documents.
  [[nodiscard]] std::vector<OccasionDecision> without_names(std::vector<OccasionDecision> decisions) const;

 private:
  void find_shared_tokens(PseudonymKind kind, std::vector<std::string>& ids);
  void find_telling_texts();

  boost::uuids::uuid namespace_;
  std::size_t digits_;
  Pseudonymised replaced_;
  std::set<std::string, std::less<>> shared_;  // short tokens of two or more
  std::unordered_set<std::string> telling_;    // texts in which somebody's name stands
  std::vector<Identity> forms_;
};

}  // namespace entente
