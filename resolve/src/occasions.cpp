// Records are sorted first, by id: whatever is chosen later by the order of the records does not depend on the order in
// which they came. Scores are sums of halves; the only floating point that is compared is exact.
#include "documents.hpp"
#include "merged_record.hpp"
#include "occasion_clusters.hpp"
#include "occasion_decisions.hpp"
#include "occasion_links.hpp"
#include "telling.hpp"

#include <entente/core/error.hpp>
#include <entente/resolve/occasions.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace entente {

namespace {

void require(bool good, const char* message) {
  if (!good) throw Error(ErrorCode::bad_option, message);
}

void validate(const OccasionOptions& options) {
  require(options.merge_from > 0.5 && options.merge_from < 1, "merge_from must be above 0.5 and below 1");
  require(options.review_from >= 0 && options.review_from <= options.merge_from,
          "review_from must be at least 0 and at most merge_from");
  require(options.copy_from > 0 && options.copy_from <= 1, "copy_from must be above 0 and at most 1");
  require(options.max_compared >= 1, "max_compared must be at least 1");
}

std::string first_document(const Record& record) {
  return record.sources.empty() ? std::string() : record.sources.front().document;
}

// All but the id.
auto content_of(const Record& record) {
  return std::tie(record.sources, record.type, record.date, record.place, record.participants, record.mentions,
                  record.evidence, record.rule, record.confidence);
}

std::string joined(const std::vector<Weighed>& evidence, bool against) {
  std::string words;
  for (const Weighed& one : evidence) {
    if ((one.bits < 0) != against) continue;
    if (!words.empty()) words += "; ";
    words += one.words;
  }
  return words;
}

// Merges records of a document that are equal in everything but the id: the first stays.
void drop_repeated(std::vector<Record>& records, std::vector<OccasionDecision>& decisions) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t at = 0; at < records.size(); ++at) {
    if (!first_document(records[at]).empty()) order.push_back(at);
  }
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(content_of(records[a]), a) < std::pair(content_of(records[b]), b);
  });
  std::vector<bool> repeated(records.size(), false);
  for (std::size_t at = 1, first = 0; at < order.size(); ++at) {
    const Record& kept = records[order[first]];
    const Record& record = records[order[at]];
    if (content_of(kept) != content_of(record)) {
      first = at;
      continue;
    }
    repeated[order[at]] = true;
    std::set<std::string> persons;
    for (const Participant& participant : record.participants) persons.insert(participant.id);
    decisions.push_back({.verdict = OccasionVerdict::merged,
                         .a = kept.id,
                         .b = record.id,
                         .a_event = kept.id,
                         .b_event = kept.id,
                         .a_document = first_document(kept),
                         .b_document = first_document(record),
                         .score = 1,
                         .reason = "equal in everything",
                         .against = {},
                         .persons = {persons.begin(), persons.end()},
                         .ties = pairs_among(persons.size())});
  }
  std::size_t kept = 0;
  for (std::size_t at = 0; at < records.size(); ++at) {
    if (repeated[at]) continue;
    if (kept != at) records[kept] = std::move(records[at]);
    ++kept;
  }
  records.resize(kept);
}

class Account {
 public:
  Account(std::span<const Record> records, std::span<const Telling> tellings, const PersonNumbers& persons,
          OccasionClusters& clusters)
      : records_(records), tellings_(tellings), persons_(persons), clusters_(clusters) {}

  [[nodiscard]] std::vector<OccasionDecision> decisions(std::span<const JudgedLink> links, double review_from) {
    std::vector<OccasionDecision> rows;
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;
    for (const JudgedLink& one : links) {
      if (one.joined) {
        rows.push_back(decision(one));
        continue;
      }
      // The best of the links between two events speaks for all of them.
      const std::pair events = std::minmax({clusters_.root(one.link.a), clusters_.root(one.link.b)});
      if (one.share < review_from || events.first == events.second) continue;
      if (clusters_.are_kept_apart(events.first, events.second) || !told.insert(events).second) continue;
      rows.push_back(decision(one));
    }
    return rows;
  }

