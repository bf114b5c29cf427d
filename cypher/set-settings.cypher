// The properties to set; those that are null go.
MATCH (t:Territory {id: $territory})
SET t += $properties
RETURN count(t) AS written
