#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Notes who came along with `head`; family does not sit in on talks.
void add_company(Story& story, int head, const Persons& members);

/// Words of company that are no verb: "together with X", "with the participation of X", "in the presence of X".
void read_company_phrases(Story& story, const SentenceReading& sentence);

/// Adds those who came along with somebody to the occasions of the journey that he takes part in.
void add_companions(Story& story, const Document& document);

}  // namespace entente::extract
