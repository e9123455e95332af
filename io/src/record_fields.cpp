#include "record_fields.hpp"

#include "field_text.hpp"

#include <entente/core/suggestion.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace entente {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

enum class RecordField : std::uint8_t {
  id,
  type,
  date,
  place,
  participants,
  mentions,
  source,
  sources,
  evidence,
  rule,
  confidence
};
constexpr std::array<std::string_view, 11> fields_of_records{
    "id", "type", "date", "place", "participants", "mentions", "source", "sources", "evidence", "rule", "confidence"};

enum class ParticipantField : std::uint8_t { id, name, country, organisation, position, rank, role, spans };
constexpr std::array<std::string_view, 8> participant_fields{"id",       "name", "country", "organisation",
                                                             "position", "rank", "role",    "spans"};

enum class MentionField : std::uint8_t { name };
constexpr std::array<std::string_view, 1> mention_fields{"name"};

enum class SourceField : std::uint8_t { document, published, title, url };
constexpr std::array<std::string_view, 4> source_fields{"document", "published", "title", "url"};

enum class EvidenceField : std::uint8_t { document, range, text };
constexpr std::array<std::string_view, 3> evidence_fields{"document", "range", "text"};

enum class ArticleField : std::uint8_t { id, date, title, text, url };
constexpr std::array<std::string_view, 5> article_fields{"id", "date", "title", "text", "url"};

std::vector<std::string> strings(std::span<const std::string_view> names) { return {names.begin(), names.end()}; }

std::string indexed(std::string_view field, std::size_t index) {
  return std::string(field) + "[" + std::to_string(index) + "]";
}

// Walks the fields of one object (`path` names it in messages, empty at the top) and reads values of the wanted types.
class Reader {
 public:
  Reader(bool strict, std::vector<FieldProblem>& problems) : strict_(strict), problems_(problems) {}

  // Calls `read(field, value, path of the value)` for each known field of `fields`; null counts as not told.
  template <typename Field, std::size_t size, typename Read>
  void each_field(object fields, const std::array<std::string_view, size>& known, const std::string& path,
                  const Read& read) {
    std::uint32_t seen = 0;
    for (const auto& [name, value] : fields) {
      std::size_t index = 0;
      while (index < size && known[index] != name) ++index;
      if (index == size) {
        if (strict_ && !name.starts_with("x_")) unknown_field(path, name, known);
        continue;
      }
      const std::string where = path.empty() ? std::string(name) : path + "." + std::string(name);
      if ((seen & (1U << index)) != 0) add(Defect::invalid_json, where, "the field stands twice in one object");
      seen |= 1U << index;
      if (!value.is_null()) read(static_cast<Field>(index), value, where);
    }
  }

  // Calls `read(item, path of the item)` for each item of a list.
  template <typename Read>
  void each_item(element value, const std::string& path, const Read& read) {
    simdjson::dom::array items;
    if (value.get(items) != simdjson::SUCCESS) return wrong_type(path, value, "a list");
    std::size_t index = 0;
    for (const element item : items) read(item, indexed(path, index++));
  }

  std::string text(element value, const std::string& path) {
    std::string_view content;
    if (value.get(content) != simdjson::SUCCESS) {
      wrong_type(path, value, "a text");
      return {};
    }
    return std::string(content);
  }

  std::string field(element value, const std::string& path) { return clean_field(text(value, path)); }

  // Programs that write records often have numbers for identifiers.
  std::string identifier(element value, const std::string& path) {
    std::uint64_t number = 0;
    if (value.get(number) == simdjson::SUCCESS) return std::to_string(number);
    return field(value, path);
  }

  std::optional<Date> date(element value, const std::string& path) {
    std::string_view content;
    if (value.get(content) != simdjson::SUCCESS) {
      wrong_type(path, value, "a date such as \"2024-01-18\"");
      return {};
    }
    const std::optional<Date> parsed = Date::parse(content);
    if (!parsed) add(Defect::invalid_date, path, in_quotes(content) + " is no date");
    return parsed;
  }

  template <typename Value>
  std::optional<Value> choice(element value, const std::string& path, std::optional<Value> (*parse)(std::string_view),
                              std::span<const std::string_view> names, Defect defect, std::string_view what) {
    std::string_view content;
    if (value.get(content) != simdjson::SUCCESS) {
      wrong_type(path, value, "a text");
      return {};
    }
    const std::optional<Value> parsed = parse(content);
    if (!parsed) {
      add(defect, path,
          "unknown " + std::string(what) + " " + in_quotes(content) + did_you_mean(content, strings(names)));
    }
    return parsed;
  }

