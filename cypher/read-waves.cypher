MATCH (wave:Wave)
WHERE wave.territory = $territory AND wave.id IS NOT NULL
RETURN properties(wave) AS properties
