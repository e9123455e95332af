#pragma once

#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

namespace entente {

/// How much a tie must stand out to stay.
struct BackboneOptions {
  double significance =
      0.05;  ///< a tie stays if a person's weight would fall like this on it with less probability; 0 < α ≤ 1
};

/// The ties that stand out among all ties of at least one of their two persons (disparity filter).
///
/// If the strength s of a person with k ties were divided over them at random, a tie would get w or more with
/// probability α = (1 − w/s)^(k−1); a tie stays where α < significance for one of the two. A person with a single tie
/// cannot be judged (α = 1). All persons stay, also those who lose their last tie; weights, counts and dates stay as
/// they are. It compares the ties of a person with each other and says nothing on whether two persons meet more often
/// than chance. Time and memory O(ties). Throws `Error`
/// (`bad_option`) for a significance out of range. Source: Serrano, Boguñá, Vespignani 2009,
/// doi:10.1073/pnas.0808904106.
[[nodiscard]] PersonNetwork backbone(const PersonNetwork& net, const BackboneOptions& options = {},
                                     const Run& run = {});

}  // namespace entente
