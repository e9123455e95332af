#pragma once

#include <entente/core/date.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What kind of occasion an event is. A co-mention (two names in one document) is no meeting: it is left out of
/// everything unless asked for.
enum class EventType : std::uint8_t {
  meeting,
  call,
  visit,
  ceremony,
  signing,
  conference,
  exercise,
  co_mention,
  other
};

/// The part that a person plays in an event.
enum class Role : std::uint8_t { host, guest, head, member, attendee, signatory };

/// Names as they stand in records (`co-mention`), in the order of the enumerations.
[[nodiscard]] std::span<const std::string_view> event_type_names();
/// By value of `Role`, as records write them.
[[nodiscard]] std::span<const std::string_view> role_names();
/// As records write it.
[[nodiscard]] std::string_view to_string(EventType type);
/// As records write it.
[[nodiscard]] std::string_view to_string(Role role);
/// Empty where `name` is none of `event_type_names`.
[[nodiscard]] std::optional<EventType> parse_event_type(std::string_view name);
/// Empty where `name` is none of `role_names`.
[[nodiscard]] std::optional<Role> parse_role(std::string_view name);

/// Bytes [begin, end) of a document as it was read.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  friend auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

/// A person who takes part in an event, as worded there. Texts are valid UTF-8; empty means "not told".
struct Participant {
  std::string id = {};            ///< given by resolve, or by whoever made the record
  std::string name = {};          ///< the fullest form in the document, without rank and office; NFC
  std::string country = {};       ///< ISO 3166-1 alpha-2, or the code of an organisation (NATO, EU, UN …)
  std::string organisation = {};  ///< the body that the person belongs to, as worded
  std::string position = {};      ///< the office, as worded
  std::string rank = {};          ///< the military rank, as worded
  std::optional<Role> role = {};
  std::vector<ByteRange> spans = {};  ///< where the person stands in the document

  friend auto operator<=>(const Participant&, const Participant&) = default;
};

/// The identifier; the name where there is none.
[[nodiscard]] inline const std::string& told_id(const Participant& participant) {
  return participant.id.empty() ? participant.name : participant.id;
}

/// A person who is named in a document and takes part in no event of it.
struct Mention {
  std::string name = {};

  friend auto operator<=>(const Mention&, const Mention&) = default;
};

/// The document that tells of an event.
struct Source {
  std::string document = {};  ///< path relative to the input that was named, or the article's id
  std::optional<Date> published = {};
  std::string title = {};
  std::string url = {};

  friend auto operator<=>(const Source&, const Source&) = default;
};

/// A sentence that an event stands on.
struct Evidence {
  std::string document = {};  ///< needed only where the record has several sources
  std::optional<ByteRange> range = {};
  std::string text = {};

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// One event and who took part in it.
struct Record {
  std::string id = {};
  EventType type = EventType::other;
  std::optional<Date> date = {};
  std::string place = {};
  std::vector<Participant> participants = {};
  std::vector<Mention> mentions = {};
  std::vector<Source> sources = {};
  std::vector<Evidence> evidence = {};
  std::string rule = {};        ///< by which an extraction found the event: "verb: met", "noun: talks"
  std::uint8_t confidence = 0;  ///< how sure it is, in hundredths; 0 means "not told"

  friend auto operator<=>(const Record&, const Record&) = default;
};

}  // namespace entente
