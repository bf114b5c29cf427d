UNWIND $rows AS row
MERGE (wave:Wave {territory: $territory, id: row.id})
SET wave += row.properties
RETURN count(wave) AS written
