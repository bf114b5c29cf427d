UNWIND $rows AS row
MATCH (wave:Wave {territory: $territory, id: row.id})
DETACH DELETE wave
RETURN count(*) AS written
