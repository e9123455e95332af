#include "person_measures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace entente::reference {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

bool same_length(double left, double right) { return std::abs(left - right) <= 1e-9 * std::max(left, right); }

Matrix square(std::size_t n, double value) { return Matrix(n, std::vector<double>(n, value)); }

}  // namespace

Matrix adjacency(const PersonNetwork& net, bool weighted) {
  Matrix matrix = square(net.num_persons(), 0);
  for (const Tie& tie : net.ties()) {
    matrix[tie.a.index()][tie.b.index()] = matrix[tie.b.index()][tie.a.index()] = weighted ? tie.weight : 1;
  }
  return matrix;
}

Matrix distances(const PersonNetwork& net, Lengths lengths) {
  const std::size_t n = net.num_persons();
  Matrix distance = square(n, infinite);
  for (std::size_t person = 0; person < n; ++person) distance[person][person] = 0;
  for (const Tie& tie : net.ties()) {
    distance[tie.a.index()][tie.b.index()] = distance[tie.b.index()][tie.a.index()] =
        lengths == Lengths::unit ? 1 : 1 / tie.weight;
  }
  for (std::size_t via = 0; via < n; ++via) {
    for (std::size_t from = 0; from < n; ++from) {
      for (std::size_t to = 0; to < n; ++to) {
        distance[from][to] = std::min(distance[from][to], distance[from][via] + distance[via][to]);
      }
    }
  }
  return distance;
}

std::vector<double> betweenness(const PersonNetwork& net, Lengths lengths, bool normalized) {
  const std::size_t n = net.num_persons();
  const Matrix distance = distances(net, lengths);
  const Matrix weight = adjacency(net);
  // σ(s,t): the sum over the last steps u–t of σ(s,u), taken in the order of distance from s.
  Matrix paths = square(n, 0);
  for (std::size_t from = 0; from < n; ++from) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return distance[from][a] < distance[from][b]; });
    paths[from][from] = 1;
    for (const std::size_t to : order) {
      if (to == from || distance[from][to] == infinite) continue;
      for (std::size_t last = 0; last < n; ++last) {
        if (weight[last][to] == 0 || distance[from][last] >= distance[from][to]) continue;
        const double step = lengths == Lengths::unit ? 1 : 1 / weight[last][to];
        if (same_length(distance[from][last] + step, distance[from][to])) paths[from][to] += paths[from][last];
      }
    }
  }
  std::vector<double> scores(n, 0);
  for (std::size_t person = 0; person < n; ++person) {
    for (std::size_t s = 0; s < n; ++s) {
      for (std::size_t t = s + 1; t < n; ++t) {
        if (s == person || t == person || distance[s][t] == infinite) continue;
        if (same_length(distance[s][person] + distance[person][t], distance[s][t])) {
          scores[person] += paths[s][person] * paths[person][t] / paths[s][t];
        }
      }
    }
    if (normalized && n > 2) scores[person] /= static_cast<double>((n - 1) * (n - 2)) / 2;
  }
  return scores;
}

std::vector<double> closeness(const PersonNetwork& net, Lengths lengths) {
  const std::size_t n = net.num_persons();
  const Matrix distance = distances(net, lengths);
  std::vector<double> scores(n, 0);
  for (std::size_t person = 0; person < n; ++person) {
    double sum = 0;
    double others = 0;
    for (std::size_t other = 0; other < n; ++other) {
      if (other == person || distance[person][other] == infinite) continue;
      sum += distance[person][other];
      ++others;
    }
    if (others > 0) scores[person] = (others / sum) * (others / static_cast<double>(n - 1));
  }
  return scores;
}

std::vector<double> harmonic(const PersonNetwork& net, Lengths lengths, bool normalized) {
  const std::size_t n = net.num_persons();
  const Matrix distance = distances(net, lengths);
  std::vector<double> scores(n, 0);
  for (std::size_t person = 0; person < n; ++person) {
    for (std::size_t other = 0; other < n; ++other) {
      if (other != person) scores[person] += 1 / distance[person][other];
    }
    if (normalized && n > 1) scores[person] /= static_cast<double>(n - 1);
  }
  return scores;
}

bool is_pagerank(const PersonNetwork& net, std::span<const double> rank, double damping, bool weighted,
                 double tolerance) {
  const std::size_t n = net.num_persons();
  if (rank.size() != n) return false;
  if (n == 0) return true;
  const Matrix weight = adjacency(net, weighted);
  // Where a walk goes next: along a tie, or anywhere from a person without ties.
  double residual = 0;
  double total = 0;
  for (std::size_t to = 0; to < n; ++to) {
    double received = 0;
    for (std::size_t from = 0; from < n; ++from) {
      const double strength = std::accumulate(weight[from].begin(), weight[from].end(), 0.0);
      const double chance = strength > 0 ? weight[from][to] / strength : 1 / static_cast<double>(n);
      received += rank[from] * chance;
    }
    const double value = (1 - damping) / static_cast<double>(n) + damping * received;
    residual += std::abs(value - rank[to]);
    total += rank[to];
    if (!(rank[to] > 0)) return false;
  }
  return residual <= tolerance && std::abs(total - 1) <= tolerance;
}

