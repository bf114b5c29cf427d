// read
MATCH (actor:Actor)-[supposed:SUPPOSED]->(other:Actor)
WHERE supposed.territory = $territory AND supposed.key IS NOT NULL
RETURN properties(supposed) AS properties, actor.id AS actor, other.id AS other;

// put
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (other:Actor {territory: $territory, id: row.other})
MERGE (actor)-[supposed:SUPPOSED {territory: $territory, key: row.key}]->(other)
SET supposed += row.properties
RETURN count(supposed) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[supposed:SUPPOSED {territory: $territory, key: row.key}]->()
DELETE supposed
RETURN count(*) AS written;

// rename
MATCH ()-[supposed:SUPPOSED]->()
WHERE supposed.territory = $territory
SET supposed.territory = $to;
