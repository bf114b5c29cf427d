MATCH (c:Commit)
WHERE c.territory = $territory AND c.revision > 0 AND (c.changes CONTAINS $text OR c.inverse CONTAINS $text)
RETURN c.revision AS revision, c.changes AS changes, c.inverse AS inverse
