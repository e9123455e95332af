// Rows go in by ascending keys, so that pages fill one after the other; indexes follow in the end. There is no journal:
// the file is not under its name before it is whole.

#include "check_document.hpp"
#include "document_list.hpp"
#include "network_attributes.hpp"
#include "sqlite_database.hpp"
#include "sqlite_schema.hpp"

#include <entente/io/output_file.hpp>
#include <entente/io/sqlite.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente {

namespace {

std::string quoted_name(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string date_text(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

std::string day_text(const std::optional<Day>& day) { return day ? Date::from_day(*day).to_string() : std::string(); }

class NetworkDatabase {
 public:
  NetworkDatabase(const std::filesystem::path& path, const std::filesystem::path& told, const NetworkDocument& document)
      : database_(path, told), document_(document), graph_(document.graph) {}

  void write(std::span<const NamedTable> also) {
    database_.execute(
        "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;"
        "PRAGMA application_id = 1701735525; PRAGMA user_version = 1; BEGIN;");
    database_.execute(sqlite_tables);
    write_facts();
    write_persons();
    write_measures();
    write_events();
    write_participations();
    write_evidence();
    write_ties();
    for (const NamedTable& one : also) write_table(one);
    database_.execute(sqlite_indexes_and_views);
    database_.execute("COMMIT;");
    database_.close();
  }

 private:
  void write_facts() {
    const NetworkFacts facts = network_facts(document_);
    SqliteInsert row(database_, "facts", 2);
    row.text("description").text(facts.description).end_row();
    row.text("ties").text(facts.ties).end_row();
    row.text("weight_method").text(facts.weight_method).end_row();
  }

  void write_persons() {
    const PersonColumns& persons = graph_.persons();
    SqliteInsert row(database_, "persons", 10);
    for (std::size_t i = 0; i < graph_.num_persons(); ++i) {
      row.whole(static_cast<std::int64_t>(i)).text(persons.id[i]);
      row.text(persons.name[i].empty() ? persons.id[i] : persons.name[i]);
      row.text(persons.country[i]).text(persons.organisation[i]).text(persons.position[i]).text(persons.rank[i]);
      if (document_.communities.empty()) {
        row.null();
      } else {
        row.whole(document_.communities[i]);
      }
      if (document_.positions.empty()) {
        row.null().null();
      } else {
        row.number(document_.positions[i].x).number(document_.positions[i].y);
      }
      row.end_row();
    }
  }

  // By person, then by the measure's name, as the key has it.
  void write_measures() {
    std::vector<const MeasureColumn*> columns;
    for (const MeasureColumn& one : document_.measures) columns.push_back(&one);
    std::ranges::sort(columns, {}, [](const MeasureColumn* one) { return std::string_view(one->name); });
    SqliteInsert row(database_, "measures", 3);
    for (std::size_t i = 0; i < graph_.num_persons(); ++i) {
      for (const MeasureColumn* one : columns) {
        if (!std::isfinite(one->values[i])) continue;
        row.whole(static_cast<std::int64_t>(i)).text(one->name).number(one->values[i]).end_row();
      }
    }
  }

  void write_events() {
    const EventColumns& events = graph_.events();
    SqliteInsert row(database_, "events", 9);
    for (std::size_t i = 0; i < graph_.num_events(); ++i) {
      const auto& date = events.date[i];
      const std::string told = date_text(date);
      const std::string first = date ? day_text(date->first_day()) : std::string();
      const std::string last = date ? day_text(date->last_day()) : std::string();
      row.whole(static_cast<std::int64_t>(i)).text(events.id[i]).text(to_string(events.type[i]));
      row.text(told).text(first).text(last).text(events.place[i]).whole(events.reports[i]);
      row.text(document_.quotes ? events.sentence[i] : std::string_view()).end_row();
    }
  }

  void write_participations() {
    SqliteInsert row(database_, "participations", 3);
    for (std::size_t i = 0; i < graph_.num_events(); ++i) {
      const auto participants = graph_.participants_of(EventId(i));
      const auto roles = graph_.roles_of(EventId(i));
      for (std::size_t at = 0; at < participants.size(); ++at) {
        row.whole(static_cast<std::int64_t>(i)).whole(static_cast<std::int64_t>(participants[at].index()));
        row.text(roles[at] ? to_string(*roles[at]) : std::string_view()).end_row();
      }
    }
  }

  void write_evidence() {
    SqliteInsert row(database_, "evidence", 2);
    std::vector<std::string_view> documents;
    for (std::size_t i = 0; i < graph_.num_events(); ++i) {
      documents.clear();
      for_documents(graph_.events().documents[i], [&](std::string_view one) { documents.push_back(one); });
      std::ranges::sort(documents);
      const auto doubled = std::ranges::unique(documents);
      documents.erase(doubled.begin(), doubled.end());
      for (const std::string_view one : documents) row.whole(static_cast<std::int64_t>(i)).text(one).end_row();
    }
  }

  void write_ties() {
    const PersonNetwork& network = document_.network;
    SqliteInsert row(database_, "ties", 6);
    for (std::size_t i = 0; i < network.num_persons(); ++i) {
      const TieRow ties = network.ties_of(PersonId(i));
      for (std::size_t at = 0; at < ties.size(); ++at) {
        const Tie tie = ties[at];
        const std::string first = date_text(tie.first);
        const std::string last = date_text(tie.last);
        row.whole(static_cast<std::int64_t>(i)).whole(static_cast<std::int64_t>(tie.b.index()));
        row.number(tie.weight).whole(tie.events).text(first).text(last).end_row();
      }
    }
  }

  void write_table(const NamedTable& named) {
    std::string sql = "CREATE TABLE " + quoted_name(named.name) + " (";
    for (const Table::Column& column : named.table.columns) {
      if (&column != &named.table.columns.front()) sql += ", ";
      sql += quoted_name(column.name);
    }
    database_.execute(sql + ")");
    SqliteInsert row(database_, quoted_name(named.name), static_cast<int>(named.table.columns.size()));
    for (const std::vector<Cell>& cells : named.table.rows) {
      for (const Cell& cell : cells) std::visit(BoundCell{row}, cell);
      row.end_row();
    }
  }

  struct BoundCell {
    SqliteInsert& row;
    void operator()(std::monostate) const { row.null(); }
    void operator()(const std::string& text) const { row.text(text); }
    void operator()(std::int64_t number) const { row.whole(number); }
    void operator()(double number) const { row.number(number); }
  };

  SqliteDatabase database_;
  const NetworkDocument& document_;
  const EventGraph& graph_;
};

}  // namespace

void write_sqlite(const std::filesystem::path& path, const NetworkDocument& document,
                  std::span<const NamedTable> also) {
  check_document(document);
  write_file_by_path(
      path, [&](const std::filesystem::path& temporary) { NetworkDatabase(temporary, path, document).write(also); });
}

}  // namespace entente
