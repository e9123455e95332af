#include "corpus.hpp"

#include "batch_extraction.hpp"
#include "pseudonym_files.hpp"
#include "rejections.hpp"

#include <entente/resolve/corrections.hpp>

#include <sstream>
#include <utility>

#include <fmt/format.h>

namespace entente::cli {

namespace {

/// A record that was extracted has no line of its own; its document is its place.
bool is_extracted(const Place& place) { return place.line == 0; }

/// Records that were resolved earlier are taken whole or not at all.
void read_known(const Session& session, EventCollector& collector) {
  if (session.study.known.empty()) return;
  InputSink sink;
  sink.article = [](Article&& article) {
    throw Error(ErrorCode::bad_known, "is an article", {.source = article.id}, "name records that were resolved");
  };
  sink.record = [&](Record&& record, const Place& place) { collector.add_known(record, place); };
  sink.rejected = [](Rejected&& one) {
    if (!one.repaired) throw Error(ErrorCode::bad_known, one.message, one.place, std::string(info(one.defect).hint));
  };
  std::istringstream no_standard_input;
  const InputCounts counts = read_inputs(session.study.known, no_standard_input, sink, session.run);
  if (counts.records == 0) {
    throw Error(ErrorCode::bad_known, "holds no record", {.source = session.study.known.front()},
                "name a file that `entente resolve` wrote");
  }
}

void reject_duplicates(const Session& session, UnresolvedCorpus& corpus) {
  RejectionNotices notices(session);
  for (const Rejected& rejected : corpus.records->rejected()) {
    notices.tell(rejected);
    if (!is_extracted(rejected.place)) ++corpus.counts.duplicate_records;
    // Articles of the same name: each with events has exactly one that ends in #1, so that these count articles.
    if (is_extracted(rejected.place) && rejected.text == rejected.place.source + "#1")
      ++corpus.counts.duplicate_articles;
    corpus.rejected.push_back(as_study_shows(rejected, session.study));
  }
  notices.finish();
}

void tell_settled(const Session& session, const std::vector<Place>& settled) {
  if (settled.empty() || session.request.quiet) return;
  complain(session, fmt::format("{} corrections mean persons or events that are no longer there (the first: {}); with "
                                "--known they count as applied",
                                settled.size(), to_string(settled.front())));
}

}  // namespace

const std::vector<std::string>& input_paths(const Session& session) {
  if (session.study.input.paths.empty()) {
    throw Error(ErrorCode::bad_usage, "no input named", {}, "name files, folders or - for standard input");
  }
  return session.study.input.paths;
}

ReadCounts read_records(const Session& session, const std::function<void(Record&&, Place&&)>& record,
                        const std::function<void(Rejected&&)>& rejected) {
  const std::vector<std::string>& paths = input_paths(session);
  ReadCounts counts;
  RejectionNotices notices(session);
  // Sentences are needed to recognise copies, whether or not results repeat them.
  BatchExtraction extraction(session.study.extract.lexicon, {.quotes = true}, session.run,
                             [&](const Article& article, std::vector<Record>&& records) {
                               ++(records.empty() ? counts.articles_without_event : counts.articles_with_event);
                               for (Record& one : records) record(std::move(one), {article.id});
                             });
  InputSink sink;
  sink.article = [&](Article&& article) { extraction.add(std::move(article)); };
  sink.record = [&](Record&& one, Place place) {
    extraction.flush();  // keeps the order of the input
    record(std::move(one), std::move(place));
  };
  sink.rejected = [&](Rejected&& one) {
    check_stop(session.run);  // input that ends because the user asked to stop is no one's mistake
    notices.tell(one);
    rejected(std::move(one));
  };
  counts.input = read_inputs(paths, session.streams.in, sink, session.run);
  check_stop(session.run);  // standard input ends early where the user asked to stop
  extraction.flush();
  notices.finish();
  if (counts.input.articles + counts.input.records == 0) {
    throw Error(ErrorCode::no_usable_input, "no usable input", {},
                counts.input.rejected > 0 ? "see what was rejected" : "there was neither an article nor a record");
  }
  return counts;
}

UnresolvedCorpus read_unresolved(const Session& session) {
  UnresolvedCorpus corpus;
  EventCollector collector;
  read_known(session, collector);
  std::uint64_t told_already = 0;
  corpus.counts = read_records(
      session,
      [&](Record&& record, Place&& place) {
        // Of an article's records the first stands for all.
        const bool counts = !is_extracted(place) || record.id == place.source + "#1";
        if (!collector.add(std::move(record), place) && counts) ++told_already;
      },
      [&](Rejected&& rejected) { corpus.rejected.push_back(as_study_shows(std::move(rejected), session.study)); });
  corpus.counts.told_already = told_already;
  corpus.records = std::make_shared<const UniqueEvents>(collector.finish());
  reject_duplicates(session, corpus);
  sort_by_place(corpus.rejected);
  check_stop(session.run);
  return corpus;
}

ResolveOptions resolve_options(const Study& study) {
  ResolveOptions options{.as_told = !study.persons.resolve,
                         .merge_occasions = study.occasions.merge,
                         .occasions = study.occasions.options};
  if (!study.corrections.empty()) {
    Corrections corrections = read_corrections(study.corrections);
    options.persons.corrections = std::move(corrections.persons);
    options.events = std::move(corrections.events);
    options.persons.corrections.were_applied = options.events.were_applied = !study.known.empty();
  }
  return options;
}

ResolvedCorpus read_corpus(const Session& session) {
  // First of all: what is wrong with corrections and key is told before the work of reading the inputs.
  const ResolveOptions options = resolve_options(session.study);
  const std::string key = read_pseudonym_key(session.study);
  UnresolvedCorpus read = read_unresolved(session);
  ResolvedCorpus corpus{.resolved = resolve(std::move(read.records), options, session.run),
                        .rejected = std::move(read.rejected),
                        .counts = read.counts};
  tell_settled(session, corpus.resolved.settled);
  if (session.study.pseudonyms.use) {
    corpus.resolved.use_pseudonyms(key);
    write_pseudonym_table(session, corpus.resolved);
  }
  return corpus;
}

ExitStatus status_of(const ReadCounts& counts) {
  return counts.rejected() > 0 || counts.input.missing > 0 ? ExitStatus::done_with_rejections : ExitStatus::done;
}

}  // namespace entente::cli
