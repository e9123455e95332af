#pragma once

#include <entente/core/huge_pages.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/person_network.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace entente {

/// How much a node counts in what chance would tie: whole numbers, so that sums do not depend on their order. For
/// modularity the strength in units of a power of two, for CPM the number of persons. All nodes together < 2⁶².
using LeidenMass = std::int64_t;

/// Asks for the memory of a row before it is needed, for rows are visited in no order that the processor could foresee.
template <typename Value>
void fetch_ahead(const Value* begin, const Value* end) {
  constexpr std::ptrdiff_t most = 4096 / sizeof(Value);
  constexpr std::ptrdiff_t line = 64 / sizeof(Value);
  end = begin + std::min(end - begin, most);
  for (const Value* at = begin; at < end; at += line) __builtin_prefetch(at);
}

/// The ties of persons where they are stored: the only place of the method that knows how a PersonNetwork keeps them.
class PersonTies {
 public:
  explicit PersonTies(const PersonNetwork& net)
      : offsets_(net.offsets()), heads_(net.neighbours()), weights_(net.weights()) {}

  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
  [[nodiscard]] std::uint64_t begin(std::size_t node) const { return offsets_[node]; }
  [[nodiscard]] std::uint64_t end(std::size_t node) const { return offsets_[node + 1]; }
  [[nodiscard]] std::uint32_t head(std::uint64_t arc) const { return static_cast<std::uint32_t>(heads_[arc].index()); }
  [[nodiscard]] double weight(std::uint64_t arc) const { return weights_[arc]; }
  void fetch_row(std::size_t node) const {
    fetch_ahead(heads_.data() + begin(node), heads_.data() + end(node));
    fetch_ahead(weights_.data() + begin(node), weights_.data() + end(node));
  }

 private:
  std::span<const std::uint64_t> offsets_;
  std::span<const PersonId> heads_;
  std::span<const double> weights_;
};

/// The same with 1 for every weight.
class PlainPersonTies : public PersonTies {
 public:
  using PersonTies::PersonTies;
  [[nodiscard]] static double weight(std::uint64_t /*arc*/) { return 1; }
};

/// Ties between parts of communities, both arcs of each; those within a part never enter a comparison and are not kept.
struct PartTies {
  std::vector<std::uint64_t> offsets{0};
  HugeVector<std::uint32_t> heads;
  HugeVector<double> weights;

  [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
  [[nodiscard]] std::uint64_t begin(std::size_t node) const { return offsets[node]; }
  [[nodiscard]] std::uint64_t end(std::size_t node) const { return offsets[node + 1]; }
  [[nodiscard]] std::uint32_t head(std::uint64_t arc) const { return heads[arc]; }
  [[nodiscard]] double weight(std::uint64_t arc) const { return weights[arc]; }
  void fetch_row(std::size_t node) const {
    fetch_ahead(heads.data() + begin(node), heads.data() + end(node));
    fetch_ahead(weights.data() + begin(node), weights.data() + end(node));
  }
};

/// Arcs up to which a level is worked off by one thread, node by node: parallel loops over less do not pay.
constexpr std::uint64_t small_leiden_level = std::uint64_t{1} << 18U;

template <typename Ties>
[[nodiscard]] std::uint64_t num_arcs(const Ties& ties) {
  return ties.end(ties.size() - 1);
}

/// A network whose nodes are persons or connected parts of communities.
template <typename Ties>
struct LeidenLevel {
  Ties ties;
  HugeVector<LeidenMass> masses;  ///< [ties.size()]

  [[nodiscard]] std::size_t size() const { return ties.size(); }
};

/// What a node gains by a community: the weight of its ties there, less what chance would put there.
struct LeidenGain {
  double factor = 0;  ///< γ/2m for modularity, γ for CPM, in units of mass
  double margin = 0;  ///< gains closer than this times the mass are equal: a move must gain more than rounding can

  [[nodiscard]] double expected(LeidenMass mass, LeidenMass other) const {
    return factor * static_cast<double>(mass) * static_cast<double>(other);
  }
};

/// Sums of weights by label that are cheap to clear.
class WeightByLabel {
 public:
  void resize(std::size_t num_labels) {
    if (weight_.size() < num_labels) weight_.resize(num_labels, 0.0);
    if (labels_.size() < num_labels + 1) labels_.resize(num_labels + 1);
  }

  /// `weight` > 0.
  void add(std::uint32_t label, double weight) {
    labels_[count_] = label;
    count_ += weight_[label] == 0 ? 1U : 0U;
    weight_[label] += weight;
  }
  /// Adds the ties of a node but those to `own`; the weight of these. Most ties may go there: summed on the side they
  /// need not wait for each other in memory. Labels are looked up some at a time, before they are needed.
  template <typename Ties>
  double add_row(const Ties& ties, std::size_t node, const std::uint32_t* label_of, std::uint32_t own) {
    constexpr std::uint64_t ahead = 128;
    std::array<std::uint32_t, ahead> labels;
    std::array<double, ahead> weights;
    double* const sums = weight_.data();
    std::uint32_t* const seen = labels_.data();
    std::size_t num_seen = count_;
    double within = 0;
    const std::uint64_t end = ties.end(node);
    for (std::uint64_t begin = ties.begin(node); begin < end; begin += ahead) {
      const std::uint64_t stop = std::min(begin + ahead, end);
      std::size_t others = 0;
      for (std::uint64_t arc = begin; arc < stop; ++arc) {
        const std::uint32_t label = label_of[ties.head(arc)];
        const double weight = ties.weight(arc);
        labels[others] = label;
        weights[others] = weight;
        const bool is_own = label == own;
        within += weight * static_cast<double>(is_own);
        others += static_cast<std::size_t>(!is_own);
      }
      for (std::size_t i = 0; i < others; ++i) {
        double& sum = sums[labels[i]];
        seen[num_seen] = labels[i];
        num_seen += sum == 0 ? 1U : 0U;
        sum += weights[i];
      }
    }
    count_ = num_seen;
    return within;
  }
  [[nodiscard]] double operator[](std::uint32_t label) const { return weight_[label]; }
  /// Those that something was added to, in the order of first addition.
  [[nodiscard]] std::span<const std::uint32_t> labels() const { return std::span(labels_).first(count_); }
  void clear() {
    for (std::size_t i = 0; i < count_; ++i) weight_[labels_[i]] = 0;
    count_ = 0;
  }

 private:
  HugeVector<double> weight_;
  HugeVector<std::uint32_t> labels_;  // one more than counts is written
  std::size_t count_ = 0;
};

}  // namespace entente
