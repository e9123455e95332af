#include "person_accounts.hpp"

#include <entente/core/error.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t largest_counted = 1000;  // participants whose partners are told apart

class PersonAccount {
 public:
  PersonAccount(const Bearers& bearers, const PersonClusters& clusters, NamedPersons named,
                const PersonConstraints& constraints, const PersonOptions& options)
      : bearers_(bearers),
        clusters_(clusters),
        options_(options),
        person_of_(std::move(named.person_of)),
        forms_(std::move(named.forms)),
        persons_(std::move(named.persons)),
        new_names_(persons_.size()),
        corrected_(bearers.all.size(), 0) {
    for (const std::vector<std::uint32_t>& same : constraints.same) {
      for (const std::uint32_t bearer : same) corrected_[bearer] = 1;
    }
    rename(constraints.renames);
  }

  PersonAssignment tell() {
    PersonAssignment told;
    tell_identities(told);
    tell_doubts(told);
    told.person_of.reserve(bearers_.of_participation.size());
    for (const std::uint32_t bearer : bearers_.of_participation) told.person_of.push_back(person_of_[bearer]);
    told.ids.reserve(persons_.size());
    for (FoundPerson& person : persons_) told.ids.push_back(std::move(person.id));
    told.new_names = std::move(new_names_);
    return told;
  }

 private:
  void rename(const std::vector<RenamedBearer>& renames) {
    std::map<std::uint32_t, const RenamedBearer*> rename_of;
    for (const RenamedBearer& one : renames) {
      const auto [entry, inserted] = rename_of.try_emplace(person_of_[one.bearer], &one);
      const RenamedBearer& other = *entry->second;
      if (!inserted && other.name != one.name) {
        throw Error(ErrorCode::bad_corrections,
                    "'" + terminal_safe(persons_[entry->first].id) + "' is named '" + terminal_safe(one.name) +
                        "' here and '" + terminal_safe(other.name) + "' by " + terminal_safe(to_string(other.place)),
                    one.place, "keep one of the two");
      }
      new_names_[entry->first] = one.name;
    }
  }

  [[nodiscard]] const std::string& name_of(std::uint32_t person) const {
    return new_names_[person].empty() ? persons_[person].usual : new_names_[person];
  }

  // The join that brought each bearer in: the surest one that it takes part in.
  [[nodiscard]] std::vector<std::uint32_t> joins() const {
    std::vector<std::uint32_t> join_of(bearers_.all.size(), none);
    for (std::uint32_t i = 0; i < clusters_.decided.size(); ++i) {
      const DecidedPair& one = clusters_.decided[i];
      if (one.decision != Decision::joined) continue;
      for (const std::uint32_t bearer : {one.pair.a, one.pair.b}) {
        std::uint32_t& join = join_of[bearer];
        if (join == none || clusters_.decided[join].pair.found.log_odds < one.pair.found.log_odds) join = i;
      }
    }
    return join_of;
  }

  void tell_identities(PersonAssignment& told) {
    const std::vector<std::uint32_t> join_of = joins();
    // The least sure join of each form, but for those of the bearer that the person began with.
    const std::vector<std::uint32_t> first = first_bearers();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> least_sure;
    for (std::size_t i = 0; i < bearers_.of_appearance.size(); ++i) {
      const std::uint32_t bearer = bearers_.of_appearance[i];
      if (join_of[bearer] == none || first[person_of_[bearer]] == bearer) continue;
      const auto [entry, inserted] =
          least_sure.try_emplace({person_of_[bearer], bearers_.told->appearances[i].name}, join_of[bearer]);
      if (!inserted &&
          std::pair(log_odds(join_of[bearer]), join_of[bearer]) < std::pair(log_odds(entry->second), entry->second)) {
        entry->second = join_of[bearer];
      }
    }
    const std::set<std::pair<std::uint32_t, std::uint32_t>> corrected = corrected_forms();
    told.identities.reserve(forms_.size());
    for (const PersonForm& form : forms_) {
      const FoundPerson& person = persons_[form.person];
      const std::string_view text = bearers_.told->names.text(form.name);
      Identity row{person.id, std::string(text), name_of(form.person), form.participations, 1, {}, {}};
      const bool usual = text == person.usual;
      if (usual) row.reason = person.id_given ? "identifier given, usual name" : "usual name";
      const auto join = least_sure.find({form.person, form.name});
      if (corrected.contains({form.person, form.name})) {
        row.reason += (usual ? "; " : "") + std::string("correction");
      } else if (join != least_sure.end()) {
        const PairEvidence& found = clusters_.decided[join->second].pair.found;
        row.score = probability(found.log_odds);
        row.reason += (usual ? "; " : "") + reasons_for(found);
        row.against = reasons_against(found);
      } else if (!usual) {
        row.reason = person.id_given ? "identifier given" : "same letters but for case, diacritics and transliteration";
      }
      told.identities.push_back(std::move(row));
    }
    std::ranges::sort(told.identities, {}, [](const Identity& one) { return std::tie(one.person, one.form); });
  }

  // Persons and forms that a correction joins.
  [[nodiscard]] std::set<std::pair<std::uint32_t, std::uint32_t>> corrected_forms() const {
    std::set<std::pair<std::uint32_t, std::uint32_t>> forms;
    for (std::size_t i = 0; i < bearers_.of_appearance.size(); ++i) {
      const std::uint32_t bearer = bearers_.of_appearance[i];
      if (corrected_[bearer] != 0) forms.emplace(person_of_[bearer], bearers_.told->appearances[i].name);
    }
    return forms;
  }

