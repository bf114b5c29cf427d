MATCH (commit:Commit)
WHERE commit.territory = $territory AND commit.revision IS NOT NULL
DETACH DELETE commit
