#pragma once

#include "names.hpp"

#include <vector>

namespace entente::extract {

/// "the defense ministers of A, B and C - X, Y and Z", "the A and B defense ministers, X and Y", "Presidents X and Y":
/// one office, and where there are as many countries as names, to each his own.
void share_plural_titles(const Document& document, std::vector<NameMention>& names);

/// "Turkey's defense minister on Friday … . Hulusi Akar landed …": the first sentence tells the office of whom the next
/// one names without any.
void name_lead_office(const Document& document, std::vector<NameMention>& names);

/// "Minister of State (MOS) A B … MOS B": capitals before a name that the text also tells without them are an office.
void strip_abbreviated_offices(const Document& document, std::vector<NameMention>& names);

}  // namespace entente::extract
