#pragma once

#include <entente/core/record.hpp>
#include <entente/generate/corpus.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace entente::test {

/// What a truth file tells, read by a reader of its own.
struct Truth {
  struct Community {
    std::string country;
    std::uint64_t begin = 0, end = 0;
  };
  struct Term {
    std::string country, office, first, last;
    std::uint64_t person = 0;
  };
  struct Person {
    std::string name, country;
    std::int64_t community = -1;
  };
  struct Document {
    std::uint64_t occasion = 0;
    std::vector<std::uint64_t> persons;
  };
  struct Planting {
    std::vector<std::uint64_t> persons;
    std::uint64_t planted = 0, together = 0;
    double expected = 0.0;
  };
  std::vector<Community> communities;
  std::vector<Term> terms;
  std::vector<Person> persons;
  std::map<std::string, Document> documents;
  std::vector<Planting> pairs, groups;
};

/// A corpus as its files have it.
struct GeneratedCorpus {
  std::vector<Record> records;
  Truth truth;
  std::string record_lines;
  std::string truth_text;
};

[[nodiscard]] generate::Corpus make_corpus(const generate::GenerateOptions& options, const Run& run = {.threads = 2});

/// Generates, writes, and reads back what was written.
[[nodiscard]] GeneratedCorpus generated_corpus(const generate::GenerateOptions& options,
                                               const Run& run = {.threads = 2});

}  // namespace entente::test
