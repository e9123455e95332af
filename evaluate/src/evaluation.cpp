#include "document_comparison.hpp"
#include "identity_agreement.hpp"
#include "person_finder.hpp"

#include <entente/evaluate/evaluation.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace entente {

namespace {

std::set<std::string> documents_of(const Record& record) {
  std::set<std::string> documents;
  for (const Source& source : record.sources) documents.insert(file_name(source.document));
  return documents;
}

}  // namespace

Evaluation evaluate(const Gold& gold, std::span<const Record> records) {
  std::map<std::string, std::vector<const Record*>> by_document;
  for (const GoldDocument& document : gold) by_document[document.name];
  Evaluation evaluation;
  evaluation.figures.documents = gold.size();
  for (const Record& record : records) {
    bool known = false;
    for (const std::string& document : documents_of(record)) {
      const auto found = by_document.find(document);
      if (found == by_document.end()) continue;
      found->second.push_back(&record);
      known = true;
    }
    if (!known) ++evaluation.figures.records_of_other_documents;
  }
  const KeysByName everywhere = keys_by_name(gold);
  std::vector<IdentifiedParticipant> participants;
  for (const GoldDocument& document : gold) {
    DocumentComparison(document, by_document[document.name], everywhere, evaluation, participants).compare();
  }
  evaluation.figures.identity = identity_agreement(participants);
  std::ranges::move(identity_differences(participants), std::back_inserter(evaluation.differences));
  return evaluation;
}

}  // namespace entente
