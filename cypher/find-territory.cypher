MATCH (t:Territory {id: $territory})
RETURN t.revision AS revision, t.incarnation AS incarnation
