#include "person_clusters.hpp"

#include "name_match.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t most_compared = 16;
constexpr std::uint64_t rare_spelling = 20;  // as many times is the usual one told
constexpr std::size_t small_event = 64;
constexpr double hostile_context = -3;
constexpr Day longest_gap = 5 * 366;  // between a name told in part and whoever may be meant

// The persons so far: a forest of bearers whose roots are the least of each person.
class Persons {
 public:
  Persons(const Bearers& bearers, const NamePairs& names, const PersonWeights& weights, double least,
          const PersonConstraints& constraints)
      : bearers_(bearers),
        slips_(names.slips),
        weights_(weights),
        least_(least),
        root_(bearers.all.size()),
        members_(bearers.all.size()),
        weightiest_(bearers.all.size()),
        id_(bearers.all.size()),
        num_events_(bearers.all.size()),
        corrected_(bearers.all.size(), 0),
        apart_(constraints.apart) {
    std::iota(root_.begin(), root_.end(), 0U);
    for (std::uint32_t i = 0; i < bearers.all.size(); ++i) {
      id_[i] = bearers.all[i].id;
      num_events_[i] = bearers.events_of(i).size();
    }
    for (const std::vector<std::uint32_t>& same : constraints.same) {
      for (const std::uint32_t bearer : same) {
        corrected_[bearer] = 1;
        join(same.front(), bearer);
      }
    }
    std::map<std::uint32_t, std::uint32_t> bearer_of_id;
    for (std::uint32_t i = 0; i < bearers.all.size(); ++i) {
      if (bearers.all[i].id == 0) continue;
      const auto [entry, inserted] = bearer_of_id.try_emplace(bearers.all[i].id, i);
      if (!inserted && !told_apart(find(entry->second), find(i))) join(entry->second, i);
    }
  }

  std::uint32_t find(std::uint32_t bearer) {
    while (root_[bearer] != bearer) bearer = root_[bearer] = root_[root_[bearer]];
    return bearer;
  }

