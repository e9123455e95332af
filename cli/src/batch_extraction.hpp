#pragma once

#include <entente/core/article.hpp>
#include <entente/core/record.hpp>
#include <entente/core/run.hpp>
#include <entente/extract/extractor.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace entente::cli {

/// Extracts a stream of articles on several threads: articles are collected to batches, the records of a batch are
/// given on in the order of the articles. Memory: one batch.
class BatchExtraction {
 public:
  /// Called for each article in the order added, with its records, of which there may be none.
  using Sink = std::function<void(const Article&, std::vector<Record>&&)>;

  /// `lexicon` as the user asked for it, or empty; the lexicons that come along are loaded only once there is an
  /// article.
  BatchExtraction(std::string lexicon, ExtractOptions options, const Run& run, Sink sink);

  void add(Article&& article);
  /// Extracts what was added since the last batch.
  void flush();

 private:
  void load();

  std::string lexicon_;
  ExtractOptions options_;
  const Run& run_;
  Sink sink_;
  std::optional<Extractor> extractor_;
  std::vector<Article> batch_;
  std::size_t batch_bytes_ = 0;
  std::uint64_t done_ = 0;
};

}  // namespace entente::cli
