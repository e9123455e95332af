#pragma once

#include "session.hpp"
#include "summary.hpp"

#include <entente/io/network_document.hpp>

namespace entente::cli {

/// Gives the persons of a document the positions that the study asks for, and tells the summary how.
void lay_out(const Session& session, NetworkDocument& document, Summary& summary);

}  // namespace entente::cli
