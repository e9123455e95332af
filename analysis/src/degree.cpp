// Degree and strength, straight from the rows of the network. Sequential: reading the rows is all there is to do.
#include <entente/analysis/degree.hpp>

#include <cstddef>
#include <numeric>

namespace entente {

Scores degree(const PersonNetwork& net) {
  Scores scores(net.num_persons());
  for (std::size_t person = 0; person < scores.size(); ++person) {
    scores[person] = static_cast<double>(net.degree(PersonId(person)));
  }
  return scores;
}

Scores strength(const PersonNetwork& net) {
  Scores scores(net.num_persons());
  for (std::size_t person = 0; person < scores.size(); ++person) {
    const auto weights = net.weights_of(PersonId(person));
    scores[person] = std::accumulate(weights.begin(), weights.end(), 0.0);
  }
  return scores;
}

}  // namespace entente
