#pragma once

#include <entente/core/record.hpp>
#include <entente/evaluate/difference.hpp>
#include <entente/evaluate/figures.hpp>
#include <entente/evaluate/gold.hpp>

#include <span>
#include <vector>

namespace entente {

/// How records compare with the gold.
struct Evaluation {
  Figures figures;
  std::vector<Difference> differences;  ///< by document in the order of the gold; those of several documents last
};

/// Compares `records` with `gold`, document by document, by the name of the file that a source names, without folders.
///
/// A participant stands for the person of the gold who bears that name in the document; else for the one whom another
/// document of the gold calls so; else for the only one of the document with the same surname and no other given name
/// or initial. Identifiers are compared as they stand in the records; a participant without one is identified by name.
///
/// Records may have been made by anybody and need not be resolved. Where two records fit an event of the gold equally
/// well, the first is taken. Time O(E·R) for E events and R records of a document. Same definitions as
/// data/gold/score.py, but that a record without a type is one of type `other`.
[[nodiscard]] Evaluation evaluate(const Gold& gold, std::span<const Record> records);

}  // namespace entente
