#pragma once

#include "sentence_reading.hpp"

#include <entente/core/article.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

/// The first sentence of a text with all that is found in it before anything is told: references, verbs, clauses and
/// words of meeting.
class Reading {
 public:
  explicit Reading(const std::string& text);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] const extract::SentenceReading& sentence() const { return sentence_; }
  [[nodiscard]] const extract::Document& document() const { return document_; }

  /// The main verbs of the sentence, in order.
  [[nodiscard]] std::vector<std::string> verbs() const;
  /// What the verb group of `word` is: "finite, passive, unreal".
  [[nodiscard]] std::string form(std::string_view word) const;
  /// The verb group whose main verb is `word`; the test fails where there is none.
  [[nodiscard]] const extract::VerbGroup& verb(std::string_view word) const;
  /// The clause of that verb group.
  [[nodiscard]] const extract::Clause& clause(std::string_view word) const;
  /// The names of the subject of that verb, in order of mention.
  [[nodiscard]] std::vector<std::string> subject(std::string_view word) const;
  /// Whom the references of the clause of that verb mean, in order, the subject too.
  [[nodiscard]] std::vector<std::string> references(std::string_view word) const;
  /// The word of meeting that begins with `word`; the test fails where there is none.
  [[nodiscard]] const extract::Trigger& trigger(std::string_view word) const;
  /// The words of meeting as they stand in the text.
  [[nodiscard]] std::vector<std::string> triggers() const;
  [[nodiscard]] std::vector<std::string> names(const extract::Persons& persons) const;
  /// Several lists of persons, each as its names.
  [[nodiscard]] std::vector<std::vector<std::string>> names(const std::vector<extract::Persons>& lists) const;

 private:
  Article article_;
  extract::Document document_;
  std::vector<extract::NameMention> mentions_;
  std::vector<extract::Person> persons_;
  extract::Focus focus_;
  extract::SentenceReading sentence_;
};

/// The names of all persons whom a text tells of, sorted.
[[nodiscard]] std::vector<std::string> persons_of(const std::string& text);

}  // namespace entente::test
