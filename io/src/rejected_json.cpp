#include <entente/io/json_text.hpp>
#include <entente/io/rejected_json.hpp>

namespace entente {

std::string to_json_line(const Rejected& rejected) {
  const DefectInfo& defect = info(rejected.defect);
  std::string line;
  JsonWriter json(line);
  json.begin_object().member_if_told("source", rejected.place.source);
  if (rejected.place.line > 0) json.member("line", rejected.place.line);
  if (rejected.place.column > 0) json.member("column", rejected.place.column);
  json.member_if_told("field", rejected.place.field)
      .member("defect", defect.name)
      .member("message", rejected.message)
      .member("hint", defect.hint)
      .member("repaired", rejected.repaired)
      .member_if_told("text", rejected.text)
      .end_object();
  return line;
}

}  // namespace entente
