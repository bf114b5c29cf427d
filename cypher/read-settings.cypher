MATCH (t:Territory {id: $territory})
RETURN properties(t) AS properties
