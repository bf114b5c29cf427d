MATCH (p:Position)
WHERE p.territory = $territory AND p.noun IS NOT NULL AND p.id IS NOT NULL
RETURN p.noun AS noun, p.id AS id, p.x AS x, p.y AS y
