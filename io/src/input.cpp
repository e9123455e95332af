// Finds the files, opens each in turn and gives it to the reader of its format. A file that cannot be opened or breaks
// off is rejected with what was read of it kept; only when no file at all could be opened is that an error.

#include "delivery.hpp"
#include "input_files.hpp"
#include "line_reader.hpp"
#include "readers.hpp"

#include <entente/core/error.hpp>
#include <entente/io/input.hpp>

#include <cerrno>
#include <fstream>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace entente {

namespace {

class InputReader {
 public:
  InputReader(std::istream& standard_input, const Run& run, const InputOptions& options, Delivery& delivery)
      : standard_input_(standard_input), run_(run), options_(options), delivery_(delivery) {}

  void read(const std::vector<InputFile>& files) {
    for (const InputFile& file : files) total_ = file.sniff || total_ == unknown ? unknown : total_ + file.size;
    for (const InputFile& file : files) {
      check_stop(run_);
      read_file(file);
      done_ += file.size;
      report(run_, "read", done_, total());
    }
    if (first_failure_ && !any_opened_) throw *first_failure_;
  }

 private:
  static constexpr std::uint64_t unknown = ~std::uint64_t{0};

  [[nodiscard]] std::uint64_t total() const { return total_ == unknown ? 0 : total_; }

  void read_file(const InputFile& file) {
    if (file.standard_input) {
      read_stream(file, standard_input_);
      return;
    }
    errno = 0;
    std::ifstream stream(file.path, std::ios::binary);
    if (!stream) {
      const std::string message =
          "the file cannot be opened: " + std::generic_category().message(errno == 0 ? EIO : errno);
      const Place place{.source = file.path.string()};
      if (!first_failure_) first_failure_.emplace(ErrorCode::input_unreadable, message, place);
      delivery_.reject(place, Defect::unreadable_article, message, {});
      return;
    }
    read_stream(file, stream);
  }

  void read_stream(const InputFile& file, std::istream& stream) {
    any_opened_ = true;
    delivery_.file();
    Compression compression = file.compression;
    std::string first_bytes;
    if (file.sniff) {
      constexpr std::size_t magic_bytes = 4;
      first_bytes.resize(magic_bytes);
      stream.read(first_bytes.data(), magic_bytes);
      first_bytes.resize(static_cast<std::size_t>(stream.gcount()));
      compression = compression_of(first_bytes);
    }
    std::uint64_t line = 0;
    try {
      ByteStream bytes(stream, compression, std::move(first_bytes));
      const auto progress = [&] {
        constexpr std::uint64_t lines_between_reports = 4096;
        check_stop(run_);
        if (++line % lines_between_reports == 0) report_within(file, stream);
      };
      OpenInput input{bytes, file.path.string(), file.document, progress, run_};
      switch (file.sniff ? sniff(bytes) : file.format) {
        case InputFormat::text:
          read_text_article(input, delivery_);
          break;
        case InputFormat::json_lines:
          read_json_lines(input, options_, delivery_);
          break;
        case InputFormat::csv:
          read_csv(input, delivery_);
          break;
        case InputFormat::graphml:
          read_graphml(input, delivery_);
          break;
        case InputFormat::sqlite:
          read_sqlite(input, delivery_);
          break;
      }
    } catch (const ReadFailure& failure) {
      delivery_.reject(Place{.source = file.path.string()}, Defect::unreadable_article, failure.what(), {});
    }
  }

  void report_within(const InputFile& file, std::istream& stream) {
    if (!run_.progress) return;
    const auto position = file.standard_input ? std::streamoff{-1} : std::streamoff{stream.tellg()};
    report(run_, "read", position < 0 ? done_ : done_ + static_cast<std::uint64_t>(position), total());
  }

  // Looks at the beginning as far as the first line that is not blank goes.
  static InputFormat sniff(ByteStream& bytes) {
    constexpr std::size_t piece = std::size_t{1} << 16U;
    std::string beginning;
    bool ended = false;
    while (!ended && beginning.size() < max_document_bytes) {
      ended = bytes.read_all(beginning, piece);
      const std::size_t first = beginning.find_first_not_of(" \t\r\n");
      if (first != std::string::npos && beginning.find('\n', first) != std::string::npos) break;
    }
    const InputFormat format = format_of(beginning);
    bytes.unread(std::move(beginning));
    return format;
  }

  std::istream& standard_input_;
  const Run& run_;
  const InputOptions& options_;
  Delivery& delivery_;
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
  bool any_opened_ = false;
  std::optional<Error> first_failure_;
};

}  // namespace

InputCounts read_inputs(std::span<const std::string> paths, std::istream& standard_input, const InputSink& sink,
                        const Run& run, const InputOptions& options) {
  Delivery delivery(sink);
  InputReader(standard_input, run, options, delivery).read(find_input_files(paths, delivery));
  return delivery.counts();
}

}  // namespace entente
