MATCH (t:Territory {id: $territory})
DETACH DELETE t