 private:
  [[nodiscard]] OccasionDecision decision(const JudgedLink& judged) {
    const OccasionLink& link = judged.link;
    const OccasionScore score = score_of(link, tellings_[link.a], tellings_[link.b]);
    std::vector<std::string> shared;
    for (const std::uint32_t person : shared_persons(tellings_[link.a], tellings_[link.b]))
      shared.push_back(persons_.id(person));
    OccasionDecision row{.verdict = judged.joined ? OccasionVerdict::merged : OccasionVerdict::doubtful,
                         .a = records_[link.a].id,
                         .b = records_[link.b].id,
                         .a_event = records_[clusters_.root(link.a)].id,
                         .b_event = records_[clusters_.root(link.b)].id,
                         .a_document = first_document(records_[link.a]),
                         .b_document = first_document(records_[link.b]),
                         .score = judged.share,
                         .reason = joined(score.evidence(), false),
                         .against = joined(score.evidence(), true),
                         .persons = std::move(shared)};
    if (judged.against_whole)
      row.against += (row.against.empty() ? "" : "; ") + std::string("other reports of the same event agree less");
    row.ties = pairs_among(row.persons.size());
    return row;
  }

  std::span<const Record> records_;
  std::span<const Telling> tellings_;
  const PersonNumbers& persons_;
  OccasionClusters& clusters_;
};

// Where records are found by their ids; those that were dropped as repeated are not.
using RecordNumbers = std::map<std::string_view, std::uint32_t>;

RecordNumbers numbers_of(std::span<const Record> records) {
  RecordNumbers numbers;
  for (std::uint32_t record = 0; record < records.size(); ++record) numbers.emplace(records[record].id, record);
  return numbers;
}

std::map<std::uint32_t, std::vector<ToldApart>> told_apart(std::span<const Record> records,
                                                           const OccasionOptions& options) {
  std::map<std::uint32_t, std::vector<ToldApart>> apart;
  std::vector<std::span<const std::string>> entries(options.different.begin(), options.different.end());
  if (!options.known.empty()) entries.emplace_back(options.known);
  if (entries.empty()) return apart;
  const RecordNumbers numbers = numbers_of(records);
  for (std::uint32_t entry = 0; entry < entries.size(); ++entry) {
    for (std::uint32_t side = 0; side < entries[entry].size(); ++side) {
      const auto number = numbers.find(entries[entry][side]);
      if (number != numbers.end()) apart[number->second].push_back({entry, side});
    }
  }
  return apart;
}

// The first record of an event gives its id: known ones come before others.
void sort_for_merging(std::vector<Record>& records, const std::vector<std::string>& known) {
  const std::unordered_set<std::string_view> known_ids(known.begin(), known.end());
  std::ranges::sort(records, [&](const Record& a, const Record& b) {
    const bool a_is_new = !known_ids.contains(a.id);
    const bool b_is_new = !known_ids.contains(b.id);
    return std::tie(a_is_new, a.id, a) < std::tie(b_is_new, b.id, b);
  });
}

// The first records of events that are to be divided: those of several records.
std::set<std::uint32_t> roots_to_divide(const std::vector<std::string>& ids, std::span<const OccasionDecision> repeated,
                                        const RecordNumbers& numbers, OccasionClusters& clusters) {
  std::map<std::string_view, std::string_view> kept_for;
  for (const OccasionDecision& row : repeated) kept_for.emplace(row.b, row.a);
  std::vector<std::uint32_t> sizes(numbers.size(), 0);
  for (std::uint32_t record = 0; record < sizes.size(); ++record) ++sizes[clusters.root(record)];
  std::set<std::uint32_t> roots;
  for (const std::string& id : ids) {
    const auto kept = kept_for.find(id);
    const auto number = numbers.find(kept == kept_for.end() ? std::string_view(id) : kept->second);
    if (number == numbers.end()) continue;
    const std::uint32_t root = clusters.root(number->second);
    if (sizes[root] > 1) roots.insert(root);
  }
  return roots;
}

