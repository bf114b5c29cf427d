MATCH (c:Commit)
WHERE c.territory = $territory AND c.revision IS NOT NULL
DETACH DELETE c
