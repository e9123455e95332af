#pragma once

#include <entente/core/run.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <Eigen/Core>

namespace entente {

/// The bipartite configuration model: of all random person × event matrices whose margins are on average those observed
/// the one of greatest entropy. A person of `persons[i]` events takes part in an event of `events[j]` participants with
/// `probability(i, j)`, independently of everything else. Persons of equal degree are alike, and so are events of equal
/// size: both are kept as classes.
struct Bicm {
  std::vector<std::uint32_t> degrees;          ///< [person classes], ascending: the number of events
  std::vector<std::uint32_t> persons;          ///< how many persons have it
  std::vector<std::uint32_t> sizes;            ///< [event classes], ascending: the number of participants
  std::vector<std::uint32_t> events;           ///< how many events have it
  Eigen::MatrixXd probability;                 ///< [person classes, event classes], from 0 to 1
  double margin_error = 0;                     ///< the greatest |expected − observed| over all margins
  std::vector<std::uint32_t> class_of_person;  ///< [num_persons]
};

/// Fits the model to the margins [num_persons] and [num_events]. Rows and columns that margins determine (nobody, or
/// everybody who is left) are taken out first; what remains solves
/// Σ_j x_i·y_j/(1 + x_i·y_j) = degree_i and Σ_i x_i·y_j/(1 + x_i·y_j) = size_j by Newton's method on ln x and ln y of
/// the classes. O(persons + events + steps·R·C²) for R and C classes of persons and events, C the fewer, and R·C
/// numbers of memory. Throws `Error`: `bad_option` where the margins have different sums, `limit_exceeded` where the
/// expected margins do not come within 1e-8 of those observed. Source: Saracco et al. 2015, doi:10.1038/srep10595;
/// 2017, doi:10.1088/1367-2630/aa6b38; on distinct degrees Vallarano et al. 2021, doi:10.1038/s41598-021-93830-4.
[[nodiscard]] Bicm fit_bicm(std::span<const std::uint32_t> degrees, std::span<const std::uint32_t> sizes);

}  // namespace entente
