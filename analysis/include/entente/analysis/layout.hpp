#pragma once

#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Where a person stands in a drawing.
struct Position {
  double x = 0;
  double y = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

/// The forces between persons, and how long they act.
struct ForceAtlasOptions {
  std::uint32_t iterations = 0;      ///< 0: as `force_atlas_iterations` has it; at most 100,000
  double scaling = 2;                ///< how strongly persons repel each other; 1e-3 to 1e6
  double gravity = 1;                ///< how strongly everybody is pulled to the middle; 0 to 1e3
  bool strong_gravity = false;       ///< a pull that grows with the distance
  bool linlog = false;               ///< ties pull by the logarithm of their length: tighter circles, wider apart
  bool dissuade_hubs = false;        ///< ties of persons with many ties pull less
  double edge_weight_influence = 1;  ///< δ, a tie pulls by the power δ of its weight; 0 to 4
  double theta = 1.2;    ///< a far cell of persons counts as one if it is less than θ times its distance wide; 0 to 2
  double tolerance = 1;  ///< how much swinging is put up with for speed; 0.01 to 10
  bool prevent_overlap = true;  ///< in the end, move apart whoever is drawn over another
};

/// The radius at which each person is drawn [num_persons]: 4 to 20 by the square root of the strength, 4 without ties.
[[nodiscard]] std::vector<double> drawn_radii(const PersonNetwork& net);

/// 500 to 20,000 persons, 300 to 100,000, beyond that 30 million by their number, but at least 20.
[[nodiscard]] std::uint32_t force_atlas_iterations(std::size_t num_persons);

/// Positions in the plane at which tied persons come close and circles show: ForceAtlas2.
///
/// Persons repel each other by k·(deg(u)+1)·(deg(v)+1)/d, ties pull by w^δ·d, or w^δ·log(1+d), and gravity by
/// g·(deg+1) towards the middle. Weights are strengths, taken in units of their mean. [num_persons], rounded to 0.001,
/// in units in which radii are `drawn_radii`; the middle of the drawing is (0, 0). Every component is laid out alone,
/// turned to lie wide, and packed around the largest. Empty on the empty network. Time O((n log n + m)·iterations),
/// memory about 150 bytes a person and 16 bytes a tie. The same for any number of threads; other seeds give other
/// drawings. Throws `Error` (`bad_option`) for an option out of range. Source: Jacomy, Venturini, Heymann and Bastian
/// 2014, doi:10.1371/journal.pone.0098679; far persons as Barnes and Hut 1986, doi:10.1038/324446a0, have it.
/// Deviations: persons start where pivots put them (Brandes and Pich 2007, doi:10.1007/978-3-540-70904-6_6) and not at
/// random; hubs are dissuaded by the mean of both ends, for ties have no direction; overlaps are removed after the last
/// iteration.
[[nodiscard]] std::vector<Position> force_atlas(const PersonNetwork& net, const ForceAtlasOptions& options = {},
                                                const Run& run = {});

/// Everybody on one circle, each community on an arc of its own, those with many ties beside each other.
///
/// [num_persons], rounded to 0.001, the middle of the circle being (0, 0), wide enough that nobody is drawn over a
/// neighbour. Within an arc the persons of greatest strength stand in its middle; persons who are alone in their
/// community share the last arc. Time O(n log n + m log m). Throws `Error` (`bad_option`) where `communities` is not
/// [num_persons].
[[nodiscard]] std::vector<Position> circular_layout(const PersonNetwork& net,
                                                    std::span<const std::uint32_t> communities);

}  // namespace entente
