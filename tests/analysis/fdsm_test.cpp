#include "fastball.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/fdsm.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

/// Each person's events as the bits of a number.
using Rows = std::vector<std::uint32_t>;

BinaryMatrix matrix_of(const Rows& rows, std::size_t num_columns) {
  BinaryMatrix matrix;
  matrix.num_columns = num_columns;
  for (const std::uint32_t row : rows) {
    for (std::uint32_t column = 0; column < num_columns; ++column) {
      if ((row >> column & 1U) != 0) matrix.columns.push_back(column);
    }
    matrix.offsets.push_back(matrix.columns.size());
  }
  return matrix;
}

Rows rows_of(const BinaryMatrix& matrix, const std::vector<std::uint32_t>& columns) {
  Rows rows;
  for (std::size_t row = 0; row < matrix.num_rows(); ++row) {
    rows.push_back(0);
    for (std::size_t i = matrix.offsets[row]; i < matrix.offsets[row + 1]; ++i) rows.back() |= 1U << columns[i];
  }
  return rows;
}

std::vector<int> margins_of(const Rows& rows, std::size_t num_columns) {
  std::vector<int> margins;
  for (const std::uint32_t row : rows) margins.push_back(std::popcount(row));
  for (std::uint32_t column = 0; column < num_columns; ++column) {
    margins.push_back(
        static_cast<int>(std::ranges::count_if(rows, [&](auto row) { return (row >> column & 1U) != 0; })));
  }
  return margins;
}

/// All matrices of the same margins, found by trying all matrices of the same size.
std::vector<Rows> all_alike(const Rows& rows, std::size_t num_columns) {
  std::vector<Rows> alike;
  const std::vector<int> margins = margins_of(rows, num_columns);
  Rows candidate(rows.size());
  for (std::uint64_t bits = 0; bits >> (rows.size() * num_columns) == 0; ++bits) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      candidate[i] = static_cast<std::uint32_t>(bits >> (i * num_columns) & ((1U << num_columns) - 1));
    }
    if (margins_of(candidate, num_columns) == margins) alike.push_back(candidate);
  }
  return alike;
}

EventGraph graph_of(const Rows& rows, std::size_t num_columns) {
  std::vector<std::vector<std::string>> participants(num_columns);
  for (std::size_t person = 0; person < rows.size(); ++person) {
    for (std::size_t event = 0; event < num_columns; ++event) {
      if ((rows[person] >> event & 1U) != 0) participants[event].push_back("p" + std::to_string(person));
    }
  }
  return toy::events_of(participants);
}

/// The share of `matrices` in which a pair has as many events as `observed` or more, and as many or fewer.
std::pair<double, double> exact_tails(const std::vector<Rows>& matrices, const Tie& tie) {
  double at_least = 0;
  double at_most = 0;
  for (const Rows& rows : matrices) {
    const auto shared = static_cast<std::uint32_t>(std::popcount(rows[tie.a.index()] & rows[tie.b.index()]));
    if (shared >= tie.events) ++at_least;
    if (shared <= tie.events) ++at_most;
  }
  const auto all = static_cast<double>(matrices.size());
  return {at_least / all, at_most / all};
}

/// Up to five standard errors of that many samples.
void check_share(std::uint32_t count, std::uint32_t samples, double probability) {
  const double error = std::sqrt(probability * (1 - probability) / samples);
  CHECK(std::abs(static_cast<double>(count) / samples - probability) <= 5 * error + 1e-12);
}

/// Two persons who went to the first `busy` events together, and as many events of two others each, who went to one.
EventGraph two_busy_persons(std::size_t busy) {
  std::vector<std::vector<std::string>> events(busy, {"a", "b"});
  for (std::size_t i = 0; i < busy; ++i) events.push_back({"c" + std::to_string(i), "d" + std::to_string(i)});
  return toy::events_of(events);
}

/// The mean number of events that the two share. All 2·busy events have two participants, so that what counts is how
/// many matrices have k shared ones: there are (2·busy)!/(k!²(busy−k)!²) ways to place the two, which leave k events to
/// two others and 2(busy−k) to one, hence (2·busy)!/2^k ways to place those.
double mean_shared_by_busy(std::size_t busy) {
  const auto logarithm = [&](std::size_t k) {
    const auto shared = static_cast<double>(k);
    const auto single = static_cast<double>(busy - k);
    return -2 * std::lgamma(shared + 1) - 2 * std::lgamma(single + 1) - shared * std::log(2.0);
  };
  double largest = logarithm(0);
  for (std::size_t k = 1; k <= busy; ++k) largest = std::max(largest, logarithm(k));
  double sum = 0;
  double weights = 0;
  for (std::size_t k = 0; k <= busy; ++k) {
    const double weight = std::exp(logarithm(k) - largest);
    sum += static_cast<double>(k) * weight;
    weights += weight;
  }
  return sum / weights;
}

}  // namespace

