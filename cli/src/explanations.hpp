#pragma once

#include "corpus.hpp"

namespace entente::cli {

/// Prints what extraction makes of each article, sentence by sentence, harmless for terminals. Records of the input
/// need no extraction and are passed over. Throws `Error` (`no_usable_input`) where there was no article.
ReadCounts explain_articles(const Session& session, std::ostream& out);

}  // namespace entente::cli
