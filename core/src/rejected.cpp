#include <entente/core/rejected.hpp>

#include <array>

namespace entente {

namespace {

constexpr std::array defect_table{
    DefectInfo{Defect::invalid_utf8, "invalid_utf8", "save the file as UTF-8"},
    DefectInfo{Defect::invalid_json, "invalid_json", "write one JSON object a line, as docs/records.md shows"},
    DefectInfo{Defect::invalid_csv, "invalid_csv",
               "give each row as many fields as the header, quotes doubled inside quotes"},
    DefectInfo{Defect::wrong_field_type, "wrong_field_type", "compare the field with docs/record.schema.json"},
    DefectInfo{Defect::unknown_field, "unknown_field",
               "correct its name, or begin it with 'x_' to keep data of your own"},
    DefectInfo{Defect::missing_participants, "missing_participants", "add \"participants\" with at least one name"},
    DefectInfo{Defect::nameless_participant, "nameless_participant", "give each participant a \"name\""},
    DefectInfo{Defect::duplicate_event, "duplicate_event", "give each event an id of its own, or leave the id out"},
    DefectInfo{Defect::invalid_date, "invalid_date", "write YYYY-MM-DD, YYYY-MM, YYYY or XXXX-MM-DD"},
    DefectInfo{Defect::unknown_event_type, "unknown_event_type",
               "use meeting, call, visit, ceremony, signing, conference, exercise, co-mention or other"},
    DefectInfo{Defect::unknown_role, "unknown_role", "use host, guest, head, member, attendee or signatory"},
    DefectInfo{Defect::invalid_range, "invalid_range", "give byte ranges as [begin, end] with begin ≤ end"},
    DefectInfo{Defect::empty_article, "empty_article", "remove the file or give it a text"},
    DefectInfo{Defect::binary_article, "binary_article", "convert it to plain text or HTML first"},
    DefectInfo{Defect::not_english, "not_english", "leave it out, or translate it: only English is read"},
    DefectInfo{Defect::unreadable_article, "unreadable_article", "check that the file can be read"},
};

}  // namespace

std::span<const DefectInfo> defects() { return defect_table; }

const DefectInfo& info(Defect defect) { return defect_table.at(static_cast<std::size_t>(defect)); }

std::string to_string(const Rejected& rejected) {
  std::string text = to_string(rejected.place);
  if (!text.empty()) text += ": ";
  text += rejected.message;
  text += "; ";
  text += info(rejected.defect).hint;
  return text;
}

}  // namespace entente
