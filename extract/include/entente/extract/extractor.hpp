#pragma once

#include <entente/core/article.hpp>
#include <entente/core/record.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What records of an extraction hold.
struct ExtractOptions {
  bool quotes = true;  ///< repeat the sentences in `Evidence::text`
};

/// Turns articles into event records by the rules and lexicons of one folder.
class Extractor {
 public:
  /// Loads every lexicon of `lexicon_folder`. Throws `Error` (`bad_lexicon`) with file, line and column.
  explicit Extractor(const std::filesystem::path& lexicon_folder, ExtractOptions options = {});
  /// What is moved from can only be assigned to or destroyed.
  Extractor(Extractor&&) noexcept;
  /// What is moved from can only be assigned to or destroyed.
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  /// The events of one article in which two or more named persons took part, in the order of the text; empty where
  /// there is none. Ids are `article.id#1`, `#2`, …; participants have no id yet. Safe to call from several threads.
  [[nodiscard]] std::vector<Record> extract(const Article& article) const;

  /// The article sentence by sentence: whom each name, office and pronoun was taken for, what each word of meeting
  /// told, the events, and why a named person takes part in none. Plain text in UTF-8, unescaped.
  [[nodiscard]] std::string explain(const Article& article) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
  ExtractOptions options_;
};

/// The date that an article's text begins with (` date YYYY-MM-DD ` on the line of the text), if any, and where the
/// text goes on.
struct LeadingDate {
  Date date;
  std::size_t text_begin;
};
/// Empty where the text begins in another way, or the date does not exist.
[[nodiscard]] std::optional<LeadingDate> leading_date(std::string_view text);

}  // namespace entente
