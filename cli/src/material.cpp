#include "material.hpp"

#include "test_options.hpp"
#include "told_graph.hpp"

#include <entente/analysis/backbone.hpp>
#include <entente/core/error.hpp>
#include <entente/core/event_graph_builder.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

void keep_backbone(const Session& session, Material& material) {
  const Backbone method = session.study.network.backbone;
  if (method == Backbone::none) return;
  report(session.run, "keeping the backbone", 0, 0);
  material.ties_projected = material.network.num_ties();
  if (method == Backbone::disparity) {
    material.network = backbone(material.network, {.significance = session.study.testing.alpha}, session.run);
    return;
  }
  const auto model = static_cast<NullModel>(static_cast<int>(method) - static_cast<int>(Backbone::hypergeometric));
  const TieTests tests = test_ties(material.graph, material.network, test_options(session.study, model), session.run);
  material.network = surviving_ties(material.network, tests, session.study.testing.alpha);
}

// The graph as the study looks at it.
void prepare_graph(const Session& session, Material& material) {
  if (session.study.network.by) material.graph = aggregate(material.graph, *session.study.network.by, session.run);
  const ProjectionOptions& projection = session.study.network.projection;
  material.large_events = count_large_events(material.graph, projection.max_event_size);
  if (projection.max_event_size > 0 && projection.large_events == LargeEvents::split) {
    material.graph = split_large_events(std::move(material.graph), projection.max_event_size, session.run);
  }
}

void make_network(const Session& session, Material& material) {
  check_stop(session.run);
  report(session.run, "projecting", 0, 0);
  material.network = project(material.graph, projection_options(session.study), session.run);
  keep_backbone(session, material);
}

Material build_graph(const Session& session, const ResolvedRecords& resolved) {
  const Pseudonyms* pseudonyms = resolved.pseudonyms().get();
  const Selection& selection = session.study.selection;
  RecordSelector selector(pseudonyms == nullptr ? selection : pseudonyms->with_identifiers(selection));
  EventGraphBuilder builder;
  for (std::size_t place = 0; place < resolved.size(); ++place) {
    check_stop(session.run);
    Record record = resolved.with_names(place);  // which the selection may name
    if (!selector.choose(record)) continue;
    if (pseudonyms != nullptr) record = pseudonyms->without_names(std::move(record));
    if (!session.study.evidence.quotes) record.evidence.clear();
    builder.add(record);
  }
  report(session.run, "building the graph", 0, 0);
  Material material;
  material.selection = selector.counts();
  material.graph = builder.finish(session.run);
  prepare_graph(session, material);
  return material;
}

template <typename Compute>
std::vector<MeasureColumn> columns_of(const Session& session, const std::vector<const MeasureKind*>& kinds,
                                      const Compute& compute) {
  std::vector<MeasureColumn> columns;
  for (const MeasureKind* kind : kinds) {
    check_stop(session.run);
    report(session.run, kind->name, 0, 0);
    columns.push_back({std::string(kind->name), compute(*kind), kind->integral});
  }
  return columns;
}

}  // namespace

Material build_material(const Session& session, const ResolvedRecords& resolved) {
  Material material = build_graph(session, resolved);
  make_network(session, material);
  return material;
}

ReadMaterial read_graph(const Session& session) {
  if (std::optional<ToldGraph> told = read_told_graph(session)) {
    ReadMaterial read{told->counts, {}, {}, {}};
    read.material.graph = std::move(told->graph);
    read.material.selection = told->selection;
    prepare_graph(session, read.material);
    return read;
  }
  ResolvedCorpus corpus = read_corpus(session);
  Material material = build_graph(session, corpus.resolved);
  return {corpus.counts, std::move(material), std::move(corpus.resolved.identities), corpus.resolved.pseudonyms()};
}

ReadMaterial read_material(const Session& session) {
  ReadMaterial read = read_graph(session);
  make_network(session, read.material);
  return read;
}

std::vector<const MeasureKind*> chosen_measures(const Session& session, const Material& material,
                                                const std::vector<std::string>& usual,
                                                std::vector<std::string>* left_out) {
  const auto& options = session.study.measures;
  std::vector<const MeasureKind*> chosen;
  const auto add = [&chosen](const MeasureKind& kind) {
    if (std::ranges::find(chosen, &kind) == chosen.end()) chosen.push_back(&kind);
  };
  const auto add_usual = [&](const MeasureKind& kind) {
    const std::uint64_t persons = material.network.num_persons();
    const std::uint64_t ties = material.network.num_ties();
    if (kind.cost == Cost::quadratic && persons > 0 && ties > options.auto_limit / persons) {
      if (left_out != nullptr) left_out->emplace_back(kind.name);
    } else {
      add(kind);
    }
  };
  for (const std::string& name : options.names) {
    if (name == "all") {
      for (const MeasureKind& kind : measure_kinds()) add(kind);
    } else if (name != "auto") {
      add(measure_kind(name));
    } else if (usual.empty()) {
      for (const MeasureKind& kind : measure_kinds()) add_usual(kind);
    } else {
      for (const std::string& one : usual) add_usual(measure_kind(one));
    }
  }
  return chosen;
}

std::vector<MeasureColumn> compute_measures(const Session& session, const Material& material,
                                            const std::vector<const MeasureKind*>& kinds) {
  return columns_of(session, kinds, [&](const MeasureKind& kind) {
    return kind.compute(material.graph, material.network, session.run);
  });
}

std::vector<MeasureColumn> compute_measures_without_ties(const Session& session, const Material& material,
                                                         const std::vector<const MeasureKind*>& kinds) {
  const auto needs_ties = std::ranges::find(kinds, nullptr, &MeasureKind::without_ties);
  if (needs_ties != kinds.end()) {
    std::vector<std::string_view> names;
    for (const MeasureKind& kind : measure_kinds()) {
      if (kind.without_ties != nullptr) names.push_back(kind.name);
    }
    throw Error(ErrorCode::bad_option, fmt::format("the measure '{}' needs ties", (*needs_ties)->name), {},
                fmt::format("leave out --without-ties, or choose among {}", fmt::join(names, ", ")));
  }
  return columns_of(session, kinds, [&](const MeasureKind& kind) {
    return kind.without_ties(material.graph, projection_options(session.study), session.run);
  });
}

Communities find_communities(const Session& session, const Material& material) {
  check_stop(session.run);
  constexpr std::size_t large_network = 1'000'000;  // ties, from which on a run takes long and runs differ little
  CommunitiesOptions options = session.study.communities;
  const bool is_fast = options.quality == CommunitiesQuality::fast;
  if (options.runs == 0) options.runs = is_fast || material.network.num_ties() > large_network ? 1 : 10;
  return communities(material.network, options, session.run);
}

std::optional<PersonNetwork> network_for_files(const Session& session, const Material& material) {
  constexpr std::size_t most_ties = 1'000'000;  // what readers of network files can bear
  if (session.study.files.all_ties || material.network.num_ties() <= most_ties) return std::nullopt;
  return backbone(material.network, {}, session.run);
}

ProjectionOptions projection_options(const Study& study) {
  ProjectionOptions options = study.network.projection;
  double& factor = options.type_factors.at(static_cast<std::size_t>(EventType::co_mention));
  if (factor == 0 && std::ranges::find(study.selection.types, EventType::co_mention) != study.selection.types.end())
    factor = 1;
  return options;
}

std::string weight_name(const Study& study) {
  return std::string(weight_names()[static_cast<std::size_t>(study.network.projection.weight)]);
}

}  // namespace entente::cli
