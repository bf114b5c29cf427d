UNWIND $rows AS row
MERGE (p:Position {territory: $territory, noun: row.noun, id: row.id})
SET p.x = row.x, p.y = row.y
RETURN count(p) AS written
