#include "class_pair_tests.hpp"
#include "strata.hpp"
#include "tested_margins.hpp"

#include <entente/analysis/fdsm.hpp>
#include <entente/analysis/tie_tests.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::array<std::string_view, 3> names_of_null_models{"hypergeometric", "sdsm", "fdsm"};
constexpr std::array<std::string_view, 3> names_of_tails{"upper", "lower", "both"};

void require_valid(const EventGraph& graph, const PersonNetwork& net, const TieTestOptions& options) {
  if (graph.num_persons() != net.num_persons()) {
    throw Error(
        ErrorCode::bad_option,
        fmt::format("the network has {} persons and the events have {}", net.num_persons(), graph.num_persons()), {},
        "give the network that was projected from these events");
  }
  const bool has_strata = options.by_year || options.by_type;
  if (has_strata && options.model != NullModel::sdsm) {
    throw Error(ErrorCode::bad_option, "only the model sdsm has strata", {}, "leave out --strata or say --test sdsm");
  }
  const bool knows_strangers = options.model != NullModel::fdsm && !has_strata;
  if (options.tail != Tail::upper && !knows_strangers && options.correction != Correction::none) {
    throw Error(ErrorCode::bad_option,
                "for fdsm and with strata, pairs that never met are not tested for meeting less often than chance", {},
                "test the upper tail, or say --correction none");
  }
}

double fdsm_log_p(const FdsmCounts& counts, std::size_t tie, Tail tail) {
  const double upper = fdsm_p_value(counts.at_least[tie], counts.samples);
  const double lower = fdsm_p_value(counts.at_most[tie], counts.samples);
  return log_p_of({std::log(upper), std::log(lower)}, tail);
}

// A p-value is at least 1/(1 + samples).
void require_enough_samples(const TieTestOptions& options, std::uint64_t tests) {
  if (options.correction == Correction::none) return;
  const std::uint64_t least = fdsm_least_samples(tests, options.alpha);
  if (options.samples >= least) return;
  throw Error(ErrorCode::limit_exceeded,
              fmt::format("{} samples of fdsm cannot show anything at the level {} among {} pairs", options.samples,
                          options.alpha, tests),
              {},
              fmt::format("draw {} samples, look at fewer persons, or say --correction none or --test sdsm", least));
}

TieTests by_samples(const EventGraph& graph, const PersonNetwork& net, const TieTestOptions& options, const Run& run) {
  const FdsmCounts counts = fdsm_counts(
      graph, net, {.samples = options.samples, .seed = options.seed, .projection = options.projection}, run);
  TieTests tests;
  tests.expected = counts.mean;
  tests.log_p.reserve(net.num_ties());
  for (std::size_t tie = 0; tie < net.num_ties(); ++tie) {
    tests.log_p.push_back(fdsm_log_p(counts, tie, options.tail));
  }
  return tests;
}

}  // namespace

std::span<const std::string_view> null_model_names() { return names_of_null_models; }
std::span<const std::string_view> tail_names() { return names_of_tails; }

TieTests test_ties(const EventGraph& graph, const PersonNetwork& net, const TieTestOptions& options, const Run& run) {
  require_valid(graph, net, options);
  const TestedMargins margins = tested_margins(graph, options.projection);
  const std::uint64_t n = margins.num_active;
  const std::uint64_t pairs = n < 2 ? 0 : n * (n - 1) / 2;
  std::vector<EqualTests> strangers;
  TieTests tests;
  if (options.model == NullModel::fdsm) {
    require_enough_samples(options, pairs);
    tests = by_samples(graph, net, options, run);
  } else if (options.by_year || options.by_type) {
    tests = test_in_strata(graph, net, margins, options, run);
  } else {
    tests = test_by_class(net, margins, options, strangers, run);
  }
  tests.tests = pairs;
  tests.log_q = adjust(tests.log_p, tests.tests, options.correction, strangers);
  return tests;
}

PersonNetwork surviving_ties(const PersonNetwork& net, const TieTests& tests, double alpha) {
  std::vector<Tie> ties = net.ties();
  const double level = std::log(alpha);
  std::size_t kept = 0;
  for (std::size_t tie = 0; tie < ties.size(); ++tie) {
    if (tests.log_q[tie] <= level) ties[kept++] = ties[tie];
  }
  ties.resize(kept);
  return PersonNetwork(net.num_persons(), std::move(ties));
}

}  // namespace entente
