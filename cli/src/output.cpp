#include "output.hpp"

#include "terminal_table.hpp"

#include <entente/io/output_file.hpp>

namespace entente::cli {

void write_output(const Session& session, const std::function<void(std::ostream&)>& write) {
  if (session.request.output != "-") {
    write_file(session.request.output, write);
    return;
  }
  clear_progress(session);
  write(session.streams.out);
  session.streams.out.flush();
}

void write_table(const Session& session, const Table& full, const Table& shown, std::string_view bars) {
  write_output(session, [&](std::ostream& out) {
    switch (session.request.format) {
      case TableFormat::table:
        print_table(out, shown, look_of_output(session), bars);
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
