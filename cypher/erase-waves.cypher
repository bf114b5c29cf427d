MATCH (wave:Wave)
WHERE wave.territory = $territory AND wave.id IS NOT NULL
DETACH DELETE wave
