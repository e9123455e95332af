#include "corpus_parts.hpp"
#include "tellings.hpp"

#include <entente/io/ordered_blocks.hpp>
#include <entente/io/record_json.hpp>

#include <atomic>
#include <utility>

#include <fmt/format.h>

namespace entente::generate {

namespace {

constexpr std::size_t occasions_a_block = 512;

}  // namespace

CorpusParts::CorpusParts(Tables the_tables, const GenerateOptions& the_options, const Run& run)
    : tables(std::move(the_tables)),
      options(the_options),
      sizes(sizes_of(the_options)),
      population(tables, sizes, event_sizes.mean() * static_cast<double>(sizes.events), options.seed),
      terms(tables, population, options.seed),
      names(tables, population, options.namesakes, options.seed),
      occasions(tables, population, terms, sizes, options, event_sizes, run),
      document_numbers((sizes.events + 1) * (most_documents + 1), scrambled(options.seed + 4)) {}

std::string document_name(const CorpusParts& parts, std::uint64_t occasion, std::uint64_t document) {
  return fmt::format("d{:09x}", parts.document_numbers(occasion * (most_documents + 1) + document));
}

Corpus::Corpus(Tables tables, const GenerateOptions& options, const Run& run)
    : parts_(std::make_unique<const CorpusParts>(std::move(tables), options, run)) {}

Corpus::~Corpus() = default;

std::uint64_t Corpus::num_occasions() const { return parts_->sizes.events; }

std::uint32_t Corpus::num_persons() const { return parts_->population.num_persons(); }

std::vector<Telling> Corpus::tellings(std::uint64_t occasion) const {
  return tell(*parts_, parts_->occasions[occasion]);
}

std::uint64_t write_records(const Corpus& corpus, std::ostream& out, bool quotes, const Run& run) {
  std::atomic<std::uint64_t> records{0};
  write_blocks(out, corpus.num_occasions(), occasions_a_block, run, [&](std::size_t begin, std::size_t end) {
    std::string text;
    std::uint64_t count = 0;
    for (std::size_t occasion = begin; occasion < end; ++occasion) {
      for (const Telling& telling : corpus.tellings(occasion)) {
        text += to_json_line(telling.record, {.quotes = quotes});
        text += '\n';
        ++count;
      }
    }
    records += count;
    return text;
  });
  return records;
}

}  // namespace entente::generate
