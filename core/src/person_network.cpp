#include <entente/core/error.hpp>
#include <entente/core/person_network.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace entente {

namespace {

void require_valid(std::size_t num_persons, const Tie& tie) {
  const auto name = [&tie] { return std::to_string(tie.a.index()) + "–" + std::to_string(tie.b.index()); };
  if (tie.a.index() >= num_persons || tie.b.index() >= num_persons) {
    throw Error(ErrorCode::bad_option,
                "tie " + name() + " names a person beyond the " + std::to_string(num_persons) + " that there are");
  }
  if (tie.a == tie.b) throw Error(ErrorCode::bad_option, "tie " + name() + " joins a person to itself");
  if (!std::isfinite(tie.weight) || tie.weight <= 0) {
    throw Error(ErrorCode::bad_option, "tie " + name() + " has a weight that is not finite and positive");
  }
}

}  // namespace

PersonNetwork::PersonNetwork(std::size_t num_persons, std::vector<Tie> ties)
    : offsets_(num_persons + 1, 0), tie_offsets_(num_persons + 1, 0) {
  for (Tie& tie : ties) {
    require_valid(num_persons, tie);
    if (tie.b < tie.a) std::swap(tie.a, tie.b);
  }
  const auto pair_of = [](const Tie& tie) { return std::pair(tie.a, tie.b); };
  std::ranges::sort(ties, {}, pair_of);
  if (std::ranges::adjacent_find(ties, {}, pair_of) != ties.end()) {
    throw Error(ErrorCode::bad_option, "a tie is given twice");
  }
  for (const Tie& tie : ties) {
    ++offsets_[tie.a.index() + 1];
    ++offsets_[tie.b.index() + 1];
    ++tie_offsets_[tie.a.index() + 1];
  }
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
  std::partial_sum(tie_offsets_.begin(), tie_offsets_.end(), tie_offsets_.begin());
  neighbours_.resize(offsets_.back());
  weights_.resize(offsets_.back());
  std::vector<std::uint64_t> next(offsets_.begin(), offsets_.end() - 1);
  const auto place = [&](PersonId from, PersonId to, double weight) {
    const std::uint64_t arc = next[from.index()]++;
    neighbours_[arc] = to;
    weights_[arc] = weight;
  };
  // Ties ascend by (a, b): first all smaller neighbours of everybody, then the greater ones, each ascending.
  for (const Tie& tie : ties) place(tie.b, tie.a, tie.weight);
  for (const Tie& tie : ties) place(tie.a, tie.b, tie.weight);
  facts_.reserve(ties.size());
  for (const Tie& tie : ties) facts_.push_back({tie.events, CompactDate(tie.first), CompactDate(tie.last)});
}

TieRow PersonNetwork::ties_of(PersonId a) const {
  const std::uint64_t first = tie_offsets_[a.index()];
  const std::size_t size = tie_offsets_[a.index() + 1] - first;
  return {a, neighbours_of(a).last(size), weights_of(a).last(size), std::span(facts_).subspan(first, size)};
}

std::vector<Tie> PersonNetwork::ties() const {
  std::vector<Tie> ties;
  ties.reserve(num_ties());
  for (std::size_t person = 0; person < num_persons(); ++person) {
    const TieRow row = ties_of(PersonId(person));
    for (std::size_t i = 0; i < row.size(); ++i) ties.push_back(row[i]);
  }
  return ties;
}

std::optional<Tie> PersonNetwork::tie(PersonId a, PersonId b) const {
  const TieRow row = ties_of(std::min(a, b));
  const auto found = std::ranges::lower_bound(row.others, std::max(a, b));
  if (found == row.others.end() || *found != std::max(a, b)) return std::nullopt;
  return row[static_cast<std::size_t>(found - row.others.begin())];
}

double PersonNetwork::total_weight() const {
  double total = 0;
  for (std::size_t person = 0; person < num_persons(); ++person) {
    for (const double weight : ties_of(PersonId(person)).weights) total += weight;
  }
  return total;
}

}  // namespace entente
