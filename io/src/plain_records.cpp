#include "plain_records.hpp"

#include "field_text.hpp"

#include <entente/core/eight_bytes.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <simdjson.h>

namespace entente {

namespace {

using simdjson::ondemand::array;
using simdjson::ondemand::object;
using simdjson::ondemand::raw_json_string;
using simdjson::ondemand::value;

constexpr std::uint64_t every_byte = 0x0101010101010101ULL;

// Whether all eight are printable ASCII, and none is the backslash of an escape.
bool are_plain(std::uint64_t bytes) {
  const std::uint64_t not_backslash = bytes ^ ('\\' * every_byte);
  const std::uint64_t is_control = (bytes - ' ' * every_byte) | (bytes + every_byte);  // right for ASCII
  const std::uint64_t is_backslash = (not_backslash - every_byte) & ~not_backslash;
  return ((bytes | is_control | is_backslash) & (0x80 * every_byte)) == 0;
}

// Whether a text as it stands in JSON is surely printable ASCII without escapes. The last eight bytes may be looked at
// twice; short texts are left to who looks closer.
bool is_plain(std::string_view text) {
  constexpr std::size_t step = sizeof(std::uint64_t);
  if (text.size() < step) return false;
  for (std::size_t i = 0; i + step <= text.size(); i += step) {
    if (!are_plain(load_eight_bytes(text, i))) return false;
  }
  return are_plain(load_eight_bytes(text, text.size() - step));
}

// A field is cleaned by leaving it alone, and stands in JSON as it is to be read, if no byte of it is a backslash or a
// control character or belongs to a letter that normalisation could change or join to another: ASCII, the Latin letters
// from U+00C0 to U+027F, Cyrillic to U+047F.
bool is_clean(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F && byte != '\\') continue;
    const bool known_letter = (byte >= 0xC3 && byte <= 0xC9) || byte == 0xD0 || byte == 0xD1;
    if (!known_letter) return false;
    ++i;
  }
  return true;
}

bool has_space_around(std::string_view text) { return !text.empty() && (text.front() == ' ' || text.back() == ' '); }

// Whether the text of a value is there, and where it stands: between its quotation marks, escapes and all.
bool read_raw(value content, std::string_view& raw) {
  raw = content.raw_json_token();
  if (raw.front() != '"') return false;
  while (raw.back() != '"') raw.remove_suffix(1);  // white space
  raw = raw.substr(1, raw.size() - 2);
  return true;
}

bool has_escape(std::string_view raw) { return !is_plain(raw) && raw.find('\\') != std::string_view::npos; }

bool read_text(value content, std::string_view& told) {
  return read_raw(content, told) && (!has_escape(told) || content.get_string().get(told) == simdjson::SUCCESS);
}

// Words of known length, so that the comparison is a matter of a few instructions.
template <std::size_t size>
bool is(raw_json_string key, const char (&word)[size]) {
  constexpr std::size_t first = std::min<std::size_t>(size - 1, 8);  // compilers compare no more in place
  return std::memcmp(key.raw(), word, first) == 0 &&
         std::memcmp(key.raw() + first, word + first, size - 1 - first) == 0 && key.raw()[size - 1] == '"';
}

// Calls `read` with the key, as it stands, and the value of every field; false once it or the text of the object fails.
template <typename Read>
bool each_field(object fields, const Read& read) {
  for (auto next : fields) {
    simdjson::ondemand::field one;
    if (std::move(next).get(one) != simdjson::SUCCESS || !read(one.key(), one.value())) return false;
  }
  return true;
}

template <typename Read>
bool each_field(value content, const Read& read) {
  object fields;
  return content.get_object().get(fields) == simdjson::SUCCESS && each_field(fields, read);
}

// Calls `read` with every item; false once it or the text of the list fails.
template <typename Read>
bool each_item(value content, const Read& read) {
  array items;
  if (content.get_array().get(items) != simdjson::SUCCESS) return false;
  for (auto next : items) {
    value one;
    if (std::move(next).get(one) != simdjson::SUCCESS || !read(one)) return false;
  }
  return true;
}

bool begins_with(value content, char first) { return content.raw_json_token().front() == first; }

// Whether a part comes for the first time; it is noted.
bool is_new(std::size_t part, unsigned& seen) {
  const unsigned bit = 1U << part;
  return (std::exchange(seen, seen | bit) & bit) == 0;
}

bool is_range(value content) {
  std::array<std::uint64_t, 2> ends{};
  std::size_t count = 0;
  return each_item(content,
                   [&](value one) {
                     return count < ends.size() && one.get_uint64().get(ends[count++]) == simdjson::SUCCESS;
                   }) &&
         count == ends.size() && ends[0] <= ends[1];
}

/// Reads one record into a batch. Every function returns false where the line is not plain.
class RecordParts {
 public:
  // `cleaned` are the texts that do not stand in the lines of the batch as they are to be read: they will follow them.
  RecordParts(RecordBatch& batch, std::string& cleaned) : batch_(batch), cleaned_(cleaned) {}

