"""Reads DOT (argument 1) as narrowly as Gephi's ImporterDOT does, and compares with a JSON file (argument 2).

What that importer does, as far as it matters here: its encoding is guessed from the first 4,096 bytes; `node`, `edge` or
`graph` as a statement skips everything up to the next `{`; `name=value` as a statement makes two nodes; an edge needs `--` as a
token of its own; quoted strings know the escapes of Java; `#rrggbb` is a colour of no opacity.
"""
import json
import re
import sys

with open(sys.argv[1], "rb") as file:
    data = file.read()
assert any(byte > 127 for byte in data[:4096]), "taken for another encoding"
text = data.decode("utf-8")

TOKEN = re.compile(r'//[^\n]*|\s+|"((?:[^"\\\n]|\\.)*)"|([{}\[\];,=])|([^\s"{}\[\];,=]+)')


def tokens():
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        assert match, "no token at " + repr(text[at : at + 40])
        at = match.end()
        if match.group(1) is not None:
            yield "id", re.sub(r"\\(.)", r"\1", match.group(1))
        elif match.group(2):
            yield match.group(2), match.group(2)
        elif match.group(3):
            yield ("--" if match.group(3) == "--" else "id"), match.group(3)


stream = list(tokens())
position = 0
nodes, ties = {}, []


def attributes():
    global position
    found = {}
    if position < len(stream) and stream[position][0] == "[":
        position += 1
        while stream[position][0] != "]":
            name = stream[position][1]
            assert stream[position + 1][0] == "=", "attribute without a value: " + name
            found[name] = stream[position + 2][1]
            position += 3
            if stream[position][0] == ",":
                position += 1
        position += 1
    return found


while stream[position][0] != "{":
    position += 1
position += 1
while stream[position][0] != "}":
    kind, name = stream[position]
    position += 1
    if kind == ";":
        continue
    if name in ("node", "edge", "graph"):
        while position < len(stream) and stream[position][0] != "{":
            position += 1
        assert position < len(stream), "a default statement: all the rest is lost"
    elif stream[position][0] == "--":
        target = stream[position + 1][1]
        position += 2
        ties.append((name, target, attributes()))
    else:
        assert stream[position][0] != "=", "a graph attribute becomes a node: " + name
        nodes[name] = attributes()
assert position == len(stream) - 1

with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)
assert len(nodes) == len(expected["labels"]), len(nodes)
for row, label in enumerate(expected["labels"]):
    node = nodes[f"p{row}"]
    assert node["label"] == label, (row, node["label"])
    parts = node["color"].split()
    assert len(parts) == 3 and all(0 <= float(part) <= 1 for part in parts), node["color"]
    assert int(node["events"]) == expected["events"][row]
assert len(ties) == len(expected["ties"])
for (a, b, found), (source, target, weight, events, first) in zip(ties, expected["ties"]):
    assert (a, b) == (source, target)
    assert float(found["weight"]) == weight and int(found["events"]) == events, found
    assert found.get("first_date", "") == first
