#!/usr/bin/env python3
"""How well communities are recovered from made-up records, against how many participants come from outside them.

usage: benchmarks/communities_nmi.py ENTENTE FOLDER [--persons N] [--networks N] [--seeds N] [--mixing X,Y]
           [--plot FILE.svg]

For each mixing parameter corpora are made in FOLDER, each is read by entente into a network, and divided by entente
(`fast` and `high`) and by igraph's Leiden method until it is stable, on the same network, from several seeds. Prints one
line of JSON a mixing parameter: normalised mutual information with the planted communities (mean, least and greatest)
and mean modularity. Needs python3-igraph.
"""
import argparse
import json
import os
import random
import subprocess


def planted_communities(truth):
    with open(truth) as file:
        return {name: community for name, _, community in json.load(file)["names"]}


def read_network(entente, corpus, folder, quality, seed):
    import igraph
    file = os.path.join(folder, "mixing.graphml")
    subprocess.run([entente, "export", corpus, "-o", file, "--no-merge", "--no-quotes", "--all-ties", "--quiet",
                    "--quality", quality, "--seed", str(seed)], check=True)
    return igraph.Graph.Read_GraphML(file)


def agreement(network, labels, planted):
    """Of the persons whose name is one of the corpus: all but the few that were taken for another."""
    from igraph import compare_communities
    known = [node.index for node in network.vs if node["name"] in planted]
    return compare_communities([int(labels[node]) for node in known],
                               [planted[network.vs[node]["name"]] for node in known], method="nmi")


def figures(network, divisions, planted):
    """Of each division: agreement with the planted communities, and modularity."""
    return [(agreement(network, labels, planted),
             network.modularity([int(label) for label in labels], weights="weight")) for labels in divisions]


def summary(found):
    nmi, modularity = zip(*found)
    return {"nmi": round(sum(nmi) / len(nmi), 4), "nmi_range": [round(min(nmi), 4), round(max(nmi), 4)],
            "modularity": round(sum(modularity) / len(modularity), 5)}


def measure_network(entente, folder, persons, mixing, number, seeds, found):
    corpus = os.path.join(folder, "mixing.jsonl")
    subprocess.run([entente, "generate", "--persons", str(persons), "--events", str(3 * persons), "--mixing",
                    str(mixing), "--seed", str(number), "--no-quotes", "-o", corpus, "--quiet"], check=True)
    planted = planted_communities(os.path.join(folder, "mixing.truth.json"))
    for quality in ("fast", "high"):
        networks = [read_network(entente, corpus, folder, quality, seed) for seed in range(1, seeds + 1)]
        found[f"entente {quality}"] += figures(networks[0], [network.vs["community"] for network in networks], planted)
    divisions = []
    for seed in range(1, seeds + 1):
        random.seed(seed)
        divisions.append(networks[0].community_leiden(objective_function="modularity", weights="weight",
                                                      n_iterations=-1).membership)
    found["igraph"] += figures(networks[0], divisions, planted)
    for name in os.listdir(folder):
        if name.startswith("mixing."):
            os.remove(os.path.join(folder, name))


def measure(entente, folder, persons, mixing, networks, seeds):
    found = {"entente fast": [], "entente high": [], "igraph": []}
    for number in range(1, networks + 1):
        measure_network(entente, folder, persons, mixing, number, seeds, found)
    return {"mixing": mixing, "networks": networks} | {method: summary(figures) for method, figures in found.items()}


def plot(rows, file):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "entente"
    from matplotlib import pyplot
    figure, panels = pyplot.subplots(1, 2, figsize=(9, 4))
    for axes, key, label in zip(panels, ("nmi", "modularity"), ("normalised mutual information", "modularity")):
        for method, style in (("entente high", "o-"), ("entente fast", "s--"), ("igraph", "x:")):
            axes.plot([row["mixing"] for row in rows], [row[method][key] for row in rows], style, label=method)
        axes.set_xlabel("share of participants from outside the community")
        axes.set_ylabel(label)
        axes.grid(True, alpha=0.3)
    panels[0].legend()
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entente")
    parser.add_argument("folder")
    parser.add_argument("--persons", type=int, default=5000)
    parser.add_argument("--networks", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--mixing", default="0,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8")
    parser.add_argument("--plot", help="draw the figures to this file (needs python3-matplotlib)")
    arguments = parser.parse_args()
    rows = []
    for mixing in map(float, arguments.mixing.split(",")):
        rows.append(measure(arguments.entente, arguments.folder, arguments.persons, mixing, arguments.networks,
                            arguments.seeds))
        print(json.dumps(rows[-1]), flush=True)
    if arguments.plot:
        plot(rows, arguments.plot)


if __name__ == "__main__":
    main()
