// PageRank as a symmetric linear system, by conjugate gradients.
//
// Ties have no direction. With strengths S, weights A, damping d and g(v) what v gives to each unit of weight, ranks
// x = S·g solve x = b + d·A·S⁻¹·x for a b that all share, that is, (S − d·A)·g = b: symmetric and positive definite.
// Preconditioned with S its condition is at most (1+d)/(1−d), so that conjugate gradients gain as much in one product
// as power iteration does in about √((1+d)/(1−d)) (3.5 for d = 0.85). The residual of the system is what one more round
// of power iteration would change: the two stop at the same point. Rounds of power iteration finish, so that the result
// keeps its promise whatever rounding did before.
//
// Sums over all persons run over blocks that depend on n only. Memory: seven numbers a person.
#include "tie_matrix.hpp"

#include <entente/analysis/pagerank.hpp>
#include <entente/core/error.hpp>
#include <entente/core/huge_pages.hpp>
#include <entente/core/parallel.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente {

namespace {

void require_valid(const PageRankOptions& options) {
  if (!(options.damping >= 0 && options.damping < 1)) {
    throw Error(ErrorCode::bad_option,
                fmt::format("damping is {}; it must be at least 0 and less than 1", options.damping), {},
                "0.85 is customary");
  }
  if (!(options.tolerance >= 1e-15 && options.tolerance <= 1e-3)) {
    throw Error(ErrorCode::bad_option,
                fmt::format("tolerance is {}; it must lie between 1e-15 and 1e-3", options.tolerance), {},
                "the default is 1e-12");
  }
  if (options.max_rounds == 0) {
    throw Error(ErrorCode::bad_option, "max_rounds is 0; it must be at least 1", {}, "the default is 5000");
  }
}

constexpr std::size_t ranked_persons_a_block = 1024;

class PageRank {
 public:
  PageRank(const TieMatrix& ties, const PageRankOptions& options, const Run& run)
      : ties_(ties), options_(options), run_(run), workers_(run) {}

  Scores compute() {
    Vector rank = solve();
    finish(rank);
    return {rank.begin(), rank.end()};
  }

 private:
  using Vector = HugeVector<double>;

  // Ranks that solve the system nearly.
  Vector solve() {
    const std::size_t n = size();
    const double d = options_.damping;
    const Scores& out = ties_.strengths;
    Vector given(n, 0.0);
    Vector left(n, 0.0);  // b − (S − d·A)·given; b = 1
    Vector direction(n, 0.0);
    Vector product(n);
    // The start, S·given ∝ S, is what no damping would end with.
    double strengths = 0;
    double tied = 0;
    for (const double strength : out) {
      strengths += strength;
      tied += strength > 0 ? 1 : 0;
    }
    const double start = strengths > 0 ? tied / (strengths * (1 - d)) : 0;
    // All ranks sum to this: what everybody has of b, and what the tied pass on.
    const double total = tied / (1 - d) + (static_cast<double>(n) - tied);
    for (std::size_t person = 0; person < n; ++person) {
      if (!(out[person] > 0)) continue;
      given[person] = start;
      left[person] = 1 - (1 - d) * start * out[person];
    }
    double change = 0;
    double gain = sum([&](std::size_t person) {
      direction[person] = left[person] / out[person];
      return left[person] * direction[person];
    });
    for (; rounds_ < options_.max_rounds; ++rounds_) {
      ties_.product.multiply(direction.data(), product.data());
      const double curvature = sum([&](std::size_t person) {
        product[person] = out[person] * direction[person] - d * product[person];
        return direction[person] * product[person];
      });
      if (!(curvature > 0)) break;
      const double step = gain / curvature;
      change = sum([&](std::size_t person) {
        given[person] += step * direction[person];
        left[person] -= step * product[person];
        return std::abs(left[person]);
      });
      report(run_, "pagerank", rounds_, 0);
      if (change <= options_.tolerance * total / 2) break;
      const double next = sum([&](std::size_t person) { return left[person] * left[person] / out[person]; });
      const double keep = next / gain;
      gain = next;
      sum([&](std::size_t person) {
        direction[person] = left[person] / out[person] + keep * direction[person];
        return 0.0;
      });
    }
    for (std::size_t person = 0; person < n; ++person) {
      given[person] = (out[person] > 0 ? given[person] * out[person] : 1) / total;
    }
    return given;
  }

  // Power iteration, until a round changes no more than it may.
  void finish(Vector& rank) {
    const std::size_t n = size();
    const double share = 1.0 / static_cast<double>(n);
    const Scores& out = ties_.strengths;
    Vector next(n);
    Vector given(n, 0.0);
    while (rounds_++ < options_.max_rounds) {
      const double stranded = sum_of_blocks([&](std::size_t begin, std::size_t end) {
        double alone = 0;
        for (std::size_t person = begin; person < end; ++person) {
          if (out[person] > 0) {
            given[person] = rank[person] / out[person];
          } else {
            alone += rank[person];
          }
        }
        return alone;
      });
      const double base = (1 - options_.damping) * share + options_.damping * stranded * share;
      ties_.product.multiply(given.data(), next.data());
      const double change = sum_of_blocks([&](std::size_t begin, std::size_t end) {
        double changed = 0;
        for (std::size_t person = begin; person < end; ++person) {
          next[person] = base + options_.damping * next[person];
          changed += std::abs(next[person] - rank[person]);
        }
        return changed;
      });
      rank.swap(next);
      if (change <= options_.tolerance) return;
    }
    throw Error(ErrorCode::limit_exceeded,
                fmt::format("PageRank did not settle to {} within {} rounds", options_.tolerance, options_.max_rounds),
                {}, "raise max_rounds or the tolerance");
  }

  /// Σ of a term of each person who has ties.
  template <typename Term>
  double sum(const Term& term) {
    return sum_of_blocks([&](std::size_t begin, std::size_t end) {
      double terms = 0;
      for (std::size_t person = begin; person < end; ++person) {
        if (ties_.strengths[person] > 0) terms += term(person);
      }
      return terms;
    });
  }

  template <typename TermOfBlock>
  double sum_of_blocks(const TermOfBlock& term) {
    const std::size_t n = size();
    std::vector<double> sums((n + ranked_persons_a_block - 1) / ranked_persons_a_block);
    workers_.for_blocks(n, ranked_persons_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      sums[begin / ranked_persons_a_block] = term(begin, end);
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
  }

  [[nodiscard]] std::size_t size() const { return ties_.product.size; }

  const TieMatrix& ties_;
  const PageRankOptions& options_;
  const Run& run_;
  Workers workers_;
  std::uint32_t rounds_ = 0;
};

}  // namespace

Scores pagerank(const PersonNetwork& net, const PageRankOptions& options, const Run& run) {
  require_valid(options);
  if (net.num_persons() == 0) return {};
  return PageRank(tie_matrix(net, options.weighted, run), options, run).compute();
}

Scores pagerank(const EventGraph& graph, const ProjectionOptions& projection, const PageRankOptions& options,
                const Run& run) {
  require_valid(options);
  if (graph.num_persons() == 0) return {};
  return PageRank(tie_matrix(graph, projection, options.weighted, run), options, run).compute();
}

}  // namespace entente
