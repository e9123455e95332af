#include "countries.hpp"
#include "document.hpp"
#include "events.hpp"
#include "explanation.hpp"
#include "lexicon.hpp"
#include "names.hpp"
#include "persons.hpp"
#include "records.hpp"

#include <entente/extract/extractor.hpp>

namespace entente {

struct Extractor::Rules {
  extract::Lexicon lexicon;
};

Extractor::Extractor(const std::filesystem::path& lexicon_folder, ExtractOptions options)
    : rules_(std::make_unique<const Rules>(Rules{extract::Lexicon::load(lexicon_folder)})), options_(options) {}

Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

std::vector<Record> Extractor::extract(const Article& article) const {
  const auto document = extract::read_document(article, rules_->lexicon);
  auto names = extract::find_names(document);
  auto persons = extract::find_persons(document, names);
  extract::complete_countries(document, names, persons);
  const auto occasions = extract::find_occasions(document, names, persons);
  extract::guess_countries(document, names, persons, occasions);
  return extract::make_records(document, names, persons, occasions, options_);
}

std::string Extractor::explain(const Article& article) const {
  const auto document = extract::read_document(article, rules_->lexicon);
  auto names = extract::find_names(document);
  auto persons = extract::find_persons(document, names);
  extract::complete_countries(document, names, persons);
  extract::Trace trace;
  const auto occasions = extract::find_occasions(document, names, persons, &trace);
  extract::guess_countries(document, names, persons, occasions);
  return extract::explain(document, names, persons, occasions, trace);
}

}  // namespace entente
