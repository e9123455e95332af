// Records → columns of numbers → bearers → pairs of names → pairs of bearers → persons → accounts: each step in a file
// of its own. Everything after the columns is numbered by sorted texts, so that the order of records leaves no trace.
#include "bearer_pairs.hpp"
#include "bearers.hpp"
#include "name_pairs.hpp"
#include "participations.hpp"
#include "person_accounts.hpp"
#include "person_clusters.hpp"
#include "person_constraints.hpp"
#include "person_ids.hpp"

#include <entente/core/error.hpp>
#include <entente/resolve/persons.hpp>

#include <cmath>
#include <utility>

namespace entente {

namespace {

void check(const PersonOptions& options) {
  if (!(options.merge >= .5 && options.merge < 1)) {
    throw Error(ErrorCode::bad_option, "the least probability of one person must be in [0.5, 1)");
  }
  if (!(options.doubtful > 0 && options.doubtful <= options.merge)) {
    throw Error(ErrorCode::bad_option,
                "the least probability of a doubt must be above 0 and not above that of a merge");
  }
}

double log_odds_of(double probability) { return std::log(probability / (1 - probability)); }

}  // namespace

PersonResolver::PersonResolver() : told_(std::make_unique<Participations>()) {}
PersonResolver::~PersonResolver() = default;
PersonResolver::PersonResolver(PersonResolver&&) noexcept = default;
PersonResolver& PersonResolver::operator=(PersonResolver&&) noexcept = default;

void PersonResolver::add(std::span<const Record> records, Workers& workers) { told_->add(records, workers); }

PersonAssignment PersonResolver::resolve(const PersonOptions& options, const Run& run) const {
  check(options);
  check_stop(run);
  const Bearers bearers = bearers_of(*told_, run);
  check_stop(run);
  const NamePairs names = name_pairs(bearers, options.weights, options.block_cap, run);
  check_stop(run);
  std::vector<BearerPair> pairs =
      bearer_pairs(bearers, names, options.weights, log_odds_of(options.doubtful), options.block_cap, run);
  check_stop(run);
  const auto cluster = [&](const std::vector<BearerPair>& of, const PersonConstraints& constraints) {
    return cluster_persons(bearers, of, names, options.weights, log_odds_of(options.merge), constraints);
  };
  if (options.corrections.empty()) {
    const PersonClusters found = cluster(pairs, {});
    check_stop(run);
    return account_for(bearers, found, name_persons(bearers, dense_persons(found.person_of), {}), {}, options);
  }
  // Corrections speak of the persons that are found without them.
  const NamedPersons known = name_persons(bearers, dense_persons(cluster(pairs, {}).person_of), {});
  check_stop(run);
  const PersonConstraints constraints = person_constraints(bearers, known, options.corrections);
  const PersonClusters corrected = cluster(pairs, constraints);
  check_stop(run);
  std::vector<std::uint32_t> person_of = dense_persons(corrected.person_of);
  const FormerIds former = former_ids(bearers, known, constraints, person_of);
  PersonAssignment persons =
      account_for(bearers, corrected, name_persons(bearers, std::move(person_of), former), constraints, options);
  persons.settled = constraints.settled;
  return persons;
}

PersonAssignment assign_persons(std::span<const Record> records, const PersonOptions& options, const Run& run) {
  PersonResolver resolver;
  Workers workers(run);
  resolver.add(records, workers);
  return resolver.resolve(options, run);
}

}  // namespace entente
