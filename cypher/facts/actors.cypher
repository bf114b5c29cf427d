// read
MATCH (actor:Actor)
WHERE actor.territory = $territory AND actor.id IS NOT NULL
RETURN properties(actor) AS properties;

// put
UNWIND $rows AS row
MERGE (actor:Actor {territory: $territory, id: row.id})
SET actor += row.properties
RETURN count(actor) AS written;

// remove
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.id})
DETACH DELETE actor
RETURN count(*) AS written;

// rename
MATCH (actor:Actor)
WHERE actor.territory = $territory
SET actor.territory = $to;

// erase
MATCH (actor:Actor)
WHERE actor.territory = $territory AND actor.id IS NOT NULL
DETACH DELETE actor;
