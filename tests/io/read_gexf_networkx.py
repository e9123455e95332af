"""Checks that NetworkX finds in a GEXF file (argument 1) what a JSON file (argument 2) expects, with types.

Versions of NetworkX that know 1.2draft only get the file under that name: what they read of it is the same in both.
"""
import io
import json
import sys

import networkx

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
try:
    graph = networkx.read_gexf(sys.argv[1], version="1.3")
except networkx.NetworkXException:
    old = text.replace('xmlns="http://gexf.net/1.3"', 'xmlns="http://www.gexf.net/1.2draft"')
    old = old.replace('xmlns:viz="http://gexf.net/1.3/viz"', 'xmlns:viz="http://www.gexf.net/1.2draft/viz"')
    graph = networkx.read_gexf(io.BytesIO(old.encode()), version="1.2draft")
with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)

assert not graph.is_directed() and not graph.is_multigraph()
assert graph.number_of_nodes() == len(expected["labels"])
for row, (label, events) in enumerate(zip(expected["labels"], expected["events"])):
    node = graph.nodes[f"p{row}"]
    assert node["label"] == label, (row, node["label"])
    assert node["events"] == events and type(node["events"]) is int, node
    assert type(node["community"]) is int and type(node["core"]) is int
    assert ("betweenness" in node) == (row != 0), "not a number is left out"
    assert all(type(node["viz"]["color"][part]) is int for part in "rgb")
    assert node["viz"]["position"]["x"] == row - 2.5 and node["viz"]["position"]["y"] == row * row
    assert 4 <= node["viz"]["size"] <= 20

assert graph.number_of_edges() == len(expected["ties"])
windowed = "total_weight" in text
for a, b, weight, events, first in expected["ties"]:
    edge = graph.edges[a, b]
    if windowed:
        assert edge["total_weight"] == weight
        over_time = edge.get("weight", 1.0)
        assert type(over_time) is float or all(len(value) == 3 for value in over_time), edge
    else:
        assert edge["weight"] == weight and type(edge["weight"]) is float, edge
    assert edge["events"] == events and type(edge["events"]) is int, edge
    assert edge.get("first_date", "") == first, edge
    assert edge["event_ids"].count("|") == events - 1 and edge["documents"] and edge["sentence"]
