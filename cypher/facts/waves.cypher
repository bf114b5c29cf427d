// read
MATCH (wave:Wave)
WHERE wave.territory = $territory AND wave.id IS NOT NULL
RETURN properties(wave) AS properties;

// put
UNWIND $rows AS row
MERGE (wave:Wave {territory: $territory, id: row.id})
SET wave += row.properties
RETURN count(wave) AS written;

// remove
UNWIND $rows AS row
MATCH (wave:Wave {territory: $territory, id: row.id})
DETACH DELETE wave
RETURN count(*) AS written;

// rename
MATCH (wave:Wave)
WHERE wave.territory = $territory
SET wave.territory = $to;

// erase
MATCH (wave:Wave)
WHERE wave.territory = $territory AND wave.id IS NOT NULL
DETACH DELETE wave;
