#pragma once

#include "session.hpp"

#include <entente/core/rejected.hpp>
#include <entente/core/selection.hpp>
#include <entente/io/input.hpp>
#include <entente/resolve/identities.hpp>
#include <entente/resolve/occasions.hpp>
#include <entente/resolve/unique_events.hpp>

#include <cstdint>
#include <functional>
#include <vector>

namespace entente::cli {

/// What became of the articles and records that were read: used + without event + rejected = read.
struct ReadCounts {
  InputCounts input;
  std::uint64_t articles_with_event = 0;
  std::uint64_t articles_without_event = 0;
  std::uint64_t duplicate_articles = 0;  ///< all of their events bear ids that others have
  std::uint64_t duplicate_records = 0;

  [[nodiscard]] std::uint64_t rejected() const { return input.rejected + duplicate_articles + duplicate_records; }
  [[nodiscard]] std::uint64_t used() const {
    return input.records - duplicate_records + articles_with_event - duplicate_articles;
  }
  [[nodiscard]] std::uint64_t read() const { return used() + articles_without_event + rejected(); }
};

/// The records that were read or extracted, and what was rejected.
struct Corpus {
  std::vector<Record> records;  ///< by id; once resolved, every participant with an id and each occasion once
  std::vector<Identity> identities;
  std::vector<OccasionDecision> occasions;
  std::vector<Doubt> doubts;       ///< persons who may be one
  std::vector<Rejected> rejected;  ///< by place
  ReadCounts counts;
  std::uint64_t told = 0;  ///< records before those of one occasion were merged
};

/// The inputs that the study names. Throws `Error` (`bad_usage`) where it names none.
[[nodiscard]] const std::vector<std::string>& input_paths(const Session& session);

/// Reads the inputs of the study and gives records to `record` as they come, those of articles after extraction.
/// Rejections are told to the user at once, and given to `rejected`. Throws `Error` (`no_usable_input`) where there was
/// nothing to use.
ReadCounts read_records(const Session& session, const std::function<void(LocatedRecord&&)>& record,
                        const std::function<void(Rejected&&)>& rejected);

/// The records of the inputs as they stand, each with an id of its own.
[[nodiscard]] Corpus read_unresolved(const Session& session);

/// The stages from the inputs to resolved records.
[[nodiscard]] Corpus read_corpus(const Session& session);

/// `done`, or `done_with_rejections` where something was rejected or a named file was not there.
[[nodiscard]] ExitStatus status_of(const ReadCounts& counts);

}  // namespace entente::cli
