"""Lays out a DOT file (argument 1) by Graphviz and checks that boxes of communities do not overlap and hold their members alone."""
import itertools
import json
import subprocess
import sys

drawn = json.loads(subprocess.run(["dot", "-Tjson", sys.argv[1]], check=True, capture_output=True, text=True).stdout)
assert drawn["layout"] == "fdp"
boxes = [one for one in drawn["objects"] if one["name"].startswith("cluster_")]
members = [set(box["nodes"]) for box in boxes]
corners = [[float(part) for part in box["bb"].split(",")] for box in boxes]
for (left, bottom, right, top), other in itertools.combinations(corners, 2):
    assert right < other[0] or other[2] < left or top < other[1] or other[3] < bottom, (left, bottom, right, top, other)

inside = outside = 0
for one in drawn["objects"]:
    if one["name"].startswith("cluster_"):
        continue
    x, y = (float(part) for part in one["pos"].split(","))
    holders = {i for i, (left, bottom, right, top) in enumerate(corners) if left <= x <= right and bottom <= y <= top}
    assert holders == {i for i, nodes in enumerate(members) if one["_gvid"] in nodes}, one["name"]
    inside += bool(holders)
    outside += not holders
print(len(boxes), "boxes apart,", inside, "persons inside their own,", outside, "outside")
