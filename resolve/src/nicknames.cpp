#include "nicknames.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente {

namespace {

constexpr std::pair<std::string_view, std::string_view> nicknames[] = {
    {"alex", "alexander"},      {"andy", "andrew"},      {"antony", "anthony"},  {"ash", "ashton"},
    {"ben", "benjamin"},        {"bill", "william"},     {"bob", "robert"},      {"chris", "christopher"},
    {"chuck", "charles"},       {"dan", "daniel"},       {"dave", "david"},      {"dick", "richard"},
    {"don", "donald"},          {"ed", "edward"},        {"greg", "gregory"},    {"jake", "jacob"},
    {"jim", "james"},           {"jimmy", "james"},      {"joe", "joseph"},      {"ken", "kenneth"},
    {"liz", "elizabeth"},       {"matt", "matthew"},     {"mick", "michael"},    {"mike", "michael"},
    {"nick", "nicholas"},       {"pete", "peter"},       {"pat", "patrick"},     {"radek", "radoslaw"},
    {"ray", "raymond"},         {"rick", "richard"},     {"ron", "ronald"},      {"sam", "samuel"},
    {"sasha", "alexander"},     {"steve", "steven"},     {"steven", "stephen"},  {"ted", "edward"},
    {"tim", "timothy"},         {"tina", "tinatin"},     {"tom", "thomas"},      {"tony", "antony"},
    {"tony", "anthony"},        {"will", "william"},     {"jeff", "jeffrey"},    {"doug", "douglas"},
    {"fred", "frederick"},      {"larry", "lawrence"},   {"jerry", "gerald"},    {"charlie", "charles"},
    {"bobby", "robert"},        {"kate", "katherine"},   {"sue", "susan"},       {"gus", "augustus"},
    {"misha", "mikhail"},       {"zhenya", "evgeny"},    {"rob", "robert"},      {"jon", "jonathan"},
    {"kostas", "konstantinos"}, {"giorgos", "georgios"}, {"yorgos", "georgios"}, {"nikos", "nikolaos"}};

}  // namespace

bool is_nickname(std::string_view a, std::string_view b) { return a != b && formal_name(a) == formal_name(b); }

std::string_view formal_name(std::string_view word) {
  // Two steps at most: Tony, Antony, Anthony.
  for (int step = 0; step < 2; ++step) {
    const auto* found = std::ranges::find(nicknames, word, [](const auto& one) { return one.first; });
    if (found == std::end(nicknames)) break;
    word = found->second;
  }
  return word;
}

}  // namespace entente
