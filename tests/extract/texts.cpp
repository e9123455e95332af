#include "texts.hpp"

#include <entente/extract/extractor.hpp>

#include <algorithm>

namespace entente::test {
namespace {

const std::string folder = ENTENTE_SOURCE_DIR "/configs/lexicon";

const Extractor& extractor() {
  static const Extractor instance(folder);
  return instance;
}

}  // namespace

const extract::Lexicon& lexicon() {
  static const auto instance = extract::Lexicon::load(folder);
  return instance;
}

std::vector<Record> records_of(const std::string& text, const std::string& published) {
  Article article;
  article.id = "text.txt";
  article.text = text;
  if (!published.empty()) article.published = Date::parse(published);
  return extractor().extract(article);
}

std::vector<std::string> names_of(const Record& record) {
  std::vector<std::string> names;
  for (const auto& person : record.participants) names.push_back(person.name);
  std::sort(names.begin(), names.end());
  return names;
}

Circles circles(const std::vector<Record>& records) {
  std::vector<std::vector<std::string>> out;
  for (const auto& record : records) out.push_back(names_of(record));
  return out;
}

std::optional<Participant> participant(const std::vector<Record>& records, const std::string& name) {
  for (const auto& record : records) {
    for (const auto& person : record.participants) {
      if (person.name == name) return person;
    }
  }
  return std::nullopt;
}

}  // namespace entente::test
