MATCH (commit:Commit {territory: $territory, key: $key})
RETURN
  commit.revision AS revision,
  commit.key AS key,
  commit.author AS author,
  commit.at AS at,
  commit.origin AS origin,
  commit.undoes AS undoes,
  commit.changes AS changes,
  commit.inverse AS inverse,
  commit.fingerprint AS fingerprint
