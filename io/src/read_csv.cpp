#include "csv_rows.hpp"
#include "field_text.hpp"
#include "readers.hpp"

#include <entente/core/suggestion.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

enum class Column : std::uint8_t { event, person, date, type };
constexpr std::array<std::string_view, 4> column_names{"event", "person", "date", "type"};

// Which field of a row holds each of the known columns; the others are the user's own.
struct Header {
  std::array<std::size_t, column_names.size()> position{absent, absent, absent, absent};
  std::size_t num_fields = 0;
  std::vector<std::string> names;

  [[nodiscard]] bool has(Column column) const { return at(column) != absent; }
  [[nodiscard]] std::size_t at(Column column) const { return position.at(static_cast<std::size_t>(column)); }
};

std::string lower_ascii(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

Header header_of(const CsvRow& row) {
  Header header;
  header.num_fields = row.fields.size();
  for (std::size_t field = 0; field < row.fields.size(); ++field) {
    const std::string name = lower_ascii(clean_field(repair_utf8(row.fields[field])));
    header.names.push_back(name);
    const auto known = std::ranges::find(column_names, name);
    if (known == column_names.end()) continue;
    std::size_t& position = header.position.at(static_cast<std::size_t>(known - column_names.begin()));
    if (position == absent) position = field;
  }
  return header;
}

struct Event {
  Record record;
  Place place;
  std::uint64_t line_of_date = 0;
  std::uint64_t line_of_type = 0;
};

class CsvReader {
 public:
  CsvReader(OpenInput& input, Delivery& delivery) : input_(input), delivery_(delivery) {}

  void read() {
    std::string bytes;
    input_.bytes.read_all(bytes, absent);
    text_ = bytes;
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    if (is_gephi_table(text_)) {
      read_gephi_tables(text_, input_, delivery_);
      return;
    }
    CsvRows rows(text_);
    CsvRow row;
    if (!rows.next(row)) {
      delivery_.reject(Place{.source = input_.source}, Defect::invalid_csv, "the file is empty", {});
      return;
    }
    header_ = header_of(row);
    if (!header_.has(Column::event) || !header_.has(Column::person)) {
      reject_header(row);
      return;
    }
    while (rows.next(row)) {
      input_.progress();
      read_row(row);
    }
    for (Event& event : events_) delivery_.record(std::move(event.record), std::move(event.place));
  }

 private:
  [[nodiscard]] Place place_of(const CsvRow& row, std::string field = {}) const {
    return Place{.source = input_.source, .line = row.line, .field = std::move(field)};
  }
  [[nodiscard]] std::string_view text_of(const CsvRow& row) const {
    return text_.substr(row.begin, row.end - row.begin);
  }

  void reject(const CsvRow& row, Defect defect, std::string field, std::string message) {
    delivery_.reject(place_of(row, std::move(field)), defect, std::move(message), text_of(row));
  }

  void reject_header(const CsvRow& row) {
    const std::string missing = header_.has(Column::event) ? "person" : "event";
    std::string message = "the header has no column '" + missing + "'" + did_you_mean(missing, header_.names);
    const std::string_view text = text_of(row);
    if (header_.num_fields == 1 && text.find_first_of(";\t") != std::string_view::npos) {
      message += "; fields must be separated by commas";
    }
    reject(row, Defect::invalid_csv, {}, std::move(message));
  }

  [[nodiscard]] std::string cell(const CsvRow& row, Column column) const {
    return header_.has(column) ? clean_field(row.fields[header_.at(column)]) : std::string();
  }

  void read_row(CsvRow& row) {
    if (!row.fault.empty()) {
      reject(row, Defect::invalid_csv, {}, row.fault);
      return;
    }
    if (row.fields.size() != header_.num_fields) {
      reject(row, Defect::invalid_csv, {},
             "expected " + std::to_string(header_.num_fields) + " fields as in the header, found " +
                 std::to_string(row.fields.size()));
      return;
    }
    const bool valid = is_utf8(text_of(row));
    if (!valid) {
      for (std::string& field : row.fields) field = repair_utf8(field);
    }
    if (use(row) && !valid) tell_repair(row);
  }

  // Adds the row to its event; false if it was rejected.
  bool use(const CsvRow& row) {
    const std::string id = cell(row, Column::event);
    if (id.empty()) {
      reject(row, Defect::invalid_csv, "event", "the event is empty");
      return false;
    }
    const std::string person = cell(row, Column::person);
    if (person.empty()) {
      reject(row, Defect::nameless_participant, "person", "the name is empty");
      return false;
    }
    const std::string date_text = cell(row, Column::date);
    const std::optional<Date> date = Date::parse(date_text);
    if (!date && !date_text.empty()) {
      reject(row, Defect::invalid_date, "date", in_quotes(date_text) + " is no date");
      return false;
    }
    const std::string type_text = cell(row, Column::type);
    const std::optional<EventType> type = parse_event_type(type_text);
    if (!type && !type_text.empty()) {
      const std::vector<std::string> names(event_type_names().begin(), event_type_names().end());
      reject(row, Defect::unknown_event_type, "type",
             "unknown event type " + in_quotes(type_text) + did_you_mean(type_text, names));
      return false;
    }
    const auto known = index_.find(id);
    if (known != index_.end() && contradicts(events_[known->second], row, date, type)) return false;

    const auto [entry, is_new] = index_.try_emplace(id, events_.size());
    if (is_new) {
      events_.emplace_back();
      events_.back().record.id = id;
      events_.back().place = place_of(row);
    }
    Event& event = events_[entry->second];
    if (date && event.line_of_date == 0) {
      event.record.date = date;
      event.line_of_date = row.line;
    }
    if (type && event.line_of_type == 0) {
      event.record.type = *type;
      event.line_of_type = row.line;
    }
    event.record.participants.emplace_back().name = person;
    return true;
  }

  bool contradicts(const Event& event, const CsvRow& row, std::optional<Date> date, std::optional<EventType> type) {
    const auto reject_as = [&](std::string field, const std::string& here, const std::string& before,
                               std::uint64_t line) {
      reject(row, Defect::invalid_csv, std::move(field),
             "the event " + in_quotes(event.record.id) + " is " + here + " here and " + before + " on line " +
                 std::to_string(line));
      return true;
    };
    if (date && event.line_of_date > 0 && date != event.record.date) {
      return reject_as("date", date->to_string(), event.record.date->to_string(), event.line_of_date);
    }
    if (type && event.line_of_type > 0 && type != event.record.type) {
      return reject_as("type", "a " + std::string(to_string(*type)), "a " + std::string(to_string(event.record.type)),
                       event.line_of_type);
    }
    return false;
  }

  void tell_repair(const CsvRow& row) {
    const std::string_view text = text_of(row);
    const TextPosition position = position_of(text, first_invalid_byte(text));
    Place place = place_of(row);
    place.line += position.line - 1;
    place.column = position.column;
    delivery_.repaired(std::move(place), Defect::invalid_utf8, "invalid UTF-8, replaced by U+FFFD", text);
  }

  OpenInput& input_;
  Delivery& delivery_;
  std::string_view text_;
  Header header_;
  std::vector<Event> events_;
  std::unordered_map<std::string, std::size_t> index_;  // of each event in `events_`
};

}  // namespace

void read_csv(OpenInput& input, Delivery& delivery) { CsvReader(input, delivery).read(); }

InputFormat format_of(std::string_view beginning) {
  if (beginning.starts_with(byte_order_mark)) beginning.remove_prefix(byte_order_mark.size());
  const auto skip_blanks = [&beginning] {
    beginning.remove_prefix(std::min(beginning.find_first_not_of(" \t\r\n"), beginning.size()));
  };
  skip_blanks();
  std::string_view rest = beginning;
  if (rest.starts_with('{') || rest.starts_with('[')) {
    const bool list = rest.front() == '[';
    beginning.remove_prefix(1);
    skip_blanks();
    // Prose may begin with a bracket too: "[Reuters] …", "{{Infobox".
    if (list ? beginning.starts_with('{') : beginning.starts_with('"') || beginning.starts_with('}'))
      return InputFormat::json_lines;
    return InputFormat::text;
  }
  CsvRow row;
  if (CsvRows(rest.substr(0, rest.find('\n'))).next(row)) {
    const Header header = header_of(row);
    if (header.has(Column::event) && header.has(Column::person)) return InputFormat::csv;
  }
  return InputFormat::text;
}

}  // namespace entente
