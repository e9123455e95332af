#pragma once

#include "antecedents.hpp"
#include "references.hpp"

namespace entente::extract {

/// Finds the references of one sentence, from its first token to its last. Names are in references.cpp, pronouns in
/// pronoun_references.cpp, offices, groups and delegations in phrase_references.cpp.
class ReferenceFinder {
 public:
  ReferenceFinder(const Document& document, const Sentence& sentence, const std::vector<NameMention>& names,
                  const std::vector<Person>& persons, Focus& focus)
      : document_(document),
        sentence_(sentence),
        names_(names),
        persons_(persons),
        focus_(focus),
        antecedents_(document, names, persons, focus, references_) {}

  [[nodiscard]] std::vector<Reference> find();

 private:
  /// "Personal Envoy of King X": he is told only to say whose envoy another one is.
  [[nodiscard]] bool completes_office(const Reference& reference) const;
  /// "X, Personal Envoy of King Y" stands for X alone.
  void complete_offices();
  /// "the Minister of Defence, X, …": the name says who the minister is.
  void join_appositions();
  /// "the delegation led by X and Y", "a delegation with X at its head" stand for X and Y.
  void fill_delegations();
  /// "the Secretary General and Minister X": where the first office is somebody else's, a reference of its own. Returns
  /// where the name's own words begin.
  std::uint32_t split_office(const NameMention& name);
  /// "Y came next. He then met Z": of a person named once only and of whom the text is about, the latter meets others.
  void prefer_central(Persons& persons, Sex sex, std::uint32_t i) const;
  /// The one person but `except` whose office it is, -1 for none or several.
  [[nodiscard]] int only_holder(const std::string& office, int except) const;
  /// True if another mention of the person tells the office, too.
  [[nodiscard]] bool holds_otherwise(const NameMention& name, std::uint16_t head) const;
  /// Takes the name; each `take_` returns where to read on.
  std::uint32_t take_name(const NameMention& name);
  /// "the delegation led by X": X, and whoever is listed with him, leads what "the delegation" stands for later.
  void remember_delegation(std::uint32_t begin, int person);
  /// What begins at token `i` before the next name, which stands at `limit`.
  std::uint32_t take_other(std::uint32_t i, std::uint32_t limit);
  /// "I" of a statement that says whose it is.
  std::uint32_t take_author(std::uint32_t i);
  /// Whom the text named last with the style at the token: "Majesty"; -1 for nobody.
  [[nodiscard]] int styled(std::uint32_t style) const;
  /// "His Highness", "Her Majesty" with neither a name nor an office behind.
  [[nodiscard]] bool names_highness(std::uint32_t i, std::uint32_t limit) const;
  /// "he", "her", "they", "both" at `i`.
  std::uint32_t take_pronoun(std::uint32_t i, std::uint32_t limit);
  /// Puts another one in the place of a person whom the pronoun cannot mean: whom the text has spoken of last and whose
  /// sex fits.
  void heed_sex(Persons& persons, Sex sex) const;
  /// True if a clause beside the first one begins a few words before: "…; on Jan. 4 he", "… and later he".
  [[nodiscard]] bool resumes_clause(std::uint32_t i) const;
  /// "the visit of X to Y, where he …": whoever stands before "where".
  [[nodiscard]] bool after_where(std::uint32_t i) const;
  /// A group of the sentence: "the two presidents went …, where they …".
  [[nodiscard]] Persons group_here() const;
  /// The persons whom the sentence has just listed with "and", two or more.
  [[nodiscard]] Persons last_list() const;
  /// The list if it has one person, else nobody.
  [[nodiscard]] static Persons single(const Persons& persons) { return persons.size() == 1 ? persons : Persons{}; }
  /// "the Azerbaijani minister", "his Turkish counterpart", "the Turkish delegation", "the two sides".
  std::uint32_t take_phrase(std::uint32_t i, std::uint32_t limit);
  /// True if the rank that the text tells of the person ends in the word at `token`: "Lieutenant General X", "the
  /// General".
  /// "the IICCI delegation": capitalised words that no lexicon has, up to the group that they name.
  [[nodiscard]] bool starts_body(std::uint32_t i, std::uint32_t limit) const;
  [[nodiscard]] bool bears_rank(int person, std::uint32_t token) const;
  /// "X, who is also the acting minister": the office at `i` is told of X and stands for nobody else.
  [[nodiscard]] bool is_predicate(std::uint32_t i) const;
  /// The office that the words stand for: "the head of the Ministry of Defence" is a minister, "the head of the
  /// Pentagon" the American secretary of defence.
  [[nodiscard]] std::string office_of(const Reference& reference, const Match& head, std::string& country,
                                      std::string& domain) const;
  /// "King Abdulaziz International Airport", "Governor House": where the name of a thing ends that begins with an
  /// office; 0 where it is none.
  std::uint32_t end_of_named_thing(std::uint32_t i, std::uint32_t limit) const;
  /// "the Minister of Defence", "the president of Turkey": what hangs on the office says which one, or whose, it is.
  void take_complement(Reference& reference, std::uint32_t limit, std::string& country, std::string& domain) const;
  /// "X received a delegation. It is led by Y."
  [[nodiscard]] Persons led_later(const std::string& country) const;
  /// The states behind "the leaders": EG and ET for "of Egypt and Ethiopia".
  [[nodiscard]] std::vector<std::string> states_behind(std::uint32_t i, std::uint32_t limit) const;
  /// "of three companies: X of A, Y of B and Z of C" at token `i`: X, Y and Z.
  [[nodiscard]] Persons behind_colon(std::uint32_t i) const;
  /// "of Brazil (X), Argentina (Y) and Chile (Z)" at token `i`: X, Y and Z.
  [[nodiscard]] Persons in_brackets(std::uint32_t i) const;
  /// "The five presidents signed …" whom only the next sentences name, in that number.
  [[nodiscard]] Persons named_later(int number) const;
  /// "the two met", "two of them", and not "two countries".
  [[nodiscard]] bool stands_alone(std::uint32_t i) const;

  const Document& document_;
  const Sentence& sentence_;
  const std::vector<NameMention>& names_;
  const std::vector<Person>& persons_;
  Focus& focus_;
  std::vector<Reference> references_;
  Antecedents antecedents_;
  bool leading_ = false;
};

}  // namespace entente::extract
