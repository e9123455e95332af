// The Leiden method, from persons to communities and back.
//
// A pass moves persons between communities, refines each community into connected parts that are well tied to the rest
// of it, and goes on with these parts as the persons of a smaller network, until nothing can be joined. Two things make
// it find more in less time than passes over the persons alone: the levels above the persons, which cost little, are
// gone through again as long as that gains (cycles, as in multigrid methods), and the first pass joins to the best part
// instead of choosing at random. Each of the three steps is the same for any number of threads, so the whole is.
// Memory: the networks of parts, 12 bytes an arc, of which the first is the largest; some 60 bytes a person.
#include "leiden_search.hpp"

#include "leiden_aggregation.hpp"
#include "leiden_moving.hpp"
#include "leiden_refinement.hpp"
#include "random_stream.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace entente {

namespace {

constexpr std::uint64_t search_stage = 0x6C656964656E;
constexpr std::uint32_t most_rounds = 20;
constexpr std::size_t nodes_a_block = 1024;

template <typename Ties>
class LeidenPasses {
 public:
  LeidenPasses(const LeidenProblem<Ties>& problem, const LeidenSearch& search, Workers& workers)
      : problem_(problem),
        search_(search),
        workers_(workers),
        random_(search.seed, search_stage, search.number),
        scratch_(workers.count()) {}

  LeidenResult best() {
    HugeVector<std::uint32_t> labels(problem_.persons.size());
    std::iota(labels.begin(), labels.end(), 0U);
    LeidenResult best;
    best.quality = -std::numeric_limits<double>::infinity();
    for (std::uint32_t pass = 0; pass < search_.max_passes; ++pass) {
      temperature_ = pass == 0 ? 0 : search_.temperature;
      const double quality = descend(problem_.persons, labels, 0);
      const double before = best.quality;
      if (quality > before) best = {{labels.begin(), labels.end()}, divisions(), quality};
      if (!(quality > before + search_.least_of_pass)) break;
    }
    return best;
  }

 private:
  template <typename LevelTies>
  double quality(const LeidenLevel<LevelTies>& level, const HugeVector<std::uint32_t>& labels) {
    const std::size_t n = level.size();
    std::vector<double> across((n + nodes_a_block - 1) / nodes_a_block);
    workers_.for_blocks(n, nodes_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      double sum = 0;
      for (std::size_t node = begin; node < end; ++node) {
        const std::uint32_t own = labels[node];
        for (std::uint64_t arc = level.ties.begin(node); arc < level.ties.end(node); ++arc) {
          sum += level.ties.weight(arc) * static_cast<double>(labels[level.ties.head(arc)] != own);
        }
      }
      across[begin / nodes_a_block] = sum;
    });
    double lost = std::accumulate(across.begin(), across.end(), 0.0);
    std::vector<LeidenMass> masses(n, 0);
    for (std::size_t node = 0; node < n; ++node) masses[labels[node]] += level.masses[node];
    for (const LeidenMass mass : masses) lost += problem_.gain.expected(mass, mass);
    return (problem_.total - lost) / problem_.total;
  }

  /// From a level up to where nothing can be joined, and back; the quality of the labels that it leaves.
  template <typename LevelTies>
  double descend(const LeidenLevel<LevelTies>& level, HugeVector<std::uint32_t>& labels, std::size_t depth) {
    chain_.resize(depth);
    move_nodes(level, {problem_.gain, problem_.total, search_.least_of_round, most_rounds, random_.next()},
               std::span(labels), workers_, scratch_);
    const NodeGroups communities = group_nodes(labels);
    NodeGroups parts = parts_of(level, communities);
    if (parts.count() == level.size()) {
      std::iota(labels.begin(), labels.end(), 0U);
      return quality(level, labels);
    }
    HugeVector<std::uint32_t> part_labels(parts.count());
    for (std::size_t part = 0; part < parts.count(); ++part) {
      part_labels[part] = communities.group_of[parts.members_of(part).front()];
    }
    const LeidenLevel<PartTies> coarse = aggregate_parts(level, parts, workers_, scratch_);
    chain_.emplace_back(parts.group_of.begin(), parts.group_of.end());
    // Cycles within cycles beyond the first two levels cost more than they find.
    const std::uint32_t max_cycles = depth < 2 ? search_.max_cycles : 1;
    double reached = -std::numeric_limits<double>::infinity();
    for (std::uint32_t number = 0; number < max_cycles; ++number) {
      const double before = std::exchange(reached, descend(coarse, part_labels, depth + 1));
      if (!(reached > before + search_.least_of_cycle)) break;
    }
    workers_.for_blocks(level.size(), nodes_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t node = begin; node < end; ++node) labels[node] = part_labels[parts.group_of[node]];
    });
    return reached;
  }

  template <typename LevelTies>
  NodeGroups parts_of(const LeidenLevel<LevelTies>& level, const NodeGroups& communities) {
    const std::uint64_t seed = random_.next();
    if (communities.count() == level.size()) return communities;
    NodeGroups parts = refine_communities(level, communities, {problem_.gain, temperature_, seed}, workers_);
    if (parts.count() < level.size()) return parts;
    // Chance left every node alone: go on with the communities themselves, or nothing would ever change.
    return connected_parts(level.ties, communities, workers_);
  }

  /// The parts of all levels, as divisions of the persons.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> divisions() const {
    std::vector<std::vector<std::uint32_t>> result;
    for (const std::vector<std::uint32_t>& parts : chain_) {
      if (result.empty()) {
        result.push_back(parts);
        continue;
      }
      std::vector<std::uint32_t> coarser = result.back();
      for (std::uint32_t& label : coarser) label = parts[label];
      result.push_back(std::move(coarser));
    }
    return result;
  }

  const LeidenProblem<Ties>& problem_;
  const LeidenSearch& search_;
  Workers& workers_;
  RandomStream random_;
  std::vector<WeightByLabel> scratch_;  // of each worker
  double temperature_ = 0;
  std::vector<std::vector<std::uint32_t>> chain_;  // of each level, the part of each node
};

}  // namespace

template <typename Ties>
LeidenResult search_communities(const LeidenProblem<Ties>& problem, const LeidenSearch& search, Workers& workers) {
  return LeidenPasses<Ties>(problem, search, workers).best();
}

template LeidenResult search_communities(const LeidenProblem<PersonTies>&, const LeidenSearch&, Workers&);
template LeidenResult search_communities(const LeidenProblem<PlainPersonTies>&, const LeidenSearch&, Workers&);

}  // namespace entente
