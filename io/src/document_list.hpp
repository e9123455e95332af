#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace entente {

/// Between the names of documents, and of events, where they are one text.
inline constexpr std::string_view list_separator = " | ";

/// Calls `use(name)` for each document of an event's list.
template <typename Use>
void for_documents(std::string_view documents, const Use& use) {
  while (!documents.empty()) {
    const std::size_t end = std::min(documents.find(list_separator), documents.size());
    const std::string_view document = documents.substr(0, end);
    documents.remove_prefix(std::min(end + list_separator.size(), documents.size()));
    if (!document.empty()) use(document);
  }
}

}  // namespace entente
