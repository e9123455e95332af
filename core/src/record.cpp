#include <entente/core/record.hpp>

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 9> names_of_event_types{
    "meeting", "call", "visit", "ceremony", "signing", "conference", "exercise", "co-mention", "other"};
constexpr std::array<std::string_view, 6> names_of_roles{"host", "guest", "head", "member", "attendee", "signatory"};

template <typename Enum, std::size_t size>
std::optional<Enum> parse_name(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::span<const std::string_view> event_type_names() { return names_of_event_types; }
std::span<const std::string_view> role_names() { return names_of_roles; }
std::string_view to_string(EventType type) { return names_of_event_types.at(static_cast<std::size_t>(type)); }
std::string_view to_string(Role role) { return names_of_roles.at(static_cast<std::size_t>(role)); }
std::optional<EventType> parse_event_type(std::string_view name) {
  return parse_name<EventType>(names_of_event_types, name);
}
std::optional<Role> parse_role(std::string_view name) { return parse_name<Role>(names_of_roles, name); }

}  // namespace entente
