MATCH (territory:Territory {id: $territory})
CREATE (territory)<-[:CHANGED]-(:Commit {
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
SET territory.revision = $revision
RETURN count(territory) AS written
