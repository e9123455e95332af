#pragma once

#include <entente/core/run.hpp>

#include <cstddef>
#include <functional>
#include <ostream>
#include <string>

namespace entente {

/// Writes what `text_of` makes of consecutive blocks of [0, size), in their order; the texts are made on several
/// threads, a few blocks at a time.
void write_blocks(std::ostream& out, std::size_t size, std::size_t block_size, const Run& run,
                  const std::function<std::string(std::size_t begin, std::size_t end)>& text_of);

}  // namespace entente
