MATCH (p:Position)
WHERE p.territory = $territory AND p.noun IS NOT NULL AND p.id IS NOT NULL
DELETE p
