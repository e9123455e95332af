#include "command.hpp"
#include "corpus.hpp"
#include "output.hpp"
#include "record_lines.hpp"
#include "result_folder.hpp"
#include "result_tables.hpp"
#include "summary.hpp"

namespace entente::cli {

namespace {

void write_accounts(const Session& session, const Corpus& corpus) {
  if (session.request.accounts.empty()) return;
  ResultFolder folder(session.request.accounts);
  folder.write("identities.csv", "which names were taken for which person",
               [&](std::ostream& out) { write_csv(out, identities_table(corpus.identities)); });
  folder.write("occasions.csv", "which records were taken for one event, and which are doubtful",
               [&](std::ostream& out) { write_csv(out, occasions_table(corpus.occasions)); });
  folder.commit();
}

}  // namespace

ExitStatus resolve_records(Session& session) {
  const Corpus corpus = read_corpus(session);
  write_output(session, [&](std::ostream& out) { write_records(out, corpus.records, session); });
  write_accounts(session, corpus);
  Summary summary;
  summary.read = corpus.counts;
  summary.records = corpus.records.size();
  summary.merging = merging_of(corpus);
  print_summary(session, summary);
  return status_of(corpus.counts);
}

}  // namespace entente::cli
