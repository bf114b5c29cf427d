// Each space takes the parent of its row, or none.
UNWIND $rows AS row
MATCH (space:Space {territory: $territory, id: row.space})
OPTIONAL MATCH (space)-[before:PART_OF]->(:Space)
DELETE before
WITH space, row
WHERE row.parent IS NOT NULL
MATCH (parent:Space {territory: $territory, id: row.parent})
CREATE (space)-[:PART_OF]->(parent)
RETURN count(*) AS written
