#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

/// Where in the input something stands; empty and 0 where that is not known. Lines and columns count from 1.
struct Place {
  std::string source = {};
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::string field = {};

  friend bool operator==(const Place&, const Place&) = default;
};

/// "source:line:column: field" with what is unknown left out.
[[nodiscard]] std::string to_string(const Place& place);

/// The exit statuses of the command.
enum class ExitStatus : int {
  done = 0,
  done_with_rejections = 1,
  bad_request = 2,
  no_input = 3,
  output_failed = 4,
  interrupted = 130,
  terminated = 143,
};

/// Why an operation could not be carried out at all. What is wrong with a single record is a `Rejected` instead.
enum class ErrorCode : std::uint8_t {
  bad_usage,
  bad_option,
  bad_study,
  bad_lexicon,
  bad_mapping,
  bad_corrections,
  bad_known,
  bad_gold,
  unknown_person,
  no_path_between,
  input_missing,
  input_unreadable,
  no_usable_input,
  output_failed,
  limit_exceeded,
  interrupted,
  terminated,
};

/// One row of the table that ties codes, their names and exit statuses together.
struct ErrorCodeInfo {
  ErrorCode code;
  std::string_view name;
  ExitStatus status;
};

/// All codes, in the order of the enumeration.
[[nodiscard]] std::span<const ErrorCodeInfo> error_codes();
/// The row of one code.
[[nodiscard]] const ErrorCodeInfo& info(ErrorCode code);

/// A broken promise: an unreadable file, an invalid option, a limit exceeded. The message names what is wrong, the
/// place where, the hint what to do about it.
class Error : public std::runtime_error {
 public:
  /// `hint` says what to do about it.
  Error(ErrorCode code, const std::string& message, Place place = {}, std::string hint = {});

  /// Which promise was broken.
  [[nodiscard]] ErrorCode code() const { return code_; }
  /// Where in the input, as far as that is known.
  [[nodiscard]] const Place& place() const { return place_; }
  /// What to do about it; may be empty.
  [[nodiscard]] const std::string& hint() const { return hint_; }
  /// With which status a command ends for it.
  [[nodiscard]] ExitStatus exit_status() const { return info(code_).status; }

  /// "place: message; hint", as a person should read it.
  [[nodiscard]] std::string full_message() const;

 private:
  ErrorCode code_;
  Place place_;
  std::string hint_;
};

}  // namespace entente
