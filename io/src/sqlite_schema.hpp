#pragma once

namespace entente {

/// Persons and events are numbered from 0, in the order of their identifiers.
inline constexpr const char* sqlite_tables = R"(
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE persons (
  person INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT, organisation TEXT, position TEXT, rank TEXT,
  community INTEGER,
  x REAL, y REAL);
CREATE TABLE measures (
  person INTEGER NOT NULL REFERENCES persons,
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (person, measure)) WITHOUT ROWID;
CREATE TABLE events (
  event INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  date TEXT,       -- as precisely as it is told
  first_day TEXT,  -- that the date can mean
  last_day TEXT,
  place TEXT,
  reports INTEGER NOT NULL,
  sentence TEXT);
CREATE TABLE participations (
  event INTEGER NOT NULL REFERENCES events,
  person INTEGER NOT NULL REFERENCES persons,
  role TEXT,
  PRIMARY KEY (event, person)) WITHOUT ROWID;
CREATE TABLE evidence (
  event INTEGER NOT NULL REFERENCES events,
  document TEXT NOT NULL,
  PRIMARY KEY (event, document)) WITHOUT ROWID;
CREATE TABLE ties (
  a INTEGER NOT NULL REFERENCES persons,  -- a < b
  b INTEGER NOT NULL REFERENCES persons,
  weight REAL NOT NULL,
  events INTEGER NOT NULL,
  first_date TEXT, last_date TEXT,
  PRIMARY KEY (a, b)) WITHOUT ROWID;
)";

inline constexpr const char* sqlite_indexes_and_views = R"(
CREATE UNIQUE INDEX persons_by_id ON persons (id);
CREATE INDEX persons_by_name ON persons (name);
CREATE UNIQUE INDEX events_by_id ON events (id);
CREATE INDEX events_by_first_day ON events (first_day);
CREATE INDEX participations_by_person ON participations (person, event);
CREATE INDEX ties_by_b ON ties (b, a);

CREATE VIEW pairs AS
  SELECT pa.id AS a, pb.id AS b, pa.name AS name_a, pb.name AS name_b, pa.country AS country_a, pb.country AS country_b,
         t.weight, t.events, t.first_date, t.last_date
  FROM ties t JOIN persons pa ON pa.person = t.a JOIN persons pb ON pb.person = t.b;

CREATE VIEW partners AS
  SELECT p.id AS person, p.name, q.id AS partner, q.name AS partner_name, q.country AS partner_country,
         t.weight, t.events, t.first_date, t.last_date
  FROM (SELECT a, b, weight, events, first_date, last_date FROM ties
        UNION ALL SELECT b, a, weight, events, first_date, last_date FROM ties) t
  JOIN persons p ON p.person = t.a JOIN persons q ON q.person = t.b;

CREATE VIEW busiest AS
  SELECT p.id AS person, p.name, p.country,
         (SELECT count(*) FROM participations x WHERE x.person = p.person) AS events,
         (SELECT count(*) FROM ties t WHERE t.a = p.person) + (SELECT count(*) FROM ties t WHERE t.b = p.person) AS partners
  FROM persons p;

CREATE VIEW meetings AS
  SELECT pa.id AS a, pb.id AS b, pa.name AS name_a, pb.name AS name_b,
         e.id AS event, e.type, e.date, e.place, e.reports, e.sentence, xa.role AS role_a, xb.role AS role_b
  FROM participations xa JOIN participations xb ON xb.event = xa.event AND xb.person > xa.person
  JOIN persons pa ON pa.person = xa.person JOIN persons pb ON pb.person = xb.person
  JOIN events e ON e.event = xa.event;

CREATE VIEW attendance AS
  SELECT e.id AS event, e.type, e.date, e.place, p.id AS person, p.name, p.country, x.role
  FROM participations x JOIN events e ON e.event = x.event JOIN persons p ON p.person = x.person;

CREATE VIEW sources AS
  SELECT e.id AS event, e.date, v.document, e.sentence FROM evidence v JOIN events e ON e.event = v.event;

CREATE VIEW years AS
  SELECT substr(first_day, 1, 4) AS year, count(*) AS events, sum(reports) AS reports
  FROM events WHERE first_day IS NOT NULL AND substr(first_day, 1, 4) = substr(last_day, 1, 4) GROUP BY 1;

CREATE VIEW countries AS
  SELECT min(pa.country, pb.country) AS a, max(pa.country, pb.country) AS b,
         count(DISTINCT xa.event) AS events
  FROM participations xa JOIN participations xb ON xb.event = xa.event AND xb.person > xa.person
  JOIN persons pa ON pa.person = xa.person JOIN persons pb ON pb.person = xb.person
  WHERE pa.country <> pb.country GROUP BY 1, 2;
)";

}  // namespace entente
