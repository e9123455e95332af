// entente among its peers: the same tasks on the same corpora, timed and told in the same way (bench.hpp).
#include "bench.hpp"

#include <entente/analysis/communities.hpp>
#include <entente/analysis/core_number.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/analysis/pagerank.hpp>
#include <entente/analysis/recurring_pairs.hpp>
#include <entente/core/event_graph_builder.hpp>
#include <entente/core/linear_algebra.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/projection.hpp>
#include <entente/io/input.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <vector>

using namespace entente;

namespace {

constexpr double tolerance = 1e-9;

/// Events of whole numbers, with days that follow each other; ids are padded, so that they sort as the numbers do.
EventGraph graph_of(const bench::Bipartite& edges, const Run& run) {
  const auto padded = [](char kind, std::size_t number) { return bench::json("%c%09zu", kind, number); };
  RecordBatch batch;
  std::vector<std::vector<std::uint32_t>> persons(static_cast<std::size_t>(edges.events));
  for (std::size_t i = 0; i < edges.person.size(); ++i) {
    persons[static_cast<std::size_t>(edges.event[i])].push_back(static_cast<std::uint32_t>(edges.person[i]));
  }
  EventGraphBuilder builder;
  Workers workers(run);
  std::size_t next = 0;
  constexpr std::size_t events_a_batch = 10'000;
  constexpr Day first_day = 7305;
  constexpr std::size_t days = 12'000;
  while (next < persons.size()) {
    batch.clear();
    for (std::size_t end = std::min(next + events_a_batch, persons.size()); next < end; ++next) {
      RecordBatch::Event event;
      event.id = batch.add(padded('e', next));
      event.date = CompactDate(Date::from_day(first_day + static_cast<Day>(next * days / persons.size())));
      for (const std::uint32_t person : persons[next]) batch.persons.push_back({.key = batch.add(padded('p', person))});
      event.persons_end = static_cast<std::uint32_t>(batch.persons.size());
      batch.events.push_back(event);
    }
    builder.add(std::span(&batch, 1), workers);
  }
  return builder.finish(run);
}

EventGraph read_records(const Run& run) {
  EventGraphBuilder builder;
  Workers workers(run);
  InputSink sink;
  sink.record = [&](Record&& record, const Place&) {
    for (Participant& one : record.participants) one.id = told_id(one);
    builder.add(record);
  };
  sink.rejected = [](Rejected&& one) { std::cerr << one.message << '\n'; };
  sink.batches = [&](std::span<const RecordBatch> batches) { builder.add(batches, workers); };
  const std::vector<std::string> paths{bench::dir + "/records.jsonl"};
  read_inputs(paths, std::cin, sink, run);
  return builder.finish(run);
}

std::string told(const PersonNetwork& net) {
  return bench::json("\"edges\":%zu,\"weight\":%.17g", net.num_ties(), net.total_weight());
}

std::string residual(const PersonNetwork& net, const Scores& vector) {
  std::vector<double> product(vector.size());
  AdjacencyProduct(net, true).perform_op(vector.data(), product.data());
  double value = 0;
  for (std::size_t i = 0; i < vector.size(); ++i) value += vector[i] * product[i];
  double squares = 0;
  for (std::size_t i = 0; i < vector.size(); ++i) squares += std::pow(product[i] - value * vector[i], 2);
  return bench::json("\"eigenvalue\":%.9g,\"residual\":%.3g", value, std::sqrt(squares) / value);
}

std::string labels_file(const std::string& task, const std::vector<std::uint32_t>& labels) {
  const std::string path = bench::dir + "/" + task + ".labels";
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(labels.data()),
             static_cast<std::streamsize>(labels.size() * sizeof(std::uint32_t)));
  return path;
}

}  // namespace

