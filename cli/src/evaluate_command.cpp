#include "command.hpp"
#include "corpus.hpp"
#include "evaluation_report.hpp"
#include "output.hpp"
#include "summary.hpp"

#include <entente/io/gold_json.hpp>

#include <algorithm>

namespace entente::cli {

namespace {

void write_evaluation(const Session& session, const Evaluation& evaluation) {
  const Look look = look_of_output(session);
  write_output(session, [&](std::ostream& out) {
    switch (session.request.format) {
      case TableFormat::table:
        print_evaluation(out, evaluation, look);
        break;
      case TableFormat::csv:
        write_csv(out, differences_table(evaluation, session.study.evidence.quotes));
        break;
      case TableFormat::json:
        out << to_json(evaluation);
        break;
    }
  });
}

}  // namespace

// Records are judged as they stand, neither resolved nor made unique: what was given is what is measured.
ExitStatus evaluate_records(Session& session) {
  const Gold gold = read_gold(session.request.gold);
  std::vector<Record> records;
  Summary summary;
  summary.read = read_records(
      session,
      [&](Record&& record, Place&&) {
        if (!session.study.evidence.quotes) record.evidence.clear();
        records.push_back(std::move(record));
      },
      [](Rejected&&) {});
  summary.records = records.size();
  const Evaluation evaluation = evaluate(gold, records);
  write_evaluation(session, evaluation);
  print_summary(session, summary);
  if (!records.empty() && evaluation.figures.records_of_other_documents == records.size()) {
    complain(session, "no record is of a document of the gold; documents are compared by the name of their file");
  }
  return status_of(summary.read);
}

}  // namespace entente::cli
