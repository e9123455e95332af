#pragma once

#include <entente/evaluate/figures.hpp>

#include <map>
#include <string>
#include <vector>

namespace entente::test {

/// Figures by name: "documents", "pairs.f1", "identity" …
using NamedFigures = std::map<std::string, double>;

/// What data/gold/score.py says of a file of records. Throws where it fails.
[[nodiscard]] NamedFigures referee_figures(const std::vector<std::string>& gold, const std::string& records);

/// The same figures of ours.
[[nodiscard]] NamedFigures named(const Figures& figures);

/// The texts folded by score.py.
[[nodiscard]] std::vector<std::string> referee_folded(const std::vector<std::string>& texts);

}  // namespace entente::test