  bool record(object fields) {
    RecordBatch::Event event;
    unsigned seen = 0;
    const bool plain = each_field(fields, [&](raw_json_string key, value content) {
      const Part part = part_of(key);
      return is_new(part, seen) && read(part, content, event);
    });
    if (!plain || (seen & 1U << participants) == 0 || batch_.persons.size() == first_person_) return false;
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

  static std::size_t place_among(std::span<const std::string_view> parts, raw_json_string key) {
    return static_cast<std::size_t>(std::ranges::find_if(parts, [key](std::string_view part) { return key == part; }) -
                                    parts.begin());
  }

  static Part part_of(raw_json_string key) {
    if (is(key, "id")) return id;
    if (is(key, "date")) return date;
    if (is(key, "participants")) return participants;
    if (is(key, "type")) return type;
    if (is(key, "place")) return place;
    if (is(key, "source") || is(key, "sources")) return source;
    if (is(key, "evidence")) return evidence;
    if (is(key, "rule")) return rule;
    return is(key, "confidence") ? confidence : other;
  }

  static PersonPart person_part_of(raw_json_string key) {
    if (is(key, "name")) return person_name;
    if (is(key, "id")) return person_id;
    if (is(key, "country")) return country;
    if (is(key, "position")) return position;
    if (is(key, "rank")) return rank;
    if (is(key, "role")) return role;
    if (is(key, "spans")) return spans;
    return is(key, "organisation") ? organisation : other_of_person;
  }

  RecordBatch::Text standing(std::string_view text) const {
    return {static_cast<std::uint32_t>(text.data() - batch_.texts.data()), static_cast<std::uint32_t>(text.size())};
  }

  RecordBatch::Text copied(std::string_view text) {
    const std::size_t begin = batch_.texts.size() + cleaned_.size();
    cleaned_ += text;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())};
  }

  bool field(value content, RecordBatch::Text& to) {
    std::string_view raw;
    if (!read_raw(content, raw)) return false;
    if ((is_plain(raw) || is_clean(raw)) && !has_space_around(raw)) {
      to = standing(raw);
      return true;
    }
    std::string_view told = raw;
    if (has_escape(raw) && content.get_string().get(told) != simdjson::SUCCESS) return false;
    to = copied(clean_field(told));
    return true;
  }

  // A text that is kept as it is told.
  bool exact(value content, RecordBatch::Text& to) {
    std::string_view raw;
    if (!read_raw(content, raw)) return false;
    if (!has_escape(raw)) {
      to = standing(raw);
      return true;
    }
    std::string_view told;
    if (content.get_string().get(told) != simdjson::SUCCESS) return false;
    to = copied(told);
    return true;
  }

  bool read(Part part, value content, RecordBatch::Event& event) {
    std::string_view told;
    switch (part) {
      case id:
        return field(content, event.id) && event.id.size > 0;
      case place:
        return field(content, event.place);
      case date: {
        const std::optional<Date> parsed = read_text(content, told) ? Date::parse(told) : std::nullopt;
        event.date = CompactDate(parsed);
        return parsed.has_value();
      }
      case type:
        return read_text(content, told) && read_type(told, event);
      case source:
        return read_source(content, event);
      case evidence:
        return read_evidence(content, event);
      case rule:
        return read_text(content, told);
      case confidence: {
        double share = 0;
        return content.get_double().get(share) == simdjson::SUCCESS && share >= 0 && share <= 1;
      }
      case participants:
        return each_item(content, [this](value one) { return read_participant(one); });
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
  bool read_source(value content, RecordBatch::Event& event) {
    if (!begins_with(content, '[')) return read_document(content, event);
    std::size_t count = 0;
    return each_item(content, [&](value one) { return count++ == 0 && read_document(one, event); }) && count == 1;
  }

  bool read_document(value content, RecordBatch::Event& event) {
    if (begins_with(content, '"')) return exact(content, event.document);
    unsigned seen = 0;
    return each_field(content, [&](raw_json_string key, value of_key) {
      const std::size_t part = place_among(source_parts, key);
      if (part == source_parts.size() || !is_new(part, seen)) return false;
      if (is(key, "document")) return exact(of_key, event.document);
      std::string_view told;
      return read_text(of_key, told) && (!is(key, "published") || Date::parse(told).has_value());
    });
  }

  // The sentences of the record, of which a graph keeps the first.
  bool read_evidence(value content, RecordBatch::Event& event) {
    bool is_first = true;
    return each_item(content, [&](value one) {
      unsigned seen = 0;
      const bool keeps = std::exchange(is_first, false);
      return each_field(one, [&](raw_json_string key, value of_key) {
        const std::size_t part = place_among(evidence_parts, key);
        if (part == evidence_parts.size() || !is_new(part, seen)) return false;
        if (is(key, "range")) return is_range(of_key);
        std::string_view told;
        return keeps && is(key, "text") ? exact(of_key, event.sentence) : read_text(of_key, told);
      });
    });
  }

  bool read_participant(value content) {
    if (!begins_with(content, '"')) return read_person(content);
    RecordBatch::Person person;
    if (!field(content, person.key) || person.key.size == 0) return false;
    batch_.persons.push_back(person);
    return true;
  }

  bool read_person(value content) {
    RecordBatch::Details details;
    RecordBatch::Text own_id;
    unsigned seen = 0;
    const bool plain = each_field(content, [&](raw_json_string key, value of_key) {
      const PersonPart part = person_part_of(key);
      return is_new(part, seen) && read(part, of_key, details, own_id);
    });
    if (!plain || details.name.size == 0) return false;
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

  bool read(PersonPart part, value content, RecordBatch::Details& details, RecordBatch::Text& own_id) {
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
        std::string_view told;
        details.role = read_text(content, told) ? parse_role(told) : std::nullopt;
        return details.role.has_value();
      }
      case spans:
        return each_item(content, is_range);
      case other_of_person:
        return false;
    }
    return false;
  }

  RecordBatch& batch_;
  std::string& cleaned_;
  std::size_t first_person_ = batch_.persons.size();
};

}  // namespace

