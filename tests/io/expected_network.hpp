#pragma once

#include "sample_network.hpp"

#include <entente/io/json_text.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace entente::test {

/// `hostile_names()` and Zoë as the content of XML elements can hold them.
inline std::vector<std::string> names_in_xml() {
  return {"tag0 <&\"'> ]]>\u00A0&\u00A0<\u00A0&amp;",
          "tag1 \u05D9\u05E6\u05D7\u05E7 \u202Ertl\u202C",
          "tag2 \U0001F600 emoji",
          "tag3 [31m control\x7F",
          "tag4 " + std::string(10000, 'n'),
          "tag5 back\\slash \\N \\",
          "tag6 noncharacters",
          "tag7 -- a -- [label=x]; }",
          "tag8 \uFFFD\uFFFD( invalid",
          "Zo\u00EB"};
}

/// What a reader of a network file must find, as JSON for the scripts: `labels` in the order of p0, p1 …, and the ties.
inline std::string expected_network(const SampleNetwork& sample, const std::vector<std::string>& labels) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("labels").begin_array();
  for (const std::string& label : labels) json.value(label);
  json.end_array().key("events").begin_array();
  for (std::size_t row = 0; row < sample.graph.num_persons(); ++row) {
    json.value(std::uint64_t{sample.graph.events_of(PersonId(row)).size()});
  }
  json.end_array().key("ties").begin_array();
  for (const Tie& tie : sample.network.ties()) {
    json.begin_array().value("p" + std::to_string(tie.a.index())).value("p" + std::to_string(tie.b.index()));
    json.value(tie.weight).value(tie.events).value(tie.first ? tie.first->to_string() : "").end_array();
  }
  json.end_array().end_object();
  return text;
}

}  // namespace entente::test
