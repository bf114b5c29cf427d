// read
MATCH (actor:Actor)-[part:TAKES_PART]->(space:Space)
WHERE part.territory = $territory AND part.key IS NOT NULL
RETURN properties(part) AS properties, actor.id AS actor, space.id AS space;

// put
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (space:Space {territory: $territory, id: row.space})
MERGE (actor)-[part:TAKES_PART {territory: $territory, key: row.key}]->(space)
SET part += row.properties
RETURN count(part) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[part:TAKES_PART {territory: $territory, key: row.key}]->()
DELETE part
RETURN count(*) AS written;

// rename
MATCH ()-[part:TAKES_PART]->()
WHERE part.territory = $territory
SET part.territory = $to;
