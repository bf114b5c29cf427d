MATCH (position:Position)
WHERE position.territory = $territory AND position.noun IS NOT NULL AND position.id IS NOT NULL
DELETE position
