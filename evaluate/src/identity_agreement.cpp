#include "identity_agreement.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace entente {

namespace {

using Names = std::map<std::string, std::set<std::string>>;

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " | ") + name;
  return text;
}

}  // namespace

IdentityAgreement identity_agreement(std::span<const IdentifiedParticipant> participants) {
  if (participants.empty()) return {};
  std::map<std::string, std::uint64_t> by_given;
  std::map<std::string, std::uint64_t> by_key;
  std::map<std::pair<std::string, std::string>, std::uint64_t> by_both;
  for (const IdentifiedParticipant& one : participants) {
    ++by_given[one.given];
    ++by_key[one.key];
    ++by_both[{one.given, one.key}];
  }
  IdentityAgreement sum;
  for (const auto& [both, count] : by_both) {
    const double squared = static_cast<double>(count * count);
    sum.precision += squared / static_cast<double>(by_given[both.first]);
    sum.recall += squared / static_cast<double>(by_key[both.second]);
  }
  const auto total = static_cast<double>(participants.size());
  return {.precision = sum.precision / total, .recall = sum.recall / total};
}

std::vector<Difference> identity_differences(std::span<const IdentifiedParticipant> participants) {
  Names keys_of_given;
  Names given_of_key;
  for (const IdentifiedParticipant& one : participants) {
    keys_of_given[one.given].insert(one.key);
    given_of_key[one.key].insert(one.given);
  }
  std::vector<Difference> differences;
  for (const auto& [given, keys] : keys_of_given) {
    if (keys.size() > 1)
      differences.push_back({.kind = DifferenceKind::persons_merged, .gold = joined(keys), .given = given});
  }
  for (const auto& [key, given] : given_of_key) {
    if (given.size() > 1)
      differences.push_back({.kind = DifferenceKind::person_split, .gold = key, .given = joined(given)});
  }
  return differences;
}

}  // namespace entente
