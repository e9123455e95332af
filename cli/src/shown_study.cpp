#include "shown_study.hpp"

#include <utility>

namespace entente::cli {

Study shown_study(Study study, const Pseudonyms* pseudonyms) {
  if (pseudonyms == nullptr) return study;
  std::vector<std::string> tokens;
  for (const std::string& person : study.selection.persons) {
    for (std::string& token : pseudonyms->tokens_of(person)) tokens.push_back(std::move(token));
  }
  study.selection.persons = std::move(tokens);
  return study;
}

}  // namespace entente::cli
