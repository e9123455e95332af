#pragma once

#include <cstdint>

namespace entente {

/// 2pr / (p + r), 0 where both are 0.
[[nodiscard]] constexpr double harmonic_mean(double precision, double recall) {
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

/// How many of the given things are in the gold, and how many of the gold's were given.
struct Ratio {
  std::uint64_t right = 0;
  std::uint64_t given = 0;
  std::uint64_t wanted = 0;

  /// right / given, 0 where nothing was given.
  [[nodiscard]] double precision() const { return given > 0 ? double(right) / double(given) : 0; }
  /// right / wanted, 0 where nothing was wanted.
  [[nodiscard]] double recall() const { return wanted > 0 ? double(right) / double(wanted) : 0; }
  /// Harmonic mean of precision and recall.
  [[nodiscard]] double f1() const { return harmonic_mean(precision(), recall()); }
};

/// How many of the cases that can be judged are right.
struct Share {
  std::uint64_t right = 0;
  std::uint64_t of = 0;

  /// right / of, 0 where there is no case.
  [[nodiscard]] double value() const { return of > 0 ? double(right) / double(of) : 0; }
};

/// B-cubed: the mean over all matched participants of the share of those with the same identifier that are the same
/// person (precision), and of those that are the same person that have the same identifier (recall). 0 where there is
/// none. Source: Bagga and Baldwin 1998, DOI 10.3115/980845.980859.
struct IdentityAgreement {
  double precision = 0;
  double recall = 0;

  /// Harmonic mean of precision and recall.
  [[nodiscard]] double f1() const { return harmonic_mean(precision, recall); }
};

/// How well records agree with the gold, summed over all of its documents (micro-average): the figures of
/// data/gold/score.py. Events with fewer than two distinct persons do not count. A given event is *matched* with the
/// event of the gold whose participants overlap most, at least two; a participant is matched who takes part in both.
struct Figures {
  std::uint64_t documents = 0;
  Ratio pairs;      ///< unordered pairs of persons at one event together, with multiplicity
  Ratio events;     ///< events whose set of participants is exactly right
  Ratio persons;    ///< the set of participants of each document
  Share date;       ///< matched events whose date is exactly right
  Share type;       ///< matched events
  Share place;      ///< matched events whose gold has one: one contains the other
  Share country;    ///< matched participants whose gold has one
  Share position;   ///< matched participants whose gold has one: one contains the other
  Share full_name;  ///< matched participants with no fewer words of name than the fullest form of the document
  IdentityAgreement identity;
  std::uint64_t documents_without_event = 0;  ///< in the gold
  std::uint64_t false_documents = 0;          ///< of these, those for which an event is given
  std::uint64_t records_of_other_documents = 0;
};

}  // namespace entente
