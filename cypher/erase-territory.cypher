MATCH (territory:Territory {id: $territory})
DETACH DELETE territory
