// Local moving, the first step of the Leiden method on each of its levels.
//
// On a small level nodes are taken from a queue one by one, as in the paper. On a large one, in rounds over the nodes
// whose neighbourhood changed: these are cut into sub-rounds, in an order drawn by lot; in each, every node finds its
// best community in parallel, from communities that stand still; then the moves are made in that order, one after the
// other, as far as they still gain with what has moved before them in the same sub-round. So nothing depends on
// threads, and no more than a sub-round goes by figures that are not of the moment. What moved marks its neighbours for
// the next round, in parallel, unless they were asked after it moved. Memory: 16 bytes a node, and 12 a node and
// thread.
#include "leiden_moving.hpp"

#include "random_stream.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>

namespace entente {

namespace {

constexpr std::uint64_t moving_stage = 0x6D6F7665;
constexpr std::uint32_t no_label = std::numeric_limits<std::uint32_t>::max();

struct BestMove {
  std::uint32_t label = no_label;  // of a community of its own: none
  double weight = 0;               // of ties to the community, less that of ties to the own
};

/// Communities while nodes move.
struct MovingCommunities {
  std::span<std::uint32_t> labels;
  HugeVector<LeidenMass> masses;
  HugeVector<std::uint32_t> sizes;
  std::vector<std::uint32_t> unused;

  template <typename Ties>
  MovingCommunities(const LeidenLevel<Ties>& level, std::span<std::uint32_t> given) : labels(given) {
    const std::size_t n = level.size();
    masses.resize(n, 0);
    sizes.resize(n, 0);
    for (std::size_t node = 0; node < n; ++node) {
      masses[labels[node]] += level.masses[node];
      ++sizes[labels[node]];
    }
    for (std::size_t label = n; label-- > 0;) {
      if (sizes[label] == 0) unused.push_back(static_cast<std::uint32_t>(label));
    }
  }

  void move(std::uint32_t node, std::uint32_t to, LeidenMass mass) {
    const std::uint32_t own = labels[node];
    masses[own] -= mass;
    masses[to] += mass;
    --sizes[own];
    ++sizes[to];
    labels[node] = to;
  }
};

/// Where the node is best, as communities stand; whether that is elsewhere.
template <typename Ties>
bool find_best_move(const LeidenLevel<Ties>& level, const LeidenGain& gain, const MovingCommunities& communities,
                    std::uint32_t node, WeightByLabel& weight_to, BestMove& best) {
  const std::uint32_t own = communities.labels[node];
  const double own_weight = weight_to.add_row(level.ties, node, communities.labels.data(), own);
  const LeidenMass mass = level.masses[node];
  const double margin = gain.margin * static_cast<double>(mass);
  const double a_mass = gain.factor * static_cast<double>(mass);
  best.label = own;
  double best_gain = own_weight - a_mass * static_cast<double>(communities.masses[own] - mass);
  for (const std::uint32_t label : weight_to.labels()) {
    const double here = weight_to[label] - a_mass * static_cast<double>(communities.masses[label]);
    if (here > best_gain + margin) {
      best.label = label;
      best_gain = here;
    }
  }
  if (best_gain < -margin && communities.sizes[own] > 1) best.label = no_label;
  const bool moves = best.label != own;
  if (moves) best.weight = (best.label == no_label ? 0.0 : weight_to[best.label]) - own_weight;
  weight_to.clear();
  return moves;
}

template <typename Ties>
void move_one_by_one(const LeidenLevel<Ties>& level, const LeidenMoving& moving, MovingCommunities& communities,
                     const Run& run, WeightByLabel& weight_to) {
  const std::size_t n = level.size();
  // A ring: a node stands in it at most once.
  std::vector<std::uint32_t> queue(n);
  std::iota(queue.begin(), queue.end(), 0U);
  RandomStream(moving.seed, moving_stage, n).shuffle(std::span(queue));
  std::vector<char> waits(n, 1);
  std::size_t head = 0;
  std::size_t waiting = n;
  BestMove best;
  for (std::uint64_t step = 1; waiting > 0; ++step) {
    if (step % 65'536 == 0) check_stop(run);
    const std::uint32_t node = queue[head];
    head = head + 1 == n ? 0 : head + 1;
    --waiting;
    waits[node] = 0;
    if (!find_best_move(level, moving.gain, communities, node, weight_to, best)) continue;
    if (best.label == no_label) {
      best.label = communities.unused.back();
      communities.unused.pop_back();
    }
    const std::uint32_t own = communities.labels[node];
    communities.move(node, best.label, level.masses[node]);
    if (communities.sizes[own] == 0) communities.unused.push_back(own);
    for (std::uint64_t arc = level.ties.begin(node); arc < level.ties.end(node); ++arc) {
      const std::uint32_t neighbour = level.ties.head(arc);
      if (waits[neighbour] != 0 || communities.labels[neighbour] == best.label) continue;
      waits[neighbour] = 1;
      const std::size_t tail = head + waiting;
      queue[tail >= n ? tail - n : tail] = neighbour;
      ++waiting;
    }
  }
}

/// All nodes, by a number drawn for each, equal ones ascending.
std::vector<std::uint32_t> order_by_lot(std::size_t n, std::uint64_t seed) {
  constexpr std::size_t lots = 256;
  const std::uint64_t key = RandomStream(seed, moving_stage, n).next() | 1U;
  const auto lot = [key](std::uint32_t node) {
    std::uint64_t mixed = (node / 16 + key) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 32U)) * key;
    return mixed >> 56U;
  };
  std::vector<std::size_t> next(lots + 1, 0);
  for (std::uint32_t node = 0; node < n; ++node) ++next[lot(node) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<std::uint32_t> order(n);
  for (std::uint32_t node = 0; node < n; ++node) order[next[lot(node)]++] = node;
  return order;
}

/// The rounds of one level.
template <typename Ties>
class RoundsOfMoves {
 public:
  RoundsOfMoves(const LeidenLevel<Ties>& level, const LeidenMoving& moving, MovingCommunities& communities,
                Workers& workers, std::span<WeightByLabel> scratch)
      : level_(level),
        moving_(moving),
        communities_(communities),
        workers_(workers),
        scratch_(scratch),
        order_(order_by_lot(level.size(), moving.seed)),
        is_due_(level.size(), 0),
        asked_in_(level.size(), 0) {}

