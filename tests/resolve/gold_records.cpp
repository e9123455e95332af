#include "gold_records.hpp"

#include <stdexcept>

#include <simdjson.h>

namespace entente::test {

namespace {

std::string text_of(simdjson::dom::element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

}  // namespace

std::vector<Record> gold_records(const std::vector<std::string>& files) {
  std::vector<Record> records;
  for (const std::string& file : files) {
    simdjson::dom::parser parser;
    simdjson::dom::document_stream lines;
    const std::string path = std::string(ENTENTE_SOURCE_DIR) + "/data/gold/" + file;
    if (parser.load_many(path).get(lines) != simdjson::SUCCESS) throw std::runtime_error(path);
    for (const simdjson::dom::element line : lines) {
      const std::string document = text_of(line["doc"]);
      std::size_t number = 0;
      for (const simdjson::dom::element event : simdjson::dom::array(line["events"])) {
        Record& record = records.emplace_back();
        record.id = document + "#" + std::to_string(++number);
        record.type = parse_event_type(text_of(event["type"])).value();
        record.date = Date::parse(text_of(event["date"]));
        record.place = text_of(event["place"]);
        record.sources.push_back({.document = document, .published = Date::parse(text_of(line["published"]))});
        for (const simdjson::dom::element key : simdjson::dom::array(event["participants"])) {
          const simdjson::dom::element person = line["persons"][text_of(key)];
          Participant& participant = record.participants.emplace_back();
          participant.id = text_of(key);
          participant.name = text_of(person["name"]);
          participant.country = text_of(person["country"]);
        }
      }
    }
  }
  return records;
}

}  // namespace entente::test
