#include "article_text.hpp"
#include "encoding.hpp"
#include "field_text.hpp"
#include "json_fault.hpp"
#include "line_blocks.hpp"
#include "plain_records.hpp"
#include "readers.hpp"
#include "record_fields.hpp"

#include <entente/core/content_hash.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/suggestion.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <future>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

namespace entente {

namespace {

class JsonLines {
 public:
  JsonLines(OpenInput& input, const InputOptions& options, Delivery& delivery)
      : input_(input), options_(options), delivery_(delivery) {}

  void read() {
    if (delivery_.takes_batches()) {
      read_blocks();
    } else {
      read_lines();
    }
  }

 private:
  // Rounds of stretches of the file: they are read, then their lines on several threads, then all that was found is
  // delivered in order, which goes on beside the next round where there are threads for it. `read` is given a stretch
  // and the number of the worker, and says how many lines it has; `deliver` all stretches of a round, and says whether
  // to go on.
  template <typename Stretch, typename Read, typename Deliver>
  void for_stretches(const Read& read, const Deliver& deliver) {
    Workers workers(input_.run);
    LineBlocks blocks(input_.bytes);
    const auto next_round = [&](std::vector<Stretch>& stretches) {
      stretches.resize(blocks_a_thread * workers.count());
      std::size_t count = 0;
      while (count < stretches.size() && blocks.next(stretches[count].block)) ++count;
      workers.for_blocks(count, 1,
                         [&](std::size_t number, std::size_t, std::size_t worker) { read(stretches[number], worker); });
      for (std::size_t number = 0; number < count; ++number) {
        for (std::uint64_t line = 0; line < stretches[number].num_lines; ++line) input_.progress();
      }
      return std::span(stretches).first(count);
    };
    const auto policy = workers.count() > 1 ? std::launch::async : std::launch::deferred;
    std::array<std::vector<Stretch>, 2> rounds;
    std::span<Stretch> round = next_round(rounds[0]);
    for (std::size_t number = 1; !round.empty(); number = 1 - number) {
      std::future<std::span<Stretch>> next = std::async(policy, [&, number] { return next_round(rounds[number]); });
      if (!deliver(round)) return;
      round = next.get();
    }
    blocks.require_whole();
  }

  // Records without any fault are read on several threads, all other lines in order.
  void read_lines() {
    struct Line {
      std::string_view text;
      std::optional<Record> record;
    };
    struct Stretch {
      LineBlocks::Block block;
      std::vector<Line> lines;
      std::uint64_t num_lines = 0;
    };
    std::vector<simdjson::dom::parser> parsers(num_workers(input_.run));
    std::uint64_t number = 0;
    const auto read = [&](Stretch& stretch, std::size_t worker) {
      stretch.lines.clear();
      stretch.block.text.reserve(stretch.block.text.size() + simdjson::SIMDJSON_PADDING);
      for_lines(stretch.block.text, [&](std::string_view line) {
        stretch.lines.push_back({line, stretch.block.too_long ? std::nullopt : faultless(line, parsers[worker])});
      });
      stretch.num_lines = stretch.lines.size();
    };
    const auto deliver = [&](std::span<Stretch> stretches) {
      for (Stretch& stretch : stretches) {
        for (Line& line : stretch.lines) {
          if (!deliver_line(line.record, line.text, ++number, stretch.block.too_long)) return false;
        }
      }
      return true;
    };
    for_stretches<Stretch>(read, deliver);
  }

  // The record that a line tells; nothing where it tells none, or there is anything to say of it. Behind the line there
  // are bytes that may be read.
  [[nodiscard]] std::optional<Record> faultless(std::string_view line, simdjson::dom::parser& parser) const {
    simdjson::dom::object object;
    if (line.find_first_not_of(" \t") == std::string_view::npos ||
        parser.parse(line.data(), line.size(), false).get(object) != simdjson::SUCCESS ||
        !has(object, "participants")) {
      return std::nullopt;
    }
    std::vector<FieldProblem> problems;
    Record record = read_record_fields(object, options_.strict, problems);
    return problems.empty() ? std::optional(std::move(record)) : std::nullopt;
  }

