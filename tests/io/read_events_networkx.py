"""Counts what NetworkX finds in the GraphML file of persons and events."""
import sys

import networkx

graph = networkx.read_graphml(sys.argv[1])
kinds = {"person": 0, "event": 1}
for _, node in graph.nodes(data=True):
    assert node["bipartite"] == kinds[node["kind"]], node
    assert node["label"], node
persons = [key for key, node in graph.nodes(data=True) if node["kind"] == "person"]
events = [key for key, node in graph.nodes(data=True) if node["kind"] == "event"]
assert all(key.startswith("p") for key in persons) and all(key.startswith("e") for key in events)
for a, b in graph.edges():
    assert {graph.nodes[a]["kind"], graph.nodes[b]["kind"]} == {"person", "event"}
for key in events:
    assert graph.nodes[key]["participants"] == graph.degree(key)
for key in persons:
    assert graph.nodes[key]["events"] == graph.degree(key)
hosts = sum(edge.get("role") == "host" for _, _, edge in graph.edges(data=True))
print("persons", len(persons), "events", len(events), "participations", graph.number_of_edges(), "hosts", hosts)
