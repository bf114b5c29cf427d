MATCH (c:Commit)
WHERE c.territory = $territory AND c.revision > $revision
RETURN c.inverse AS inverse
ORDER BY c.revision DESC
