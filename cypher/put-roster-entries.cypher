UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (wave:Wave {territory: $territory, id: row.wave})
MERGE (actor)-[entry:ON_ROSTER {territory: $territory, key: row.key}]->(wave)
SET entry += row.properties
RETURN count(entry) AS written