  [[nodiscard]] bool told_apart(const BearerPair& pair) const {
    const auto a = clusters_.apart.find(clusters_.person_of[pair.a]);
    const auto b = clusters_.apart.find(clusters_.person_of[pair.b]);
    return a != clusters_.apart.end() && b != clusters_.apart.end() && are_told_apart(a->second, b->second);
  }

  // Of each person the bearer with most participations whose name is the usual one.
  [[nodiscard]] std::vector<std::uint32_t> first_bearers() const {
    std::vector<std::uint32_t> first(persons_.size(), none);
    for (std::size_t i = 0; i < bearers_.of_appearance.size(); ++i) {
      const std::uint32_t bearer = bearers_.of_appearance[i];
      std::uint32_t& best = first[person_of_[bearer]];
      if (bearers_.told->names.text(bearers_.told->appearances[i].name) != persons_[person_of_[bearer]].usual) continue;
      if (best == none || std::tuple(bearers_.all[best].participations, bearer) <
                              std::tuple(bearers_.all[bearer].participations, best)) {
        best = bearer;
      }
    }
    return first;
  }

  [[nodiscard]] double log_odds(std::uint32_t decided) const { return clusters_.decided[decided].pair.found.log_odds; }

  void tell_doubts(PersonAssignment& told) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> surest;
    for (std::uint32_t i = 0; i < clusters_.decided.size(); ++i) {
      const DecidedPair& one = clusters_.decided[i];
      std::uint32_t a = person_of_[one.pair.a];
      std::uint32_t b = person_of_[one.pair.b];
      if (a == b || probability(one.pair.found.log_odds) < options_.doubtful || told_apart(one.pair)) continue;
      if (b < a) std::swap(a, b);
      const auto [entry, inserted] = surest.try_emplace({a, b}, i);
      if (!inserted && log_odds(entry->second) < log_odds(i)) entry->second = i;
    }
    told.num_doubts = surest.size();
    for (const auto& [pair, decided] : surest) told.doubts.push_back(doubt(pair.first, pair.second, decided));
    std::ranges::sort(told.doubts, [](const Doubt& x, const Doubt& y) {
      return std::tie(y.ties, y.score, x.person, x.other) < std::tie(x.ties, x.score, y.person, y.other);
    });
    told.doubts.resize(std::min(told.doubts.size(), options_.most_doubts));
  }

  Doubt doubt(std::uint32_t a, std::uint32_t b, std::uint32_t decided) {
    const auto weight = [this](std::uint32_t person) {
      return std::pair(persons_[person].participations, name_of(person).size());
    };
    if (weight(a) < weight(b)) std::swap(a, b);
    const DecidedPair& one = clusters_.decided[decided];
    Doubt row{persons_[a].id,
              name_of(a),
              persons_[b].id,
              name_of(b),
              probability(one.pair.found.log_odds),
              reasons_for(one.pair.found),
              reasons_against(one.pair.found),
              partners_of(b)};
    const std::string_view forbidden = one.decision == Decision::one_event       ? "both took part in one event"
                                       : one.decision == Decision::contradiction ? "other names of theirs contradict"
                                                                                 : "";
    if (!forbidden.empty()) row.against += (row.against.empty() ? "" : "; ") + std::string(forbidden);
    return row;
  }

  // How many persons somebody met; those of very large events are counted for each event.
  std::uint64_t partners_of(std::uint32_t person) {
    if (bearers_of_.empty()) {
      bearers_of_.resize(persons_.size());
      for (std::uint32_t i = 0; i < person_of_.size(); ++i) bearers_of_[person_of_[i]].push_back(i);
    }
    const auto known = partners_.find(person);
    if (known != partners_.end()) return known->second;
    std::unordered_set<std::uint32_t> partners;
    std::uint64_t others = 0;
    for (const std::uint32_t bearer : bearers_of_[person]) {
      for (const std::uint32_t record : bearers_.events_of(bearer)) {
        const auto company = bearers_.participants_of(record);
        if (company.size() > largest_counted) {
          others += company.size() - 1;
          continue;
        }
        for (const std::uint32_t one : company) {
          if (person_of_[one] != person) partners.insert(person_of_[one]);
        }
      }
    }
    return partners_[person] = partners.size() + others;
  }

  const Bearers& bearers_;
  const PersonClusters& clusters_;
  const PersonOptions& options_;
  std::vector<std::uint32_t> person_of_;  // by bearer
  std::vector<PersonForm> forms_;
  std::vector<FoundPerson> persons_;
  std::vector<std::string> new_names_;   // by person
  std::vector<std::uint8_t> corrected_;  // by bearer
  std::vector<std::vector<std::uint32_t>> bearers_of_;
  std::unordered_map<std::uint32_t, std::uint64_t> partners_;
};

}  // namespace

PersonAssignment account_for(const Bearers& bearers, const PersonClusters& clusters, NamedPersons named,
                             const PersonConstraints& constraints, const PersonOptions& options) {
  return PersonAccount(bearers, clusters, std::move(named), constraints, options).tell();
}

}  // namespace entente
