// Records are reduced to what is compared and sorted by id; pairs are then found by id, and among those that are left
// by the documents that they share.
#include <entente/core/unicode.hpp>
#include <entente/resolve/record_changes.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t most_records_a_key = 1000;  // a document with more of them is a list, whose ids must do

struct Compared {
  const Record* record = nullptr;
  std::map<std::string, const Participant*> persons;
  std::set<std::string> documents;
  std::optional<std::size_t> partner;
};

bool has_nameless_person(std::span<const Record> records) {
  return std::ranges::any_of(records, [](const Record& record) {
    return std::ranges::any_of(record.participants, [](const Participant& one) { return one.id.empty(); });
  });
}

std::vector<Compared> comparable(std::span<const Record> records, bool by_name) {
  std::vector<Compared> all;
  for (const Record& record : records) {
    Compared one{&record, {}, {}, {}};
    for (const Participant& participant : record.participants) {
      one.persons.emplace(by_name ? fold(participant.name) : participant.id, &participant);
    }
    for (const Source& source : record.sources) {
      if (!source.document.empty()) one.documents.insert(source.document);
    }
    all.push_back(std::move(one));
  }
  std::ranges::sort(all, [](const Compared& a, const Compared& b) {
    return std::tie(a.record->id, *a.record) < std::tie(b.record->id, *b.record);
  });
  return all;
}

std::size_t shared_persons(const Compared& a, const Compared& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a.persons, [&](const auto& person) { return b.persons.contains(person.first); }));
}

std::string date_text(const Record& record) { return record.date ? record.date->to_string() : std::string(); }

void match_by_id(std::vector<Compared>& before, std::vector<Compared>& after) {
  for (std::size_t old = 0, now = 0; old < before.size() && now < after.size();) {
    const std::string& old_id = before[old].record->id;
    const std::string& new_id = after[now].record->id;
    if (old_id == new_id) {
      const bool persons_agree =
          shared_persons(before[old], after[now]) > 0 || (before[old].persons.empty() && after[now].persons.empty());
      if (persons_agree) {
        before[old].partner = now;
        after[now].partner = old;
      }
      ++old;
      ++now;
    } else if (old_id < new_id) {
      ++old;
    } else {
      ++now;
    }
  }
}

std::vector<std::string> keys_of(const Compared& one) {
  if (one.documents.empty()) return {"d " + date_text(*one.record)};
  std::vector<std::string> keys;
  for (const std::string& document : one.documents) keys.push_back("f " + document);
  return keys;
}

// The rest pairs off by what is alike, the most alike first.
void match_by_content(std::vector<Compared>& before, std::vector<Compared>& after) {
  std::map<std::string, std::vector<std::size_t>> left;
  for (std::size_t old = 0; old < before.size(); ++old) {
    if (before[old].partner) continue;
    for (const std::string& key : keys_of(before[old])) left[key].push_back(old);
  }
  struct Pair {
    double likeness;
    std::size_t old;
    std::size_t now;
  };
  std::vector<Pair> pairs;
  for (std::size_t now = 0; now < after.size(); ++now) {
    if (after[now].partner) continue;
    for (const std::string& key : keys_of(after[now])) {
      const auto found = left.find(key);
      if (found == left.end() || found->second.size() > most_records_a_key) continue;
      for (const std::size_t old : found->second) {
        const std::size_t shared = shared_persons(before[old], after[now]);
        const std::size_t all = before[old].persons.size() + after[now].persons.size() - shared;
        if (shared < 2 && (shared == 0 || shared < all)) continue;
        double likeness = static_cast<double>(shared) / static_cast<double>(all);
        if (before[old].record->date == after[now].record->date) likeness += 1;
        if (before[old].record->type == after[now].record->type) likeness += 0.5;
        if (before[old].record->place == after[now].record->place) likeness += 0.25;
        pairs.push_back({likeness, old, now});
      }
    }
  }
  std::ranges::sort(pairs, [](const Pair& a, const Pair& b) {
    return std::tuple(-a.likeness, a.old, a.now) < std::tuple(-b.likeness, b.old, b.now);
  });
  for (const Pair& pair : pairs) {
    if (before[pair.old].partner || after[pair.now].partner) continue;
    before[pair.old].partner = pair.now;
    after[pair.now].partner = pair.old;
  }
}

