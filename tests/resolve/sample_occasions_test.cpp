// The occasions that the sample corpus tells twice, found by reading it.

#include "gold_records.hpp"

#include <entente/resolve/occasions.hpp>

#include <map>
#include <set>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::set<std::set<std::string>> merged(const Occasions& occasions) {
  std::map<std::string, std::set<std::string>> events;
  for (const OccasionDecision& one : occasions.decisions) {
    if (one.verdict == OccasionVerdict::merged) events[one.a_event].insert({one.a, one.b});
  }
  std::set<std::set<std::string>> groups;
  for (auto& [event, records] : events) groups.insert(std::move(records));
  return groups;
}

void print(const Occasions& occasions) {
  for (const OccasionDecision& one : occasions.decisions) {
    UNSCOPED_INFO((one.verdict == OccasionVerdict::merged ? "merged " : "doubtful ")
                  << one.a << " " << one.b << " " << one.score << " | " << one.reason << " | " << one.against);
  }
}

}  // namespace

TEST_CASE("of the sample corpus what is told twice merges, and nothing else", "[resolve][occasions][sample]") {
  const Occasions occasions = merge_occasions(gold_records({"articles-a.jsonl", "articles-b.jsonl", "seeds.jsonl"}));
  print(occasions);
  CHECK(merged(occasions) == std::set<std::set<std::string>>{
                                 {"a013.txt#1", "a014.txt#2"},  // the ministers' call of 2 March 2026
                                 {"b003.txt#1", "b006.txt#7"},  // Austin and Dong in Singapore
                                 {"b004.txt#1", "b005.txt#2"},  // Kihara and Shin, "XXXX-06-01" in one of them
                                 {"b012.txt#1", "b013.txt#2"},  // the Quad
                                 {"b012.txt#4", "b013.txt#1"},  // Rubio and Iwaya after it
                                 {"b014.txt#3", "b015.txt#1"},  // Jaishankar and Blinken in Munich
                                 {"b019.txt#1", "b020.txt#3"},  // Giang and Dong in Lao Cai, recalled a year later
                             });
}

// Two more are told twice: an exercise that one of the two dates by the month only, and a conference of whose
// participants one goes by two keys.
TEST_CASE("of the development corpus nothing merges but what is told twice", "[resolve][occasions][sample]") {
  std::vector<std::string> files;
  for (int part = 1; part <= 10; ++part) files.push_back("development/part-" + std::to_string(part) + ".jsonl");
  const Occasions occasions = merge_occasions(gold_records(files));
  print(occasions);
  CHECK(merged(occasions) == std::set<std::set<std::string>>{
                                 {"d101.txt#1", "d507.txt#1"},
                                 {"d101.txt#3", "d507.txt#2"},
                                 {"d101.txt#4", "d507.txt#4"},
                                 {"d104.txt#1", "e612.txt#1"},
                                 {"d104.txt#3", "e612.txt#4"},
                                 {"d105.txt#1", "d802.txt#1"},
                                 {"d105.txt#2", "d802.txt#2"},
                                 {"d118.txt#1", "d606.txt#4", "d809.txt#1"},
                                 {"d118.txt#2", "d606.txt#3", "d809.txt#2"},
                                 {"d205.txt#1", "d515.txt#1"},
                                 {"d205.txt#2", "d515.txt#2"},
                                 {"d220.txt#1", "d601.txt#4"},
                                 {"d407.txt#1", "e610.txt#3"},
                                 {"d407.txt#3", "e610.txt#1"},
                                 {"d407.txt#6", "e610.txt#5"},
                                 {"d413.txt#1", "e506.txt#1"},
                                 {"d413.txt#2", "e506.txt#2"},
                                 {"d517.txt#1", "e507.txt#1"},
                                 {"d517.txt#3", "e507.txt#2"},
                                 {"d517.txt#4", "e507.txt#3"},
                                 {"d604.txt#1", "d803.txt#1"},
                                 {"d817.txt#1", "e502.txt#1"},
                                 {"d817.txt#2", "e502.txt#2"},
                             });
}
