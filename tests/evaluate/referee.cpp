#include "referee.hpp"

#include "command.hpp"

#include <entente/io/json_text.hpp>

#include <stdexcept>
#include <string_view>

#include <simdjson.h>

namespace entente::test {

namespace {

const std::string folder = ENTENTE_SOURCE_DIR "/data/gold";

std::string output_of(const std::string& command) {
  CommandResult result = run_command(command);
  if (result.status != 0) throw std::runtime_error(command + "\n" + result.output);
  return std::move(result.output);
}

}  // namespace

NamedFigures referee_figures(const std::vector<std::string>& gold, const std::string& records) {
  std::string command = python + " '" + folder + "/score.py' --json";
  for (const std::string& path : gold) command += " --gold '" + path + "'";
  simdjson::dom::parser parser;
  NamedFigures figures;
  const simdjson::dom::object all = parser.parse(output_of(command + " '" + records + "'"));
  for (const auto& [name, value] : all) {
    simdjson::dom::object parts;
    if (value.get(parts) != simdjson::SUCCESS) {
      figures[std::string(name)] = value.get<double>();
      continue;
    }
    for (const auto& [part, number] : parts)
      figures[std::string(name) + "." + std::string(part)] = number.get<double>();
  }
  return figures;
}

NamedFigures named(const Figures& figures) {
  NamedFigures result{{"documents", static_cast<double>(figures.documents)},
                      {"date", figures.date.value()},
                      {"type", figures.type.value()},
                      {"place", figures.place.value()},
                      {"country", figures.country.value()},
                      {"position", figures.position.value()},
                      {"fullname", figures.full_name.value()},
                      {"identity", figures.identity.f1()},
                      {"false_docs", static_cast<double>(figures.false_documents)},
                      {"negatives", static_cast<double>(figures.documents_without_event)}};
  const std::map<std::string, Ratio> ratios{
      {"pairs", figures.pairs}, {"events", figures.events}, {"persons", figures.persons}};
  for (const auto& [name, ratio] : ratios) {
    result[name + ".precision"] = ratio.precision();
    result[name + ".recall"] = ratio.recall();
    result[name + ".f1"] = ratio.f1();
  }
  return result;
}

std::vector<std::string> referee_folded(const std::vector<std::string>& texts) {
  std::string list;
  JsonWriter json(list);
  json.begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
  const std::string script =
      "import json, sys; sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True; import score; "
      "print(json.dumps([score.fold(text) for text in json.loads(sys.argv[2])]))";
  std::string quoted = "'";
  for (const char c : list) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  simdjson::dom::parser parser;
  std::vector<std::string> folded;
  const simdjson::dom::array values =
      parser.parse(output_of(python + " -c '" + script + "' '" + folder + "' " + quoted + "'"));
  for (const auto value : values) folded.emplace_back(value.get<std::string_view>().value());
  return folded;
}

}  // namespace entente::test
