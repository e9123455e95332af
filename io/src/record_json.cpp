#include <entente/io/json_text.hpp>
#include <entente/io/record_json.hpp>

namespace entente {

namespace {

void write_range(JsonWriter& json, ByteRange range) {
  json.begin_array().value(range.begin).value(range.end).end_array();
}

void write_date(JsonWriter& json, std::string_view name, const std::optional<Date>& date) {
  if (date) json.member(name, date->to_string());
}

void write_participant(JsonWriter& json, const Participant& participant) {
  json.begin_object()
      .member_if_told("id", participant.id)
      .member("name", participant.name)
      .member_if_told("country", participant.country)
      .member_if_told("organisation", participant.organisation)
      .member_if_told("position", participant.position)
      .member_if_told("rank", participant.rank);
  if (participant.role) json.member("role", to_string(*participant.role));
  if (!participant.spans.empty()) {
    json.key("spans").begin_array();
    for (const ByteRange span : participant.spans) write_range(json, span);
    json.end_array();
  }
  json.end_object();
}

void write_source(JsonWriter& json, const Source& source) {
  json.begin_object().member_if_told("document", source.document);
  write_date(json, "published", source.published);
  json.member_if_told("title", source.title).member_if_told("url", source.url).end_object();
}

void write_evidence(JsonWriter& json, const Evidence& evidence, bool quotes) {
  json.begin_object().member_if_told("document", evidence.document);
  if (evidence.range) {
    json.key("range");
    write_range(json, *evidence.range);
  }
  if (quotes) json.member_if_told("text", evidence.text);
  json.end_object();
}

}  // namespace

std::string to_json_line(const Record& record, const RecordJsonOptions& options) {
  std::string line;
  constexpr std::size_t usual_length = 2048;
  line.reserve(usual_length);
  JsonWriter json(line);
  json.begin_object().member_if_told("id", record.id).member("type", to_string(record.type)).key("date");
  if (record.date) {
    json.value(record.date->to_string());
  } else {
    json.null();
  }
  json.member_if_told("place", record.place).key("participants").begin_array();
  for (const Participant& participant : record.participants) write_participant(json, participant);
  json.end_array();
  if (!record.mentions.empty()) {
    json.key("mentions").begin_array();
    for (const Mention& mention : record.mentions) json.begin_object().member("name", mention.name).end_object();
    json.end_array();
  }
  if (record.sources.size() == 1) {
    json.key("source");
    write_source(json, record.sources.front());
  } else if (!record.sources.empty()) {
    json.key("sources").begin_array();
    for (const Source& source : record.sources) write_source(json, source);
    json.end_array();
  }
  if (!record.evidence.empty()) {
    json.key("evidence").begin_array();
    for (const Evidence& evidence : record.evidence) write_evidence(json, evidence, options.quotes);
    json.end_array();
  }
  json.member_if_told("rule", record.rule);
  if (record.confidence > 0) json.key("confidence").value(record.confidence / 100.0);
  json.end_object();
  return line;
}

}  // namespace entente
