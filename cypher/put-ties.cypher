UNWIND $rows AS row
MATCH (from:Actor {territory: $territory, id: row.from})
MATCH (to:Actor {territory: $territory, id: row.to})
MERGE (from)-[tie:TIE {territory: $territory, key: row.key}]->(to)
SET tie += row.properties
RETURN count(tie) AS written
