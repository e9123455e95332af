// Records are sorted by id first: whatever is chosen later by the order of the records does not depend on the order in
// which they came. Scores are sums of halves; the only floating point that is compared is exact.
#include "documents.hpp"
#include "merged_record.hpp"
#include "occasion_clusters.hpp"
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

std::uint64_t pairs_among(std::uint64_t persons) {
  return persons * (persons - std::min<std::uint64_t>(persons, 1)) / 2;
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
      if (clusters_.share_a_document(events.first, events.second) || !told.insert(events).second) continue;
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

void arrange(std::vector<OccasionDecision>& decisions) {
  std::ranges::sort(decisions, [](const OccasionDecision& a, const OccasionDecision& b) {
    if (a.verdict != b.verdict) return a.verdict == OccasionVerdict::doubtful;
    if (a.verdict == OccasionVerdict::doubtful) {
      return std::tuple(b.ties, b.score, std::tie(a.a, a.b)) < std::tuple(a.ties, a.score, std::tie(b.a, b.b));
    }
    return std::tie(a.a_event, a.a, a.b) < std::tie(b.a_event, b.a, b.b);
  });
}

std::vector<Record> merged_records(std::vector<Record> records, OccasionClusters& clusters) {
  std::vector<std::vector<Record>> members(records.size());
  for (std::uint32_t record = 0; record < records.size(); ++record) {
    members[clusters.root(record)].push_back(std::move(records[record]));
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

Occasions merge_occasions(std::vector<Record> records, const OccasionOptions& options, const Run& run) {
  validate(options);
  check_stop(run);
  std::ranges::sort(records, [](const Record& a, const Record& b) { return std::tie(a.id, a) < std::tie(b.id, b); });
  Occasions occasions;
  drop_repeated(records, occasions.decisions);

  const PersonNumbers persons(records);
  std::vector<Telling> tellings;
  tellings.reserve(records.size());
  std::vector<bool> eligible;
  eligible.reserve(records.size());
  for (const Record& record : records) {
    tellings.push_back(read_telling(record, persons));
    eligible.push_back(record.type != EventType::co_mention && !first_document(record).empty());
  }
  const Documents documents(records, options.copy_from, run);
  const std::vector<OccasionLink> links = find_links(records, tellings, documents, eligible, options, run);
  OccasionClusters clusters(tellings, documents);
  const std::vector<JudgedLink> judged = clusters.join(links, options.merge_from);

  Account account(records, tellings, persons, clusters);
  for (OccasionDecision& row : account.decisions(judged, options.review_from)) {
    occasions.decisions.push_back(std::move(row));
  }
  // What was dropped as repeated belongs to the event that the first of its kind has come to belong to.
  std::map<std::string_view, std::uint32_t> number_of;
  if (!occasions.decisions.empty()) {
    for (std::uint32_t record = 0; record < records.size(); ++record) number_of.emplace(records[record].id, record);
  }
  for (OccasionDecision& row : occasions.decisions) {
    if (row.verdict != OccasionVerdict::merged) continue;
    row.a_event = row.b_event = records[clusters.root(number_of.at(row.a))].id;
  }
  arrange(occasions.decisions);
  occasions.records = merged_records(std::move(records), clusters);
  return occasions;
}

}  // namespace entente
