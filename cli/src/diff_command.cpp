#include "command.hpp"
#include "corpus.hpp"
#include "output.hpp"

#include <entente/resolve/record_changes.hpp>

#include <algorithm>

#include <fmt/format.h>

namespace entente::cli {

namespace {

UnresolvedCorpus read_one(const Session& session, const std::string& input) {
  Session one = session;
  one.study.input.paths = {input};
  return read_unresolved(one);
}

std::string_view word_for(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added:
      return "new";
    case ChangeKind::gone:
      return "gone";
    case ChangeKind::changed:
      break;
  }
  return "changed";
}

Table changes_table(const RecordChanges& changes) {
  Table table{{{"change"}, {"event"}, {"field"}, {"old"}, {"new"}}, {}};
  table.rows.reserve(changes.changes.size());
  for (const RecordChange& one : changes.changes) {
    table.rows.push_back({std::string(word_for(one.kind)), one.event, one.field, one.before, one.after});
  }
  return table;
}

}  // namespace

// Records are compared as they stand, neither resolved nor merged: what was given is what is compared.
ExitStatus compare_records(Session& session) {
  const std::string& old_input = session.request.names.front();
  const std::string& new_input = session.request.names.back();
  if (old_input == "-" && new_input == "-") {
    throw Error(ErrorCode::bad_usage, "both inputs are the standard input", {}, "name a file for one of them");
  }
  const UnresolvedCorpus before = read_one(session, old_input);
  const UnresolvedCorpus after = read_one(session, new_input);
  const RecordChanges changes = record_changes(before.records->records(), after.records->records());
  const Table table = changes_table(changes);
  write_table(session, table, table);
  if (!session.request.quiet) {
    session.streams.err << fmt::format("{} new, {} gone, {} changed, {} the same\n", changes.added, changes.gone,
                                       changes.changed, changes.same);
  }
  return std::max(status_of(before.counts), status_of(after.counts));
}

}  // namespace entente::cli
