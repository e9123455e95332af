#!/usr/bin/env python3
"""Runs entente and its peers on the same corpora, sees that results agree, and writes docs/benchmarks.md.

usage: benchmarks/compare/compare.py --entente PROGRAM --peers FOLDER --data FOLDER --results FILE.jsonl
           [--scales S,M,L] [--generator PROGRAM] [--timeout 120] [--document FILE.md]

Every measurement is a line of FILE.jsonl as soon as it is done; what stands there already is not measured again. A cell
that takes longer than the time-out, or a peer that is not installed, says so in its place. Scale XL is a corpus of
`entente generate` (17 GB), on which entente alone runs the last task.
"""
import argparse
import json
import math
import os
import platform
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = {"S": 102_375, "M": 3_475_366, "L": 34_936_404}  # participations
SCALES = ["S", "M", "L", "XL"]
HUGE_PAGES = "glibc.malloc.hugetlb=1"
PYTHON = {"scipy", "igraph", "networkx", "leidenalg", "graph-tool"}
# The largest scale that a peer is asked about; what is larger would only time out.
LARGEST = {"networkx": "S", "leidenalg": "S", "graph-tool": "M", "scipy": "M", "igraph": "M"}
TASKS = {
    "load_records": ("JSON Lines to the graph", ["entente", "scipy"]),
    "project": ("Projection, counts", ["entente", "graphblas", "eigen", "scipy", "igraph", "networkx"]),
    "project_newman": ("Projection, Newman's weights", ["entente", "graphblas", "scipy"]),
    "pagerank": ("PageRank to 1e-9", ["entente", "graphblas", "scipy", "igraph", "graph-tool", "networkx"]),
    "eigenvector": ("Leading eigenvector", ["entente", "scipy", "igraph", "graph-tool", "networkx"]),
    "pagerank_unprojected": ("PageRank to 1e-9 from the events, no ties made", ["entente"]),
    "eigenvector_unprojected": ("Leading eigenvector from the events, no ties made", ["entente"]),
    "kcore": ("Core numbers", ["entente", "boost", "igraph", "graph-tool", "networkx"]),
    "leiden": ("Leiden", ["entente", "igraph", "leidenalg"]),
    "leiden_high": ("Leiden, quality high", ["entente"]),
    "pairs_filtered": ("Projection, pairs of 5 events and more", ["entente"]),
    "all": ("Records to the 100 first pairs, with all between", ["entente"]),
    "all_filtered": ("The same with ties of 2 events and more alone", ["entente"]),
}


def command_of(peer, task, options, data):
    if peer == "entente":
        return [options.entente, data, task]
    if peer in PYTHON:
        return ["/usr/bin/python3", os.path.join(HERE, "peers.py"), data, "--peer", peer, "--task", task,
                "--repeat-below", "20", "--timeout", str(options.timeout)]
    return [os.path.join(options.peers, f"{peer}_peer"), data, task]


def measure(peer, task, scale, options, data):
    threads = str(os.cpu_count())
    environment = dict(os.environ, OMP_NUM_THREADS=threads, REPEAT_BELOW="20")
    if peer in ("graphblas", "eigen"):
        environment["GLIBC_TUNABLES"] = HUGE_PAGES
    row = {"peer": peer, "task": task, "scale": scale}
    if SCALES.index(scale) > SCALES.index(LARGEST.get(peer, "XL")):
        return row | {"failed": f"not asked beyond {LARGEST[peer]}"}
    try:
        done = subprocess.run(command_of(peer, task, options, data), env=environment, capture_output=True, text=True,
                              timeout=(15 if scale == "XL" else 3) * options.timeout, check=False)
    except subprocess.TimeoutExpired:
        return row | {"failed": f"more than {options.timeout} s"}
    except FileNotFoundError:
        return row | {"failed": "not installed"}
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if any("ModuleNotFoundError" in line for line in lines):
        return row | {"failed": "not installed"}
    if done.returncode != 0 or not lines:
        last = (done.stderr.strip().splitlines() or ["no result"])[-1]
        return row | {"failed": last[:120]}
    return row | json.loads(lines[-1])


def modularity_of(labels, data):
    """By one function for everybody, from the labels."""
    done = subprocess.run(["/usr/bin/python3", os.path.join(HERE, "peers.py"), data, "--modularity", labels],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])["modularity"]


def run_largest(rows, options):
    """The largest corpus, which goes through with the filter inside."""
    if ("entente", "all_filtered", "XL") in {(row["peer"], row["task"], row["scale"]) for row in rows}:
        return
    data = os.path.join(options.data, "XL")
    records = os.path.join(data, "records.jsonl")
    if not os.path.exists(records):
        os.makedirs(data, exist_ok=True)
        subprocess.run([options.generator, "generate", "--preset", "XL", "--seed", "1", "--no-quotes", "--no-truth",
                        "--output", records], check=True)
    row = measure("entente", "all_filtered", "XL", options, data)
    keep(rows, row | {"size": os.path.getsize(records)}, options)


