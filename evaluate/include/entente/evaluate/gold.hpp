#pragma once

#include <entente/core/date.hpp>
#include <entente/core/record.hpp>

#include <optional>
#include <string>
#include <vector>

namespace entente {

/// A person as a document of the gold names them. Texts are empty where the document does not tell.
struct GoldPerson {
  std::string key = {};   ///< the same for the same person in every document
  std::string name = {};  ///< the fullest form that stands in the document
  std::vector<std::string> aliases = {};
  std::string country = {};
  std::string position = {};
};

/// An occasion that the annotator found in a document.
struct GoldEvent {
  EventType type = EventType::other;
  std::optional<Date> date = {};
  std::string place = {};
  std::vector<std::string> participants = {};  ///< keys of persons of the document, two or more, each once
};

/// What a careful reader found in one document.
struct GoldDocument {
  std::string name = {};  ///< of the file, without folders
  std::vector<GoldPerson> persons = {};
  std::vector<GoldEvent> events = {};
};

/// The annotations to measure by, each document once (data/gold/GUIDE.md).
using Gold = std::vector<GoldDocument>;

}  // namespace entente
