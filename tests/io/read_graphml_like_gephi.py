"""Reads GraphML (argument 1) by the rules of Gephi's ImporterGraphML and compares with a JSON file (argument 2).

A key is a property of Gephi by its id, or else by its `attr.name`, both as they are spelled, and only where `for` is exactly
`node` or `edge`; other keys are columns. `<desc>` would become the label, a `label` of an edge its kind. A blank that stands alone
between two entities is lost. Whatever Gephi would complain of fails here.
"""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

PROPERTIES = {
    "node": {"label": "label", "nodelabel": "label", "x": "x", "y": "y", "z": "z", "xpos": "x", "ypos": "y", "zpos": "z",
             "size": "size", "r": "r", "g": "g", "b": "b", "color": "color"},
    "edge": {"label": "label", "edgelabel": "label", "weight": "weight", "Edge Weight": "weight", "r": "r", "g": "g", "b": "b",
             "color": "color"},
}
PARSE = {"boolean": {"true": True, "false": False}.__getitem__, "int": int, "long": int, "float": float, "double": float, "string": str}

with open(sys.argv[1], "rb") as file:
    data = file.read()
assert re.search(rb'encoding="UTF-8"', data[:256]) and not data.startswith(b"\xef\xbb\xbf")
lost_blanks = re.sub(r"(&#?\w+;) (?=&#?\w+;)", r"\1", data.decode("utf-8"))
root = ElementTree.fromstring(lost_blanks.encode("utf-8"))


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def ids_are_sound(ids):
    return len(set(ids)) == len(ids) and all(re.fullmatch(r"[A-Za-z][\w.-]*", one, re.A) for one in ids)


keys, columns = {}, {"node": set(), "edge": set()}
for key in root:
    if local(key) != "key":
        continue
    assert key.get("id") not in keys, "the second key of an id is ignored"
    assert set(key.attrib) == {"id", "for", "attr.name", "attr.type"} and key.get("attr.type") in PARSE
    keys[key.get("id")] = key.attrib
    if key.get("for") in columns:
        known = PROPERTIES[key.get("for")]
        if (known.get(key.get("id")) or known.get(key.get("attr.name"))) is None:
            assert key.get("attr.name") not in columns[key.get("for")], "two columns of one name"
            columns[key.get("for")].add(key.get("attr.name"))


def read(element, kind):
    properties, cells = {}, {}
    for data in element:
        assert local(data) == "data", "Gephi takes <desc> for the label"
        key = keys[data.get("key")]
        assert key["for"] == kind and data.text, "an empty value"
        value = PARSE[key["attr.type"]](data.text)
        known = PROPERTIES[kind]
        name = known.get(key["id"]) or known.get(key["attr.name"])
        if name is None:
            cells[key["attr.name"]] = value
            continue
        assert name not in properties, "a property twice"
        if name in "rgb":
            assert type(value) is int and 0 <= value <= 255
        elif name == "color":
            assert re.fullmatch("#[0-9A-Fa-f]{6}|0x[0-9A-Fa-f]{6}", value)
        elif name != "label":
            assert type(value) is float
        properties[name] = value
    return properties, cells


graph = next(one for one in root if local(one) == "graph")
assert graph.get("edgedefault") == "undirected"
nodes, edges = {}, {}
for element in graph:
    if local(element) == "node":
        nodes[element.get("id")] = read(element, "node")
    elif local(element) == "edge":
        assert "label" not in element.attrib and element.get("directed") in (None, "false")
        pair = (element.get("source"), element.get("target"))
        assert pair[0] in nodes and pair[1] in nodes and pair[0] != pair[1] and pair not in edges and pair[::-1] not in edges
        edges[pair] = read(element, "edge")
assert ids_are_sound([*nodes, *(one.get("id") for one in graph if local(one) == "edge")])

with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)
assert [properties["label"] for properties, _ in nodes.values()] == expected["labels"]
assert [cells["events"] for _, cells in nodes.values()] == expected["events"]
for row, (properties, _) in enumerate(nodes.values()):
    assert set(properties) == {"label", "x", "y", "size", "r", "g", "b"}, properties
    assert (properties["x"], properties["y"]) == (row - 2.5, row * row) and properties["size"] > 0
assert len(edges) == len(expected["ties"])
for a, b, weight, events, first in expected["ties"]:
    properties, cells = edges[a, b]
    assert properties == {"weight": weight} and weight > 0
    assert cells["events"] == events and cells.get("first_date", "") == first
    assert "weight" not in cells and cells["event_ids"] and cells["documents"] and cells["sentence"]
print(len(nodes), "nodes", len(edges), "edges")
