"""Reads a GML file (argument 1) by NetworkX, igraph and the rules of Gephi's importer, and compares with a JSON file (2).

Gephi ends a value at a blank, a tab or a line feed only: a bracket right behind a number loses it.
"""
import json
import re
import sys

import igraph
import networkx

with open(sys.argv[1], "rb") as file:
    text = file.read().decode("ascii")
with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)
labels, ties = expected["labels"], expected["ties"]

bare = re.sub(r'"[^"]*"', '""', text)
assert not re.search(r"[^\s\[]\]", bare), "a value that Gephi loses"
assert all(re.fullmatch("[A-Za-z][A-Za-z0-9]*", key) for key in re.findall(r"^\s*(\S+) \S", bare, re.M))

graph = networkx.read_gml(sys.argv[1])
assert not graph.is_directed() and not graph.is_multigraph()
assert list(graph.nodes) == labels, list(zip(graph.nodes, labels))
assert graph.number_of_edges() == len(ties)
for row, (label, events) in enumerate(zip(labels, expected["events"])):
    node = graph.nodes[label]
    assert node["events"] == events
    if "graphics" in node and "x" in node["graphics"]:
        assert (node["graphics"]["x"], node["graphics"]["y"]) == (row - 2.5, row * row)
for a, b, weight, events, first in ties:
    edge = graph.edges[labels[int(a[1:])], labels[int(b[1:])]]
    assert edge["weight"] == weight and type(edge["weight"]) is float
    assert edge["events"] == events and edge.get("firstDate", "") == first
    assert edge["eventIds"] and edge["documents"] and edge["sentence"]
other = igraph.Graph.Read_GML(sys.argv[1])
assert other.vcount() == len(labels) and other.ecount() == len(ties)
if ties:
    assert other.es["weight"] == [tie[2] for tie in ties]
