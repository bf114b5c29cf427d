// Two who make the same one at once wait for each other; the second finds the first one's.
MERGE (t:Territory {id: $territory})
ON CREATE SET t.revision = 0, t.incarnation = $incarnation