TEST_CASE("trades keep the margins of a matrix", "[analysis][property]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const EventGraph graph = toy::random_events(60, 150, seed);
  BinaryMatrix observed;
  observed.num_columns = graph.num_events();
  for (std::size_t person = 0; person < graph.num_persons(); ++person) {
    for (const EventId event : graph.events_of(PersonId(person))) {
      observed.columns.push_back(static_cast<std::uint32_t>(event.index()));
    }
    observed.offsets.push_back(observed.columns.size());
    if (person % 7 == 0) observed.offsets.push_back(observed.columns.size());
  }
  FastballSheet sheet;
  Fastball(observed).draw(5, RandomStream(seed, 0, 0), sheet, {});
  CHECK(sheet.columns.size() == observed.columns.size());
  for (std::size_t row = 0; row < observed.num_rows(); ++row) {
    const auto begin = sheet.columns.begin() + static_cast<std::ptrdiff_t>(observed.offsets[row]);
    const auto end = sheet.columns.begin() + static_cast<std::ptrdiff_t>(observed.offsets[row + 1]);
    std::sort(begin, end);
    CHECK(std::adjacent_find(begin, end) == end);
  }
  CHECK(sheet.columns != observed.columns);
  std::ranges::sort(sheet.columns);
  std::ranges::sort(observed.columns);
  CHECK(sheet.columns == observed.columns);
}

TEST_CASE("all matrices of the same margins are drawn alike", "[analysis][oracle]") {
  const auto rows = GENERATE(Rows{0b011, 0b101, 0b110}, Rows{0b001, 0b010, 0b100, 0b001}, Rows{0b0111, 0b0011, 0b1000},
                             Rows{0b0111, 0b1001, 0b1010, 0b0000}, Rows{0b0011, 0b0110, 0b0001, 0b1000});
  constexpr std::size_t num_columns = 4;
  const std::vector<Rows> matrices = all_alike(rows, num_columns);
  REQUIRE(matrices.size() > 2);
  const std::size_t samples = 2000 * matrices.size();
  const BinaryMatrix observed = matrix_of(rows, num_columns);
  const Fastball fastball(observed);
  FastballSheet sheet;
  std::map<Rows, double> drawn;
  for (std::size_t sample = 0; sample < samples; ++sample) {
    fastball.draw(10, RandomStream(1, 0, sample), sheet, {});
    ++drawn[rows_of(observed, sheet.columns)];
  }
  CHECK(drawn.size() == matrices.size());
  double chi_square = 0;
  for (const Rows& matrix : matrices) chi_square += std::pow(drawn[matrix] - 2000, 2) / 2000;
  // Four standard deviations above its mean.
  const auto freedom = static_cast<double>(matrices.size() - 1);
  INFO(matrices.size() << " matrices, chi-square " << chi_square);
  CHECK(chi_square < freedom + 4 * std::sqrt(2 * freedom));
}

