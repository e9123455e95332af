#pragma once

#include "event_matching.hpp"
#include "identity_agreement.hpp"
#include "person_finder.hpp"

#include <entente/evaluate/evaluation.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace entente {

/// Compares the records of one document with its gold and adds what it finds to figures, differences and participants.
class DocumentComparison {
 public:
  /// All are borrowed.
  DocumentComparison(const GoldDocument& document, const std::vector<const Record*>& records,
                     const KeysByName& everywhere, Evaluation& evaluation,
                     std::vector<IdentifiedParticipant>& participants);

  void compare();

 private:
  /// A record with two or more persons, each under the key of the gold, or "?" and the plain name.
  struct GivenEvent {
    const Record* record;
    std::map<std::string, const Participant*> participants;
  };

  void add_given(const Record& record, const PersonFinder& finder);
  void count_sets();
  void tell_unmatched(const std::vector<std::optional<std::size_t>>& matches);
  void compare_events(std::size_t wanted, std::size_t given);
  void compare_members(std::size_t wanted, std::size_t given);
  void compare_facts(const GoldEvent& event, const Record& record, const Difference& context);
  void compare_persons(const GoldPerson& person, const Participant& participant, const Difference& context);
  void judge(Share& share, bool right, DifferenceKind kind, const Difference& context, const std::string& gold,
             const std::string& given);
  void tell(DifferenceKind kind, Difference difference);

  [[nodiscard]] const GoldPerson& person_of(const std::string& key) const;
  [[nodiscard]] std::string description(const GoldEvent& event) const;
  [[nodiscard]] std::string sentences(const Record& record) const;

  const GoldDocument& document_;
  Evaluation& evaluation_;
  std::vector<IdentifiedParticipant>& participants_;
  std::vector<GivenEvent> given_events_;
  std::vector<Members> wanted_;
  std::vector<Members> given_;
};

/// The name of a document's file, without folders.
[[nodiscard]] std::string file_name(const std::string& document);

}  // namespace entente
