// read
MATCH (from:Actor)-[tie:TIE]->(to:Actor)
WHERE tie.territory = $territory AND tie.key IS NOT NULL
RETURN properties(tie) AS properties, from.id AS from, to.id AS to;

// put
UNWIND $rows AS row
MATCH (from:Actor {territory: $territory, id: row.from})
MATCH (to:Actor {territory: $territory, id: row.to})
MERGE (from)-[tie:TIE {territory: $territory, key: row.key}]->(to)
SET tie += row.properties
RETURN count(tie) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[tie:TIE {territory: $territory, key: row.key}]->()
DELETE tie
RETURN count(*) AS written;

// rename
MATCH ()-[tie:TIE]->()
WHERE tie.territory = $territory
SET tie.territory = $to;
