#include "html_entities.hpp"

#include "windows_1252.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace entente {

namespace {

struct Entity {
  std::string_view name;
  char32_t character;
};

// https://html.spec.whatwg.org/multipage/named-characters.html: ASCII, Latin-1, the letters of European names,
// typography. In the order of the bytes of their names.
constexpr std::array entities{
    Entity{"AElig", 0x00C6},  Entity{"Aacute", 0x00C1}, Entity{"Abreve", 0x0102},  Entity{"Acirc", 0x00C2},
    Entity{"Agrave", 0x00C0}, Entity{"Amacr", 0x0100},  Entity{"Aogon", 0x0104},   Entity{"Aring", 0x00C5},
    Entity{"Atilde", 0x00C3}, Entity{"Auml", 0x00C4},   Entity{"Cacute", 0x0106},  Entity{"Ccaron", 0x010C},
    Entity{"Ccedil", 0x00C7}, Entity{"Dagger", 0x2021}, Entity{"Dcaron", 0x010E},  Entity{"Dstrok", 0x0110},
    Entity{"ETH", 0x00D0},    Entity{"Eacute", 0x00C9}, Entity{"Ecaron", 0x011A},  Entity{"Ecirc", 0x00CA},
    Entity{"Egrave", 0x00C8}, Entity{"Emacr", 0x0112},  Entity{"Eogon", 0x0118},   Entity{"Euml", 0x00CB},
    Entity{"Gbreve", 0x011E}, Entity{"Iacute", 0x00CD}, Entity{"Icirc", 0x00CE},   Entity{"Idot", 0x0130},
    Entity{"Igrave", 0x00CC}, Entity{"Imacr", 0x012A},  Entity{"Iuml", 0x00CF},    Entity{"Lstrok", 0x0141},
    Entity{"Nacute", 0x0143}, Entity{"Ncaron", 0x0147}, Entity{"NewLine", 0x000A}, Entity{"Ntilde", 0x00D1},
    Entity{"OElig", 0x0152},  Entity{"Oacute", 0x00D3}, Entity{"Ocirc", 0x00D4},   Entity{"Odblac", 0x0150},
    Entity{"Ograve", 0x00D2}, Entity{"Omacr", 0x014C},  Entity{"Oslash", 0x00D8},  Entity{"Otilde", 0x00D5},
    Entity{"Ouml", 0x00D6},   Entity{"Prime", 0x2033},  Entity{"Rcaron", 0x0158},  Entity{"Sacute", 0x015A},
    Entity{"Scaron", 0x0160}, Entity{"Scedil", 0x015E}, Entity{"THORN", 0x00DE},   Entity{"Tab", 0x0009},
    Entity{"Tcedil", 0x0162}, Entity{"Uacute", 0x00DA}, Entity{"Ucirc", 0x00DB},   Entity{"Udblac", 0x0170},
    Entity{"Ugrave", 0x00D9}, Entity{"Umacr", 0x016A},  Entity{"Uring", 0x016E},   Entity{"Uuml", 0x00DC},
    Entity{"Yacute", 0x00DD}, Entity{"Yuml", 0x0178},   Entity{"Zacute", 0x0179},  Entity{"Zcaron", 0x017D},
    Entity{"Zdot", 0x017B},   Entity{"aacute", 0x00E1}, Entity{"abreve", 0x0103},  Entity{"acirc", 0x00E2},
    Entity{"acute", 0x00B4},  Entity{"aelig", 0x00E6},  Entity{"agrave", 0x00E0},  Entity{"amacr", 0x0101},
    Entity{"amp", 0x0026},    Entity{"aogon", 0x0105},  Entity{"apos", 0x0027},    Entity{"aring", 0x00E5},
    Entity{"asymp", 0x2248},  Entity{"atilde", 0x00E3}, Entity{"auml", 0x00E4},    Entity{"bdquo", 0x201E},
    Entity{"brvbar", 0x00A6}, Entity{"bull", 0x2022},   Entity{"cacute", 0x0107},  Entity{"ccaron", 0x010D},
    Entity{"ccedil", 0x00E7}, Entity{"cedil", 0x00B8},  Entity{"cent", 0x00A2},    Entity{"circ", 0x02C6},
    Entity{"colon", 0x003A},  Entity{"comma", 0x002C},  Entity{"commat", 0x0040},  Entity{"copy", 0x00A9},
    Entity{"curren", 0x00A4}, Entity{"dagger", 0x2020}, Entity{"darr", 0x2193},    Entity{"dash", 0x2010},
    Entity{"dcaron", 0x010F}, Entity{"deg", 0x00B0},    Entity{"divide", 0x00F7},  Entity{"dstrok", 0x0111},
    Entity{"eacute", 0x00E9}, Entity{"ecaron", 0x011B}, Entity{"ecirc", 0x00EA},   Entity{"egrave", 0x00E8},
    Entity{"emacr", 0x0113},  Entity{"emsp", 0x2003},   Entity{"ensp", 0x2002},    Entity{"eogon", 0x0119},
    Entity{"eth", 0x00F0},    Entity{"euml", 0x00EB},   Entity{"euro", 0x20AC},    Entity{"excl", 0x0021},
    Entity{"fnof", 0x0192},   Entity{"frac12", 0x00BD}, Entity{"frac14", 0x00BC},  Entity{"frac34", 0x00BE},
    Entity{"frasl", 0x2044},  Entity{"gbreve", 0x011F}, Entity{"ge", 0x2265},      Entity{"gt", 0x003E},
    Entity{"hairsp", 0x200A}, Entity{"hellip", 0x2026}, Entity{"horbar", 0x2015},  Entity{"hyphen", 0x2010},
    Entity{"iacute", 0x00ED}, Entity{"icirc", 0x00EE},  Entity{"iexcl", 0x00A1},   Entity{"igrave", 0x00EC},
    Entity{"imacr", 0x012B},  Entity{"imath", 0x0131},  Entity{"inodot", 0x0131},  Entity{"iquest", 0x00BF},
    Entity{"iuml", 0x00EF},   Entity{"laquo", 0x00AB},  Entity{"larr", 0x2190},    Entity{"ldquo", 0x201C},
    Entity{"le", 0x2264},     Entity{"lowbar", 0x005F}, Entity{"lpar", 0x0028},    Entity{"lrm", 0x200E},
    Entity{"lsaquo", 0x2039}, Entity{"lsqb", 0x005B},   Entity{"lsquo", 0x2018},   Entity{"lstrok", 0x0142},
    Entity{"lt", 0x003C},     Entity{"macr", 0x00AF},   Entity{"mdash", 0x2014},   Entity{"micro", 0x00B5},
    Entity{"middot", 0x00B7}, Entity{"minus", 0x2212},  Entity{"nacute", 0x0144},  Entity{"nbsp", 0x00A0},
    Entity{"ncaron", 0x0148}, Entity{"ndash", 0x2013},  Entity{"ne", 0x2260},      Entity{"not", 0x00AC},
    Entity{"ntilde", 0x00F1}, Entity{"num", 0x0023},    Entity{"numsp", 0x2007},   Entity{"oacute", 0x00F3},
    Entity{"ocirc", 0x00F4},  Entity{"odblac", 0x0151}, Entity{"oelig", 0x0153},   Entity{"ograve", 0x00F2},
    Entity{"oline", 0x203E},  Entity{"omacr", 0x014D},  Entity{"ordf", 0x00AA},    Entity{"ordm", 0x00BA},
    Entity{"oslash", 0x00F8}, Entity{"otilde", 0x00F5}, Entity{"ouml", 0x00F6},    Entity{"para", 0x00B6},
    Entity{"percnt", 0x0025}, Entity{"period", 0x002E}, Entity{"permil", 0x2030},  Entity{"plusmn", 0x00B1},
    Entity{"pound", 0x00A3},  Entity{"prime", 0x2032},  Entity{"puncsp", 0x2008},  Entity{"quest", 0x003F},
    Entity{"quot", 0x0022},   Entity{"raquo", 0x00BB},  Entity{"rarr", 0x2192},    Entity{"rcaron", 0x0159},
    Entity{"rdquo", 0x201D},  Entity{"reg", 0x00AE},    Entity{"rlm", 0x200F},     Entity{"rpar", 0x0029},
    Entity{"rsaquo", 0x203A}, Entity{"rsqb", 0x005D},   Entity{"rsquo", 0x2019},   Entity{"sacute", 0x015B},
    Entity{"sbquo", 0x201A},  Entity{"scaron", 0x0161}, Entity{"scedil", 0x015F},  Entity{"sect", 0x00A7},
    Entity{"semi", 0x003B},   Entity{"shy", 0x00AD},    Entity{"sol", 0x002F},     Entity{"sup1", 0x00B9},
    Entity{"sup2", 0x00B2},   Entity{"sup3", 0x00B3},   Entity{"szlig", 0x00DF},   Entity{"tcaron", 0x0165},
    Entity{"tcedil", 0x0163}, Entity{"thinsp", 0x2009}, Entity{"thorn", 0x00FE},   Entity{"tilde", 0x02DC},
    Entity{"times", 0x00D7},  Entity{"trade", 0x2122},  Entity{"uacute", 0x00FA},  Entity{"uarr", 0x2191},
    Entity{"ucirc", 0x00FB},  Entity{"udblac", 0x0171}, Entity{"ugrave", 0x00F9},  Entity{"umacr", 0x016B},
    Entity{"uml", 0x00A8},    Entity{"uring", 0x016F},  Entity{"uuml", 0x00FC},    Entity{"yacute", 0x00FD},
    Entity{"yen", 0x00A5},    Entity{"yuml", 0x00FF},   Entity{"zacute", 0x017A},  Entity{"zcaron", 0x017E},
    Entity{"zdot", 0x017C},   Entity{"zwj", 0x200D},    Entity{"zwnj", 0x200C},
};
static_assert(std::ranges::is_sorted(entities, {}, &Entity::name));

constexpr std::size_t longest_reference = 12;

char32_t named(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(entities, name, {}, &Entity::name);
  return found != entities.end() && found->name == name ? found->character : 0;
}

// `number`: what stands behind '#'. 0 if it is none.
char32_t numbered(std::string_view number) {
  const bool is_hex = number.starts_with('x') || number.starts_with('X');
  if (is_hex) number.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value, is_hex ? 16 : 10);
  if (error != std::errc{} || end != number.data() + number.size()) return 0;
  if (0x80 <= value && value < 0xA0) value = windows_1252(static_cast<unsigned char>(value));
  const bool is_control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
  const bool is_surrogate = 0xD800 <= value && value < 0xE000;
  return is_control || is_surrogate || value > 0x10FFFF ? 0xFFFD : value;
}

}  // namespace

EntityReference entity_at(std::string_view text, std::size_t position) {
  const std::string_view reference = text.substr(position, longest_reference);
  const std::size_t end = reference.find(';');
  if (end == std::string_view::npos) return {};
  const std::string_view name = reference.substr(1, end - 1);
  const char32_t character = name.starts_with('#') ? numbered(name.substr(1)) : named(name);
  return {.length = character == 0 ? 0 : end + 1, .character = character};
}

}  // namespace entente
