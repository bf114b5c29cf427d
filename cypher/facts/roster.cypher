// read
MATCH (actor:Actor)-[entry:ON_ROSTER]->(wave:Wave)
WHERE entry.territory = $territory AND entry.key IS NOT NULL
RETURN properties(entry) AS properties, actor.id AS actor, wave.id AS wave;

// put
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (wave:Wave {territory: $territory, id: row.wave})
MERGE (actor)-[entry:ON_ROSTER {territory: $territory, key: row.key}]->(wave)
SET entry += row.properties
RETURN count(entry) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[entry:ON_ROSTER {territory: $territory, key: row.key}]->()
DELETE entry
RETURN count(*) AS written;

// rename
MATCH ()-[entry:ON_ROSTER]->()
WHERE entry.territory = $territory
SET entry.territory = $to;
