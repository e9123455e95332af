#include "output.hpp"

#include "terminal_table.hpp"

#include <entente/io/output_file.hpp>

namespace entente::cli {

void write_output(const Session& session, const std::function<void(std::ostream&)>& write) {
  if (session.request.output != "-") {
    write_file(session.request.output, write);
    return;
  }
  write(session.streams.out);
  session.streams.out.flush();
}

void write_table(const Session& session, const Table& full, const Table& shown) {
  const std::size_t width = session.request.output == "-" ? session.streams.out_width : 0;
  write_output(session, [&](std::ostream& out) {
    switch (session.request.format) {
      case TableFormat::table:
        print_table(out, shown, width);
        break;
      case TableFormat::csv:
        write_csv(out, full);
        break;
      case TableFormat::json:
        write_json(out, full);
        break;
    }
  });
}

}  // namespace entente::cli
