#include "field_text.hpp"
#include "json_fault.hpp"
#include "line_reader.hpp"
#include "record_fields.hpp"

#include <entente/core/error.hpp>
#include <entente/core/suggestion.hpp>
#include <entente/core/unicode.hpp>
#include <entente/io/gold_json.hpp>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

namespace entente {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

const std::vector<std::string> document_fields{"doc", "published", "persons", "events", "mentions", "note"};
const std::vector<std::string> person_fields{"name", "aliases", "country", "position", "rank"};
const std::vector<std::string> event_fields{"type", "date", "place", "participants"};

class GoldReader {
 public:
  void read_file(const std::string& path) {
    place_ = {.source = path};
    std::ifstream file(path, std::ios::binary);
    if (!file) fail({}, "the gold cannot be read", "name a file of annotations that is there");
    ByteStream bytes(file, Compression::none);
    LineReader lines(bytes);
    std::string line;
    try {
      while (lines.next(line)) {
        place_ = {.source = path, .line = lines.number()};
        if (lines.too_long()) fail({}, "the line is longer than 64 MB");
        if (line.find_first_not_of(" \t") != std::string::npos) read_line(line);
      }
    } catch (const ReadFailure& problem) {
      fail({}, problem.what());
    }
  }

  Gold take() {
    if (gold_.empty()) fail({}, "there is no annotated document");
    return std::move(gold_);
  }

 private:
  [[noreturn]] void fail(const std::string& field, const std::string& message, const std::string& hint = {}) const {
    Place place = place_;
    place.field = field;
    throw Error(ErrorCode::bad_gold, message, place, hint);
  }

  [[noreturn]] void wrong_type(const std::string& field, element value, const std::string& expected) const {
    fail(field, "expected " + expected + ", found " + described(value));
  }

  void read_line(const std::string& line) {
    if (const std::size_t invalid = first_invalid_byte(line); invalid < line.size()) {
      place_.column = position_of(line, invalid).column;
      fail({}, "invalid UTF-8");
    }
    element value;
    if (const auto error = parser_.parse(line).get(value); error != simdjson::SUCCESS) {
      const std::optional<JsonFault> fault = find_json_fault(line);
      if (fault) place_.column = position_of(line, fault->offset).column;
      fail({}, fault ? fault->message : simdjson::error_message(error),
           "the gold has one JSON object a line (data/gold/GUIDE.md)");
    }
    gold_.push_back(read_document(object_of(value, {})));
  }

  GoldDocument read_document(object fields) {
    check_fields(fields, document_fields, {});
    GoldDocument document;
    document.name = raw_text(required(fields, "doc", {}), "doc");
    if (document.name.empty()) fail("doc", "the name of the document is empty");
    if (document.name.find('/') != std::string::npos)
      fail("doc", in_quotes(document.name) + " has a folder", "write the name of the file alone");
    const auto [earlier, is_new] = places_.emplace(document.name, place_);
    if (!is_new) fail("doc", in_quotes(document.name) + " is annotated already", "see " + to_string(earlier->second));
    read_persons(object_of(required(fields, "persons", {}), "persons"), document);
    each_item(required(fields, "events", {}), "events", [&](element event, const std::string& path) {
      document.events.push_back(read_event(object_of(event, path), document, path));
    });
    return document;
  }

  void read_persons(object persons, GoldDocument& document) const {
    std::set<std::string_view> seen;
    for (const auto& [key, value] : persons) {
      const std::string path = "persons." + clean_field(key);
      if (!seen.insert(key).second) fail(path, "the key stands twice in one document");
      const object fields = object_of(value, path);
      check_fields(fields, person_fields, path);
      GoldPerson person{.key = std::string(key)};
      person.name = short_text(required(fields, "name", path), path + ".name");
      if (person.name.empty()) fail(path + ".name", "the name is empty");
      if (const auto aliases = told(fields, "aliases")) {
        each_item(*aliases, path + ".aliases",
                  [&](element alias, const std::string& where) { person.aliases.push_back(short_text(alias, where)); });
      }
      person.country = text_if_told(fields, "country", path);
      person.position = text_if_told(fields, "position", path);
      document.persons.push_back(std::move(person));
    }
  }