  void run() {
    due_ = order_;
    for (std::uint32_t round = 0; !due_.empty() && round < moving_.max_rounds; ++round) {
      const double gained = make_round();
      if (2 * gained / moving_.total < moving_.least_improvement) break;
      if (moved_.size() * 2 > order_.size()) {
        // Nearly all have a neighbour among these.
        due_ = order_;
        std::ranges::fill(is_due_, 0);
      } else {
        mark_neighbours();
        collect_due();
      }
    }
  }

 private:
  static constexpr std::size_t nodes_a_block = 16;

  double make_round() {
    moved_.clear();
    moved_in_.clear();
    const std::size_t size = std::clamp<std::size_t>(due_.size() / 64, 256, 8192);
    double gained = 0;
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < due_.size(); begin += size) {
      gained += make_sub_round(std::span(due_).subspan(begin, std::min(size, due_.size() - begin)), ++number);
    }
    return gained;
  }

  /// So do the labels of neighbours, which lie anywhere.
  void fetch_labels(std::uint32_t node) const {
    const std::uint64_t begin = level_.ties.begin(node);
    const std::uint64_t end = std::min(level_.ties.end(node), begin + 512);
    for (std::uint64_t arc = begin; arc < end; ++arc) __builtin_prefetch(&communities_.labels[level_.ties.head(arc)]);
  }

  double make_sub_round(std::span<const std::uint32_t> nodes, std::uint32_t number) {
    wishes_.resize(nodes.size());
    num_wishes_.resize((nodes.size() + nodes_a_block - 1) / nodes_a_block);
    workers_.for_blocks(nodes.size(), nodes_a_block, [&](std::size_t begin, std::size_t end, std::size_t worker) {
      std::size_t count = 0;
      BestMove best;
      for (std::size_t i = begin; i < end; ++i) {
        if (i + 2 < end) level_.ties.fetch_row(nodes[i + 2]);
        if (i + 1 < end) fetch_labels(nodes[i + 1]);
        asked_in_[nodes[i]] = number;
        if (!find_best_move(level_, moving_.gain, communities_, nodes[i], scratch_[worker], best)) continue;
        wishes_[begin + count++] = {nodes[i], best};
      }
      num_wishes_[begin / nodes_a_block] = count;
    });
    double gained = 0;
    const std::size_t first = moved_.size();
    for (std::size_t block = 0; block < num_wishes_.size(); ++block) {
      for (std::size_t i = 0; i < num_wishes_[block]; ++i) gained += fulfil(wishes_[block * nodes_a_block + i]);
    }
    for (const std::uint32_t label : pending_) {
      if (communities_.sizes[label] == 0) communities_.unused.push_back(label);
    }
    pending_.clear();
    moved_in_.resize(moved_.size());
    std::fill(moved_in_.begin() + static_cast<std::ptrdiff_t>(first), moved_in_.end(), number);
    return gained;
  }

