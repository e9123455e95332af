#include "records.hpp"

#include <entente/core/unicode.hpp>

#include <set>

namespace entente::extract {

namespace {

/// Shares of the events of the development corpus whose participants were all right, by the kind of the rule and
/// whether everybody was named in the sentence.
std::uint8_t confidence_of(const Occasion& occasion) {
  const bool named = occasion.guessed == 0;
  if (occasion.rule.starts_with("verb")) return named ? 90 : 75;
  if (occasion.rule.starts_with("noun")) return named ? 85 : 75;
  return 75;
}

}  // namespace

std::vector<Record> make_records(const Document& document, const std::vector<NameMention>& names,
                                 const std::vector<Person>& persons, const std::vector<Occasion>& occasions,
                                 const ExtractOptions& options) {
  std::vector<Record> records;
  std::set<int> taking_part;
  for (const auto& occasion : occasions) {
    Record record;
    record.id = document.article->id + "#" + std::to_string(records.size() + 1);
    record.type = occasion.type;
    record.date = occasion.date;
    record.place = nfc(occasion.place);
    record.sources.push_back({.document = document.article->id,
                              .published = document.published,
                              .title = document.article->title,
                              .url = document.article->url});
    for (const auto index : occasion.persons) {
      taking_part.insert(index);
      const auto& person = persons[static_cast<std::size_t>(index)];
      Participant participant;
      participant.name = nfc(person.name);
      participant.country = person.country;
      participant.position = nfc(person.office);
      participant.rank = nfc(person.rank);
      if (const auto role = occasion.roles.find(index); role != occasion.roles.end()) participant.role = role->second;
      // Where one person stands thousands of times, the first hundred places do.
      constexpr std::size_t most_spans = 100;
      for (const auto mention : person.mentions) {
        if (participant.spans.size() == most_spans) break;
        participant.spans.push_back(
            original_range(*document.article, document.bytes(names[mention].begin, names[mention].end)));
      }
      record.participants.push_back(std::move(participant));
    }
    constexpr std::size_t most_sentences = 50;
    for (const auto index : occasion.sentences) {
      if (record.evidence.size() == most_sentences) break;
      const auto& sentence = document.sentences[index];
      Evidence evidence;
      evidence.range = original_range(*document.article, document.bytes(sentence.begin, sentence.end));
      if (options.quotes) evidence.text = nfc(document.text_of(sentence.begin, sentence.end));
      record.evidence.push_back(std::move(evidence));
    }
    record.rule = nfc(occasion.rule);
    record.confidence = confidence_of(occasion);
    records.push_back(std::move(record));
  }
  if (!records.empty()) {
    for (std::size_t i = 0; i < persons.size(); ++i) {
      if (!taking_part.contains(static_cast<int>(i))) records.front().mentions.push_back({nfc(persons[i].name)});
    }
  }
  return records;
}

}  // namespace entente::extract
