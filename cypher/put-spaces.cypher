UNWIND $rows AS row
MERGE (space:Space {territory: $territory, id: row.id})
SET space += row.properties
RETURN count(space) AS written
