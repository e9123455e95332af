#pragma once

#include "study.hpp"

#include <entente/resolve/pseudonyms.hpp>

namespace entente::cli {

/// The study as results show it: with tokens for the persons that it names, where `pseudonyms` are in use.
[[nodiscard]] Study shown_study(Study study, const Pseudonyms* pseudonyms);

}  // namespace entente::cli
