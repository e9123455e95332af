#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::cli {

/// What an output can show. Files and pipes show everything, plainly.
struct Look {
  std::size_t width = 0;  ///< columns of the terminal; 0: it is none
  bool colours = false;

  [[nodiscard]] std::string strong(std::string_view text) const { return marked("1", text); }
  [[nodiscard]] std::string quiet(std::string_view text) const { return marked("2", text); }
  [[nodiscard]] std::string accented(std::string_view text) const { return marked("36", text); }

 private:
  [[nodiscard]] std::string marked(std::string_view code, std::string_view text) const;
};

/// The look of an open file, as the terminal and the environment have it: no colours where NO_COLOR is set
/// (https://no-color.org) or the terminal is dumb.
[[nodiscard]] Look look_of(int descriptor);

/// Where sentences begin that stand below the date of their event.
inline constexpr std::size_t indent_of_sentences = 14;

/// `text` in lines, each behind `indent` blanks, as wide as the terminal and comfortable to read; one line where there
/// is no terminal. `head` stands in the blanks of the first line. What could command a terminal is taken out.
[[nodiscard]] std::string indented(std::string_view text, std::size_t indent, const Look& look,
                                   std::string_view head = {});

}  // namespace entente::cli