int main(int count, char** arguments) {
  const bench::Tasks wanted(count, arguments);
  Run run;
  if (const char* threads = std::getenv("OMP_NUM_THREADS")) run.threads = static_cast<unsigned>(std::atoi(threads));
  const auto time = [&](const std::string& task, const auto& work) {
    if (wanted(task)) bench::measure("entente", task, work);
  };

  EventGraph read;
  time("load_records", [&] {
    read = EventGraph();
    read = read_records(run);
    return [&] {
      return bench::json("\"persons\":%zu,\"events\":%zu,\"participations\":%zu", read.num_persons(), read.num_events(),
                         read.num_participations());
    };
  });
  read = EventGraph();

  time("all", [&] {
    const EventGraph graph = read_records(run);
    const PersonNetwork net = project(graph, {}, run);
    const Scores scores = pagerank(graph, {}, {.tolerance = tolerance}, run);
    const Communities found = communities(net, {.quality = CommunitiesQuality::fast, .runs = 1}, run);
    const auto pairs = recurring_pairs(graph, net, {.top = 100}, run);
    const std::string more = bench::json("\"edges\":%zu,\"modularity\":%.6f,\"pairs\":%zu,\"most\":%u", net.num_ties(),
                                         found.modularity, pairs.size(), pairs.front().events);
    return [more] { return more; };
  });

  // Never holds all ties; how long each stage takes is told beside the whole.
  time("all_filtered", [&] {
    std::vector<double> ends{bench::now()};
    const auto ended = [&] { ends.push_back(bench::now()); };
    const EventGraph graph = read_records(run);
    ended();
    const PersonNetwork net = project(graph, {.min_events = 2}, run);
    ended();
    const Scores scores = pagerank(net, {.tolerance = tolerance}, run);
    ended();
    const Communities found = communities(net, {.quality = CommunitiesQuality::fast, .runs = 1}, run);
    ended();
    const auto pairs = recurring_pairs(graph, net, {.top = 100}, run);
    ended();
    std::string more = bench::json(
        "\"persons\":%zu,\"events\":%zu,\"participations\":%zu,\"edges\":%zu,\"modularity\":%.6f", graph.num_persons(),
        graph.num_events(), graph.num_participations(), net.num_ties(), found.modularity);
    const char* const stages[] = {"read", "project", "pagerank", "leiden", "pairs"};
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
      more += bench::json(",\"%s\":%.4g", stages[i], ends[i + 1] - ends[i]);
    }
    return [more] { return more; };
  });

  const char* const on_the_network[] = {
      "project", "project_newman", "pagerank",    "eigenvector",   "pagerank_unprojected", "eigenvector_unprojected",
      "kcore",   "leiden",         "leiden_high", "pairs_filtered"};
  bool any = false;
  for (const char* task : on_the_network) any = any || wanted(task);
  if (!any) return 0;
  const EventGraph graph = graph_of(bench::read_bipartite(), run);
  time("pairs_filtered", [&] {
    const PersonNetwork often = project(graph, {.min_events = 5}, run);
    const std::string more = told(often);
    return [more] { return more; };
  });
  PersonNetwork net;
  const auto times_projection = [&](const std::string& task, Weight weight) {
    time(task, [&, weight] {
      net = PersonNetwork();
      net = project(graph, {.weight = weight}, run);
      return [&] { return told(net); };
    });
  };
  times_projection("project_newman", Weight::newman);
  times_projection("project", Weight::count);
  net = PersonNetwork();
  net = project(graph, {}, run);

  Scores scores;
  time("pagerank", [&] {
    scores = pagerank(net, {.tolerance = tolerance}, run);
    return [&] { return bench::json("\"l1_to_reference\":%.3g", bench::l1_to_reference(scores)); };
  });
  time("eigenvector", [&] {
    scores = *eigenvector(net, {.tolerance = tolerance}, run);
    return [&] { return residual(net, scores); };
  });
  time("pagerank_unprojected", [&] {
    scores = pagerank(graph, {}, {.tolerance = tolerance}, run);
    return [&] { return bench::json("\"l1_to_reference\":%.3g", bench::l1_to_reference(scores)); };
  });
  time("eigenvector_unprojected", [&] {
    scores = *eigenvector(graph, {}, {.tolerance = tolerance}, run);
    return [&] { return residual(net, scores); };
  });
  std::vector<std::uint32_t> cores;
  time("kcore", [&] {
    cores = core_number(net);
    return [&] { return bench::scores(cores); };
  });
  Communities found;
  const auto times_leiden = [&](const std::string& task, CommunitiesQuality quality) {
    time(task, [&, quality, task] {
      found = communities(net, {.quality = quality, .runs = 1}, run);
      return [&, task] {
        return bench::json("\"modularity\":%.6f,\"labels\":\"%s\"", found.modularity,
                           labels_file(task, found.labels).c_str());
      };
    });
  };
  times_leiden("leiden", CommunitiesQuality::fast);
  times_leiden("leiden_high", CommunitiesQuality::high);
  return 0;
}
