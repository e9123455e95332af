#include "occasion_links.hpp"

#include "candidate_pairs.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>

namespace entente {

namespace {

constexpr std::size_t pairs_a_day = 1024;
constexpr std::size_t fewest_compared = 6;
constexpr double bits_of_ambiguity = -4;
constexpr double bits_of_a_rival = 1;    // as good as the other is what scores so much less at most
constexpr std::size_t most_rivals = 32;  // looked at

bool precedes(const OccasionLink& left, const OccasionLink& right) {
  return std::tuple(-left.bits, left.a, left.b) < std::tuple(-right.bits, right.a, right.b);
}

double resemblance_of(const Shingles& a, const Shingles& b) {
  return std::min(a.size(), b.size()) < fewest_compared ? 0 : resemblance(a, b);
}

std::vector<RecordPair> pairs_to_weigh(std::span<const Telling> tellings, const Documents& documents,
                                       const std::vector<bool>& eligible, const OccasionOptions& options,
                                       const Run& run) {
  const auto may_be_one = [&](std::uint32_t a, std::uint32_t b) {
    if (!eligible[a] || !eligible[b] || documents.share_one(a, b)) return false;
    // The words are looked at only where they could make a difference.
    return weigh(tellings[a], tellings[b], {1, documents.are_copies(a, b)}).share() >= options.review_from;
  };
  std::vector<RecordPair> pairs = candidate_pairs(tellings, options.max_compared, may_be_one, run);
  for (const auto& [a, b] : documents.records_of_copies()) {
    if (may_be_one(a, b)) pairs.emplace_back(a, b);
  }
  std::ranges::sort(pairs);
  const auto repeated = std::ranges::unique(pairs);
  pairs.erase(repeated.begin(), repeated.end());
  return pairs;
}

// The links of every record, the best first.
class LinksByRecord {
 public:
  LinksByRecord(const std::vector<OccasionLink>& links, std::size_t num_records) : links_(links) {
    offsets_.assign(num_records + 1, 0);
    for (const OccasionLink& link : links) {
      ++offsets_[link.a + 1];
      ++offsets_[link.b + 1];
    }
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    order_.resize(2 * links.size());
    std::vector<std::size_t> next(offsets_.begin(), offsets_.end() - 1);
    for (std::uint32_t at = 0; at < links.size(); ++at) {
      order_[next[links[at].a]++] = at;
      order_[next[links[at].b]++] = at;
    }
  }

  // Calls `visit` with the partner in each link of `record` but `link` whose score is not much lower.
  template <typename Visit>
  bool any_rival(std::uint32_t record, const OccasionLink& link, const Visit& visit) const {
    std::size_t looked_at = 0;
    for (std::size_t at = offsets_[record]; at < offsets_[record + 1] && looked_at < most_rivals; ++at) {
      const OccasionLink& rival = links_[order_[at]];
      if (rival.bits < link.bits - bits_of_a_rival) return false;
      if (rival.a == link.a && rival.b == link.b) continue;
      ++looked_at;
      if (visit(rival.a == record ? rival.b : rival.a)) return true;
    }
    return false;
  }

 private:
  const std::vector<OccasionLink>& links_;
  std::vector<std::size_t> offsets_;
  std::vector<std::uint32_t> order_;
};

void mark_ambiguous(std::vector<OccasionLink>& links, std::span<const Telling> tellings, const Documents& documents) {
  const LinksByRecord by_record(links, tellings.size());
  std::vector<bool> ambiguous(links.size(), false);
  for (std::size_t at = 0; at < links.size(); ++at) {
    const OccasionLink& link = links[at];
    const auto cannot_be_one_with = [&](std::uint32_t partner) {
      return [&, partner](std::uint32_t rival) {
        return documents.share_one(partner, rival) ||
               relate(tellings[partner].date, tellings[rival].date) == DateRelation::contradictory;
      };
    };
    ambiguous[at] = by_record.any_rival(link.a, link, cannot_be_one_with(link.b)) ||
                    by_record.any_rival(link.b, link, cannot_be_one_with(link.a));
  }
  for (std::size_t at = 0; at < links.size(); ++at) links[at].ambiguous = ambiguous[at];
}

}  // namespace

OccasionScore score_of(const OccasionLink& link, const Telling& a, const Telling& b) {
  OccasionScore score = weigh(a, b, link.wording);
  if (score.possible() && link.ambiguous) score.add(bits_of_ambiguity, "another record fits as well");
  return score;
}

std::vector<OccasionLink> find_links(std::span<const Record> records, std::span<const Telling> tellings,
                                     const Documents& documents, const std::vector<bool>& eligible,
                                     const OccasionOptions& options, const Run& run) {
  const std::vector<RecordPair> pairs = pairs_to_weigh(tellings, documents, eligible, options, run);
  std::vector<OccasionLink> links(pairs.size());
  std::vector<unsigned char> good(pairs.size(), 0);
  for_blocks(run, pairs.size(), pairs_a_day, [&](std::size_t begin, std::size_t end, std::size_t) {
    Shingles first;
    for (std::size_t at = begin; at < end; ++at) {
      const auto [a, b] = pairs[at];
      if (at == begin || a != pairs[at - 1].first) first = shingles_of(records[a]);
      const Wording wording{resemblance_of(first, shingles_of(records[b])), documents.are_copies(a, b)};
      const OccasionScore score = weigh(tellings[a], tellings[b], wording);
      links[at] = {a, b, score.bits(), wording};
      good[at] = score.share() >= options.review_from ? 1 : 0;
    }
  });
  std::size_t kept = 0;
  for (std::size_t at = 0; at < links.size(); ++at) {
    if (good[at] != 0) links[kept++] = links[at];
  }
  links.resize(kept);
  std::ranges::sort(links, precedes);
  mark_ambiguous(links, tellings, documents);
  for (OccasionLink& link : links) {
    if (link.ambiguous) link.bits += bits_of_ambiguity;
  }
  std::ranges::sort(links, precedes);
  return links;
}

}  // namespace entente
