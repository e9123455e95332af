#pragma once

#include <entente/io/input.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace entente::test {

/// All that `read_inputs` gives.
struct CollectedInput {
  std::vector<Article> articles;
  std::vector<Record> records;
  std::vector<Place> places;  ///< of the records
  std::vector<Rejected> rejected;
  InputCounts counts;
};

inline CollectedInput collect(const std::vector<std::string>& paths, const std::string& standard_input = {},
                              const InputOptions& options = {}, const Run& run = {}) {
  CollectedInput collected;
  const InputSink sink{.article = [&](Article&& article) { collected.articles.push_back(std::move(article)); },
                       .record =
                           [&](Record&& record, Place place) {
                             collected.records.push_back(std::move(record));
                             collected.places.push_back(std::move(place));
                           },
                       .rejected = [&](Rejected&& rejected) { collected.rejected.push_back(std::move(rejected)); }};
  std::istringstream in(standard_input);
  collected.counts = read_inputs(paths, in, sink, run, options);
  return collected;
}

}  // namespace entente::test
