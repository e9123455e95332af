#include "corpus.hpp"

#include "batch_extraction.hpp"
#include "rejections.hpp"

#include <entente/resolve/corrected_events.hpp>
#include <entente/resolve/corrections.hpp>

#include <utility>

namespace entente::cli {

namespace {

/// A record that was extracted has no line of its own; its document is its place.
bool is_extracted(const Place& place) { return place.line == 0; }

}  // namespace

const std::vector<std::string>& input_paths(const Session& session) {
  if (session.study.input.paths.empty()) {
    throw Error(ErrorCode::bad_usage, "no input named", {}, "name files, folders or - for standard input");
  }
  return session.study.input.paths;
}

ReadCounts read_records(const Session& session, const std::function<void(LocatedRecord&&)>& record,
                        const std::function<void(Rejected&&)>& rejected) {
  const std::vector<std::string>& paths = input_paths(session);
  ReadCounts counts;
  RejectionNotices notices(session);
  // Sentences are needed to recognise copies, whether or not results repeat them.
  BatchExtraction extraction(session.study.extract.lexicon, {.quotes = true}, session.run,
                             [&](const Article& article, std::vector<Record>&& records) {
                               ++(records.empty() ? counts.articles_without_event : counts.articles_with_event);
                               for (Record& one : records) record({std::move(one), {article.id}});
                             });
  InputSink sink;
  sink.article = [&](Article&& article) { extraction.add(std::move(article)); };
  sink.record = [&](Record&& one, Place place) {
    extraction.flush();  // keeps the order of the input
    record({std::move(one), std::move(place)});
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

Corpus read_unresolved(const Session& session) {
  Corpus corpus;
  std::vector<LocatedRecord> located;
  corpus.counts = read_records(
      session, [&](LocatedRecord&& record) { located.push_back(std::move(record)); },
      [&](Rejected&& rejected) { corpus.rejected.push_back(std::move(rejected)); });
  UniqueEvents events = unique_events(std::move(located));
  RejectionNotices notices(session);
  for (Rejected& rejected : events.rejected) {
    notices.tell(rejected);
    if (!is_extracted(rejected.place)) ++corpus.counts.duplicate_records;
    // Articles of the same name: each with events has exactly one that ends in #1, so that these count articles.
    if (is_extracted(rejected.place) && rejected.text == rejected.place.source + "#1")
      ++corpus.counts.duplicate_articles;
    corpus.rejected.push_back(std::move(rejected));
  }
  notices.finish();
  sort_by_place(corpus.rejected);
  check_stop(session.run);
  corpus.records = std::move(events.records);
  corpus.told = corpus.records.size();
  return corpus;
}

Corpus read_corpus(const Session& session) {
  // Read first: what is wrong with the file is told before the work of reading the inputs.
  Corrections corrections;
  if (!session.study.corrections.empty()) corrections = read_corrections(session.study.corrections);
  Corpus corpus = read_unresolved(session);
  Resolution resolution =
      resolve_persons(std::move(corpus.records), {.corrections = std::move(corrections.persons)}, session.run);
  corpus.records = std::move(resolution.records);
  corpus.identities = std::move(resolution.identities);
  corpus.doubts = std::move(resolution.doubts);
  Occasions occasions;
  if (session.study.occasions.merge) {
    OccasionOptions options = session.study.occasions.options;
    for (const EventReference& split : corrections.events.splits) options.split.push_back(split.id);
    occasions = merge_occasions(std::move(corpus.records), options, session.run);
  } else {
    occasions.records = std::move(corpus.records);
  }
  occasions = corrected_events(std::move(occasions), corrections.events, corpus.identities);
  corpus.records = std::move(occasions.records);
  corpus.occasions = std::move(occasions.decisions);
  if (!session.study.evidence.quotes) {
    for (Record& record : corpus.records) {
      for (Evidence& evidence : record.evidence) evidence.text.clear();
    }
  }
  return corpus;
}

ExitStatus status_of(const ReadCounts& counts) {
  return counts.rejected() > 0 || counts.input.missing > 0 ? ExitStatus::done_with_rejections : ExitStatus::done;
}

}  // namespace entente::cli
