#pragma once

#include <entente/core/error.hpp>
#include <entente/core/record.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// How records of one occasion are found. What each rule weighs stands in docs/occasions.md.
struct OccasionOptions {
  double merge_from = 0.9;   ///< records are one occasion from this score on; above 0.5, below 1
  double review_from = 0.5;  ///< what scores this much and is not merged is listed as doubtful; 0 to `merge_from`
  double copy_from = 0.7;    ///< documents whose evidence shares this much of its wording are copies; above 0, to 1
  /// A record is compared with at most this many others for each two of its participants and each kind of date; 1 or
  /// more. Bounds the work where thousands of records tell of the same two persons on one day.
  std::uint32_t max_compared = 32;
  /// Records, by id, whose events are divided again once everything has been merged; those that do not exist are none.
  std::vector<std::string> split = {};
  /// Records, by id, that tell of as many different occasions; those that do not exist are none.
  std::vector<std::vector<std::string>> different = {};
  /// Records, by id, that were resolved earlier: as many different occasions, whose ids stay whatever joins them.
  std::vector<std::string> known = {};
};

/// What became of two records.
enum class OccasionVerdict : std::uint8_t { merged, doubtful };

/// Two records that were taken for one occasion, or nearly so, and why.
struct OccasionDecision {
  OccasionVerdict verdict = OccasionVerdict::merged;
  std::string a;  ///< identifiers of the two records as given, a < b
  std::string b;
  std::string a_event;  ///< the events that they belong to now; the same where they were merged
  std::string b_event;
  std::string a_document;  ///< the first document of each
  std::string b_document;
  double score = 0;                  ///< 0–1: how sure it is that the two are one occasion
  std::string reason;                ///< what speaks for it
  std::string against;               ///< what speaks against it
  std::vector<std::string> persons;  ///< identifiers of those who take part in both, ascending
  std::uint64_t ties = 0;            ///< pairs of `persons`: ties that count one event more or less
};

/// An event that `OccasionOptions::split` divided.
struct DividedEvent {
  std::string event;
  std::vector<std::string> records;  ///< the ids of what it was made of, ascending; each is an event again
};

/// Events with the reports of each merged, and the account of it.
struct Occasions {
  std::vector<Record> records;  ///< one an occasion, by id
  /// Doubtful ones first, by descending ties, then score; then merged ones by event. One row less than records for each
  /// merged event: the links that hold it together.
  std::vector<OccasionDecision> decisions;
  std::vector<DividedEvent> divided;  ///< by event
  std::vector<Place> settled = {};    ///< of entries of corrections, applied earlier, that mean an unknown event
};

/// True if another record may tell of the same occasion: the record names a document and is no co-mention.
[[nodiscard]] bool may_have_other_reports(const Record& record);

/// Merges records that tell of one occasion into one record with several `sources`, whose pieces of evidence name their
/// document. Every record must have an id of its own and every participant one too (see unique_events.hpp and
/// identities.hpp).
///
/// Records that share two participants on compatible days are compared, and all records of documents that are copies of
/// each other; what agrees and what differs adds up to a score (Fellegi and Sunter 1969,
/// doi:10.1080/01621459.1969.10501049, with weights chosen by hand, not estimated). Pairs are joined from the best
/// score down, as long as the whole of what has been joined agrees. Records of one document are one occasion only if
/// they are equal in everything but the id; records that name no document, and co-mentions, are left alone. Copies are
/// found by MinHash over three-word shingles (Broder 1997, doi:10.1109/SEQUEN.1997.666900).
///
/// The merged record has the id of its known record, or else of its first record by id, the most precise date, the
/// union of participants and mentions, the type and the place told most often; `spans` are those of its first source.
///
/// Does not depend on the order of the records or the number of threads. Time O(n k² (log n + c)) for n records of k ≤
/// 24 participants (more are represented by 24 of them) and c = `max_compared`; memory 16 bytes a record and pair of
/// its participants, and the records. Throws `Error` (`bad_option`, `interrupted`).
[[nodiscard]] Occasions merge_occasions(std::vector<Record> records, const OccasionOptions& options = {},
                                        const Run& run = {});

}  // namespace entente
