#include "reading.hpp"

#include "clauses.hpp"
#include "occasion_setting.hpp"
#include "reference_lists.hpp"
#include "texts.hpp"
#include "triggers.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace entente::test {
namespace {

using namespace entente::extract;

Article article_of(const std::string& text) {
  Article article;
  article.text = text;
  return article;
}

std::string form_of(VerbForm form) {
  switch (form) {
    case VerbForm::finite:
      return "finite";
    case VerbForm::infinitive:
      return "infinitive";
    case VerbForm::gerund:
      return "gerund";
    case VerbForm::participle:
      return "participle";
  }
  return "";
}

}  // namespace

Reading::Reading(const std::string& text)
    : article_(article_of(text)),
      document_(read_document(article_, lexicon())),
      mentions_(find_names(document_)),
      persons_(find_persons(document_, mentions_)),
      sentence_(document_) {
  const auto first = std::find_if(document_.sentences.begin(), document_.sentences.end(),
                                  [](const Sentence& s) { return s.kind == SentenceKind::text; });
  REQUIRE(first != document_.sentences.end());
  sentence_.index = static_cast<std::uint32_t>(first - document_.sentences.begin());
  sentence_.begin = first->begin;
  sentence_.end = first->end;
  sentence_.references = find_references(document_, *first, mentions_, persons_, focus_);
  relate_references(sentence_);
  read_dates(sentence_);
  find_verb_groups(sentence_);
  find_clauses(sentence_);
  find_triggers(sentence_);
}

std::vector<std::string> Reading::verbs() const {
  std::vector<std::string> out;
  for (const auto& verb : sentence_.verbs) out.push_back(document_.text_of(verb.head, verb.head + 1));
  return out;
}

std::string Reading::form(std::string_view word) const {
  const auto& group = verb(word);
  return form_of(group.form) + (group.passive ? ", passive" : "") + (group.unreal ? ", unreal" : "");
}

const VerbGroup& Reading::verb(std::string_view word) const {
  const auto found = std::find_if(sentence_.verbs.begin(), sentence_.verbs.end(),
                                  [&](const VerbGroup& verb) { return document_.raw(verb.head) == word; });
  CAPTURE(document_.text, word, verbs());
  REQUIRE(found != sentence_.verbs.end());
  return *found;
}

const Clause& Reading::clause(std::string_view word) const {
  const auto index = static_cast<int>(&verb(word) - sentence_.verbs.data());
  const auto found = std::find_if(sentence_.clauses.begin(), sentence_.clauses.end(),
                                  [&](const Clause& clause) { return clause.verb == index; });
  CAPTURE(document_.text, word);
  REQUIRE(found != sentence_.clauses.end());
  return *found;
}

std::vector<std::string> Reading::subject(std::string_view word) const { return names(clause(word).subject); }

std::vector<std::string> Reading::references(std::string_view word) const {
  Persons persons;
  for (const auto r : clause(word).references) add_all(persons, sentence_.references[r].persons);
  return names(persons);
}

const Trigger& Reading::trigger(std::string_view word) const {
  const auto found = std::find_if(sentence_.triggers.begin(), sentence_.triggers.end(),
                                  [&](const Trigger& t) { return document_.raw(t.begin) == word; });
  CAPTURE(document_.text, word, triggers());
  REQUIRE(found != sentence_.triggers.end());
  return *found;
}

std::vector<std::string> Reading::triggers() const {
  std::vector<std::string> out;
  for (const auto& trigger : sentence_.triggers) out.push_back(document_.text_of(trigger.begin, trigger.end));
  return out;
}

std::vector<std::string> Reading::names(const Persons& persons) const {
  std::vector<std::string> out;
  for (const auto person : persons) out.push_back(persons_.at(static_cast<std::size_t>(person)).name);
  return out;
}

std::vector<std::vector<std::string>> Reading::names(const std::vector<Persons>& lists) const {
  std::vector<std::vector<std::string>> out;
  for (const auto& list : lists) out.push_back(names(list));
  return out;
}

std::vector<std::string> persons_of(const std::string& text) {
  const auto article = article_of(text);
  const auto document = read_document(article, lexicon());
  auto mentions = find_names(document);
  std::vector<std::string> out;
  for (const auto& person : find_persons(document, mentions)) out.push_back(person.name);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace entente::test
