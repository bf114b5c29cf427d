MATCH (c:Commit)
WHERE c.territory = $territory AND c.revision > $revision
RETURN c.revision AS revision, c.changes AS changes, c.forgets AS forgets
ORDER BY revision
