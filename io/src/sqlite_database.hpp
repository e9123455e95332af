#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace entente {

/// A SQLite database that is being made. Every failure is an `Error` (`output_failed`) that names `told`.
class SqliteDatabase {
 public:
  SqliteDatabase(const std::filesystem::path& path, const std::filesystem::path& told);

  /// Runs statements without results.
  void execute(const std::string& sql);
  /// Closes it, which writes what is not written yet.
  void close();

 private:
  friend class SqliteInsert;
  struct Close {
    void operator()(sqlite3* database) const;
  };

  void check(int result) const;

  std::filesystem::path told_;
  std::unique_ptr<sqlite3, Close> database_;
};

/// A statement that puts one row after the other into a table.
class SqliteInsert {
 public:
  /// Into all columns of `table`, of which there are `num_columns`.
  SqliteInsert(SqliteDatabase& database, const std::string& table, int num_columns);

  SqliteInsert& whole(std::int64_t value);
  /// NULL where it is not finite.
  SqliteInsert& number(double value);
  /// NULL where it is empty. The text must live until `end_row`.
  SqliteInsert& text(std::string_view value);
  SqliteInsert& null();
  void end_row();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  SqliteDatabase& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
};

}  // namespace entente