  // Records of the plain sort go into batches on several threads; what is not plain follows one by one.
  void read_blocks() {
    struct Line {
      std::uint64_t number;  // within the block
      RecordBatch::Text text;
      std::optional<Record> record;
    };
    struct Stretch {
      LineBlocks::Block block;
      RecordBatch batch;
      std::vector<Line> others;
      std::uint64_t num_lines = 0;
    };
    struct Readers {
      PlainRecordReader plain;
      simdjson::dom::parser careful;
    };
    std::vector<Readers> readers(num_workers(input_.run));
    std::vector<RecordBatch> batches;
    std::uint64_t lines_before = 0;
    const auto read = [&](Stretch& stretch, std::size_t worker) {
      RecordBatch& batch = stretch.batch;
      stretch.others.clear();
      if (stretch.block.too_long) {
        batch.clear();
        const RecordBatch::Text whole = batch.add(stretch.block.text);
        stretch.others.push_back({0, whole, std::nullopt});
        stretch.num_lines = 1;
      } else {
        stretch.num_lines =
            readers[worker].plain.read(stretch.block.text, batch, [&](std::uint64_t number, RecordBatch::Text line) {
              stretch.others.push_back({number, line, faultless(batch[line], readers[worker].careful)});
            });
      }
    };
    const auto deliver = [&](std::span<Stretch> stretches) {
      // All at once, for their names are looked up together; each stretch keeps its memory for the next round.
      batches.resize(stretches.size());
      const auto exchange = [&] {
        for (std::size_t i = 0; i < stretches.size(); ++i) std::swap(batches[i], stretches[i].batch);
      };
      exchange();
      delivery_.batches(batches);
      exchange();
      for (Stretch& stretch : stretches) {
        for (Line& line : stretch.others) {
          if (!deliver_line(line.record, stretch.batch[line.text], lines_before + line.number + 1,
                            stretch.block.too_long)) {
            return false;
          }
        }
        lines_before += stretch.num_lines;
        stretch.block.text.swap(stretch.batch.texts);
      }
      return true;
    };
    for_stretches<Stretch>(read, deliver);
  }

  // The record that was read of a line without fault, or what a careful look at the line finds.
  bool deliver_line(std::optional<Record>& record, std::string_view line, std::uint64_t number, bool too_long) {
    check_stop(input_.run);
    if (record) {
      delivery_.record(std::move(*record), Place{.source = input_.source, .line = number});
      return true;
    }
    std::string text(line);
    return read_line(text, number, too_long);
  }

  template <typename Visit>
  static void for_lines(std::string_view text, const Visit& visit) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      visit(line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  bool read_line(std::string& line, std::uint64_t number, bool too_long) {
    place_ = Place{.source = input_.source, .line = number};
    if (too_long) {
      delivery_.reject(place_, Defect::invalid_json, "the line is longer than 64 MB", line);
      return true;
    }
    return line.find_first_not_of(" \t") == std::string::npos || read_content(line);
  }

  // False if the file is no JSON Lines at all: one complaint, instead of one for each of its lines.
  bool read_content(std::string& line) {
    DecodedText decoded = decode_utf8(std::move(line));
    line = std::move(decoded.content.text);
    encoding_problem_ = std::move(decoded.problem);
    if (!encoding_problem_.empty()) {
      place_of_repair_ = place_;
      place_of_repair_.column = position_of(line, decoded.first_invalid).column;
    }
    simdjson::dom::element value;
    const simdjson::error_code error = parser_.parse(line).get(value);
    if (error != simdjson::SUCCESS) return reject_malformed(line, error);
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
      delivery_.reject(place_, Defect::invalid_json, "expected a JSON object, found " + described(value), line);
    } else if (has(object, "participants")) {
      read_record(object, line);
    } else if (has(object, "text")) {
      read_article(object, line);
    } else {
      reject_neither(object, line);
    }
    return true;
  }

  static bool has(simdjson::dom::object object, std::string_view field) {
    return object.at_key(field).error() == simdjson::SUCCESS;
  }

