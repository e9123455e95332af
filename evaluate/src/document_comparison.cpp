// The comparison of one document.
//
// Participants become members: keys of the gold, or "?" and the plain name of somebody whom the gold does not know.
// What is counted of sets and pairs needs members only; facts of events and persons are compared where events match.
// Every case that is counted as wrong leaves a difference, so that figures and differences cannot drift apart.
#include "document_comparison.hpp"

#include "plain_words.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

using MemberPair = std::pair<std::string, std::string>;

/// How often each pair of persons is at one event together.
std::map<MemberPair, std::uint64_t> pairs_of(const std::vector<Members>& events) {
  std::map<MemberPair, std::uint64_t> pairs;
  for (const Members& event : events) {
    for (auto a = event.begin(); a != event.end(); ++a) {
      for (auto b = std::next(a); b != event.end(); ++b) ++pairs[{*a, *b}];
    }
  }
  return pairs;
}

std::map<Members, std::uint64_t> counted(const std::vector<Members>& events) {
  std::map<Members, std::uint64_t> counts;
  for (const Members& event : events) ++counts[event];
  return counts;
}

Members together(const std::vector<Members>& events) {
  Members all;
  for (const Members& event : events) all.insert(event.begin(), event.end());
  return all;
}

template <typename Item>
void count_multisets(Ratio& ratio, const std::map<Item, std::uint64_t>& wanted,
                     const std::map<Item, std::uint64_t>& given) {
  for (const auto& [item, count] : wanted) {
    ratio.wanted += count;
    if (const auto found = given.find(item); found != given.end()) ratio.right += std::min(count, found->second);
  }
  for (const auto& [item, count] : given) ratio.given += count;
}

std::string date_words(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

std::string description_of(const std::optional<Date>& date, EventType type, const std::string& place,
                           const std::vector<std::string>& names) {
  std::string text = date ? date->to_string() : "undated";
  text += " ";
  text += to_string(type);
  if (!place.empty()) text += ", " + place;
  for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? ": " : ", ") + names[i];
  return text;
}

std::string description_of(const Record& record) {
  std::vector<std::string> names;
  for (const Participant& participant : record.participants) names.push_back(participant.name);
  return description_of(record.date, record.type, record.place, names);
}

}  // namespace

std::string file_name(const std::string& document) { return document.substr(document.rfind('/') + 1); }

DocumentComparison::DocumentComparison(const GoldDocument& document, const std::vector<const Record*>& records,
                                       const KeysByName& everywhere, Evaluation& evaluation,
                                       std::vector<IdentifiedParticipant>& participants)
    : document_(document), evaluation_(evaluation), participants_(participants) {
  for (const GoldEvent& event : document.events)
    wanted_.emplace_back(event.participants.begin(), event.participants.end());
  const PersonFinder finder(document, everywhere);
  for (const Record* record : records) add_given(*record, finder);
}

void DocumentComparison::add_given(const Record& record, const PersonFinder& finder) {
  GivenEvent event{&record, {}};
  Members members;
  for (const Participant& participant : record.participants) {
    const GoldPerson* person = finder.find(participant.name);
    std::string key = person != nullptr ? person->key : "?" + plain_words(participant.name);
    members.insert(key);
    event.participants[std::move(key)] = &participant;
  }
  if (members.size() < 2) return;
  given_events_.push_back(std::move(event));
  given_.push_back(std::move(members));
}

void DocumentComparison::compare() {
  count_sets();
  const std::vector<std::optional<std::size_t>> matches = match_events(wanted_, given_);
  tell_unmatched(matches);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i]) compare_events(i, *matches[i]);
  }
}

void DocumentComparison::count_sets() {
  Figures& figures = evaluation_.figures;
  count_multisets(figures.pairs, pairs_of(wanted_), pairs_of(given_));
  count_multisets(figures.events, counted(wanted_), counted(given_));
  const Members wanted = together(wanted_);
  const Members given = together(given_);
  figures.persons.right += overlap(wanted, given);
  figures.persons.given += given.size();
  figures.persons.wanted += wanted.size();
  if (!wanted_.empty()) return;
  ++figures.documents_without_event;
  if (given_.empty()) return;
  ++figures.false_documents;
  tell(DifferenceKind::false_document,
       {.given = std::to_string(given_.size()) + (given_.size() == 1 ? " event" : " events")});
}

