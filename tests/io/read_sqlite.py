"""Checks a database (argument 1) by SQLite itself and against a JSON file (argument 2), by its tables and by its views."""
import json
import sqlite3
import sys

with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)
base = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)


def rows(sql, *values):
    return base.execute(sql, values).fetchall()


assert rows("PRAGMA integrity_check") == [("ok",)] and rows("PRAGMA foreign_key_check") == []
assert [name for (name,) in rows("SELECT name FROM persons ORDER BY person")] == expected["labels"]
events = rows("SELECT (SELECT count(*) FROM participations x WHERE x.person = p.person) FROM persons p ORDER BY person")
assert [count for (count,) in events] == expected["events"]
ties = rows("SELECT 'p' || a, 'p' || b, weight, events, coalesce(first_date, '') FROM ties ORDER BY a, b")
assert [list(tie) for tie in ties] == expected["ties"]

assert len(rows("SELECT * FROM pairs")) == len(ties) and len(rows("SELECT * FROM partners")) == 2 * len(ties)
meetings = dict(((a, b), count) for a, b, count in rows("SELECT a, b, count(*) FROM meetings GROUP BY a, b"))
ids = [one for (one,) in rows("SELECT id FROM persons ORDER BY person")]
assert meetings == {(ids[int(a[1:])], ids[int(b[1:])]): events for a, b, _, events, _ in expected["ties"]}
busiest = {person: (events, partners) for person, _, _, events, partners in rows("SELECT * FROM busiest")}
for row, person in enumerate(ids):
    degree = sum(f"p{row}" in tie[:2] for tie in ties)
    assert busiest[person] == (expected["events"][row], degree)
assert len(rows("SELECT * FROM attendance")) == sum(expected["events"])
for view in ("sources", "years", "countries"):
    rows(f"SELECT * FROM {view}")
print("persons", len(ids), "ties", len(ties), "events", *rows("SELECT count(*) FROM events")[0], "evidence", *rows("SELECT count(*) FROM evidence")[0],
      "measures", *rows("SELECT count(*) FROM measures")[0], "sentences", *rows("SELECT count(sentence) FROM events")[0])
