#include <entente/core/suggestion.hpp>
#include <entente/core/yaml.hpp>
#include <entente/generate/wording.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::generate {

namespace {

constexpr std::array<std::pair<std::string_view, Slot>, 16> slot_names{{
    {"A", Slot::first},
    {"B", Slot::second},
    {"a", Slot::first_surname},
    {"b", Slot::second_surname},
    {"adjective_a", Slot::first_adjective},
    {"adjective_b", Slot::second_adjective},
    {"country_a", Slot::first_country},
    {"country_b", Slot::second_country},
    {"place", Slot::place},
    {"day", Slot::day},
    {"others", Slot::others},
    {"list", Slot::list},
    {"topic", Slot::topic},
    {"Topic", Slot::capital_topic},
    {"topic2", Slot::second_topic},
    {"M", Slot::mentioned},
}};
const std::vector<std::string> day_styles{"weekday", "today", "day_month", "month_day", "full"};
const std::vector<std::string> person_styles{"adjective", "title", "comma"};

class WordingReader {
 public:
  explicit WordingReader(const std::filesystem::path& file) : yaml_(YamlFile::load(file, ErrorCode::bad_lexicon)) {}

  Wording read() const {
    const YAML::Node& root = yaml_.root();
    yaml_.require_map(root, "",
                      std::vector<std::string>{"manners", "headlines", "openings", "company", "company_of_two", "lists",
                                               "follow_ups", "mentions", "without_event", "topics"});
    Wording wording;
    for (const YAML::Node& node : list(root, "manners")) wording.manners.push_back(manner(node));
    wording.headlines = templates(root, "headlines");
    read_openings(section(root, "openings"), wording);
    wording.company = templates(root, "company");
    wording.company_of_two = templates(root, "company_of_two");
    wording.lists = templates(root, "lists");
    wording.follow_ups = templates(root, "follow_ups");
    wording.mentions = templates(root, "mentions");
    for (const YAML::Node& node : list(root, "without_event")) {
      yaml_.require_map(node, "without_event", std::vector<std::string>{"headline", "text"});
      wording.without_event.push_back(
          {parsed(section(node, "headline"), "headline"), parsed(section(node, "text"), "text")});
    }
    wording.topics = yaml_.texts(section(root, "topics"), "topics");
    if (wording.topics.size() < 2) yaml_.fail(root["topics"], "topics", "expected a list of at least two");
    return wording;
  }

 private:
  [[nodiscard]] YAML::Node section(const YAML::Node& map, const std::string& key) const {
    YAML::Node node = map[key];
    if (!node.IsDefined()) yaml_.fail(map, key, "the field is missing");
    return node;
  }

  [[nodiscard]] YAML::Node list(const YAML::Node& map, const std::string& key) const {
    YAML::Node node = section(map, key);
    if (!node.IsSequence() || node.size() == 0) yaml_.fail(node, key, "expected a list of at least one entry");
    return node;
  }

  [[nodiscard]] std::vector<Template> templates(const YAML::Node& map, const std::string& key) const {
    std::vector<Template> found;
    for (const YAML::Node& node : list(map, key)) found.push_back(parsed(node, key));
    return found;
  }

  void read_openings(const YAML::Node& node, Wording& wording) const {
    const std::vector<std::string> types(event_type_names().begin(), event_type_names().end());
    yaml_.require_map(node, "openings", types);
    for (std::size_t type = 0; type < types.size(); ++type) {
      if (type == 0 || node[types[type]].IsDefined()) wording.openings.at(type) = templates(node, types[type]);
    }
  }

  template <typename Style>
  std::vector<Style> styles(const YAML::Node& node, const std::string& key,
                            const std::vector<std::string>& known) const {
    std::vector<Style> found;
    for (const std::string& name : yaml_.texts(section(node, key), key)) {
      const auto at = std::ranges::find(known, name);
      if (at == known.end()) {
        yaml_.fail(node[key], key, fmt::format("unknown value '{}'{}", name, did_you_mean(name, known)),
                   fmt::format("known are {}", fmt::join(known, ", ")));
      }
      found.push_back(static_cast<Style>(at - known.begin()));
    }
    if (found.empty()) yaml_.fail(node, key, "expected a list of at least one");
    return found;
  }

  [[nodiscard]] Manner manner(const YAML::Node& node) const {
    yaml_.require_map(node, "manners", std::vector<std::string>{"dateline", "days", "persons"});
    return {yaml_.text(section(node, "dateline"), "dateline"), styles<DayStyle>(node, "days", day_styles),
            styles<PersonStyle>(node, "persons", person_styles)};
  }

  [[nodiscard]] Template parsed(const YAML::Node& node, const std::string& key) const {
    const std::string text = yaml_.text(node, key);
    Template result;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t open = std::min(text.find('{', begin), text.size());
      const std::size_t close = std::min(text.find('}', open), text.size());
      Template::Piece piece{text.substr(begin, open - begin)};
      if (open < text.size()) piece.slot = slot_of(node, key, text.substr(open + 1, close - open - 1));
      result.pieces.push_back(std::move(piece));
      begin = std::min(close, text.size() - 1) + 1;
    }
    return result;
  }

  [[nodiscard]] Slot slot_of(const YAML::Node& node, const std::string& key, const std::string& name) const {
    std::vector<std::string> known;
    for (const auto& [slot_name, slot] : slot_names) {
      if (slot_name == name) return slot;
      known.emplace_back(slot_name);
    }
    yaml_.fail(node, key, fmt::format("unknown slot '{{{}}}'{}", name, did_you_mean(name, known)),
               fmt::format("known are {}", fmt::join(known, ", ")));
  }

  YamlFile yaml_;
};

}  // namespace

bool Template::has(Slot slot) const { return std::ranges::find(pieces, slot, &Piece::slot) != pieces.end(); }

Wording read_wording(const std::filesystem::path& file) { return WordingReader(file).read(); }

}  // namespace entente::generate