void DocumentComparison::tell_unmatched(const std::vector<std::optional<std::size_t>>& matches) {
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!matches[i]) tell(DifferenceKind::event_missing, {.event = description(document_.events[i])});
  }
  for (std::size_t j = 0; j < given_.size(); ++j) {
    if (std::ranges::find(matches, std::optional(j)) != matches.end()) continue;
    const Record& record = *given_events_[j].record;
    tell(DifferenceKind::event_too_many, {.event = description_of(record), .sentence = sentences(record)});
  }
}

void DocumentComparison::compare_events(std::size_t wanted, std::size_t given) {
  compare_members(wanted, given);
  const GoldEvent& event = document_.events[wanted];
  const GivenEvent& found = given_events_[given];
  Difference context{.event = description(event), .sentence = sentences(*found.record)};
  compare_facts(event, *found.record, context);
  for (const std::string& key : event.participants) {
    const auto participant = found.participants.find(key);
    if (participant == found.participants.end()) continue;
    const GoldPerson& person = person_of(key);
    context.person = person.name;
    compare_persons(person, *participant->second, context);
  }
}

void DocumentComparison::compare_members(std::size_t wanted, std::size_t given) {
  const GoldEvent& event = document_.events[wanted];
  const GivenEvent& found = given_events_[given];
  const Difference context{.event = description(event), .sentence = sentences(*found.record)};
  for (const std::string& key : event.participants) {
    if (found.participants.contains(key)) continue;
    Difference difference = context;
    difference.person = difference.gold = person_of(key).name;
    tell(DifferenceKind::participant_missing, std::move(difference));
  }
  for (const auto& [key, participant] : found.participants) {
    if (wanted_[wanted].contains(key)) continue;
    Difference difference = context;
    difference.person = difference.given = participant->name;
    tell(DifferenceKind::participant_too_many, std::move(difference));
  }
}

void DocumentComparison::compare_facts(const GoldEvent& event, const Record& record, const Difference& context) {
  Figures& figures = evaluation_.figures;
  judge(figures.date, record.date == event.date, DifferenceKind::wrong_date, context, date_words(event.date),
        date_words(record.date));
  judge(figures.type, record.type == event.type, DifferenceKind::wrong_type, context,
        std::string(to_string(event.type)), std::string(to_string(record.type)));
  if (!event.place.empty()) {
    judge(figures.place, wordings_agree(record.place, event.place), DifferenceKind::wrong_place, context, event.place,
          record.place);
  }
}

void DocumentComparison::compare_persons(const GoldPerson& person, const Participant& participant,
                                         const Difference& context) {
  Figures& figures = evaluation_.figures;
  if (!person.country.empty()) {
    judge(figures.country, same_code(participant.country, person.country), DifferenceKind::wrong_country, context,
          person.country, participant.country);
  }
  if (!person.position.empty()) {
    judge(figures.position, wordings_agree(participant.position, person.position), DifferenceKind::wrong_position,
          context, person.position, participant.position);
  }
  const std::string plain = plain_words(participant.name);
  judge(figures.full_name, num_words(plain) >= num_words(plain_words(person.name)), DifferenceKind::name_too_short,
        context, person.name, participant.name);
  participants_.push_back({participant.id.empty() ? plain : participant.id, person.key});
}

void DocumentComparison::judge(Share& share, bool right, DifferenceKind kind, const Difference& context,
                               const std::string& gold, const std::string& given) {
  ++share.of;
  if (right) {
    ++share.right;
    return;
  }
  Difference difference = context;
  difference.gold = gold;
  difference.given = given;
  tell(kind, std::move(difference));
}

void DocumentComparison::tell(DifferenceKind kind, Difference difference) {
  difference.kind = kind;
  difference.document = document_.name;
  evaluation_.differences.push_back(std::move(difference));
}

const GoldPerson& DocumentComparison::person_of(const std::string& key) const {
  return *std::ranges::find(document_.persons, key, &GoldPerson::key);
}

std::string DocumentComparison::description(const GoldEvent& event) const {
  std::vector<std::string> names;
  for (const std::string& key : event.participants) names.push_back(person_of(key).name);
  return description_of(event.date, event.type, event.place, names);
}

std::string DocumentComparison::sentences(const Record& record) const {
  std::string text;
  for (const Evidence& evidence : record.evidence) {
    const bool here = evidence.document.empty() || file_name(evidence.document) == document_.name;
    if (here && !evidence.text.empty()) text += (text.empty() ? "" : " … ") + evidence.text;
  }
  return text;
}

}  // namespace entente
