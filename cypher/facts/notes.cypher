// read
MATCH (note:Note)
WHERE note.territory = $territory AND note.finding IS NOT NULL
RETURN properties(note) AS properties;

// put
UNWIND $rows AS row
MERGE (note:Note {territory: $territory, finding: row.finding})
SET note += row.properties
RETURN count(note) AS written;

// remove
UNWIND $rows AS row
MATCH (note:Note {territory: $territory, finding: row.finding})
DETACH DELETE note
RETURN count(*) AS written;

// rename
MATCH (note:Note)
WHERE note.territory = $territory
SET note.territory = $to;

// erase
MATCH (note:Note)
WHERE note.territory = $territory AND note.finding IS NOT NULL
DETACH DELETE note;
