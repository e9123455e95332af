#pragma once

#include "corpus_parts.hpp"
#include "tellings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente::generate {

/// A person as a text names them, as annotations have it.
struct NamedPerson {
  std::uint32_t person = 0;
  std::string name = {};                  ///< the fullest form in the text
  std::vector<std::string> aliases = {};  ///< the others
  std::string position = {};              ///< as worded
};

/// An article and what a careful reader finds in it.
struct ArticleText {
  std::string document = {};
  std::string headline = {};
  std::string text = {};
  Day published = 0;
  std::vector<NamedPerson> persons = {};  ///< participants first, then those who are only named
  std::size_t num_participants = 0;       ///< 0: nobody meets
  EventType type = EventType::meeting;
  std::optional<Date> date = {};
  std::string place = {};
};

/// The article of an account. A near-copy has the same text but for a sentence more.
[[nodiscard]] ArticleText article_of(const CorpusParts& parts, const Occasion& occasion, const Account& account,
                                     std::uint64_t document);

/// The article beside an occasion in which nobody meets, if there is one.
[[nodiscard]] std::optional<ArticleText> eventless_article(const CorpusParts& parts, const Occasion& occasion);

/// The sentences that a record of the account stands on: how its article begins.
[[nodiscard]] std::string evidence_of(const CorpusParts& parts, const Occasion& occasion, const Account& account);

}  // namespace entente::generate
