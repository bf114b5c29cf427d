// The summary goes on the territory's own node: a list read while a commit is being applied tells of one revision.
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
SET territory += $summary
RETURN count(territory) AS written
