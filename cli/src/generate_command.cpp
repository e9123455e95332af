#include "command.hpp"
#include "lexicon_folder.hpp"
#include "output.hpp"

#include <entente/generate/corpus.hpp>
#include <entente/io/output_file.hpp>

#include <filesystem>

#include <fmt/format.h>

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

/// `corpus.jsonl` → `corpus.truth.json`
fs::path beside(const std::string& output, const std::string& ending) {
  const fs::path path(output);
  return path.parent_path() / (path.stem().string() + ending);
}

void require_plain_output(const std::string& output) {
  if (output.ends_with(".gz") || output.ends_with(".zst")) {
    throw Error(ErrorCode::bad_usage, "corpora are written uncompressed", {.source = output},
                "write to - and compress that: entente generate -o - | zstd > " + output);
  }
}

}  // namespace

ExitStatus generate_corpus(Session& session) {
  const std::string& output = session.request.output;
  require_plain_output(output);
  generate::GenerateOptions options = session.study.generate.options;
  options.seed = session.study.seed;
  static_cast<void>(generate::sizes_of(options));  // complains before anything takes time
  const generate::Corpus corpus(generate::read_tables(table_folder(session.study.generate.tables)), options,
                                session.run);
  std::uint64_t records = 0;
  const bool articles = session.study.generate.articles;
  write_output(session, [&](std::ostream& out) {
    records = articles ? generate::write_articles(corpus, out, session.run)
                       : generate::write_records(corpus, out, session.study.evidence.quotes, session.run);
  });
  std::string truth;
  if (!session.request.no_truth && output != "-") {
    if (articles) {
      write_file(beside(output, ".gold.jsonl"),
                 [&](std::ostream& out) { generate::write_gold(corpus, out, session.run); });
    }
    truth = beside(output, ".truth.json").string();
    write_file(truth, [&](std::ostream& out) { generate::write_truth(corpus, out, session.run); });
  }
  if (!session.request.quiet) {
    session.streams.err << fmt::format("{} {} about {} occasions among {} persons{}\n", records,
                                       articles ? "articles" : "records", corpus.num_occasions(), corpus.num_persons(),
                                       truth.empty() ? "" : "; the truth is in " + truth);
  }
  return ExitStatus::done;
}

}  // namespace entente::cli
