MATCH (actor:Actor)
WHERE actor.territory = $territory AND actor.id IS NOT NULL
DETACH DELETE actor
