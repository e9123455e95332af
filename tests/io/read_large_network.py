"""Has a network of a million ties written in every format (by argument 1) and read by programs that are not ours.

usage: read_large_network.py LARGE_NETWORK SCHEMAS READER…

SCHEMAS is a folder that may not be there. Every reader compares all ties, with their weights, and all labels with what was told
beside the files. NetworkX needs 10 GB for it: on smaller machines it is skipped (exit status 77).
"""
import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

large_network, schemas = sys.argv[1:3]


def same(expected, labels, ties):
    """`labels` by person and `ties` as (a, b): (weight, events or None), in any order."""
    wanted_labels, wanted_ties = expected
    assert labels is None or labels == wanted_labels
    assert len(ties) == len(wanted_ties), (len(ties), len(wanted_ties))
    for pair, (weight, events) in wanted_ties.items():
        found = ties.get(pair) or ties[pair[::-1]]
        assert found[0] == weight and found[1] in (events, None), (pair, found, weight, events)


def number(name):
    return int(name[1:])


def by_igraph(kind, path, expected):
    import igraph
    graph = igraph.Graph.Read(path, format=kind)
    labels = graph.vs["label"] if kind == "graphml" else None
    weights, events = graph.es["weight"], graph.es["events"] if kind != "pajek" else [None] * graph.ecount()
    same(expected, labels, dict(zip(graph.get_edgelist(), zip(weights, events))))


def by_networkx(graph, expected):
    ties = {(number(a), number(b)): (facts["weight"], facts["events"]) for a, b, facts in graph.edges(data=True)}
    same(expected, [graph.nodes[f"p{row}"]["label"] for row in range(len(graph))], ties)


def read_graphml_networkx(folder, expected):
    import networkx
    by_networkx(networkx.read_graphml(folder + "/n.graphml"), expected)


def read_gexf_networkx(folder, expected):
    import networkx
    with open(folder + "/n.gexf", encoding="utf-8") as file, open(folder + "/old.gexf", "w", encoding="utf-8") as old:
        head = file.read(1000).replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
        old.write(head)
        for part in iter(lambda: file.read(1 << 20), ""):
            old.write(part)
    by_networkx(networkx.read_gexf(folder + "/old.gexf", version="1.2draft"), expected)


def read_by_schema(folder, expected):
    if not os.path.isdir(schemas):
        return
    for filter, name, schema in (("cat", "n.graphml", "graphml/graphml.xsd"), ("sed -E 's#(</?)viz:#\\1#g'", "n.gexf", "gexf-1.3/gexf.xsd")):
        run = f"{filter} {folder}/{name} | xmllint --nonet --noout --stream --huge --schema {schemas}/{schema} -"
        checked = subprocess.run(run, shell=True, capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr[:1000]


def read_dot_gephi(folder, expected):
    statement = re.compile(r'  "p(\d+)" -- "p(\d+)" \[weight=([^,\]]+), penwidth=[^,\]]+, events=(\d+)')
    ties = {}
    with open(folder + "/gephi.dot", encoding="utf-8") as file:
        for line in file:
            if found := statement.match(line):
                ties[int(found[1]), int(found[2])] = (float(found[3]), int(found[4]))
    same(expected, None, ties)


def read_dot_graphviz(folder, expected):
    counted = subprocess.run(["gc", "-n", "-e", folder + "/n.dot"], check=True, capture_output=True, text=True).stdout
    assert counted.split()[:2] == [str(len(expected[0])), str(len(expected[1]))], counted


def read_csv(folder, expected):
    with open(folder + "/n.nodes.csv", encoding="utf-8", newline="") as file:
        labels = [row["Label"] for row in csv.DictReader(file)]
    with open(folder + "/n.edges.csv", encoding="utf-8", newline="") as file:
        ties = {(number(row["Source"]), number(row["Target"])): (float(row["Weight"]), int(row["events"]))
                for row in csv.DictReader(file)}
    same(expected, labels, ties)


def read_json(folder, expected):
    for name, parts in (("node-link", lambda read: (read["nodes"], read["edges"])),
                        ("cytoscape", lambda read: [[one["data"] for one in read["elements"][kind]] for kind in ("nodes", "edges")]),
                        ("graphology", lambda read: [[{**one, **one["attributes"]} for one in read[kind]] for kind in ("nodes", "edges")])):
        with open(f"{folder}/{name}.json", encoding="utf-8") as file:
            nodes, edges = parts(json.load(file))
        ties = {(number(one["source"]), number(one["target"])): (one["weight"], one["events"]) for one in edges}
        same(expected, [one["label"] for one in nodes], ties)


def read_sqlite(folder, expected):
    base = sqlite3.connect(f"file:{folder}/n.sqlite?mode=ro", uri=True)
    assert base.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    labels = [name for (name,) in base.execute("SELECT name FROM persons ORDER BY person")]
    ties = {(a, b): facts for a, b, *facts in base.execute("SELECT a, b, weight, events FROM ties")}
    same(expected, labels, ties)


READERS = {
    "schema": read_by_schema,
    "graphml-igraph": lambda folder, expected: by_igraph("graphml", folder + "/n.graphml", expected),
    "graphml-networkx": read_graphml_networkx,
    "gexf-networkx": read_gexf_networkx,
    "gml-igraph": lambda folder, expected: by_igraph("gml", folder + "/n.gml", expected),
    "pajek-igraph": lambda folder, expected: by_igraph("pajek", folder + "/n.net", expected),
    "dot-gephi": read_dot_gephi,
    "dot-graphviz": read_dot_graphviz,
    "csv": read_csv,
    "json": read_json,
    "sqlite": read_sqlite,
}


def main():
    gigabytes = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    if gigabytes < 15 and any("networkx" in name for name in sys.argv[3:]):
        print(f"{gigabytes:.0f} GB of memory are too little for NetworkX; not tested")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.monotonic()
        subprocess.run([large_network, folder], check=True)
        print(f"written in {time.monotonic() - begin:.1f} s", flush=True)
        with open(folder + "/persons.txt", encoding="utf-8") as file:
            labels = file.read().splitlines()
        ties = {}
        with open(folder + "/ties.txt", encoding="ascii") as file:
            for line in file:
                a, b, weight, events = line.split()
                ties[int(a), int(b)] = (float(weight), int(events))
        assert len(ties) >= 1_000_000, len(ties)
        print(len(labels), "persons", len(ties), "ties", {name: os.path.getsize(folder + "/" + name) // 10**6 for name in sorted(os.listdir(folder))}, flush=True)
        for name in sys.argv[3:]:
            begin = time.monotonic()
            READERS[name](folder, (labels, ties))
            print(f"{name}: {time.monotonic() - begin:.1f} s", flush=True)


main()
