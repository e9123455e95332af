#!/usr/bin/env python3
"""Whether tests of pairs keep their promise on made-up records, and which ties of real sets survive them.

usage: benchmarks/pair_tests.py ENTENTE FOLDER [--corpora N] [--plot FILE.svg] [--sets DIR]

Makes, for each excess, N corpora in FOLDER of chance alone with planted pairs (`generate --background bicm`), tests
their pairs by sdsm with the correction bh at 0.05, and prints one line of JSON an excess: the mean share of false
discoveries with its standard error, and the share of planted pairs that are found, by the number of events that chance
expects. With --sets, prints for each DIR/*/participations.csv how many ties survive each null model.
"""
import argparse
import concurrent.futures
import csv
import glob
import io
import json
import math
import os
import subprocess

EXCESS = (1, 2, 4, 8)
LEVEL = 0.05
MODELS = (("hypergeometric",), ("sdsm",), ("sdsm", "--correction", "holm"))


def pairs(entente, records, *options):
    """The significant pairs."""
    told = subprocess.run([entente, "pairs", records, "--no-resolve", "--no-quotes", "--significant", "--alpha",
                           str(LEVEL), "--format", "csv", "--columns", "a_name,b_name,events,expected,q", "--quiet",
                           *options], check=True, capture_output=True, text=True).stdout
    return list(csv.DictReader(io.StringIO(told)))


def discoveries(entente, folder, excess, seed):
    """Shares of one corpus: of false ones among the discoveries, of planted pairs that were found."""
    corpus = os.path.join(folder, f"chance{seed}.jsonl")
    truth_file = os.path.join(folder, f"chance{seed}.truth.json")
    subprocess.run([entente, "generate", "--background", "bicm", "--persons", "500", "--events", "1500", "--excess",
                    str(excess), "--seed", str(seed), "--no-quotes", "-o", corpus, "--quiet"], check=True)
    with open(truth_file) as file:
        truth = json.load(file)
    number = {name: person for person, (name, _, _) in enumerate(truth["names"])}
    planted = {tuple(sorted(one[0])): one for one in truth["pairs"] if one[1] > 0}
    found = {tuple(sorted((number[row["a_name"]], number[row["b_name"]]))) for row in
             pairs(entente, corpus, "--test", "sdsm")}
    false = sum(1 for pair in found if pair not in planted)
    os.remove(corpus)
    os.remove(truth_file)
    return false / max(1, len(found)), sum(1 for pair in found if pair in planted), len(planted)


def measure(entente, folder, excess, corpora):
    shares, found, planted = [], 0, 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        each = list(pool.map(lambda seed: discoveries(entente, folder, excess, seed), range(1, corpora + 1)))
    for share, right, all_of_them in each:
        shares.append(share)
        found += right
        planted += all_of_them
    mean = sum(shares) / corpora
    error = math.sqrt(sum((share - mean) ** 2 for share in shares) / max(1, corpora - 1) / corpora)
    return {"excess": excess, "corpora": corpora, "false_discoveries": round(mean, 4),
            "standard_error": round(error, 4), "recall": round(found / planted, 4) if planted else None}


def real_sets(entente, folder):
    for file in sorted(glob.glob(os.path.join(folder, "*", "participations.csv"))):
        row = {"set": os.path.basename(os.path.dirname(file))}
        for model in MODELS:
            row[" ".join(model)] = len(pairs(entente, file, "--test", *model))
        summary = subprocess.run([entente, "pairs", file, "--no-resolve", "--top", "1"], check=True,
                                 capture_output=True, text=True).stderr
        row["counts"] = summary.splitlines()[1]
        print(json.dumps(row), flush=True)


def plot(rows, file):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "entente"
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(6, 4))
    tested = [row for row in rows if row["recall"] is not None]
    axes.plot([row["excess"] for row in tested], [row["recall"] for row in tested], "o-", label="planted pairs found")
    axes.errorbar([row["excess"] for row in rows], [row["false_discoveries"] for row in rows],
                  [2 * row["standard_error"] for row in rows], fmt="s--", label="false discoveries, ± 2 standard errors")
    axes.axhline(LEVEL, color="grey", linewidth=1, linestyle=":")
    axes.set_xlabel("how many times as often as by chance planted pairs meet")
    axes.set_ylabel("share")
    axes.grid(True, alpha=0.3)
    axes.legend()
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entente")
    parser.add_argument("folder")
    parser.add_argument("--corpora", type=int, default=200)
    parser.add_argument("--plot", help="draw the figures to this file (needs python3-matplotlib)")
    parser.add_argument("--sets", help="a folder of data sets, each with participations.csv")
    arguments = parser.parse_args()
    if arguments.sets:
        real_sets(arguments.entente, arguments.sets)
        return
    rows = []
    for excess in EXCESS:
        rows.append(measure(arguments.entente, arguments.folder, excess, arguments.corpora))
        print(json.dumps(rows[-1]), flush=True)
    if arguments.plot:
        plot(rows, arguments.plot)


if __name__ == "__main__":
    main()
