#include "session.hpp"

#include <entente/core/unicode.hpp>

namespace entente::cli {

void complain(const Session& session, const std::string& message) {
  session.streams.err << "entente: " << terminal_safe(repair_utf8(message)) << '\n';
}

}  // namespace entente::cli
