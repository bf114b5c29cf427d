// Each space takes the host of its row, or none.
UNWIND $rows AS row
MATCH (space:Space {territory: $territory, id: row.space})
OPTIONAL MATCH (:Actor)-[before:HOSTS]->(space)
DELETE before
WITH space, row
WHERE row.host IS NOT NULL
MATCH (host:Actor {territory: $territory, id: row.host})
CREATE (host)-[:HOSTS]->(space)
RETURN count(*) AS written
