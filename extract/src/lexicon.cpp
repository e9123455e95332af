#include "lexicon.hpp"

#include "spelling.hpp"
#include "tokens.hpp"

#include <entente/core/yaml.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace entente::extract {

/// Fills a lexicon from the files of one folder.
class LexiconLoader {
 public:
  explicit LexiconLoader(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Lexicon load() {
    read_countries();
    read_organisations();
    read_titles();
    read_events();
    read_words();
    read_places();
    read_names();
    read_origins();
    read_dates();
    lay_out_entries();
    return std::move(lexicon_);
  }

 private:
  using Keys = std::vector<std::string>;

  YamlFile open(const char* name, const Keys& keys) {
    auto file = YamlFile::load(folder_ / name, ErrorCode::bad_lexicon);
    file.require_map(file.root(), name, keys);
    return file;
  }

  void require(const YamlFile& file, const YAML::Node& node, const std::string& key) {
    if (!node[key]) file.fail(node, key, "'" + key + "' is missing");
  }

  YAML::Node list(const YamlFile& file, const YAML::Node& node, const std::string& key) {
    require(file, node, key);
    if (!node[key].IsSequence()) file.fail(node[key], key, "a list was expected");
    return node[key];
  }

  std::uint16_t code(const std::string& text) {
    for (std::size_t i = 0; i < lexicon_.codes_.size(); ++i) {
      if (lexicon_.codes_[i] == text) return static_cast<std::uint16_t>(i);
    }
    lexicon_.codes_.push_back(text);
    return static_cast<std::uint16_t>(lexicon_.codes_.size() - 1);
  }

  /// Names must be written as names; an acronym in capitals ("US" is not "us").
  static Letters letters_of_name(const std::string& phrase) {
    std::size_t upper = 0;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < phrase.size();) {
      const auto c = next_code_point(phrase, i);
      letters += is_letter(c) ? 1U : 0U;
      upper += is_upper(c) ? 1U : 0U;
    }
    if (letters > 1 && upper == letters) return Letters::upper;
    return upper > 0 ? Letters::capital : Letters::any;
  }

  void add(const YamlFile* file, const YAML::Node* node, const std::string& phrase, Tag tag, std::uint16_t value,
           Letters letters) {
    Lexicon::Node* last = nullptr;
    const auto no_abbreviations = [](Word) { return false; };
    for (const auto& token : tokenize(phrase, no_abbreviations)) {
      if (token.word == ".") continue;
      if (last != nullptr) last->goes_on = true;
      const auto edge = Lexicon::edge(last == nullptr ? 0 : last->id, token.word);
      const auto [place, is_new] = lexicon_.nodes_.try_emplace(edge);
      last = &place->second;
      if (is_new) {
        entries_.emplace_back();
        last->id = static_cast<std::uint32_t>(entries_.size());
      }
    }
    if (last == nullptr) {
      if (file != nullptr) file->fail(*node, "phrase", "'" + phrase + "' has no word");
      return;
    }
    entries_[last->id - 1].push_back({tag, letters, value});
  }

  /// Puts the entries of all nodes side by side.
  void lay_out_entries() {
    for (auto& [edge, node] : lexicon_.nodes_) {
      const auto& entries = entries_[node.id - 1];
      node.first_entry = static_cast<std::uint32_t>(lexicon_.entries_.size());
      node.num_entries = static_cast<std::uint16_t>(entries.size());
      if (entries.size() == 1) node.only = entries.front();
      lexicon_.entries_.insert(lexicon_.entries_.end(), entries.begin(), entries.end());
    }
  }

  void add_all(const YamlFile& file, const YAML::Node& parent, const std::string& key, Tag tag, std::uint16_t value = 0,
               bool as_name = false) {
    if (!parent[key]) return;
    const auto phrases = parent[key];
    for (const auto& phrase : file.texts(phrases, key)) {
      add(&file, &phrases, phrase, tag, value, as_name ? letters_of_name(phrase) : Letters::any);
    }
  }

  void read_countries() {
    const auto file = open("countries.yaml", {"countries"});
    const Keys keys{"code", "names", "adjectives", "seats", "cities", "agencies", "offices", "parties"};
    for (const auto& country : list(file, file.root(), "countries")) {
      file.require_map(country, "countries", keys);
      require(file, country, "code");
      require(file, country, "names");
      const auto value = code(file.text(country["code"], "code"));
      add_all(file, country, "names", Tag::country, value, true);
      add_all(file, country, "adjectives", Tag::adjective, value, true);
      add_all(file, country, "seats", Tag::seat, value, true);
      add_all(file, country, "cities", Tag::city, value, true);
      add_all(file, country, "agencies", Tag::agency, value, true);
      add_all(file, country, "offices", Tag::national_office, value, true);
      add_all(file, country, "parties", Tag::party, value, true);
    }
  }