class PlainRecordReader::Lines {
 public:
  std::uint64_t read(std::string& lines, RecordBatch& batch, const OtherLine& other) {
    batch.clear();
    cleaned_.clear();
    batch.texts.swap(lines);
    batch.texts.reserve(batch.texts.size() + simdjson::SIMDJSON_PADDING);
    const std::string_view text = batch.texts;
    std::uint64_t number = 0;
    for (std::size_t begin = read_beginning(text, batch, number); begin < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const bool has_return = end > begin && text[end - 1] == '\r';
      const std::string_view line = text.substr(begin, end - begin - (has_return ? 1 : 0));
      if (!read_line(line, batch)) {
        other(number, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(line.size())});
      }
      begin = end + 1;
    }
    batch.texts += cleaned_;
    return number;
  }

 private:
  // Reads lines as long as each is a record of the plain sort, and returns where the first other begins: the parser
  // takes less time for many lines than for each of them.
  std::size_t read_beginning(std::string_view text, RecordBatch& batch, std::uint64_t& number) {
    simdjson::ondemand::document_stream documents;
    if (parser_.iterate_many(text.data(), text.size(), text.size()).get(documents) != simdjson::SUCCESS) return 0;
    std::size_t begin = 0;
    for (auto next = documents.begin(); next != documents.end() && begin < text.size(); ++next, ++number) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      simdjson::ondemand::document_reference document;
      const bool plain = next.current_index() < end && (*next).get(document) == simdjson::SUCCESS &&
                         add(document, batch, [&] { return is_alone(document, text, end); });
      if (!plain) return begin;
      begin = end + 1;
    }
    return begin;
  }

  // Whether a document that was read ends in the line that ends at `end`, and nothing follows it there.
  static bool is_alone(simdjson::ondemand::document_reference document, std::string_view text, std::size_t end) {
    const char* following = text.data() + text.size();
    const simdjson::error_code error = document.current_location().get(following);
    if (error != simdjson::SUCCESS && error != simdjson::OUT_OF_BOUNDS) return false;
    const auto after = static_cast<std::size_t>(following - text.data());
    return after >= end && text.find_last_not_of(" \t\r\n", after - 1) < end;
  }

  bool read_line(std::string_view line, RecordBatch& batch) {
    simdjson::ondemand::document document;
    return parser_.iterate(line.data(), line.size(), line.size() + simdjson::SIMDJSON_PADDING).get(document) ==
               simdjson::SUCCESS &&
           add(document, batch, [&] { return document.current_location().error() == simdjson::OUT_OF_BOUNDS; });
  }

  // Adds the record that a document is, if it is of the plain sort and `is_whole` once it was read.
  template <typename Document, typename IsWhole>
  bool add(Document& document, RecordBatch& batch, const IsWhole& is_whole) {
    const std::size_t events = batch.events.size();
    const std::size_t persons = batch.persons.size();
    const std::size_t details = batch.details.size();
    const std::size_t cleaned = cleaned_.size();
    object fields;
    if (document.get_object().get(fields) == simdjson::SUCCESS && RecordParts(batch, cleaned_).record(fields) &&
        is_whole()) {
      return true;
    }
    batch.events.resize(events);
    batch.persons.resize(persons);
    batch.details.resize(details);
    cleaned_.resize(cleaned);
    return false;
  }

  simdjson::ondemand::parser parser_;
  std::string cleaned_;
};

PlainRecordReader::PlainRecordReader() : lines_(std::make_unique<Lines>()) {}
PlainRecordReader::~PlainRecordReader() = default;
PlainRecordReader::PlainRecordReader(PlainRecordReader&&) noexcept = default;

std::uint64_t PlainRecordReader::read(std::string& lines, RecordBatch& batch, const OtherLine& other) {
  return lines_->read(lines, batch, other);
}

}  // namespace entente
