#include <entente/resolve/replaceable_names.hpp>

namespace entente {

void ReplaceableNames::add(Record record) {
  events_.push_back(std::move(record.id));
  texts_.insert(std::move(record.place));
  for (Source& one : record.sources) documents_.insert(std::move(one.document));
  for (Participant& one : record.participants) {
    forms_.emplace(Pseudonyms::identifier_of(one), std::move(one.name));
    texts_.insert(std::move(one.country));
    texts_.insert(std::move(one.organisation));
    texts_.insert(std::move(one.rank));
  }
}

void ReplaceableNames::add(const Identity& identity) { forms_.emplace(identity.person, identity.form); }

void ReplaceableNames::add(const OccasionDecision& decision) {
  events_.insert(events_.end(), {decision.a, decision.b, decision.a_event, decision.b_event});
  documents_.insert({decision.a_document, decision.b_document});
}

Pseudonymised ReplaceableNames::finish() {
  Pseudonymised names;
  for (const auto& [person, form] : forms_) {
    if (names.persons.empty() || names.persons.back() != person) names.persons.push_back(person);
    Identity& one = names.forms.emplace_back();
    one.person = person;
    one.form = form;
  }
  names.events = std::move(events_);
  names.documents.assign(documents_.begin(), documents_.end());
  names.texts.assign(texts_.begin(), texts_.end());
  return names;
}

}  // namespace entente
