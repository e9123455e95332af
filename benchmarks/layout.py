#!/usr/bin/env python3
"""Time and quality of layouts: entente's beside those of igraph and graph-tool on the same networks, in one run.

usage: benchmarks/layout.py BENCHMARK ENTENTE [--networks NAME,…] [--peers NAME,…]

BENCHMARK is build/bench/benchmarks/entente_layout_benchmark, ENTENTE the command. Networks are the sample corpus, that of
../shared/data/southern-women where it is there, and generated ones. Two figures of quality, both better near their end:

- stress: the mean of (s·|p(i) − p(j)|/d(i, j) − 1)² over pairs at d steps, at the scale s that makes it least; 0 is perfect
  (Kamada and Kawai 1989). Sampled: all pairs with one of 200 persons of the largest component.
- neighbourhood: of each person, the share that is common to the deg nearest in the drawing and the deg tied ones (Jaccard,
  the mean over at most 2,000 persons); 1 is perfect (Kruiger et al. 2017, doi:10.1111/cgf.13187).

Only the largest component is laid out and judged: how programs place components beside each other differs too much. Each
layout has the options that its documentation recommends for the size; a layout that is not meant for a size is not asked.
Prints tables in Markdown.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

import igraph
import numpy

SOURCES, JUDGED = 200, 2000


def network_of_records(entente, records, folder):
    """Ties of the network of records, as (number of persons, array of (a, b, weight))."""
    path = os.path.join(folder, "n.net")
    subprocess.run([entente, "export", records, "-o", path, "--all-ties", "--layout", "none", "--no-resolve", "--quiet"], check=True)
    with open(path, encoding="utf-8") as file:
        persons = int(file.readline().split()[1])
        for line in file:
            if line.startswith("*Edges"):
                break
        ties = numpy.array([[float(part) for part in line.split()[:3]] for line in file])
    ties[:, :2] -= 1
    return persons, ties


def generated(entente, folder, persons, events, size_of_circles):
    records = os.path.join(folder, "generated.jsonl")
    subprocess.run([entente, "generate", "--persons", str(persons), "--events", str(events), "--communities",
                    str(persons // size_of_circles), "--no-quotes", "--no-truth", "-o", records, "--quiet"], check=True)
    return network_of_records(entente, records, folder)


def sample_corpus(entente, folder):
    records = os.path.join(folder, "sample.jsonl")
    articles = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "articles")
    extract = subprocess.run([entente, "extract", articles], check=True, capture_output=True)
    resolve = subprocess.run([entente, "resolve", "-", "-o", records, "--quiet"], input=extract.stdout, check=True)
    return network_of_records(entente, records, folder)


NETWORKS = {
    "sample": sample_corpus,
    "5k": lambda entente, folder: generated(entente, folder, 5_000, 6_000, 100),
    "20k": lambda entente, folder: generated(entente, folder, 20_000, 20_000, 100),
    "100k": lambda entente, folder: generated(entente, folder, 115_000, 44_000, 40),
}


def largest_component(persons, ties):
    graph = igraph.Graph(n=persons, edges=ties[:, :2].astype(int).tolist(), edge_attrs={"weight": ties[:, 2].tolist()})
    return graph.connected_components().giant()


def by_entente(benchmark, graph, folder, threads):
    network, positions = os.path.join(folder, "ties.txt"), os.path.join(folder, "positions.txt")
    with open(network, "w") as file:
        for edge in graph.es:
            file.write(f"{edge.source} {edge.target} {edge['weight']}\n")
    iterations = "300" if graph.vcount() > 20_000 else "500"
    run = subprocess.run([benchmark, str(graph.vcount()), network, positions, iterations, str(threads)], check=True, capture_output=True, text=True)
    return float(run.stdout), numpy.loadtxt(positions)


def timed(layout):
    begin = time.perf_counter()
    positions = layout()
    return time.perf_counter() - begin, numpy.asarray(positions)


def by_igraph(name, **options):
    return lambda graph: timed(lambda: getattr(graph, "layout_" + name)(**{key: graph.es["weight"] if value == "weight" else value for key, value in options.items()}).coords)


def by_graph_tool(threads):
    import graph_tool
    import graph_tool.draw
    graph_tool.openmp_set_num_threads(threads)

    def layout(graph):
        copy = graph_tool.Graph(directed=False)
        copy.add_vertex(graph.vcount())
        copy.add_edge_list(graph.get_edgelist())
        weight = copy.new_edge_property("double", vals=graph.es["weight"])
        return timed(lambda: graph_tool.draw.sfdp_layout(copy, eweight=weight).get_2d_array([0, 1]).T)
    return layout


# The largest number of persons that a layout is asked for.
PEERS = {
    "igraph-fr": ("igraph, Fruchterman–Reingold", 5_000, lambda: by_igraph("fruchterman_reingold", weights="weight", grid=False)),
    "igraph-kk": ("igraph, Kamada–Kawai", 2_000, lambda: by_igraph("kamada_kawai")),
    "igraph-drl": ("igraph, DrL", 200_000, lambda: by_igraph("drl", weights="weight")),
    "graph-tool-1": ("graph-tool, sfdp, 1 thread", 25_000, lambda: by_graph_tool(1)),
    "graph-tool-2": ("graph-tool, sfdp, 2 threads", 200_000, lambda: by_graph_tool(2)),
}


def stress(graph, positions, sources):
    steps = numpy.array(graph.distances(source=sources.tolist()), dtype=float)
    apart = numpy.linalg.norm(positions[sources][:, None, :] - positions[None, :, :], axis=2)
    chosen = steps > 0
    ratio = apart[chosen] / steps[chosen]
    scale = ratio.sum() / (ratio**2).sum()
    return ((scale * ratio - 1) ** 2).mean()


def neighbourhood(graph, positions, judged):
    shares = []
    for person in judged.tolist():
        tied = graph.neighbors(person)
        apart = ((positions - positions[person]) ** 2).sum(axis=1)
        apart[person] = numpy.inf
        nearest = numpy.argpartition(apart, len(tied) - 1)[: len(tied)]
        common = len(set(tied) & set(nearest.tolist()))
        shares.append(common / (2 * len(tied) - common))
    return numpy.mean(shares)


def rows_of(graph, layouts):
    chance = numpy.random.default_rng(1)
    size = graph.vcount()
    sources = chance.choice(size, min(SOURCES, size), replace=False)
    judged = chance.choice(size, min(JUDGED, size), replace=False)
    for label, layout in layouts:
        seconds, positions = layout(graph)
        positions = positions - positions.mean(axis=0)
        yield label, seconds, stress(graph, positions, sources), neighbourhood(graph, positions, judged)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("benchmark")
    parser.add_argument("entente")
    parser.add_argument("--networks", default=",".join(NETWORKS))
    parser.add_argument("--peers", default=",".join(PEERS))
    arguments = parser.parse_args()
    for name in arguments.networks.split(","):
        with tempfile.TemporaryDirectory() as folder:
            graph = largest_component(*NETWORKS[name](arguments.entente, folder))
            print(f"\n{name}: {graph.vcount():,} persons, {graph.ecount():,} ties\n\n| layout | s | stress | neighbourhood |\n| --- | --- | --- | --- |", flush=True)
            layouts = [(f"entente, ForceAtlas2, {threads} thread{'s' * (threads > 1)}", lambda graph, threads=threads: by_entente(arguments.benchmark, graph, folder, threads)) for threads in (1, 2)]
            for peer in arguments.peers.split(","):
                label, most, make = PEERS[peer]
                if graph.vcount() > most:
                    continue
                try:
                    layouts.append((label, make()))
                except ImportError:
                    print(f"{label}: not installed", file=sys.stderr)
            for label, seconds, measured_stress, preserved in rows_of(graph, layouts):
                print(f"| {label} | {seconds:.2f} | {measured_stress:.3f} | {preserved:.3f} |", flush=True)


main()
