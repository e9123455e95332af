#include "command.hpp"
#include "corpus.hpp"
#include "output.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

struct Problem {
  Place place;
  std::string text;

  friend bool operator<(const Problem& a, const Problem& b) {
    return std::tie(a.place.source, a.place.line, a.place.column, a.place.field, a.text) <
           std::tie(b.place.source, b.place.line, b.place.column, b.place.field, b.text);
  }
};

/// Participants of one record who cannot be told apart.
void find_repeated_participants(const Record& record, Place place, std::vector<Problem>& problems) {
  place.field = "participants";
  std::set<std::string> seen;
  for (const Participant& participant : record.participants) {
    const std::string key = participant.id.empty() ? "name " + fold(participant.name) : "id " + participant.id;
    if (seen.insert(key).second) continue;
    problems.push_back(
        {place, fmt::format("{}: '{}' stands twice in one event; leave one of them out", to_string(place),
                            participant.name.empty() ? participant.id : participant.name)});
  }
}

}  // namespace

ExitStatus check_records(Session& session) {
  std::vector<Problem> problems;
  EventCollector records;
  const auto add = [&problems](const Rejected& one) { problems.push_back({one.place, to_string(one)}); };
  InputSink sink;
  sink.article = [](Article&&) {};
  sink.record = [&](Record&& record, const Place& place) {
    find_repeated_participants(record, place, problems);
    records.add(std::move(record), place);
  };
  sink.rejected = add;
  const InputCounts counts = read_inputs(input_paths(session), session.streams.in, sink, session.run, {.strict = true});
  check_stop(session.run);
  if (counts.articles + counts.records + counts.rejected == 0) {
    throw Error(ErrorCode::no_usable_input, "no usable input", {}, "there was neither an article nor a record");
  }
  const UniqueEvents events = records.finish();
  for (const Rejected& one : events.rejected()) add(one);
  std::ranges::stable_sort(problems, std::less<>());
  write_output(session, [&](std::ostream& out) {
    for (const Problem& problem : problems) out << terminal_safe(repair_utf8(problem.text)) << '\n';
    std::string found = fmt::format("{} {}", counts.records, counts.records == 1 ? "record" : "records");
    if (counts.articles > 0)
      found += fmt::format(" and {} {}", counts.articles, counts.articles == 1 ? "article" : "articles");
    if (problems.empty()) out << found << ", no problem\n";
    if (!problems.empty()) {
      out << fmt::format("{}, {} {}\n", found, problems.size(), problems.size() == 1 ? "problem" : "problems");
    }
  });
  return problems.empty() && counts.missing == 0 ? ExitStatus::done : ExitStatus::done_with_rejections;
}

}  // namespace entente::cli
