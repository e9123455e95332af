#include "person_numbering.hpp"

#include <entente/core/interner.hpp>
#include <entente/core/parallel.hpp>
#include <entente/resolve/corrected_events.hpp>
#include <entente/resolve/replaceable_names.hpp>
#include <entente/resolve/resolved_records.hpp>

#include <algorithm>
#include <memory>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t records_at_once = 16'384;
constexpr std::size_t records_a_block = 512;

}  // namespace

class ResolveStage {
 public:
  ResolveStage(std::shared_ptr<const UniqueEvents> events, const ResolveOptions& options, const Run& run)
      : options_(options), run_(run) {
    resolved_.events_ = std::move(events);
    resolved_.told = resolved_.events_->size();
  }

  ResolvedRecords run() {
    if (options_.as_told) {
      take_persons_as_told();
    } else {
      find_persons();
    }
    find_occasions();
    return std::move(resolved_);
  }

 private:
  void find_persons() {
    PersonResolver resolver;
    std::uint64_t participations = 0;
    resolved_.first_participation_.resize(resolved_.events_->size());
    // Unpacked many at a time, on several threads; numbered in order.
    const std::vector<std::uint32_t> places = resolved_.events_->by_arrival();
    std::vector<Record> records;
    Workers workers(run_);
    for (std::size_t begin = 0; begin < places.size(); begin += records_at_once) {
      const auto some = std::span(places).subspan(begin, std::min(records_at_once, places.size() - begin));
      records.resize(some.size());
      workers.for_blocks(some.size(), records_a_block, [&](std::size_t first, std::size_t end, std::size_t) {
        for (std::size_t i = first; i < end; ++i) records[i] = (*resolved_.events_)[some[i]];
      });
      check_stop(run_);
      resolver.add(records, workers);
      for (std::size_t i = 0; i < some.size(); ++i) {
        resolved_.first_participation_[some[i]] = participations;
        participations += records[i].participants.size();
      }
    }
    resolved_.persons_ = resolver.resolve(options_.persons, run_);
    resolved_.identities = std::move(resolved_.persons_.identities);
    resolved_.doubts = std::move(resolved_.persons_.doubts);
    resolved_.settled = std::move(resolved_.persons_.settled);
  }

  void take_persons_as_told() {
    Interner ids;
    std::vector<std::uint32_t>& person_of = resolved_.persons_.person_of;
    resolved_.first_participation_.resize(resolved_.events_->size());
    for (const std::uint32_t place : resolved_.events_->by_arrival()) {
      const Record record = (*resolved_.events_)[place];
      resolved_.first_participation_[place] = person_of.size();
      for (const Participant& one : record.participants) person_of.push_back(ids.number(told_id(one)));
    }
    for (std::uint32_t person = 0; person < ids.size(); ++person) resolved_.persons_.ids.emplace_back(ids.text(person));
    resolved_.persons_.new_names.resize(ids.size());
  }

  void find_occasions() {
    std::vector<std::uint32_t> alone;
    std::vector<Record> compared;
    OccasionOptions options = heeding(options_.occasions, options_.events);
    if (options_.events.empty() && (options_.as_told || !options_.merge_occasions)) {
      alone.resize(resolved_.events_->size());
      std::iota(alone.begin(), alone.end(), 0U);
      return enter(alone);
    }
    for (std::uint32_t place = 0; place < resolved_.events_->size(); ++place) {
      Record record = (*resolved_.events_)[place];
      if (stays_alone(record)) {
        alone.push_back(place);
        continue;
      }
      give_ids(record, resolved_.persons_, resolved_.first_participation_[place]);
      if (resolved_.events_->is_known(place)) options.known.push_back(record.id);
      compared.push_back(std::move(record));
    }
    Occasions occasions;
    if (options_.merge_occasions && !options_.as_told) {
      occasions = merge_occasions(std::move(compared), options, run_);
    } else {
      occasions.records = std::move(compared);
    }
    occasions = corrected_events(std::move(occasions), options_.events, resolved_.identities);
    resolved_.occasions = std::move(occasions.decisions);
    resolved_.compared_ = std::move(occasions.records);
    resolved_.settled.insert(resolved_.settled.end(), occasions.settled.begin(), occasions.settled.end());
    enter(alone);
  }

  [[nodiscard]] bool stays_alone(const Record& record) const {
    return options_.events.empty() && !may_have_other_reports(record);
  }

  // By id.
  void enter(const std::vector<std::uint32_t>& alone) {
    auto& entries = resolved_.entries_;
    entries.reserve(alone.size() + resolved_.compared_.size());
    for (const std::uint32_t place : alone) entries.push_back({true, place});
    for (std::uint32_t number = 0; number < resolved_.compared_.size(); ++number) entries.push_back({false, number});
    std::ranges::inplace_merge(entries, entries.begin() + static_cast<std::ptrdiff_t>(alone.size()), {},
                               [this](const ResolvedRecords::Entry& entry) {
                                 return entry.is_alone ? resolved_.events_->id(entry.number)
                                                       : std::string_view(resolved_.compared_[entry.number].id);
                               });
  }

  const ResolveOptions& options_;
  const Run& run_;
  ResolvedRecords resolved_;
};

Record ResolvedRecords::with_names(std::size_t place) const {
  const Entry entry = entries_[place];
  if (!entry.is_alone) return compared_[entry.number];
  Record record = (*events_)[entry.number];
  give_ids(record, persons_, first_participation_[entry.number]);
  return record;
}

Record ResolvedRecords::operator[](std::size_t place) const {
  return pseudonyms_ ? pseudonyms_->without_names(with_names(place)) : with_names(place);
}

void ResolvedRecords::use_pseudonyms(std::string_view key, std::size_t digits) {
  ReplaceableNames names;
  for (const Identity& one : identities) names.add(one);
  for (const OccasionDecision& one : occasions) names.add(one);
  for (std::size_t place = 0; place < size(); ++place) names.add(with_names(place));
  pseudonyms_ = std::make_shared<const Pseudonyms>(key, names.finish(), digits);
  identities = pseudonyms_->without_names(identities);
  doubts = pseudonyms_->without_names(std::move(doubts));
  occasions = pseudonyms_->without_names(std::move(occasions));
  std::vector<std::pair<std::string, Entry>> by_token;
  by_token.reserve(size());
  for (const Entry& entry : entries_) {
    const std::string_view id = entry.is_alone ? events_->id(entry.number) : compared_[entry.number].id;
    by_token.emplace_back(pseudonyms_->token(PseudonymKind::event, id), entry);
  }
  std::ranges::sort(by_token, {}, &std::pair<std::string, Entry>::first);
  std::ranges::transform(by_token, entries_.begin(), &std::pair<std::string, Entry>::second);
}

std::vector<Record> ResolvedRecords::records() const {
  std::vector<Record> all;
  all.reserve(size());
  for (std::size_t place = 0; place < size(); ++place) all.push_back((*this)[place]);
  return all;
}

ResolvedRecords resolve(std::shared_ptr<const UniqueEvents> events, const ResolveOptions& options, const Run& run) {
  return ResolveStage(std::move(events), options, run).run();
}

}  // namespace entente
