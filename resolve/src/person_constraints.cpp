#include "person_constraints.hpp"

#include "person_references.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::uint32_t no_entry = std::numeric_limits<std::uint32_t>::max();

// The sides of an entry of `different`.
std::vector<std::vector<std::uint32_t>> sides_of(const PersonReferences& references, const PersonGroup& group,
                                                 std::set<std::uint32_t>& taken_away) {
  std::vector<MeantBearers> meant;
  for (const PersonReference& person : group.persons) meant.push_back(references.find(person));
  std::vector<std::vector<std::uint32_t>> sides;
  for (std::size_t i = 0; i < meant.size(); ++i) {
    std::vector<std::uint32_t> side = meant[i].bearers;
    for (std::size_t k = 0; k < meant.size(); ++k) {
      if (k == i || meant[k].whole) continue;
      std::vector<std::uint32_t> rest;
      std::ranges::set_difference(side, meant[k].bearers, std::back_inserter(rest));
      if (meant[i].whole) {
        std::ranges::set_intersection(side, meant[k].bearers, std::inserter(taken_away, taken_away.end()));
        side = std::move(rest);
      } else if (rest.size() < side.size()) {
        side.clear();
      }
    }
    const bool repeated = meant[i].whole && std::ranges::count_if(meant, [&](const MeantBearers& one) {
                                              return one.whole && one.bearers == meant[i].bearers;
                                            }) > 1;
    if (side.empty() || repeated) {
      throw Error(ErrorCode::bad_corrections,
                  "'" + terminal_safe(group.persons[i].text) + "' is told apart from itself", group.persons[i].place,
                  "name the forms that another person bears");
    }
    sides.push_back(std::move(side));
  }
  return sides;
}

// Entries of `same`, tied where they share a bearer.
class SameEntries {
 public:
  explicit SameEntries(const std::vector<std::vector<std::uint32_t>>& same) : same_(same) {
    for (std::uint32_t entry = 0; entry < same.size(); ++entry) {
      for (const std::uint32_t bearer : same[entry]) entries_of_[bearer].push_back(entry);
    }
  }

  // The least chain of entries that makes one person of a bearer of each; empty if there is none.
  [[nodiscard]] std::vector<std::uint32_t> chain(const std::vector<std::uint32_t>& from,
                                                 const std::vector<std::uint32_t>& to) const {
    std::vector<std::uint32_t> before(same_.size(), no_entry);
    std::vector<std::uint32_t> queue;
    const auto reach = [&](const std::vector<std::uint32_t>& bearers, std::optional<std::uint32_t> by) {
      for (const std::uint32_t bearer : bearers) {
        const auto entries = entries_of_.find(bearer);
        if (entries == entries_of_.end()) continue;
        for (const std::uint32_t entry : entries->second) {
          if (before[entry] != no_entry) continue;
          before[entry] = by.value_or(entry);
          queue.push_back(entry);
        }
      }
    };
    reach(from, {});
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const std::vector<std::uint32_t>& bearers = same_[queue[at]];
      if (std::ranges::find_first_of(bearers, to) != bearers.end()) return chain_to(queue[at], before);
      reach(bearers, queue[at]);
    }
    return {};
  }

 private:
  [[nodiscard]] static std::vector<std::uint32_t> chain_to(std::uint32_t entry,
                                                           const std::vector<std::uint32_t>& before) {
    std::vector<std::uint32_t> entries{entry};
    while (before[entries.back()] != entries.back()) entries.push_back(before[entries.back()]);
    std::ranges::reverse(entries);
    return entries;
  }

  const std::vector<std::vector<std::uint32_t>>& same_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> entries_of_;
};

void require_no_chain(const SameEntries& entries, const std::vector<std::vector<std::uint32_t>>& sides,
                      const PersonGroup& group, const std::vector<PersonGroup>& same) {
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (std::size_t k = i + 1; k < sides.size(); ++k) {
      const std::vector<std::uint32_t> chain = entries.chain(sides[i], sides[k]);
      if (chain.empty()) continue;
      std::string places;
      for (const std::uint32_t entry : chain) places += (places.empty() ? "" : " and ") + to_string(same[entry].place);
      throw Error(ErrorCode::bad_corrections,
                  "'" + terminal_safe(group.persons[i].text) + "' and '" + terminal_safe(group.persons[k].text) +
                      "' are one person by " + terminal_safe(places),
                  group.place, "take one of the entries back");
    }
  }
}

