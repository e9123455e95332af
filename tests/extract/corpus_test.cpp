#include <entente/extract/extractor.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <unistd.h>

// The score of the extraction on annotated articles, by the script that defines the figures (data/gold/score.py).

using namespace entente;

namespace fs = std::filesystem;

namespace {

const fs::path source = ENTENTE_SOURCE_DIR;
const fs::path shared = ENTENTE_SHARED_DIR;

std::string content_of(const fs::path& path) {
  std::ifstream in(path);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
  }
  return out + '"';
}

/// A folder of its own for records and gold, gone with the object.
class Workspace {
 public:
  Workspace() {
    std::string name = (fs::temp_directory_path() / "entente-corpus-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Workspace() { fs::remove_all(path_); }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void extract_all(const fs::path& folder, const fs::path& target) {
  const Extractor extractor(source / "configs/lexicon");
  std::ofstream out(target);
  for (const auto& file : fs::directory_iterator(folder)) {
    Article article;
    article.id = file.path().filename().string();
    article.text = content_of(file.path());
    for (const auto& record : extractor.extract(article)) {
      out << R"({"source":)" << quoted(article.id) << R"(,"type":)" << quoted(std::string(to_string(record.type)))
          << R"(,"date":)" << (record.date ? quoted(record.date->to_string()) : "null") << R"(,"place":)"
          << quoted(record.place) << R"(,"participants":[)";
      for (std::size_t i = 0; i < record.participants.size(); ++i) {
        const auto& person = record.participants[i];
        out << (i > 0 ? "," : "") << R"({"name":)" << quoted(person.name) << R"(,"country":)" << quoted(person.country)
            << R"(,"position":)" << quoted(person.position) << "}";
      }
      out << "]}\n";
    }
  }
}

bool has_python() { return std::system("python3 -c pass >/dev/null 2>&1") == 0; }

/// The output of score.py.
std::string score(const fs::path& gold, const fs::path& records) {
  const auto command = "python3 '" + (source / "data/gold/score.py").string() + "' --json --gold '" + gold.string() +
                       "' '" + records.string() + "'";
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) out += buffer;
  REQUIRE(pclose(pipe) == 0);
  return out;
}

/// The number behind `"key":`, after `"group":` where a group is given.
double figure(const std::string& json, const std::string& key, const std::string& group = "") {
  auto at = group.empty() ? 0 : json.find("\"" + group + "\":");
  REQUIRE(at != std::string::npos);
  at = json.find("\"" + key + "\":", at);
  REQUIRE(at != std::string::npos);
  return std::stod(json.substr(at + key.size() + 3));
}

/// The score of extraction on the articles of a set in data/gold.
std::string score_of_set(const std::string& name) {
  const Workspace work;
  const auto folder = source / "data/gold" / name;
  std::ofstream gold(work.path() / "gold.jsonl");
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".jsonl") continue;
    std::ifstream in(entry.path());
    REQUIRE(in.is_open());
    gold << in.rdbuf();
  }
  gold.close();
  extract_all(folder / "articles", work.path() / "records.jsonl");
  return score(work.path() / "gold.jsonl", work.path() / "records.jsonl");
}

}  // namespace

TEST_CASE("the seed articles are read without a fault", "[extract][corpus]") {
  if (!fs::exists(shared / "gold/seeds.jsonl") || !has_python()) {
    WARN("the seed articles or python3 are not at hand: nothing was checked");
    return;
  }
  const Workspace work;
  extract_all(shared / "seeds", work.path() / "records.jsonl");
  const auto figures = score(shared / "gold/seeds.jsonl", work.path() / "records.jsonl");
  for (const auto* group : {"pairs", "events", "persons"}) CHECK(figure(figures, "f1", group) == 1.0);
  for (const auto* key : {"date", "type", "country", "fullname"}) CHECK(figure(figures, key) == 1.0);
}

TEST_CASE("the annotated articles keep the score that was reached", "[extract][corpus]") {
  if (!has_python()) {
    WARN("python3 is not at hand: nothing was checked");
    return;
  }
  const Workspace work;
  std::ofstream gold(work.path() / "gold.jsonl");
  for (const auto* part : {"articles-a.jsonl", "articles-b.jsonl"}) {
    std::ifstream in(source / "data/gold" / part);
    gold << in.rdbuf();
  }
  gold.close();
  extract_all(source / "data/articles", work.path() / "records.jsonl");
  const auto figures = score(work.path() / "gold.jsonl", work.path() / "records.jsonl");
  CHECK(figure(figures, "documents") == 100);
  CHECK(figure(figures, "f1", "pairs") >= 0.81);
  CHECK(figure(figures, "f1", "events") >= 0.83);
  CHECK(figure(figures, "f1", "persons") >= 0.93);
  CHECK(figure(figures, "date") >= 0.95);
  CHECK(figure(figures, "type") >= 0.91);
  CHECK(figure(figures, "place") >= 0.78);
  CHECK(figure(figures, "country") >= 0.90);
  CHECK(figure(figures, "position") >= 0.88);
  CHECK(figure(figures, "fullname") >= 0.98);
  CHECK(figure(figures, "false_docs") == 0);
}

TEST_CASE("the development articles keep the score that was reached", "[extract][corpus]") {
  if (!has_python()) {
    WARN("python3 is not at hand: nothing was checked");
    return;
  }
  const auto figures = score_of_set("development");
  CHECK(figure(figures, "documents") == 190);
  CHECK(figure(figures, "f1", "pairs") >= 0.87);
  CHECK(figure(figures, "f1", "events") >= 0.76);
  CHECK(figure(figures, "f1", "persons") >= 0.94);
  CHECK(figure(figures, "date") >= 0.90);
  CHECK(figure(figures, "type") >= 0.87);
  CHECK(figure(figures, "place") >= 0.76);
  CHECK(figure(figures, "country") >= 0.86);
  CHECK(figure(figures, "position") >= 0.86);
  CHECK(figure(figures, "fullname") >= 0.98);
  CHECK(figure(figures, "false_docs") == 0);
}

TEST_CASE("the fresh articles keep the score that was reached", "[extract][corpus]") {
  if (!has_python()) {
    WARN("python3 is not at hand: nothing was checked");
    return;
  }
  const auto figures = score_of_set("fresh");
  CHECK(figure(figures, "documents") == 300);
  CHECK(figure(figures, "f1", "pairs") >= 0.75);
  CHECK(figure(figures, "f1", "events") >= 0.58);
  CHECK(figure(figures, "f1", "persons") >= 0.90);
  CHECK(figure(figures, "date") >= 0.83);
  CHECK(figure(figures, "type") >= 0.83);
  CHECK(figure(figures, "false_docs") <= 3);
}
