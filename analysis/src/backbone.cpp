// One pass over the ties with the strengths of all persons at hand; sequential, since it costs no more than copying the
// network.
#include <entente/analysis/backbone.hpp>
#include <entente/analysis/degree.hpp>
#include <entente/core/error.hpp>

#include <cmath>
#include <vector>

namespace entente {

namespace {

double disparity(double weight, double strength, std::size_t degree) {
  if (degree < 2) return 1;
  return std::pow(1 - weight / strength, static_cast<double>(degree - 1));
}

}  // namespace

PersonNetwork backbone(const PersonNetwork& net, const BackboneOptions& options, const Run& run) {
  if (!(options.significance > 0 && options.significance <= 1)) {
    throw Error(ErrorCode::bad_option, "the significance of a backbone must be greater than 0 and at most 1");
  }
  check_stop(run);
  const Scores strengths = strength(net);
  std::vector<Tie> ties = net.ties();
  std::erase_if(ties, [&](const Tie& tie) {
    const auto stands_out = [&](PersonId person) {
      return disparity(tie.weight, strengths[person.index()], net.degree(person)) < options.significance;
    };
    return !stands_out(tie.a) && !stands_out(tie.b);
  });
  return {net.num_persons(), std::move(ties)};
}

}  // namespace entente
