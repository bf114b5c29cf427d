MATCH (from:Actor)-[tie:TIE]->(to:Actor)
WHERE tie.territory = $territory AND tie.key IS NOT NULL
RETURN properties(tie) AS properties, from.id AS from, to.id AS to
