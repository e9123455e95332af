"""Checks that igraph finds in a GraphML file (argument 1) what a JSON file (argument 2) expects."""
import json
import sys

import igraph

graph = igraph.Graph.Read_GraphML(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)

assert not graph.is_directed()
assert graph.vs["id"] == [f"p{row}" for row in range(len(expected["labels"]))]
assert graph.vs["label"] == expected["labels"]
assert graph.vs["events"] == expected["events"]
assert graph.ecount() == len(expected["ties"]) > 0
for a, b, weight, events, first in expected["ties"]:
    edge = graph.es[graph.get_eid(int(a[1:]), int(b[1:]))]
    assert edge["weight"] == weight, edge
    assert edge["events"] == events, edge
    assert edge["first_date"] == first, edge
