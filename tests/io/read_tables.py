"""Checks that json and csv read the tables of text_writers_test.cpp as they were meant."""
import csv
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    rows = json.load(file)
assert rows == [
    {"name": "plain", "events": 3, "score": 0.5},
    {"name": 'a "quoted", text\nover lines\r\n', "events": -3, "score": -0.5},
    {"name": "=1+1", "events": None, "score": None},
    {"name": "@x\x01", "events": None, "score": 1e20},
    {"name": "-\ufffd", "events": None, "score": 2},
], rows
with open(sys.argv[1], encoding="utf-8") as file:
    assert len(file.read().splitlines()) == len(rows) + 2, "one row a line"
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    cells = list(csv.reader(file, strict=True))
assert cells[0] == ["name", "events", "score"], cells[0]
assert cells[2] == ['a "quoted", text\nover lines\r\n', "-3", "-0.5"], cells[2]
assert [row[0] for row in cells[3:]] == ["'=1+1", "'@x ", "'-\ufffd"], cells