// Gives each row the events that its records belong to now; what joined records of a divided event is no merge.
void tell_events(std::vector<OccasionDecision>& decisions, std::span<const Record> records,
                 const RecordNumbers& numbers, OccasionClusters& clusters, const std::set<std::uint32_t>& divided) {
  const auto event_of = [&](std::uint32_t record) {
    const std::uint32_t root = clusters.root(record);
    return records[divided.contains(root) ? record : root].id;
  };
  std::erase_if(decisions, [&](const OccasionDecision& row) {
    return row.verdict == OccasionVerdict::merged && numbers.contains(row.b) &&
           divided.contains(clusters.root(numbers.at(row.a)));
  });
  for (OccasionDecision& row : decisions) {
    row.a_event = event_of(numbers.at(row.a));
    row.b_event = row.verdict == OccasionVerdict::merged ? row.a_event : event_of(numbers.at(row.b));
  }
}

std::vector<DividedEvent> divided_events(std::span<const Record> records, OccasionClusters& clusters,
                                         const std::set<std::uint32_t>& divided) {
  std::map<std::uint32_t, DividedEvent> events;
  for (const std::uint32_t root : divided) events[root].event = records[root].id;
  for (std::uint32_t record = 0; record < records.size() && !divided.empty(); ++record) {
    const auto event = events.find(clusters.root(record));
    if (event != events.end()) event->second.records.push_back(records[record].id);
  }
  std::vector<DividedEvent> all;
  for (auto& [root, event] : events) all.push_back(std::move(event));
  return all;
}

std::vector<Record> merged_records(std::vector<Record> records, OccasionClusters& clusters,
                                   const std::set<std::uint32_t>& divided) {
  std::vector<std::vector<Record>> members(records.size());
  for (std::uint32_t record = 0; record < records.size(); ++record) {
    const std::uint32_t root = clusters.root(record);
    members[divided.contains(root) ? record : root].push_back(std::move(records[record]));
  }
  std::vector<Record> merged;
  for (std::uint32_t record = 0; record < members.size(); ++record) {
    if (members[record].empty()) continue;
    if (members[record].size() == 1) {
      merged.push_back(std::move(members[record].front()));
    } else {
      merged.push_back(merged_record(std::move(members[record]), clusters.date_of(record).date));
    }
  }
  return merged;
}

}  // namespace

bool may_have_other_reports(const Record& record) {
  return record.type != EventType::co_mention && !first_document(record).empty();
}

Occasions merge_occasions(std::vector<Record> records, const OccasionOptions& options, const Run& run) {
  validate(options);
  check_stop(run);
  sort_for_merging(records, options.known);
  Occasions occasions;
  drop_repeated(records, occasions.decisions);

  const PersonNumbers persons(records);
  std::vector<Telling> tellings;
  tellings.reserve(records.size());
  std::vector<bool> eligible;
  eligible.reserve(records.size());
  for (const Record& record : records) {
    tellings.push_back(read_telling(record, persons));
    eligible.push_back(may_have_other_reports(record));
  }
  const Documents documents(records, options.copy_from, run);
  const std::vector<OccasionLink> links = find_links(records, tellings, documents, eligible, options, run);
  OccasionClusters clusters(tellings, documents, told_apart(records, options));
  const std::vector<JudgedLink> judged = clusters.join(links, options.merge_from);

  std::set<std::uint32_t> divided;
  if (!options.split.empty()) {
    divided = roots_to_divide(options.split, occasions.decisions, numbers_of(records), clusters);
  }
  Account account(records, tellings, persons, clusters);
  for (OccasionDecision& row : account.decisions(judged, options.review_from)) {
    occasions.decisions.push_back(std::move(row));
  }
  if (!occasions.decisions.empty()) {
    const RecordNumbers numbers = numbers_of(records);
    tell_events(occasions.decisions, records, numbers, clusters, divided);
  }
  arrange(occasions.decisions);
  occasions.divided = divided_events(records, clusters, divided);
  occasions.records = merged_records(std::move(records), clusters, divided);
  if (!options.known.empty()) std::ranges::sort(occasions.records, {}, &Record::id);
  return occasions;
}

}  // namespace entente
