// read
MATCH (space:Space)
WHERE space.territory = $territory AND space.id IS NOT NULL
OPTIONAL MATCH (space)-[:PART_OF]->(parent:Space)
OPTIONAL MATCH (host:Actor)-[:HOSTS]->(space)
RETURN properties(space) AS properties, parent.id AS parent, host.id AS host;

// put
UNWIND $rows AS row
MERGE (space:Space {territory: $territory, id: row.id})
SET space += row.properties
RETURN count(space) AS written;

// remove
UNWIND $rows AS row
MATCH (space:Space {territory: $territory, id: row.id})
DETACH DELETE space
RETURN count(*) AS written;

// place
// Each space takes the parent of its row, or none.
UNWIND $rows AS row
MATCH (space:Space {territory: $territory, id: row.space})
OPTIONAL MATCH (space)-[before:PART_OF]->(:Space)
DELETE before
WITH space, row
WHERE row.parent IS NOT NULL
MATCH (parent:Space {territory: $territory, id: row.parent})
CREATE (space)-[:PART_OF]->(parent)
RETURN count(*) AS written;

// host
// Each space takes the host of its row, or none.
UNWIND $rows AS row
MATCH (space:Space {territory: $territory, id: row.space})
OPTIONAL MATCH (:Actor)-[before:HOSTS]->(space)
DELETE before
WITH space, row
WHERE row.host IS NOT NULL
MATCH (host:Actor {territory: $territory, id: row.host})
CREATE (host)-[:HOSTS]->(space)
RETURN count(*) AS written;

// rename
MATCH (space:Space)
WHERE space.territory = $territory
SET space.territory = $to;

// erase
MATCH (space:Space)
WHERE space.territory = $territory AND space.id IS NOT NULL
DETACH DELETE space;
