// A record is: its id, what is told of the event, then lists behind their lengths. Whole numbers take 7 bits a byte,
// the lowest first; texts that repeat are numbers of the interner, others stand behind their lengths. What is not told
// of a participant costs a bit of its first byte.
#include <entente/core/record_store.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace entente {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 22U;

constexpr std::array<std::string Participant::*, 6> texts_of_participant{
    &Participant::id,           &Participant::name,     &Participant::country,
    &Participant::organisation, &Participant::position, &Participant::rank};
constexpr unsigned role_bit = 1U << texts_of_participant.size();
constexpr unsigned spans_bit = role_bit << 1U;

class RecordEncoder {
 public:
  RecordEncoder(std::string& out, Interner& texts) : out_(out), texts_(texts) {}

  void record(const Record& record) {
    text(record.id);
    number(static_cast<std::uint64_t>(record.type));
    date(record.date);
    number(texts_.number(record.place));
    number(texts_.number(record.rule));
    number(record.confidence);
    number(record.participants.size());
    for (const Participant& one : record.participants) participant(one);
    number(record.mentions.size());
    for (const Mention& mention : record.mentions) number(texts_.number(mention.name));
    number(record.sources.size());
    for (const Source& source : record.sources) {
      text(source.document);
      date(source.published);
      text(source.title);
      text(source.url);
    }
    number(record.evidence.size());
    for (const Evidence& evidence : record.evidence) {
      text(evidence.document);
      number(evidence.range ? 1 : 0);
      if (evidence.range) range(*evidence.range);
      text(evidence.text);
    }
  }

 private:
  void number(std::uint64_t value) {
    for (; value >= 0x80U; value >>= 7U) out_ += static_cast<char>(value | 0x80U);
    out_ += static_cast<char>(value);
  }

  void text(std::string_view told) {
    number(told.size());
    out_ += told;
  }

  // Years are below 10,000; no date has neither year nor month.
  void date(const std::optional<Date>& told) {
    if (!told) return number(0);
    number((static_cast<std::uint64_t>(told->year()) * 13 + static_cast<std::uint64_t>(told->month())) * 32 +
           static_cast<std::uint64_t>(told->day()));
  }

  void range(const ByteRange& range) {
    number(range.begin);
    number(range.end);
  }

  void participant(const Participant& one) {
    unsigned told = 0;
    for (unsigned field = 0; field < texts_of_participant.size(); ++field) {
      if (!(one.*texts_of_participant[field]).empty()) told |= 1U << field;
    }
    if (one.role) told |= role_bit;
    if (!one.spans.empty()) told |= spans_bit;
    out_ += static_cast<char>(told);
    for (unsigned field = 0; field < texts_of_participant.size(); ++field) {
      if ((told & 1U << field) != 0) number(texts_.number(one.*texts_of_participant[field]));
    }
    if (one.role) number(static_cast<std::uint64_t>(*one.role));
    if (one.spans.empty()) return;
    number(one.spans.size());
    for (const ByteRange& span : one.spans) range(span);
  }

  std::string& out_;
  Interner& texts_;
};

class RecordDecoder {
 public:
  RecordDecoder(const char* at, const Interner& texts) : at_(at), texts_(texts) {}

  Record record() {
    Record record;
    record.id = text();
    record.type = static_cast<EventType>(number());
    record.date = date();
    record.place = known_text();
    record.rule = known_text();
    record.confidence = static_cast<std::uint8_t>(number());
    record.participants.resize(number());
    for (Participant& one : record.participants) participant(one);
    record.mentions.resize(number());
    for (Mention& mention : record.mentions) mention.name = known_text();
    record.sources.resize(number());
    for (Source& source : record.sources) {
      source.document = text();
      source.published = date();
      source.title = text();
      source.url = text();
    }
    record.evidence.resize(number());
    for (Evidence& evidence : record.evidence) {
      evidence.document = text();
      if (number() == 1) evidence.range = range();
      evidence.text = text();
    }
    return record;
  }

  std::string_view text() {
    const std::size_t size = number();
    const std::string_view told(at_, size);
    at_ += size;
    return told;
  }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80U) return value;
    }
  }

  std::string_view known_text() { return texts_.text(static_cast<std::uint32_t>(number())); }

  std::optional<Date> date() {
    const std::uint64_t told = number();
    if (told == 0) return std::nullopt;
    return Date::from_parts(static_cast<int>(told / 32 / 13), static_cast<int>(told / 32 % 13),
                            static_cast<int>(told % 32));
  }

  ByteRange range() {
    const std::uint64_t begin = number();
    return {begin, number()};
  }

  void participant(Participant& one) {
    const auto told = static_cast<unsigned char>(*at_++);
    for (unsigned field = 0; field < texts_of_participant.size(); ++field) {
      if ((told & 1U << field) != 0) one.*texts_of_participant[field] = known_text();
    }
    if ((told & role_bit) != 0) one.role = static_cast<Role>(number());
    if ((told & spans_bit) == 0) return;
    one.spans.resize(number());
    for (ByteRange& span : one.spans) span = range();
  }

  const char* at_;
  const Interner& texts_;
};

}  // namespace

void RecordStore::add(const Record& record) {
  encoded_.clear();
  RecordEncoder(encoded_, texts_).record(record);
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < encoded_.size()) {
    blocks_.emplace_back().reserve(std::max(block_size, encoded_.size()));
  }
  begins_.push_back(
      {static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(blocks_.back().size())});
  blocks_.back() += encoded_;
}

Record RecordStore::operator[](std::size_t number) const {
  const Begin begin = begins_[number];
  return RecordDecoder(blocks_[begin.block].data() + begin.offset, texts_).record();
}

std::string_view RecordStore::id(std::size_t number) const {
  const Begin begin = begins_[number];
  return RecordDecoder(blocks_[begin.block].data() + begin.offset, texts_).text();
}

}  // namespace entente