  void read_organisations() {
    const auto file = open("organisations.yaml", {"organisations"});
    const Keys keys{"code", "names", "seats", "offices"};
    for (const auto& organisation : list(file, file.root(), "organisations")) {
      file.require_map(organisation, "organisations", keys);
      require(file, organisation, "code");
      require(file, organisation, "names");
      const auto value = code(file.text(organisation["code"], "code"));
      add_all(file, organisation, "names", Tag::organisation, value, true);
      add_all(file, organisation, "seats", Tag::seat, value, true);
      add_all(file, organisation, "offices", Tag::national_office, value, true);
    }
  }

  std::uint16_t add_head(const std::string& head) {
    for (std::size_t i = 0; i < lexicon_.heads_.size(); ++i) {
      if (lexicon_.heads_[i] == head) return static_cast<std::uint16_t>(i);
    }
    lexicon_.heads_.push_back(head);
    return static_cast<std::uint16_t>(lexicon_.heads_.size() - 1);
  }

  void read_titles() {
    const auto file = open("titles.yaml", {"ranks", "heads", "plurals", "modifiers", "links", "honorifics", "particles",
                                           "suffixes", "synonyms", "nobles", "epithets"});
    const auto& root = file.root();
    for (const auto& group : list(file, root, "ranks")) {
      for (const auto& rank : file.texts(group, "ranks")) add(&file, &group, rank, Tag::rank, 0, Letters::capital);
    }
    const auto heads = list(file, root, "heads");
    for (const auto& head : file.texts(heads, "heads")) {
      const auto value = add_head(head);
      add(&file, &heads, head, Tag::head, value, Letters::any);
      add(&file, &heads, head + "s", Tag::plural_head, value, Letters::any);
    }
    if (root["plurals"]) {
      if (!root["plurals"].IsMap()) file.fail(root["plurals"], "plurals", "a map was expected");
      for (const auto& pair : root["plurals"]) {
        add(&file, &pair.first, file.text(pair.first, "plurals"), Tag::plural_head,
            add_head(file.text(pair.second, "plurals")), Letters::any);
      }
    }
    add_all(file, root, "nobles", Tag::noble);
    add_all(file, root, "modifiers", Tag::modifier);
    add_all(file, root, "epithets", Tag::epithet);
    add_all(file, root, "links", Tag::link);
    const auto honorifics = list(file, root, "honorifics");
    for (const auto& text : file.texts(honorifics, "honorifics")) {
      add(&file, &honorifics, text, Tag::honorific, 0, letters_of_name(text));
    }
    add_all(file, root, "particles", Tag::particle);
    const auto suffixes = list(file, root, "suffixes");
    for (const auto& text : file.texts(suffixes, "suffixes")) {
      add(&file, &suffixes, text, Tag::suffix, 0, letters_of_name(text));
    }
    if (root["synonyms"]) {
      if (!root["synonyms"].IsMap()) file.fail(root["synonyms"], "synonyms", "a map was expected");
      for (const auto& pair : root["synonyms"]) {
        const auto head = file.text(pair.first, "synonyms");
        lexicon_.synonyms_[head] = file.texts(pair.second, "synonyms");
        add(&file, &pair.first, head, Tag::head, add_head(head), Letters::any);
      }
    }
  }

  EventType event_type(const YamlFile& file, const YAML::Node& node) {
    require(file, node, "type");
    const auto name = file.text(node["type"], "type");
    const auto type = parse_event_type(name);
    if (!type) file.fail(node["type"], "type", "unknown event type '" + name + "'");
    return *type;
  }

