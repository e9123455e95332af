#include "spoiled_records.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace entente::test {

namespace {

using Records = std::vector<Record>;

std::string surname(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

/// Calls `change(participant, number)` for every participant, counted over all records.
template <typename Change>
void each_participant(Records& records, const Change& change) {
  std::size_t number = 0;
  for (Record& record : records) {
    for (Participant& participant : record.participants) change(participant, number++);
  }
}

void leave_out_participants(Records& records, const Gold&) {
  std::size_t number = 0;
  for (Record& record : records) {
    std::erase_if(record.participants, [&number](const Participant&) { return number++ % 4 == 3; });
  }
  std::erase_if(records, [](const Record& record) { return record.participants.empty(); });
}

void spoil_facts(Records& records, const Gold&) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (i % 3 == 0) records[i].date.reset();
    if (i % 3 == 1) records[i].date = Date::from_parts(2024, 1, 0);
    if (i % 2 == 0) records[i].type = EventType::conference;
    if (i % 4 == 1) records[i].place = surname(records[i].place);
    if (i % 4 == 2) records[i].place += " and surroundings";
    if (i % 4 == 3) records[i].place = "Nowhere";
  }
  each_participant(records, [](Participant& participant, std::size_t number) {
    if (number % 3 == 0) participant.country = number % 2 == 0 ? "" : "nato";
    if (number % 4 == 0) participant.position = surname(participant.position);
    if (number % 4 == 1) participant.position += ", retired";
    if (number % 4 == 2) participant.position.clear();
  });
}

void merge_persons(Records& records, const Gold&) {
  each_participant(
      records, [](Participant& participant, std::size_t number) { participant.id = "p" + std::to_string(number % 7); });
}

void leave_out_identifiers(Records& records, const Gold&) {
  each_participant(records, [](Participant& participant, std::size_t number) {
    participant.id.clear();
    if (number % 2 == 0)
      std::ranges::transform(participant.name, participant.name.begin(),
                             [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  });
}

void shorten_names(Records& records, const Gold&) {
  each_participant(records, [](Participant& participant, std::size_t number) {
    const std::string last = surname(participant.name);
    if (number % 3 == 0) participant.name = last;
    if (number % 3 == 1) participant.name = participant.name.substr(0, 1) + ". " + last;
  });
}

void split_events(Records& records, const Gold&) {
  Records pairs;
  for (const Record& record : records) {
    for (std::size_t i = 1; i < record.participants.size(); ++i) {
      Record pair = record;
      pair.participants = {record.participants[i - 1], record.participants[i]};
      pairs.push_back(std::move(pair));
    }
  }
  records = std::move(pairs);
}

void merge_events(Records& records, const Gold&) {
  Records merged;
  for (Record& record : records) {
    if (!merged.empty() && merged.back().sources == record.sources) {
      Record& last = merged.back();
      last.participants.insert(last.participants.end(), record.participants.begin(), record.participants.end());
    } else {
      merged.push_back(std::move(record));
    }
  }
  records = std::move(merged);
}

void add_strangers(Records& records, const Gold& gold) {
  for (std::size_t i = 0; i < records.size(); i += 2)
    records[i].participants.push_back({.name = "Øystein Þórsson-Æ " + std::to_string(i % 5)});
  for (const GoldDocument& document : gold) {
    Record record{.participants = {{.name = "Jane Doe"}, {.name = "John Doe"}},
                  .sources = {{.document = document.name}}};
    if (document.persons.size() > 1) record.participants[0].name = document.persons[1].name;
    if (document.events.empty()) records.push_back(record);
    record.sources = {{.document = "elsewhere/" + document.name + ".old"}};
    records.push_back(std::move(record));
  }
}

void repeat_and_reverse(Records& records, const Gold&) {
  const std::size_t size = records.size();
  for (std::size_t i = 0; i < size; i += 3) {
    Record again = records[i];
    if (i % 2 == 0) again.date.reset();
    records.push_back(std::move(again));
  }
  for (std::size_t i = 0; i + 1 < size; i += 5) records[i].sources.push_back(records[i + 1].sources.front());
  std::ranges::reverse(records);
}

void leave_out_all(Records& records, const Gold&) { records.clear(); }

}  // namespace

std::vector<Record> records_of(const Gold& gold) {
  Records records;
  for (const GoldDocument& document : gold) {
    for (const GoldEvent& event : document.events) {
      Record record{
          .type = event.type, .date = event.date, .place = event.place, .sources = {{.document = document.name}}};
      for (const std::string& key : event.participants) {
        const GoldPerson& person = *std::ranges::find(document.persons, key, &GoldPerson::key);
        record.participants.push_back(
            {.id = key, .name = person.name, .country = person.country, .position = person.position});
      }
      records.push_back(std::move(record));
    }
  }
  return records;
}

std::span<const Spoil> spoils() {
  static const std::vector<Spoil> all{
      {"nothing spoiled", [](Records&, const Gold&) {}},
      {"participants missing", leave_out_participants},
      {"wrong dates, types, places, countries and positions", spoil_facts},
      {"persons merged and split", merge_persons},
      {"no identifiers", leave_out_identifiers},
      {"surnames and initials", shorten_names},
      {"events split into pairs", split_events},
      {"events merged", merge_events},
      {"strangers and false documents", add_strangers},
      {"records repeated, of several documents, in reverse", repeat_and_reverse},
      {"no records", leave_out_all},
      {"much of it at once",
       [](Records& records, const Gold& gold) {
         leave_out_participants(records, gold);
         spoil_facts(records, gold);
         shorten_names(records, gold);
         add_strangers(records, gold);
         repeat_and_reverse(records, gold);
       }},
  };
  return all;
}

}  // namespace entente::test
