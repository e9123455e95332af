#!/usr/bin/env python3
"""Whether tests of pairs keep their promise on made-up records, and which ties of real sets survive them.

usage: benchmarks/pair_tests.py ENTENTE FOLDER [--corpora N] [--plot FILE.svg] [--sets DIR | --size | --precision PRESET]

Makes, for each excess, N corpora in FOLDER of chance alone with planted pairs (`generate --background bicm`), tests
their pairs by sdsm with the correction bh at 0.05, and prints one line of JSON an excess: the mean share of false
discoveries with its standard error, and the share of planted pairs that are found, by the number of events that chance
expects. With --sets, prints for each DIR/*/participations.csv how many ties survive each null model. With --size, how often the
p-value of one pair, chosen beforehand, of each of N corpora of chance alone is at most 0.05, 0.01 and 0.001, where the
margins are fitted to the corpus itself. With --precision, how many ties that survive on one structured corpus are of
planted pairs and groups, or of one community.
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
# Names and occasions are no part of the question.
AS_THEY_ARE = ("--variants", "0", "--typos", "0", "--namesakes", "0", "--retellings", "1")
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


def generate(entente, folder, name, *options):
    corpus = os.path.join(folder, f"{name}.jsonl")
    subprocess.run([entente, "generate", "--no-quotes", "-o", corpus, "--quiet", *options], check=True)
    truth_file = os.path.join(folder, f"{name}.truth.json")
    with open(truth_file) as file:
        truth = json.load(file)
    os.remove(truth_file)
    return corpus, truth


def p_of_one_pair(entente, folder, seed):
    """Persons are numbered by how active they are; the pair of one corpus is of other numbers than that of the next."""
    corpus, truth = generate(entente, folder, f"size{seed}", "--background", "bicm", "--persons", "60", "--events",
                             "200", "--pairs", "0", "--seed", str(seed), *AS_THEY_ARE)
    chosen = {truth["names"][seed % 60][0], truth["names"][(seed % 60 + 1 + seed // 60 % 59) % 60][0]}
    told = subprocess.run([entente, "pairs", corpus, "--no-resolve", "--test", "sdsm", "--format", "csv", "--columns",
                           "a_name,b_name,p", "--quiet"], check=True, capture_output=True, text=True).stdout
    os.remove(corpus)
    for row in csv.DictReader(io.StringIO(told)):
        if {row["a_name"], row["b_name"]} == chosen:
            return float(row["p"])
    return 1.0


def size(entente, folder, corpora):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        p_values = list(pool.map(lambda seed: p_of_one_pair(entente, folder, seed), range(1, corpora + 1)))
    shares = {level: sum(1 for p in p_values if p <= level) / corpora for level in (0.05, 0.01, 0.001)}
    print(json.dumps({"corpora": corpora, "met": sum(1 for p in p_values if p < 1), "size": shares}))


def precision(entente, folder, preset):
    corpus, truth = generate(entente, folder, f"structured{preset}", "--preset", preset, *AS_THEY_ARE)
    number = {name: person for person, (name, _, _) in enumerate(truth["names"])}
    planted = {tuple(sorted(one[0])) for one in truth["pairs"]}
    in_groups = {tuple(sorted((a, b))) for group in truth["groups"] for a in group[0] for b in group[0] if a < b}
    community = [which for which, (_, _, begin, end) in enumerate(truth["communities"]) for _ in range(begin, end)]
    for model in MODELS[:2]:
        counts = {"survive": 0, "planted pairs": 0, "of planted groups": 0, "of one community": 0, "others": 0}
        for row in pairs(entente, corpus, "--test", *model):
            counts["survive"] += 1
            pair = tuple(sorted((number.get(row["a_name"], -1), number.get(row["b_name"], -1))))
            if pair in planted:
                counts["planted pairs"] += 1
            elif pair in in_groups:
                counts["of planted groups"] += 1
            elif pair[0] >= 0 and community[pair[0]] == community[pair[1]]:
                counts["of one community"] += 1
            else:
                counts["others"] += 1
        print(json.dumps({"model": " ".join(model), "planted": len(planted), "in groups": len(in_groups), **counts}))
    os.remove(corpus)


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
    parser.add_argument("--size", action="store_true", help="the size of the test where margins are fitted")
    parser.add_argument("--precision", metavar="PRESET", help="a structured corpus of this size")
    arguments = parser.parse_args()
    if arguments.size:
        size(arguments.entente, arguments.folder, arguments.corpora)
        return
    if arguments.precision:
        precision(arguments.entente, arguments.folder, arguments.precision)
        return
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
