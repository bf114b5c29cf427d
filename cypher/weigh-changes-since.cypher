// What would be read, before it is: letters of JSON, and whether a commit does not say what it changed.
MATCH (commit:Commit)
WHERE commit.territory = $territory AND commit.revision > $revision
RETURN
  coalesce(sum(size(commit.changes)), 0) AS size,
  count(CASE WHEN commit.forgets THEN 1 END) > 0 AS forgets
