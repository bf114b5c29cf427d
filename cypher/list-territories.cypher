MATCH (territory:Territory)
WHERE territory.id IS NOT NULL
RETURN properties(territory) AS properties
