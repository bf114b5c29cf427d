UNWIND $rows AS row
MERGE (position:Position {territory: $territory, noun: row.noun, id: row.id})
SET position.x = row.x, position.y = row.y
RETURN count(position) AS written