  std::optional<ByteRange> range(element value, const std::string& path) {
    simdjson::dom::array ends;
    if (value.get(ends) != simdjson::SUCCESS) {
      wrong_type(path, value, "a byte range [begin, end]");
      return {};
    }
    ByteRange range;
    const bool whole = ends.size() == 2 && ends.at(0).get(range.begin) == simdjson::SUCCESS &&
                       ends.at(1).get(range.end) == simdjson::SUCCESS;
    if (!whole || range.begin > range.end) {
      add(Defect::invalid_range, path, simdjson::minify(ends) + " is no byte range");
      return {};
    }
    return range;
  }

  /// A share from 0 to 1.
  std::uint8_t hundredths(element value, const std::string& path) {
    double share = 0;
    if (value.get(share) != simdjson::SUCCESS || share < 0 || share > 1) {
      wrong_type(path, value, "a number from 0 to 1");
      return 0;
    }
    return static_cast<std::uint8_t>(std::lround(share * 100));
  }

  void add(Defect defect, std::string path, std::string message) {
    problems_.push_back({.defect = defect, .field = std::move(path), .message = std::move(message)});
  }

  void wrong_type(const std::string& path, element value, std::string_view expected) {
    add(Defect::wrong_field_type, path, "expected " + std::string(expected) + ", found " + described(value));
  }

 private:
  void unknown_field(const std::string& path, std::string_view name, std::span<const std::string_view> known) {
    problems_.push_back({.defect = Defect::unknown_field,
                         .field = path.empty() ? clean_field(name) : path + "." + clean_field(name),
                         .message = "unknown field " + in_quotes(name) + did_you_mean(name, strings(known)),
                         .harmless = true});
  }

  bool strict_;
  std::vector<FieldProblem>& problems_;
};

// The name of a participant or a mention; the field is told by the caller, since it may stand bare.
std::string person_name(Reader& reader, element value, const std::string& path) {
  std::string name = reader.field(value, path);
  if (value.is_string() && name.empty()) reader.add(Defect::nameless_participant, path, "the name is empty");
  return name;
}

Participant read_participant(Reader& reader, element value, const std::string& path) {
  Participant participant;
  if (value.is_string()) {
    participant.name = person_name(reader, value, path);
    return participant;
  }
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) {
    reader.wrong_type(path, value, "a name or an object with \"name\"");
    return participant;
  }
  bool has_name = false;
  reader.each_field<ParticipantField>(
      fields, participant_fields, path, [&](ParticipantField field, element content, const std::string& where) {
        switch (field) {
          case ParticipantField::id:
            participant.id = reader.identifier(content, where);
            return;
          case ParticipantField::name:
            has_name = true;
            participant.name = person_name(reader, content, where);
            return;
          case ParticipantField::country:
            participant.country = reader.field(content, where);
            return;
          case ParticipantField::organisation:
            participant.organisation = reader.field(content, where);
            return;
          case ParticipantField::position:
            participant.position = reader.field(content, where);
            return;
          case ParticipantField::rank:
            participant.rank = reader.field(content, where);
            return;
          case ParticipantField::role:
            participant.role = reader.choice(content, where, &parse_role, role_names(), Defect::unknown_role, "role");
            return;
          case ParticipantField::spans:
            reader.each_item(content, where, [&](element item, const std::string& item_path) {
              if (const auto span = reader.range(item, item_path)) participant.spans.push_back(*span);
            });
            return;
        }
      });
  if (!has_name) reader.add(Defect::nameless_participant, path + ".name", "the participant has no name");
  return participant;
}

Mention read_mention(Reader& reader, element value, const std::string& path) {
  Mention mention;
  if (value.is_string()) {
    mention.name = person_name(reader, value, path);
    return mention;
  }
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) {
    reader.wrong_type(path, value, "a name or an object with \"name\"");
    return mention;
  }
  bool has_name = false;
  reader.each_field<MentionField>(fields, mention_fields, path,
                                  [&](MentionField, element content, const std::string& where) {
                                    has_name = true;
                                    mention.name = person_name(reader, content, where);
                                  });
  if (!has_name) reader.add(Defect::nameless_participant, path + ".name", "the mention has no name");
  return mention;
}

