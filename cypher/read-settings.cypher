MATCH (territory:Territory {id: $territory})
RETURN properties(territory) AS properties