TEST_CASE("shares of samples equal those of all matrices of the same margins", "[analysis][oracle]") {
  const auto rows = GENERATE(Rows{0b0111, 0b0111, 0b1001, 0b1000}, Rows{0b0011, 0b0011, 0b1100, 0b1100},
                             Rows{0b1111, 0b0001, 0b0001, 0b0110}, Rows{0b0011, 0b0111, 0b0110, 0b1001},
                             Rows{0b0001, 0b0011, 0b0110, 0b1101});
  const std::vector<Rows> matrices = all_alike(rows, 4);
  const EventGraph graph = graph_of(rows, 4);
  const PersonNetwork net = project(graph);
  const FdsmCounts counts = fdsm_counts(graph, net, {.samples = 20'000});
  const std::vector<Tie> ties = net.ties();
  REQUIRE(counts.at_least.size() == ties.size());
  for (std::size_t i = 0; i < ties.size(); ++i) {
    const auto [at_least, at_most] = exact_tails(matrices, ties[i]);
    INFO("tie " << i << " of " << matrices.size() << " matrices");
    check_share(counts.at_least[i], counts.samples, at_least);
    check_share(counts.at_most[i], counts.samples, at_most);
  }
}

TEST_CASE("shares of samples equal those of all matrices, for all matrices of four by four", "[analysis][oracle]") {
  constexpr std::size_t num_columns = 4;
  std::map<std::vector<int>, std::vector<Rows>> alike;
  for (std::uint32_t bits = 0; bits >> 16U == 0; ++bits) {
    const Rows rows{bits & 15U, bits >> 4U & 15U, bits >> 8U & 15U, bits >> 12U};
    alike[margins_of(rows, num_columns)].push_back(rows);
  }
  // Of matrices that differ in the order of persons or events only, those in one order.
  std::size_t looked_at = 0;
  for (const auto& [margins, matrices] : alike) {
    if (!std::is_sorted(margins.begin(), margins.begin() + 4, std::greater<>()) ||
        !std::is_sorted(margins.begin() + 4, margins.end(), std::greater<>()) || margins[1] == 0) {
      continue;
    }
    ++looked_at;
    const EventGraph graph = graph_of(matrices.front(), num_columns);
    const PersonNetwork net = project(graph);
    const FdsmCounts counts = fdsm_counts(graph, net, {.samples = 2000});
    const std::vector<Tie> ties = net.ties();
    for (std::size_t i = 0; i < ties.size(); ++i) {
      const auto [at_least, at_most] = exact_tails(matrices, ties[i]);
      INFO("tie " << i << " of " << matrices.size() << " matrices");
      check_share(counts.at_least[i], counts.samples, at_least);
      check_share(counts.at_most[i], counts.samples, at_most);
    }
  }
  CHECK(looked_at > 50);
}

TEST_CASE("who has far more events than most is dealt anew as all others", "[analysis][oracle]") {
  const EventGraph graph = two_busy_persons(100);
  const PersonNetwork net = project(graph, {.weight = Weight::newman});
  const FdsmCounts counts = fdsm_counts(graph, net, {.samples = 400, .trades_per_person = 20});
  REQUIRE(net.ties()[0].events == 100);
  CHECK(counts.at_least[0] == 0);
  CHECK(counts.at_most[0] == 400);
  // Less than the standard deviation of a single sample, which is above 3, by far.
  CHECK(counts.mean[0] == Approx(mean_shared_by_busy(100)).margin(0.8));
}

TEST_CASE("counts of samples agree with each other", "[analysis][property]") {
  const EventGraph graph = toy::random_events(40, 120, 5);
  const PersonNetwork net = project(graph);
  const FdsmCounts counts = fdsm_counts(graph, net, {.samples = 50});
  CHECK(counts.samples == 50);
  REQUIRE(counts.at_least.size() == net.num_ties());
  REQUIRE(counts.at_most.size() == net.num_ties());
  REQUIRE(counts.mean.size() == net.num_ties());
  for (std::size_t i = 0; i < net.num_ties(); ++i) {
    CHECK(counts.at_least[i] <= 50);
    CHECK(counts.at_most[i] <= 50);
    CHECK(counts.at_least[i] + counts.at_most[i] >= 50);
  }
}

TEST_CASE("ties that were left out of a network do not change the counts of others", "[analysis][property]") {
  const EventGraph graph = toy::random_events(40, 200, 6);
  const PersonNetwork all = project(graph);
  const PersonNetwork frequent = project(graph, {.min_events = 2});
  REQUIRE(frequent.num_ties() < all.num_ties());
  const FdsmCounts of_all = fdsm_counts(graph, all, {.samples = 20});
  const FdsmCounts of_frequent = fdsm_counts(graph, frequent, {.samples = 20});
  const std::vector<Tie> ties = all.ties();
  std::size_t next = 0;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    if (ties[i].events < 2) continue;
    CHECK(of_frequent.at_least[next] == of_all.at_least[i]);
    CHECK(of_frequent.mean[next++] == of_all.mean[i]);
  }
  CHECK(next == of_frequent.mean.size());
}

TEST_CASE("events without weight in the projection are not traded", "[analysis]") {
  const auto meeting = [](const std::string& id, EventType type, const std::vector<std::string>& persons) {
    Record record;
    record.id = id;
    record.type = type;
    for (const std::string& person : persons) {
      Participant participant;
      participant.id = participant.name = person;
      record.participants.push_back(participant);
    }
    return record;
  };
  std::vector<Record> records{meeting("e", EventType::meeting, {"ann", "bob"}),
                              meeting("f", EventType::meeting, {"cy", "di"})};
  const auto counts_of = [&] {
    const EventGraph graph = build_event_graph(records);
    return fdsm_counts(graph, project(graph), {.samples = 100});
  };
  const FdsmCounts meetings = counts_of();
  records.push_back(meeting("g", EventType::co_mention, {"ann", "bob", "cy"}));
  CHECK(counts_of() == meetings);
}

TEST_CASE("samples are the same for any number of threads and others for another seed", "[analysis]") {
  const EventGraph graph = toy::random_events(100, 300, 7);
  const PersonNetwork net = project(graph);
  const auto counts_of = [&](unsigned threads, std::uint64_t seed) {
    Run run;
    run.threads = threads;
    return fdsm_counts(graph, net, {.samples = 37, .seed = seed}, run);
  };
  const FdsmCounts alone = counts_of(1, 1);
  for (const unsigned threads : {2U, 3U, 8U}) CHECK(counts_of(threads, 1) == alone);
  CHECK(counts_of(1, 2) != alone);
}

TEST_CASE("samples of small sets", "[analysis]") {
  const auto counts_of = [](const std::vector<std::vector<std::string>>& events) {
    const EventGraph graph = toy::events_of(events);
    return fdsm_counts(graph, project(graph), {.samples = 10});
  };
  CHECK(counts_of({}).mean.empty());
  CHECK(counts_of({{"ann"}}).mean.empty());
  CHECK(counts_of({{"ann"}, {"bob"}}).at_least.empty());
  // Nothing can be traded in one event of all.
  const FdsmCounts all_met = counts_of({{"ann", "bob", "cy"}});
  CHECK(all_met.at_least == std::vector<std::uint32_t>{10, 10, 10});
  CHECK(all_met.at_most == all_met.at_least);
  CHECK(all_met.mean == std::vector<double>{1, 1, 1});
}

TEST_CASE("p-values count what was observed as a sample", "[analysis]") {
  CHECK(fdsm_p_value(0, 999) == 0.001);
  CHECK(fdsm_p_value(999, 999) == 1);
  CHECK(fdsm_p_value(4, 99) == 0.05);
  CHECK(fdsm_p_value(0, 0) == 1);
  CHECK_THROWS_AS(fdsm_p_value(11, 10), Error);
}

TEST_CASE("the least number of samples is the first that can reach the level", "[analysis]") {
  CHECK(fdsm_least_samples(1, 0.05) == 19);
  CHECK(fdsm_least_samples(1, 1) == 0);
  CHECK(fdsm_least_samples(0, 0.05) == 0);
  CHECK(fdsm_least_samples(1'000'000, 0.05) == 19'999'999);
  const auto tests = GENERATE(std::uint64_t{1}, std::uint64_t{3}, std::uint64_t{7}, std::uint64_t{12'345});
  const auto alpha = GENERATE(0.001, 0.01, 0.05, 0.1, 0.3, 0.999);
  const std::uint64_t least = fdsm_least_samples(tests, alpha);
  const double level = alpha / static_cast<double>(tests);
  CHECK(fdsm_p_value(0, static_cast<std::uint32_t>(least)) <= level);
  CHECK(fdsm_p_value(0, static_cast<std::uint32_t>(least - 1)) > level);
}

TEST_CASE("a level out of range or out of reach is refused", "[analysis]") {
  const auto alpha = GENERATE(0.0, -0.1, 1.1, std::nan(""));
  CHECK_THROWS_AS(fdsm_least_samples(1, alpha), Error);
  CHECK_THROWS_AS(fdsm_least_samples(std::uint64_t{1} << 60U, 0.05), Error);
  CHECK_THROWS_AS(fdsm_least_samples(1, 1e-320), Error);
}

TEST_CASE("samples refuse what does not fit", "[analysis]") {
  const EventGraph graph = toy::events_of({{"ann", "bob"}, {"ann", "bob"}, {"bob", "cy"}});
  const PersonNetwork net = project(graph);
  CHECK_THROWS_AS(fdsm_counts(graph, net, {.samples = 0}), Error);
  CHECK_THROWS_AS(fdsm_counts(graph, net, {.trades_per_person = 0}), Error);
  CHECK_THROWS_AS(fdsm_counts(graph, toy::path(4)), Error);
  CHECK_THROWS_AS(fdsm_counts(graph, toy::path(3)), Error);
  CHECK_NOTHROW(fdsm_counts(graph, net, {.samples = 1, .trades_per_person = 1}));
}

TEST_CASE("samples stop when they are asked to", "[analysis]") {
  const std::atomic<bool> stop = true;
  Run run;
  run.stop = &stop;
  const EventGraph graph = toy::events_of({{"ann", "bob"}, {"cy", "di"}});
  CHECK_THROWS_AS(fdsm_counts(graph, project(graph), {}, run), Error);
}
