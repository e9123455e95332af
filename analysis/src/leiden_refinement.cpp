// Refinement, the second step of the Leiden method on each of its levels.
//
// What happens within a community depends on nothing outside it. So communities are refined in parallel, each by one
// thread, as the paper has it, with a random stream of its own; the ties within are first copied to a small network
// that stays in the cache. Parts are numbered in the order of communities: the next level's neighbours lie close
// together. Memory: 16 bytes a node, and for each thread some 60 bytes a node and 12 bytes an arc of the community at
// hand.
#include "leiden_refinement.hpp"

#include "random_stream.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace entente {

namespace {

constexpr std::uint64_t refinement_stage = 0x726566696E65;
constexpr std::uint32_t no_part = std::numeric_limits<std::uint32_t>::max();

/// A community by itself; nodes are numbered as its members are.
struct OneCommunity {
  std::size_t size = 0;
  std::vector<std::uint64_t> offsets;
  HugeVector<std::uint32_t> heads;
  HugeVector<double> weights;

  template <typename Ties>
  void assign(const Ties& ties, const NodeGroups& communities, std::size_t community,
              std::span<const std::uint32_t> place_of) {
    const auto members = communities.members_of(community);
    size = members.size();
    offsets.assign(1, 0);
    std::uint64_t most = 0;
    for (const std::uint32_t node : members) most += ties.end(node) - ties.begin(node);
    if (heads.size() < most + 1) {
      heads.resize(most + 1);
      weights.resize(most + 1);
    }
    std::uint64_t count = 0;
    const auto label = static_cast<std::uint32_t>(community);
    const std::uint32_t start = communities.starts[community];
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint32_t node = members[i];
      if (i + 1 < size) ties.fetch_row(members[i + 1]);
      const std::uint64_t end = ties.end(node);
      for (std::uint64_t arc = ties.begin(node); arc < end; ++arc) {
        // Written in any case, and kept if it is within: a jump could not be foretold.
        const std::uint32_t head = ties.head(arc);
        heads[count] = head;
        weights[count] = ties.weight(arc);
        count += communities.group_of[head] == label ? 1U : 0U;
      }
      offsets.push_back(count);
    }
    for (std::uint64_t arc = 0; arc < count; ++arc) heads[arc] = place_of[heads[arc]] - start;
  }
};

/// What a thread needs to refine one community.
class RefinedCommunity {
 public:
  OneCommunity network;
  std::vector<LeidenMass> masses;  // of the nodes
  std::vector<std::uint32_t> parts;

  void refine(const LeidenRefinement& refinement, RandomStream random) {
    const std::size_t n = network.size;
    const LeidenGain& gain = refinement.gain;
    parts.resize(n);
    std::iota(parts.begin(), parts.end(), 0U);
    part_masses_.assign(masses.begin(), masses.end());
    const LeidenMass whole = std::accumulate(masses.begin(), masses.end(), LeidenMass{0});
    outwards_.assign(n, 0.0);
    for (std::size_t node = 0; node < n; ++node) {
      for (std::uint64_t arc = network.offsets[node]; arc < network.offsets[node + 1]; ++arc)
        outwards_[node] += network.weights[arc];
    }
    const auto is_well_tied = [&](std::uint32_t part) {
      const LeidenMass mass = part_masses_[part];
      return outwards_[part] >= gain.expected(mass, whole - mass) - gain.margin * static_cast<double>(mass);
    };
    is_single_.assign(n, 1);
    weight_to_.resize(n);
    order_.resize(n);
    std::iota(order_.begin(), order_.end(), 0U);
    random.shuffle(std::span(order_));
    for (const std::uint32_t node : order_) {
      // Only a node that is alone, and that nobody joined, may still join a part.
      if (is_single_[node] == 0 || !is_well_tied(node)) continue;
      for (std::uint64_t arc = network.offsets[node]; arc < network.offsets[node + 1]; ++arc) {
        weight_to_.add(parts[network.heads[arc]], network.weights[arc]);
      }
      choices_.assign(1, {node, 0.0});
      for (const std::uint32_t part : weight_to_.labels()) {
        const double gained = weight_to_[part] - gain.expected(masses[node], part_masses_[part]);
        if (gained >= 0 && is_well_tied(part)) choices_.emplace_back(part, gained);
      }
      const std::uint32_t chosen = choose(refinement.temperature, random);
      if (chosen != node) {
        part_masses_[chosen] += masses[node];
        outwards_[chosen] += outwards_[node] - 2 * weight_to_[chosen];
        is_single_[chosen] = 0;
        is_single_[node] = 0;
        parts[node] = chosen;
      }
      weight_to_.clear();
    }
  }

