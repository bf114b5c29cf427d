MATCH (actor:Actor)
WHERE actor.territory = $territory AND actor.id IS NOT NULL
RETURN properties(actor) AS properties