std::vector<double> eigenvalues(const PersonNetwork& net, bool weighted) {
  Matrix a = adjacency(net, weighted);
  const std::size_t n = a.size();
  for (int sweep = 0; sweep < 100; ++sweep) {
    double off_diagonal = 0;
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) off_diagonal += a[p][q] * a[p][q];
    }
    if (off_diagonal < 1e-28) break;
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) {
        if (a[p][q] == 0) continue;
        const double angle = 0.5 * std::atan2(2 * a[p][q], a[q][q] - a[p][p]);
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        for (std::size_t k = 0; k < n; ++k) {
          const double kp = a[k][p];
          const double kq = a[k][q];
          a[k][p] = c * kp - s * kq;
          a[k][q] = s * kp + c * kq;
        }
        for (std::size_t k = 0; k < n; ++k) {
          const double pk = a[p][k];
          const double qk = a[q][k];
          a[p][k] = c * pk - s * qk;
          a[q][k] = s * pk + c * qk;
        }
      }
    }
  }
  std::vector<double> values;
  for (std::size_t i = 0; i < n; ++i) values.push_back(a[i][i]);
  std::sort(values.begin(), values.end(), std::greater<>());
  return values;
}

bool is_eigenvector(const PersonNetwork& net, std::span<const double> vector, double eigenvalue, bool weighted,
                    double tolerance) {
  const Matrix a = adjacency(net, weighted);
  if (vector.size() != a.size()) return false;
  double squares = 0;
  double residual = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!(vector[i] >= 0)) return false;
    squares += vector[i] * vector[i];
    const double product = std::inner_product(a[i].begin(), a[i].end(), vector.begin(), 0.0);
    residual = std::max(residual, std::abs(product - eigenvalue * vector[i]));
  }
  return std::abs(squares - 1) <= tolerance && residual <= tolerance * std::max(1.0, eigenvalue);
}

std::vector<std::uint32_t> core_number(const PersonNetwork& net) {
  const std::size_t n = net.num_persons();
  const Matrix tied = adjacency(net, false);
  std::vector<std::uint32_t> cores(n, 0);
  std::vector<bool> present(n, true);
  for (std::uint32_t k = 1; k <= n; ++k) {
    for (bool deleted = true; deleted;) {
      deleted = false;
      for (std::size_t person = 0; person < n; ++person) {
        if (!present[person]) continue;
        double ties = 0;
        for (std::size_t other = 0; other < n; ++other) ties += present[other] ? tied[person][other] : 0;
        if (ties < k) {
          present[person] = false;
          deleted = true;
        }
      }
    }
    for (std::size_t person = 0; person < n; ++person) {
      if (present[person]) cores[person] = k;
    }
  }
  return cores;
}

std::vector<std::uint64_t> triangles(const PersonNetwork& net) {
  const std::size_t n = net.num_persons();
  const Matrix tied = adjacency(net, false);
  std::vector<std::uint64_t> counts(n, 0);
  for (std::size_t person = 0; person < n; ++person) {
    for (std::size_t second = 0; second < n; ++second) {
      for (std::size_t third = second + 1; third < n; ++third) {
        if (tied[person][second] * tied[person][third] * tied[second][third] > 0) ++counts[person];
      }
    }
  }
  return counts;
}

double modularity(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution, bool weighted) {
  const Matrix a = adjacency(net, weighted);
  std::vector<double> strengths;
  for (const auto& row : a) strengths.push_back(std::accumulate(row.begin(), row.end(), 0.0));
  const double total = std::accumulate(strengths.begin(), strengths.end(), 0.0);
  if (total == 0) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a.size(); ++j) {
      if (labels[i] == labels[j]) sum += a[i][j] - resolution * strengths[i] * strengths[j] / total;
    }
  }
  return sum / total;
}

double cpm_quality(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution, bool weighted) {
  const Matrix a = adjacency(net, weighted);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = i + 1; j < a.size(); ++j) {
      if (labels[i] == labels[j]) sum += a[i][j] - resolution;
    }
  }
  return sum;
}

std::size_t num_components(const PersonNetwork& net, const std::vector<bool>& present) {
  const std::size_t n = net.num_persons();
  std::vector<std::size_t> smallest(n);
  std::iota(smallest.begin(), smallest.end(), std::size_t{0});
  const std::vector<Tie> ties = net.ties();
  for (bool changed = true; changed;) {
    changed = false;
    for (const Tie& tie : ties) {
      if (!present[tie.a.index()] || !present[tie.b.index()]) continue;
      auto& of_a = smallest[tie.a.index()];
      auto& of_b = smallest[tie.b.index()];
      if (of_a == of_b) continue;
      of_a = of_b = std::min(of_a, of_b);
      changed = true;
    }
  }
  std::size_t count = 0;
  for (std::size_t person = 0; person < n; ++person) count += present[person] && smallest[person] == person ? 1U : 0U;
  return count;
}

std::vector<PersonId> articulation_persons(const PersonNetwork& net) {
  std::vector<bool> present(net.num_persons(), true);
  const std::size_t before = num_components(net, present);
  std::vector<PersonId> persons;
  for (std::size_t person = 0; person < net.num_persons(); ++person) {
    present[person] = false;
    if (num_components(net, present) > before) persons.emplace_back(person);
    present[person] = true;
  }
  return persons;
}

}  // namespace entente::reference
