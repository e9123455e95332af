// The published sets in data/records, and the published schema, against the readers.
#include "collected_input.hpp"
#include "command.hpp"
#include "sample_network.hpp"
#include "temporary_folder.hpp"

#include <entente/core/event_graph.hpp>
#include <entente/io/record_json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

const std::string hand_made_records = ENTENTE_SOURCE_DIR "/data/records/";

CommandResult validate(const std::string& path) {
  return run_command(python + " " + script("validate_records.py") + " " ENTENTE_SOURCE_DIR "/docs/record.schema.json " +
                     path);
}

}  // namespace

TEST_CASE("the Southern Women have their printed sums", "[io]") {
  const CollectedInput input = collect({hand_made_records + "southern-women.csv"});
  CHECK(input.rejected.empty());
  CHECK(input.records.size() == 14);
  std::map<std::string, std::size_t> attended;
  std::vector<std::size_t> sizes;
  std::size_t participations = 0;
  for (const Record& record : input.records) {
    CHECK(record.date);
    sizes.push_back(record.participants.size());
    participations += record.participants.size();
    for (const Participant& woman : record.participants) ++attended[woman.name];
  }
  CHECK(participations == 89);
  CHECK(attended.size() == 18);
  // Davis, Gardner and Gardner 1941, figure 3: the margins of the table.
  CHECK(sizes == std::vector<std::size_t>{3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3});
  CHECK(attended["Evelyn Jefferson"] == 8);
  CHECK(attended["Nora Fayette"] == 8);
  CHECK(attended["Dorothy Murchison"] == 2);
}

TEST_CASE("the participations of the shared sets are read", "[io]") {
  const std::filesystem::path folder = std::string(ENTENTE_SHARED_DIR) + "/data";
  if (!std::filesystem::exists(folder)) {
    WARN("the shared sets are not there; not tested");
    return;
  }
  std::size_t sets = 0;
  for (const auto& set : std::filesystem::directory_iterator(folder)) {
    const std::filesystem::path path = set.path() / "participations.csv";
    if (!std::filesystem::exists(path)) continue;
    CAPTURE(path);
    ++sets;
    const CollectedInput input = collect({path.string()});
    CHECK(input.rejected.empty());
    CHECK(input.records.size() > 5);
  }
  CHECK(sets >= 5);
}

TEST_CASE("the records of the seed articles are whole and follow the schema", "[io]") {
  const CollectedInput input = collect({hand_made_records + "seeds.jsonl"}, {}, {.strict = true});
  CHECK(input.rejected.empty());
  CHECK(input.records.size() == 10);
  for (const Record& record : input.records) {
    CHECK(record.sources.size() == 1);
    CHECK(record.id.starts_with(record.sources.front().document + "#"));
    CHECK(record.participants.size() >= 2);
    CHECK(record.evidence.empty());
  }
  if (!has_python_module("jsonschema")) {
    WARN("Python has no jsonschema; not tested");
    return;
  }
  const CommandResult result = validate(hand_made_records + "seeds.jsonl");
  INFO(result.output);
  CHECK(result.status == 0);
}

TEST_CASE("what is written follows the schema, what is rejected does not", "[io]") {
  if (!has_python_module("jsonschema")) {
    WARN("Python has no jsonschema; not tested");
    return;
  }
  const TemporaryFolder folder;
  std::string lines;
  for (Record& record : hostile_records()) {
    record.mentions.push_back({"Cy"});
    record.sources.push_back({.document = "b", .published = Date::parse("XXXX-05"), .title = "T", .url = "U"});
    record.participants.front().spans.push_back({1, 2});
    if (!record.evidence.empty()) record.evidence.front().range = ByteRange{3, 4};
    lines += to_json_line(record) + "\n";
  }
  lines +=
      R"({"participants": ["Ada"], "source": "a.txt", "mentions": ["Bo"], "date": null, "place": null, "id": 3, "x_own": 1})"
      "\n";
  const CommandResult written = validate(folder.write("written.jsonl", lines));
  INFO(written.output);
  CHECK(written.status == 0);

  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/io/broken")) {
    const std::string name = entry.path().filename().string();
    const bool in_schema = name.ends_with(".jsonl") && !name.starts_with("invalid_json") &&
                           !name.starts_with("repaired") && !name.starts_with("duplicate") &&
                           !name.starts_with("empty_article") && !name.starts_with("binary_article") &&
                           !name.starts_with("not_english") &&
                           // What a schema cannot say: days of a month, order of numbers, blanks that are cut off.
                           name != "invalid_date.jsonl" && name != "invalid_range_backwards.jsonl" &&
                           name != "nameless_participant_blank.jsonl" && name != "wrong_field_type_text.jsonl";
    if (!in_schema) continue;
    CAPTURE(name);
    CHECK(validate(entry.path().string()).status == 1);
  }
}
