#pragma once

#include "lexicon.hpp"
#include "tokens.hpp"

#include <entente/core/article.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

/// What a sentence is to the document.
enum class SentenceKind : std::uint8_t { text, headline, dateline, byline };

/// Tokens [begin, end).
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  SentenceKind kind = SentenceKind::text;
};

/// An article as tokens, sentences and matches of the lexicons.
struct Document {
  const Article* article = nullptr;
  const Lexicon* lexicon = nullptr;
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<WordId> words;        ///< one a token; words of no lexicon have ids behind the lexicon's
  std::vector<std::string> folded;  ///< one a token
  std::vector<Match> matches;       ///< those of token i are [match_begin[i], match_begin[i + 1])
  std::vector<std::uint32_t> match_begin;
  std::vector<std::uint8_t> quoted;   ///< one a token: within quotation marks
  std::vector<std::uint8_t> outside;  ///< one a token: of a byline, credit or dateline, which tell of no event
  std::vector<Sentence> sentences;
  std::optional<Date> published;  ///< as given or as the head of the document says
  std::optional<Date> base;       ///< what "today" is; may lack the year
  std::string dateline_city;
  std::string home;  ///< code of the country that the document is written in, where known

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  [[nodiscard]] std::span<const Match> at(std::uint32_t token) const {
    return std::span(matches).subspan(match_begin[token], match_begin[token + 1] - match_begin[token]);
  }
  /// The longest match of `tag` that begins at `token`, null where there is none.
  [[nodiscard]] const Match* find(std::uint32_t token, Tag tag) const;
  [[nodiscard]] bool has(std::uint32_t token, Tag tag) const { return find(token, tag) != nullptr; }
  /// True if the folded token is `word`.
  [[nodiscard]] bool is(std::uint32_t token, std::string_view word) const {
    return token < size() && folded[token] == word;
  }
  [[nodiscard]] bool is_punctuation(std::uint32_t token) const { return tokens[token].kind == TokenKind::punctuation; }
  /// The text of tokens [begin, end) with line breaks and runs of blanks as single blanks.
  [[nodiscard]] std::string text_of(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] ByteRange bytes(std::uint32_t begin, std::uint32_t end) const;
};

/// Cuts the article into tokens and sentences and looks every phrase of the lexicons up.
[[nodiscard]] Document read_document(const Article& article, const Lexicon& lexicon);

}  // namespace entente::extract
