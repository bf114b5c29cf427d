MATCH (commit:Commit)
WHERE commit.territory = $territory AND commit.revision > $revision
RETURN commit.revision AS revision, commit.changes AS changes, commit.forgets AS forgets
ORDER BY revision
