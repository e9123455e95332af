#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/projection.hpp>
#include <entente/io/network_document.hpp>

#include <string>
#include <vector>

namespace entente::test {

/// Names that formats trip over, valid UTF-8 except the last; each contains its ASCII tag.
inline std::vector<std::string> hostile_names() {
  return {"tag0 <&\"'> ]]> & < &amp;",       "tag1 \u05D9\u05E6\u05D7\u05E7 \u202Ertl\u202C",
          "tag2 \U0001F600 emoji",           "tag3 \x01\x1B[31m control\x7F",
          "tag4 " + std::string(10000, 'n'), "tag5 back\\slash \\N \\",
          "tag6\uFFFE\uFFFF noncharacters",  "tag7 -- a -- [label=x]; }",
          "tag8 \xFF\xC3( invalid"};
}

inline Participant participant(std::string id, std::string name, std::string country = {}) {
  Participant made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.country = std::move(country);
  return made;
}

/// Nine persons of hostile names in a ring of dated meetings of three, and one who only ever sat alone.
inline std::vector<Record> hostile_records() {
  const std::vector<std::string> names = hostile_names();
  std::vector<Record> records;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Record record;
    record.id = "doc" + std::to_string(i) + ".txt#1";
    record.type = EventType::meeting;
    if (i > 0) record.date = Date::from_parts(2024, 1, static_cast<int>(i));
    record.place = "place & <b>";
    for (std::size_t j = 0; j < 3; ++j) {
      const std::size_t person = (i + j) % names.size();
      record.participants.push_back(participant("person-" + std::to_string(person), names[person], "AZ"));
    }
    record.participants.front().role = Role::host;
    record.sources.push_back({.document = "doc" + std::to_string(i) + ".txt", .published = {}, .title = {}, .url = {}});
    record.evidence.push_back({.document = {}, .range = {}, .text = "Sentence \"" + std::to_string(i) + "\" <&>\x02."});
    records.push_back(std::move(record));
  }
  Record alone;
  alone.id = "alone#1";
  alone.participants.push_back(participant("zoe", "Zo\u00EB"));
  records.push_back(std::move(alone));
  return records;
}

/// Graph and network, which a `NetworkDocument` borrows.
struct SampleNetwork {
  explicit SampleNetwork(const std::vector<Record>& records, const ProjectionOptions& options = {})
      : graph(build_event_graph(records)), network(project(graph, options)) {}

  [[nodiscard]] NetworkDocument document() const {
    return {.graph = graph, .network = network, .measures = {}, .communities = {}};
  }

  EventGraph graph;
  PersonNetwork network;
};

}  // namespace entente::test
