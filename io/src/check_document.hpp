#pragma once

#include <entente/io/network_document.hpp>

namespace entente {

/// Throws `Error` (`bad_option`) unless all parts of the document are about the same persons.
void check_document(const NetworkDocument& document);

}  // namespace entente
