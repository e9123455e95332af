// The writers of network files on a network of a given number of ties with evidence, into a stream that counts: what
// the formats cost without the disk.

#include <entente/core/event_graph.hpp>
#include <entente/core/projection.hpp>
#include <entente/io/gephi_csv.hpp>
#include <entente/io/gexf.hpp>
#include <entente/io/gml.hpp>
#include <entente/io/graphml.hpp>
#include <entente/io/input.hpp>
#include <entente/io/network_document.hpp>
#include <entente/io/network_json.hpp>
#include <entente/io/pajek.hpp>
#include <entente/io/sqlite.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

using namespace entente;

namespace {

class CountingBuffer final : public std::streambuf {
 public:
  [[nodiscard]] std::uint64_t num_bytes() const { return num_bytes_; }

 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override {
    num_bytes_ += static_cast<std::uint64_t>(size);
    return size;
  }
  int_type overflow(int_type character) override {
    ++num_bytes_;
    return traits_type::not_eof(character);
  }

 private:
  std::uint64_t num_bytes_ = 0;
};

std::uint64_t next(std::uint64_t& state) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return state >> 33U;
}

// Meetings of two to four persons, of whom some are met more often than others.
std::vector<Record> made_up_records(std::size_t num_ties) {
  const std::size_t num_persons = num_ties / 5 + 4;
  const std::size_t num_events = num_ties * 10 / 33;
  std::uint64_t state = 1;
  std::vector<Record> records(num_events);
  for (std::size_t i = 0; i < num_events; ++i) {
    Record& record = records[i];
    record.id = "news/2024/article-" + std::to_string(i) + ".txt#1";
    record.type = EventType::meeting;
    record.date = Date::from_day(static_cast<Day>(14000 + next(state) % 6000));
    record.place = "Ministry of Defense";
    record.sources.push_back(
        {.document = "news/2024/article-" + std::to_string(i) + ".txt", .published = {}, .title = {}, .url = {}});
    record.evidence.push_back({.document = {},
                               .range = {},
                               .text = "The Minister of Defense received the Chief of the General Staff on an official "
                                       "visit & discussed \"regional security\" in meeting " +
                                       std::to_string(i) + "."});
    const std::size_t size = 2 + next(state) % 3;
    for (std::size_t j = 0; j < size; ++j) {
      const std::size_t person =
          next(state) % 4 == 0 ? next(state) % (num_persons / 50 + 1) : next(state) % num_persons;
      Participant one;
      one.id = "person-" + std::to_string(person);
      one.name = "Zak\u0131r H\u0259s\u0259nov " + std::to_string(person);
      one.country = "AZ";
      one.position = "Minister of Defense";
      record.participants.push_back(std::move(one));
    }
  }
  return records;
}

struct Corpus {
  explicit Corpus(std::size_t num_ties)
      : graph(build_event_graph(made_up_records(num_ties))), network(project(graph)) {}

  EventGraph graph;
  PersonNetwork network;
};

const Corpus& corpus_of(std::int64_t num_ties) {
  static std::map<std::int64_t, std::unique_ptr<Corpus>> made;
  auto& corpus = made[num_ties];
  if (!corpus) corpus = std::make_unique<Corpus>(static_cast<std::size_t>(num_ties));
  return *corpus;
}

NetworkDocument document_of(const Corpus& corpus) {
  NetworkDocument document{.graph = corpus.graph, .network = corpus.network, .measures = {}, .communities = {}};
  document.measures.push_back(
      {.name = "pagerank", .values = std::vector<double>(corpus.network.num_persons(), 1.0 / 3)});
  for (std::size_t row = 0; row < corpus.network.num_persons(); ++row) {
    document.communities.push_back(static_cast<std::uint32_t>(row % 50));
    document.positions.push_back({.x = static_cast<double>(row % 1000) / 8, .y = static_cast<double>(row) / 16});
  }
  return document;
}

using WriteNetworkFile = void (*)(std::ostream&, const NetworkDocument&);

void write(benchmark::State& state, WriteNetworkFile write_file) {
  const Corpus& corpus = corpus_of(state.range(0));
  const NetworkDocument document = document_of(corpus);
  std::uint64_t num_bytes = 0;
  for (auto _ : state) {
    CountingBuffer buffer;
    std::ostream out(&buffer);
    write_file(out, document);
    num_bytes += buffer.num_bytes();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(num_bytes));
  state.counters["ties"] = static_cast<double>(corpus.network.num_ties());
  state.counters["bytes"] = static_cast<double>(num_bytes) / static_cast<double>(state.iterations());
}

void write_database(benchmark::State& state) {
  const Corpus& corpus = corpus_of(state.range(0));
  const NetworkDocument document = document_of(corpus);
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "entente-benchmark.sqlite";
  std::uint64_t num_bytes = 0;
  for (auto _ : state) {
    write_sqlite(path, document);
    num_bytes += std::filesystem::file_size(path);
  }
  std::filesystem::remove(path);
  state.SetBytesProcessed(static_cast<std::int64_t>(num_bytes));
}

void read_events(benchmark::State& state) {
  const Corpus& corpus = corpus_of(state.range(0));
  const std::string path = (std::filesystem::temp_directory_path() / "entente-benchmark.graphml").string();
  {
    std::ofstream out(path, std::ios::binary);
    write_graphml(out, corpus.graph);
  }
  std::uint64_t num_records = 0;
  std::istringstream no_standard_input;
  const InputSink sink{.article = {}, .record = [&](Record&&, Place) { ++num_records; }, .rejected = {}};
  const std::vector<std::string> paths{path};
  const Run run{.threads = static_cast<unsigned>(state.range(1))};
  for (auto _ : state) read_inputs(paths, no_standard_input, sink, run);
  state.SetBytesProcessed(static_cast<std::int64_t>(std::filesystem::file_size(path)) * state.iterations());
  state.counters["records"] = static_cast<double>(num_records) / static_cast<double>(state.iterations());
  std::filesystem::remove(path);
}

void register_writer(const char* name, WriteNetworkFile write_file) {
  benchmark::RegisterBenchmark(name, [write_file](benchmark::State& state) { write(state, write_file); })
      ->Arg(100'000)
      ->Arg(1'000'000)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  // `--graphml FILE TIES` writes the network for other programs to read and write, `--events FILE TIES` the graph that
  // entente reads too.
  const std::string what = argc == 4 ? argv[1] : "";
  if (what == "--graphml" || what == "--events") {
    std::ofstream out(argv[2], std::ios::binary);
    const Corpus& corpus = corpus_of(std::stoll(argv[3]));
    what == "--events" ? write_graphml(out, corpus.graph) : write_graphml(out, document_of(corpus));
    return out.flush() ? 0 : 1;
  }
  register_writer("graphml", [](auto& out, const auto& document) { write_graphml(out, document); });
  register_writer("gexf", [](auto& out, const auto& document) { write_gexf(out, document); });
  register_writer("csv_edges", [](auto& out, const auto& document) { write_gephi_edges(out, document); });
  register_writer("node_link",
                  [](auto& out, const auto& document) { write_network_json(out, document, NetworkJson::node_link); });
  register_writer("pajek", [](auto& out, const auto& document) { write_pajek(out, document); });
  register_writer("gml", [](auto& out, const auto& document) { write_gml(out, document); });
  benchmark::RegisterBenchmark("sqlite", write_database)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("read_events", read_events)
      ->ArgNames({"ties", "threads"})
      ->ArgsProduct({{100'000, 1'000'000}, {1, 2}})
      ->UseRealTime()
      ->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
