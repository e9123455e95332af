"""Checks that graph-tool finds in a GraphML file (argument 1) what a JSON file (argument 2) expects, with types.

It reads a `double` as a long double.
"""
import json
import sys

import graph_tool

graph = graph_tool.load_graph(sys.argv[1], fmt="graphml")
with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)

assert not graph.is_directed() and graph.num_vertices() == len(expected["labels"]) and graph.num_edges() == len(expected["ties"])
nodes, edges = graph.vertex_properties, graph.edge_properties
assert nodes["events"].value_type() == edges["events"].value_type() == "int32_t" and edges["weight"].value_type().endswith("double")
assert [nodes["label"][node] for node in graph.vertices()] == expected["labels"]
assert [nodes["events"][node] for node in graph.vertices()] == expected["events"]
for a, b, weight, events, first in expected["ties"]:
    edge = graph.edge(int(a[1:]), int(b[1:]))
    assert float(edges["weight"][edge]) == weight and edges["events"][edge] == events
    assert edges["first_date"][edge] == first and edges["event_ids"][edge] and edges["sentence"][edge]
