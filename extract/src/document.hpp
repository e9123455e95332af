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
  std::vector<Word> words;  ///< one a token, side by side since rules ask for little else
  std::uint32_t num_tokens = 0;
  std::vector<std::uint64_t> tags;      ///< one a token: a bit for each tag of the matches that begin there
  std::vector<std::uint64_t> end_tags;  ///< one a token: a bit for each tag of the matches that end there
  std::vector<Match> matches;           ///< those of token i are [match_begin[i], match_begin[i + 1])
  std::vector<std::uint32_t> match_begin;
  std::vector<std::uint8_t> quoted;   ///< one a token: within quotation marks
  std::vector<std::uint8_t> outside;  ///< one a token: of a byline, credit or dateline, which tell of no event
  std::vector<Sentence> sentences;
  std::optional<Date> published;  ///< as given or as the head of the document says
  std::optional<Date> base;       ///< what "today" is; may lack the year
  std::string dateline_city;
  std::string home;  ///< code of the country that the document is written in, where known

  [[nodiscard]] std::uint32_t size() const { return num_tokens; }
  [[nodiscard]] std::span<const Match> at(std::uint32_t token) const {
    return std::span(matches).subspan(match_begin[token], match_begin[token + 1] - match_begin[token]);
  }
  /// The longest match of `tag` that begins at `token`, null where there is none.
  [[nodiscard]] const Match* find(std::uint32_t token, Tag tag) const {
    return has(token, tag) ? longest(token, tag) : nullptr;
  }
  [[nodiscard]] bool has(std::uint32_t token, Tag tag) const { return token < size() && (tags[token] & bit(tag)) != 0; }
  /// True if a match of one of `tags` (bits) begins at `token`.
  [[nodiscard]] bool has_any(std::uint32_t token, std::uint64_t of) const { return (tags[token] & of) != 0; }
  /// True if a match of `tag` ends right before `token`.
  [[nodiscard]] bool ends_before(std::uint32_t token, Tag tag) const {
    return token > 0 && (end_tags[token - 1] & bit(tag)) != 0;
  }
  /// True if the token is `word`.
  [[nodiscard]] bool is(std::uint32_t token, Word word) const { return token < size() && words[token] == word; }
  /// True if the token is one of `listed`.
  template <typename... Words>
  [[nodiscard]] [[gnu::always_inline]] bool is_any(std::uint32_t token, Words... listed) const {
    if (token >= size()) return false;
    const auto word = words[token];
    // The compiler knows the bits of words that rules name.
    if ((word.bit() & (listed.bit() | ...)) == 0) return false;
    constexpr std::size_t many = 6;
    if (sizeof...(Words) > many && (word.second_bit() & (listed.second_bit() | ...)) == 0) return false;
    return ((word == listed) || ...);
  }
  [[nodiscard]] Word word(std::uint32_t token) const { return words[token]; }
  /// The token in small letters and without diacritics.
  [[nodiscard]] std::string spelling(std::uint32_t token) const { return folded_token(text, tokens[token]); }
  /// True if the token ends in `ending`, of plain small letters.
  [[nodiscard]] bool ends_with(std::uint32_t token, std::string_view ending) const {
    return raw(token).ends_with(ending);
  }
  /// The token as it stands in the text.
  [[nodiscard]] std::string_view raw(std::uint32_t token) const {
    return text.substr(tokens[token].begin, tokens[token].end - tokens[token].begin);
  }
  /// The bytes of the token.
  [[nodiscard]] std::uint32_t length(std::uint32_t token) const { return tokens[token].end - tokens[token].begin; }
  [[nodiscard]] bool is_punctuation(std::uint32_t token) const { return tokens[token].kind == TokenKind::punctuation; }
  /// The text of tokens [begin, end) with line breaks and runs of blanks as single blanks.
  [[nodiscard]] std::string text_of(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] ByteRange bytes(std::uint32_t begin, std::uint32_t end) const;

 private:
  /// Of the matches of `tag` at `token`, of which there is one at least.
  [[nodiscard]] const Match* longest(std::uint32_t token, Tag tag) const;
};

/// Cuts the article into tokens and sentences and looks every phrase of the lexicons up.
[[nodiscard]] Document read_document(const Article& article, const Lexicon& lexicon);

}  // namespace entente::extract
