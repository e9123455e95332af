#include <entente/core/unicode.hpp>
#include <entente/resolve/pseudonyms.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include <boost/uuid/name_generator_sha1.hpp>

namespace entente {

namespace {

constexpr std::array<std::string_view, 3> letters_of_kinds{"P-", "D-", "E-"};
constexpr std::string_view token_digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

using boost::uuids::uuid;

uuid uuid_of(const uuid& name_space, std::string_view name) {
  return boost::uuids::name_generator_sha1(name_space)(name.data(), name.size());
}

/// 22 digits: all bits of the UUID but those of the two bytes that hold its version and variant.
std::string all_digits(const uuid& hash) {
  std::string digits;
  unsigned bits = 0;
  unsigned num_bits = 0;
  for (std::size_t byte = 0; byte < hash.size(); ++byte) {
    if (byte == 6 || byte == 8) continue;
    bits = (bits << 8U | hash.data[byte]) & 0xFFFU;
    for (num_bits += 8; num_bits >= 5; num_bits -= 5) digits += token_digits[(bits >> (num_bits - 5)) & 31U];
  }
  return digits;
}

std::vector<std::string_view> words_of_folded(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// True if words of `text` that follow each other are one of `names`.
bool has_name(const std::string& text, const std::unordered_set<std::string>& names, std::size_t most_words) {
  const std::string folded = fold(text);
  const std::vector<std::string_view> words = words_of_folded(folded);
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t last = first + 1; last < std::min(words.size(), first + most_words); ++last) {
      const char* const begin = words[first].data();
      if (names.contains(std::string(begin, words[last].data() + words[last].size()))) return true;
    }
  }
  return false;
}

void sort_once(std::vector<std::string>& texts) {
  std::ranges::sort(texts);
  const auto repeated = std::ranges::unique(texts);
  texts.erase(repeated.begin(), repeated.end());
}

}  // namespace

Pseudonyms::Pseudonyms(std::string_view key, Pseudonymised replaced, std::size_t digits)
    : namespace_(uuid_of(boost::uuids::ns::oid(), key)), digits_(digits), replaced_(std::move(replaced)) {
  find_shared_tokens(PseudonymKind::person, replaced_.persons);
  find_shared_tokens(PseudonymKind::document, replaced_.documents);
  find_shared_tokens(PseudonymKind::event, replaced_.events);
  find_telling_texts();
  forms_ = replaced_.forms;
  for (Identity& one : forms_) one.person = token(PseudonymKind::person, one.person);
}

void Pseudonyms::find_shared_tokens(PseudonymKind kind, std::vector<std::string>& ids) {
  sort_once(ids);
  std::vector<std::string> tokens;
  tokens.reserve(ids.size());
  for (const std::string& id : ids) tokens.push_back(token(kind, id));
  std::ranges::sort(tokens);
  for (auto shared = std::ranges::adjacent_find(tokens); shared != tokens.end();
       shared = std::adjacent_find(std::next(shared), tokens.end())) {
    if (!shared->empty()) shared_.insert(*shared);
  }
}

void Pseudonyms::find_telling_texts() {
  std::unordered_set<std::string> names;
  std::size_t most_words = 0;
  for (const Identity& one : replaced_.forms) {
    std::string folded = fold(one.form);
    const auto words = static_cast<std::size_t>(std::ranges::count(folded, ' ')) + 1;
    if (words < 2) continue;
    most_words = std::max(most_words, words);
    names.insert(std::move(folded));
  }
  sort_once(replaced_.texts);
  for (const std::string& text : replaced_.texts) {
    if (has_name(text, names, most_words)) telling_.insert(text);
  }
}

std::string Pseudonyms::identifier_of(const Participant& participant) {
  return participant.id.empty() ? slug(participant.name) : participant.id;
}

std::string Pseudonyms::token(PseudonymKind kind, std::string_view id) const {
  if (id.empty()) return {};
  const std::string prefix(letters_of_kinds.at(static_cast<std::size_t>(kind)));
  const std::string digits = all_digits(uuid_of(namespace_, prefix + std::string(id)));
  std::string token = prefix + digits.substr(0, digits_);
  return shared_.contains(token) ? prefix + digits : token;
}

