MATCH (actor:Actor)-[part:TAKES_PART]->(space:Space)
WHERE part.territory = $territory AND part.key IS NOT NULL
RETURN properties(part) AS properties, actor.id AS actor, space.id AS space
