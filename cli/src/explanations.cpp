#include "explanations.hpp"

#include "lexicon_folder.hpp"
#include "rejections.hpp"

#include <entente/core/unicode.hpp>
#include <entente/extract/extractor.hpp>

#include <sstream>

namespace entente::cli {

ReadCounts explain_articles(const Session& session, std::ostream& out) {
  const Extractor extractor(lexicon_folder(session.study.extract.lexicon));
  ReadCounts counts;
  RejectionNotices notices(session);
  InputSink sink;
  sink.article = [&](Article&& article) {
    out << terminal_safe(article.id) << "\n\n";
    std::istringstream lines(extractor.explain(article));
    for (std::string line; std::getline(lines, line);) out << terminal_safe(line) << '\n';
    out << '\n';
    ++counts.articles_with_event;
  };
  sink.record = [](Record&&, const Place&) {};
  sink.rejected = [&](const Rejected& one) { notices.tell(one); };
  counts.input = read_inputs(input_paths(session), session.streams.in, sink, session.run);
  notices.finish();
  check_stop(session.run);
  if (counts.input.articles == 0) throw Error(ErrorCode::no_usable_input, "no article to explain");
  return counts;
}

}  // namespace entente::cli
