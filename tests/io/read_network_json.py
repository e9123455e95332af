"""Reads a network in a dialect of JSON (argument 1) from a file (argument 2) and compares with a JSON file (argument 3).

node-link is also given to NetworkX, under both names that its list of edges has had.
"""
import json
import sys

import networkx

dialect, path = sys.argv[1:3]
with open(path, "rb") as file:
    data = file.read()
assert not data.startswith(b"\xef\xbb\xbf")


def no_constants(name):
    raise ValueError(name)


document = json.loads(data.decode("utf-8"), parse_constant=no_constants)
with open(sys.argv[3], encoding="utf-8") as file:
    expected = json.load(file)

positions = []
if dialect == "node-link":
    assert document["directed"] is False and document["multigraph"] is False
    nodes, edges, facts = document["nodes"], document["edges"], document["graph"]
    positions = [(node.get("x"), node.get("y")) for node in nodes]
    renamed = {**document, "links": document["edges"]}
    graph = networkx.node_link_graph(renamed)
    assert graph.number_of_nodes() == len(nodes) and graph.number_of_edges() == len(edges)
    assert not graph.is_directed() and not graph.is_multigraph()
elif dialect == "cytoscape":
    nodes = [node["data"] for node in document["elements"]["nodes"]]
    edges = [edge["data"] for edge in document["elements"]["edges"]]
    facts = document["data"]
    positions = [(one["position"]["x"], -one["position"]["y"]) for one in document["elements"]["nodes"] if "position" in one]
else:
    assert document["options"]["type"] == "undirected" and document["options"]["multi"] is False
    nodes = [{"id": node["key"], **node["attributes"]} for node in document["nodes"]]
    edges = [{"id": edge["key"], "source": edge["source"], "target": edge["target"], **edge["attributes"]} for edge in document["edges"]]
    facts = document["attributes"]
    positions = [(node.get("x"), node.get("y")) for node in nodes]

ids = [one["id"] for one in nodes + edges]
assert len(set(ids)) == len(ids) and all(type(one) is str for one in ids)
if not nodes:
    sys.exit()
assert "strength" in facts["description"]
assert [node["label"] for node in nodes] == expected["labels"]
assert [node["events"] for node in nodes] == expected["events"]
assert positions == [(row - 2.5, row * row) for row in range(len(nodes))], positions
assert all(node["color"].startswith("#") and len(node["color"]) == 7 and node["size"] > 0 for node in nodes)
assert [("betweenness" in node) for node in nodes] == [row != 0 for row in range(len(nodes))]
found = [[edge["source"], edge["target"], edge["weight"], edge["events"], edge.get("first_date", "")] for edge in edges]
assert found == expected["ties"]
assert all(edge["event_ids"] and edge["documents"] and edge["sentence"] for edge in edges)
