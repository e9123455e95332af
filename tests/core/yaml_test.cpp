#include <entente/core/yaml.hpp>

#include <functional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.full_message();
  }
  return "no error";
}

}  // namespace

TEST_CASE("an unknown key is named with line, column and suggestion", "[core][yaml]") {
  const YamlFile file = YamlFile::parse("weight: count\nwieght: newman\n", "study.yaml", ErrorCode::bad_study);
  const std::vector<std::string> known{"weight", "half_life"};
  CHECK(message_of([&] { file.require_map(file.root(), "projection", known); }) ==
        "study.yaml:2:1: projection: unknown key 'wieght'; did you mean 'weight'?");
}

TEST_CASE("a key that stands twice is refused", "[core][yaml]") {
  const YamlFile file = YamlFile::parse("weight: count\nweight: newman\n", "s.yaml", ErrorCode::bad_study);
  CHECK(message_of([&] { file.require_map(file.root(), "", std::vector<std::string>{"weight"}); }) ==
        "s.yaml:2:1: weight: stands twice; keep one of the two");
}

TEST_CASE("broken YAML is named with line and column", "[core][yaml]") {
  const std::string message =
      message_of([] { (void)YamlFile::parse("a: [1, 2\nb: 3", "s.yaml", ErrorCode::bad_study); });
  CHECK(message.starts_with("s.yaml:2:"));
}

TEST_CASE("a file that is not there is named", "[core][yaml]") {
  CHECK(message_of([] {
          (void)YamlFile::load("/nowhere/s.yaml", ErrorCode::bad_lexicon);
        }).starts_with("/nowhere/s.yaml: cannot be read"));
}

TEST_CASE("scalars and lists are told apart", "[core][yaml]") {
  const YamlFile file = YamlFile::parse("one: x\nmany: [y, z]\nmap: {a: b}\n", "s.yaml", ErrorCode::bad_study);
  CHECK(file.texts(file.root()["one"], "one") == std::vector<std::string>{"x"});
  CHECK(file.texts(file.root()["many"], "many") == std::vector<std::string>{"y", "z"});
  CHECK(message_of([&] { (void)file.text(file.root()["many"], "many"); }) ==
        "s.yaml:2:7: many: expected a single value");
  CHECK(message_of([&] { (void)file.texts(file.root()["map"], "map"); }) ==
        "s.yaml:3:6: map: expected a list of values");
}

TEST_CASE("a file of one document has no second one, others may have several", "[core][yaml]") {
  const std::string text = "a: 1\n---\nb: 2\n";
  CHECK_THAT(message_of([&] { (void)YamlFile::parse(text, "s.yaml", ErrorCode::bad_study); }),
             Catch::Matchers::StartsWith("s.yaml:3:1: a second document begins"));
  const std::vector<YamlFile> documents = YamlFile::parse_all(text, "s.yaml", ErrorCode::bad_study);
  REQUIRE(documents.size() == 2);
  CHECK(documents[1].text(documents[1].root()["b"], "b") == "2");
  CHECK(YamlFile::parse_all("", "s.yaml", ErrorCode::bad_study).at(0).root().IsNull());
}