// Leaves out whoever is unknown, and entries that say nothing without them.
PersonCorrections still_open(PersonCorrections corrections, const PersonReferences& references,
                             std::vector<Place>& settled) {
  const auto is_unknown = [&](const PersonReference& person) {
    if (references.knows(person)) return false;
    settled.push_back(person.place);
    return true;
  };
  for (std::vector<PersonGroup>* groups : {&corrections.same, &corrections.different}) {
    for (PersonGroup& group : *groups) std::erase_if(group.persons, is_unknown);
    std::erase_if(*groups, [](const PersonGroup& group) { return group.persons.size() < 2; });
  }
  std::erase_if(corrections.renames, [&](const PersonRename& rename) { return is_unknown(rename.person); });
  return corrections;
}

}  // namespace

PersonConstraints person_constraints(const Bearers& bearers, const NamedPersons& known, const PersonCorrections& told) {
  const PersonReferences references(bearers, known);
  PersonConstraints constraints;
  const PersonCorrections corrections = told.were_applied ? still_open(told, references, constraints.settled) : told;
  for (const PersonGroup& group : corrections.same) {
    std::vector<std::uint32_t>& together = constraints.same.emplace_back();
    for (const PersonReference& person : group.persons) {
      const MeantBearers meant = references.find(person);
      together.insert(together.end(), meant.bearers.begin(), meant.bearers.end());
    }
  }
  const SameEntries entries(constraints.same);
  for (std::uint32_t entry = 0; entry < corrections.different.size(); ++entry) {
    const PersonGroup& group = corrections.different[entry];
    const std::vector<std::vector<std::uint32_t>> sides = sides_of(references, group, constraints.taken_away);
    require_no_chain(entries, sides, group, corrections.same);
    for (std::uint32_t side = 0; side < sides.size(); ++side) {
      for (const std::uint32_t bearer : sides[side]) constraints.apart[bearer].push_back({entry, side});
    }
  }
  for (const PersonRename& rename : corrections.renames) {
    const std::vector<std::uint32_t> meant = references.find(rename.person).bearers;
    const auto most = std::ranges::max_element(
        meant, {}, [&](std::uint32_t bearer) { return std::pair(bearers.all[bearer].participations, ~bearer); });
    constraints.renames.push_back({*most, rename.name, rename.place});
  }
  return constraints;
}

FormerIds former_ids(const Bearers& bearers, const NamedPersons& known, const PersonConstraints& constraints,
                     const std::vector<std::uint32_t>& person_of) {
  FormerIds former;
  std::vector<std::map<std::uint32_t, std::uint64_t>> heirs(known.persons.size());
  for (std::uint32_t bearer = 0; bearer < bearers.all.size(); ++bearer) {
    const bool taken_away = constraints.taken_away.contains(bearer);
    heirs[known.person_of[bearer]][person_of[bearer]] += taken_away ? 0 : bearers.all[bearer].participations;
  }
  std::vector<std::uint32_t> order(known.persons.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(known.persons[b].participations, a) < std::tie(known.persons[a].participations, b);
  });
  std::vector<std::uint32_t> named_first;
  for (const std::vector<std::uint32_t>& same : constraints.same) named_first.push_back(known.person_of[same.front()]);
  order.insert(order.begin(), named_first.begin(), named_first.end());
  former.of_person.resize(bearers.all.empty() ? 0 : std::ranges::max(person_of) + std::size_t{1});
  std::vector<bool> kept(known.persons.size(), false);
  for (const std::uint32_t person : order) {
    if (kept[person]) continue;
    const auto heir = std::ranges::max_element(heirs[person], {},
                                               [](const auto& entry) { return std::pair(entry.second, ~entry.first); });
    std::string& id = former.of_person[heir->first];
    if (!id.empty()) continue;
    id = known.persons[person].id;
    kept[person] = true;
  }
  for (const FoundPerson& person : known.persons) former.taken.push_back(person.id);
  return former;
}

}  // namespace entente
