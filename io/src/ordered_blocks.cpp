#include <entente/core/parallel.hpp>
#include <entente/io/ordered_blocks.hpp>

#include <algorithm>
#include <vector>

namespace entente {

void write_blocks(std::ostream& out, std::size_t size, std::size_t block_size, const Run& run,
                  const std::function<std::string(std::size_t begin, std::size_t end)>& text_of) {
  const std::size_t blocks = (size + block_size - 1) / block_size;
  const std::size_t at_once = 4 * num_workers(run);
  std::vector<std::string> texts(at_once);
  for (std::size_t first = 0; first < blocks; first += at_once) {
    const std::size_t count = std::min(at_once, blocks - first);
    for_blocks(run, count, 1, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t index = begin; index < end; ++index) {
        const std::size_t row = (first + index) * block_size;
        texts[index] = text_of(row, std::min(row + block_size, size));
      }
    });
    for (std::size_t index = 0; index < count; ++index) out << texts[index];
  }
}

}  // namespace entente
