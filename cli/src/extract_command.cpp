#include "command.hpp"
#include "corpus.hpp"
#include "explanations.hpp"
#include "output.hpp"
#include "summary.hpp"

#include <entente/io/record_json.hpp>

namespace entente::cli {

// Records are written as they come: memory does not depend on the number of articles.
ExitStatus extract_records(Session& session) {
  if (session.request.explain) {
    ReadCounts counts;
    write_output(session, [&](std::ostream& out) { counts = explain_articles(session, out); });
    return status_of(counts);
  }
  Summary summary;
  write_output(session, [&](std::ostream& out) {
    summary.read = read_records(
        session,
        [&](Record&& record, Place&&) {
          out << to_json_line(record, {.quotes = session.study.evidence.quotes}) << '\n';
          ++summary.records;
        },
        [](Rejected&&) {});
  });
  print_summary(session, summary);
  return status_of(summary.read);
}

}  // namespace entente::cli
