#pragma once

#include <entente/core/record.hpp>

#include <string>
#include <vector>

namespace entente::test {

/// A meeting as a document tells it: `document` + "#1" is its id, "p:CC" a participant p of the country CC.
struct Told {
  std::string document;
  std::string date = {};
  std::string place = {};
  std::vector<std::string> participants = {};
  std::string published = {};
  std::string sentence = {};
  EventType type = EventType::meeting;
  std::string number = "1";
};

inline Record record_of(const Told& told) {
  Record record;
  record.id = told.document + "#" + told.number;
  record.type = told.type;
  record.date = Date::parse(told.date);
  record.place = told.place;
  for (const std::string& participant : told.participants) {
    const std::size_t colon = std::min(participant.find(':'), participant.size());
    Participant one;
    one.id = participant.substr(0, colon);
    one.name = "Name of " + one.id;
    if (colon < participant.size()) one.country = participant.substr(colon + 1);
    record.participants.push_back(one);
  }
  if (!told.document.empty()) {
    record.sources.push_back({.document = told.document, .published = Date::parse(told.published)});
  }
  if (!told.sentence.empty()) record.evidence.push_back({.range = ByteRange{0, 9}, .text = told.sentence});
  return record;
}

inline std::vector<Record> records_of(const std::vector<Told>& all) {
  std::vector<Record> records;
  for (const Told& told : all) records.push_back(record_of(told));
  return records;
}

}  // namespace entente::test
