#pragma once

#include "session.hpp"

#include <entente/resolve/resolved_records.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace entente::cli {

/// What a reader answered.
struct ReviewCounts {
  std::uint64_t one = 0;      ///< "yes, they are one"
  std::uint64_t two = 0;      ///< "no, they are two"
  std::uint64_t skipped = 0;  ///< left open
  std::uint64_t implied = 0;  ///< not asked, since other answers say it
  bool quit = false;
};

/// Answers as entries of a file of corrections. They are added behind what the file holds, as a document of its own,
/// each as soon as it is given, so that nothing is lost whatever happens.
class AnswerFile {
 public:
  /// A file that does not exist comes into being with the first answer.
  explicit AnswerFile(std::filesystem::path path) : path_(std::move(path)) {}

  /// Adds `kind: [a, b]` to `section` ("persons" or "events", in this order), with `comment` behind it. Throws `Error`
  /// (`output_failed`).
  void add(std::string_view section, std::string_view kind, const std::string& a, const std::string& b,
           std::string_view comment);

 private:
  std::filesystem::path path_;
  std::string section_;  // of the entry that was added last; empty: nothing was added yet
};

/// Asks on the terminal which of the persons that may be one are, the most consequential first, and notes the answers.
/// Reads them line by line from the standard input, until its end.
void review_persons(const Session& session, const ResolvedRecords& resolved, AnswerFile& answers, ReviewCounts& counts);

/// The same of pairs of events that may be one.
void review_events(const Session& session, const ResolvedRecords& resolved, AnswerFile& answers, ReviewCounts& counts);

}  // namespace entente::cli
