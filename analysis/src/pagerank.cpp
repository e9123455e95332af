// PageRank by power iteration.
//
// Each round pulls: a person's new value is computed by one thread from the values of the round before, its neighbours
// taken in ascending order, so that nothing is written concurrently and no value depends on the schedule. Sums over all
// persons run over blocks that depend on n only. What everybody gives to each unit of weight, x(u)/s(u), is computed
// once a round, which saves a division an arc. Memory: three numbers a person. A round shrinks the error by the factor
// d at least, so that the distance to the solution is at most tolerance·d/(1−d).
#include <entente/analysis/degree.hpp>
#include <entente/analysis/pagerank.hpp>
#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <cmath>
#include <cstddef>

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

}  // namespace

Scores pagerank(const PersonNetwork& net, const PageRankOptions& options, const Run& run) {
  constexpr std::size_t persons_a_block = 1024;
  require_valid(options);
  const std::size_t n = net.num_persons();
  if (n == 0) return {};
  const auto share = 1.0 / static_cast<double>(n);
  const Scores out = options.weighted ? strength(net) : degree(net);
  Scores rank(n, share);
  Scores next(n);
  Scores given(n);
  for (std::uint32_t round = 1; round <= options.max_rounds; ++round) {
    const double stranded = sum_blocks(run, n, persons_a_block, [&](std::size_t begin, std::size_t end) {
      double sum = 0;
      for (std::size_t person = begin; person < end; ++person) {
        if (out[person] > 0) {
          given[person] = rank[person] / out[person];
        } else {
          sum += rank[person];
        }
      }
      return sum;
    });
    const double base = (1 - options.damping) * share + options.damping * stranded * share;
    const double change = sum_blocks(run, n, persons_a_block, [&](std::size_t begin, std::size_t end) {
      double sum = 0;
      for (std::size_t person = begin; person < end; ++person) {
        const auto neighbours = net.neighbours_of(PersonId(person));
        const auto weights = net.weights_of(PersonId(person));
        double received = 0;
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
          const double gift = given[neighbours[i].index()];
          received += options.weighted ? weights[i] * gift : gift;
        }
        next[person] = base + options.damping * received;
        sum += std::abs(next[person] - rank[person]);
      }
      return sum;
    });
    rank.swap(next);
    report(run, "pagerank", round, 0);
    if (change <= options.tolerance) return rank;
  }
  throw Error(ErrorCode::limit_exceeded,
              fmt::format("PageRank did not settle to {} within {} rounds", options.tolerance, options.max_rounds), {},
              "raise max_rounds or the tolerance");
}

}  // namespace entente
