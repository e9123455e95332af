#pragma once

#include <entente/core/record.hpp>
#include <entente/core/run.hpp>
#include <entente/generate/options.hpp>
#include <entente/generate/tables.hpp>

#include <cstdint>
#include <memory>
#include <ostream>
#include <vector>

namespace entente::generate {

struct CorpusParts;

/// An occasion as one document tells it.
struct Telling {
  Record record = {};
  std::vector<std::uint32_t> persons = {};  ///< who each participant really is
};

/// A made-up corpus: persons with names and offices, occasions, and documents that tell of them. Everything follows
/// from the tables and the options, and each occasion from its number alone; the same on every machine and for any
/// number of threads. Nothing is kept by occasion, so memory is 60 bytes a person, and 6 bytes an event while it is
/// made.
class Corpus {
 public:
  /// Throws `Error` (`bad_option`, `interrupted`). Time: one look at every occasion.
  Corpus(Tables tables, const GenerateOptions& options, const Run& run);
  Corpus(const Corpus&) = delete;
  Corpus& operator=(const Corpus&) = delete;
  ~Corpus();

  /// Documents are as many or more.
  [[nodiscard]] std::uint64_t num_occasions() const;
  /// Those who are never drawn included.
  [[nodiscard]] std::uint32_t num_persons() const;

  /// The occasion with this number as all documents tell it, one record a document.
  [[nodiscard]] std::vector<Telling> tellings(std::uint64_t occasion) const;

  /// For the other parts of the layer.
  [[nodiscard]] const CorpusParts& parts() const { return *parts_; }

 private:
  std::unique_ptr<const CorpusParts> parts_;
};

/// All records as JSON Lines, in the order of their occasions. `quotes`: with the sentences of evidence. Returns how
/// many there are.
std::uint64_t write_records(const Corpus& corpus, std::ostream& out, bool quotes, const Run& run);

/// Articles that tell of the occasions in varied words, several of one where there are retellings, and some in which
/// nobody meets, as JSON Lines with `id`, `date`, `title` and `text`. Returns how many there are.
std::uint64_t write_articles(const Corpus& corpus, std::ostream& out, const Run& run);

/// What a careful reader finds in those articles, one JSON object a document (data/gold/GUIDE.md).
void write_gold(const Corpus& corpus, std::ostream& out, const Run& run);

/// What is true of the corpus as one JSON object, whose long lists have one row a line: options, communities, offices
/// with their terms, persons, documents with their occasion and who their participants are, planted pairs and groups
/// with the number of occasions that they share (docs/generate.md). Written as it is found: memory does not grow with
/// it.
void write_truth(const Corpus& corpus, std::ostream& out, const Run& run);

}  // namespace entente::generate
