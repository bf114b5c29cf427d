MATCH (space:Space)
WHERE space.territory = $territory AND space.id IS NOT NULL
DETACH DELETE space
