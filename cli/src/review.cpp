#include "review.hpp"

#include "counted.hpp"
#include "review_questions.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

constexpr std::size_t sentences_at_first = 2;
constexpr std::size_t sentences_on_request = 12;
constexpr std::size_t partners_shown = 4;
constexpr std::size_t names_shown = 12;

using Counts = std::map<std::string, std::uint64_t>;

// The most frequent first, of equal ones by letters.
std::vector<std::string> most_frequent(const Counts& counts, std::size_t most) {
  std::vector<std::pair<std::string, std::uint64_t>> order(counts.begin(), counts.end());
  std::ranges::stable_sort(order, std::greater<>(), [](const auto& one) { return one.second; });
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < std::min(order.size(), most); ++i) texts.push_back(order[i].first);
  return texts;
}

struct Sentence {
  std::optional<Date> date;
  std::string document;
  std::string text;
  bool names_the_person = false;
};

std::vector<Sentence> sentences_of(const Record& record) {
  std::vector<Sentence> sentences;
  const std::string document = record.sources.empty() ? record.id : record.sources.front().document;
  for (const Evidence& one : record.evidence) {
    if (!one.text.empty())
      sentences.push_back({record.date, one.document.empty() ? document : one.document, one.text, false});
  }
  return sentences;
}

void show_sentences(Questions& screen, const std::vector<Sentence>& sentences, std::size_t most) {
  for (std::size_t i = 0; i < std::min(sentences.size(), most); ++i) {
    const Sentence& one = sentences[i];
    std::string where = one.document;
    if (one.date) where += (where.empty() ? "" : ", ") + one.date->to_string();
    screen.paragraph(fmt::format("“{}” ({})", one.text, where), 6);
  }
  if (sentences.size() > most) screen.paragraph(fmt::format("… {} more", sentences.size() - most), 6);
}

void show_score(Questions& screen, double score, const std::string& reason, const std::string& against) {
  screen.paragraph(fmt::format("{:.2f} that they are one", score), 2);
  if (!reason.empty()) screen.paragraph("for: " + reason, 6);
  if (!against.empty()) screen.paragraph("against: " + against, 6);
}

using UsualNames = std::unordered_map<std::string_view, std::string_view>;  // by identifier

// What the records tell of a person.
struct PersonFacts {
  Counts countries;
  Counts offices;
  Counts partners;
  std::uint64_t events = 0;
  std::optional<Date> first;
  std::optional<Date> last;
  std::vector<Sentence> sentences;  // those with the name first, then the latest

  void add(const Record& record, const Participant& participant, const UsualNames& names) {
    ++events;
    if (!participant.country.empty()) ++countries[participant.country];
    for (const std::string* office : {&participant.rank, &participant.position}) {
      if (!office->empty()) ++offices[*office];
    }
    if (record.date && record.date->has_year()) {
      first = first ? std::min(*first, *record.date) : *record.date;
      last = last ? std::max(*last, *record.date) : *record.date;
    }
    for (const Participant& other : record.participants) {
      if (other.id == participant.id) continue;
      const auto name = names.find(other.id);
      ++partners[name == names.end() ? other.name : std::string(name->second)];
    }
    const std::string surname = participant.name.substr(participant.name.rfind(' ') + 1);
    for (Sentence& sentence : sentences_of(record)) {
      sentence.names_the_person = sentence.text.find(surname) != std::string::npos;
      sentences.push_back(std::move(sentence));
    }
  }
};

std::map<std::string, PersonFacts> facts_of(const ResolvedRecords& resolved) {
  std::map<std::string, PersonFacts> facts;
  for (const Doubt& doubt : resolved.doubts) {
    facts[doubt.person];
    facts[doubt.other];
  }
  UsualNames names;
  for (const Identity& one : resolved.identities) names.emplace(one.person, one.usual);
  for (std::size_t place = 0; place < resolved.size(); ++place) {
    const Record record = resolved[place];
    for (const Participant& participant : record.participants) {
      const auto person = facts.find(participant.id);
      if (person != facts.end()) person->second.add(record, participant, names);
    }
  }
  for (auto& [id, person] : facts) {
    std::ranges::stable_sort(person.sentences, std::greater<>(),
                             [](const Sentence& one) { return std::pair(one.names_the_person, one.date); });
  }
  return facts;
}

void present_person(Questions& screen, const std::string& name, const std::string& id, const PersonFacts& facts,
                    std::size_t most_sentences) {
  screen.paragraph(fmt::format("{} ({})", name, id), 2);
  std::vector<std::string> told = most_frequent(facts.countries, names_shown);
  for (std::string& office : most_frequent(facts.offices, names_shown)) told.push_back(std::move(office));
  screen.paragraph(told.empty() ? "neither country nor office is told" : fmt::format("{}", fmt::join(told, " · ")), 6);
  std::string events = counted(facts.events, "event", "events");
  if (facts.first && facts.first == facts.last) events += ", " + facts.first->to_string();
  if (facts.first && facts.first != facts.last)
    events += fmt::format(", {} to {}", facts.first->to_string(), facts.last->to_string());
  if (!facts.partners.empty())
    events += fmt::format("; with {}", fmt::join(most_frequent(facts.partners, partners_shown), ", "));
  if (facts.partners.size() > partners_shown)
    events += fmt::format(" and {} more", facts.partners.size() - partners_shown);
  screen.paragraph(events, 6);
  show_sentences(screen, facts.sentences, most_sentences);
}