  void divide() {
    parts.assign(network.size, no_part);
    for (std::uint32_t root = 0; root < network.size; ++root) {
      if (parts[root] != no_part) continue;
      parts[root] = root;
      order_.assign(1, root);
      for (std::size_t next = 0; next < order_.size(); ++next) {
        const std::uint32_t node = order_[next];
        for (std::uint64_t arc = network.offsets[node]; arc < network.offsets[node + 1]; ++arc) {
          const std::uint32_t neighbour = network.heads[arc];
          if (parts[neighbour] != no_part) continue;
          parts[neighbour] = root;
          order_.push_back(neighbour);
        }
      }
    }
  }

  /// Numbers parts from 0 in the order of their first members; their number.
  std::uint32_t number_parts() {
    std::uint32_t count = 0;
    order_.assign(network.size, no_part);
    for (std::uint32_t& part : parts) {
      if (order_[part] == no_part) order_[part] = count++;
      part = order_[part];
    }
    return count;
  }

 private:
  /// One of the choices: the best one, or with probability ∝ exp(gain/temperature).
  std::uint32_t choose(double temperature, RandomStream& random) {
    if (choices_.size() == 1) return choices_.front().first;
    const auto greatest = std::ranges::max_element(choices_, {}, &std::pair<std::uint32_t, double>::second);
    if (temperature == 0) {
      // The first choice is to stay alone, which gains nothing; a part that gains as little is as good.
      return greatest == choices_.begin() ? choices_[1].first : greatest->first;
    }
    const double most = greatest->second;
    double sum = 0;
    for (auto& [part, gained] : choices_) {
      sum += std::exp((gained - most) / temperature);
      gained = sum;
    }
    const double drawn = random.unit() * sum;
    for (const auto& [part, sum_so_far] : choices_) {
      if (drawn < sum_so_far) return part;
    }
    return choices_.back().first;
  }

  std::vector<LeidenMass> part_masses_;
  std::vector<double> outwards_;  // weight from a part to the rest of the community
  std::vector<char> is_single_;
  std::vector<std::uint32_t> order_;
  std::vector<std::pair<std::uint32_t, double>> choices_;
  WeightByLabel weight_to_;
};

/// Cuts groups into runs of at least so many arcs, or one group, for parallel loops; the heaviest come first.
template <typename Ties>
std::vector<std::pair<std::uint32_t, std::uint32_t>> batches_of(const Ties& ties, const NodeGroups& groups) {
  struct Batch {
    std::uint64_t arcs;
    std::pair<std::uint32_t, std::uint32_t> groups;
  };
  constexpr std::uint64_t enough = 1U << 14U;
  std::vector<Batch> batches;
  std::uint64_t arcs = 0;
  std::uint32_t first = 0;
  for (std::uint32_t group = 0; group < groups.count(); ++group) {
    for (const std::uint32_t node : groups.members_of(group)) arcs += ties.end(node) - ties.begin(node) + 1;
    if (arcs < enough && group + 1 < groups.count()) continue;
    batches.push_back({arcs, {first, group + 1}});
    first = group + 1;
    arcs = 0;
  }
  std::ranges::stable_sort(batches, std::ranges::greater(), &Batch::arcs);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
  for (const Batch& batch : batches) result.push_back(batch.groups);
  return result;
}

