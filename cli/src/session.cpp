#include "session.hpp"

#include <entente/core/unicode.hpp>

namespace entente::cli {

Look look_of_output(const Session& session) {
  return session.request.output == "-" ? session.streams.out_look : Look{};
}

void clear_progress(const Session& session) {
  if (session.run.progress) session.streams.err << "\r\x1b[K";
}

void complain(const Session& session, const std::string& message) {
  clear_progress(session);
  session.streams.err << "entente: " << terminal_safe(repair_utf8(message)) << '\n';
}

}  // namespace entente::cli
