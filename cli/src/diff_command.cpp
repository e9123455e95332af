#include "command.hpp"
#include "corpus.hpp"
#include "output.hpp"
#include "pseudonym_files.hpp"

#include <entente/resolve/record_changes.hpp>
#include <entente/resolve/replaceable_names.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

UnresolvedCorpus read_one(const Session& session, const std::string& input) {
  Session one = session;
  one.study.input.paths = {input};
  return read_unresolved(one);
}

/// Where the study asks for pseudonyms, `before` and `after` get the same ones.
void hide_names(const Study& study, std::vector<Record>& before, std::vector<Record>& after) {
  if (!study.pseudonyms.use) return;
  ReplaceableNames names;
  for (const auto* records : {&before, &after}) {
    for (const Record& one : *records) names.add(one);
  }
  const Pseudonyms pseudonyms(read_pseudonym_key(study), names.finish());
  for (auto* records : {&before, &after}) {
    for (Record& one : *records) one = pseudonyms.without_names(std::move(one));
  }
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
  std::vector<Record> old_records = before.records->records();
  std::vector<Record> new_records = after.records->records();
  hide_names(session.study, old_records, new_records);
  const RecordChanges changes = record_changes(old_records, new_records);
  const Table table = changes_table(changes);
  write_table(session, table, table);
  if (!session.request.quiet) {
    session.streams.err << fmt::format("{} new, {} gone, {} changed, {} the same\n", changes.added, changes.gone,
                                       changes.changed, changes.same);
  }
  return std::max(status_of(before.counts), status_of(after.counts));
}

}  // namespace entente::cli
