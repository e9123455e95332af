#include "plain_records.hpp"

#include "field_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>

#include <simdjson.h>

namespace entente {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// How many bytes of the beginning are surely printable ASCII, eight at a time.
std::size_t printable_beginning(std::string_view text) {
  constexpr std::uint64_t every = 0x0101010101010101ULL;
  constexpr std::uint64_t highest = 0x80 * every;
  std::size_t size = 0;
  for (std::uint64_t bytes = 0; size + sizeof bytes <= text.size(); size += sizeof bytes) {
    std::memcpy(&bytes, text.data() + size, sizeof bytes);
    const std::uint64_t is_control = (bytes - 0x20 * every) | (bytes + every);  // right where no byte is beyond ASCII
    if (((bytes | is_control) & highest) != 0) break;
  }
  return size;
}

// A field is cleaned by leaving it alone if no byte of it is a control character or belongs to a letter that
// normalisation could change or join to another: ASCII, the Latin letters from U+00C0 to U+027F, Cyrillic to U+047F.
bool is_clean(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ') return false;
  for (std::size_t i = printable_beginning(text); i < text.size(); ++i) {
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
  enum Part : unsigned { id, date, type, place, participants, source, evidence, rule, confidence, other };
  enum PersonPart : unsigned {
    person_name,
    person_id,
    country,
    organisation,
    position,
    rank,
    role,
    spans,
    other_of_person
  };

  static constexpr std::array<std::string_view, 4> source_parts{"document", "published", "title", "url"};
  static constexpr std::array<std::string_view, 3> evidence_parts{"document", "range", "text"};

  static std::size_t place_among(std::span<const std::string_view> parts, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(parts, key) - parts.begin());
  }

  static Part part_of(std::string_view key) {
    if (key == "id") return id;
    if (key == "date") return date;
    if (key == "participants") return participants;
    if (key == "type") return type;
    if (key == "place") return place;
    if (key == "source" || key == "sources") return source;
    if (key == "evidence") return evidence;
    if (key == "rule") return rule;
    return key == "confidence" ? confidence : other;
  }

  static PersonPart person_part_of(std::string_view key) {
    if (key == "name") return person_name;
    if (key == "id") return person_id;
    if (key == "country") return country;
    if (key == "position") return position;
    if (key == "rank") return rank;
    if (key == "role") return role;
    if (key == "spans") return spans;
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
        return read_source(content, event);
      case evidence:
        return read_evidence(content, event);
      case rule:
        return text(content).has_value();
      case confidence: {
        double share = 0;
        return content.get(share) == simdjson::SUCCESS && share >= 0 && share <= 1;
      }
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

  // One document, told of by its name, by an object, or by a list of one of them.
  bool read_source(element content, RecordBatch::Event& event) {
    simdjson::dom::array items;
    if (content.get(items) == simdjson::SUCCESS) {
      if (items.size() != 1) return false;
      content = items.at(0).value_unsafe();
    }
    object fields;
    if (content.get(fields) != simdjson::SUCCESS) return read_document(content, event);
    unsigned seen = 0;
    for (const auto& [key, told] : fields) {
      const std::size_t part = place_among(source_parts, key);
      const std::optional<std::string_view> value = text(told);
      if (part == source_parts.size() || (seen & 1U << part) != 0 || !value) return false;
      seen |= 1U << part;
      if (key == "document" && !read_document(told, event)) return false;
      if (key == "published" && !Date::parse(*value)) return false;
    }
    return true;
  }

  bool read_document(element content, RecordBatch::Event& event) {
    const std::optional<std::string_view> told = text(content);
    if (told) event.document = batch_.add(*told);
    return told.has_value();
  }

  // The sentences of the record, of which a graph keeps the first.
  bool read_evidence(element content, RecordBatch::Event& event) {
    simdjson::dom::array items;
    if (content.get(items) != simdjson::SUCCESS) return false;
    bool is_first = true;
    for (const element one : items) {
      object fields;
      if (one.get(fields) != simdjson::SUCCESS) return false;
      unsigned seen = 0;
      for (const auto& [key, told] : fields) {
        const std::size_t part = place_among(evidence_parts, key);
        if (part == evidence_parts.size() || (seen & 1U << part) != 0) return false;
        seen |= 1U << part;
        const std::optional<std::string_view> value = text(told);
        if (key == "range" ? !is_range(told) : !value) return false;
        if (key == "text" && is_first) event.sentence = batch_.add(*value);
      }
      is_first = false;
    }
    return true;
  }

  static bool is_range(element content) {
    simdjson::dom::array ends;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    return content.get(ends) == simdjson::SUCCESS && ends.size() == 2 && ends.at(0).get(begin) == simdjson::SUCCESS &&
           ends.at(1).get(end) == simdjson::SUCCESS && begin <= end;
  }

  static bool are_ranges(element content) {
    simdjson::dom::array items;
    if (content.get(items) != simdjson::SUCCESS) return false;
    for (const element one : items) {
      if (!is_range(one)) return false;
    }
    return true;
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
    const bool is_bare = (seen & ~(1U << spans)) == 1U << person_name;
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
      case spans:
        return are_ranges(content);
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
