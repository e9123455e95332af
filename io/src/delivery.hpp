#pragma once

#include <entente/io/input.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace entente {

/// Hands what the readers of one `read_inputs` make to the sink, counts it, and sees to it that no two articles have
/// one id.
class Delivery {
 public:
  explicit Delivery(const InputSink& sink) : sink_(sink) {}

  void article(Article&& article, Place place, std::string_view line);
  void record(Record&& record, Place place);
  [[nodiscard]] bool takes_batches() const { return sink_.batches != nullptr; }
  void batches(std::span<const RecordBatch> batches);

  /// One piece of input that is not used.
  void reject(Place place, Defect defect, std::string message, std::string_view input);
  /// One piece of input that is used all the same.
  void repaired(Place place, Defect defect, std::string message, std::string_view input);
  /// A further complaint about a piece of input that was counted already.
  void also(Place place, Defect defect, std::string message, std::string_view input, bool repaired);
  /// A path that is not there.
  void missing(const std::string& path);
  void file() { ++counts_.files; }

  [[nodiscard]] const InputCounts& counts() const { return counts_; }

 private:
  const InputSink& sink_;
  InputCounts counts_;
  // Hashes: ten million identifiers collide with a chance of 1 : 300,000, and a collision is told, not swallowed.
  std::unordered_set<std::uint64_t> article_ids_;
};

}  // namespace entente
