MATCH (c:Commit {territory: $territory, key: $key})
RETURN
  c.revision AS revision,
  c.key AS key,
  c.author AS author,
  c.at AS at,
  c.origin AS origin,
  c.undoes AS undoes,
  c.changes AS changes,
  c.inverse AS inverse,
  c.fingerprint AS fingerprint
