#include "compared_weights.hpp"

#include <entente/analysis/weight_comparison.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

// The places of ties that are among the first `top`, in their order.
std::vector<std::size_t> first_ties(const WeightOrder& order, std::size_t top) {
  std::vector<std::size_t> ties;
  for (std::size_t tie = 0; tie < order.places.size(); ++tie) {
    if (order.places[tie] <= static_cast<double>(top)) ties.push_back(tie);
  }
  std::ranges::stable_sort(ties, {}, [&order](std::size_t tie) { return order.places[tie]; });
  return ties;
}

std::string_view name_of(Weight weight) { return weight_names()[static_cast<std::size_t>(weight)]; }

std::string sentence_of(const WeightOrder& first, const WeightOrder& other, std::size_t top) {
  const std::vector<std::size_t> before = first_ties(first, top);
  const std::vector<std::size_t> after = first_ties(other, top);
  const auto stay =
      std::ranges::count_if(before, [&after](std::size_t tie) { return std::ranges::find(after, tie) != after.end(); });
  const std::string correlation = std::isnan(other.correlation) ? "no rank correlation (all ties alike)"
                                                                : fmt::format("rank correlation {:.3f} with {}",
                                                                              other.correlation, name_of(first.weight));
  return fmt::format("{}: {}; of the first {}, {} stay, {} leave, {} enter\n", name_of(other.weight), correlation,
                     before.size(), stay, before.size() - static_cast<std::size_t>(stay),
                     after.size() - static_cast<std::size_t>(stay));
}

}  // namespace

ComparedWeights compared_weights(const Session& session, const Material& material, std::size_t top) {
  const std::vector<WeightOrder> orders =
      compare_weights(material.graph, projection_options(session.study), session.run);
  ComparedWeights compared;
  compared.table.columns = {{"person"}, {"and"}, {"events"}};
  std::vector<std::size_t> shown;
  for (const WeightOrder& order : orders) {
    compared.table.columns.push_back({std::string(name_of(order.weight))});
    for (const std::size_t tie : first_ties(order, top)) {
      if (std::ranges::find(shown, tie) == shown.end()) shown.push_back(tie);
    }
    if (order.weight != orders.front().weight) compared.sentences += sentence_of(orders.front(), order, top);
  }
  // All ties, also where the network is a backbone of them.
  const std::vector<Tie> ties = project(material.graph, projection_options(session.study), session.run).ties();
  const StringColumn& names = material.graph.persons().name;
  for (const std::size_t tie : shown) {
    std::vector<Cell> row{std::string(names[ties[tie].a.index()]), std::string(names[ties[tie].b.index()]),
                          static_cast<std::int64_t>(ties[tie].events)};
    for (const WeightOrder& order : orders) row.emplace_back(order.places[tie]);
    compared.table.rows.push_back(std::move(row));
  }
  return compared;
}

}  // namespace entente::cli
