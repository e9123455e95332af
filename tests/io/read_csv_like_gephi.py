"""Reads a table of nodes and one of edges (arguments 1, 2) by the rules of Gephi's spreadsheet importer; compares with 3.

The delimiter is taken from the header; rows of another number of fields are skipped; names of columns count in any case, and
the second of two that differ in case only is dropped; `Type` must say undirected; a column whose name contains `interval` or
`timestamp` is one of time; the type of a column is the first of a list that all its cells parse as.
"""
import csv
import datetime
import json
import re
import sys

INTERVAL = r"\[(\d{4}-\d\d-\d\d), (\d{4}-\d\d-\d\d)\]"


def spells(cell):
    if not cell:
        return []
    many = re.fullmatch(f"<{INTERVAL}(?:; {INTERVAL})+>", cell)
    assert many or re.fullmatch(INTERVAL, cell), cell
    found = [tuple(datetime.date.fromisoformat(day) for day in pair) for pair in re.findall(INTERVAL, cell)]
    assert all(start <= end for start, end in found)
    assert all(before[1] < after[0] for before, after in zip(found, found[1:])), found
    return found


def guessed(cells):
    cells = [cell for cell in cells if cell]
    for kind, parse in (("integer", int), ("double", float)):
        try:
            for cell in cells:
                parse(cell)
            return kind
        except ValueError:
            pass
    return "timeset" if all(re.fullmatch(f"<?{INTERVAL}.*", cell) for cell in cells) else "string"


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    header = rows[0]
    assert len({name.lower() for name in header}) == len(header), header
    assert not any("interval" in name.lower() or "timestamp" in name.lower() for name in header)
    assert all(len(row) == len(header) for row in rows[1:]), "rows that would be skipped"
    return header, [dict(zip(header, row)) for row in rows[1:]]


node_names, nodes = table(sys.argv[1])
edge_names, edges = table(sys.argv[2])
assert node_names[:2] == ["Id", "Label"] and edge_names[:4] == ["Source", "Target", "Type", "Id"]
with open(sys.argv[3], encoding="utf-8") as file:
    expected = json.load(file)
raw = len(sys.argv) > 4

assert len(nodes) == len(expected["labels"])
for row, (node, label, events) in enumerate(zip(nodes, expected["labels"], expected["events"])):
    assert node["Id"] == f"p{row}" and int(node["events"]) == events
    if label[:1] in tuple("=+-@\t\r") and not raw:
        label = "'" + label
    assert node["Label"] == node["name"] == label, (node["Label"], label)
    spells(node["timeset"])
assert len(edges) == len(expected["ties"])
for edge, (a, b, weight, events, first) in zip(edges, expected["ties"]):
    assert (edge["Source"], edge["Target"], edge["Type"]) == (a, b, "Undirected")
    assert float(edge["Weight"]) == weight > 0 and int(edge["events"]) == events
    assert edge["first_date"] == first and edge["event_ids"].count("|") == events - 1
    assert edge["sentence"] and edge["documents"]
    spells(edge["timeset"])
if edges:
    kinds = {name: guessed([row[name] for row in rows]) for names, rows in ((node_names, nodes), (edge_names, edges)) for name in names}
    assert kinds["timeset"] == "timeset" and kinds["reports"] == "integer" and kinds["Weight"] in ("double", "integer")
    assert all(kinds[name] == "string" for name in ("Label", "person", "documents", "sentence", "event_ids")), kinds
