"""Checks that NetworkX finds in a GraphML file (argument 1) what a JSON file (argument 2) expects, with types."""
import json
import sys

import networkx

graph = networkx.read_graphml(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)

assert not graph.is_directed() and not graph.is_multigraph()
assert graph.number_of_nodes() == len(expected["labels"])
for row, (label, events) in enumerate(zip(expected["labels"], expected["events"])):
    node = graph.nodes[f"p{row}"]
    assert node["label"] == label, (row, node["label"])
    assert node["events"] == events and type(node["events"]) is int, node
    assert type(node["community"]) is int and type(node["core"]) is int
    assert all(type(node[part]) is int and 0 <= node[part] <= 255 for part in "rgb")
    assert ("betweenness" in node) == (row != 0), "not a number is left out"
    assert row == 0 or type(node["betweenness"]) is float

assert graph.number_of_edges() == len(expected["ties"]) > 0
for a, b, weight, events, first in expected["ties"]:
    edge = graph.edges[a, b]
    assert edge["weight"] == weight and type(edge["weight"]) is float, edge
    assert edge["events"] == events and type(edge["events"]) is int, edge
    assert edge.get("first_date", "") == first, edge
    assert edge["event_ids"].count("|") == events - 1 and edge["documents"] and edge["sentence"]
assert "strength" in graph.graph["description"], graph.graph
