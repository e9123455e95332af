#include <entente/core/error.hpp>

#include <array>
#include <utility>

namespace entente {

namespace {

constexpr std::array error_code_table{
    ErrorCodeInfo{ErrorCode::bad_usage, "bad_usage", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::bad_option, "bad_option", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::bad_study, "bad_study", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::bad_lexicon, "bad_lexicon", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::bad_mapping, "bad_mapping", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::bad_corrections, "bad_corrections", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::bad_known, "bad_known", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::bad_gold, "bad_gold", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::unknown_person, "unknown_person", ExitStatus::bad_request},
    ErrorCodeInfo{ErrorCode::no_path_between, "no_path_between", ExitStatus::done_with_rejections},
    ErrorCodeInfo{ErrorCode::input_missing, "input_missing", ExitStatus::no_input},
    ErrorCodeInfo{ErrorCode::input_unreadable, "input_unreadable", ExitStatus::no_input},
    ErrorCodeInfo{ErrorCode::no_usable_input, "no_usable_input", ExitStatus::no_input},
    ErrorCodeInfo{ErrorCode::output_failed, "output_failed", ExitStatus::output_failed},
    ErrorCodeInfo{ErrorCode::limit_exceeded, "limit_exceeded", ExitStatus::output_failed},
    ErrorCodeInfo{ErrorCode::interrupted, "interrupted", ExitStatus::interrupted},
    ErrorCodeInfo{ErrorCode::terminated, "terminated", ExitStatus::terminated},
};

}  // namespace

std::string to_string(const Place& place) {
  std::string text = place.source;
  const auto append = [&text](const std::string& part) {
    if (!text.empty()) text += ':';
    text += part;
  };
  if (place.line > 0) append(std::to_string(place.line));
  if (place.column > 0) append(std::to_string(place.column));
  if (!place.field.empty()) text += (text.empty() ? "" : ": ") + place.field;
  return text;
}

std::span<const ErrorCodeInfo> error_codes() { return error_code_table; }

const ErrorCodeInfo& info(ErrorCode code) { return error_code_table.at(static_cast<std::size_t>(code)); }

Error::Error(ErrorCode code, const std::string& message, Place place, std::string hint)
    : std::runtime_error(message), code_(code), place_(std::move(place)), hint_(std::move(hint)) {}

std::string Error::full_message() const {
  std::string text = to_string(place_);
  if (!text.empty()) text += ": ";
  text += what();
  if (!hint_.empty()) text += "; " + hint_;
  return text;
}

}  // namespace entente
