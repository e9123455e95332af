#include "sqlite_database.hpp"

#include <entente/core/error.hpp>
#include <entente/core/unicode.hpp>

#include <cmath>

#include <sqlite3.h>

namespace entente {

namespace {

// SQLITE_STATIC and SQLITE_TRANSIENT are casts in the manner of C.
const sqlite3_destructor_type stays_where_it_is = nullptr;

}  // namespace

void SqliteDatabase::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

SqliteDatabase::SqliteDatabase(const std::filesystem::path& path, const std::filesystem::path& told) : told_(told) {
  sqlite3* database = nullptr;
  const int result = sqlite3_open(path.c_str(), &database);
  database_.reset(database);
  check(result);
}

void SqliteDatabase::execute(const std::string& sql) {
  check(sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

void SqliteDatabase::close() { check(sqlite3_close_v2(database_.release())); }

void SqliteDatabase::check(int result) const {
  if (result == SQLITE_OK || result == SQLITE_DONE) return;
  throw Error(ErrorCode::output_failed,
              std::string("cannot write the database: ") +
                  (database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(result)),
              Place{.source = told_.string()}, "an earlier file of this name was left as it was");
}

void SqliteInsert::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

SqliteInsert::SqliteInsert(SqliteDatabase& database, const std::string& table, int num_columns) : database_(database) {
  std::string sql = "INSERT INTO " + table + " VALUES (?";
  for (int column = 1; column < num_columns; ++column) sql += ", ?";
  sql += ")";
  sqlite3_stmt* statement = nullptr;
  database.check(sqlite3_prepare_v2(database.database_.get(), sql.c_str(), -1, &statement, nullptr));
  statement_.reset(statement);
}

SqliteInsert& SqliteInsert::whole(std::int64_t value) {
  database_.check(sqlite3_bind_int64(statement_.get(), next_++, value));
  return *this;
}

SqliteInsert& SqliteInsert::number(double value) {
  if (!std::isfinite(value)) return null();
  database_.check(sqlite3_bind_double(statement_.get(), next_++, value));
  return *this;
}

SqliteInsert& SqliteInsert::text(std::string_view value) {
  if (value.empty()) return null();
  if (is_utf8(value)) {
    database_.check(
        sqlite3_bind_text64(statement_.get(), next_++, value.data(), value.size(), stays_where_it_is, SQLITE_UTF8));
    return *this;
  }
  const std::string repaired = repair_utf8(value);
  auto* const copy = static_cast<char*>(sqlite3_malloc64(repaired.size()));
  if (copy == nullptr) database_.check(SQLITE_NOMEM);
  repaired.copy(copy, repaired.size());
  database_.check(sqlite3_bind_text64(statement_.get(), next_++, copy, repaired.size(), sqlite3_free, SQLITE_UTF8));
  return *this;
}

SqliteInsert& SqliteInsert::null() {
  database_.check(sqlite3_bind_null(statement_.get(), next_++));
  return *this;
}

void SqliteInsert::end_row() {
  database_.check(sqlite3_step(statement_.get()));
  database_.check(sqlite3_reset(statement_.get()));
  next_ = 1;
}

}  // namespace entente
