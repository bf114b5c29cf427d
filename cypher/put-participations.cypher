UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (space:Space {territory: $territory, id: row.space})
MERGE (actor)-[part:TAKES_PART {territory: $territory, key: row.key}]->(space)
SET part += row.properties
RETURN count(part) AS written
