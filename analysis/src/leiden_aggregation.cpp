// Aggregation, the third step of the Leiden method on each of its levels.
//
// Each part's row is gathered by one thread, over its nodes in order, so that sums do not depend on threads, and kept
// with others of its block until the lengths of all are known. Memory: the rows twice while they are put together.
#include "leiden_aggregation.hpp"

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

/// The rows of consecutive parts.
struct RowsOfParts {
  std::vector<std::uint32_t> heads;
  std::vector<double> weights;
};

/// First parts of blocks with about as many arcs each, and the number of parts.
template <typename Ties>
std::vector<std::uint32_t> blocks_of_parts(const Ties& ties, const NodeGroups& parts) {
  constexpr std::uint64_t arcs_a_block = 1U << 15U;
  std::vector<std::uint32_t> blocks{0};
  std::uint64_t arcs = 0;
  for (std::uint32_t part = 0; part < parts.count(); ++part) {
    for (const std::uint32_t node : parts.members_of(part)) arcs += ties.end(node) - ties.begin(node) + 1;
    if (arcs < arcs_a_block && part + 1 < parts.count()) continue;
    blocks.push_back(part + 1);
    arcs = 0;
  }
  return blocks;
}

}  // namespace

template <typename Ties>
LeidenLevel<PartTies> aggregate_parts(const LeidenLevel<Ties>& level, const NodeGroups& parts, Workers& workers,
                                      std::span<WeightByLabel> scratch) {
  LeidenLevel<PartTies> coarse;
  coarse.masses.resize(parts.count());
  coarse.ties.offsets.assign(parts.count() + 1, 0);
  const std::vector<std::uint32_t> blocks = blocks_of_parts(level.ties, parts);
  std::vector<RowsOfParts> rows(blocks.size() - 1);
  for (WeightByLabel& own : scratch) own.resize(parts.count());
  workers.for_blocks(rows.size(), 1, [&](std::size_t block, std::size_t, std::size_t worker) {
    WeightByLabel& weight_to = scratch[worker];
    RowsOfParts& own = rows[block];
    for (std::uint32_t part = blocks[block]; part < blocks[block + 1]; ++part) {
      LeidenMass mass = 0;
      const auto members = parts.members_of(part);
      for (std::size_t i = 0; i < members.size(); ++i) {
        const std::uint32_t node = members[i];
        // The next one in memory is the first of the next part after the last of this one.
        if (parts.starts[part] + i + 1 < parts.members.size())
          level.ties.fetch_row(parts.members[parts.starts[part] + i + 1]);
        mass += level.masses[node];
        weight_to.add_row(level.ties, node, parts.group_of.data(), part);
      }
      coarse.masses[part] = mass;
      const std::size_t before = own.heads.size();
      for (const std::uint32_t other : weight_to.labels()) {
        own.heads.push_back(other);
        own.weights.push_back(weight_to[other]);
      }
      weight_to.clear();
      coarse.ties.offsets[part + 1] = own.heads.size() - before;
    }
  });
  std::partial_sum(coarse.ties.offsets.begin(), coarse.ties.offsets.end(), coarse.ties.offsets.begin());
  coarse.ties.heads.resize(coarse.ties.offsets.back());
  coarse.ties.weights.resize(coarse.ties.offsets.back());
  workers.for_blocks(rows.size(), 1, [&](std::size_t block, std::size_t, std::size_t) {
    const auto start = static_cast<std::ptrdiff_t>(coarse.ties.offsets[blocks[block]]);
    std::ranges::copy(rows[block].heads, coarse.ties.heads.begin() + start);
    std::ranges::copy(rows[block].weights, coarse.ties.weights.begin() + start);
    rows[block] = {};
  });
  return coarse;
}

template LeidenLevel<PartTies> aggregate_parts(const LeidenLevel<PersonTies>&, const NodeGroups&, Workers&,
                                               std::span<WeightByLabel>);
template LeidenLevel<PartTies> aggregate_parts(const LeidenLevel<PlainPersonTies>&, const NodeGroups&, Workers&,
                                               std::span<WeightByLabel>);
template LeidenLevel<PartTies> aggregate_parts(const LeidenLevel<PartTies>&, const NodeGroups&, Workers&,
                                               std::span<WeightByLabel>);

}  // namespace entente
