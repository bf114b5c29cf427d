MATCH (c:Commit)
WHERE c.territory = $territory AND c.revision < $before
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
ORDER BY revision DESC
LIMIT $limit
