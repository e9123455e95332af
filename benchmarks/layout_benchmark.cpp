// Lays out a network that stands in a file of lines `a b weight`, and tells how long that took: what
// benchmarks/layout.py compares with the layouts of other programs.
//
// usage: entente_layout_benchmark PERSONS TIES POSITIONS [ITERATIONS [THREADS]]

#include <entente/analysis/layout.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

namespace {

entente::PersonNetwork read_network(std::size_t num_persons, const char* path) {
  std::ifstream in(path);
  std::vector<entente::Tie> ties;
  std::size_t a = 0;
  std::size_t b = 0;
  double weight = 0;
  while (in >> a >> b >> weight) {
    ties.push_back({.a = entente::PersonId(a), .b = entente::PersonId(b), .weight = weight});
  }
  return {num_persons, std::move(ties)};
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 2;
  try {
    const auto net = read_network(std::strtoull(arguments[1], nullptr, 10), arguments[2]);
    entente::ForceAtlasOptions options{.gravity = 10};
    entente::Run run;
    if (count > 4) options.iterations = static_cast<std::uint32_t>(std::strtoul(arguments[4], nullptr, 10));
    if (count > 5) run.threads = static_cast<unsigned>(std::strtoul(arguments[5], nullptr, 10));
    const auto begin = std::chrono::steady_clock::now();
    const auto positions = entente::force_atlas(net, options, run);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::ofstream out(arguments[3]);
    for (const entente::Position& position : positions) out << position.x << ' ' << position.y << '\n';
    std::printf("%.3f\n", taken.count());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
