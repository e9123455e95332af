#include "office.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>

namespace entente {

namespace {

constexpr std::string_view kinds[] = {
    "untold",           "another office",    "head of state",     "head of government",
    "foreign minister", "defence minister",  "interior minister", "minister",
    "chief of staff",   "commander",         "ambassador",        "attaché",
    "speaker",          "secretary general", "adviser",           "envoy"};

class OfficeWords {
 public:
  explicit OfficeWords(std::string_view position) : words_(" " + fold(position) + " ") {}

  [[nodiscard]] bool has(std::string_view part) const { return words_.find(part) != std::string::npos; }
  [[nodiscard]] bool has_any(std::initializer_list<std::string_view> parts) const {
    return std::ranges::any_of(parts, [&](std::string_view part) { return has(part); });
  }

 private:
  std::string words_;
};

OfficeKind kind_of(const OfficeWords& office) {
  const bool defence = office.has_any({" defen", " mod ", " defesa", " difesa", " verteidigung", " savunma", " oborony",
                                       " odbrane", " obrane", " obrony"});
  if (office.has_any({" ambassad", " charge d", " high commissioner", " embajador", " embaixador", " botschafter",
                      " ambasciator", " buyukelci", " ambasador"}))
    return OfficeKind::ambassador;
  if (office.has(" attache")) return OfficeKind::attache;
  if (office.has_any({" envoy", " special representative"})) return OfficeKind::envoy;
  if (office.has_any({" adviser", " advisor", " aide", " assistant to"})) return OfficeKind::adviser;
  if (office.has_any(
          {" general staff",      " joint chiefs",       " joint staff",         " chief of staff",
           " chief of defen",     " chief of the defen", " chief of army staff", " chief of the armed forces",
           " military committee", " army chief",         " chief of the army",   " military chief",
           " chief of army",      " estado mayor",       " etat major",          " stato maggiore",
           " estado maior",       " generalstab",        " generalinspekteur",   " genelkurmay"}))
    return OfficeKind::chief_of_staff;
  if (office.has_any(
          {" speaker", " parliament", " chairman of the house", " national assembly", " milli majlis", " senate "}))
    return OfficeKind::speaker;
  if (office.has_any({" secretary general", " secretarygeneral"})) return OfficeKind::secretary_general;
  if (office.has_any({" prime minister", " premier", " chancellor", " head of government", " taoiseach",
                      " primer ministro", " primera ministra", " primeiro ministro", " primeira ministra",
                      " presidente del gobierno", " presidente del consiglio", " bundeskanzler", " kanzler",
                      " basbakan"}))
    return OfficeKind::head_of_government;
  if (office.has_any({" foreign", " external affairs", " external relations", " secretary of state", " fm ",
                      " asuntos exteriores", " relaciones exteriores", " relacoes exteriores", " affaires etrangeres",
                      " negocios estrangeiros", " affari esteri", " aussenminister", " disisleri", " inostrannyh del",
                      " inostrannykh del", " spraw zagranicznych", " buitenlandse zaken"}))
    return OfficeKind::foreign_minister;
  const bool minister = office.has_any({" minist", " secretary", "sminister", " bakan"});
  if (defence && minister) return OfficeKind::defence_minister;
  if (minister && office.has_any({" interior", " home ", " internal affairs"})) return OfficeKind::interior_minister;
  if (office.has_any({" commander", " comandante", " commandant en chef"})) return OfficeKind::commander;
  if (minister) return OfficeKind::other_minister;
  if (office.has_any({" president ", " presidente ", " cumhurbaskan", " bundesprasident", " head of state", " king ",
                      " queen ", " emir ", " amir ", " sultan ", " supreme leader"}))
    return OfficeKind::head_of_state;
  return OfficeKind::other;
}

}  // namespace

Office office_of(std::string_view position) {
  if (position.empty()) return {};
  const OfficeWords office(position);
  const bool deputy =
      office.has_any({" deputy", " vice ", " under secretary", " undersecretary", " assistant secretary",
                      " assistant minister", " state secretary", " minister of state"});
  return {kind_of(office), deputy};
}

bool may_be_one(const Office& a, const Office& b) {
  const auto is_head = [](OfficeKind kind) {
    return kind == OfficeKind::chief_of_staff || kind == OfficeKind::commander;
  };
  return a == b || (a.deputy == b.deputy && is_head(a.kind) && is_head(b.kind));
}

std::string_view to_string(OfficeKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

}  // namespace entente
