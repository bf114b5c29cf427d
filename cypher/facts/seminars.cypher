// read
MATCH (seminar:Seminar)
WHERE seminar.territory = $territory AND seminar.id IS NOT NULL
RETURN properties(seminar) AS properties;

// put
UNWIND $rows AS row
MERGE (seminar:Seminar {territory: $territory, id: row.id})
SET seminar += row.properties
RETURN count(seminar) AS written;

// remove
UNWIND $rows AS row
MATCH (seminar:Seminar {territory: $territory, id: row.id})
DETACH DELETE seminar
RETURN count(*) AS written;

// rename
MATCH (seminar:Seminar)
WHERE seminar.territory = $territory
SET seminar.territory = $to;

// erase
MATCH (seminar:Seminar)
WHERE seminar.territory = $territory AND seminar.id IS NOT NULL
DETACH DELETE seminar;
