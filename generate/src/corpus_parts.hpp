#pragma once

#include "event_sizes.hpp"
#include "occasions.hpp"
#include "permutation.hpp"
#include "person_names.hpp"
#include "population.hpp"
#include "terms.hpp"

#include <entente/generate/corpus.hpp>

namespace entente::generate {

/// What a corpus is made of, each part from those before.
struct CorpusParts {
  CorpusParts(Tables the_tables, const GenerateOptions& the_options, const Run& run);

  Tables tables;
  GenerateOptions options;
  CorpusSizes sizes;
  EventSizes event_sizes;
  Population population;
  Terms terms;
  PersonNames names;
  Occasions occasions;
  Permutation document_numbers;  ///< so that the names of documents do not tell which occasion they are about
};

/// A corpus has at most this many documents about one occasion.
constexpr std::uint64_t most_documents = 63;

/// The name of a document of an occasion.
[[nodiscard]] std::string document_name(const CorpusParts& parts, std::uint64_t occasion, std::uint64_t document);

}  // namespace entente::generate