  struct Wish {
    std::uint32_t node;
    BestMove move;
  };

  /// Makes the move, if it still gains; how much.
  double fulfil(const Wish& wish) {
    const LeidenMass mass = level_.masses[wish.node];
    const std::uint32_t own = communities_.labels[wish.node];
    std::uint32_t to = wish.move.label;
    double gained = wish.move.weight + moving_.gain.expected(mass, communities_.masses[own] - mass);
    if (to != no_label) gained -= moving_.gain.expected(mass, communities_.masses[to]);
    // A community that has lost everybody since is one the node could have for itself where it is.
    if (gained <= moving_.gain.margin * static_cast<double>(mass) || (to != no_label && communities_.sizes[to] == 0)) {
      is_due_[wish.node] = 1;
      return 0;
    }
    if (to == no_label) {
      if (communities_.unused.empty()) {
        is_due_[wish.node] = 1;
        return 0;
      }
      to = communities_.unused.back();
      communities_.unused.pop_back();
    }
    communities_.move(wish.node, to, mass);
    if (communities_.sizes[own] == 0) pending_.push_back(own);
    moved_.push_back(wish.node);
    return gained;
  }

  void mark_neighbours() {
    workers_.for_blocks(moved_.size(), nodes_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t node = moved_[i];
        const std::uint32_t label = communities_.labels[node];
        for (std::uint64_t arc = level_.ties.begin(node); arc < level_.ties.end(node); ++arc) {
          const std::uint32_t neighbour = level_.ties.head(arc);
          if (asked_in_[neighbour] > moved_in_[i] || communities_.labels[neighbour] == label) continue;
          const std::atomic_ref<char> is_due(is_due_[neighbour]);
          if (is_due.load(std::memory_order_relaxed) == 0) is_due.store(1, std::memory_order_relaxed);
        }
      }
    });
  }

  /// Lists the nodes that are marked, in order, and clears their marks.
  void collect_due() {
    constexpr std::size_t block_size = 8192;
    const std::size_t n = order_.size();
    std::vector<std::size_t> start((n + block_size - 1) / block_size + 1, 0);
    workers_.for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t) {
      std::size_t count = 0;
      for (std::size_t i = begin; i < end; ++i) {
        asked_in_[order_[i]] = 0;
        count += is_due_[order_[i]] != 0 ? 1U : 0U;
      }
      start[begin / block_size + 1] = count;
    });
    std::partial_sum(start.begin(), start.end(), start.begin());
    due_.resize(start.back());
    workers_.for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t) {
      std::size_t next = start[begin / block_size];
      for (std::size_t i = begin; i < end; ++i) {
        if (is_due_[order_[i]] == 0) continue;
        is_due_[order_[i]] = 0;
        due_[next++] = order_[i];
      }
    });
  }

  const LeidenLevel<Ties>& level_;
  const LeidenMoving& moving_;
  MovingCommunities& communities_;
  Workers& workers_;
  std::span<WeightByLabel> scratch_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> due_;
  HugeVector<char> is_due_;
  HugeVector<std::uint32_t> asked_in_;  // the sub-round of this round, 0: none
  std::vector<Wish> wishes_;
  std::vector<std::size_t> num_wishes_;  // of each block
  std::vector<std::uint32_t> moved_;
  std::vector<std::uint32_t> moved_in_;
  std::vector<std::uint32_t> pending_;  // labels that a sub-round left unused; free from the next one on
};

}  // namespace

template <typename Ties>
void move_nodes(const LeidenLevel<Ties>& level, const LeidenMoving& moving, std::span<std::uint32_t> labels,
                Workers& workers, std::span<WeightByLabel> scratch) {
  for (WeightByLabel& own : scratch) own.resize(level.size());
  MovingCommunities communities(level, labels);
  if (num_arcs(level.ties) <= small_leiden_level) {
    move_one_by_one(level, moving, communities, workers.run(), scratch.front());
  } else {
    RoundsOfMoves<Ties>(level, moving, communities, workers, scratch).run();
  }
}

template void move_nodes(const LeidenLevel<PersonTies>&, const LeidenMoving&, std::span<std::uint32_t>, Workers&,
                         std::span<WeightByLabel>);
template void move_nodes(const LeidenLevel<PlainPersonTies>&, const LeidenMoving&, std::span<std::uint32_t>, Workers&,
                         std::span<WeightByLabel>);
template void move_nodes(const LeidenLevel<PartTies>&, const LeidenMoving&, std::span<std::uint32_t>, Workers&,
                         std::span<WeightByLabel>);

}  // namespace entente
