#include "rejections.hpp"

#include "relative_path.hpp"

#include <entente/io/rejected_json.hpp>

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::uint64_t most_notices = 20;

auto place_key(const Rejected& rejected) {
  const Place& place = rejected.place;
  return std::tie(place.source, place.line, place.column, place.field, rejected.message, rejected.text);
}

}  // namespace

Rejected as_study_shows(Rejected rejected, const Study& study) {
  if (!study.pseudonyms.use) return rejected;
  const bool is_of_article = rejected.place.line == 0 && rejected.defect == Defect::duplicate_event;
  if (is_of_article) rejected.place.source.clear();  // the identifier of an article, which may be its headline
  rejected.place.field.clear();
  rejected.message = info(rejected.defect).name;
  std::ranges::replace(rejected.message, '_', ' ');
  rejected.text.clear();
  return rejected;
}

void RejectionNotices::tell(const Rejected& rejected) {
  if (++count_ <= most_notices) {
    complain(session_,
             (rejected.repaired ? "repaired: " : "rejected: ") + to_string(as_study_shows(rejected, session_.study)));
  }
}

void RejectionNotices::finish() {
  if (count_ > most_notices) complain(session_, fmt::format("… and {} more like these", count_ - most_notices));
}

void sort_by_place(std::vector<Rejected>& rejected) {
  std::ranges::stable_sort(rejected, [](const Rejected& a, const Rejected& b) { return place_key(a) < place_key(b); });
}

void write_rejected(std::ostream& out, const std::vector<Rejected>& rejected, const std::vector<std::string>& inputs,
                    const std::filesystem::path& base) {
  for (Rejected one : rejected) {
    const std::string& source = one.place.source;
    const bool is_input = std::ranges::any_of(inputs, [&source](const std::string& input) {
      return input != "-" && source.starts_with(input) &&
             (source.size() == input.size() || input.ends_with('/') || source[input.size()] == '/');
    });
    if (is_input) one.place.source = relative_path(base, source);
    out << to_json_line(one) << '\n';
  }
}

}  // namespace entente::cli