Selection Pseudonyms::with_identifiers(Selection selection) const {
  for (std::string& text : selection.persons) {
    const auto person = std::ranges::find_if(
        replaced_.persons, [&](const std::string& id) { return token(PseudonymKind::person, id) == text; });
    if (person != replaced_.persons.end()) text = *person;
  }
  return selection;
}

std::vector<std::string> Pseudonyms::tokens_of(const std::string& text) const {
  std::vector<std::string> tokens;
  const std::string of_identifier = token(PseudonymKind::person, text);
  for (const std::string& id : replaced_.persons) {
    const std::string known = token(PseudonymKind::person, id);
    if (known == text || known == of_identifier) return {known};
  }
  const std::string wanted = fold(text);
  for (const Identity& one : forms_) {
    if (fold(one.form) == wanted) tokens.push_back(one.person);
  }
  sort_once(tokens);
  return tokens.empty() ? std::vector{of_identifier} : tokens;
}

Record Pseudonyms::without_names(Record record) const {
  const auto clear_telling = [this](std::string& text) {
    if (telling_.contains(text)) text.clear();
  };
  record.id = token(PseudonymKind::event, record.id);
  record.mentions.clear();
  record.evidence.clear();
  record.rule.clear();
  clear_telling(record.place);
  for (Participant& one : record.participants) {
    one.id = one.name = token(PseudonymKind::person, identifier_of(one));
    one.position.clear();
    one.spans.clear();
    clear_telling(one.country);
    clear_telling(one.organisation);
    clear_telling(one.rank);
  }
  for (Source& one : record.sources) {
    one.document = token(PseudonymKind::document, one.document);
    one.title.clear();
    one.url.clear();
  }
  std::ranges::sort(record.participants);
  std::ranges::sort(record.sources);
  return record;
}

std::vector<Identity> Pseudonyms::without_names(const std::vector<Identity>& identities) const {
  std::vector<Identity> rows;
  for (auto first = identities.begin(); first != identities.end();) {
    const auto next =
        std::find_if(first, identities.end(), [&](const Identity& one) { return one.person != first->person; });
    Identity row;
    row.person = row.form = row.usual = token(PseudonymKind::person, first->person);
    for (auto one = first; one != next; ++one) {
      row.participations += one->participations;
      row.score = std::min(row.score, one->score);
    }
    const auto forms = next - first;
    row.reason = std::to_string(forms) + (forms == 1 ? " form of the name" : " forms of the name");
    rows.push_back(std::move(row));
    first = next;
  }
  std::ranges::sort(rows, {}, &Identity::person);
  return rows;
}

std::vector<Doubt> Pseudonyms::without_names(std::vector<Doubt> doubts) const {
  for (Doubt& one : doubts) {
    one.person = one.name = token(PseudonymKind::person, one.person);
    one.other = one.other_name = token(PseudonymKind::person, one.other);
  }
  std::ranges::stable_sort(doubts, [](const Doubt& a, const Doubt& b) {
    return std::tie(b.ties, b.score, a.person, a.other) < std::tie(a.ties, a.score, b.person, b.other);
  });
  return doubts;
}

std::vector<OccasionDecision> Pseudonyms::without_names(std::vector<OccasionDecision> decisions) const {
  for (OccasionDecision& one : decisions) {
    for (std::string* id : {&one.a, &one.b, &one.a_event, &one.b_event}) *id = token(PseudonymKind::event, *id);
    for (std::string* id : {&one.a_document, &one.b_document}) *id = token(PseudonymKind::document, *id);
    for (std::string& person : one.persons) person = token(PseudonymKind::person, person);
    std::ranges::sort(one.persons);
    if (one.b < one.a) {
      std::swap(one.a, one.b);
      std::swap(one.a_event, one.b_event);
      std::swap(one.a_document, one.b_document);
    }
  }
  std::ranges::stable_sort(decisions, [](const OccasionDecision& a, const OccasionDecision& b) {
    const bool a_merged = a.verdict == OccasionVerdict::merged;
    const bool b_merged = b.verdict == OccasionVerdict::merged;
    if (a_merged != b_merged) return b_merged;
    if (a_merged) return std::tie(a.a_event, a.a, a.b) < std::tie(b.a_event, b.a, b.b);
    return std::tie(b.ties, b.score, a.a, a.b) < std::tie(a.ties, a.score, b.a, b.b);
  });
  return decisions;
}

}  // namespace entente
