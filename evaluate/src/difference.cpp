#include <entente/evaluate/difference.hpp>

namespace entente {

std::string_view to_string(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::false_document:
      return "false document";
    case DifferenceKind::event_missing:
      return "event missing";
    case DifferenceKind::event_too_many:
      return "event too many";
    case DifferenceKind::participant_missing:
      return "participant missing";
    case DifferenceKind::participant_too_many:
      return "participant too many";
    case DifferenceKind::wrong_date:
      return "wrong date";
    case DifferenceKind::wrong_type:
      return "wrong type";
    case DifferenceKind::wrong_place:
      return "wrong place";
    case DifferenceKind::wrong_country:
      return "wrong country";
    case DifferenceKind::wrong_position:
      return "wrong position";
    case DifferenceKind::name_too_short:
      return "name too short";
    case DifferenceKind::persons_merged:
      return "persons merged";
    case DifferenceKind::person_split:
      return "person split";
  }
  return {};
}

}  // namespace entente
