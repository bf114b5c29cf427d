MATCH (t:Territory {id: $territory})
CREATE (t)<-[:CHANGED]-(:Commit {
  territory: $territory,
  revision: $revision,
  key: $key,
  author: $author,
  at: $at,
  origin: $origin,
  undoes: $undoes,
  changes: $changes,
  inverse: $inverse,
  fingerprint: $fingerprint,
  forgets: $forgets
})
SET t.revision = $revision
RETURN count(t) AS written
