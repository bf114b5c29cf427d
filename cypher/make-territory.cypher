// Two who make the same one at once wait for each other; the second finds the first one's.
MERGE (territory:Territory {id: $territory})
ON CREATE SET territory.revision = 0, territory.incarnation = $incarnation, territory.secret = $secret
