#!/usr/bin/env python3
"""Time and memory of `entente resolve` on made-up records, against the number of names.

usage: benchmarks/resolve_scale.py ENTENTE FOLDER [--largest N] [--plot FILE.svg]

Each corpus has ten times as many events as persons, and every person a name of its own. Corpora are made in FOLDER,
one at a time, and removed. Prints one line of JSON a size, then the exponent fitted to the times.
"""
import argparse
import json
import math
import os
import subprocess
import time

SMALLEST = 31_250


def measure(command):
    """Seconds by the clock, seconds of processor time and peak memory in GB of a command."""
    begin = time.monotonic()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command} failed")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e6


def measured_sizes(entente, folder, largest):
    corpus = os.path.join(folder, "scale.jsonl")
    persons = SMALLEST
    while persons <= largest:
        subprocess.run([entente, "generate", "--persons", str(persons), "--events", str(10 * persons), "--no-truth",
                        "--no-quotes", "-o", corpus, "--quiet"], check=True)
        clock, processor, memory = measure(
            [entente, "resolve", corpus, "--no-merge", "-o", os.path.join(folder, "resolved.jsonl"), "--quiet"])
        row = {"names": persons, "records": 10 * persons, "bytes": os.path.getsize(corpus), "seconds": round(clock, 1),
               "processor_seconds": round(processor, 1), "memory_gb": round(memory, 2)}
        print(json.dumps(row), flush=True)
        yield row
        persons *= 2
    for name in ("scale.jsonl", "resolved.jsonl"):
        os.remove(os.path.join(folder, name))


def exponent(rows, key):
    """The slope of a line through the logarithms, by least squares."""
    x = [math.log(row["names"]) for row in rows]
    y = [math.log(row[key]) for row in rows]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def plot(rows, file):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "entente"
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(6, 4))
    names = [row["names"] for row in rows]
    for key, label, marker in (("seconds", "seconds by the clock", "o"), ("memory_gb", "memory, GB", "s")):
        axes.loglog(names, [row[key] for row in rows], marker=marker,
                    label=f"{label} (exponent {exponent(rows, key):.2f})")
    linear = [rows[0]["seconds"] * name / names[0] for name in names]
    axes.loglog(names, linear, linestyle=":", color="grey", label="linear")
    axes.set_xlabel("distinct names, in ten times as many records")
    axes.grid(True, which="major", alpha=0.3)
    axes.legend()
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entente")
    parser.add_argument("folder")
    parser.add_argument("--largest", type=int, default=1_000_000, help="distinct names of the largest corpus")
    parser.add_argument("--plot", help="draw the figures to this file (needs python3-matplotlib)")
    arguments = parser.parse_args()
    rows = list(measured_sizes(arguments.entente, arguments.folder, arguments.largest))
    if len(rows) > 1:
        print(json.dumps({"exponent_seconds": round(exponent(rows, "seconds"), 2),
                          "exponent_processor_seconds": round(exponent(rows, "processor_seconds"), 2)}))
    if arguments.plot:
        plot(rows, arguments.plot)


if __name__ == "__main__":
    main()