  void read_record(simdjson::dom::object object, const std::string& line) {
    std::vector<FieldProblem> problems;
    Record record = read_record_fields(object, options_.strict, problems);
    if (std::ranges::all_of(problems, &FieldProblem::harmless)) {
      tell_repairs(line, problems);
      delivery_.record(std::move(record), place_);
    } else {
      reject_fields(problems, line);
    }
  }

  void read_article(simdjson::dom::object object, const std::string& line) {
    std::vector<FieldProblem> problems;
    Article article = read_article_fields(object, problems);
    if (problems.empty()) {
      RepairedText as_read{.text = std::move(article.text)};
      if (auto problem = set_text(article, std::move(as_read))) {
        problems.push_back({.defect = problem->defect, .field = "text", .message = std::move(problem->message)});
      }
    }
    if (!problems.empty()) {
      reject_fields(problems, line);
      return;
    }
    if (article.id.empty()) article.id = id_by_content(line);
    tell_repairs(line, problems);
    delivery_.article(std::move(article), place_, line);
  }

  // The number of the line would make results depend on the order of lines.
  [[nodiscard]] std::string id_by_content(std::string_view line) const {
    ContentHash hash;
    hash.add(line);
    return input_.document + "#" + hash.hex();
  }

  // What was put right, or left aside, in a line that is used; it counts once.
  void tell_repairs(const std::string& line, const std::vector<FieldProblem>& harmless) {
    bool counted = false;
    const auto tell = [&](Place place, Defect defect, std::string message) {
      if (counted) {
        delivery_.also(std::move(place), defect, std::move(message), line, true);
      } else {
        delivery_.repaired(std::move(place), defect, std::move(message), line);
      }
      counted = true;
    };
    if (!encoding_problem_.empty()) tell(place_of_repair_, Defect::invalid_utf8, encoding_problem_);
    for (const FieldProblem& problem : harmless) tell(place_of(problem), problem.defect, problem.message);
  }

  [[nodiscard]] Place place_of(const FieldProblem& problem) const {
    Place place = place_;
    place.field = problem.field;
    return place;
  }

  // The first grave problem; if strict, all of them.
  void reject_fields(const std::vector<FieldProblem>& problems, const std::string& line) {
    const auto first = std::ranges::find_if_not(problems, &FieldProblem::harmless);
    delivery_.reject(place_of(*first), first->defect, first->message, line);
    if (!options_.strict) return;
    for (const FieldProblem& problem : problems) {
      if (&problem != &*first) delivery_.also(place_of(problem), problem.defect, problem.message, line, false);
    }
  }

  bool reject_malformed(const std::string& line, simdjson::error_code error) {
    Place place = place_;
    std::string message = simdjson::error_message(error);
    if (const auto fault = find_json_fault(line)) {
      place.column = position_of(line, fault->offset).column;
      message = fault->message;
    }
    const bool is_list = place_.line == 1 && line[line.find_first_not_of(" \t")] == '[';
    if (is_list) message += "; the file is a list over several lines, not JSON Lines (jq -c '.[]' makes it so)";
    delivery_.reject(std::move(place), Defect::invalid_json, std::move(message), line);
    return !is_list;
  }

  void reject_neither(simdjson::dom::object object, const std::string& line) {
    std::string message = "neither a record (no \"participants\") nor an article (no \"text\")";
    const std::vector<std::string> wanted{"participants", "text"};
    for (const auto& [name, value] : object) {
      const std::string suggestion = closest(name, wanted);
      if (suggestion.empty()) continue;
      message += "; did you mean '" + suggestion + "' by " + in_quotes(name) + "?";
      break;
    }
    delivery_.reject(place_, Defect::missing_participants, std::move(message), line);
  }

  static constexpr std::size_t blocks_a_thread = 6;

  OpenInput& input_;
  const InputOptions& options_;
  Delivery& delivery_;
  simdjson::dom::parser parser_;
  Place place_;
  Place place_of_repair_;
  std::string encoding_problem_;
};

}  // namespace

void read_json_lines(OpenInput& input, const InputOptions& options, Delivery& delivery) {
  JsonLines(input, options, delivery).read();
}

}  // namespace entente
