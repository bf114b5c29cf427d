// The properties to set; those that are null go.
MATCH (territory:Territory {id: $territory})
SET territory += $properties
RETURN count(territory) AS written
