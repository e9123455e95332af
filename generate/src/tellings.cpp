#include "tellings.hpp"

#include "articles.hpp"
#include "name_forms.hpp"
#include "positions.hpp"

#include <utility>

namespace entente::generate {

namespace {

/// A type that another writer may see in the same occasion.
EventType related(EventType type, RandomStream& random) {
  switch (type) {
    case EventType::meeting:
      return random.percent(60) ? EventType::visit : EventType::conference;
    case EventType::visit:
    case EventType::conference:
      return EventType::meeting;
    case EventType::ceremony:
      return EventType::signing;
    case EventType::signing:
      return EventType::ceremony;
    default:
      return type;
  }
}

std::optional<Date> partial(Date date, RandomStream& random) {
  const std::uint64_t how = random.below(100);
  if (how < 50) return Date::from_parts(date.year(), date.month(), 0);
  if (how < 70) return Date::from_parts(date.year(), 0, 0);
  if (how < 90) return Date::from_parts(0, date.month(), date.day());
  return std::nullopt;
}

std::string place_of(const CorpusParts& parts, const Occasion& occasion, bool building) {
  const Community& host = parts.population.communities()[occasion.host];
  if (building) return parts.tables.ministries[host.ministry].building;
  const Country& country = parts.tables.countries[host.country];
  return occasion.town == 0 ? country.capital : country.towns[occasion.town - 1];
}

Role role_of(const Occasion& occasion, std::size_t index, const Attendee& attendee, bool heads) {
  if (occasion.type == EventType::signing && heads) return Role::signatory;
  if (occasion.type == EventType::conference || occasion.type == EventType::ceremony ||
      occasion.type == EventType::exercise) {
    return Role::attendee;
  }
  if (!heads) return Role::member;
  if (index == 0) return Role::host;
  return attendee.delegation == occasion.attendees.front().delegation ? Role::member : Role::guest;
}

class RecordTeller {
 public:
  RecordTeller(const CorpusParts& parts, const Occasion& occasion) : parts_(parts), occasion_(occasion) {}

  Telling tell(const Account& account, std::uint64_t document, bool one_of_several) const {
    Telling telling;
    Record& record = telling.record;
    const std::string name = document_name(parts_, occasion_.number, document);
    record.id = name + "#1";
    record.sources.push_back({.document = name, .published = Date::from_day(account.published)});
    RandomStream random(parts_.options.seed, Stage::spelling, occasion_.number, document);
    record.type = occasion_.type;
    if (one_of_several && random.percent(12)) record.type = related(occasion_.type, random);
    tell_date(record, account, random);
    tell_place(record, one_of_several, random);
    std::uint32_t delegation = 0;
    for (std::size_t index = 0; index < account.told.size(); ++index) {
      const Attendee& attendee = account.told[index];
      const bool heads = index == 0 || attendee.delegation != delegation;
      delegation = attendee.delegation;
      record.participants.push_back(participant(attendee.person, random));
      record.participants.back().role = role_of(occasion_, index, attendee, heads);
      telling.persons.push_back(attendee.person);
    }
    if (one_of_several) record.evidence.push_back({.text = evidence_of(parts_, occasion_, account)});
    return telling;
  }

 private:
  void tell_date(Record& record, const Account& account, RandomStream& random) const {
    record.date = Date::from_day(account.day_of_report ? account.published : occasion_.day);
    if (random.chance(Share(parts_.options.partial_dates))) record.date = partial(*record.date, random);
  }

  void tell_place(Record& record, bool one_of_several, RandomStream& random) const {
    if (occasion_.type == EventType::call) return;
    const std::uint64_t how = random.below(100);
    if (one_of_several && how < 25) return;
    const bool building = one_of_several ? how < 50 : occasion_.at_building;
    record.place = place_of(parts_, occasion_, building);
  }

  Participant participant(std::uint32_t person, RandomStream& random) const {
    Participant one;
    one.country = country_of(parts_, person).code;
    one.position = position_of(parts_, person, occasion_.day).title;
    const bool varied = random.chance(Share(parts_.options.variants));
    one.name =
        varied ? other_form(parts_.tables, parts_.names, person, true, random) : std::string(parts_.names.full(person));
    if (random.chance(Share(parts_.options.typos))) one.name = with_slip(std::move(one.name), random);
    return one;
  }

  const CorpusParts& parts_;
  const Occasion& occasion_;
};

}  // namespace

std::uint64_t num_documents(const CorpusParts& parts, std::uint64_t occasion) {
  std::uint64_t documents = 1;
  if (parts.options.retellings <= 1.0) return documents;
  RandomStream random(parts.options.seed, Stage::telling, occasion);
  const Share one_more(1.0 - 1.0 / parts.options.retellings);
  while (documents < most_documents && random.chance(one_more)) ++documents;
  return documents;
}

std::vector<Account> accounts_of(const CorpusParts& parts, const Occasion& occasion) {
  std::vector<Account> accounts;
  const std::uint64_t documents = num_documents(parts, occasion.number);
  for (std::uint64_t document = 0; document < documents; ++document) {
    RandomStream random(parts.options.seed, Stage::telling, occasion.number, document + 1);
    Account account;
    const std::uint64_t late = random.below(100);
    account.published = occasion.day + (late < 70 ? 0 : late < 95 ? 1 : 2);
    account.told = occasion.attendees;
    account.worded_as = document;
    if (documents > 1) {
      account.day_of_report = account.published == occasion.day + 1 && random.percent(30);
      account.copied = document > 0 && random.percent(20);
      if (account.copied) {
        account = accounts.back();
        account.copied = true;
      } else {
        account.told.clear();
        for (std::size_t index = 0; index < occasion.attendees.size(); ++index) {
          if (index < 2 || random.percent(70)) account.told.push_back(occasion.attendees[index]);
        }
      }
    }
    accounts.push_back(std::move(account));
  }
  return accounts;
}

std::vector<Telling> tell(const CorpusParts& parts, const Occasion& occasion) {
  const std::vector<Account> accounts = accounts_of(parts, occasion);
  const RecordTeller teller(parts, occasion);
  std::vector<Telling> tellings;
  for (std::size_t document = 0; document < accounts.size(); ++document) {
    tellings.push_back(teller.tell(accounts[document], document, accounts.size() > 1));
  }
  return tellings;
}

}  // namespace entente::generate
