#include "batch_extraction.hpp"

#include "lexicon_folder.hpp"

#include <entente/core/parallel.hpp>

#include <utility>

namespace entente::cli {

namespace {

constexpr std::size_t most_articles = 1024;
constexpr std::size_t most_bytes = std::size_t{16} << 20;
constexpr std::size_t articles_per_block = 4;

}  // namespace

BatchExtraction::BatchExtraction(std::string lexicon, ExtractOptions options, const Run& run, Sink sink)
    : lexicon_(std::move(lexicon)), options_(options), run_(run), sink_(std::move(sink)) {
  if (!lexicon_.empty()) load();  // a mistake of the user's shows before anything is read
}

void BatchExtraction::load() {
  if (!extractor_) extractor_.emplace(lexicon_folder(lexicon_), options_);
}

void BatchExtraction::add(Article&& article) {
  load();
  batch_bytes_ += article.text.size();
  batch_.push_back(std::move(article));
  if (batch_.size() >= most_articles || batch_bytes_ >= most_bytes) flush();
}

void BatchExtraction::flush() {
  if (batch_.empty()) return;
  std::vector<std::vector<Record>> records(batch_.size());
  for_blocks(run_, batch_.size(), articles_per_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t index = begin; index < end; ++index) records[index] = extractor_->extract(batch_[index]);
  });
  for (std::size_t index = 0; index < batch_.size(); ++index) sink_(batch_[index], std::move(records[index]));
  done_ += batch_.size();
  report(run_, "extracted articles", done_, 0);
  batch_.clear();
  batch_bytes_ = 0;
}

}  // namespace entente::cli
