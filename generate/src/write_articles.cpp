#include "articles.hpp"

#include <entente/io/json_text.hpp>
#include <entente/io/ordered_blocks.hpp>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <string>

namespace entente::generate {

namespace {

constexpr std::size_t articles_a_block = 256;

template <typename Use>
void each_article(const CorpusParts& parts, std::uint64_t number, const Use& use) {
  const Occasion occasion = parts.occasions[number];
  const std::vector<Account> accounts = accounts_of(parts, occasion);
  for (std::size_t document = 0; document < accounts.size(); ++document) {
    use(article_of(parts, occasion, accounts[document], document));
  }
  if (const auto eventless = eventless_article(parts, occasion)) use(*eventless);
}

/// The same for one person in all documents, and another one for each: names differ, but for namesakes' in other
/// countries.
std::string gold_key(const CorpusParts& parts, std::uint32_t person) {
  std::string key;
  for (const char letter : without_diacritics(parts.names.full(person))) {
    if (std::isalnum(static_cast<unsigned char>(letter)) != 0) {
      key += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  return parts.names.bearer(person) == person ? key : key + "-" + std::to_string(person);
}

std::string article_line(const ArticleText& article) {
  std::string line;
  JsonWriter(line)
      .begin_object()
      .member("id", article.document)
      .member("date", Date::from_day(article.published).to_string())
      .member("title", article.headline)
      .member("text", article.text)
      .end_object();
  return line + '\n';
}

void write_person(JsonWriter& json, const CorpusParts& parts, const NamedPerson& person) {
  json.key(gold_key(parts, person.person)).begin_object().member("name", person.name).key("aliases").begin_array();
  for (const std::string& alias : person.aliases) json.value(alias);
  const Community& community = parts.population.communities()[parts.population.community_of(person.person)];
  json.end_array()
      .member("country", parts.tables.countries[community.country].code)
      .member("position", person.position)
      .key("rank")
      .null()
      .end_object();
}

std::string gold_line(const CorpusParts& parts, const ArticleText& article) {
  std::string line;
  JsonWriter json(line);
  json.begin_object()
      .member("doc", article.document)
      .member("published", Date::from_day(article.published).to_string())
      .key("persons")
      .begin_object();
  for (const NamedPerson& person : article.persons) write_person(json, parts, person);
  json.end_object().key("events").begin_array();
  if (article.num_participants > 0) {
    json.begin_object().member("type", to_string(article.type)).member("date", article.date->to_string()).key("place");
    if (article.place.empty()) {
      json.null();
    } else {
      json.value(article.place);
    }
    json.key("participants").begin_array();
    for (std::size_t index = 0; index < article.num_participants; ++index) {
      json.value(gold_key(parts, article.persons[index].person));
    }
    json.end_array().end_object();
  }
  json.end_array().key("mentions").begin_array();
  for (std::size_t index = article.num_participants; index < article.persons.size(); ++index) {
    json.value(gold_key(parts, article.persons[index].person));
  }
  json.end_array().end_object();
  return line + '\n';
}

}  // namespace

std::uint64_t write_articles(const Corpus& corpus, std::ostream& out, const Run& run) {
  std::atomic<std::uint64_t> articles{0};
  write_blocks(out, corpus.num_occasions(), articles_a_block, run, [&](std::size_t begin, std::size_t end) {
    std::string text;
    std::uint64_t count = 0;
    for (std::size_t occasion = begin; occasion < end; ++occasion) {
      each_article(corpus.parts(), occasion, [&](const ArticleText& article) {
        text += article_line(article);
        ++count;
      });
    }
    articles += count;
    return text;
  });
  return articles;
}

void write_gold(const Corpus& corpus, std::ostream& out, const Run& run) {
  write_blocks(out, corpus.num_occasions(), articles_a_block, run, [&](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t occasion = begin; occasion < end; ++occasion) {
      each_article(corpus.parts(), occasion,
                   [&](const ArticleText& article) { text += gold_line(corpus.parts(), article); });
    }
    return text;
  });
}

}  // namespace entente::generate
