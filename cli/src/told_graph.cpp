#include "told_graph.hpp"

#include "rejections.hpp"

#include <entente/core/event_graph_builder.hpp>
#include <entente/core/parallel.hpp>
#include <entente/io/input.hpp>

#include <algorithm>
#include <span>
#include <sstream>
#include <utility>
#include <vector>

namespace entente::cli {

namespace {

bool asks_for_no_more(const Study& study) {
  const Selection& selection = study.selection;
  const bool chooses = selection.since || selection.until || !selection.types.empty() || !selection.places.empty() ||
                       !selection.countries.empty() || !selection.persons.empty();
  return !study.persons.resolve && !study.pseudonyms.use && !chooses && study.corrections.empty() &&
         study.known.empty() && std::ranges::find(study.input.paths, "-") == study.input.paths.end();
}

}  // namespace

std::optional<ToldGraph> read_told_graph(const Session& session) {
  if (!asks_for_no_more(session.study)) return std::nullopt;
  RecordSelector selector(session.study.selection);
  EventGraphBuilder builder;
  Workers workers(session.run);
  std::vector<Rejected> rejected;
  std::uint64_t in_batches = 0;
  bool is_irregular = false;
  InputSink sink;
  sink.article = [&](Article&&) { is_irregular = true; };
  sink.record = [&](Record&& record, const Place&) {
    is_irregular = is_irregular || record.id.empty();
    if (!selector.choose(record)) return;
    for (Participant& one : record.participants) one.id = told_id(one);
    if (!session.study.evidence.quotes) record.evidence.clear();
    builder.add(record);
  };
  sink.batches = [&](std::span<const RecordBatch> batches) {
    builder.add(batches, workers);
    for (const RecordBatch& batch : batches) in_batches += batch.events.size();
  };
  sink.rejected = [&](Rejected&& one) { rejected.push_back(std::move(one)); };
  std::istringstream no_standard_input;
  ToldGraph told;
  told.counts.input = read_inputs(input_paths(session), no_standard_input, sink, session.run);
  check_stop(session.run);
  if (is_irregular || told.counts.input.records == 0 || !builder.ids_are_unique()) return std::nullopt;
  RejectionNotices notices(session);
  for (const Rejected& one : rejected) notices.tell(one);
  notices.finish();
  told.selection = selector.counts();
  told.selection.kept += in_batches;
  report(session.run, "building the graph", 0, 0);
  told.graph = builder.finish(session.run);
  return told;
}

}  // namespace entente::cli
