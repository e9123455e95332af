#pragma once

#include <entente/core/parallel.hpp>
#include <entente/core/record.hpp>
#include <entente/core/run.hpp>
#include <entente/resolve/person_corrections.hpp>
#include <entente/resolve/person_weights.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// How sure one must be, and how much is compared.
struct PersonOptions {
  PersonWeights weights = {};
  double merge = .75;          ///< the least probability at which two bearers are taken for one person; 0.5–1
  double doubtful = .2;        ///< the least probability at which two persons are listed as perhaps one; 0 – `merge`
  std::size_t block_cap = 32;  ///< names of one block that are compared in full
  std::size_t most_doubts = 10'000;  ///< listed
  PersonCorrections corrections = {};
};

/// One way in which a person is named, and why that name was taken for the person's.
struct Identity {
  std::string person;  ///< the identifier given
  std::string form;    ///< the name as worded
  std::string usual;   ///< the person's usual name: of the forms told in full the one of most participations
  std::uint64_t participations = 0;
  double score = 1;     ///< probability that the form is this person's; of several joins the least sure one
  std::string reason;   ///< what spoke for it: "usual name", "two romanisations; same country", "identifier given"
  std::string against;  ///< what spoke against it: "another office at another time"
};

/// Two persons who may be one.
struct Doubt {
  std::string person;  ///< the one with more participations, or of equally many with the longer name
  std::string name;
  std::string other;
  std::string other_name;
  double score = 0;  ///< probability that they are one, by the surest pair of their names
  std::string reason;
  std::string against;
  std::uint64_t ties = 0;  ///< partners of the lesser of the two: ties that would move
};

/// The person of each participation, and the account of it.
struct PersonAssignment {
  std::vector<std::string> ids;          ///< by person
  std::vector<std::string> new_names;    ///< by person: the name that a correction gives, or empty
  std::vector<std::uint32_t> person_of;  ///< by participation, in the order of records and of their participants
  std::vector<Identity> identities;      ///< by person, then form
  std::vector<Doubt> doubts;             ///< the most consequential first: by ties, then score
  std::uint64_t num_doubts = 0;          ///< also of those beyond `most_doubts`
  std::vector<Place> settled;            ///< entries of corrections, applied earlier, that mean somebody unknown
};

/// Finds out who is the same person across records, without keeping the records: only what bears on identity, about 40
/// bytes a participation beside one copy of each name.
class PersonResolver {
 public:
  PersonResolver();
  ~PersonResolver();
  /// What is moved from can only be assigned to or destroyed.
  PersonResolver(PersonResolver&&) noexcept;
  /// What is moved from can only be assigned to or destroyed.
  PersonResolver& operator=(PersonResolver&&) noexcept;

  /// In the order given; texts are looked up on several threads.
  void add(std::span<const Record> records, Workers& workers);

  /// The persons of all records added.
  ///
  /// Bearers of names are compared where names share a block (same classes of sounds, or one word and an initial),
  /// their evidence is weighed by log-odds, and they are joined from the surest pair on, where no join may put together
  /// two who took part in one event, two identifiers, or names that contradict each other. Identifiers that records
  /// bring along stay, others are slugs of the usual name; `-country` and then `-2` in the order of the first date
  /// where two persons would share one. O(n log n) for n participations; the same for any order of records and number
  /// of threads.
  ///
  /// Corrections go before all else: what they call one person is joined, what they call two never is, and identifiers
  /// that persons have without the corrections stay with them as far as possible.
  ///
  /// Throws `Error` (`bad_option`) for probabilities out of range, and (`bad_corrections`) for corrections that mean
  /// nobody or contradict each other. Sources: Fellegi and Sunter 1969,
  /// DOI 10.1080/01621459.1969.10501049 (the sum of log-odds, without the estimation of parameters by EM).
  [[nodiscard]] PersonAssignment resolve(const PersonOptions& options = {}, const Run& run = {}) const;

 private:
  std::unique_ptr<class Participations> told_;
};

/// The persons of `records`: a `PersonResolver` that was given all of them.
[[nodiscard]] PersonAssignment assign_persons(std::span<const Record> records, const PersonOptions& options = {},
                                              const Run& run = {});

}  // namespace entente
