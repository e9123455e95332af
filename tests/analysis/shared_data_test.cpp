// Real sets of persons and events against results that other programs computed: expected.py, beside the data, tells how
// and by which conventions. Skipped, with a warning, where the data are not at hand.
#include "same_scores.hpp"
#include "sha256.hpp"
#include "shared_set.hpp"

#include <entente/analysis/betweenness.hpp>
#include <entente/analysis/clustering.hpp>
#include <entente/analysis/communities.hpp>
#include <entente/analysis/components.hpp>
#include <entente/analysis/core_number.hpp>
#include <entente/analysis/degree.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/analysis/pagerank.hpp>
#include <entente/analysis/recurring_pairs.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/projection.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <simdjson.h>

using namespace entente;

namespace {

constexpr double tolerance = 1e-9;

using Json = simdjson::dom::element;

/// Checks one measure of a set, whether its file has all values or the head of the ranking only.
class ExpectedNodes {
 public:
  ExpectedNodes(const Json& expected, const EventGraph& graph) : graph_(graph) {
    is_whole_ = expected["nodes"].get(values_) == simdjson::SUCCESS;
    if (!is_whole_) values_ = expected["top"];
  }

  void check(std::string_view name, const Scores& scores) const {
    INFO(name);
    Json of_measure;
    REQUIRE(values_[name].get(of_measure) == simdjson::SUCCESS);
    if (is_whole_) {
      Scores expected;
      for (const Json value : of_measure) expected.push_back(value.get_double());
      CHECK_THAT(scores, SameScores(expected, tolerance));
      return;
    }
    const auto order = ranked(scores);
    std::size_t place = 0;
    for (const Json row : of_measure) {
      const PersonId person = graph_.find_person(row.at(0).get_string());
      const double expected = row.at(1).get_double();
      REQUIRE(person.is_valid());
      CHECK(scores[person.index()] == Approx(expected).epsilon(0).margin(tolerance * std::max(1.0, expected)));
      CHECK(scores[order[place].index()] == Approx(expected).epsilon(0).margin(tolerance * std::max(1.0, expected)));
      ++place;
    }
    CHECK(place == 100);
  }

  void check_eigenvector(std::string_view name, const std::optional<Scores>& scores) const {
    Json of_measure;
    const bool is_unique = values_[name].get(of_measure) == simdjson::SUCCESS && !of_measure.is_null();
    INFO(name);
    REQUIRE(scores.has_value() == is_unique);
    if (is_unique) check(name, *scores);
  }

