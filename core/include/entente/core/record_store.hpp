#pragma once

#include <entente/core/interner.hpp>
#include <entente/core/record.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Many records in little memory: one after the other as bytes, where names, offices, countries and places stand as
/// numbers of texts that are kept once. A record of three names takes about 40 bytes, and its sentences; as a `Record`
/// a kilobyte.
class RecordStore {
 public:
  /// O(size of the record).
  void add(const Record& record);

  /// How many records are kept.
  [[nodiscard]] std::size_t size() const { return begins_.size(); }
  /// The record as it was added. May be called from several threads. O(size of the record).
  [[nodiscard]] Record operator[](std::size_t number) const;
  /// The id of the record; stays valid until the store is changed.
  [[nodiscard]] std::string_view id(std::size_t number) const;

 private:
  struct Begin {
    std::uint32_t block;
    std::uint32_t offset;
  };

  Interner texts_;
  std::vector<std::string> blocks_;
  std::vector<Begin> begins_;  // by record
  std::string encoded_;        // of the record that is being added
};

}  // namespace entente
