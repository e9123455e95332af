"""Reads a Pajek file (argument 1) by igraph, NetworkX and the rules of Gephi's importer, and compares with a JSON file (2)."""
import json
import sys

import igraph
import networkx

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    lines = file.read().split("\n")
with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)
labels, ties = expected["labels"], expected["ties"]

# Gephi: a line is split at its quotes, of which there are two; anything behind x and y makes y the size.
assert lines[0] == f"*Vertices {len(labels)}"
for row, label in enumerate(labels):
    number, found, position = lines[row + 1].split('"')
    assert int(number) == row + 1 and found.strip() == label.strip(), (found, label)
    assert [float(part) for part in position.split()] in ([], [row - 2.5, row * row])
assert lines[len(labels) + 1] == "*Edges"
written = [line.split(" ") for line in lines[len(labels) + 2 : -1]]
assert [[f"p{int(a) - 1}", f"p{int(b) - 1}", float(w)] for a, b, w in written] == [tie[:3] for tie in ties]

graph = igraph.Graph.Read_Pajek(sys.argv[1])
assert graph.vcount() == len(labels) and graph.ecount() == len(ties) and not graph.is_directed()
if ties:
    assert graph.es["weight"] == [tie[2] for tie in ties]
    network = networkx.read_pajek(sys.argv[1])
    assert network.number_of_nodes() == len(labels) and network.number_of_edges() == len(ties)