  Frame frame(const YamlFile& file, const YAML::Node& node) {
    static constexpr std::array<std::string_view, 5> names{"mutual", "with", "host", "guest", "joint"};
    require(file, node, "frame");
    const auto name = file.text(node["frame"], "frame");
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == name) return static_cast<Frame>(i);
    }
    file.fail(node["frame"], "frame", "unknown frame '" + name + "'", "one of mutual, with, host, guest, joint");
  }

  void read_event_words(const YamlFile& file, const std::string& key, Tag tag, const Keys& keys, bool with_frame) {
    for (const auto& group : list(file, file.root(), key)) {
      file.require_map(group, key, keys);
      require(file, group, "forms");
      EventWord word;
      word.type = event_type(file, group);
      if (with_frame) word.frame = frame(file, group);
      lexicon_.event_words_.push_back(word);
      add_all(file, group, "forms", tag, static_cast<std::uint16_t>(lexicon_.event_words_.size() - 1));
    }
  }

  void read_events() {
    const auto file =
        open("events.yaml",
             {"verbs",  "nouns",    "light",    "happened",     "attendance", "planned",     "denied", "outside",
              "speech", "separate", "several",  "arrival",      "remote",     "groups",      "motion", "wish",
              "future", "presence", "includes", "face_to_face", "actions",    "participles", "joy"});
    const auto& root = file.root();
    read_event_words(file, "verbs", Tag::verb, {"frame", "type", "forms"}, true);
    read_event_words(file, "nouns", Tag::noun, {"type", "forms"}, false);
    add_all(file, root, "light", Tag::light);
    add_all(file, root, "happened", Tag::happened);
    add_all(file, root, "planned", Tag::planned);
    add_all(file, root, "denied", Tag::denied);
    add_all(file, root, "speech", Tag::speech);
    add_all(file, root, "separate", Tag::separate);
    add_all(file, root, "several", Tag::several);
    add_all(file, root, "arrival", Tag::arrival);
    add_all(file, root, "remote", Tag::remote);
    add_all(file, root, "motion", Tag::motion);
    add_all(file, root, "wish", Tag::wish);
    add_all(file, root, "joy", Tag::joy);
    add_all(file, root, "future", Tag::future);
    add_all(file, root, "presence", Tag::presence);
    add_all(file, root, "includes", Tag::includes);
    add_all(file, root, "face_to_face", Tag::face_to_face);
    add_all(file, root, "actions", Tag::action);
    add_all(file, root, "participles", Tag::participle);
    if (const auto node = root["attendance"]) {
      file.require_map(node, "attendance", Keys{"before", "after", "bodies"});
      add_all(file, node, "bodies", Tag::body);
      add_all(file, node, "before", Tag::attending_before);
      add_all(file, node, "after", Tag::attending_after);
    }
    if (const auto node = root["outside"]) {
      file.require_map(node, "outside", Keys{"nouns", "prepositions", "verbs"});
      add_all(file, node, "nouns", Tag::outside_noun);
      add_all(file, node, "prepositions", Tag::outside_preposition);
      add_all(file, node, "verbs", Tag::outside_verb);
    }
    if (const auto node = root["groups"]) {
      file.require_map(node, "groups", Keys{"guests", "hosts", "delegations", "all", "led"});
      add_all(file, node, "guests", Tag::guests);
      add_all(file, node, "hosts", Tag::hosts);
      add_all(file, node, "delegations", Tag::delegations);
      add_all(file, node, "all", Tag::all);
      add_all(file, node, "led", Tag::led);
    }
  }

  void read_words() {
    const auto file = open("words.yaml", {"things", "common", "phrases", "abbreviations"});
    add_all(file, file.root(), "things", Tag::thing);
    add_all(file, file.root(), "common", Tag::common);
    add_all(file, file.root(), "phrases", Tag::phrase, 0, true);
    add_all(file, file.root(), "abbreviations", Tag::abbreviation);
  }

  void read_places() {
    const auto file = open("places.yaml", {"venues", "addresses"});
    add_all(file, file.root(), "venues", Tag::venue);
    add_all(file, file.root(), "addresses", Tag::address);
  }

  void read_names() {
    const auto file = open("names.yaml", {"given_names"});
    add_all(file, file.root(), "given_names", Tag::given);
  }

  /// Optional: without it no name tells of a country.
  void read_origins() {
    if (!std::filesystem::exists(folder_ / "origins.yaml")) return;
    const auto file = open("origins.yaml", {"origins"});
    for (const auto& group : list(file, file.root(), "origins")) {
      file.require_map(group, "origins", Keys{"codes", "given", "surnames", "endings"});
      require(file, group, "codes");
      auto& codes = lexicon_.origins_.emplace_back().codes;
      for (const auto& text : file.texts(group["codes"], "codes")) codes.push_back(Word::of(text));
      const auto* origin = &lexicon_.origins_.back();
      if (group["endings"]) {
        for (const auto& ending : file.texts(group["endings"], "endings"))
          lexicon_.ending_origins_[Word::of(ending).hash()].push_back(origin);
      }
      if (group["given"]) {
        for (const auto& name : file.texts(group["given"], "given"))
          lexicon_.given_origins_[Word::of(name).hash()].push_back(origin);
      }
      if (group["surnames"]) {
        for (const auto& name : file.texts(group["surnames"], "surnames"))
          lexicon_.surname_origins_[Word::of(name).hash()].push_back(origin);
      }
    }
  }

  void read_dates() {
    const auto file = open("dates.yaml", {"months", "weekdays", "relative"});
    read_calendar(file, "months", Tag::month, 12, 1);
    read_calendar(file, "weekdays", Tag::weekday, 7, 0);
    static constexpr std::array<std::string_view, 7> anchors{"calendar", "weekday", "published", "current",
                                                             "month",    "year",    "week"};
    for (const auto& group : list(file, file.root(), "relative")) {
      file.require_map(group, "relative", Keys{"from", "offset", "forms"});
      for (const auto* key : {"from", "offset", "forms"}) require(file, group, key);
      const auto name = file.text(group["from"], "from");
      const auto anchor = std::find(anchors.begin() + 2, anchors.end(), name);
      if (anchor == anchors.end())
        file.fail(group["from"], "from", "unknown anchor '" + name + "'",
                  "one of published, current, month, year, week");
      DayWords words;
      words.anchor = static_cast<Anchor>(anchor - anchors.begin());
      try {
        words.offset = group["offset"].as<int>();
      } catch (const YAML::Exception&) {
        file.fail(group["offset"], "offset", "a whole number was expected");
      }
      lexicon_.day_words_.push_back(words);
      add_all(file, group, "forms", Tag::day_words, static_cast<std::uint16_t>(lexicon_.day_words_.size() - 1));
    }
  }

  /// Lists of names, one a month or weekday, in the calendar's order; the first one has the number `first`.
  void read_calendar(const YamlFile& file, const std::string& key, Tag tag, std::size_t length, std::uint16_t first) {
    const auto lists = list(file, file.root(), key);
    if (lists.size() != length) file.fail(lists, key, std::to_string(length) + " lists of names were expected");
    auto value = first;
    for (const auto& names : lists) {
      for (const auto& name : file.texts(names, key)) add(&file, &names, name, tag, value, Letters::capital);
      ++value;
    }
  }

  std::filesystem::path folder_;
  Lexicon lexicon_;
  std::vector<std::vector<Entry>> entries_;  ///< one a node, by its id
};

