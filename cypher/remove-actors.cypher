UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.id})
DETACH DELETE actor
RETURN count(*) AS written
