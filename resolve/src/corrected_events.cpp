#include "date_relation.hpp"
#include "merged_record.hpp"
#include "occasion_decisions.hpp"

#include <entente/core/suggestion.hpp>
#include <entente/core/unicode.hpp>
#include <entente/resolve/corrected_events.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace entente {

namespace {

[[noreturn]] void refuse(const std::string& message, const Place& place, std::string hint = {}) {
  throw Error(ErrorCode::bad_corrections, terminal_safe(message), place, std::move(hint));
}

// Persons by identifier and by every name.
class KnownNames {
 public:
  explicit KnownNames(std::span<const Identity> identities) {
    for (const Identity& one : identities) {
      usual_.emplace(one.person, one.usual);
      persons_[fold(one.form)].insert(one.person);
    }
  }

  [[nodiscard]] bool knows(const ParticipantEdit& edit) const {
    return !edit.is_known || usual_.contains(edit.told.name) || persons_.contains(fold(edit.told.name));
  }

  // The participant that an edit means, with an identifier.
  [[nodiscard]] Participant find(const ParticipantEdit& edit) const {
    Participant meant = edit.told;
    const auto by_id = usual_.find(edit.told.name);
    if (edit.is_known && by_id != usual_.end()) {
      meant.id = by_id->first;
      meant.name = by_id->second;
      return meant;
    }
    const auto by_name = persons_.find(fold(edit.told.name));
    if (by_name == persons_.end()) {
      if (edit.is_known) fail_unknown(edit);
      meant.id = slug(meant.name);
      return meant;
    }
    if (by_name->second.size() > 1) {
      std::string ids;
      for (const std::string& id : by_name->second) ids += (ids.empty() ? "'" : ", '") + id + "'";
      refuse("'" + edit.told.name + "' could be several persons: " + ids, edit.place, "give the identifier");
    }
    meant.id = *by_name->second.begin();
    return meant;
  }

 private:
  [[noreturn]] void fail_unknown(const ParticipantEdit& edit) const {
    std::vector<std::string> candidates;
    for (const auto& [id, usual] : usual_) candidates.push_back(id);
    for (const auto& [id, usual] : usual_) candidates.push_back(usual);
    refuse("nobody has the identifier or name '" + edit.told.name + "'" + did_you_mean(edit.told.name, candidates),
           edit.place, "somebody new is added as {name: …}");
  }

  std::map<std::string, std::string> usual_;              // by identifier
  std::map<std::string, std::set<std::string>> persons_;  // identifiers, by folded name
};

class EventCorrector {
 public:
  EventCorrector(Occasions occasions, EventCorrections corrections, std::span<const Identity> identities)
      : occasions_(std::move(occasions)), corrections_(std::move(corrections)), names_(identities) {
    for (Record& record : occasions_.records) {
      event_of_[record.id] = record.id;
      std::string id = record.id;
      records_.emplace(std::move(id), std::move(record));
    }
    for (const OccasionDecision& row : occasions_.decisions) {
      if (row.verdict != OccasionVerdict::merged) continue;
      event_of_[row.a] = row.a_event;
      event_of_[row.b] = row.b_event;
    }
    if (corrections_.were_applied) leave_out_settled();
  }

  Occasions run() {
    for (const EventReference& split : corrections_.splits) check_split(split);
    for (const EventGroup& merge : corrections_.merges) apply(merge);
    for (const EventGroup& group : corrections_.different) require_different(group);
    for (const EventReference& split : corrections_.splits) require_still_divided(split);
    for (const EventEdit& edit : corrections_.edits) apply(edit);
    for (const EventReference& drop : corrections_.drops) check_drop(drop);
    for (const EventReference& drop : corrections_.drops) records_.erase(event_of(drop));
    tell_events();
    occasions_.records.clear();
    for (auto& [id, record] : records_) occasions_.records.push_back(std::move(record));
    return std::move(occasions_);
  }