Source read_source(Reader& reader, element value, const std::string& path) {
  Source source;
  if (value.is_string()) {
    source.document = reader.text(value, path);
    return source;
  }
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) {
    reader.wrong_type(path, value, "the name of a document or an object");
    return source;
  }
  reader.each_field<SourceField>(fields, source_fields, path,
                                 [&](SourceField field, element content, const std::string& where) {
                                   switch (field) {
                                     case SourceField::document:
                                       source.document = reader.text(content, where);
                                       return;
                                     case SourceField::published:
                                       source.published = reader.date(content, where);
                                       return;
                                     case SourceField::title:
                                       source.title = reader.field(content, where);
                                       return;
                                     case SourceField::url:
                                       source.url = reader.field(content, where);
                                       return;
                                   }
                                 });
  return source;
}

Evidence read_evidence(Reader& reader, element value, const std::string& path) {
  Evidence evidence;
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) {
    reader.wrong_type(path, value, "an object with \"range\" and \"text\"");
    return evidence;
  }
  reader.each_field<EvidenceField>(fields, evidence_fields, path,
                                   [&](EvidenceField field, element content, const std::string& where) {
                                     switch (field) {
                                       case EvidenceField::document:
                                         evidence.document = reader.text(content, where);
                                         return;
                                       case EvidenceField::range:
                                         evidence.range = reader.range(content, where);
                                         return;
                                       case EvidenceField::text:
                                         evidence.text = reader.text(content, where);
                                         return;
                                     }
                                   });
  return evidence;
}

}  // namespace

Record read_record_fields(object fields, bool strict, std::vector<FieldProblem>& problems) {
  Reader reader(strict, problems);
  Record record;
  bool has_source = false;
  reader.each_field<RecordField>(
      fields, fields_of_records, {}, [&](RecordField field, element value, const std::string& path) {
        switch (field) {
          case RecordField::id:
            record.id = reader.identifier(value, path);
            return;
          case RecordField::type:
            record.type = reader
                              .choice(value, path, &parse_event_type, event_type_names(), Defect::unknown_event_type,
                                      "event type")
                              .value_or(EventType::other);
            return;
          case RecordField::date:
            record.date = reader.date(value, path);
            return;
          case RecordField::place:
            record.place = reader.field(value, path);
            return;
          case RecordField::participants:
            reader.each_item(value, path, [&](element item, const std::string& item_path) {
              record.participants.push_back(read_participant(reader, item, item_path));
            });
            return;
          case RecordField::mentions:
            reader.each_item(value, path, [&](element item, const std::string& item_path) {
              record.mentions.push_back(read_mention(reader, item, item_path));
            });
            return;
          case RecordField::source:
          case RecordField::sources:
            if (has_source) {
              reader.add(Defect::wrong_field_type, path, "the record has both 'source' and 'sources'");
            } else if (field == RecordField::source) {
              record.sources.push_back(read_source(reader, value, path));
            } else {
              reader.each_item(value, path, [&](element item, const std::string& item_path) {
                record.sources.push_back(read_source(reader, item, item_path));
              });
            }
            has_source = true;
            return;
          case RecordField::rule:
            record.rule = reader.field(value, path);
            return;
          case RecordField::confidence:
            record.confidence = reader.hundredths(value, path);
            return;
          case RecordField::evidence:
            reader.each_item(value, path, [&](element item, const std::string& item_path) {
              record.evidence.push_back(read_evidence(reader, item, item_path));
            });
            return;
        }
      });
  bool told = false;
  for (const FieldProblem& problem : problems) told = told || problem.field.starts_with("participants");
  if (record.participants.empty() && !told) {
    reader.add(Defect::missing_participants, "participants", "the record has no participants");
  }
  return record;
}

Article read_article_fields(object fields, std::vector<FieldProblem>& problems) {
  Reader reader(false, problems);
  Article article;
  reader.each_field<ArticleField>(fields, article_fields, {},
                                  [&](ArticleField field, element value, const std::string& path) {
                                    switch (field) {
                                      case ArticleField::id:
                                        article.id = reader.identifier(value, path);
                                        return;
                                      case ArticleField::date:
                                        article.published = reader.date(value, path);
                                        return;
                                      case ArticleField::title:
                                        article.title = reader.field(value, path);
                                        return;
                                      case ArticleField::text:
                                        article.text = reader.text(value, path);
                                        return;
                                      case ArticleField::url:
                                        article.url = reader.field(value, path);
                                        return;
                                    }
                                  });
  return article;
}

std::string described(element value) {
  switch (value.type()) {
    case element_type::ARRAY:
      return "a list";
    case element_type::OBJECT:
      return "an object";
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
      return "the number " + simdjson::minify(value);
    case element_type::STRING:
      return "the text " + in_quotes(std::string_view(value));
    case element_type::BOOL:
      return simdjson::minify(value);
    case element_type::NULL_VALUE:
      return "null";
  }
  return "something else";
}

}  // namespace entente
