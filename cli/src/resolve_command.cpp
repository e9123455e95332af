#include "command.hpp"
#include "corpus.hpp"
#include "output.hpp"
#include "record_lines.hpp"
#include "summary.hpp"

namespace entente::cli {

ExitStatus resolve_records(Session& session) {
  const Corpus corpus = read_corpus(session);
  write_output(session, [&](std::ostream& out) { write_records(out, corpus.records, session); });
  Summary summary;
  summary.read = corpus.counts;
  summary.records = corpus.records.size();
  print_summary(session, summary);
  return status_of(corpus.counts);
}

}  // namespace entente::cli
