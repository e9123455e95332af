#include "command.hpp"
#include "corpus.hpp"
#include "output.hpp"
#include "record_lines.hpp"
#include "result_folder.hpp"
#include "result_tables.hpp"
#include "review.hpp"
#include "summary.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace entente::cli {

namespace {

void write_accounts(const Session& session, const ResolvedRecords& resolved) {
  if (session.request.accounts.empty()) return;
  ResultFolder folder(session.request.accounts);
  folder.write("identities.csv", "which names were taken for which person",
               [&](std::ostream& out) { write_csv(out, identities_table(resolved.identities)); });
  folder.write("doubtful_identities.csv", "persons who may be one, the most consequential first",
               [&](std::ostream& out) { write_csv(out, doubts_table(resolved.doubts)); });
  folder.write("occasions.csv", "which records were taken for one event, and which are doubtful",
               [&](std::ostream& out) { write_csv(out, occasions_table(resolved.occasions)); });
  folder.commit();
}

void finish(const Session& session, const ReadCounts& read, const ResolvedRecords& resolved) {
  write_accounts(session, resolved);
  Summary summary;
  summary.read = read;
  summary.records = resolved.size();
  summary.merging = merging_of(resolved);
  print_summary(session, summary);
}

void tell_answers(const Session& session, const ReviewCounts& counts) {
  if (session.request.quiet) return;
  std::string text = fmt::format("{} taken for one, {} told apart", counts.one, counts.two);
  if (counts.one + counts.two > 0) text += fmt::format(" (in {})", session.study.corrections);
  if (counts.skipped > 0) text += fmt::format("; {} skipped", counts.skipped);
  if (counts.implied > 0) text += fmt::format("; {} follow from others", counts.implied);
  session.streams.err << terminal_safe(text) << '\n';
}

/// Persons first: what is answered of them bears on which records tell of one event.
ExitStatus review(Session& session) {
  std::string& file = session.study.corrections;
  if (file.empty()) file = "corrections.yaml";
  const std::vector<std::string>& inputs = input_paths(session);
  if (session.study.pseudonyms.use) {
    throw Error(ErrorCode::bad_usage, "the questions tell names", {.field = "--review"},
                "answer them first, then use --corrections with --pseudonymise");
  }
  if (std::ranges::find(inputs, "-") != inputs.end()) {
    throw Error(ErrorCode::bad_usage, "the answers come from the standard input", {.field = "--review"},
                "name the records as a file");
  }
  const auto options = [&] {
    Study study = session.study;
    if (!std::filesystem::exists(file)) study.corrections.clear();  // it comes into being with the first answer
    return resolve_options(study);
  };
  ResolveOptions told = options();
  const UnresolvedCorpus read = read_unresolved(session);
  ResolvedRecords resolved = resolve(read.records, told, session.run);
  AnswerFile answers(file);
  ReviewCounts counts;
  const auto answered = [&] { return counts.one + counts.two; };
  review_persons(session, resolved, answers, counts);
  const std::uint64_t of_persons = answered();
  if (of_persons > 0) resolved = resolve(read.records, options(), session.run);
  if (!counts.quit) review_events(session, resolved, answers, counts);
  if (answered() > of_persons) resolved = resolve(read.records, options(), session.run);
  clear_progress(session);
  tell_answers(session, counts);
  if (session.request.output != "-") {
    write_output(session, [&](std::ostream& out) { write_records(out, resolved, session); });
  }
  finish(session, read.counts, resolved);
  return status_of(read.counts);
}

}  // namespace

ExitStatus resolve_records(Session& session) {
  if (session.request.review) return review(session);
  const ResolvedCorpus corpus = read_corpus(session);
  write_output(session, [&](std::ostream& out) { write_records(out, corpus.resolved, session); });
  finish(session, corpus.counts, corpus.resolved);
  return status_of(corpus.counts);
}

}  // namespace entente::cli
