#include "graph_records.hpp"
#include "readers.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <sqlite3.h>

namespace entente {

namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeQuery {
  void operator()(sqlite3_stmt* query) const { sqlite3_finalize(query); }
};

class SqliteReader {
 public:
  SqliteReader(const OpenInput& input, Delivery& delivery) : input_(input), delivery_(delivery) {
    sqlite3* database = nullptr;
    const int result = sqlite3_open_v2(input.source.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    database_.reset(database);
    if (result != SQLITE_OK) fail();
  }

  void read() {
    query("SELECT person, id, name, country, organisation, position, rank FROM persons ORDER BY person",
          {GraphField::person, GraphField::name, GraphField::country, GraphField::organisation, GraphField::position,
           GraphField::rank},
          "person", 'p');
    query(
        "SELECT event, id, type, date, place, sentence, "
        "(SELECT group_concat(document, ' | ') FROM (SELECT document FROM evidence v WHERE v.event = e.event ORDER BY "
        "document)) FROM events e ORDER BY event",
        {GraphField::event, GraphField::event_type, GraphField::date, GraphField::place, GraphField::sentence,
         GraphField::documents},
        "event", 'e');
    prepare("SELECT event, person, role FROM participations ORDER BY event, person");
    while (step()) part_.add_edge('p' + text(1), 'e' + text(0), text(2), row_);
    GraphRecords records(input_.source);
    records.add(std::move(part_));
    records.deliver(delivery_, input_.run);
  }

 private:
  void query(const char* sql, const std::vector<GraphField>& fields, const char* kind, char letter) {
    prepare(sql);
    GraphValues values;
    while (step()) {
      values.clear();
      values[GraphField::kind] = kind;
      for (std::size_t i = 0; i < fields.size(); ++i) values[fields[i]] = text(static_cast<int>(i) + 1);
      part_.add_node(letter + text(0), values, row_);
    }
  }

  void prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK) fail();
    query_.reset(statement);
    row_ = 0;
  }
  bool step() {
    input_.progress();
    const int result = sqlite3_step(query_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) fail();
    ++row_;
    return result == SQLITE_ROW;
  }
  [[nodiscard]] std::string text(int column) const {
    const void* const bytes = sqlite3_column_blob(query_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(query_.get(), column));
    return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
  }
  [[noreturn]] void fail() const {
    throw ReadFailure(std::string("is no database that entente wrote: ") + sqlite3_errmsg(database_.get()));
  }

  const OpenInput& input_;
  Delivery& delivery_;
  GraphPart part_;
  std::unique_ptr<sqlite3, CloseDatabase> database_;
  std::unique_ptr<sqlite3_stmt, FinalizeQuery> query_;
  std::uint64_t row_ = 0;
};

}  // namespace

void read_sqlite(OpenInput& input, Delivery& delivery) { SqliteReader(input, delivery).read(); }

}  // namespace entente