 private:
  // What was applied earlier may mean events and persons that are no longer there.
  void leave_out_settled() {
    const auto is_unknown = [this](const EventReference& event) {
      if (event_of_.contains(event.id)) return false;
      occasions_.settled.push_back(event.place);
      return true;
    };
    const auto is_stranger = [this](const ParticipantEdit& edit) {
      if (names_.knows(edit)) return false;
      occasions_.settled.push_back(edit.place);
      return true;
    };
    for (std::vector<EventGroup>* groups : {&corrections_.merges, &corrections_.different}) {
      for (EventGroup& group : *groups) std::erase_if(group.events, is_unknown);
      std::erase_if(*groups, [](const EventGroup& group) { return group.events.size() < 2; });
    }
    std::erase_if(corrections_.splits, is_unknown);
    std::erase_if(corrections_.drops, is_unknown);
    std::erase_if(corrections_.edits, [&](const EventEdit& edit) { return is_unknown(edit.event); });
    for (EventEdit& edit : corrections_.edits) {
      std::erase_if(edit.add, is_stranger);
      std::erase_if(edit.remove, is_stranger);
    }
  }

  [[nodiscard]] const std::string& event_of(const EventReference& reference) const {
    const auto event = event_of_.find(reference.id);
    if (event != event_of_.end()) return event->second;
    std::vector<std::string> candidates;
    for (const auto& [record, its_event] : event_of_) candidates.push_back(record);
    refuse("no event or record has the identifier '" + reference.id + "'" + did_you_mean(reference.id, candidates),
           reference.place);
  }

  void check_split(const EventReference& split) const {
    if (records_.at(event_of(split)).sources.size() > 1) {
      refuse("'" + split.id + "' was read as one record of several documents: nothing tells what each of them said",
             split.place, "split it where its records are resolved");
    }
  }

  void apply(const EventGroup& merge) {
    std::set<std::string> events;
    for (const EventReference& reference : merge.events) events.insert(event_of(reference));
    std::vector<Record> tellings;
    std::optional<Date> date;
    for (const std::string& event : events) {
      Record& record = records_.at(event);
      if (record.date) date = date ? combined(*date, *record.date).value_or(*date) : *record.date;
      if (event != *events.begin()) tell_merge(records_.at(*events.begin()), record);
      tellings.push_back(record);
    }
    const std::string& first = *events.begin();
    changed_by_[first] = merge.place;
    if (events.size() == 1) return;
    for (const std::string& event : events) records_.erase(event);
    records_.emplace(first, merged_record(std::move(tellings), date));
    for (auto& [record, event] : event_of_) {
      if (events.contains(event)) event = first;
    }
  }

  void tell_merge(const Record& first, const Record& other) {
    const auto document = [](const Record& record) {
      return record.sources.empty() ? std::string() : record.sources.front().document;
    };
    std::set<std::string> persons;
    for (const Participant& one : first.participants) persons.insert(one.id);
    std::vector<std::string> shared;
    for (const Participant& one : other.participants) {
      if (persons.contains(one.id)) shared.push_back(one.id);
    }
    std::ranges::sort(shared);
    OccasionDecision row;
    row.a = first.id;
    row.b = other.id;
    row.a_document = document(first);
    row.b_document = document(other);
    row.score = 1;
    row.reason = "correction";
    row.ties = pairs_among(shared.size());
    row.persons = std::move(shared);
    occasions_.decisions.push_back(std::move(row));
  }

  void require_different(const EventGroup& group) const {
    std::map<std::string, std::string> told;  // by event
    for (const EventReference& reference : group.events) {
      const std::string& event = event_of(reference);
      const auto [other, inserted] = told.try_emplace(event, reference.id);
      if (inserted) continue;
      const std::string both = "'" + other->second + "' and '" + reference.id + "'";
      const auto merged = changed_by_.find(event);
      if (merged != changed_by_.end()) {
        refuse(both + " are told apart here and merged by " + to_string(merged->second), group.place,
               "take one of the entries back");
      }
      refuse(both + " are records of one event that cannot be told apart", group.place,
             "they are equal in everything, or were read as one record");
    }
  }

  void require_still_divided(const EventReference& split) const {
    for (const DividedEvent& divided : occasions_.divided) {
      if (!std::ranges::binary_search(divided.records, split.id)) continue;
      std::set<std::string> events;
      for (const std::string& record : divided.records) events.insert(event_of_.at(record));
      if (events.size() > 1) continue;
      refuse("'" + split.id + "' is divided here and merged again by " + to_string(changed_by_.at(*events.begin())),
             split.place, "take one of the entries back");
    }
  }

