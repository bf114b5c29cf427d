MATCH (space:Space)
WHERE space.territory = $territory AND space.id IS NOT NULL
OPTIONAL MATCH (space)-[:PART_OF]->(parent:Space)
OPTIONAL MATCH (host:Actor)-[:HOSTS]->(space)
RETURN properties(space) AS properties, parent.id AS parent, host.id AS host