Lexicon Lexicon::load(const std::filesystem::path& folder) { return LexiconLoader(folder).load(); }

bool Lexicon::is_abbreviation(Word word) const {
  const auto entries = meanings(word);
  return std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.tag == Tag::abbreviation; });
}

int NameOrigins::points(std::string_view code) const {
  const auto wanted = Word::of(code);
  const auto has_code = [&](const Origin* origin) {
    return std::find(origin->codes.begin(), origin->codes.end(), wanted) != origin->codes.end();
  };
  int points = 0;
  for (const auto& [origins, weight] : hints_) {
    if (origins->empty()) continue;
    points += std::any_of(origins->begin(), origins->end(), has_code) ? weight : -weight;
  }
  return points;
}

NameOrigins Lexicon::origins(const std::vector<std::string>& parts) const {
  constexpr int full = 4;
  constexpr std::size_t shortest_stem = 2;
  NameOrigins origins;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const bool family = p + 1 == parts.size();
    const auto name = Word::of(parts[p]).hash();
    if (const auto found = given_origins_.find(name); found != given_origins_.end() && !(family && p > 0))
      origins.add(found->second, full / 2);
    if (const auto found = surname_origins_.find(name); found != surname_origins_.end() && (family || p == 0))
      origins.add(found->second, full / 2);
  }
  if (parts.empty()) return origins;
  // The longest ending counts.
  constexpr std::size_t longest_ending = 12;
  const std::string_view family = parts.back();
  for (auto length = std::min(longest_ending, family.size()); length > 0; --length) {
    if (family.size() < length + shortest_stem) continue;
    const auto found = ending_origins_.find(Word::of(family.substr(family.size() - length)).hash());
    if (found == ending_origins_.end()) continue;
    origins.add(found->second, length > 3 ? full : length > 2 ? full * 3 / 4 : length > 1 ? full / 2 : 1);
    break;
  }
  return origins;
}

const std::vector<std::string>& Lexicon::synonyms(const std::string& head) const {
  static const std::vector<std::string> none;
  const auto found = synonyms_.find(head);
  return found == synonyms_.end() ? none : found->second;
}

}  // namespace entente::extract