  // Remembers what an entry says of a field of an event; throws if another one says something else.
  void agree(const std::string& event, const std::string& field, const std::string& value, const Place& place) {
    const auto [entry, inserted] = told_.try_emplace({event, field}, value, place);
    if (inserted || entry->second.first == value) return;
    refuse("the " + field + " of '" + event + "' is '" + value + "' here and '" + entry->second.first + "' by " +
               to_string(entry->second.second),
           place, "keep one of the two");
  }

  void apply(const EventEdit& edit) {
    const std::string& event = event_of(edit.event);
    Record& record = records_.at(event);
    changed_by_[event] = edit.place;
    if (edit.date) agree(event, "date", edit.date->to_string(), edit.place);
    if (edit.type) agree(event, "type", std::string(to_string(*edit.type)), edit.place);
    if (edit.where) agree(event, "place", *edit.where, edit.place);
    if (edit.date) record.date = edit.date;
    record.type = edit.type.value_or(record.type);
    record.place = edit.where.value_or(record.place);
    for (const ParticipantEdit& one : edit.add) {
      Participant participant = names_.find(one);
      agree(event, "part of " + participant.id, "added", one.place);
      add(record, std::move(participant));
    }
    for (const ParticipantEdit& one : edit.remove) {
      const std::string id = names_.find(one).id;
      agree(event, "part of " + id, "removed", one.place);
      std::erase_if(record.participants, [&](const Participant& participant) { return participant.id == id; });
    }
    if (record.participants.empty()) refuse("nobody is left in '" + event + "'", edit.place, "drop the event instead");
  }

  // Whoever takes part already gets what the edit tells.
  static void add(Record& record, Participant&& participant) {
    const auto same = std::ranges::find(record.participants, participant.id, &Participant::id);
    if (same == record.participants.end()) {
      record.participants.push_back(std::move(participant));
      return;
    }
    const auto tell = [](std::string& told, std::string& corrected) {
      if (!corrected.empty()) told = std::move(corrected);
    };
    tell(same->country, participant.country);
    tell(same->organisation, participant.organisation);
    tell(same->position, participant.position);
    tell(same->rank, participant.rank);
    if (participant.role) same->role = participant.role;
  }

  void check_drop(const EventReference& drop) const {
    const auto changed = changed_by_.find(event_of(drop));
    if (changed == changed_by_.end()) return;
    refuse("'" + drop.id + "' is dropped here and changed by " + to_string(changed->second), drop.place,
           "take one of the entries back");
  }

  void tell_events() {
    for (OccasionDecision& row : occasions_.decisions) {
      row.a_event = event_of_.at(row.a);
      row.b_event = event_of_.at(row.b);
    }
    std::erase_if(occasions_.decisions, [&](const OccasionDecision& row) {
      return !records_.contains(row.a_event) || !records_.contains(row.b_event) ||
             (row.verdict == OccasionVerdict::doubtful && row.a_event == row.b_event);
    });
    arrange(occasions_.decisions);
  }

  Occasions occasions_;
  EventCorrections corrections_;
  KnownNames names_;
  std::map<std::string, Record> records_;        // by event
  std::map<std::string, std::string> event_of_;  // by record
  std::map<std::string, Place> changed_by_;      // by event: the entry that merged or edited it last
  std::map<std::pair<std::string, std::string>, std::pair<std::string, Place>> told_;  // by event and field
};

}  // namespace

OccasionOptions heeding(OccasionOptions options, const EventCorrections& corrections) {
  for (const EventReference& split : corrections.splits) options.split.push_back(split.id);
  for (const EventGroup& group : corrections.different) {
    std::vector<std::string>& ids = options.different.emplace_back();
    for (const EventReference& reference : group.events) ids.push_back(reference.id);
  }
  return options;
}

Occasions corrected_events(Occasions occasions, const EventCorrections& corrections,
                           std::span<const Identity> identities) {
  if (corrections.empty()) return occasions;
  return EventCorrector(std::move(occasions), corrections, identities).run();
}

}  // namespace entente
