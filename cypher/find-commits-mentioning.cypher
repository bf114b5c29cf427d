MATCH (commit:Commit)
WHERE commit.territory = $territory AND commit.revision > 0 AND any(text IN $texts WHERE commit.changes CONTAINS text OR commit.inverse CONTAINS text)
RETURN commit.revision AS revision, commit.changes AS changes, commit.inverse AS inverse
