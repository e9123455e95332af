// Three passes over the ties: how many events any tie of two classes has at most; the tails of each such pair of
// classes; the test of each tie, looked up.
#include "class_pair_tests.hpp"

#include <entente/analysis/bicm.hpp>
#include <entente/analysis/hypergeometric.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t tested_persons_a_block = 1024;
constexpr std::size_t class_pairs_a_block = 64;
// Few ties have more events: they are tested one by one.
constexpr std::uint32_t greatest_tabled = 16;

/// A null model of classes of persons.
struct ClassModel {
  std::vector<std::uint32_t> class_of_person;  // [num_persons]
  std::vector<std::uint64_t> persons;          // [classes]
  std::function<std::vector<LogTails>(std::size_t, std::size_t, std::uint32_t most)> tails;
  std::function<LogTails(std::size_t, std::size_t, std::uint32_t x)> tails_at;
  std::function<double(std::size_t, std::size_t)> expected;
};

ClassModel class_model(Bicm fitted, const TestedMargins& margins, NullModel model) {
  ClassModel classes;
  classes.class_of_person = fitted.class_of_person;
  classes.persons.assign(fitted.persons.begin(), fitted.persons.end());
  if (model == NullModel::hypergeometric) {
    const std::uint64_t events = margins.events.size();
    const auto tails = [events, degrees = fitted.degrees](std::size_t a, std::size_t b, std::uint32_t most) {
      return hypergeometric_log_tails(events, degrees[a], degrees[b], most);
    };
    classes.tails = tails;
    classes.tails_at = [tails](std::size_t a, std::size_t b, std::uint32_t x) { return tails(a, b, x).back(); };
    classes.expected = [events, degrees = std::move(fitted.degrees)](std::size_t a, std::size_t b) {
      return static_cast<double>(degrees[a]) * degrees[b] / static_cast<double>(events);
    };
    return classes;
  }
  const auto trials = [fitted = std::move(fitted)](std::size_t a, std::size_t b) {
    std::vector<EqualTrials> of_pair(fitted.sizes.size());
    for (std::size_t size = 0; size < of_pair.size(); ++size) {
      const auto column = static_cast<Eigen::Index>(size);
      of_pair[size] = {fitted.probability(static_cast<Eigen::Index>(a), column) *
                           fitted.probability(static_cast<Eigen::Index>(b), column),
                       fitted.events[size]};
    }
    return of_pair;
  };
  classes.tails = [trials](std::size_t a, std::size_t b, std::uint32_t most) { return log_tails(trials(a, b), most); };
  classes.tails_at = [trials](std::size_t a, std::size_t b, std::uint32_t x) { return log_tails_at(trials(a, b), x); };
  classes.expected = [trials](std::size_t a, std::size_t b) { return expected_events(trials(a, b)); };
  return classes;
}

Bicm degree_classes(const TestedMargins& margins, NullModel model) {
  if (model == NullModel::sdsm) return fit_bicm(margins.degrees, margins.sizes);
  // The hypergeometric model asks for nothing but the degrees: all events may as well be of one size.
  Bicm classes;
  classes.degrees = margins.degrees;
  std::ranges::sort(classes.degrees);
  classes.degrees.erase(std::ranges::unique(classes.degrees).begin(), classes.degrees.end());
  classes.persons.assign(classes.degrees.size(), 0);
  for (const std::uint32_t degree : margins.degrees) {
    const auto place = std::ranges::lower_bound(classes.degrees, degree) - classes.degrees.begin();
    ++classes.persons[static_cast<std::size_t>(place)];
    classes.class_of_person.push_back(static_cast<std::uint32_t>(place));
  }
  return classes;
}

class ClassPairTests {
 public:
  ClassPairTests(const PersonNetwork& net, const ClassModel& model, Tail tail, const Run& run)
      : net_(net), model_(model), tail_(tail), workers_(run), cells_(cell(model.persons.size(), 0)) {}

