#pragma once

#include "session.hpp"

#include <entente/core/rejected.hpp>

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace entente::cli {

/// `rejected` as the study shows it: with pseudonyms just where it stands and what is wrong, not what it says.
[[nodiscard]] Rejected as_study_shows(Rejected rejected, const Study& study);

/// Tells the user of rejected input on the error output: the first 20, and in the end how many more there were.
class RejectionNotices {
 public:
  explicit RejectionNotices(const Session& session) : session_(session) {}

  void tell(const Rejected& rejected);
  /// Says how many were not told.
  void finish();

 private:
  const Session& session_;
  std::uint64_t count_ = 0;
};

/// By place: source, line, column, field.
void sort_by_place(std::vector<Rejected>& rejected);

/// `rejected` as JSON Lines. Files below `inputs` are named relative to `base`, so that results do not depend on where
/// the command ran.
void write_rejected(std::ostream& out, const std::vector<Rejected>& rejected, const std::vector<std::string>& inputs,
                    const std::filesystem::path& base);

}  // namespace entente::cli
