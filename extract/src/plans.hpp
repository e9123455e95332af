#pragma once

#include "sentence_reading.hpp"

namespace entente::extract {

/// True if tokens [begin, token) end with words of a plan or a denial ("will", "did not").
[[nodiscard]] bool is_planned_before(const SentenceReading& sentence, std::uint32_t begin, std::uint32_t token);

/// True if the event of the trigger lies ahead, is wished for or did not come about.
[[nodiscard]] bool is_unreal(const SentenceReading& sentence, const Trigger& trigger);

}  // namespace entente::extract
