#include "person_lookup.hpp"

#include <entente/core/error.hpp>
#include <entente/core/suggestion.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_candidates = 8;

/// A way to name a person, folded.
struct Form {
  std::string folded;
  PersonId person;
};

std::vector<Form> all_forms(const EventGraph& graph, std::span<const Identity> identities) {
  std::vector<Form> forms;
  for (std::size_t index = 0; index < graph.num_persons(); ++index) {
    forms.push_back({fold(graph.persons().name[index]), PersonId(index)});
  }
  for (const Identity& one : identities) {
    const PersonId person = graph.find_person(one.person);
    if (person.is_valid()) forms.push_back({fold(one.form), person});
  }
  return forms;
}

/// True if the words of `part` stand in `whole` one after the other.
bool has_words(const std::string& whole, const std::string& part) {
  return (" " + whole + " ").find(" " + part + " ") != std::string::npos;
}

template <typename Matches>
std::set<PersonId> persons_whose_form(const std::vector<Form>& forms, const Matches& matches) {
  std::set<PersonId> persons;
  for (const Form& form : forms) {
    if (matches(form.folded)) persons.insert(form.person);
  }
  return persons;
}

[[noreturn]] void fail_ambiguous(const EventGraph& graph, const std::set<PersonId>& persons, const std::string& text) {
  std::vector<std::string> candidates;
  for (const PersonId person : persons) {
    if (candidates.size() == most_candidates) {
      candidates.push_back(fmt::format("{} more", persons.size() - most_candidates));
      break;
    }
    const std::string_view name = graph.persons().name[person.index()];
    const std::string_view id = graph.persons().id[person.index()];
    candidates.push_back(name == id ? std::string(id) : fmt::format("{} ({})", name, id));
  }
  throw Error(ErrorCode::unknown_person, fmt::format("'{}' may be several persons", text), {},
              fmt::format("say which: {}", fmt::join(candidates, ", ")));
}

/// The name that was most likely meant, or the persons one of whose names has a word that was.
[[noreturn]] void fail_unknown(const EventGraph& graph, const std::string& text) {
  std::vector<std::string> names;
  std::vector<std::string> folded_names;
  for (std::size_t index = 0; index < graph.num_persons(); ++index) {
    names.emplace_back(graph.persons().name[index]);
    folded_names.push_back(fold(names.back()));
  }
  const std::string wanted = fold(text);
  std::vector<std::string> suggested;
  const std::string whole = closest(wanted, folded_names);
  if (!whole.empty()) {
    suggested.push_back(names[static_cast<std::size_t>(std::ranges::find(folded_names, whole) - folded_names.begin())]);
  } else {
    for (std::size_t index = 0; index < names.size() && suggested.size() < 3; ++index) {
      std::vector<std::string> words;
      for (std::size_t begin = 0; begin < folded_names[index].size();) {
        const std::size_t end = std::min(folded_names[index].find(' ', begin), folded_names[index].size());
        words.push_back(folded_names[index].substr(begin, end - begin));
        begin = end + 1;
      }
      if (!closest(wanted, words).empty()) suggested.push_back(names[index]);
    }
  }
  std::string suggestion;
  if (!suggested.empty()) suggestion = fmt::format("; did you mean {}?", fmt::join(suggested, " or "));
  throw Error(ErrorCode::unknown_person, fmt::format("there is no '{}' in these events{}", text, suggestion));
}

}  // namespace

PersonId find_person(const EventGraph& graph, std::span<const Identity> identities, const Pseudonyms* pseudonyms,
                     const std::string& text) {
  if (const PersonId person = graph.find_person(text); person.is_valid()) return person;
  if (pseudonyms != nullptr) {
    const PersonId person = graph.find_person(pseudonyms->token(PseudonymKind::person, text));
    if (person.is_valid()) return person;
    identities = pseudonyms->forms();
  }
  const std::string wanted = fold(text);
  const std::vector<Form> forms = all_forms(graph, identities);
  std::set<PersonId> persons = persons_whose_form(forms, [&](const std::string& form) { return form == wanted; });
  if (persons.empty() && !wanted.empty()) {
    persons = persons_whose_form(forms, [&](const std::string& form) { return has_words(form, wanted); });
  }
  if (persons.size() == 1) return *persons.begin();
  if (persons.size() > 1) fail_ambiguous(graph, persons, text);
  fail_unknown(graph, text);
}

}  // namespace entente::cli
