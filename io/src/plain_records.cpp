#include "plain_records.hpp"

#include "field_text.hpp"

#include <cstdint>
#include <optional>
#include <string>

#include <simdjson.h>

namespace entente {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// A field is cleaned by leaving it alone if no byte of it is a control character or belongs to a letter that
// normalisation could change or join to another: ASCII, the Latin letters from U+00C0 to U+027F, Cyrillic to U+047F.
bool is_clean(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) continue;
    const bool known_letter = (byte >= 0xC3 && byte <= 0xC9) || byte == 0xD0 || byte == 0xD1;
    if (!known_letter) return false;
    ++i;
  }
  return true;
}

/// Reads one record into a batch. Every function returns false where the line is not plain.
class RecordParts {
 public:
  explicit RecordParts(RecordBatch& batch) : batch_(batch) {}

  bool record(object fields) {
    RecordBatch::Event event;
    unsigned seen = 0;
    for (const auto& [key, content] : fields) {
      const Part part = part_of(key);
      if ((seen & 1U << part) != 0 || !read(part, content, event)) return false;
      seen |= 1U << part;
    }
    if ((seen & 1U << participants) == 0 || batch_.persons.size() == first_person_) return false;
    event.persons_end = static_cast<std::uint32_t>(batch_.persons.size());
    batch_.events.push_back(event);
    return true;
  }

 private:
  enum Part : unsigned { id, date, type, place, participants, source, other };
  enum PersonPart : unsigned { person_name, person_id, country, organisation, position, rank, role, other_of_person };

  static Part part_of(std::string_view key) {
    if (key == "id") return id;
    if (key == "date") return date;
    if (key == "participants") return participants;
    if (key == "type") return type;
    if (key == "place") return place;
    return key == "source" ? source : other;
  }

  static PersonPart person_part_of(std::string_view key) {
    if (key == "name") return person_name;
    if (key == "id") return person_id;
    if (key == "country") return country;
    if (key == "position") return position;
    if (key == "rank") return rank;
    if (key == "role") return role;
    return key == "organisation" ? organisation : other_of_person;
  }

  static std::optional<std::string_view> text(element content) {
    std::string_view told;
    if (content.get(told) != simdjson::SUCCESS) return std::nullopt;
    return told;
  }

  bool field(element content, RecordBatch::Text& to) {
    const std::optional<std::string_view> told = text(content);
    if (!told) return false;
    to = is_clean(*told) ? batch_.add(*told) : batch_.add(clean_field(*told));
    return true;
  }

  bool read(Part part, element content, RecordBatch::Event& event) {
    std::optional<std::string_view> told;
    switch (part) {
      case id:
        return field(content, event.id) && event.id.size > 0;
      case place:
        return field(content, event.place);
      case date: {
        told = text(content);
        const std::optional<Date> parsed = told ? Date::parse(*told) : std::nullopt;
        event.date = CompactDate(parsed);
        return parsed.has_value();
      }
      case type:
        told = text(content);
        return told && read_type(*told, event);
      case source:
        told = text(content);
        if (told) event.document = batch_.add(*told);
        return told.has_value();
      case participants:
        return read_participants(content);
      case other:
        return false;
    }
    return false;
  }

  // A co-mention is no meeting: who reads decides on it.
  static bool read_type(std::string_view told, RecordBatch::Event& event) {
    const std::optional<EventType> parsed = parse_event_type(told);
    if (!parsed) return false;
    event.type = *parsed;
    return event.type != EventType::co_mention;
  }

  bool read_participants(element content) {
    simdjson::dom::array items;
    if (content.get(items) != simdjson::SUCCESS) return false;
    for (const element one : items) {
      if (one.is_string()) {
        RecordBatch::Person person;
        if (!field(one, person.key) || person.key.size == 0) return false;
        batch_.persons.push_back(person);
      } else if (!read_person(one)) {
        return false;
      }
    }
    return true;
  }

  bool read_person(element content) {
    object fields;
    if (content.get(fields) != simdjson::SUCCESS) return false;
    RecordBatch::Details details;
    RecordBatch::Text own_id;
    unsigned seen = 0;
    for (const auto& [key, told] : fields) {
      const PersonPart part = person_part_of(key);
      if ((seen & 1U << part) != 0 || !read(part, told, details, own_id)) return false;
      seen |= 1U << part;
    }
    if (details.name.size == 0) return false;
    const bool is_bare = seen == 1U << person_name;
    RecordBatch::Person person;
    person.key = own_id.size > 0 ? own_id : details.name;
    if (!is_bare) {
      person.details = static_cast<std::uint32_t>(batch_.details.size());
      batch_.details.push_back(details);
    }
    batch_.persons.push_back(person);
    return true;
  }

  bool read(PersonPart part, element content, RecordBatch::Details& details, RecordBatch::Text& own_id) {
    switch (part) {
      case person_name:
        return field(content, details.name);
      case person_id:
        return field(content, own_id);
      case country:
        return field(content, details.country);
      case organisation:
        return field(content, details.organisation);
      case position:
        return field(content, details.position);
      case rank:
        return field(content, details.rank);
      case role: {
        const std::optional<std::string_view> told = text(content);
        details.role = told ? parse_role(*told) : std::nullopt;
        return details.role.has_value();
      }
      case other_of_person:
        return false;
    }
    return false;
  }

  RecordBatch& batch_;
  std::size_t first_person_ = batch_.persons.size();
};

}  // namespace

const std::size_t PlainRecordReader::padding = simdjson::SIMDJSON_PADDING;

struct PlainRecordReader::Parser {
  simdjson::dom::parser parser;
};

PlainRecordReader::PlainRecordReader() : parser_(std::make_unique<Parser>()) {}
PlainRecordReader::~PlainRecordReader() = default;
PlainRecordReader::PlainRecordReader(PlainRecordReader&&) noexcept = default;

bool PlainRecordReader::read(std::string_view line, RecordBatch& batch) {
  const std::size_t events = batch.events.size();
  const std::size_t texts = batch.texts.size();
  const std::size_t persons = batch.persons.size();
  const std::size_t details = batch.details.size();
  element document;
  object fields;
  if (parser_->parser.parse(line.data(), line.size(), false).get(document) == simdjson::SUCCESS &&
      document.get(fields) == simdjson::SUCCESS && RecordParts(batch).record(fields)) {
    return true;
  }
  batch.events.resize(events);
  batch.texts.resize(texts);
  batch.persons.resize(persons);
  batch.details.resize(details);
  return false;
}

}  // namespace entente
