UNWIND $rows AS row
MERGE (actor:Actor {territory: $territory, id: row.id})
SET actor += row.properties
RETURN count(actor) AS written
