// Each file in broken/ is named by its defect; a file that is used all the same begins with `repaired_`.
#include "collected_input.hpp"

#include <entente/core/error.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

const std::string broken_folder = ENTENTE_SOURCE_DIR "/tests/io/broken/";

struct BrokenFile {
  std::string_view name;
  Defect defect;
  std::uint64_t line;
  std::uint64_t column;
  std::string_view field;
  std::string_view message;
};

const std::vector<BrokenFile> broken_files{
    {"invalid_json_cut_off.jsonl", Defect::invalid_json, 1, 31, "",
     "expected ',' or '}' after the field, found the end of the line"},
    {"invalid_json_single_quotes.jsonl", Defect::invalid_json, 1, 2, "",
     "expected a field name in double quotes, found '''"},
    {"invalid_json_trailing_comma.jsonl", Defect::invalid_json, 1, 24, "", "expected a value, found ']'"},
    {"invalid_json_two_values.jsonl", Defect::invalid_json, 1, 27, "",
     "expected the end of the line after the JSON value, found '{'"},
    {"invalid_json_open_text.jsonl", Defect::invalid_json, 1, 19, "", "the text that begins here does not end"},
    {"invalid_json_control_character.jsonl", Defect::invalid_json, 1, 23, "",
     "a control character inside a text; write it as an escape"},
    {"invalid_json_surrogate.jsonl", Defect::invalid_json, 1, 20, "", "half of a surrogate pair"},
    {"invalid_json_escape.jsonl", Defect::invalid_json, 1, 21, "", R"(expected an escape such as \n, found 'x')"},
    {"invalid_json_number.jsonl", Defect::invalid_json, 1, 33, "", "expected ',' or '}' after the field, found '1'"},
    {"invalid_json_array_over_lines.json", Defect::invalid_json, 1, 2, "",
     "expected a value, found the end of the line; the file is a list over several lines, not JSON Lines "
     "(jq -c '.[]' makes it so)"},
    {"invalid_json_no_object.jsonl", Defect::invalid_json, 1, 0, "", "expected a JSON object, found a list"},
    {"invalid_json_not_json.jsonl", Defect::invalid_json, 1, 1, "", "expected a value, found 'A'"},
    {"invalid_json_duplicate_key.jsonl", Defect::invalid_json, 1, 0, "date", "the field stands twice in one object"},
    {"wrong_field_type_date.jsonl", Defect::wrong_field_type, 1, 0, "date",
     R"(expected a date such as "2024-01-18", found the number 2024)"},
    {"wrong_field_type_participants.jsonl", Defect::wrong_field_type, 1, 0, "participants",
     "expected a list, found the text 'Ada, Bo'"},
    {"wrong_field_type_participant.jsonl", Defect::wrong_field_type, 1, 0, "participants[1]",
     R"(expected a name or an object with "name", found the number 7)"},
    {"wrong_field_type_name.jsonl", Defect::wrong_field_type, 1, 0, "participants[0].name",
     "expected a text, found a list"},
    {"wrong_field_type_source.jsonl", Defect::wrong_field_type, 1, 0, "source",
     "expected the name of a document or an object, found a list"},
    {"wrong_field_type_two_sources.jsonl", Defect::wrong_field_type, 1, 0, "sources",
     "the record has both 'source' and 'sources'"},
    {"wrong_field_type_evidence.jsonl", Defect::wrong_field_type, 1, 0, "evidence[0]",
     R"(expected an object with "range" and "text", found the text 'They met.')"},
    {"wrong_field_type_text.jsonl", Defect::wrong_field_type, 1, 0, "text", "expected a text, found true"},
    {"missing_participants_empty_list.jsonl", Defect::missing_participants, 1, 0, "participants",
     "the record has no participants"},
    {"missing_participants_null.jsonl", Defect::missing_participants, 1, 0, "participants",
     "the record has no participants"},
    {"missing_participants_neither.jsonl", Defect::missing_participants, 1, 0, "",
     R"(neither a record (no "participants") nor an article (no "text"); did you mean 'participants' by 'partcipants'?)"},
    {"nameless_participant.jsonl", Defect::nameless_participant, 1, 0, "participants[1].name",
     "the participant has no name"},
    {"nameless_participant_blank.jsonl", Defect::nameless_participant, 1, 0, "participants[1]", "the name is empty"},
    {"nameless_participant_mention.jsonl", Defect::nameless_participant, 1, 0, "mentions[0].name",
     "the mention has no name"},
    {"duplicate_event_article.jsonl", Defect::duplicate_event, 2, 0, "id", "the article id 'n1' was given before"},
    {"invalid_date.jsonl", Defect::invalid_date, 2, 0, "date", "'2024-02-30' is no date"},
    {"invalid_date_of_source.jsonl", Defect::invalid_date, 1, 0, "source.published", "'18 January' is no date"},
    {"unknown_event_type.jsonl", Defect::unknown_event_type, 1, 0, "type",
     "unknown event type 'Meting'; did you mean 'meeting'?"},
    {"unknown_role.jsonl", Defect::unknown_role, 1, 0, "participants[0].role",
     "unknown role 'hosts'; did you mean 'host'?"},
    {"invalid_range_backwards.jsonl", Defect::invalid_range, 1, 0, "participants[0].spans[1]",
     "[9,4] is no byte range"},
    {"invalid_range_negative.jsonl", Defect::invalid_range, 1, 0, "evidence[0].range", "[-1,4] is no byte range"},
    {"invalid_range_three.jsonl", Defect::invalid_range, 1, 0, "evidence[0].range", "[1,4,5] is no byte range"},
    {"empty_article.jsonl", Defect::empty_article, 1, 0, "text", "the article has no text"},
    {"empty_article.txt", Defect::empty_article, 0, 0, "", "the article has no text"},
    {"binary_article.txt", Defect::binary_article, 0, 0, "",
     "this is no text: 8 of 12 bytes are control characters, 5 of them NUL"},
    {"binary_article.jsonl", Defect::binary_article, 1, 0, "text",
     "this is no text: 2 of 5 bytes are control characters, 1 of them NUL"},
    {"not_english.txt", Defect::not_english, 0, 0, "",
     "the text does not look like English: most of its letters are Cyrillic"},
    {"not_english.jsonl", Defect::not_english, 1, 0, "text",
     "the text does not look like English: most of its letters are Cyrillic"},
    {"invalid_csv_empty.csv", Defect::invalid_csv, 0, 0, "", "the file is empty"},
    {"invalid_csv_header.csv", Defect::invalid_csv, 1, 0, "",
     "the header has no column 'person'; did you mean 'persons'?"},
    {"invalid_csv_semicolons.csv", Defect::invalid_csv, 1, 0, "",
     "the header has no column 'event'; fields must be separated by commas"},
    {"invalid_csv_fields.csv", Defect::invalid_csv, 2, 0, "", "expected 2 fields as in the header, found 3"},
    {"invalid_csv_open_quote.csv", Defect::invalid_csv, 2, 0, "", "the quoted field that begins here does not end"},
    {"invalid_csv_after_quote.csv", Defect::invalid_csv, 2, 0, "",
     "expected ',' or the end of the row after a closing quote"},
    {"invalid_csv_no_event.csv", Defect::invalid_csv, 2, 0, "event", "the event is empty"},
    {"invalid_csv_two_dates.csv", Defect::invalid_csv, 3, 0, "date",
     "the event 'E1' is 2024-01-19 here and 2024-01-18 on line 2"},
    {"invalid_csv_two_types.csv", Defect::invalid_csv, 3, 0, "type",
     "the event 'E1' is a meeting here and a call on line 2"},
    {"nameless_participant.csv", Defect::nameless_participant, 2, 0, "person", "the name is empty"},
    {"invalid_date.csv", Defect::invalid_date, 2, 0, "date", "'18.1.2024' is no date"},
    {"unknown_event_type.csv", Defect::unknown_event_type, 2, 0, "type", "unknown event type 'summit'"},
    {"unreadable_article_no_gzip.txt.gz", Defect::unreadable_article, 0, 0, "", "the gzip data are damaged or cut off"},
    {"repaired_invalid_utf8.jsonl", Defect::invalid_utf8, 1, 28, "", "invalid UTF-8, replaced by U+FFFD"},
    {"repaired_invalid_utf8_article.jsonl", Defect::invalid_utf8, 1, 12, "", "invalid UTF-8, replaced by U+FFFD"},
    {"repaired_invalid_utf8.csv", Defect::invalid_utf8, 2, 6, "", "invalid UTF-8, replaced by U+FFFD"},
    {"repaired_invalid_utf8.txt", Defect::invalid_utf8, 2, 2, "",
     "invalid UTF-8, replaced by U+FFFD, at 1 place, the first of them here"},
    {"repaired_invalid_utf8_windows_1252.txt", Defect::invalid_utf8, 2, 2, "",
     "invalid UTF-8, read as Windows-1252, at 1 place, the first of them here"},
    {"repaired_invalid_utf8_windows_1252.jsonl", Defect::invalid_utf8, 1, 12, "",
     "invalid UTF-8, read as Windows-1252"},
    {"repaired_invalid_utf8_utf16.txt", Defect::invalid_utf8, 1, 12, "",
     "invalid UTF-16, replaced by U+FFFD, at 1 place, the first of them here"},
};

}  // namespace

