MATCH (actor:Actor)-[entry:ON_ROSTER]->(wave:Wave)
WHERE entry.territory = $territory AND entry.key IS NOT NULL
RETURN properties(entry) AS properties, actor.id AS actor, wave.id AS wave
