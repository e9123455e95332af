// The Leiden method for modularity.
//
// A pass moves persons between communities until no single move helps (a queue holds those whose neighbourhood
// changed), refines each community into connected parts that are well tied to the rest of it, and goes on with these
// parts as the persons of a smaller network, until nothing can be joined. Passes repeat from the division found until
// one changes nothing. Moving v into C changes modularity by (w(v,C) − γ·s(v)·S(C)/2m)/m; the parenthesis is what is
// compared below. A move must gain more than rounding can, so that the method ends. Ties within a part of the smaller
// network never enter a comparison and are not kept; its strengths still count them. Parallel are the runs, each with a
// random stream of its own and everything it writes; the best one is chosen in their order, so that the result does not
// depend on threads. Memory for each thread: two networks of 12 bytes an arc, at most, and some 80 bytes a person.
#include "number_by_size.hpp"
#include "random_stream.hpp"

#include <entente/analysis/communities.hpp>
#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

using Label = std::uint32_t;

constexpr std::uint64_t leiden_stage = 0x6C656964656E;
constexpr double least_gain = 1e-12;         // of a move, relative to the strength of what is moved
constexpr double least_improvement = 1e-10;  // of modularity, for another pass

void require_valid(const CommunitiesOptions& options) {
  const auto require = [](bool holds, std::string_view name, double value, std::string_view range) {
    if (!holds) throw Error(ErrorCode::bad_option, fmt::format("{} is {}; it must be {}", name, value, range));
  };
  require(options.resolution > 0 && options.resolution <= 1e6, "resolution", options.resolution,
          "greater than 0 and at most 1e6");
  require(options.runs >= 1 && options.runs <= 10'000, "runs", options.runs, "between 1 and 10000");
  require(options.max_passes >= 1, "max_passes", options.max_passes, "at least 1");
  require(options.randomness >= 1e-6 && options.randomness <= 1e3, "randomness", options.randomness,
          "between 1e-6 and 1000");
}

/// A network whose nodes are persons or connected parts of communities.
struct Level {
  std::vector<std::uint64_t> offsets{0};
  std::vector<std::uint32_t> heads;
  std::vector<double> weights;
  std::vector<double> strengths;  // ties within a node included

  [[nodiscard]] std::size_t size() const { return strengths.size(); }
};

Level level_of(const PersonNetwork& net, bool weighted) {
  Level level;
  level.offsets.assign(net.offsets().begin(), net.offsets().end());
  level.heads.reserve(net.neighbours().size());
  for (const PersonId person : net.neighbours()) level.heads.push_back(static_cast<std::uint32_t>(person.index()));
  if (weighted) {
    level.weights.assign(net.weights().begin(), net.weights().end());
  } else {
    level.weights.assign(level.heads.size(), 1.0);
  }
  level.strengths.resize(net.num_persons());
  for (std::size_t node = 0; node < level.size(); ++node) {
    for (std::uint64_t arc = level.offsets[node]; arc < level.offsets[node + 1]; ++arc) {
      level.strengths[node] += level.weights[arc];
    }
  }
  return level;
}

/// Sums of weights by label that are cheap to clear.
class WeightByLabel {
 public:
  explicit WeightByLabel(std::size_t num_labels) : weight_(num_labels, 0.0) {}

  void add(Label label, double weight) {
    if (weight_[label] == 0) labels_.push_back(label);
    weight_[label] += weight;
  }
  [[nodiscard]] double operator[](Label label) const { return weight_[label]; }
  /// Those that something was added to, in the order of first addition.
  [[nodiscard]] std::span<const Label> labels() const { return labels_; }
  void clear() {
    for (const Label label : labels_) weight_[label] = 0;
    labels_.clear();
  }

 private:
  std::vector<double> weight_;
  std::vector<Label> labels_;
};

/// One run of the method, on one thread.
class Leiden {
 public:
  Leiden(const Level& persons, const CommunitiesOptions& options, std::uint32_t number, const Run& run)
      : persons_(persons), run_(run), random_(run.seed, leiden_stage, number), max_passes_(options.max_passes) {
    total_ = std::accumulate(persons.strengths.begin(), persons.strengths.end(), 0.0);
    resolution_a_weight_ = options.resolution / total_;
    const double mean_weight = total_ / static_cast<double>(persons.heads.size());
    temperature_ = options.randomness * mean_weight;
  }

  /// The label of each person. Needs at least one tie.
  std::vector<Label> labels() {
    std::vector<Label> labels(persons_.size());
    std::iota(labels.begin(), labels.end(), Label{0});
    double best = quality(labels);
    for (std::uint32_t pass = 0; pass < max_passes_; ++pass) {
      std::vector<Label> next = pass_from(labels);
      const double improved = quality(next);
      if (improved <= best + least_improvement) break;
      best = improved;
      labels = std::move(next);
    }
    return connected_parts(labels);
  }

 private:
  [[nodiscard]] double expected(double strength, double other) const { return resolution_a_weight_ * strength * other; }

  /// Modularity of labels below the number of persons, up to rounding.
  [[nodiscard]] double quality(const std::vector<Label>& labels) const {
    std::vector<double> strengths(persons_.size(), 0.0);
    double within = 0;
    for (std::size_t node = 0; node < persons_.size(); ++node) {
      strengths[labels[node]] += persons_.strengths[node];
      for (std::uint64_t arc = persons_.offsets[node]; arc < persons_.offsets[node + 1]; ++arc) {
        if (labels[persons_.heads[arc]] == labels[node]) within += persons_.weights[arc];
      }
    }
    for (const double strength : strengths) within -= expected(strength, strength);
    return within / total_;
  }

  std::vector<Label> pass_from(std::vector<Label> labels) {
    std::vector<std::uint32_t> node_of(persons_.size());
    std::iota(node_of.begin(), node_of.end(), 0U);
    Level coarse;
    const Level* level = &persons_;
    for (;;) {
      move_nodes(*level, labels);
      const std::size_t num_communities = compact(labels);
      if (num_communities == level->size()) break;
      std::vector<Label> parts = refine(*level, labels);
      std::size_t num_parts = compact(parts);
      if (num_parts == level->size()) {
        // Chance left every node alone: go on with the communities themselves, or nothing would ever change.
        parts = labels;
        num_parts = num_communities;
      }
      Level next = aggregate(*level, parts, num_parts);
      std::vector<Label> next_labels(num_parts);
      for (std::size_t node = 0; node < level->size(); ++node) next_labels[parts[node]] = labels[node];
      for (std::uint32_t& node : node_of) node = parts[node];
      labels = std::move(next_labels);
      coarse = std::move(next);
      level = &coarse;
    }
    std::vector<Label> result(persons_.size());
    for (std::size_t person = 0; person < result.size(); ++person) result[person] = labels[node_of[person]];
    return result;
  }

  /// Moves single nodes while that raises modularity. Labels are below the number of nodes.
  void move_nodes(const Level& level, std::vector<Label>& labels) {
    const std::size_t n = level.size();
    std::vector<double> strengths(n, 0.0);
    std::vector<std::uint32_t> sizes(n, 0);
    for (std::size_t node = 0; node < n; ++node) {
      strengths[labels[node]] += level.strengths[node];
      ++sizes[labels[node]];
    }
    std::vector<Label> unused;
    for (std::size_t label = n; label-- > 0;) {
      if (sizes[label] == 0) unused.push_back(static_cast<Label>(label));
    }
    // A ring: a node stands in it at most once.
    std::vector<std::uint32_t> queue = shuffled_nodes(n);
    std::vector<char> waits(n, 1);
    std::size_t head = 0;
    std::size_t waiting = n;
    WeightByLabel weight_to(n);
    for (std::uint64_t step = 1; waiting > 0; ++step) {
      if (step % 65'536 == 0) check_stop(run_);
      const std::uint32_t node = queue[head];
      head = head + 1 == n ? 0 : head + 1;
      --waiting;
      waits[node] = 0;
      for (std::uint64_t arc = level.offsets[node]; arc < level.offsets[node + 1]; ++arc) {
        weight_to.add(labels[level.heads[arc]], level.weights[arc]);
      }
      const Label own = labels[node];
      const double strength = level.strengths[node];
      const double margin = least_gain * strength;
      Label best = own;
      double best_gain = weight_to[own] - expected(strength, strengths[own] - strength);
      for (const Label label : weight_to.labels()) {
        if (label == own) continue;
        const double gain = weight_to[label] - expected(strength, strengths[label]);
        if (gain > best_gain + margin) {
          best = label;
          best_gain = gain;
        }
      }
      if (best_gain < -margin && sizes[own] > 1) {
        best = unused.back();
        unused.pop_back();
      }
      weight_to.clear();
      if (best == own) continue;
      strengths[own] -= strength;
      strengths[best] += strength;
      if (--sizes[own] == 0) {
        strengths[own] = 0;
        unused.push_back(own);
      }
      ++sizes[best];
      labels[node] = best;
      for (std::uint64_t arc = level.offsets[node]; arc < level.offsets[node + 1]; ++arc) {
        const std::uint32_t neighbour = level.heads[arc];
        if (waits[neighbour] != 0 || labels[neighbour] == best) continue;
        waits[neighbour] = 1;
        const std::size_t tail = head + waiting;
        queue[tail >= n ? tail - n : tail] = neighbour;
        ++waiting;
      }
    }
  }

  /// Divides each community into connected parts, joining single nodes to parts of the same community at random,
  /// likelier the more that gains. Labels of parts are below the number of nodes.
  std::vector<Label> refine(const Level& level, const std::vector<Label>& labels) {
    const std::size_t n = level.size();
    std::vector<Label> parts(n);
    std::iota(parts.begin(), parts.end(), Label{0});
    std::vector<double> community_strengths(n, 0.0);
    for (std::size_t node = 0; node < n; ++node) community_strengths[labels[node]] += level.strengths[node];
    std::vector<double> strengths = level.strengths;  // of parts
    std::vector<double> outwards(n, 0.0);             // weight from a part to the rest of its community
    for (std::size_t node = 0; node < n; ++node) {
      for (std::uint64_t arc = level.offsets[node]; arc < level.offsets[node + 1]; ++arc) {
        if (labels[level.heads[arc]] == labels[node]) outwards[node] += level.weights[arc];
      }
    }
    const auto is_well_tied = [&](Label part, Label community) {
      const double rest = community_strengths[community] - strengths[part];
      return outwards[part] >= expected(strengths[part], rest) - least_gain * strengths[part];
    };
    std::vector<char> is_single(n, 1);
    WeightByLabel weight_to(n);
    std::vector<std::pair<Label, double>> choices;
    for (const std::uint32_t node : shuffled_nodes(n)) {
      // Only a node that is alone, and that nobody joined, may still join a part.
      const Label community = labels[node];
      if (is_single[node] == 0 || !is_well_tied(node, community)) continue;
      for (std::uint64_t arc = level.offsets[node]; arc < level.offsets[node + 1]; ++arc) {
        const std::uint32_t neighbour = level.heads[arc];
        if (labels[neighbour] == community) weight_to.add(parts[neighbour], level.weights[arc]);
      }
      choices.assign(1, {parts[node], 0.0});
      for (const Label part : weight_to.labels()) {
        const double gain = weight_to[part] - expected(level.strengths[node], strengths[part]);
        if (gain >= 0 && is_well_tied(part, community)) choices.emplace_back(part, gain);
      }
      const Label chosen = choose(choices);
      if (chosen != parts[node]) {
        strengths[chosen] += level.strengths[node];
        outwards[chosen] += outwards[node] - 2 * weight_to[chosen];
        is_single[chosen] = 0;
        is_single[node] = 0;
        parts[node] = chosen;
      }
      weight_to.clear();
    }
    return parts;
  }

  /// One of the choices, with probability ∝ exp(gain/temperature).
  Label choose(std::vector<std::pair<Label, double>>& choices) {
    if (choices.size() == 1) return choices.front().first;
    double greatest = 0;
    for (const auto& [label, gain] : choices) greatest = std::max(greatest, gain);
    double sum = 0;
    for (auto& [label, gain] : choices) {
      sum += std::exp((gain - greatest) / temperature_);
      gain = sum;
    }
    const double drawn = random_.unit() * sum;
    for (const auto& [label, sum_so_far] : choices) {
      if (drawn < sum_so_far) return label;
    }
    return choices.back().first;
  }

  static Level aggregate(const Level& level, const std::vector<Label>& parts, std::size_t num_parts) {
    std::vector<std::uint32_t> start(num_parts + 1, 0);
    for (const Label part : parts) ++start[part + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::uint32_t> members(parts.size());
    auto next = start;
    for (std::size_t node = 0; node < parts.size(); ++node)
      members[next[parts[node]]++] = static_cast<std::uint32_t>(node);

    Level coarse;
    coarse.strengths.resize(num_parts, 0.0);
    WeightByLabel weight_to(num_parts);
    for (std::size_t part = 0; part < num_parts; ++part) {
      for (std::uint32_t i = start[part]; i < start[part + 1]; ++i) {
        const std::uint32_t node = members[i];
        coarse.strengths[part] += level.strengths[node];
        for (std::uint64_t arc = level.offsets[node]; arc < level.offsets[node + 1]; ++arc) {
          const Label other = parts[level.heads[arc]];
          if (other != part) weight_to.add(other, level.weights[arc]);
        }
      }
      for (const Label other : weight_to.labels()) {
        coarse.heads.push_back(other);
        coarse.weights.push_back(weight_to[other]);
      }
      coarse.offsets.push_back(coarse.heads.size());
      weight_to.clear();
    }
    return coarse;
  }

  /// Numbers labels from 0 in the order of appearance; their number.
  static std::size_t compact(std::vector<Label>& labels) {
    constexpr auto none = std::numeric_limits<Label>::max();
    std::vector<Label> number(labels.size(), none);
    Label count = 0;
    for (Label& label : labels) {
      if (number[label] == none) number[label] = count++;
      label = number[label];
    }
    return count;
  }

  /// The parts of communities between which there are no ties. Ending on parts that cannot be joined, the method leaves
  /// none but in the rare case above; dividing a community that is not connected never lowers modularity.
  [[nodiscard]] std::vector<Label> connected_parts(const std::vector<Label>& labels) const {
    constexpr auto none = std::numeric_limits<Label>::max();
    std::vector<Label> parts(labels.size(), none);
    std::vector<std::uint32_t> queue;
    for (std::uint32_t root = 0; root < labels.size(); ++root) {
      if (parts[root] != none) continue;
      parts[root] = root;
      queue.assign(1, root);
      for (std::size_t head = 0; head < queue.size(); ++head) {
        const std::uint32_t node = queue[head];
        for (std::uint64_t arc = persons_.offsets[node]; arc < persons_.offsets[node + 1]; ++arc) {
          const std::uint32_t neighbour = persons_.heads[arc];
          if (parts[neighbour] != none || labels[neighbour] != labels[root]) continue;
          parts[neighbour] = root;
          queue.push_back(neighbour);
        }
      }
    }
    return parts;
  }

  std::vector<std::uint32_t> shuffled_nodes(std::size_t n) {
    std::vector<std::uint32_t> nodes(n);
    std::iota(nodes.begin(), nodes.end(), 0U);
    random_.shuffle(std::span(nodes));
    return nodes;
  }

  const Level& persons_;
  const Run& run_;
  RandomStream random_;
  std::uint32_t max_passes_;
  double total_ = 0;                // of all strengths, 2m
  double resolution_a_weight_ = 0;  // γ/2m
  double temperature_ = 0;
};

}  // namespace

Communities communities(const PersonNetwork& net, const CommunitiesOptions& options, const Run& run) {
  require_valid(options);
  Communities best;
  best.labels.resize(net.num_persons());
  std::iota(best.labels.begin(), best.labels.end(), Label{0});
  if (net.num_ties() == 0) {
    best.num_communities = net.num_persons();
    return best;
  }
  const Level persons = level_of(net, options.weighted);
  std::vector<Communities> found(options.runs);
  std::atomic<std::uint64_t> done = 0;
  for_blocks(run, options.runs, 1, [&](std::size_t number, std::size_t, std::size_t) {
    Communities& own = found[number];
    own.labels = Leiden(persons, options, static_cast<std::uint32_t>(number), run).labels();
    own.num_communities = number_by_size(own.labels).size();
    own.modularity = modularity(net, own.labels, options.resolution, options.weighted);
    report(run, "communities", ++done, options.runs);
  });
  const auto greatest = std::ranges::max_element(found, {}, &Communities::modularity);  // the first of equal ones
  return std::move(*greatest);
}

}  // namespace entente
