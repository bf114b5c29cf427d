MATCH (commit:Commit)
WHERE commit.territory = $territory AND commit.revision > $revision
RETURN commit.inverse AS inverse
ORDER BY commit.revision DESC
