"""Times writing and reading GraphML by entente and by libraries that are installed here, one core each; entente's reading on two as well.

usage: benchmarks/network_files.py build/bench/benchmarks/entente_network_files_benchmark [TIES]

entente writes a network of made-up meetings with evidence on every tie; the others read that file and write it again with all
attributes, which is what their writers are timed on. What entente reads is the graph of persons and events, as its own file has
it: all read that one too. The best of three runs (of one where a run takes 20 s). Prints tables in Markdown.
"""
import json
import os
import subprocess
import sys
import tempfile

PEERS = {
    "igraph": (
        "import igraph",
        "g = igraph.Graph.Read_GraphML(source)",
        "g.write_graphml(target)",
        "g.vcount(), g.ecount()",
    ),
    "graph-tool": (
        "import graph_tool.all as gt; gt.openmp_set_num_threads(1)",
        "g = gt.load_graph(source)",
        "g.save(target, fmt='graphml')",
        "g.num_vertices(), g.num_edges()",
    ),
    "networkx": (
        "import networkx",
        "g = networkx.read_graphml(source)",
        "networkx.write_graphml_xml(g, target)",
        "g.number_of_nodes(), g.number_of_edges()",
    ),
}


def in_process(code):
    run = subprocess.run(["/usr/bin/python3", "-c", code], capture_output=True, text=True)
    return json.loads(run.stdout.splitlines()[-1]) if run.returncode == 0 else None


def peer(name, source, target):
    load, read, write, size = PEERS[name]
    code = f"""
import json, os, time
{load}
source, target = {source!r}, {target!r}
begin = time.perf_counter(); {read}; read = time.perf_counter() - begin
begin = time.perf_counter(); {write}; write = time.perf_counter() - begin
print(json.dumps([read, write, os.path.getsize(target), *({size})]))
"""
    best = None
    for _ in range(3):
        found = in_process(code)
        if found is None:
            return None
        best = found if best is None else [min(best[0], found[0]), min(best[1], found[1]), *found[2:]]
        if sum(found[:2]) > 20:
            break
    return best


def entente(binary, ties):
    run = subprocess.run(
        [binary, f"--benchmark_filter=^(graphml|gexf)/{ties}$|^read_events/ties:{ties}/", "--benchmark_format=json", "--benchmark_repetitions=3"],
        capture_output=True, text=True, check=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    speed = {}
    for one in json.loads(run.stdout)["benchmarks"]:
        if one["run_type"] == "iteration":
            name = one["name"].replace(f"/ties:{ties}", "").removesuffix(f"/{ties}").removesuffix("/real_time")
            speed[name] = max(speed.get(name, (0, 0)), (one["bytes_per_second"], one.get("bytes", 0)))
    return speed


def writing_table(binary, ties, speed, folder):
    source, target = os.path.join(folder, "n.graphml"), os.path.join(folder, "again.graphml")
    subprocess.run([binary, "--graphml", source, str(ties)], check=True)
    size = os.path.getsize(source)
    print(f"| program | writes, s | MB | MB/s | reads our {size / 1e6:.0f} MB, s | MB/s |\n| --- | --- | --- | --- | --- | --- |")
    for name in ("graphml", "gexf"):
        rate, num_bytes = speed[name]
        print(f"| entente, {name} | {num_bytes / rate:.2f} | {num_bytes / 1e6:.0f} | {rate / 1e6:.0f} | | |")
    for name, (read, write, written) in measured_peers(ties, source, target):
        print(f"| {name}, graphml | {write:.2f} | {written / 1e6:.0f} | {written / write / 1e6:.0f} | {read:.2f} | {size / read / 1e6:.0f} |", flush=True)


def reading_table(binary, ties, speed, folder):
    source, target = os.path.join(folder, "events.graphml"), os.path.join(folder, "again.graphml")
    subprocess.run([binary, "--events", source, str(ties)], check=True)
    size = os.path.getsize(source)
    print(f"\n| program | reads events.graphml ({size / 1e6:.0f} MB), s | MB/s |\n| --- | --- | --- |")
    for threads in (1, 2):
        rate = speed[f"read_events/threads:{threads}"][0]
        print(f"| entente, {threads} thread{'s'[:threads - 1]} | {size / rate:.2f} | {rate / 1e6:.0f} |")
    for name, (read, _, _) in measured_peers(ties, source, target):
        print(f"| {name} | {read:.2f} | {size / read / 1e6:.0f} |", flush=True)


def measured_peers(ties, source, target):
    for name in PEERS:
        if name == "networkx" and ties > 100_000:
            print("networkx: not asked beyond 100,000 ties", file=sys.stderr)
            continue
        found = peer(name, source, target)
        if found is None:
            print(f"{name}: not installed", file=sys.stderr)
        else:
            yield name, found[:3]


def main():
    binary = sys.argv[1]
    ties = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    assert ties in (100_000, 1_000_000), "the benchmark has networks of 100000 and 1000000 ties"
    speed = entente(binary, ties)
    with tempfile.TemporaryDirectory() as folder:
        writing_table(binary, ties, speed, folder)
        reading_table(binary, ties, speed, folder)


main()