TEST_CASE("each broken file is told of with place, field, what was found and what was expected", "[io]") {
  const BrokenFile& broken = GENERATE(from_range(broken_files));
  CAPTURE(broken.name);
  const std::string path = broken_folder + std::string(broken.name);
  const CollectedInput input = collect({path});
  REQUIRE(input.rejected.size() == 1);
  const Rejected& rejected = input.rejected.front();
  CHECK(rejected.defect == broken.defect);
  CHECK(rejected.place ==
        Place{.source = path, .line = broken.line, .column = broken.column, .field = std::string(broken.field)});
  CHECK(rejected.message == broken.message);
  CHECK(rejected.repaired == broken.name.starts_with("repaired_"));
  CHECK(input.counts.repaired == (rejected.repaired ? 1 : 0));
  CHECK(input.counts.rejected == (rejected.repaired ? 0 : 1));
  CHECK(input.articles.size() == input.counts.articles);
  CHECK(input.records.size() == input.counts.records);
  if (rejected.repaired) CHECK(input.articles.size() + input.records.size() == 1);
}

TEST_CASE("the table of broken files and their folder agree", "[io]") {
  std::set<std::string> in_table;
  for (const BrokenFile& broken : broken_files) in_table.emplace(broken.name);
  std::set<std::string> in_folder;
  for (const auto& entry : std::filesystem::directory_iterator(broken_folder))
    in_folder.insert(entry.path().filename().string());
  CHECK(in_table == in_folder);
}

