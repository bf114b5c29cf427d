// read
MATCH (actor:Actor)-[backing:BACKS]->(challenge:Challenge)
WHERE backing.territory = $territory AND backing.key IS NOT NULL
RETURN properties(backing) AS properties, actor.id AS actor, challenge.id AS challenge;

// put
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (challenge:Challenge {territory: $territory, id: row.challenge})
MERGE (actor)-[backing:BACKS {territory: $territory, key: row.key}]->(challenge)
SET backing += row.properties
RETURN count(backing) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[backing:BACKS {territory: $territory, key: row.key}]->()
DELETE backing
RETURN count(*) AS written;

// rename
MATCH ()-[backing:BACKS]->()
WHERE backing.territory = $territory
SET backing.territory = $to;
