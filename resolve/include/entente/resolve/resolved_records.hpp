#pragma once

#include <entente/core/record.hpp>
#include <entente/core/run.hpp>
#include <entente/resolve/event_corrections.hpp>
#include <entente/resolve/occasions.hpp>
#include <entente/resolve/persons.hpp>
#include <entente/resolve/pseudonyms.hpp>
#include <entente/resolve/unique_events.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace entente {

/// What is found out, and what is corrected.
struct ResolveOptions {
  bool as_told = false;  ///< equal identifiers, or else equal names, are one person, and every record is an event
  PersonOptions persons = {};
  bool merge_occasions = true;
  OccasionOptions occasions = {};
  EventCorrections events = {};
};

/// Records with one identifier a person and one record an occasion, kept small, and the account of how they came about.
class ResolvedRecords {
 public:
  /// How many events there are.
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  /// By id, with pseudonyms once they are in use. May be called from several threads. O(size of the record).
  [[nodiscard]] Record operator[](std::size_t place) const;
  /// The same with its names, whether or not pseudonyms are in use.
  [[nodiscard]] Record with_names(std::size_t place) const;
  /// All of them.
  [[nodiscard]] std::vector<Record> records() const;

  /// From now on these records and their account have tokens for names; what else tells who somebody is, is left out
  /// (see `Pseudonyms::without_names`). Records are then in the order of the tokens. `digits` as for `Pseudonyms`.
  void use_pseudonyms(std::string_view key, std::size_t digits = Pseudonyms::usual_digits);
  /// Null where names are names.
  [[nodiscard]] const std::shared_ptr<const Pseudonyms>& pseudonyms() const { return pseudonyms_; }

  std::vector<Identity> identities;         ///< by person, then form
  std::vector<Doubt> doubts;                ///< persons who may be one, the most consequential first
  std::vector<OccasionDecision> occasions;  ///< as `Occasions::decisions`
  std::uint64_t told = 0;                   ///< records before those of one occasion were merged
  std::vector<Place> settled;  ///< of entries of corrections, applied earlier, that mean somebody or something unknown

 private:
  friend class ResolveStage;

  // A record that stayed alone, or one that the merging looked at.
  struct Entry {
    bool is_alone;
    std::uint32_t number;  // among `events_`, or among `compared_`
  };

  std::shared_ptr<const UniqueEvents> events_;
  std::vector<std::uint64_t> first_participation_;  // by place in `events_`
  PersonAssignment persons_;
  std::vector<Record> compared_;
  std::vector<Entry> entries_;
  std::shared_ptr<const Pseudonyms> pseudonyms_;
};

/// Resolves persons (see `PersonResolver`), then occasions (see `merge_occasions`), then corrects events (see
/// `corrected_events`). Records that can have no other report (they name no document) stay in their small form
/// unless events are corrected; the others are unpacked while occasions are looked for. Does not depend on the order in
/// which the records came or the number of threads. Throws what these three throw.
[[nodiscard]] ResolvedRecords resolve(std::shared_ptr<const UniqueEvents> events, const ResolveOptions& options = {},
                                      const Run& run = {});

}  // namespace entente