std::string description_of(const Compared& one) {
  const std::string date = date_text(*one.record);
  std::string text = date.empty() ? "undated" : date;
  text += " ";
  text += to_string(one.record->type);
  if (!one.record->place.empty()) text += ", " + one.record->place;
  std::string_view separator = ": ";
  for (const auto& [key, person] : one.persons) {
    text += separator;
    text += person->name;
    separator = ", ";
  }
  return text;
}

class Changes {
 public:
  explicit Changes(std::string event) : event_(std::move(event)) {}

  void compare(std::string field, std::string_view before, std::string_view after) {
    if (before == after) return;
    rows_.push_back({ChangeKind::changed, event_, std::move(field), std::string(before), std::string(after)});
  }

  void compare_persons(const Compared& before, const Compared& after) {
    for (const auto& [key, person] : before.persons) {
      if (!after.persons.contains(key)) compare("participant", person->name, {});
    }
    for (const auto& [key, person] : after.persons) {
      const auto old = before.persons.find(key);
      if (old == before.persons.end()) {
        compare("participant", {}, person->name);
        continue;
      }
      const Participant& was = *old->second;
      compare("name of " + key, was.name, person->name);
      compare("country of " + key, was.country, person->country);
      compare("organisation of " + key, was.organisation, person->organisation);
      compare("position of " + key, was.position, person->position);
      compare("rank of " + key, was.rank, person->rank);
      compare("role of " + key, was.role ? to_string(*was.role) : std::string_view(),
              person->role ? to_string(*person->role) : std::string_view());
    }
  }

  void compare_documents(const Compared& before, const Compared& after) {
    for (const std::string& document : before.documents) {
      if (!after.documents.contains(document)) compare("document", document, {});
    }
    for (const std::string& document : after.documents) {
      if (!before.documents.contains(document)) compare("document", {}, document);
    }
  }

  [[nodiscard]] const std::vector<RecordChange>& rows() const { return rows_; }

 private:
  std::string event_;
  std::vector<RecordChange> rows_;
};

std::vector<RecordChange> changes_of(const Compared& before, const Compared& after) {
  Changes changes(after.record->id);
  changes.compare("id", before.record->id, after.record->id);
  changes.compare("type", to_string(before.record->type), to_string(after.record->type));
  changes.compare("date", date_text(*before.record), date_text(*after.record));
  changes.compare("place", before.record->place, after.record->place);
  changes.compare_persons(before, after);
  changes.compare_documents(before, after);
  return changes.rows();
}

}  // namespace

RecordChanges record_changes(std::span<const Record> before, std::span<const Record> after) {
  const bool by_name = has_nameless_person(before) || has_nameless_person(after);
  std::vector<Compared> old_ones = comparable(before, by_name);
  std::vector<Compared> new_ones = comparable(after, by_name);
  match_by_id(old_ones, new_ones);
  match_by_content(old_ones, new_ones);

  RecordChanges result;
  for (const Compared& one : new_ones) {
    if (one.partner) continue;
    ++result.added;
    result.changes.push_back({ChangeKind::added, one.record->id, "event", {}, description_of(one)});
  }
  for (const Compared& one : old_ones) {
    if (one.partner) continue;
    ++result.gone;
    result.changes.push_back({ChangeKind::gone, one.record->id, "event", description_of(one), {}});
  }
  for (const Compared& one : new_ones) {
    if (!one.partner) continue;
    std::vector<RecordChange> changes = changes_of(old_ones[*one.partner], one);
    ++(changes.empty() ? result.same : result.changed);
    std::ranges::move(changes, std::back_inserter(result.changes));
  }
  return result;
}

}  // namespace entente