void present_event(Questions& screen, const Record& record, std::size_t most_sentences) {
  std::vector<std::string> told{record.date ? record.date->to_string() : "undated",
                                std::string(to_string(record.type))};
  if (!record.place.empty()) told.push_back(record.place);
  screen.paragraph(fmt::format("{} ({})", fmt::join(told, " · "), record.id), 2);
  std::vector<std::string> names;
  for (const Participant& one : record.participants) names.push_back(one.name);
  const std::size_t shown = std::min(names.size(), names_shown);
  std::string text = fmt::format("{}", fmt::join(std::span(names).first(shown), ", "));
  if (shown < names.size()) text += fmt::format(" and {} more", names.size() - shown);
  screen.paragraph(text, 6);
  show_sentences(screen, sentences_of(record), most_sentences);
}

// Puts one question after the other, about rows of two that may be one.
template <typename Doubtful>
class Review {
 public:
  struct Subject {
    std::string_view section;  ///< of the file
    std::string_view yes;      ///< the entry for "they are one"
    std::string_view question;
    std::function<std::pair<std::string, std::string>(const Doubtful&)> ids;
    std::function<std::string(const Doubtful&)> comment;
    std::function<void(Questions&, const Doubtful&, std::size_t most_sentences)> show;
  };

  Review(const Session& session, Subject subject) : screen_(session), subject_(std::move(subject)) {}

  void run(const std::vector<const Doubtful*>& rows, AnswerFile& answers, ReviewCounts& counts) {
    for (std::size_t row = 0; row < rows.size() && !counts.quit; ++row) {
      const auto [a, b] = subject_.ids(*rows[row]);
      if (known_.settle(a, b)) {
        ++counts.implied;
        continue;
      }
      screen_.heading(fmt::format("{} of {} · {}", row + 1, rows.size(),
                                  counted(rows[row]->ties, "tie hangs on it", "ties hang on it")));
      const Answer answer = answer_to(*rows[row]);
      counts.quit = answer == Answer::quit;
      counts.skipped += answer == Answer::skip ? 1U : 0U;
      if (answer != Answer::one && answer != Answer::two) continue;
      const bool one = answer == Answer::one;
      answers.add(subject_.section, one ? subject_.yes : "different", a, b, subject_.comment(*rows[row]));
      known_.tell(a, b, one);
      ++(one ? counts.one : counts.two);
    }
  }

 private:
  Answer answer_to(const Doubtful& row) {
    subject_.show(screen_, row, sentences_at_first);
    Answer answer = screen_.ask(std::string(subject_.question));
    while (answer == Answer::more) {
      subject_.show(screen_, row, sentences_on_request);
      answer = screen_.ask(std::string(subject_.question));
    }
    return answer;
  }

  Questions screen_;
  Subject subject_;
  KnownAnswers known_;
};

}  // namespace

void review_persons(const Session& session, const ResolvedRecords& resolved, AnswerFile& answers,
                    ReviewCounts& counts) {
  const std::map<std::string, PersonFacts> facts = facts_of(resolved);
  std::vector<const Doubt*> rows;
  for (const Doubt& doubt : resolved.doubts) rows.push_back(&doubt);
  Review<Doubt>(session, {.section = "persons",
                          .yes = "same",
                          .question = "One person?",
                          .ids = [](const Doubt& row) { return std::pair(row.person, row.other); },
                          .comment = [](const Doubt& row) { return fmt::format("{}, {}", row.name, row.other_name); },
                          .show =
                              [&facts](Questions& screen, const Doubt& row, std::size_t most) {
                                present_person(screen, row.name, row.person, facts.at(row.person), most);
                                present_person(screen, row.other_name, row.other, facts.at(row.other), most);
                                show_score(screen, row.score, row.reason, row.against);
                              }})
      .run(rows, answers, counts);
}

void review_events(const Session& session, const ResolvedRecords& resolved, AnswerFile& answers, ReviewCounts& counts) {
  std::vector<const OccasionDecision*> rows;
  std::map<std::string, Record> records;
  for (const OccasionDecision& row : resolved.occasions) {
    if (row.verdict != OccasionVerdict::doubtful) continue;
    rows.push_back(&row);
    records[row.a_event];
    records[row.b_event];
  }
  for (std::size_t place = 0; place < resolved.size(); ++place) {
    Record record = resolved[place];
    const auto wanted = records.find(record.id);
    if (wanted != records.end()) wanted->second = std::move(record);
  }
  Review<OccasionDecision>(
      session, {.section = "events",
                .yes = "merge",
                .question = "One event?",
                .ids = [](const OccasionDecision& row) { return std::pair(row.a_event, row.b_event); },
                .comment = [](const OccasionDecision& row) { return fmt::format("{}", fmt::join(row.persons, ", ")); },
                .show =
                    [&records](Questions& screen, const OccasionDecision& row, std::size_t most) {
                      present_event(screen, records.at(row.a_event), most);
                      present_event(screen, records.at(row.b_event), most);
                      show_score(screen, row.score, row.reason, row.against);
                    }})
      .run(rows, answers, counts);
}

}  // namespace entente::cli
