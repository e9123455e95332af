#include "countries.hpp"
#include "document.hpp"
#include "events.hpp"
#include "explanation.hpp"
#include "headlines.hpp"
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

namespace {

/// Everything that is read out of one article.
struct Reading {
  extract::Document document;
  std::vector<extract::NameMention> names;
  std::vector<extract::Person> persons;
  std::vector<extract::Occasion> occasions;
  extract::Trace trace;
};

Reading read(const Article& article, const extract::Lexicon& lexicon) {
  Reading reading{
      .document = extract::read_document(article, lexicon), .names = {}, .persons = {}, .occasions = {}, .trace = {}};
  const auto& document = reading.document;
  reading.names = extract::find_names(document);
  extract::add_office_holders(document, reading.names);
  reading.persons = extract::find_persons(document, reading.names);
  extract::learn_from_headlines(document, reading.persons);
  extract::complete_countries(document, reading.names, reading.persons);
  // Who is meant by "the visitors" is judged by what stands beside the names alone.
  const auto placed = extract::place_at_home(document, reading.persons);
  reading.occasions = extract::find_occasions(document, reading.names, reading.persons, &reading.trace);
  for (const auto person : placed) reading.persons[person].country.clear();
  extract::spread_countries(document, reading.names, reading.persons);
  extract::place_at_home(document, reading.persons);
  extract::guess_countries(document, reading.names, reading.persons, reading.occasions, reading.trace.references);
  return reading;
}

}  // namespace

std::vector<Record> Extractor::extract(const Article& article) const {
  const auto reading = read(article, rules_->lexicon);
  return extract::make_records(reading.document, reading.names, reading.persons, reading.occasions, options_);
}

std::string Extractor::explain(const Article& article) const {
  const auto reading = read(article, rules_->lexicon);
  return extract::explain(reading.document, reading.names, reading.persons, reading.occasions, reading.trace);
}

}  // namespace entente
