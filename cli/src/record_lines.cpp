#include "record_lines.hpp"

#include <entente/io/ordered_blocks.hpp>
#include <entente/io/record_json.hpp>

namespace entente::cli {

namespace {

constexpr std::size_t records_per_block = 1024;

}  // namespace

void write_records(std::ostream& out, const ResolvedRecords& records, const Session& session) {
  const RecordJsonOptions options{.quotes = session.study.evidence.quotes};
  write_blocks(out, records.size(), records_per_block, session.run, [&](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t place = begin; place < end; ++place) text += to_json_line(records[place], options) + '\n';
    return text;
  });
}

}  // namespace entente::cli
