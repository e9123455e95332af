#pragma once

#include <entente/core/compact_date.hpp>
#include <entente/core/record.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Many records as columns, with their texts in one piece: what a fast reader makes for `EventGraphBuilder`. It has
/// what a graph keeps of a record, and nothing else.
struct RecordBatch {
  /// A piece of `texts`.
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  /// What stands in a record beside its persons.
  struct Event {
    Text id;
    Text place;
    Text document;
    Text sentence;
    EventType type = EventType::other;
    CompactDate date;
    std::uint32_t persons_end = 0;  ///< its persons are those from the end of the event before
  };
  static constexpr std::uint32_t no_details = ~std::uint32_t{0};
  /// A participant.
  struct Person {
    Text key;  ///< the identifier; the name where there is none
    std::uint32_t details = no_details;
  };
  /// What is told of a participant beside the key.
  struct Details {
    Text name;
    Text country;
    Text organisation;
    Text position;
    Text rank;
    std::optional<Role> role;
  };

  std::string texts;
  std::vector<Event> events;
  std::vector<Person> persons;
  std::vector<Details> details;

  /// Valid until the next `add`.
  [[nodiscard]] std::string_view operator[](Text text) const {
    return std::string_view(texts).substr(text.begin, text.size);
  }
  /// Copies the text.
  Text add(std::string_view text) {
    const Text added{static_cast<std::uint32_t>(texts.size()), static_cast<std::uint32_t>(text.size())};
    texts += text;
    return added;
  }
  /// Keeps the memory for the next records.
  void clear() {
    texts.clear();
    events.clear();
    persons.clear();
    details.clear();
  }
};

}  // namespace entente
