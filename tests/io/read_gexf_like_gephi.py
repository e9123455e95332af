"""Reads GEXF (argument 1) by the rules of Gephi's ImporterGEXF and prints what it finds, or fails where Gephi would complain.

The file is read once, in order: attributes must be declared before nodes. Time is intervals only, in the format of the graph.
`hex` and `a` on a colour abort the import; the first attribute of a size must be `value`; an edge of another type than the
default one is dropped, as is one of weight 0; a column that is declared over time takes values with `start` and `end`.
"""
import datetime
import sys
import xml.etree.ElementTree as ElementTree

GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
parse = {"string": str, "integer": int, "double": float}
with open(sys.argv[1], "rb") as file:
    assert file.read(38) == b'<?xml version="1.0" encoding="UTF-8"?>'

columns = {"node": {}, "edge": {}}
graph, nodes, edges = {}, {}, {}
spells = windows = 0
current = None


def interval(element):
    assert graph["timerepresentation"] == "interval" and graph["timeformat"] == "date"
    start, end = (datetime.date.fromisoformat(element.get(name)) for name in ("start", "end"))
    assert start <= end, element.attrib
    assert graph["start"] <= element.get("start") or graph["mode"] == "dynamic"
    return start, end


def value(element):
    global windows
    kind, held = current
    column = columns[kind][element.get("for")]
    number = parse[column["type"]](element.get("value"))
    assert element.get("value") != "" and number == number
    if column["mode"] == "dynamic":
        interval(element)
        assert column["id"] == "weight" and number > 0
        windows += 1
    else:
        assert "start" not in element.attrib and column["id"] not in held
        held[column["id"]] = number


for event, element in ElementTree.iterparse(sys.argv[1], events=("start", "end")):
    name = element.tag
    if event == "end":
        if name in (GEXF + "node", GEXF + "edge"):
            held = current[1]
            if current[0] == "edge" and "weight" in held:
                assert held["weight"] > 0
            element.clear()
        continue
    if name == GEXF + "graph":
        graph = dict(element.attrib)
        assert graph["defaultedgetype"] == "undirected" and graph["idtype"] == "string"
        assert graph["mode"] in ("static", "dynamic")
    elif name == GEXF + "attributes":
        assert not nodes, "declared too late"
        mode, kind = element.get("mode"), element.get("class")
    elif name == GEXF + "attribute":
        assert element.get("id") not in columns[kind], "declared twice"
        assert element.get("id") not in ("id", "label", "timeset", "source", "target", "type", "kind" if kind == "edge" else "")
        columns[kind][element.get("id")] = {"mode": mode, **element.attrib}
    elif name == GEXF + "node":
        current = ("node", nodes.setdefault(element.get("id"), {}))
        assert current[1] == {}
        label = element.get("label")
        assert label and label == " ".join(label.split(" ")).strip() and "  " not in label
    elif name == GEXF + "edge":
        assert "type" not in element.attrib and "kind" not in element.attrib
        assert element.get("id") not in nodes and element.get("id") not in edges
        assert element.get("source") in nodes and element.get("target") in nodes
        assert element.get("source") != element.get("target")
        current = ("edge", edges.setdefault(element.get("id"), {}))
        if "weight" in element.attrib:
            current[1]["weight"] = float(element.get("weight"))
    elif name == GEXF + "attvalue":
        value(element)
    elif name == GEXF + "spell":
        interval(element)
        spells += 1
    elif name == VIZ + "color":
        assert set(element.attrib) == {"r", "g", "b"}
        assert all(0 <= int(part) <= 255 for part in element.attrib.values())
    elif name == VIZ + "size":
        assert list(element.attrib) == ["value"] and float(element.get("value")) > 0
    elif name == VIZ + "position":
        float(element.get("x")), float(element.get("y")), float(element.get("z"))
print("nodes", len(nodes), "edges", len(edges), "spells", spells, "windows", windows, "mode", graph["mode"])
