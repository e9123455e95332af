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

PersonNetwork::PersonNetwork(std::size_t num_persons, std::vector<Tie> ties) : offsets_(num_persons + 1, 0) {
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
  }
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
  const std::size_t arcs = offsets_.back();
  neighbours_.resize(arcs);
  weights_.resize(arcs);
  shared_.resize(arcs);
  first_.resize(arcs);
  last_.resize(arcs);
  std::vector<std::uint64_t> next(offsets_.begin(), offsets_.end() - 1);
  const auto place = [&](PersonId from, PersonId to, const Tie& tie) {
    const std::uint64_t arc = next[from.index()]++;
    neighbours_[arc] = to;
    weights_[arc] = tie.weight;
    shared_[arc] = tie.events;
    first_[arc] = tie.first;
    last_[arc] = tie.last;
  };
  // Ties ascend by (a, b): first all smaller neighbours of everybody, then the greater ones, each ascending.
  for (const Tie& tie : ties) place(tie.b, tie.a, tie);
  for (const Tie& tie : ties) place(tie.a, tie.b, tie);
}

std::vector<Tie> PersonNetwork::ties() const {
  std::vector<Tie> ties;
  ties.reserve(num_ties());
  for (std::size_t person = 0; person < num_persons(); ++person) {
    for (std::uint64_t arc = offsets_[person]; arc < offsets_[person + 1]; ++arc) {
      if (neighbours_[arc].index() <= person) continue;
      ties.push_back({PersonId(person), neighbours_[arc], weights_[arc], shared_[arc], first_[arc], last_[arc]});
    }
  }
  return ties;
}

std::optional<Tie> PersonNetwork::tie(PersonId a, PersonId b) const {
  const auto neighbours = neighbours_of(a);
  const auto found = std::ranges::lower_bound(neighbours, b);
  if (found == neighbours.end() || *found != b) return std::nullopt;
  const std::uint64_t arc = offsets_[a.index()] + static_cast<std::uint64_t>(found - neighbours.begin());
  return Tie{std::min(a, b), std::max(a, b), weights_[arc], shared_[arc], first_[arc], last_[arc]};
}

double PersonNetwork::total_weight() const {
  double total = 0;
  for (std::size_t person = 0; person < num_persons(); ++person) {
    for (std::uint64_t arc = offsets_[person]; arc < offsets_[person + 1]; ++arc) {
      if (neighbours_[arc].index() > person) total += weights_[arc];
    }
  }
  return total;
}

}  // namespace entente
