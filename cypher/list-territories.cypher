MATCH (t:Territory)
WHERE t.id IS NOT NULL
MATCH (c:Commit {territory: t.id, revision: t.revision})
RETURN
  t.id AS id,
  t.revision AS revision,
  c.at AS updatedAt,
  properties(t) AS properties,
  COUNT { (a:Actor) WHERE a.territory = t.id AND a.id IS NOT NULL } AS actors,
  COUNT { (s:Space) WHERE s.territory = t.id AND s.id IS NOT NULL } AS spaces,
  COUNT { (w:Wave) WHERE w.territory = t.id AND w.id IS NOT NULL } AS waves,
  COUNT { ()-[tie:TIE]->() WHERE tie.territory = t.id AND tie.key IS NOT NULL } AS ties,
  COUNT { ()-[part:TAKES_PART]->() WHERE part.territory = t.id AND part.key IS NOT NULL } AS participations
