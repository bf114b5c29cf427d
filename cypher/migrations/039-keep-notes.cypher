CREATE CONSTRAINT note_finding IF NOT EXISTS
FOR (note:Note) REQUIRE (note.territory, note.finding) IS UNIQUE;

CREATE INDEX note_territory IF NOT EXISTS
FOR (note:Note) ON (note.territory)