 private:
  const EventGraph& graph_;
  Json values_;
  bool is_whole_ = true;
};

std::string hash_of_ties(const EventGraph& graph, const PersonNetwork& net) {
  std::string text;
  for (const Tie& tie : net.ties()) {
    text += graph.persons().id[tie.a.index()];
    text += '\t';
    text += graph.persons().id[tie.b.index()];
    text += '\t' + std::to_string(tie.events) + '\n';
  }
  return sha256(text);
}

void check_projection(const Json& expected, const EventGraph& graph, const PersonNetwork& net) {
  CHECK(graph.num_participations() == expected["participations"].get_uint64().value());
  CHECK(graph.num_persons() == expected["n_persons"].get_uint64().value());
  CHECK(graph.num_events() == expected["n_events"].get_uint64().value());
  CHECK(net.num_ties() == expected["n_edges"].get_uint64().value());
  CHECK(net.total_weight() == expected["total_weight"].get_double().value());
  CHECK(hash_of_ties(graph, net) == std::string(expected["edges_sha256"].get_string().value()));
  simdjson::dom::array edges;
  if (expected["edges"].get(edges) != simdjson::SUCCESS) return;
  const auto ties = net.ties();
  const auto newman = project(graph, {.weight = Weight::newman, .as_of = {}}).ties();
  REQUIRE(ties.size() == edges.size());
  std::size_t i = 0;
  std::size_t different = 0;
  for (const Json edge : edges) {
    if (ties[i].a.index() != edge.at(0).get_uint64().value() || ties[i].b.index() != edge.at(1).get_uint64().value() ||
        ties[i].weight != edge.at(2).get_double().value() || ties[i].events != edge.at(2).get_uint64().value() ||
        newman[i].a != ties[i].a || newman[i].b != ties[i].b ||
        !(std::abs(newman[i].weight - edge.at(3).get_double().value()) <= tolerance)) {
      ++different;
    }
    ++i;
  }
  CHECK(different == 0);
}

void check_components(const Json& expected, const PersonNetwork& net) {
  const Components parts = components(net);
  CHECK(parts.num_components() == expected["n_components"].get_uint64().value());
  CHECK(static_cast<std::uint64_t>(std::ranges::count(parts.sizes, 1U)) == expected["n_isolated"].get_uint64().value());
  std::size_t i = 0;
  for (const Json size : expected["component_sizes"].get_array())
    CHECK(parts.sizes.at(i++) == size.get_uint64().value());
}

void check_recurring_pairs(const Json& expected, const EventGraph& graph, const PersonNetwork& net) {
  const auto pairs = recurring_pairs(graph, net, {.top = 50, .projection = {}});
  const simdjson::dom::array rows = expected["recurring_pairs"];
  REQUIRE(pairs.size() == rows.size());
  std::size_t i = 0;
  for (const Json row : rows) {
    const RecurringPair& pair = pairs[i++];
    CHECK(graph.persons().id[pair.a.index()] == row["a"].get_string().value());
    CHECK(graph.persons().id[pair.b.index()] == row["b"].get_string().value());
    CHECK(pair.events == row["w"].get_uint64().value());
    CHECK(pair.shared.size() == pair.events);
    CHECK(graph.events_of(pair.a).size() == row["events_a"].get_uint64().value());
    CHECK(graph.events_of(pair.b).size() == row["events_b"].get_uint64().value());
  }
}

void check_set(const std::filesystem::path& set) {
  const EventGraph graph = build_event_graph(records_of(set));
  const PersonNetwork net = project(graph);
  simdjson::dom::parser parser;
  const Json expected = parser.load((set / "expected.json").string());

  check_projection(expected, graph, net);
  check_components(expected, net);
  check_recurring_pairs(expected, graph, net);
  const auto closed = transitivity(net);
  REQUIRE(closed.has_value() == !expected["transitivity"].is_null());
  if (closed) CHECK(*closed == Approx(expected["transitivity"].get_double().value()).epsilon(tolerance));

  const ExpectedNodes nodes(expected, graph);
  const auto cores = core_number(net);
  nodes.check("degree", degree(net));
  nodes.check("strength", strength(net));
  nodes.check("coreness", Scores(cores.begin(), cores.end()));
  nodes.check("pagerank", pagerank(net, {.weighted = false}));
  nodes.check("pagerank_weighted", pagerank(net));
  nodes.check("betweenness", betweenness(net));
  nodes.check_eigenvector("eigenvector", eigenvector(net, {.weighted = false}));
  nodes.check_eigenvector("eigenvector_weighted", eigenvector(net));

  const double reference = expected["modularity_reference"]["value"].get_double();
  const Communities found = communities(net);
  INFO("modularity " << found.modularity << ", reference " << reference);
  CHECK(found.modularity >= 0.99 * reference);
  CHECK(found.modularity == Approx(modularity(net, found.labels)));
}

}  // namespace

TEST_CASE("SHA-256 of known texts", "[analysis]") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("results on real sets of persons and events equal those of other programs", "[analysis][oracle][data]") {
  const auto sets = shared_sets();
  if (sets.empty()) WARN("no shared data at " ENTENTE_SHARED_DIR ": nothing was compared");
  for (const auto& set : sets) {
    DYNAMIC_SECTION(set.filename().string()) { check_set(set); }
  }
}