  TieTests test() {
    survey();
    fill_tables();
    TieTests tests;
    tests.expected.resize(net_.num_ties());
    tests.log_p.resize(net_.num_ties());
    for_rows([&](const TieRow& row, std::uint64_t first, std::size_t) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::size_t pair = cell_of(row.a, row.others[i]);
        const std::uint32_t events = row.facts[i].events;
        tests.expected[first + i] = expected_[pair];
        tests.log_p[first + i] = events <= greatest_tabled ? tables_[starts_[pair] + events]
                                                           : log_p_of(tails_at(row.a, row.others[i], events), tail_);
      }
    });
    return tests;
  }

  /// The tests of the pairs without a tie.
  [[nodiscard]] std::vector<EqualTests> strangers() {
    const std::size_t classes = model_.persons.size();
    std::vector<EqualTests> tests(cells_);
    workers_.for_blocks(classes, 1, [&](std::size_t a, std::size_t, std::size_t) {
      for (std::size_t b = 0; b <= a; ++b) {
        const std::uint64_t persons = model_.persons[a];
        const std::uint64_t pairs = a == b ? persons * (persons - 1) / 2 : persons * model_.persons[b];
        const std::size_t pair = cell(a, b);
        if (pairs > ties_[pair]) tests[pair] = {log_p_of(model_.tails(a, b, 0).front(), tail_), pairs - ties_[pair]};
      }
    });
    std::erase_if(tests, [](const EqualTests& one) { return one.tests == 0; });
    return tests;
  }

 private:
  // Of two classes, in a triangle.
  static std::size_t cell(std::size_t a, std::size_t b) {
    const std::size_t greater = std::max(a, b);
    return greater * (greater + 1) / 2 + std::min(a, b);
  }
  [[nodiscard]] std::size_t class_of(PersonId person) const { return model_.class_of_person[person.index()]; }
  [[nodiscard]] std::size_t cell_of(PersonId a, PersonId b) const { return cell(class_of(a), class_of(b)); }
  [[nodiscard]] LogTails tails_at(PersonId a, PersonId b, std::uint32_t events) const {
    // In the order of classes, so that rounding does not depend on the order of persons.
    const auto [lesser, greater] = std::minmax({class_of(a), class_of(b)});
    return model_.tails_at(greater, lesser, events);
  }

  template <typename Visit>
  void for_rows(const Visit& visit) {
    workers_.for_blocks(net_.num_persons(), tested_persons_a_block,
                        [&](std::size_t begin, std::size_t end, std::size_t worker) {
                          for (std::size_t person = begin; person < end; ++person) {
                            visit(net_.ties_of(PersonId(person)), net_.first_tie(PersonId(person)), worker);
                          }
                        });
  }

  void survey() {
    struct Survey {
      std::vector<std::uint32_t> greatest;
      std::vector<std::uint32_t> ties;
    };
    std::vector<Survey> of_workers(workers_.count());
    for_rows([&](const TieRow& row, std::uint64_t, std::size_t worker) {
      Survey& seen = of_workers[worker];
      seen.greatest.resize(cells_);
      seen.ties.resize(cells_);
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::size_t pair = cell_of(row.a, row.others[i]);
        seen.greatest[pair] = std::max(seen.greatest[pair], row.facts[i].events);
        ++seen.ties[pair];
      }
    });
    greatest_.assign(cells_, 0);
    ties_.assign(cells_, 0);
    for (const Survey& seen : of_workers) {
      for (std::size_t pair = 0; pair < seen.ties.size(); ++pair) {
        greatest_[pair] = std::max(greatest_[pair], seen.greatest[pair]);
        ties_[pair] += seen.ties[pair];
      }
    }
  }

  void fill_tables() {
    struct ClassPair {
      std::size_t a;
      std::size_t b;
    };
    std::vector<ClassPair> met;
    starts_.assign(cells_, 0);
    std::uint64_t size = 0;
    for (std::size_t a = 0; a < model_.persons.size(); ++a) {
      for (std::size_t b = 0; b <= a; ++b) {
        const std::size_t pair = cell(a, b);
        if (ties_[pair] == 0) continue;
        met.push_back({a, b});
        starts_[pair] = size;
        size += std::min(greatest_[pair], greatest_tabled) + 1;
      }
    }
    tables_.resize(size);
    expected_.assign(cells_, 0);
    workers_.for_blocks(met.size(), class_pairs_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t i = begin; i < end; ++i) {
        const std::size_t pair = cell(met[i].a, met[i].b);
        expected_[pair] = model_.expected(met[i].a, met[i].b);
        const std::vector<LogTails> tails =
            model_.tails(met[i].a, met[i].b, std::min(greatest_[pair], greatest_tabled));
        for (std::size_t x = 0; x < tails.size(); ++x) tables_[starts_[pair] + x] = log_p_of(tails[x], tail_);
      }
    });
  }

  const PersonNetwork& net_;
  const ClassModel& model_;
  Tail tail_;
  Workers workers_;
  std::size_t cells_;
  std::vector<std::uint32_t> greatest_;  // number of events of any tie of two classes, [cells]
  std::vector<std::uint64_t> ties_;      // [cells]
  std::vector<std::uint64_t> starts_;    // of the tables, [cells]
  std::vector<double> expected_;         // [cells]
  std::vector<double> tables_;           // ln p by number of events
};

}  // namespace

TieTests test_by_class(const PersonNetwork& net, const TestedMargins& margins, const TieTestOptions& options,
                       std::vector<EqualTests>& strangers, const Run& run) {
  const ClassModel model = class_model(degree_classes(margins, options.model), margins, options.model);
  ClassPairTests by_class(net, model, options.tail, run);
  TieTests tests = by_class.test();
  if (options.tail != Tail::upper) strangers = by_class.strangers();
  return tests;
}

}  // namespace entente
