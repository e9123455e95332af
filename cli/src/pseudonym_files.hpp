#pragma once

#include "session.hpp"

#include <entente/resolve/resolved_records.hpp>

#include <string>

namespace entente::cli {

/// What the tokens are made with: the content of the file that the study names, or nothing. Throws `Error`
/// (`input_missing`, `input_unreadable`) and, for an empty file, `bad_option`.
[[nodiscard]] std::string read_pseudonym_key(const Study& study);

/// Where the user asked for it: whom and what each token of `resolved` stands for, for the user's eyes only.
void write_pseudonym_table(const Session& session, const ResolvedRecords& resolved);

}  // namespace entente::cli
