#pragma once

#include "session.hpp"

#include <entente/core/rejected.hpp>
#include <entente/core/selection.hpp>
#include <entente/io/input.hpp>
#include <entente/resolve/resolved_records.hpp>
#include <entente/resolve/unique_events.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace entente::cli {

/// What became of the articles and records that were read: used + without event + told already + rejected = read.
struct ReadCounts {
  InputCounts input;
  std::uint64_t articles_with_event = 0;
  std::uint64_t articles_without_event = 0;
  std::uint64_t duplicate_articles = 0;  ///< all of their events bear ids that others have
  std::uint64_t duplicate_records = 0;
  std::uint64_t told_already = 0;  ///< articles and records whose documents the records known before tell of

  [[nodiscard]] std::uint64_t rejected() const { return input.rejected + duplicate_articles + duplicate_records; }
  [[nodiscard]] std::uint64_t used() const {
    return input.records - duplicate_records + articles_with_event - duplicate_articles - told_already;
  }
  [[nodiscard]] std::uint64_t read() const { return used() + articles_without_event + told_already + rejected(); }
};

/// The records that were read or extracted as they stand, and what was rejected.
struct UnresolvedCorpus {
  std::shared_ptr<const UniqueEvents> records;
  std::vector<Rejected> rejected;  ///< by place
  ReadCounts counts;
};

/// The same once resolved: every participant with an id, each occasion once.
struct ResolvedCorpus {
  ResolvedRecords resolved;
  std::vector<Rejected> rejected;  ///< by place
  ReadCounts counts;
};

/// The inputs that the study names. Throws `Error` (`bad_usage`) where it names none.
[[nodiscard]] const std::vector<std::string>& input_paths(const Session& session);

/// Reads the inputs of the study and gives records to `record` as they come, those of articles after extraction.
/// Rejections are told to the user at once, and given to `rejected`. Throws `Error` (`no_usable_input`) where there was
/// nothing to use.
ReadCounts read_records(const Session& session, const std::function<void(Record&&, Place&&)>& record,
                        const std::function<void(Rejected&&)>& rejected);

/// The records of the inputs as they stand, each with an id of its own.
[[nodiscard]] UnresolvedCorpus read_unresolved(const Session& session);

/// How the study resolves records, corrections included. Throws `Error` (`bad_corrections`).
[[nodiscard]] ResolveOptions resolve_options(const Study& study);

/// The stages from the inputs, and the records known before, to resolved records: with pseudonyms where the study asks
/// for them, so that nothing behind this knows a name.
[[nodiscard]] ResolvedCorpus read_corpus(const Session& session);

/// `done`, or `done_with_rejections` where something was rejected or a named file was not there.
[[nodiscard]] ExitStatus status_of(const ReadCounts& counts);

}  // namespace entente::cli
