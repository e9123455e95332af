#include <entente/analysis/pagerank.hpp>
#include <entente/core/projection.hpp>
#include <entente/io/record_json.hpp>
#include <entente/resolve/identities.hpp>

#include <cstdio>

int main() {
  entente::Record record;
  record.id = "e1";
  for (const char* name : {"Ada Lovelace", "Charles Babbage"}) {
    entente::Participant participant;
    participant.name = name;
    record.participants.push_back(participant);
  }
  const auto resolution = entente::resolve_persons({record});
  const auto network = entente::project(entente::build_event_graph(resolution.records));
  std::puts(entente::to_json_line(resolution.records.front()).c_str());
  return network.num_ties() == 1 && entente::pagerank(network).size() == 2 ? 0 : 1;
}