  // Joined, or why not.
  Decision try_join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return Decision::same;
    if (told_apart(a, b)) return Decision::told_apart;
    if (id_[a] != 0 && id_[b] != 0) return Decision::contradiction;
    if (contradict(a, b)) return Decision::contradiction;
    if (met(a, b)) return Decision::one_event;
    join(a, b);
    return Decision::joined;
  }

  // Whether the person has a name that is told in full.
  [[nodiscard]] bool is_told_in_full(std::uint32_t bearer) {
    return std::ranges::any_of(members(find(bearer)), [&](std::uint32_t member) {
      return completeness_of(bearers_, member) != Completeness::name_in_part;
    });
  }

  // What corrections tell of the persons, by root.
  [[nodiscard]] const std::map<std::uint32_t, std::vector<ToldApart>>& apart() const { return apart_; }

 private:
  [[nodiscard]] bool told_apart(std::uint32_t a, std::uint32_t b) const {
    const auto one = apart_.find(a);
    const auto other = apart_.find(b);
    return one != apart_.end() && other != apart_.end() && are_told_apart(one->second, other->second);
  }

  [[nodiscard]] std::span<const std::uint32_t> members(std::uint32_t root) const {
    return members_[root].empty() ? std::span(root_).subspan(root, 1) : std::span(members_[root]);
  }

  // The bearers to compare: those who took part most, ties by number.
  [[nodiscard]] std::span<const std::uint32_t> weightiest(std::uint32_t root) const {
    return weightiest_[root].empty() ? std::span(root_).subspan(root, 1) : std::span(weightiest_[root]);
  }

  struct Spelling {
    std::uint32_t bearer = 0;
    bool rare = false;  // beside the name that the person usually bears
  };

  // Of these, not the slips: they resemble one frequent name, and may be far from other spellings of it.
  [[nodiscard]] std::vector<Spelling> telling(std::uint32_t root) const {
    std::vector<Spelling> spellings;
    const std::uint64_t usual = told_by_name(root, weightiest(root).front());
    for (const std::uint32_t bearer : weightiest(root)) {
      if (slips_[bearers_.all[bearer].name] != 0) continue;
      spellings.push_back({bearer, told_by_name(root, bearer) * rare_spelling <= usual});
    }
    return spellings;
  }

  // How often those who are compared bear the name.
  [[nodiscard]] std::uint64_t told_by_name(std::uint32_t root, std::uint32_t bearer) const {
    std::uint64_t participations = 0;
    for (const std::uint32_t other : weightiest(root)) {
      if (bearers_.all[other].name == bearers_.all[bearer].name) participations += bearers_.all[other].participations;
    }
    return participations;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return;
    const std::uint32_t root = std::min(a, b);
    const std::uint32_t other = std::max(a, b);
    std::vector<std::uint32_t> compared(weightiest(a).begin(), weightiest(a).end());
    compared.insert(compared.end(), weightiest(b).begin(), weightiest(b).end());
    std::ranges::sort(compared, [&](std::uint32_t x, std::uint32_t y) {
      return std::tuple(bearers_.all[y].participations, x) < std::tuple(bearers_.all[x].participations, y);
    });
    compared.resize(std::min(compared.size(), most_compared));
    weightiest_[other] = {};
    weightiest_[root] = std::move(compared);
    if (members_[root].empty()) members_[root] = {root};
    if (members_[other].empty()) members_[other] = {other};
    std::vector<std::uint32_t> all = std::move(members_[root]);
    std::vector<std::uint32_t> fewer = std::move(members_[other]);
    if (all.size() < fewer.size()) all.swap(fewer);
    all.insert(all.end(), fewer.begin(), fewer.end());
    members_[other] = {};
    members_[root] = std::move(all);
    root_[other] = root;
    if (id_[root] == 0) id_[root] = id_[other];
    num_events_[root] += num_events_[other];
    const auto apart = apart_.find(other);
    if (apart == apart_.end()) return;
    std::vector<ToldApart> both;
    std::ranges::set_union(apart_[root], apart->second, std::back_inserter(both));
    apart_[root] = std::move(both);
    apart_.erase(other);
  }

  [[nodiscard]] std::size_t num_words(std::uint32_t bearer) const {
    return bearers_.parts[bearers_.all[bearer].name].words.size();
  }

  [[nodiscard]] bool contradict(std::uint32_t a, std::uint32_t b) const {
    const std::vector<Spelling> of_a = telling(a);
    const std::vector<Spelling> of_b = telling(b);
    const std::size_t usual_words = std::min(num_words(weightiest(a).front()), num_words(weightiest(b).front()));
    for (const auto& [x, x_is_rare] : of_a) {
      for (const auto& [y, y_is_rare] : of_b) {
        // What is rare beside the usual name was compared to that; in another spelling, or with a word more than the
        // other, it tells nothing. John F. and John G. Smith are two, however often John Smith is told.
        const bool both_tell_more = num_words(x) > usual_words && num_words(y) > usual_words;
        if (!both_tell_more && (x_is_rare || y_is_rare)) continue;
        if (bearers_contradict(x, y) && !goes_by_another(a, x, y) && !goes_by_another(b, y, x)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool bearers_contradict(std::uint32_t x, std::uint32_t y) const {
    const Bearer& one = bearers_.all[std::min(x, y)];
    const Bearer& two = bearers_.all[std::max(x, y)];
    NameComparison names = compare_parts(bearers_.parts[one.name], bearers_.parts[two.name], weights_);
    if (one.name == two.name) names.agreement = NameAgreement::full;
    if (names.agreement == NameAgreement::contradiction) return true;
    const PairEvidence found = weigh(bearers_, std::min(x, y), std::max(x, y), names, weights_);
    return found.context <= hostile_context && found.log_odds < least_;
  }

  // Whether a correction gives the person of `x` another name that does not contradict `y`.
  [[nodiscard]] bool goes_by_another(std::uint32_t root, std::uint32_t x, std::uint32_t y) const {
    return corrected_[x] != 0 && std::ranges::any_of(weightiest(root), [&](std::uint32_t other) {
             return other != x && corrected_[other] != 0 && !bearers_contradict(other, y);
           });
  }

  // Two names of one event are two persons, unless it is one name, told twice.
  [[nodiscard]] bool told_twice(std::uint32_t x, std::uint32_t y) const {
    const Bearer& one = bearers_.all[x];
    const Bearer& two = bearers_.all[y];
    const auto compatible = [](std::uint32_t p, std::uint32_t q) { return p == 0 || q == 0 || p == q; };
    return one.name == two.name && compatible(one.country, two.country) && compatible(one.id, two.id) &&
           (one.office == two.office || !one.office.is_known() || !two.office.is_known());
  }

  [[nodiscard]] bool met(std::uint32_t a, std::uint32_t b) {
    if (std::tie(num_events_[b], b) < std::tie(num_events_[a], a)) std::swap(a, b);
    for (const std::uint32_t x : members(a)) {
      for (const std::uint32_t record : bearers_.events_of(x)) {
        const auto company = bearers_.participants_of(record);
        if (company.size() <= small_event) {
          for (const std::uint32_t y : company) {
            if (y != x && find(y) == b && !told_twice(x, y)) return true;
          }
        } else {
          for (const std::uint32_t y : members(b)) {
            if (std::ranges::binary_search(bearers_.events_of(y), record) && !told_twice(x, y)) return true;
          }
        }
      }
    }
    return false;
  }

  const Bearers& bearers_;
  const std::vector<std::uint8_t>& slips_;  // by name
  const PersonWeights& weights_;
  double least_;
  std::vector<std::uint32_t> root_;
  std::vector<std::vector<std::uint32_t>> members_;        // by root; empty: itself alone
  std::vector<std::vector<std::uint32_t>> weightiest_;     // by root; empty: itself alone
  std::vector<std::uint32_t> id_;                          // by root
  std::vector<std::uint64_t> num_events_;                  // by root
  std::vector<std::uint8_t> corrected_;                    // by bearer: corrections say whose it is
  std::map<std::uint32_t, std::vector<ToldApart>> apart_;  // by root
};

class Agglomeration {
 public:
  Agglomeration(const Bearers& bearers, const std::vector<BearerPair>& pairs, const NamePairs& names,
                const PersonWeights& weights, double least, const PersonConstraints& constraints)
      : bearers_(bearers),
        crowded_names_(names.crowded),
        weights_(weights),
        least_(least),
        persons_(bearers, names, weights, least, constraints) {
    found_.decided.reserve(pairs.size());
    for (const BearerPair& pair : pairs) found_.decided.push_back({pair});
  }

  PersonClusters run() {
    // What is told in full, then among those told less, from the surest kind on.
    join_pairs(pairs_of(Completeness::full, Completeness::full));
    join_pairs(pairs_of(Completeness::without_country, Completeness::without_country));
    join_where_clear(pairs_of(Completeness::full, Completeness::without_country), Completeness::without_country);
    std::vector<std::uint32_t> in_part = pairs_of(Completeness::full, Completeness::name_in_part);
    const std::vector<std::uint32_t> more = pairs_of(Completeness::without_country, Completeness::name_in_part);
    in_part.insert(in_part.end(), more.begin(), more.end());
    join_where_clear(std::move(in_part), Completeness::name_in_part);
    const std::vector<std::uint32_t> both_in_part = pairs_of(Completeness::name_in_part, Completeness::name_in_part);
    join_pairs(both_in_part);
    join_left_alone(both_in_part);
    found_.person_of.resize(bearers_.all.size());
    for (std::uint32_t i = 0; i < bearers_.all.size(); ++i) found_.person_of[i] = persons_.find(i);
    found_.apart = persons_.apart();
    return std::move(found_);
  }

 private:
  // Places in `decided`.
  [[nodiscard]] std::vector<std::uint32_t> pairs_of(Completeness one, Completeness two) const {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < found_.decided.size(); ++i) {
      const BearerPair& pair = found_.decided[i].pair;
      const Completeness a = completeness_of(bearers_, pair.a);
      const Completeness b = completeness_of(bearers_, pair.b);
      if ((a == one && b == two) || (a == two && b == one)) places.push_back(i);
    }
    return places;
  }

  void join_pairs(std::vector<std::uint32_t> places) {
    std::ranges::sort(places, [&](std::uint32_t x, std::uint32_t y) {
      return std::tuple(-found_.decided[x].pair.found.log_odds, x) <
             std::tuple(-found_.decided[y].pair.found.log_odds, y);
    });
    for (const std::uint32_t place : places) {
      DecidedPair& one = found_.decided[place];
      one.decision = one.pair.found.log_odds < least_ ? Decision::apart : persons_.try_join(one.pair.a, one.pair.b);
    }
  }

  void join_where_clear(std::vector<std::uint32_t> places, Completeness incomplete) {
    const auto incomplete_of = [&](std::uint32_t place) {
      const BearerPair& pair = found_.decided[place].pair;
      return completeness_of(bearers_, pair.a) == incomplete ? pair.a : pair.b;
    };
    std::ranges::sort(places, {}, [&](std::uint32_t place) { return std::pair(incomplete_of(place), place); });
    for (std::size_t begin = 0; begin < places.size();) {
      std::size_t end = begin;
      while (end < places.size() && incomplete_of(places[end]) == incomplete_of(places[begin])) ++end;
      count_bearers(incomplete_of(places[begin]), std::span(places).subspan(begin, end - begin));
      begin = end;
    }
    join_pairs(std::move(places));
  }

  // A lone name whose offices have no class was divided by their wording only to see whose each could be. What nobody
  // in full could be meant by is one person again.
  void join_left_alone(const std::vector<std::uint32_t>& places) {
    for (const std::uint32_t place : places) {
      DecidedPair& one = found_.decided[place];
      const Bearer& a = bearers_.all[one.pair.a];
      const Bearer& b = bearers_.all[one.pair.b];
      const bool divided = a.name == b.name && a.country == b.country && a.office == b.office && a.wording != b.wording;
      if (!divided || one.decision != Decision::apart) continue;
      if (persons_.is_told_in_full(one.pair.a) || persons_.is_told_in_full(one.pair.b)) continue;
      one.decision = persons_.try_join(one.pair.a, one.pair.b);
    }
  }

  [[nodiscard]] bool may_be_meant(const BearerPair& pair) const {
    const Bearer& a = bearers_.all[pair.a];
    const Bearer& b = bearers_.all[pair.b];
    const bool in_part = completeness_of(bearers_, pair.a) == Completeness::name_in_part ||
                         completeness_of(bearers_, pair.b) == Completeness::name_in_part;
    const bool long_apart =
        in_part && a.is_dated() && b.is_dated() && (a.first > b.last + longest_gap || b.first > a.last + longest_gap);
    return pair.found.context > hostile_context && !long_apart;
  }

  // Adds to each of the pairs of an incomplete bearer whether one or several persons could be meant.
  void count_bearers(std::uint32_t incomplete, std::span<const std::uint32_t> places) {
    std::set<std::uint32_t> meant;
    std::set<std::uint32_t> in_office;
    for (const std::uint32_t place : places) {
      const BearerPair& pair = found_.decided[place].pair;
      if (!may_be_meant(pair)) continue;
      const std::uint32_t person = persons_.find(pair.a == incomplete ? pair.b : pair.a);
      meant.insert(person);
      if ((pair.found.evidence & office_equal) != 0) in_office.insert(person);
    }
    // Names in full share a block of their own; a name in part may have been compared with some of many only.
    const bool crowded = crowded_names_[bearers_.all[incomplete].name] != 0 &&
                         completeness_of(bearers_, incomplete) == Completeness::name_in_part;
    const std::set<std::uint32_t>& clear = in_office.size() == 1 ? in_office : meant;
    for (const std::uint32_t place : places) {
      BearerPair& pair = found_.decided[place].pair;
      const std::uint32_t person = persons_.find(pair.a == incomplete ? pair.b : pair.a);
      const bool single = !crowded && clear.size() == 1 && clear.contains(person);
      // Where the country is not told, others whom nobody told of could be meant as well.
      const double share = (pair.found.evidence & country_equal) != 0 ? 1.0 : .5;
      pair.found.log_odds += single ? share * weights_.single_bearer : weights_.several_bearers;
      pair.found.evidence |= single ? single_bearer : several_bearers;
    }
  }

  const Bearers& bearers_;
  const std::vector<std::uint8_t>& crowded_names_;
  const PersonWeights& weights_;
  double least_;
  Persons persons_;
  PersonClusters found_;
};

}  // namespace

PersonClusters cluster_persons(const Bearers& bearers, const std::vector<BearerPair>& pairs, const NamePairs& names,
                               const PersonWeights& weights, double least_log_odds,
                               const PersonConstraints& constraints) {
  return Agglomeration(bearers, pairs, names, weights, least_log_odds, constraints).run();
}

}  // namespace entente
