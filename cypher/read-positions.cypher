MATCH (position:Position)
WHERE position.territory = $territory AND position.noun IS NOT NULL AND position.id IS NOT NULL
RETURN position.noun AS noun, position.id AS id, position.x AS x, position.y AS y
