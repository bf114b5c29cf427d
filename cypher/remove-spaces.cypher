UNWIND $rows AS row
MATCH (space:Space {territory: $territory, id: row.id})
DETACH DELETE space
RETURN count(*) AS written