  [[nodiscard]] GoldEvent read_event(object fields, const GoldDocument& document, const std::string& path) const {
    check_fields(fields, event_fields, path);
    GoldEvent event;
    event.type = type_of(short_text(required(fields, "type", path), path + ".type"), path + ".type");
    event.date = date_of(required(fields, "date", path), path + ".date");
    event.place = text_if_told(fields, "place", path);
    each_item(required(fields, "participants", path), path + ".participants",
              [&](element key, const std::string& where) { add_participant(event, document, key, where); });
    if (event.participants.size() < 2) {
      fail(path + ".participants", "an event has two persons or more",
           "leave out events with a single named participant");
    }
    return event;
  }

  void add_participant(GoldEvent& event, const GoldDocument& document, element value, const std::string& path) const {
    std::string key = raw_text(value, path);
    if (std::ranges::find(document.persons, key, &GoldPerson::key) == document.persons.end()) {
      std::vector<std::string> keys;
      for (const GoldPerson& person : document.persons) keys.push_back(person.key);
      fail(path, in_quotes(key) + " is none of the persons of the document" + did_you_mean(key, keys));
    }
    if (std::ranges::find(event.participants, key) != event.participants.end())
      fail(path, in_quotes(key) + " stands twice in one event");
    event.participants.push_back(std::move(key));
  }

  [[nodiscard]] EventType type_of(const std::string& name, const std::string& path) const {
    const std::optional<EventType> type = parse_event_type(name);
    if (type) return *type;
    fail(path, "unknown event type " + in_quotes(name) +
                   did_you_mean(name, std::vector<std::string>(event_type_names().begin(), event_type_names().end())));
  }

  [[nodiscard]] std::optional<Date> date_of(element value, const std::string& path) const {
    if (value.is_null()) return std::nullopt;
    const std::string text = raw_text(value, path);
    const std::optional<Date> date = Date::parse(text);
    if (!date)
      fail(path, in_quotes(text) + " is no date", "write 2024-01-18, 2024-01, 2024, XXXX-05-21, or null for none");
    return date;
  }

  /// Unknown fields are left alone, unless they look like a known one: what they tell would be lost unnoticed.
  void check_fields(object fields, const std::vector<std::string>& known, const std::string& path) const {
    std::set<std::string_view> seen;
    for (const auto& [name, value] : fields) {
      const std::string where = inside(path, clean_field(name));
      if (!seen.insert(name).second) fail(where, "the field stands twice in one object");
      if (std::ranges::find(known, name) != known.end()) continue;
      const std::string suggestion = did_you_mean(name, known);
      if (!suggestion.empty()) fail(where, "unknown field " + in_quotes(name) + suggestion);
    }
  }

  [[nodiscard]] static std::optional<element> told(object fields, std::string_view name) {
    element value;
    if (fields.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    return value;
  }

  [[nodiscard]] element required(object fields, std::string_view name, const std::string& path) const {
    element value;
    if (fields.at_key(name).get(value) != simdjson::SUCCESS) fail(inside(path, name), "the field is missing");
    return value;
  }

  [[nodiscard]] object object_of(element value, const std::string& path) const {
    object fields;
    if (value.get(fields) != simdjson::SUCCESS) wrong_type(path, value, "an object");
    return fields;
  }

  template <typename Read>
  void each_item(element value, const std::string& path, const Read& read) const {
    simdjson::dom::array items;
    if (value.get(items) != simdjson::SUCCESS) wrong_type(path, value, "a list");
    std::size_t index = 0;
    for (const element item : items) read(item, path + "[" + std::to_string(index++) + "]");
  }

  [[nodiscard]] std::string raw_text(element value, const std::string& path) const {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) wrong_type(path, value, "a text");
    return std::string(text);
  }

  [[nodiscard]] std::string short_text(element value, const std::string& path) const {
    return clean_field(raw_text(value, path));
  }

  [[nodiscard]] std::string text_if_told(object fields, std::string_view name, const std::string& path) const {
    const std::optional<element> value = told(fields, name);
    return value ? short_text(*value, inside(path, name)) : std::string();
  }

  [[nodiscard]] static std::string inside(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : path + "." + std::string(name);
  }

  simdjson::dom::parser parser_;
  Gold gold_;
  std::map<std::string, Place> places_;  // of each document
  Place place_;
};

}  // namespace

Gold read_gold(std::span<const std::string> paths) {
  GoldReader reader;
  for (const std::string& path : paths) reader.read_file(path);
  return reader.take();
}

}  // namespace entente