TEST_CASE("the rest of a broken file is used", "[io]") {
  const std::string good = R"({"participants": ["Ada", "Bo"]})";
  for (const auto& entry : std::filesystem::directory_iterator(broken_folder)) {
    if (entry.path().extension() != ".jsonl" || entry.path().filename().string().starts_with("duplicate")) continue;
    CAPTURE(entry.path());
    std::string content = good + "\n";
    std::ifstream in(entry.path(), std::ios::binary);
    content.append(std::istreambuf_iterator<char>(in), {});
    content += good;
    const CollectedInput input = collect({"-"}, content);
    CHECK(input.rejected.size() == 1);
    CHECK(std::ranges::count(input.records, std::size_t{2},
                             [](const Record& record) { return record.participants.size(); }) >= 2);
  }
}

TEST_CASE("the offending text is kept, shortened", "[io]") {
  const std::string line = R"({"participants": [], "note": ")" + std::string(5000, 'x') + "\"}";
  const CollectedInput input = collect({"-"}, line);
  REQUIRE(input.rejected.size() == 1);
  CHECK(input.rejected[0].text.size() <= 1000);
  CHECK(input.rejected[0].text.starts_with(R"({"participants": [], "note": "xxx)"));
  CHECK(input.rejected[0].text.ends_with("…"));
}