/// Calls divide(community, network by itself), which leaves parts below its size, and puts all parts together.
template <typename Ties, typename Divide>
NodeGroups divide_communities(const Ties& ties, const NodeGroups& communities, Workers& workers, const Divide& divide) {
  const std::size_t n = communities.group_of.size();
  HugeVector<std::uint32_t> place_of(n);
  for (std::uint32_t place = 0; place < n; ++place) place_of[communities.members[place]] = place;
  const auto batches = batches_of(ties, communities);
  std::vector<std::uint32_t> first_part(communities.count() + 1, 0);
  HugeVector<std::uint32_t> part_at(n);  // within the community, by place
  std::vector<RefinedCommunity> scratch(workers.count());
  workers.for_blocks(batches.size(), 1, [&](std::size_t batch, std::size_t, std::size_t worker) {
    RefinedCommunity& own = scratch[worker];
    for (std::uint32_t community = batches[batch].first; community < batches[batch].second; ++community) {
      const std::uint32_t start = communities.starts[community];
      if (communities.starts[community + 1] - start == 1) {
        part_at[start] = 0;
        first_part[community + 1] = 1;
        continue;
      }
      own.network.assign(ties, communities, community, place_of);
      divide(community, own);
      first_part[community + 1] = own.number_parts();
      std::ranges::copy(own.parts, part_at.begin() + start);
    }
  });
  std::partial_sum(first_part.begin(), first_part.end(), first_part.begin());

  NodeGroups parts;
  parts.group_of.resize(n);
  parts.members.resize(n);
  parts.starts.assign(first_part.back() + 1, 0);
  parts.starts.back() = static_cast<std::uint32_t>(n);
  workers.for_blocks(batches.size(), 1, [&](std::size_t batch, std::size_t, std::size_t) {
    std::vector<std::uint32_t> next;
    for (std::uint32_t community = batches[batch].first; community < batches[batch].second; ++community) {
      const std::uint32_t begin = communities.starts[community];
      const std::uint32_t end = communities.starts[community + 1];
      const std::uint32_t first = first_part[community];
      next.assign(first_part[community + 1] - first + 1, 0);
      for (std::uint32_t place = begin; place < end; ++place) ++next[part_at[place] + 1];
      next.front() = begin;
      std::partial_sum(next.begin(), next.end(), next.begin());
      std::copy(next.begin(), next.end() - 1, parts.starts.begin() + first);
      for (std::uint32_t place = begin; place < end; ++place) {
        const std::uint32_t node = communities.members[place];
        parts.group_of[node] = first + part_at[place];
        parts.members[next[part_at[place]]++] = node;
      }
    }
  });
  return parts;
}

}  // namespace

NodeGroups group_nodes(std::span<const std::uint32_t> labels) {
  const std::size_t n = labels.size();
  std::vector<std::uint32_t> number(n + 1, 0);
  for (const std::uint32_t label : labels) ++number[label];
  NodeGroups groups;
  std::uint32_t start = 0;
  for (std::size_t label = 0; label < n; ++label) {
    if (number[label] == 0) continue;
    start += number[label];
    number[label] = static_cast<std::uint32_t>(groups.count());
    groups.starts.push_back(start);
  }
  groups.group_of.resize(n);
  groups.members.resize(n);
  std::vector<std::uint32_t> next(groups.starts.begin(), groups.starts.end() - 1);
  for (std::uint32_t node = 0; node < n; ++node) {
    const std::uint32_t group = number[labels[node]];
    groups.group_of[node] = group;
    groups.members[next[group]++] = node;
  }
  return groups;
}

template <typename Ties>
NodeGroups refine_communities(const LeidenLevel<Ties>& level, const NodeGroups& communities,
                              const LeidenRefinement& refinement, Workers& workers) {
  return divide_communities(level.ties, communities, workers, [&](std::uint32_t community, RefinedCommunity& own) {
    own.masses.clear();
    for (const std::uint32_t node : communities.members_of(community)) own.masses.push_back(level.masses[node]);
    own.refine(refinement, RandomStream(refinement.seed, refinement_stage + level.size(), community));
  });
}

template <typename Ties>
NodeGroups connected_parts(const Ties& ties, const NodeGroups& communities, Workers& workers) {
  return divide_communities(ties, communities, workers, [](std::uint32_t, RefinedCommunity& own) { own.divide(); });
}

template NodeGroups refine_communities(const LeidenLevel<PersonTies>&, const NodeGroups&, const LeidenRefinement&,
                                       Workers&);
template NodeGroups refine_communities(const LeidenLevel<PlainPersonTies>&, const NodeGroups&, const LeidenRefinement&,
                                       Workers&);
template NodeGroups refine_communities(const LeidenLevel<PartTies>&, const NodeGroups&, const LeidenRefinement&,
                                       Workers&);
template NodeGroups connected_parts(const PersonTies&, const NodeGroups&, Workers&);
template NodeGroups connected_parts(const PlainPersonTies&, const NodeGroups&, Workers&);
template NodeGroups connected_parts(const PartTies&, const NodeGroups&, Workers&);

}  // namespace entente
