#pragma once

#include "repaired_text.hpp"

#include <entente/core/article.hpp>
#include <entente/core/rejected.hpp>

#include <optional>
#include <string>

namespace entente {

/// Why an article is not used.
struct ArticleProblem {
  Defect defect;
  std::string message;
};

/// Gives `article` the clean text of what was decoded: without markup and characters that nobody sees, its repairs
/// leading back to the bytes that were read. What is binary, empty or in another language is a problem. Linear; plain
/// ASCII costs one scan and no copy.
[[nodiscard]] std::optional<ArticleProblem> set_text(Article& article, RepairedText decoded);

}  // namespace entente
