#pragma once

#include "references.hpp"

#include <cstdint>
#include <vector>

namespace entente::extract {

/// What became of a word of meeting.
enum class Verdict : std::uint8_t {
  told,            ///< an event, or one more sentence of a known one
  planned,         ///< lies ahead, is wished for or denied
  nobody,          ///< nobody who takes part is named
  one_alone,       ///< a single person and nobody with him
  frames_speech,   ///< only says where something was said
  of_a_place,      ///< "visited the museum"
  attendance_only  ///< "sat in on the meeting": told by the words of attendance
};

/// A word of meeting and what was made of it.
struct Finding {
  std::uint32_t sentence = 0;
  std::uint32_t begin = 0;  ///< tokens
  std::uint32_t end = 0;
  Verdict verdict = Verdict::told;
  int occasion = -1;  ///< index into the story's occasions, -1 for none
};

/// What was seen on the way, for those who want to know why; filled only where somebody asks.
struct Trace {
  std::vector<Reference> references;
  std::vector<Finding> findings;
};

}  // namespace entente::extract