def run_limits(rows, options, data):
    """What the machine itself allows: how fast memory is read in a row and here and there, and JSON is parsed."""
    if any(row["task"] == "limits" for row in rows):
        return
    done = subprocess.run([os.path.join(options.peers, "limits"), data, "triad,gather,simdjson"],
                          capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    keep(rows, {"peer": "machine", "task": "limits", "scale": "M", "found": found}, options)


def keep(rows, row, options):
    rows.append(row)
    with open(options.results, "a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    print(json.dumps(row), flush=True)


def complaint(rows, task, scale):
    """What does not agree between those who did a task at a scale; empty where all is well."""
    done = [row for row in rows if row["task"] == task and row["scale"] == scale and "median" in row]
    for row in done:
        if task.startswith("project") and "edges" in row and "edges" in done[0]:
            if row["edges"] != done[0]["edges"] or not math.isclose(row["weight"], done[0]["weight"], rel_tol=1e-9):
                return f"{row['peer']} has other ties than {done[0]['peer']}"
        if task == "kcore" and row["sum"] != done[0]["sum"]:
            return f"{row['peer']} has other core numbers than {done[0]['peer']}"
        if task.startswith("pagerank") and row["l1_to_reference"] > 2e-8:
            return f"{row['peer']} is {row['l1_to_reference']} from the reference"
    return ""


def run(options):
    rows = []
    if os.path.exists(options.results):
        with open(options.results, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
    have = {(row["peer"], row["task"], row["scale"]) for row in rows}
    for scale in options.scales.split(","):
        if scale == "XL":
            run_largest(rows, options)
            continue
        data = os.path.join(options.data, scale)
        if not os.path.exists(os.path.join(data, "records.jsonl")):
            subprocess.run(["/usr/bin/python3", os.path.join(HERE, "generate.py"), "--scale", scale, "--seed", "1",
                            "--out", data], check=True)
        subprocess.run(["/usr/bin/python3", os.path.join(HERE, "peers.py"), data, "--prepare"], check=True)
        if scale == "M":
            run_limits(rows, options, data)
        for task, (_, peers) in TASKS.items():
            for peer in peers:
                if (peer, task, scale) in have:
                    continue
                row = measure(peer, task, scale, options, data)
                if "labels" in row:
                    row["modularity"] = modularity_of(row.pop("labels"), data)
                keep(rows, row, options)
            wrong = complaint(rows, task, scale)
            if wrong:
                raise SystemExit(f"{task} {scale}: {wrong}; no time counts before that is understood")
    return rows


def seconds(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def cell(row):
    if row is None:
        return ""
    if "median" not in row:
        return row["failed"]
    text = seconds(row["median"])
    if "modularity" in row:
        text += f" (Q {row['modularity']:.5f})"
    return f"{text}, {row['peak_mb']} MB"


def version_of(package):
    done = subprocess.run(["dpkg-query", "--show", "--showformat=${Version}", package], capture_output=True, text=True,
                          check=False)
    if done.stdout:
        return done.stdout
    folder = os.environ.get("PYTHONPATH", "").partition("/python/")[0] + "/packages"
    names = [name for name in os.listdir(folder) if name.startswith(package + "_")] if os.path.isdir(folder) else []
    return names[0].split("_")[1] if names else "not installed"


def exponent(points):
    x = [math.log(size) for size, _ in points]
    y = [math.log(value) for _, value in points]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def scaling(rows, scales):
    lines = ["| stage | " + " | ".join(f"{a}–{b}" for a, b in zip(scales, scales[1:])) + " | all |",
             "|---|" + "---|" * len(scales)]
    for task, (title, _) in TASKS.items():
        points = sorted(
            (SIZES[row["scale"]], row["median"]) for row in rows
            if row["task"] == task and row["peer"] == "entente" and row["scale"] in scales and "median" in row)
        if len(points) < len(scales) or len(points) < 2:
            continue
        steps = [f"{exponent(pair):.2f}" for pair in zip(points, points[1:])]
        lines.append(f"| {title} | " + " | ".join(steps) + f" | {exponent(points):.2f} |")
    return lines


def largest(rows):
    """What the largest corpus took, stage by stage; nothing where it was not run."""
    row = next((row for row in rows if row["scale"] == "XL"), None)
    if row is None:
        return []
    lines = ["## The largest corpus", ""]
    if "median" not in row:
        return lines + [f"Scale XL of `entente generate`: {row['failed']}.", ""]
    stages = ["read", "project", "pagerank", "leiden", "pairs"]
    return lines + [
        f"Scale XL of `entente generate`, seed 1, {row['size'] / 1e9:.1f} GB of JSON Lines: {row['persons']:,} persons, "
        f"{row['events']:,} events, {row['participations']:,} participations; {row['edges']:,} ties of 2 events and more "
        f"are kept, and the others never held. {row['median']:.0f} s and {row['peak_mb'] / 1024:.1f} GiB; modularity "
        f"{row['modularity']:.5f}.", "",
        "| | " + " | ".join(["JSON Lines to the graph", "projection", "PageRank", "Leiden", "100 first pairs"]) + " |",
        "|---|" + "---|" * len(stages),
        "| seconds | " + " | ".join(seconds(row[stage]) for stage in stages) + " |", ""]


def limits(rows):
    """The limits as they were found; nothing where they were not asked for."""
    found = next((row["found"] for row in rows if row["task"] == "limits"), [])
    lines = ["## The limits of the machine", "", "By `benchmarks/compare/limits.cpp`, in the same run.", "",
             "| | 1 thread | 2 threads |", "|---|---|---|"] if found else []
    for what in dict.fromkeys(one["limit"] for one in found):
        cells = {1: "", 2: ""}
        for one in found:
            if one["limit"] == what:
                told = f"{one['gb_per_s']:.1f} GB/s" if "gb_per_s" in one else f"{one['million_per_s']} million/s"
                cells[one.get("threads", 1)] = told
        lines.append(f"| {what} | {cells[1]} | {cells[2]} |")
    return lines + [""] if found else []


def plot(rows, scales, key, label, file):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "entente"
    from matplotlib import pyplot
    shown = ["project", "pagerank", "kcore", "leiden"]
    figure, axes = pyplot.subplots(2, 2, figsize=(9, 7))
    for task, axis in zip(shown, axes.flat):
        for peer in TASKS[task][1]:
            points = sorted((SIZES[row["scale"]], row[key]) for row in rows
                            if row["task"] == task and row["peer"] == peer and "median" in row and row["scale"] in scales)
            if not points:
                continue
            slope = f" ({exponent(points):.2f})" if len(points) > 1 else ""
            axis.loglog(*zip(*points), "o-", label=peer + slope, linewidth=2.5 if peer == "entente" else 1)
        axis.set_title(TASKS[task][0])
        axis.set_xlabel("participations")
        axis.set_ylabel(label)
        axis.legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})


def write(rows, options):
    scales = [scale for scale in options.scales.split(",") if scale != "XL"]
    find = {(row["peer"], row["task"], row["scale"]): row for row in rows}
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        processor = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = ["# Benchmarks", "", "Made by `scripts/bench`; do not edit. The words are in `benchmarks/compare/notes.md`.", "",
             f"Machine: {processor}, {os.cpu_count()} threads, {memory:.0f} GiB; {platform.system()} {platform.release()}. "
             "Corpora of `benchmarks/compare/generate.py`, seed 1. Medians of three runs in seconds (seven where a run "
             "takes less than 2 s, one where it takes 20 s), and the peak of memory. "
             "Results agree: numbers of ties and sums of weights to 1e-9, core numbers, "
             "PageRank to 2e-8 of a reference, modularity by one function; a time counts only then. "
             "GraphBLAS and Eigen run with huge pages for malloc.", "",
             "Versions: " + ", ".join(f"{name} {version_of(package)}" for name, package in [
                 ("SuiteSparse:GraphBLAS", "libgraphblas-dev"), ("Eigen", "libeigen3-dev"),
                 ("Boost", "libboost1.81-dev"), ("igraph", "python3-igraph"), ("leidenalg", "python3-leidenalg"),
                 ("networkx", "python3-networkx"), ("scipy", "python3-scipy"),
                 ("graph-tool", "python3-graph-tool")]) + ".", ""]
    for task, (title, peers) in TASKS.items():
        lines += [f"## {title}", "", "| | " + " | ".join(scales) + " |", "|---|" + "---|" * len(scales)]
        for peer in peers:
            lines.append(f"| {peer} | " + " | ".join(cell(find.get((peer, task, scale))) for scale in scales) + " |")
        ratios = []
        for scale in scales:
            own = find.get(("entente", task, scale), {}).get("median")
            others = [(find[peer, task, scale]["median"], peer) for peer in peers[1:]
                      if "median" in find.get((peer, task, scale), {})]
            ratios.append(f"{min(others)[0] / own:.2f}× {min(others)[1]}" if own and others else "")
        if any(ratios):
            lines.append("| **entente is faster than the best peer by** | " + " | ".join(ratios) + " |")
        lines.append("")
    lines += largest(rows) + ["## Growth", "", "Exponent of the time against the participations.", ""] + scaling(rows, scales) + [
        "", "![Time against size](benchmarks-time.svg)", "", "![Memory against size](benchmarks-memory.svg)", ""]
    lines += limits(rows)
    with open(os.path.join(HERE, "notes.md"), encoding="utf-8") as file:
        lines.append(file.read().rstrip())
    with open(options.document, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    folder = os.path.dirname(options.document)
    plot(rows, scales, "median", "seconds", os.path.join(folder, "benchmarks-time.svg"))
    plot(rows, scales, "peak_mb", "MB", os.path.join(folder, "benchmarks-memory.svg"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("entente", "peers", "data", "results"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--scales", default="S,M,L")
    parser.add_argument("--generator", default="entente")
    parser.add_argument("--timeout", type=float, default=120)
    parser.add_argument("--document")
    options = parser.parse_args()
    os.makedirs(options.data, exist_ok=True)
    rows = run(options)
    if options.document:
        write(rows, options)


if __name__ == "__main__":
    sys.exit(main())
