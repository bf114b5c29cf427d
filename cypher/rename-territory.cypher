MATCH (territory:Territory {id: $territory})
SET territory.id = $to
